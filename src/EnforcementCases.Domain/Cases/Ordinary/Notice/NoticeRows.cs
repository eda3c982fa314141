using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>事先告知、陈述申辩. 行政处罚法 第四十四条、第四十五条、第六十二条.</summary>
internal static class NoticeRows
{
    /// <summary>Every row, in the order of the procedure.</summary>
    public static IReadOnlyList<ActRow> All =>
        [
            new(CaseAct.TellPenalty, typeof(TellPenalty))
            {
                From = CaseStages.Undecided,
                TooEarlyAt = [CaseStage.Investigating],
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs =
                [
                    InvestigationGates.InvestigationConcluded,
                    DecidingGates.DecisionProposed,
                    InvestigationGates.SealingDecisionsServed,
                    NoticeGates.GuardianKnown,
                ],
                Names = [References.Proposal, References.HigherProvision],
                RestsOn = [Grounds.NoticeBeforeServed, Grounds.DecisionProposed],
                Sets = [new("Orders.DueOn", "改正期限")],
                Recording = new(
                    ProcessStage.Decision,
                    "拟处罚内容、事实、理由、依据和权利",
                    "行政处罚事先告知书、听证告知书",
                    RecordedAct.PriorNotice
                ),
                Issues = [DocumentKind.PriorNotice, DocumentKind.HearingRightNotice],
            },
            new(CaseAct.WaiveDefence, typeof(WaiveDefence))
            {
                From = [CaseStage.Told],
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [NoticeGates.NoticeServed],
                Names = [References.Notice],
                RestsOn = [Grounds.RightsNotified],
                Parts = [Parts.DeclaredBefore],
                Recording = new(ProcessStage.Decision, "当事人明确放弃权利的原话", "放弃陈述申辩声明"),
                Issues = [DocumentKind.DefenceRecord],
            },
            new(CaseAct.HearDefence, typeof(HearDefence))
            {
                From = [CaseStage.Told],
                By = [Role.Officer, Role.LegalReviewer],
                Needs = [NoticeGates.NoticeServed, NoticeGates.DefenceReviewed],
                Names = [References.Notice],
                RestsOn = [Grounds.NoticeServed],
                Parts = [Parts.DeclaredBefore, new("Submission.Posted", "寄出"), new("Submission.Arrived", "收到") { Follows = true }],
                Ends = [DeadlineKind.Defence],
                Recording = new(ProcessStage.Decision, "当事人的陈述、申辩", "陈述申辩记录", RecordedAct.OralDefence),
            },
            new(CaseAct.ReviewDefence, typeof(ReviewDefence))
            {
                From = [CaseStage.Told],
                By = [Role.Officer, Role.LegalReviewer],
                Needs = [NoticeGates.StatementMade],
                Names = [References.NoticeAnswered],
                RestsOn = [Grounds.StatementMade],
                Recording = new(ProcessStage.Decision, "逐项复核结论和理由", "陈述申辩复核意见"),
                Issues = [DocumentKind.DefenceRecord], // the statement and its re-check are one paper
            },
        ];
}
