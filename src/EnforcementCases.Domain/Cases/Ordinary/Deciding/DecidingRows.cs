using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>讨论、决定. 行政处罚法 第五十七条至第六十条.</summary>
internal static class DecidingRows
{
    /// <summary>Acts that prepare or examine what is decided: a person who did one does not decide.</summary>
    private static readonly CaseAct[] Examined =
    [
        CaseAct.ProposeDecision,
        CaseAct.TakeReview,
        CaseAct.GiveReviewOpinion,
        CaseAct.HoldHearing,
        CaseAct.ReportHearing,
    ];

    /// <summary>The decision as it goes up the approval line.</summary>
    public static IReadOnlyList<ActRow> Proposal =>
        [
            new(CaseAct.ProposeDecision, typeof(ProposeDecision))
            {
                From = [CaseStage.Concluded, CaseStage.Told],
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [InvestigationGates.InvestigationConcluded, InvestigationGates.NoMinorQuestionedAlone, NoticeGates.DefenceReviewed],
                Names = [References.Report],
                RestsOn =
                [
                    Grounds.Reported,
                    Grounds.FactsProved,
                    Grounds.Assessed,
                    Grounds.StatementReviewed,
                    Grounds.HearingHeld,
                    Grounds.HearingReported,
                ],
                Parts =
                [
                    new("LimitationFound.ActEndedOn", "违法行为终了的时间"),
                    new("LimitationFound.DiscoveredOn", "发现违法行为的时间"),
                ],
                Sets = [new("Orders.DueOn", "改正期限")],
                Recording = new(ProcessStage.Decision, "拟定的处理结果、事实、依据、裁量理由", "处罚决定审批表"),
            },
        ];

    /// <summary>Discussion and decision, and what a decision without penalty asks for.</summary>
    public static IReadOnlyList<ActRow> Decision =>
        [
            new(CaseAct.DiscussCollectively, typeof(DiscussCollectively))
            {
                From = [CaseStage.Concluded, CaseStage.Told],
                By = [Role.Head],
                NotBy = Examined,
                Needs = [DecidingGates.DecisionProposed],
                Names = [References.Proposal, References.Opinion],
                RestsOn = [Grounds.DecisionProposed, Grounds.NoticeServed, Grounds.StatementReviewed],
                Recording = new(ProcessStage.Decision, "参加人、逐人意见、结论", "集体讨论记录", RecordedAct.CollectiveDiscussion),
                Issues = [DocumentKind.CollectiveDiscussion],
            },
            new(CaseAct.Decide, typeof(Decide))
            {
                From = CaseStages.Undecided,
                TooEarlyAt = [CaseStage.Investigating, CaseStage.Concluded],
                To = CaseStage.Decided,
                By = [Role.Head],
                NotBy = Examined,
                Signs = ApprovalPaper.Decision,
                StepUp = true,
                Needs =
                [
                    NoticeGates.NoticeServed,
                    NoticeGates.DefenceReviewed,
                    DecidingGates.DecisionProposed,
                    DecidingGates.MayDecide,
                    DecidingGates.DecisionEndorsed,
                ],
                RestsOn =
                [
                    Grounds.Reported,
                    Grounds.FactsProved,
                    Grounds.OrderRechecked,
                    Grounds.Resumed,
                    Grounds.StatementReviewed,
                    Grounds.HearingReported,
                    Grounds.DecisionProposed,
                    Grounds.ProposedOnHearingTheParty,
                    Grounds.DecisionEndorsed,
                ],
                Starts = [DeadlineKind.Service],
                Ends = [DeadlineKind.Decision],
                Recording = new(ProcessStage.Decision, "各级审批意见和处罚决定", "处罚决定审批表、行政处罚决定书", RecordedAct.Decision),
                Issues = [DocumentKind.DecisionApproval, DocumentKind.PenaltyDecision, DocumentKind.OrderDecision],
            },
            new(CaseAct.DecideNoPenalty, typeof(DecideNoPenalty))
            {
                From = CaseStages.Undecided,
                TooEarlyAt = [CaseStage.Investigating],
                To = CaseStage.Ended,
                By = [Role.Head],
                NotBy = Examined,
                Signs = ApprovalPaper.Decision,
                StepUp = true,
                Needs =
                [
                    InvestigationGates.InvestigationConcluded,
                    DecidingGates.DecisionProposed,
                    InvestigationGates.NoCrimePending,
                    DecidingGates.MayDecide,
                    DecidingGates.DecisionEndorsed,
                ],
                RestsOn =
                [
                    Grounds.Reported,
                    Grounds.FactsProved,
                    Grounds.OrderRechecked,
                    Grounds.Resumed,
                    Grounds.StatementReviewed,
                    Grounds.HearingReported,
                    Grounds.DecisionProposed,
                    Grounds.ProposedOnHearingTheParty,
                    Grounds.DecisionEndorsed,
                ],
                Starts = [DeadlineKind.Service, DeadlineKind.Correction],
                Ends = [DeadlineKind.Decision],
                Recording = new(
                    ProcessStage.Decision,
                    "不予处罚的理由和依据",
                    "不予行政处罚决定书、责令监护人管教通知书",
                    RecordedAct.Decision
                ),
                Issues = [DocumentKind.NoPenaltyDecision, DocumentKind.GuardianOrder],
            },
            new(CaseAct.Educate, typeof(Educate))
            {
                From = [CaseStage.Ended],
                By = [Role.Officer],
                Parts = [Parts.CertificatesShown],
                Recording = new(ProcessStage.Decision, "教育的形式和内容", "教育记录"),
            },
            new(CaseAct.CommitToLaw, typeof(CommitToLaw))
            {
                From = [CaseStage.Concluded, CaseStage.Told, CaseStage.Ended],
                By = [Role.Officer],
                Sets = [new("CorrectBy", "承诺改正的期限")],
                Recording = new(ProcessStage.Decision, "承诺内容", "守法承诺书"),
                Issues = [DocumentKind.ComplianceCommitment],
            },
        ];
}
