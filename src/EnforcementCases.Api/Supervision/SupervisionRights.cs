using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Supervision;

/// <summary>Who may do what in supervision: one line per operation. A supervisor reads below and writes in no case.</summary>
internal static class SupervisionRights
{
    public static IEnumerable<Right> Rows =>
        [
            Read("ReadCaseFindings", "查阅案卷自查结果", CaseReaders),
            Read("ListReviewRounds", "查阅案卷评查目录", Supervisor, LegalReviewer, Auditor),
            Read("ReadReviewRound", "查阅案卷评查", Supervisor, LegalReviewer, Auditor),
            Read("ReadReviewFigures", "查阅案卷评查统计", Supervisor, LegalReviewer, Auditor),
            Read("ReadReviewedFile", "查阅评查案卷", Supervisor, LegalReviewer, Auditor, TeamLead, DeputyHead, Head),
            Read("ListAccountabilities", "查阅责任追究台账", Supervisor, Auditor, Head),
            Read("ReadProblems", "查阅监督线索", Supervisor, Auditor),
            Read("ListLetters", "查阅监督文书目录", Supervisor, Auditor, TeamLead, DeputyHead, Head),
            Read("ReadLetter", "查阅监督文书", Supervisor, Auditor, TeamLead, DeputyHead, Head),
            Administer("SendLetter", "制发监督文书", Supervisor),
            Administer("CloseLetter", "了结监督文书", Supervisor),
            Administer("EscalateLetter", "升级监督文书", Supervisor),
            Write("AnswerLetter", "回复监督文书", TeamLead, DeputyHead, Head),
            Administer("DrawFiles", "抽取评查案卷", Supervisor),
            Administer("AssignReviewers", "指定评查人员", Supervisor),
            Administer("JudgeFile", "评查案卷", Supervisor, LegalReviewer, Auditor),
            Administer("ConfirmJudgement", "确认评查结果", Supervisor, LegalReviewer, Auditor),
            Administer("ReturnJudgement", "退回评查意见", Supervisor, LegalReviewer, Auditor),
            Administer("NotifyReview", "反馈评查意见", Supervisor),
            Write("AnswerReview", "回复评查意见", TeamLead, DeputyHead, Head),
            Administer("RecheckReview", "复查评查案卷", Supervisor, LegalReviewer, Auditor),
            Administer("NominateFile", "推荐示范优案、典型差案", Supervisor),
            Administer("HoldAccountable", "登记责任追究", Supervisor),
        ];
}
