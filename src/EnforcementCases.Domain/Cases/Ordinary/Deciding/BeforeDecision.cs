using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Everything on file that the law requires to be checked before the head signs (作出决定前的案卷).</summary>
public sealed record DecisionDossier
{
    /// <summary>Kind of party.</summary>
    public required PartyKind Party { get; init; }

    /// <summary>Outcome to be decided.</summary>
    public required CaseOutcome Outcome { get; init; }

    /// <summary>Matter to be decided, with kinds and amounts; what a review is bound to.</summary>
    public required ReviewedMatter Matter { get; init; }

    /// <summary>Lenient, mitigated or neither.</summary>
    public PenaltyGrade Grade { get; init; }

    /// <summary>The penalty departs from the benchmark (偏离裁量权基准).</summary>
    public bool DepartsFromBenchmark { get; init; }

    /// <summary>情节复杂或者重大违法行为, as ticked.</summary>
    public bool Complex { get; init; }

    /// <summary>When it is decided.</summary>
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Persons who investigated, also those who were replaced.</summary>
    public required IReadOnlyList<Guid> Investigators { get; init; }

    /// <summary>Officers in charge of the case now (承办人员).</summary>
    public required IReadOnlyList<Guid> InCharge { get; init; }

    /// <summary>Recusal requests.</summary>
    public IReadOnlyList<RecusalRequest> Recusals { get; init; } = [];

    /// <summary>A suspicion of crime; null if none.</summary>
    public CriminalTransferRecord? Transfer { get; init; }

    /// <summary>The party's mental state at the time of the offence; null if nobody raised it.</summary>
    public CapacityFinding? Capacity { get; init; }

    /// <summary>Facts with the evidence that carries them.</summary>
    public IReadOnlyList<FactElement> Facts { get; init; } = [];

    /// <summary>All evidence of the case.</summary>
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    /// <summary>The latest notice; null if none.</summary>
    public PriorNotice? Notice { get; init; }

    /// <summary>The proposal that the latest notice states; null if it names none, as those of before.</summary>
    public ReviewedMatter? Told { get; init; }

    /// <summary>The notices that were served before the latest one.</summary>
    public IReadOnlyList<NoticeBefore> NoticesBefore { get; init; } = [];

    /// <summary>The evidence of new facts on which the latest notice rests.</summary>
    public IReadOnlyList<Guid> NewEvidenceIds { get; init; } = [];

    /// <summary>The proposals that points of the party were accepted against.</summary>
    public IReadOnlyList<ReviewedMatter> ToChange { get; init; } = [];

    /// <summary>Statements of the party (陈述、申辩).</summary>
    public IReadOnlyList<DefenceStatement> Statements { get; init; } = [];

    /// <summary>What the party gave up; null if nothing.</summary>
    public RightsWaiver? Waiver { get; init; }

    /// <summary>Grounds for a hearing that the officers ticked.</summary>
    public IReadOnlyList<HearingGround> HearingGroundsTicked { get; init; } = [];

    /// <summary>A hearing was asked for in time, or accepted.</summary>
    public bool HearingRequested { get; init; }

    /// <summary>A hearing was asked for after the last one: that one answers an earlier request.</summary>
    public bool HearingAwaited { get; init; }

    /// <summary>The last hearing; null if none took place.</summary>
    public HearingRecord? Hearing { get; init; }

    /// <summary>The last hearing was about an earlier notice.</summary>
    public bool HearingOnEarlierNotice { get; init; }

    /// <summary>Evidence that was shown at the last hearing; null if that was not asked then.</summary>
    public IReadOnlyList<Guid>? EvidenceShown { get; init; }

    /// <summary>The decision orders to correct, too (同时责令改正).</summary>
    public bool OrdersCorrection { get; init; }

    /// <summary>The decision refers to the record of the hearing.</summary>
    public bool RefersToHearingRecord { get; init; }

    /// <summary>What the officers see of the triggers of a review.</summary>
    public required ReviewAssessment Assessment { get; init; }

    /// <summary>Features of the case that the catalogue may name.</summary>
    public IReadOnlyList<ReviewFeature> Features { get; init; } = [];

    /// <summary>The latest opinion; null if none.</summary>
    public ReviewOpinion? Opinion { get; init; }

    /// <summary>The matter that the latest opinion is about; null if none.</summary>
    public ReviewedMatter? Reviewed { get; init; }

    /// <summary>An objection to the opinion waits for the head.</summary>
    public bool ObjectionUndecided { get; init; }

    /// <summary>The head sent the opinion back to the review: it counts no more.</summary>
    public bool OpinionSentBack { get; init; }

    /// <summary>The case was submitted to review and waits for an opinion.</summary>
    public bool ReviewOpen { get; init; }

    /// <summary>When an opinion of this round last was that the case belongs to the police (移送); null if none was.</summary>
    public DateTimeOffset? TransferAdvisedAt { get; init; }

    /// <summary>The discussion of the leaders; null if there was none.</summary>
    public DiscussionOnFile? Discussed { get; init; }
}

/// <summary>Settings of the place that decisions depend on.</summary>
/// <param name="Hearing">Amounts for a hearing.</param>
/// <param name="Catalogue">Catalogue of major decisions, adopted or default.</param>
/// <param name="DefenceWaitWorkingDays"><c>defence.wait</c>.</param>
/// <param name="InProduction">True in production: figures that nobody has confirmed are refused.</param>
public sealed record DecisionSettings(
    HearingAmounts Hearing,
    IReadOnlyList<ReviewCatalogueRow> Catalogue,
    int DefenceWaitWorkingDays,
    bool InProduction
);

/// <summary>The gates of the ordinary procedure before the decision, in their order: notice, defence, hearing, legal review, discussion. 行政处罚法 第五十七条.</summary>
public static class BeforeDecision
{
    /// <summary>Triggers of the legal review for a case in its present state.</summary>
    public static IReadOnlyList<ReviewTrigger> ReviewTriggersOf(DecisionDossier dossier, DecisionSettings settings) =>
        ReviewTriggers.Of(dossier.Assessment, dossier.Hearing is not null, CatalogueRowsOf(dossier, settings));

    /// <summary>Rows of the catalogue of major decisions that a case matches in its present state.</summary>
    public static IReadOnlyList<ReviewCatalogueRow> CatalogueRowsOf(DecisionDossier dossier, DecisionSettings settings) =>
        [
            .. RowsOf(KindOf(dossier.Outcome), dossier, settings),
            .. dossier.Outcome is CaseOutcome.OrderAlone && Suspensions(dossier, settings).Any()
                ? RowsOf(ReviewedDecisionKind.Penalty, dossier, settings)
                : [],
            .. dossier is { OrdersCorrection: true, Outcome: not CaseOutcome.OrderAlone }
                ? RowsOf(ReviewedDecisionKind.Order, dossier, settings)
                : [],
        ];

    /// <summary>Every obstacle to the decision; none when the head may sign.</summary>
    /// <exception cref="DomainException"><see cref="PenaltyItems.DoNotFit"/> or <see cref="PenaltyKinds.DetentionNotOurs"/>: the penalty makes no sense to begin with.</exception>
    public static IReadOnlyList<DomainException> ObstaclesTo(DecisionDossier dossier, DecisionSettings settings, WorkingCalendar calendar)
    {
        PenaltyItems.EnsureFit(dossier.Matter.Penalties);
        dossier.Outcome.EnsureFits(dossier.Matter.Penalties);

        var obstacles = Recusal.ObstaclesToDecision(dossier.Recusals, dossier.InCharge, dossier.DecidedAt).ToList();
        if (dossier.Outcome.BindsParty())
            obstacles.AddRange(ObstaclesToPenalty(dossier, settings, calendar));

        if (ReviewTriggers.ObstacleUnlessAssessed(dossier.Assessment) is { } why)
            obstacles.Add(why);
        var review = ReviewTriggersOf(dossier, settings);
        if (CriminalTransfer.ObstacleUnlessReported(dossier.TransferAdvisedAt, dossier.Transfer) is { } unreported)
            obstacles.Add(unreported);
        if (dossier.ReviewOpen && (review.Count == 0 || dossier.Opinion is not null)) // otherwise the missing opinion is named below
            obstacles.Add(ReviewGate.Missing.With("已经送审，审核意见尚未提出", "由审核人员提出审核意见"));
        if (ReviewGate.ObstacleFromObjection(dossier.ObjectionUndecided, dossier.OpinionSentBack) is { } objected)
            obstacles.Add(objected);
        obstacles.AddRange(
            ReviewGate.ObstaclesToDecision(
                review,
                dossier.Opinion,
                dossier.Matter,
                dossier.Hearing?.At,
                dossier.DecidedAt,
                dossier.Reviewed
            )
        );
        if (dossier.Outcome.BindsParty())
        {
            var discussion = CollectiveDiscussion.Triggers(review, dossier.DepartsFromBenchmark, dossier.Grade, dossier.Complex);
            obstacles.AddRange(
                CollectiveDiscussion.ObstaclesToDecision(
                    discussion,
                    dossier.Discussed?.Minutes,
                    review.Count > 0 || dossier.DepartsFromBenchmark || dossier.Grade is PenaltyGrade.Mitigated
                        ? dossier.Opinion?.At
                        : null,
                    dossier.DecidedAt
                )
            );
            if (discussion.Count > 0 && dossier.Discussed is { } due)
                obstacles.AddRange(CollectiveDiscussion.ObstaclesUnlessOf(due, dossier.Matter));
        }
        if (dossier.Discussed is { } discussed && CollectiveDiscussion.ObstacleUnlessConcluded(discussed, dossier.Matter) is { } other)
            obstacles.Add(other);
        return obstacles;
    }

    /// <summary>Refuses a decision with the first gate that is closed.</summary>
    /// <exception cref="DomainException">The first obstacle, with rule and article.</exception>
    public static void EnsureMayDecide(DecisionDossier dossier, DecisionSettings settings, WorkingCalendar calendar) =>
        ObstaclesTo(dossier, settings, calendar).RefuseFirst();

    private static List<DomainException> ObstaclesToPenalty(DecisionDossier dossier, DecisionSettings settings, WorkingCalendar calendar)
    {
        var penalties = dossier.Matter.Penalties;
        List<DomainException?> obstacles =
        [
            CriminalTransfer.WhyNoPenalty(dossier.Transfer),
            CriminalResult.WhyNoFine(dossier.Transfer, penalties.Fine()),
            dossier is { Outcome: CaseOutcome.Penalty, Capacity: { } capacity } ? MentalCapacity.ObstacleUnlessPunishable(capacity) : null,
            .. EvidenceRules.ObstaclesToDecision(dossier.Facts, dossier.Evidence),
            ValueOfThings.ObstacleUnlessKnown(dossier.Matter.Things, penalties),
            .. PriorNotices.ObstaclesToDecision(dossier.Notice, penalties, dossier.DecidedAt),
        ];
        if (dossier.Notice is not null && dossier.Told is { } told)
            obstacles.Add(PriorNotices.ObstacleUnlessAsNotified(told, dossier.Matter));
        if (dossier.Notice is not null)
            obstacles.AddRange(dossier.NoticesBefore.Select(before => PriorNotices.ObstacleUnlessCarried(before, dossier)));
        obstacles.AddRange(dossier.ToChange.Select(accepted => Defence.ObstacleUnlessChanged(accepted, dossier.Matter)));
        if (dossier.Notice is { } notice && notice.ServedAt <= dossier.DecidedAt)
        {
            // the penalty in the prior notice decides, even if less is imposed in the end: the right arose with the proposal
            var grounds = HearingRight.Grounds(
                notice.Penalties,
                dossier.Party,
                settings.Hearing,
                dossier.HearingGroundsTicked,
                (dossier.Told ?? dossier.Matter).Orders
            );
            if (settings.InProduction)
                obstacles.AddRange(
                    HearingRight.UnconfirmedAmounts(notice.Penalties, dossier.Party, settings.Hearing, notice.HearingRightNotified)
                );
            obstacles.Add(HearingRight.ObstacleUnlessNotified(notice, grounds));
            obstacles.AddRange(
                Defence.ObstaclesToDecision(
                    notice,
                    dossier.Statements,
                    dossier.Waiver,
                    hearingDone: dossier.Hearing is { } h
                        && h.At >= notice.ServedAt // one on an earlier notice does not use up the right that this one gives
                        && !dossier.HearingOnEarlierNotice
                        && HearingConduct.EndOf(h) is not HearingEnd.Postponed,
                    dossier.DecidedAt,
                    calendar,
                    settings.DefenceWaitWorkingDays
                )
            );
        }
        if (dossier.Hearing is { } hearing)
        {
            obstacles.AddRange(HearingConduct.Faults(hearing, dossier.Investigators));
            obstacles.Add(EvidenceAtHearing.ObstacleUnlessHeard(dossier, hearing));
        }
        obstacles.Add(
            HearingConduct.ObstacleUnlessOnRecord(
                dossier.HearingRequested,
                dossier.HearingAwaited ? null : dossier.Hearing,
                dossier.RefersToHearingRecord,
                dossier.DecidedAt
            )
        );
        return [.. obstacles.OfType<DomainException>()];
    }

    /// <summary>Orders that the place treats as 责令停产停业.</summary>
    private static IEnumerable<PenaltyItem> Suspensions(DecisionDossier dossier, DecisionSettings settings) =>
        dossier
            .Matter.Orders.Where(order => settings.Hearing.Orders.IsSuspension(order.Kind))
            .Select(_ => new PenaltyItem(PenaltyKind.SuspensionOfOperation));

    private static IReadOnlyList<ReviewCatalogueRow> RowsOf(
        ReviewedDecisionKind kind,
        DecisionDossier dossier,
        DecisionSettings settings
    ) =>
        ReviewCatalogue.Match(
            settings.Catalogue,
            new(kind, dossier.Party, [.. dossier.Matter.Penalties, .. Suspensions(dossier, settings)], dossier.Features),
            LegalDate.Of(dossier.DecidedAt)
        );

    private static ReviewedDecisionKind KindOf(CaseOutcome outcome) =>
        outcome switch
        {
            CaseOutcome.Penalty => ReviewedDecisionKind.Penalty,
            CaseOutcome.OrderAlone => ReviewedDecisionKind.Order,
            CaseOutcome.CriminalTransfer => ReviewedDecisionKind.Transfer,
            CaseOutcome.NoPenaltySlight
            or CaseOutcome.NoPenaltyFirstTime
            or CaseOutcome.NoPenaltyNoFault
            or CaseOutcome.NoPenaltyUnderAge
            or CaseOutcome.NoPenaltyIncapacity
            or CaseOutcome.NoPenaltyTimeBarred
            or CaseOutcome.NoPenaltyNotProved
            or CaseOutcome.TransferToOrgan
            or CaseOutcome.Withdrawn
            or CaseOutcome.NotFiled => ReviewedDecisionKind.NoPenalty,
        };
}
