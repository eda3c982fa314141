using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Personnel;

/// <summary>Who may do what in service records: one line per operation.</summary>
internal static class PersonnelRights
{
    public static IEnumerable<Right> Rows =>
        [
            BySystem("CertifyDemoOfficers", "建立演示执法人员"),
            Read("ListOfficers", "查看人员名册", [.. CaseReaders, CatalogueClerk, Administrator, Auditor]),
            Read("ReadOfficer", "查看人员信息", [.. CaseReaders, CatalogueClerk, Administrator, Auditor]),
            Administer("EnterOfficer", "登记人员", Administrator),
            Administer("CertifyOfficer", "登记执法证件", Administrator),
            Administer("SuspendCertificate", "暂扣执法证件", Administrator),
            Administer("LiftCertificateSuspension", "发还执法证件", Administrator),
            Administer("CancelCertificate", "注销执法证件", Administrator),
            Administer("TransferOfficer", "人员调动", Administrator),
            Administer("ReadPerson", "查看人员", Administrator),
            Administer("EnterLegalQualification", "登记法律职业资格", Administrator),
            Administer("ImportOfficers", "批量导入人员", Administrator),
            Administer("ReadImportTemplate", "下载人员导入模板", Administrator),
        ];
}
