using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;

namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    private readonly List<PlannedReview> plannedReviews = [];

    /// <summary>Planned acts that were sent to review, each with its latest round; what waits for an opinion and can no longer be done has fallen away.</summary>
    public IReadOnlyList<PlannedReview> PlannedReviews =>
        [.. plannedReviews.Where(r => !r.IsOpen || r.Sent.Planned.IsOpenAt(r.Sent.MeasureId, Case.Stage))];

    /// <summary>The officers say that an unlawful structure stands finished.</summary>
    internal bool StructureIsFinished => ReviewAssessment?.Features.Contains(ReviewFeature.FinishedStructure) is true;

    /// <summary>Rows of the organ's catalogue of major decisions that list a planned act; none where it adopted none.</summary>
    /// <param name="finishedStructure">It is about an unlawful structure that stands finished.</param>
    public IReadOnlyList<ReviewCatalogueRow> ListedRows(
        PlannedAct planned,
        ActSurroundings law,
        DateOnly day,
        bool finishedStructure = false
    ) =>
        ReviewCatalogue.Match(
            CatalogueInForce(law, day),
            new(
                planned.Kind(),
                Case.Party.Kind,
                Penalties: [],
                [.. ReviewFeatures(), .. finishedStructure ? [ReviewFeature.FinishedStructure] : Array.Empty<ReviewFeature>()]
            ),
            day
        );

    /// <summary>Why a planned act may not be done on the day for want of a legal review; null where it may.</summary>
    /// <param name="measureId">The sealing that it is about; null where it is about none.</param>
    /// <param name="finishedStructure">It takes down an unlawful structure that stands finished, or does not; null where that is not known yet.</param>
    internal DomainException? WhyNotReviewed(
        PlannedAct planned,
        ActSurroundings law,
        DateTimeOffset at,
        Guid? measureId = null,
        bool? finishedStructure = null
    ) =>
        Case.Stage is CaseStage.Registered // before filing an order is given as in the street: there is no file yet to review
            ? null
            : PlannedActGate.WhyNotReviewed(
                planned,
                ListedRows(planned, law, LegalDate.Of(at), finishedStructure is true),
                plannedReviews.Find(r => !r.UsedUp && Covers(r, planned, measureId, finishedStructure))?.Opinion,
                at
            );

    /// <summary>Refuses a planned act whose particulars tell that the catalogue lists it.</summary>
    /// <inheritdoc cref="WhyNotReviewed" />
    /// <exception cref="DomainException"><see cref="PlannedActGate.Missing"/> or <see cref="PlannedActGate.NotPassed"/>.</exception>
    internal void EnsureReviewed(
        PlannedAct planned,
        ActSurroundings law,
        DateTimeOffset at,
        Guid? measureId = null,
        bool? finishedStructure = null
    )
    {
        if (WhyNotReviewed(planned, law, at, measureId, finishedStructure) is { } why)
            throw why;
    }

    /// <summary>The planned act was done: another of its kind needs a review of its own.</summary>
    internal void UseReview(PlannedAct planned, Guid? measureId = null, bool? finishedStructure = null)
    {
        if (plannedReviews.Find(r => r.Opinion is not null && Covers(r, planned, measureId, finishedStructure)) is { } used)
            Change(used.Sent.Key(), r => r with { UsedUp = true });
    }

    /// <summary>The review of a planned act that waits for its opinion.</summary>
    /// <exception cref="DomainException"><see cref="ReviewGates.ReviewNotOpen"/>.</exception>
    internal PlannedReview OpenReviewOf(PlannedAct planned, Guid? measureId) =>
        PlannedReviews.FirstOrDefault(r => r.IsOpen && r.Sent.Key() == planned.Key(measureId))
        ?? throw ReviewGates.ReviewNotOpen.With($"没有待审核的“{planned.Name()}”", "由承办人员送审");

    internal void Send(SubmitPlannedAct sent)
    {
        plannedReviews.RemoveAll(r => r.Sent.Key() == sent.Key());
        plannedReviews.Add(new(sent, All<SubmitPlannedAct>().Count(s => s.Key() == sent.Key())));
    }

    internal void Change(string key, Func<PlannedReview, PlannedReview> change) =>
        Replace(plannedReviews, r => r.Sent.Key() == key, change);

    /// <summary>Time for a review: the shortest that a matching row of the catalogue sets, otherwise the place's own.</summary>
    internal static int DaysFor(IReadOnlyList<ReviewCatalogueRow> rows, ActSurroundings law, DateOnly day) =>
        rows.Min(r => r.TimeLimitWorkingDays) ?? law.Parameter("review.days", day).Number;

    /// <summary>Reviews of what can no longer be done fall away with their deadlines.</summary>
    private void DropReviewsOverAt(CaseStage stage, DateTimeOffset at)
    {
        foreach (var over in plannedReviews.Where(r => r.IsOpen && !r.Sent.Planned.IsOpenAt(r.Sent.MeasureId, stage)))
            Case.EndDeadline(DeadlineKind.PlannedActReview, at, over.Sent.Key());
    }

    private void ForgetReviewsOverAt(CaseStage stage) =>
        plannedReviews.RemoveAll(r => r.IsOpen && !r.Sent.Planned.IsOpenAt(r.Sent.MeasureId, stage));

    /// <summary>The case is handled again: what was passed before lets nothing pass any more. An emergency that was reviewed afterwards stays reviewed.</summary>
    private void ForgetReviewsOfPlannedActs() =>
        plannedReviews.RemoveAll(r => !r.IsOpen && (r.Sent.Planned is not PlannedAct.Sealing || r.Sent.MeasureId is null));

    /// <summary>The measure is over: nobody waits for a review of its extension.</summary>
    internal void ForgetReviewOfExtension(Guid measureId) =>
        plannedReviews.RemoveAll(r => r.IsOpen && r.Sent.Key() == PlannedAct.SealingExtension.Key(measureId));

    private bool Covers(PlannedReview review, PlannedAct planned, Guid? measureId, bool? finishedStructure) =>
        review.Sent.Key() == planned.Key(measureId)
        && (
            finishedStructure is not { } finished
            || (review.Sent.FinishedStructure || StructureIsFinished) == (finished || StructureIsFinished)
        );
}
