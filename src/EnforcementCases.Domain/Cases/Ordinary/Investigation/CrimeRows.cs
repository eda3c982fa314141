using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>涉嫌犯罪: to the police and back, at every stage of both procedures. 行政处罚法 第八条第二款、第二十七条、第三十五条.</summary>
internal static class CrimeRows
{
    /// <summary>From the clue to the archive: a crime that shows late is transferred, too.</summary>
    private static readonly IReadOnlyList<CaseStage> EveryStage =
    [
        CaseStage.Registered,
        .. CaseStages.Undecided,
        CaseStage.Decided,
        CaseStage.Served,
        CaseStage.Ended,
        CaseStage.Revoked,
        CaseStage.Closed,
        CaseStage.Archived,
    ];

    /// <summary>Every row, in the order of the procedure.</summary>
    public static IReadOnlyList<ActRow> All =>
        [
            new(CaseAct.ReportSuspectedCrime, typeof(ReportSuspectedCrime))
            {
                Procedures = ActRow.Both,
                From = EveryStage,
                By = [Role.Officer],
                Needs = [InvestigationGates.NoCrimePending],
                Starts = [DeadlineKind.CrimeDecision],
                Recording = new(ProcessStage.Investigation, "涉嫌犯罪的事实", "移送涉嫌犯罪案件的书面报告"),
                WhileSuspended = true,
            },
            new(CaseAct.DecideCrimeTransfer, typeof(DecideCrimeTransfer))
            {
                Procedures = ActRow.Both,
                From = EveryStage,
                By = [Role.Head],
                NotBy = [CaseAct.ReportSuspectedCrime],
                StepUp = true,
                Needs = [InvestigationGates.CrimeReported],
                RestsOn = [Grounds.CrimeReported],
                Starts = [DeadlineKind.CrimeTransfer],
                Ends = [DeadlineKind.CrimeDecision],
                Recording = new(ProcessStage.Decision, "是否移送的决定和理由", "移送涉嫌犯罪案件审批表"),
                WhileSuspended = true,
            },
            new(CaseAct.TransferCase, typeof(TransferCase))
            {
                Procedures = ActRow.Both,
                From = EveryStage,
                OrTo = [CaseStage.Ended],
                OrMoves = [.. EveryStage.Where(TransferCase.EndsTheCase).Select(from => new StageMove(from, CaseStage.Ended))],
                By = [Role.Head, Role.DeputyHead],
                MayEnd = [DeadlineKind.Filing, DeadlineKind.Decision, DeadlineKind.CrimeTransfer],
                Recording = new(ProcessStage.Decision, "移送的理由、材料和接收机关", "案件移送函"),
                Issues = [DocumentKind.TransferLetter],
                WhileSuspended = true,
            },
            new(CaseAct.EnterCriminalResult, typeof(EnterCriminalResult))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Decided, CaseStage.Served, CaseStage.Ended, CaseStage.Revoked, CaseStage.Closed, CaseStage.Archived],
                By = [Role.Officer, Role.LegalReviewer],
                Relation = ActorRelation.Outsider,
                Needs = [InvestigationGates.CrimeAway],
                Parts = [new("IssuedOn", "文书日期"), new("ReceivedOn", "收到文书") { Follows = true }],
                Starts = [DeadlineKind.Preservation, DeadlineKind.Sealing, DeadlineKind.Claim],
                Recording = new(ProcessStage.Decision, "公安机关、检察机关、人民法院的处理结果", "不予立案通知书、不起诉决定书、判决书"),
            },
            new(CaseAct.ResumeAfterCrime, typeof(ResumeAfterCrime))
            {
                From = [CaseStage.Ended, CaseStage.Closed, CaseStage.Archived],
                OrTo = [CaseStage.Registered, CaseStage.Investigating],
                By = [Role.Head],
                StepUp = true,
                Needs = [InvestigationGates.CameBack],
                RestsOn = [Grounds.CriminalResultEntered],
                Starts = [DeadlineKind.Filing, DeadlineKind.Decision],
                Recording = new(ProcessStage.Initiation, "退回的情况和恢复办理的理由", "恢复办理审批表"),
            },
        ];
}
