using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Who may do what in the catalogue: one line per operation.</summary>
internal static class CatalogueRights
{
    public static IEnumerable<Right> Rows =>
        [
            SignedIn("ListViolations", "检索案由"),
            SignedIn("ReadViolation", "查看案由"),
            SignedIn("ListCategories", "查看案由类别"),
            SignedIn("ListPowers", "查看权责清单"),
            SignedIn("ListBenchmarks", "查看裁量权基准"),
            SignedIn("ListExemptions", "查看免罚清单"),
            SignedIn("ReadCalendar", "查看工作日历"),
            SignedIn("ListParameters", "查看因地参数"),
            Read("ListAdoptions", "查看承接事项", [.. CaseReaders, CatalogueClerk, Administrator, Auditor]),
            SignedIn("ReadCatalogueTemplate", "下载空白目录文件"),
            Read("ExportCatalogue", "导出目录", CatalogueClerk, Supervisor, Administrator, Auditor),
            Read("ListCatalogueChanges", "查看目录变更", CatalogueClerk, Supervisor, Administrator, Auditor),
            Read("ReadCatalogueChange", "查看目录变更内容", CatalogueClerk, Supervisor, Administrator, Auditor),
            Read("ReadCatalogueChangeEffects", "查看目录变更对在办事项的影响", CatalogueClerk, Supervisor),
            Administer("EnterCatalogueChange", "录入目录变更", CatalogueClerk), // by districts for their streets as well
            Administer("EnterCalendarYear", "录入年度节假日安排", CatalogueClerk),
            StepUp(Administer("ConfirmCatalogueChange", "确认目录变更", CatalogueClerk)),
            Administer("RejectCatalogueChange", "退回目录变更", CatalogueClerk),
            Administer("WithdrawCatalogueChange", "撤回目录变更", CatalogueClerk),
            BySystem("AdoptDemoMatters", "建立演示承接事项"),
        ];
}
