using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Publicity;

/// <summary>Who may do what in publicity: one line per operation.</summary>
internal static class PublicityRights
{
    public static IEnumerable<Right> Rows =>
        [
            Read("ListPublications", "查阅公示事项", PublicityClerk, TeamLead, LegalReviewer, DeputyHead, Head, Supervisor),
            Read("ReadPublication", "查阅公示文本", PublicityClerk, LegalReviewer, DeputyHead, Head, Supervisor),
            Read("ReadPublicityFigures", "查阅公示及时率", PublicityClerk, TeamLead, LegalReviewer, DeputyHead, Head, Supervisor),
            Read("ListCreditRecords", "查阅双公示数据", PublicityClerk, Head, Supervisor),
            Read("ExportCreditRecords", "导出双公示数据", PublicityClerk),
            Read("PreviewPublication", "预览公示文本", PublicityClerk),
            Approve("ConfirmPublication", "确认公示", PublicityClerk),
            Approve("CorrectPublication", "更正公示", PublicityClerk),
            Write("AskToWithhold", "提出不公开", PublicityClerk),
            Approve("DecideWithholding", "审批不公开", DeputyHead, Head),
            Write("WithdrawPublication", "撤回公示", PublicityClerk),
            BySystem("ExpirePublications", "公示期满"),
        ];
}
