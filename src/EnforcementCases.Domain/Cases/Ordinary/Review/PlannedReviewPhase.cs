using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The legal reviews of acts beside the decision (拟实施行为的法制审核), as the acts left them.</summary>
public sealed class PlannedReviewPhase
{
    private readonly OrdinaryFile file;
    private readonly List<PlannedReview> reviews;

    internal PlannedReviewPhase(OrdinaryFile file, IEnumerable<PlannedReview>? reviews = null) =>
        (this.file, this.reviews) = (file, [.. reviews ?? []]);

    /// <summary>Planned acts that were sent to review, each with its latest round; a review that waits for an opinion on an act that can no longer be done has ended.</summary>
    public IReadOnlyList<PlannedReview> All =>
        [.. reviews.Where(r => !r.IsOpen || r.Sent.Planned.IsOpenAt(r.Sent.MeasureId, file.Case.Stage))];

    /// <summary>What still counts after the case is handled again: reviews that wait for their opinion, and an emergency that was reviewed afterwards.</summary>
    internal IEnumerable<PlannedReview> OutlastingTheDecision =>
        reviews.Where(r => r.IsOpen || r.Sent is { Planned: PlannedAct.Sealing, MeasureId: not null });

    /// <summary>Rows of the organ's catalogue of major decisions that list a planned act; none if it adopted none.</summary>
    /// <param name="finishedStructure">It is about an unlawful structure that is finished.</param>
    public IReadOnlyList<ReviewCatalogueRow> ListedRows(PlannedAct planned, ActContext law, DateOnly day, bool finishedStructure = false) =>
        ReviewCatalogue.Match(
            ReviewPhase.CatalogueInForce(law, day),
            new(
                planned.Kind(),
                file.Case.Party.Kind,
                Penalties: [],
                [.. file.Review.Features(), .. finishedStructure ? [ReviewFeature.FinishedStructure] : Array.Empty<ReviewFeature>()]
            ),
            day
        );

    /// <summary>Why a planned act may not be done because a legal review is missing; null if it may.</summary>
    /// <param name="measureId">The sealing that it is about; null if it is about none.</param>
    /// <param name="finishedStructure">It takes down an unlawful structure that is finished, or does not; null if that is not known yet.</param>
    internal DomainException? ObstacleUnlessReviewed(
        PlannedAct planned,
        ActContext law,
        DateTimeOffset at,
        Guid? measureId = null,
        bool? finishedStructure = null
    ) =>
        file.Case.Stage is CaseStage.Registered // before filing an order is given as in the street: there is no file yet to review
            ? null
            : PlannedActGate.ObstacleUnlessReviewed(
                planned,
                ListedRows(planned, law, LegalDate.Of(at), finishedStructure is true),
                reviews.Find(r => !r.UsedUp && Covers(r, planned, measureId, finishedStructure))?.Opinion,
                at
            );

    /// <summary>Refuses a planned act that by its particulars is listed in the catalogue and was not reviewed.</summary>
    /// <inheritdoc cref="ObstacleUnlessReviewed" />
    /// <exception cref="DomainException"><see cref="PlannedActGate.Missing"/> or <see cref="PlannedActGate.NotPassed"/>.</exception>
    internal void EnsureReviewed(
        PlannedAct planned,
        ActContext law,
        DateTimeOffset at,
        Guid? measureId = null,
        bool? finishedStructure = null
    )
    {
        if (ObstacleUnlessReviewed(planned, law, at, measureId, finishedStructure) is { } why)
            throw why;
    }

    /// <summary>The review of a planned act that waits for its opinion.</summary>
    /// <exception cref="DomainException"><see cref="ReviewPhase.ReviewNotOpen"/>.</exception>
    internal PlannedReview OpenOf(PlannedAct planned, Guid? measureId) =>
        All.FirstOrDefault(r => r.IsOpen && r.Sent.Key() == planned.Key(measureId))
        ?? throw ReviewPhase.ReviewNotOpen.With($"没有待审核的“{planned.Term()}”", "由承办人员送审");

    internal void Apply(SubmitPlannedAct sent)
    {
        reviews.RemoveAll(r => r.Sent.Key() == sent.Key());
        reviews.Add(new(sent, file.All<SubmitPlannedAct>().Count(s => s.Key() == sent.Key())));
    }

    internal void Apply(TakePlannedReview taken, DoneAct done) =>
        Change(taken.Planned.Key(taken.MeasureId), r => r with { Reviewer = done.PersonId });

    internal void Apply(GivePlannedReviewOpinion given, DoneAct done) =>
        Change(given.Planned.Key(given.MeasureId), r => r with { Opinion = given.On(r.Sent, file.Case.Id, done.PersonId) });

    /// <summary>The planned act was done: another of its kind needs a review of its own.</summary>
    internal void Use(PlannedAct planned, Guid? measureId = null, bool? finishedStructure = null)
    {
        if (reviews.Find(r => r.Opinion is not null && Covers(r, planned, measureId, finishedStructure)) is { } used)
            Change(used.Sent.Key(), r => r with { UsedUp = true });
    }

    /// <summary>The reviews that wait for an opinion on what can no longer be done at a stage.</summary>
    internal IEnumerable<PlannedReview> OverAt(CaseStage stage) =>
        reviews.Where(r => r.IsOpen && !r.Sent.Planned.IsOpenAt(r.Sent.MeasureId, stage));

    /// <summary>Ends those reviews.</summary>
    internal void ForgetOverAt(CaseStage stage) => reviews.RemoveAll(r => r.IsOpen && !r.Sent.Planned.IsOpenAt(r.Sent.MeasureId, stage));

    /// <summary>Ends a pending review of the extension of a measure that is over.</summary>
    internal void ForgetExtensionOf(Guid measureId) =>
        reviews.RemoveAll(r => r.IsOpen && r.Sent.Key() == PlannedAct.SealingExtension.Key(measureId));

    private void Change(string key, Func<PlannedReview, PlannedReview> change) => reviews.Replace(r => r.Sent.Key() == key, change);

    private bool Covers(PlannedReview review, PlannedAct planned, Guid? measureId, bool? finishedStructure) =>
        review.Sent.Key() == planned.Key(measureId)
        && (
            finishedStructure is not { } finished
            || (review.Sent.FinishedStructure || file.Review.StructureIsFinished) == (finished || file.Review.StructureIsFinished)
        );
}
