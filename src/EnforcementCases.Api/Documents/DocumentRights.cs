using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Documents;

/// <summary>Who may do what in documents and their numbers: one line per operation.</summary>
internal static class DocumentRights
{
    public static IEnumerable<Right> Rows =>
        [
            Read("ListCaseDocuments", "查阅案件文书", CaseReaders),
            Read("ReadDocumentFile", "查阅文书文件", CaseReaders),
            Read("ReadReadingCopy", "查阅文书译文对照本", CaseReaders),
            Read("ReadDocumentWord", "下载文书草稿", Officer, TeamLead, LegalReviewer, DeputyHead, Head),
            Write("PrintDocument", "打印文书", Officer, Auxiliary, TeamLead, Head, DeputyHead),
            Open("VerifyDocument", "查验文书"),
            // Documents: numbers
            Read("ListDocumentNumbers", "查阅文号台账", Cashier, Officer, TeamLead, DeputyHead, Head, Supervisor, Auditor),
            BySystem("CreateNumberCounters", "建立文号计数器"),
        ];
}
