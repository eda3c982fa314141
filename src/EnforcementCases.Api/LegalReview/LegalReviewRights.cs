using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Who may do what in legal review: one line per operation.</summary>
internal static class LegalReviewRights
{
    public static IEnumerable<Right> Rows =>
        [
            Read("ListReviewTasks", "查阅法制审核任务", Officer, TeamLead, LegalReviewer, DeputyHead, Head, Supervisor),
            Read(
                "ReadReviewWorkload",
                "查阅法制审核工作量和人员配备",
                TeamLead,
                LegalReviewer,
                DeputyHead,
                Head,
                Supervisor,
                Administrator
            ),
            SignedIn("ReadReviewCatalogue", "查看法制审核目录"),
            SignedIn("ListReviewTemplates", "查看法制审核目录模板"),
            Read("ListReviewCatalogues", "查看法制审核目录的发布和确认", [.. CaseReaders, CatalogueClerk, Administrator, Auditor]),
            Administer("AdoptReviewCatalogue", "发布法制审核目录", CatalogueClerk), // by districts for their streets as well
            StepUp(Administer("ConfirmReviewCatalogue", "确认法制审核目录", CatalogueClerk)),
        ];
}
