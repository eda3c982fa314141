using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

public static partial class OrdinaryProcedure
{
    /// <summary>Everything between the filing and the decision, so that deciding too early is refused with the article and not with the stage.</summary>
    private static CaseStage[] Undecided => [CaseStage.Investigating, CaseStage.Concluded, CaseStage.Told];

    /// <summary>告知、申辩、听证、审核、讨论、决定. 行政处罚法 第四十四条、第四十五条、第五十七条至第六十五条.</summary>
    private static IReadOnlyList<ActRow> DecisionRows =>
        [
            new(CaseAct.TellPenalty, typeof(TellPenalty))
            {
                From = Undecided,
                TooEarlyAt = [CaseStage.Investigating],
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [Gates.InvestigationConcluded],
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
                Needs = [Gates.NoticeServed],
                Recording = new(ProcessStage.Decision, "当事人明确放弃权利的原话", "放弃陈述申辩声明"),
            },
            new(CaseAct.HearDefence, typeof(HearDefence))
            {
                From = [CaseStage.Told],
                By = [Role.Officer, Role.LegalReviewer],
                Needs = [Gates.NoticeServed, Gates.DefenceReviewed],
                Ends = [DeadlineKind.Defence],
                Recording = new(ProcessStage.Decision, "当事人的陈述、申辩", "陈述申辩记录", RecordedAct.OralDefence),
            },
            new(CaseAct.ReviewDefence, typeof(ReviewDefence))
            {
                From = [CaseStage.Told],
                By = [Role.Officer, Role.LegalReviewer],
                Needs = [Gates.StatementMade],
                Recording = new(ProcessStage.Decision, "逐项复核结论和理由", "陈述申辩复核意见"),
                Issues = [DocumentKind.DefenceRecord], // what was said and what was found are one paper
            },
            new(CaseAct.RequestHearing, typeof(RequestHearing))
            {
                From = [CaseStage.Told],
                By = [Role.Officer, Role.LegalReviewer],
                Needs = [Gates.NoticeServed, Gates.HearingOffered],
                Ends = [DeadlineKind.HearingRequest],
                Recording = new(ProcessStage.Decision, "听证申请", "听证申请登记"),
            },
            new(CaseAct.WithdrawHearingRequest, typeof(WithdrawHearingRequest))
            {
                From = [CaseStage.Told],
                By = [Role.Officer, Role.LegalReviewer],
                Needs = [Gates.HearingAsked],
                Recording = new(ProcessStage.Decision, "撤回听证申请", "撤回听证申请记录"),
            },
            new(CaseAct.NotifyHearing, typeof(NotifyHearing))
            {
                From = [CaseStage.Told],
                By = [Role.Head, Role.DeputyHead],
                Needs = [Gates.HearingAsked],
                Recording = new(ProcessStage.Decision, "听证时间、地点、主持人", "听证通知书"),
                Issues = [DocumentKind.HearingNotice],
            },
            new(CaseAct.HoldHearing, typeof(HoldHearing))
            {
                From = [CaseStage.Told],
                By = [Role.HearingHost],
                Relation = ActorRelation.Outsider,
                Needs = [Gates.HearingCalled],
                Recording = new(ProcessStage.Decision, "举证、申辩、质证", "听证笔录", RecordedAct.Hearing),
                Issues = [DocumentKind.HearingRecord],
            },
            new(CaseAct.ReportHearing, typeof(ReportHearing))
            {
                From = [CaseStage.Told],
                By = [Role.HearingHost],
                Relation = ActorRelation.Outsider,
                Needs = [Gates.HearingHeld],
                Recording = new(ProcessStage.Decision, "争点、证据采信、建议", "听证报告"),
                Issues = [DocumentKind.HearingReport],
            },
            new(CaseAct.AssessReviewTriggers, typeof(AssessReviewTriggers))
            {
                From = [CaseStage.Concluded, CaseStage.Told],
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Recording = new(ProcessStage.Review, "是否属于法制审核范围", "法制审核情形判断"),
            },
            new(CaseAct.ProposeDecision, typeof(ProposeDecision))
            {
                From = [CaseStage.Concluded, CaseStage.Told],
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [Gates.DefenceReviewed],
                Recording = new(ProcessStage.Decision, "拟定的处理结果、事实、依据、裁量理由", "处罚决定审批表"),
            },
            new(CaseAct.SubmitForReview, typeof(SubmitForReview))
            {
                From = [CaseStage.Concluded, CaseStage.Told],
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Needs = [Gates.DecisionProposed],
                Starts = [DeadlineKind.LegalReview],
                Recording = new(ProcessStage.Review, "送审材料", "法制审核送审单"),
            },
            new(CaseAct.TakeReview, typeof(TakeReview))
            {
                From = [CaseStage.Concluded, CaseStage.Told],
                By = [Role.LegalReviewer],
                Relation = ActorRelation.Outsider,
                Needs = [Gates.ReviewOpen],
                Recording = new(ProcessStage.Review, "审核人员及其资格", "法制审核受理记录"),
            },
            new(CaseAct.GiveReviewOpinion, typeof(GiveReviewOpinion))
            {
                From = [CaseStage.Concluded, CaseStage.Told],
                By = [Role.LegalReviewer],
                Relation = ActorRelation.Outsider,
                Needs = [Gates.ReviewOpen, Gates.DecisionProposed],
                Ends = [DeadlineKind.LegalReview],
                Recording = new(ProcessStage.Review, "七项审核内容的结论和意见", "法制审核意见书", RecordedAct.LegalReview),
                Issues = [DocumentKind.LegalReviewOpinion],
            },
            new(CaseAct.DiscussCollectively, typeof(DiscussCollectively))
            {
                From = [CaseStage.Concluded, CaseStage.Told],
                By = [Role.Head],
                Needs = [Gates.DecisionProposed],
                Recording = new(ProcessStage.Decision, "参加人、逐人意见、结论", "集体讨论记录", RecordedAct.CollectiveDiscussion),
                Issues = [DocumentKind.CollectiveDiscussion],
            },
            new(CaseAct.Decide, typeof(Decide))
            {
                From = Undecided,
                TooEarlyAt = [CaseStage.Investigating, CaseStage.Concluded],
                To = CaseStage.Decided,
                By = [Role.Head],
                StepUp = true,
                Needs = [Gates.NoticeServed, Gates.DefenceReviewed, Gates.DecisionProposed, Gates.MayDecide, Gates.DecisionEndorsed],
                Starts = [DeadlineKind.Service],
                Ends = [DeadlineKind.Decision],
                Recording = new(ProcessStage.Decision, "各级审批意见和处罚决定", "处罚决定审批表、行政处罚决定书", RecordedAct.Decision),
                Issues = [DocumentKind.DecisionApproval, DocumentKind.PenaltyDecision],
            },
            new(CaseAct.DecideNoPenalty, typeof(DecideNoPenalty))
            {
                From = Undecided,
                TooEarlyAt = [CaseStage.Investigating],
                To = CaseStage.Ended,
                By = [Role.Head],
                StepUp = true,
                Needs = [Gates.InvestigationConcluded, Gates.DecisionProposed, Gates.MayDecide, Gates.DecisionEndorsed],
                Starts = [DeadlineKind.Service, DeadlineKind.Correction],
                Ends = [DeadlineKind.Decision],
                Recording = new(ProcessStage.Decision, "不予处罚的理由和依据", "不予行政处罚决定书", RecordedAct.Decision),
                Issues = [DocumentKind.NoPenaltyDecision],
            },
            new(CaseAct.Educate, typeof(Educate))
            {
                From = [CaseStage.Ended],
                By = [Role.Officer],
                Recording = new(ProcessStage.Decision, "教育的形式和内容", "教育记录"),
            },
            new(CaseAct.CommitToLaw, typeof(CommitToLaw))
            {
                From = [CaseStage.Concluded, CaseStage.Told, CaseStage.Ended],
                By = [Role.Officer],
                Recording = new(ProcessStage.Decision, "承诺内容", "守法承诺书"),
                Issues = [DocumentKind.ComplianceCommitment],
            },
        ];

    /// <summary>审核：处罚决定以外、列入目录的行为. 国办发〔2018〕118号 四、（三）.</summary>
    private static IReadOnlyList<ActRow> PlannedReviewRows =>
        [
            new(CaseAct.SubmitPlannedAct, typeof(SubmitPlannedAct))
            {
                From = Filed,
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Starts = [DeadlineKind.PlannedActReview],
                Recording = new(ProcessStage.Review, "拟实施的行为、事实、依据", "法制审核送审单"),
                WhileSuspended = true,
            },
            new(CaseAct.TakePlannedReview, typeof(TakePlannedReview))
            {
                From = Filed,
                By = [Role.LegalReviewer],
                Relation = ActorRelation.Outsider,
                Needs = [Gates.PlannedReviewOpen],
                Recording = new(ProcessStage.Review, "审核人员及其资格", "法制审核受理记录"),
                WhileSuspended = true,
            },
            new(CaseAct.GivePlannedReviewOpinion, typeof(GivePlannedReviewOpinion))
            {
                From = Filed,
                By = [Role.LegalReviewer],
                Relation = ActorRelation.Outsider,
                Needs = [Gates.PlannedReviewOpen],
                MayEnd = [DeadlineKind.PlannedActReview],
                Recording = new(ProcessStage.Review, "七项审核内容的结论和意见", "法制审核意见书", RecordedAct.LegalReview),
                Issues = [DocumentKind.LegalReviewOpinion],
                WhileSuspended = true,
            },
        ];
}

internal static partial class Gates
{
    /// <summary>The investigation is not concluded.</summary>
    public static readonly DomainError NotConcluded = new(
        "investigation.not-concluded",
        "APL-57-1",
        ErrorKind.RuleBroken,
        "调查终结后，才能对调查结果进行审查并作出处理决定",
        Law.PenaltyLaw.At("第五十七条第一款")
    );

    /// <summary>Nothing is proposed for the head.</summary>
    public static readonly DomainError DecisionNotProposed = new(
        "ordinary-decision.not-proposed",
        null,
        ErrorKind.WrongStage,
        "承办人员尚未拟定处理决定"
    );

    /// <summary>No statement waits for its re-check.</summary>
    public static readonly DomainError NoStatement = new("defence.no-statement", null, ErrorKind.WrongStage, "没有待复核的陈述、申辩");

    /// <summary>The right to a hearing was not told.</summary>
    public static readonly DomainError HearingNotOffered = new(
        "hearing.not-offered",
        "APL-63",
        ErrorKind.RuleBroken,
        "告知书没有告知听证权利，本案不属于应当听证的情形",
        Law.PenaltyLaw.At("第六十三条第一款")
    );

    /// <summary>Nobody asked for a hearing.</summary>
    public static readonly DomainError HearingNotAsked = new("hearing.not-asked", null, ErrorKind.WrongStage, "当事人没有要求听证");

    /// <summary>No date is set.</summary>
    public static readonly DomainError HearingNotCalled = new("hearing.not-called", null, ErrorKind.WrongStage, "尚未通知听证");

    /// <summary>No hearing took place.</summary>
    public static readonly DomainError HearingNotHeld = new("hearing.not-held", null, ErrorKind.WrongStage, "尚未举行听证");

    /// <summary>The case is not at the reviewers.</summary>
    public static readonly DomainError ReviewNotOpen = new("legal-review.not-open", null, ErrorKind.WrongStage, "案件没有送法制审核");

    public static readonly Gate InvestigationConcluded = new(
        nameof(InvestigationConcluded),
        (file, _) => file.Conclusion is null ? NotConcluded.With("没有调查终结报告", "先办理调查终结") : null
    );

    public static readonly Gate NoticeServed = new(
        nameof(NoticeServed),
        (file, _) => file.Notice is null ? PriorNotices.Missing.With("没有送达事先告知书", "先告知并送达") : null
    );

    public static readonly Gate StatementMade = new(
        nameof(StatementMade),
        (file, _) => file.StatementToReview is null ? NoStatement.With("没有待复核的意见") : null
    );

    public static readonly Gate DefenceReviewed = new(
        nameof(DefenceReviewed),
        (file, _) => file.StatementToReview is null ? null : Defence.NotRechecked.With("当事人的意见尚未复核", "先办理复核")
    );

    public static readonly Gate HearingOffered = new(
        nameof(HearingOffered),
        (file, _) => file.Notice is { HearingRightTold: false } ? HearingNotOffered.With("没有告知听证权利") : null
    );

    public static readonly Gate HearingAsked = new(
        nameof(HearingAsked),
        (file, _) => file.HearingRequested is null ? HearingNotAsked.With("没有听证申请") : null
    );

    public static readonly Gate HearingCalled = new(
        nameof(HearingCalled),
        (file, _) => file.HearingCalled is null ? HearingNotCalled.With("没有听证通知") : null
    );

    public static readonly Gate HearingHeld = new(
        nameof(HearingHeld),
        (file, _) => file.Hearing is null ? HearingNotHeld.With("没有听证笔录") : null
    );

    public static readonly Gate DecisionProposed = new(
        nameof(DecisionProposed),
        (file, _) => file.DecisionProposal is null ? DecisionNotProposed.With("没有拟定的处理决定", "由承办人员先行拟定") : null
    );

    public static readonly Gate ReviewOpen = new(
        nameof(ReviewOpen),
        (file, _) => file.ReviewIsOpen ? null : ReviewNotOpen.With("没有待审核的送审", "由承办人员送审")
    );

    /// <summary>All that the law asks before the head signs: recusal, evidence, notice, defence and its time, hearing, legal review, discussion.</summary>
    public static readonly Gate MayDecide = new(
        nameof(MayDecide),
        (file, law, at) =>
            file.DecisionProposal is not { } proposal
                ? []
                : BeforeDecision.ObstaclesTo(
                    file.DossierFor(proposal, at),
                    OrdinaryFile.SettingsFor(law, Law.LegalDate.Of(at)),
                    law.Calendar
                )
    );

    public static readonly Gate DecisionEndorsed = new(
        nameof(DecisionEndorsed),
        (file, law) => file.WhyNotEndorsed(ApprovalPaper.Decision, law)
    );
}
