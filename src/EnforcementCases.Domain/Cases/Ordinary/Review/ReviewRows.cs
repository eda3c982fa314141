using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>法制审核. 行政处罚法 第五十八条.</summary>
internal static class ReviewRows
{
    /// <summary>Which triggers the officers see; before the decision is proposed.</summary>
    public static IReadOnlyList<ActRow> Triggers =>
        [
            new(CaseAct.AssessReviewTriggers, typeof(AssessReviewTriggers))
            {
                From = [CaseStage.Concluded, CaseStage.Told],
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                RestsOn = [Grounds.Reported],
                Recording = new(ProcessStage.Review, "是否属于法制审核范围", "法制审核情形判断"),
            },
        ];

    /// <summary>The review of the decision that is proposed.</summary>
    public static IReadOnlyList<ActRow> OfTheDecision =>
        [
            new(CaseAct.SubmitForReview, typeof(SubmitForReview))
            {
                From = [CaseStage.Concluded, CaseStage.Told],
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [DecidingGates.DecisionProposed],
                Names = [References.Proposal],
                RestsOn = [Grounds.DecisionProposed, Grounds.NoticeServed, Grounds.StatementReviewed, Grounds.HearingReported],
                Starts = [DeadlineKind.LegalReview],
                Recording = new(ProcessStage.Review, "送审材料", "法制审核送审单"),
            },
            new(CaseAct.TakeReview, typeof(TakeReview))
            {
                From = [CaseStage.Concluded, CaseStage.Told],
                By = [Role.LegalReviewer],
                IfHandled = ReviewerRules.NotIndependent,
                NotBy = [CaseAct.EndorsePaper, CaseAct.ProposeDecision, CaseAct.SubmitForReview],
                Relation = ActorRelation.Outsider,
                Needs = [ReviewGates.ReviewOpen],
                RestsOn = [Grounds.ReviewSubmitted],
                Recording = new(ProcessStage.Review, "审核人员及其资格", "法制审核受理记录"),
            },
            new(CaseAct.GiveReviewOpinion, typeof(GiveReviewOpinion))
            {
                From = [CaseStage.Concluded, CaseStage.Told],
                By = [Role.LegalReviewer],
                IfHandled = ReviewerRules.NotIndependent,
                NotBy = [CaseAct.EndorsePaper, CaseAct.ProposeDecision, CaseAct.SubmitForReview],
                Relation = ActorRelation.Outsider,
                Needs = [ReviewGates.ReviewOpen, DecidingGates.DecisionProposed],
                RestsOn = [Grounds.DecisionProposed, Grounds.ReviewSubmitted, Grounds.ReviewTaken],
                Sets = [new("Amended.Orders.DueOn", "改正期限")],
                Ends = [DeadlineKind.LegalReview],
                Recording = new(ProcessStage.Review, "七项审核内容的结论和意见", "法制审核意见书", RecordedAct.LegalReview),
                Issues = [DocumentKind.LegalReviewOpinion],
            },
            new(CaseAct.ObjectToReview, typeof(ObjectToReview))
            {
                From = [CaseStage.Concluded, CaseStage.Told],
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [ReviewGates.OpinionToObjectTo],
                Names = [References.Opinion],
                RestsOn = [Grounds.OpinionGiven],
                Recording = new(ProcessStage.Review, "对审核意见的异议和理由", "审核意见异议书"),
            },
            new(CaseAct.DecideObjection, typeof(DecideObjection))
            {
                From = [CaseStage.Concluded, CaseStage.Told],
                By = [Role.Head],
                NotBy = [CaseAct.TakeReview, CaseAct.GiveReviewOpinion, CaseAct.ObjectToReview],
                Needs = [ReviewGates.ObjectionMade],
                Names = [References.Objection],
                RestsOn = [Grounds.ObjectionMade],
                Recording = new(ProcessStage.Review, "听取审核人员意见的情况和决定", "审核意见异议处理决定"),
            },
        ];

    /// <summary>审核：处罚决定以外、列入目录的行为. 国办发〔2018〕118号 四、（三）.</summary>
    public static IReadOnlyList<ActRow> OfPlannedActs =>
        [
            new(CaseAct.SubmitPlannedAct, typeof(SubmitPlannedAct))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Registered, .. CaseStages.Filed],
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Starts = [DeadlineKind.PlannedActReview],
                Recording = new(ProcessStage.Review, "拟实施的行为、事实、依据", "法制审核送审单"),
                WhileSuspended = true,
            },
            new(CaseAct.TakePlannedReview, typeof(TakePlannedReview))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Registered, .. CaseStages.Filed],
                By = [Role.LegalReviewer],
                IfHandled = ReviewerRules.NotIndependent,
                NotBy = [CaseAct.SubmitPlannedAct],
                Relation = ActorRelation.Outsider,
                Needs = [ReviewGates.PlannedReviewOpen],
                RestsOn = [Grounds.PlannedActSubmitted],
                Recording = new(ProcessStage.Review, "审核人员及其资格", "法制审核受理记录"),
                WhileSuspended = true,
            },
            new(CaseAct.GivePlannedReviewOpinion, typeof(GivePlannedReviewOpinion))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Registered, .. CaseStages.Filed],
                By = [Role.LegalReviewer],
                IfHandled = ReviewerRules.NotIndependent,
                NotBy = [CaseAct.SubmitPlannedAct],
                Relation = ActorRelation.Outsider,
                Needs = [ReviewGates.PlannedReviewOpen],
                RestsOn = [Grounds.PlannedActSubmitted, Grounds.PlannedReviewTaken],
                MayEnd = [DeadlineKind.PlannedActReview],
                Recording = new(ProcessStage.Review, "七项审核内容的结论和意见", "法制审核意见书", RecordedAct.LegalReview),
                Issues = [DocumentKind.LegalReviewOpinion],
                WhileSuspended = true,
            },
        ];
}
