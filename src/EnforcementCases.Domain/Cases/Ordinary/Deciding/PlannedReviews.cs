using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Sends an act that is planned beside the decision on the penalty to legal review (拟实施行为送法制审核): coercion, its execution, the court, an order. Sent again,
/// it is another round, and what was said before counts no more. 国办发〔2018〕118号 四、（三）.</summary>
public sealed record SubmitPlannedAct : ActBody
{
    /// <summary>Which act.</summary>
    public required PlannedAct Planned { get; init; }

    /// <summary>The sealing to be extended, or the one made in an emergency that is reviewed afterwards (事后补审); null for everything else.</summary>
    public Guid? MeasureId { get; init; }

    /// <summary>An unlawful structure that stands finished is to be taken down (已建成的违法搭建); only for an order to correct.</summary>
    public bool FinishedStructure { get; init; }

    /// <summary>The facts, word by word.</summary>
    public required string Facts { get; init; }

    /// <summary>What the act rests on.</summary>
    public required IReadOnlyList<CitedProvision> Basis { get; init; }

    /// <summary>What is to be done, to whom, how and when.</summary>
    public required string Plan { get; init; }

    /// <summary>What the reviewer is asked to look at; null where nothing special.</summary>
    public string? Note { get; init; }

    /// <summary>What tells the reviews of one case apart.</summary>
    public string Key() => Planned.Key(MeasureId);

    /// <summary>What the reviewer sees and passes.</summary>
    public PlannedMatter In(Guid caseId) => new(caseId, Planned, MeasureId, FinishedStructure, Facts, CitedProvisions.AsBasis(Basis), Plan);

    internal override void Do(ActInHand act)
    {
        if (Basis.Count == 0)
            throw OrdinaryFile.Incomplete.With("没有写明拟实施行为的依据");
        if (FinishedStructure && Planned is not PlannedAct.OrderToCorrect)
            throw OrdinaryFile.Incomplete.With("只有责令改正可以注明已建成的违法搭建");
        EnsureMeasureFits(act.File);
        if (!Planned.IsOpenAt(MeasureId, act.Case.Stage))
            throw CaseLifecycle.NotOpen(act.Case.Stage, Planned.DoneBy());
        var days = OrdinaryFile.DaysFor(act.File.ListedRows(Planned, act.Law, act.DoneOn, FinishedStructure), act.Law, act.DoneOn);
        act.Drop(DeadlineKind.PlannedActReview, Key());
        act.Start(DeadlineKind.PlannedActReview, ReviewerRules.Due(act.DoneOn, act.Law.Calendar, days), Key());
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Send(this);

    internal override RecordFields Clear() => new RecordFields().Add("planned", Planned).Add("measure", MeasureId);

    private void EnsureMeasureFits(OrdinaryFile file)
    {
        switch (Planned)
        {
            case PlannedAct.SealingExtension when MeasureId is { } measure:
                file.SealedOf(measure);
                break;
            case PlannedAct.Sealing when MeasureId is { } measure:
                if (!file.Sealed.Any(s => s.Id == measure && s.Emergency))
                    throw OrdinaryFile.MeasureNotOpen.With($"查封、扣押 {measure}");
                break;
            case PlannedAct.SealingExtension:
                throw OrdinaryFile.Incomplete.With("延长查封、扣押期限的，应当写明该项措施");
            case PlannedAct.OrderToCorrect
            or PlannedAct.Sealing
            or PlannedAct.SubstitutePerformance
            or PlannedAct.Execution
            or PlannedAct.CourtApplication:
                if (MeasureId is not null)
                    throw OrdinaryFile.Incomplete.With("所送审的行为与查封、扣押措施无关，不写该项措施");
                break;
        }
    }
}

/// <summary>A reviewer takes the review of a planned act (受理拟实施行为的法制审核). The register tells whether he or she is qualified. 行政处罚法 第五十八条第二款.</summary>
public sealed record TakePlannedReview : ActBody
{
    /// <summary>Which act.</summary>
    public required PlannedAct Planned { get; init; }

    /// <summary>The sealing that it is about, as it was sent; null where it is about none.</summary>
    public Guid? MeasureId { get; init; }

    internal override void Do(ActInHand act)
    {
        act.EnsureNotBeforeSent(act.File.OpenReviewOf(Planned, MeasureId));
        act.EnsureMayReview();
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) =>
        file.Change(Planned.Key(MeasureId), r => r with { Reviewer = done.PersonId });

    internal override RecordFields Clear() => new RecordFields().Add("planned", Planned).Add("measure", MeasureId);
}

/// <summary>Gives the opinion on a planned act (拟实施行为的法制审核意见): seven points, each with a result, and one of five outcomes. 国办发〔2018〕118号.</summary>
public sealed record GivePlannedReviewOpinion : ActBody
{
    /// <summary>Which act.</summary>
    public required PlannedAct Planned { get; init; }

    /// <summary>The sealing that it is about, as it was sent; null where it is about none.</summary>
    public Guid? MeasureId { get; init; }

    /// <summary>What it ends in.</summary>
    public required ReviewOutcome Outcome { get; init; }

    /// <summary>The seven points, each with a result.</summary>
    public required IReadOnlyList<ReviewPointResult> Points { get; init; }

    /// <summary>Hash of the matter that was seen (<c>planned[].matterSha256</c> of the review matter).</summary>
    public required string MatterSha256 { get; init; }

    /// <summary>Facts, basis and plan as the reviewer amended them; required for <c>PassedAsAmended</c>, otherwise null.</summary>
    public AmendedPlan? Amended { get; init; }

    /// <summary>The opinion in words.</summary>
    public required string Words { get; init; }

    internal override void Do(ActInHand act)
    {
        var review = act.File.OpenReviewOf(Planned, MeasureId);
        act.EnsureReviewedBy(review.Reviewer, MatterSha256, review.Sent.In(act.Case.Id).Sha256(), Outcome, Amended is not null);
        act.EnsureNotBeforeSent(review);
        ReviewScope.EnsureComplete(On(review.Sent, act.Case.Id, act.Law.PersonId));
        act.Meet(DeadlineKind.PlannedActReview, Planned.Key(MeasureId));
        if (MeasureId is { } measure && Planned is PlannedAct.Sealing && Outcome is not ReviewOutcome.ReturnedForCompletion)
            act.Meet(DeadlineKind.PlannedActReview, SealProperty.Reference(measure)); // the emergency is reviewed, whatever was found
        act.Issue(DocumentKind.LegalReviewOpinion);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) =>
        file.Change(Planned.Key(MeasureId), r => r with { Opinion = On(r.Sent, file.Case.Id, done.PersonId) });

    internal override RecordFields Clear() =>
        new RecordFields()
            .Add("planned", Planned)
            .Add("measure", MeasureId)
            .Add("outcome", Outcome)
            .Add("matterSha256", MatterSha256)
            .Add("amended", Amended is not null);

    private ReviewOpinion On(SubmitPlannedAct sent, Guid caseId, Guid reviewer) =>
        new(reviewer, DoneAt, Outcome, Points, Amended is { } amended ? amended.Of(sent, caseId).Sha256() : MatterSha256, Words);
}

/// <summary>A planned act as a reviewer amended it.</summary>
/// <param name="Facts">The facts, word by word.</param>
/// <param name="Basis">What the act rests on.</param>
/// <param name="Plan">What is to be done, to whom, how and when.</param>
public sealed record AmendedPlan(string Facts, IReadOnlyList<CitedProvision> Basis, string Plan)
{
    internal PlannedMatter Of(SubmitPlannedAct sent, Guid caseId) =>
        sent.In(caseId) with
        {
            Facts = Facts,
            Basis = CitedProvisions.AsBasis(Basis),
            Plan = Plan,
        };
}

/// <summary>The latest review of a planned act.</summary>
/// <param name="Sent">As it was sent.</param>
/// <param name="Round">How many times it was sent.</param>
/// <param name="Reviewer">Who took it; null before.</param>
/// <param name="Opinion">The opinion; null before.</param>
/// <param name="UsedUp">The act was done on this opinion: another of its kind needs another.</param>
public sealed record PlannedReview(
    SubmitPlannedAct Sent,
    int Round,
    Guid? Reviewer = null,
    ReviewOpinion? Opinion = null,
    bool UsedUp = false
)
{
    /// <summary>It waits for an opinion.</summary>
    public bool IsOpen => Opinion is null;
}

/// <summary>What every review asks of the reviewer, whatever is reviewed.</summary>
internal static class Reviewing
{
    /// <summary>Refuses a reviewer who is not qualified, or who investigated the case or kept its records.</summary>
    public static void EnsureMayReview(this ActInHand act)
    {
        ReviewerRules.EnsureQualified(act.Law.Reviewer ?? new(act.Law.PersonId, FirstReviewOn: null), act.DoneOn);
        ReviewerRules.EnsureIndependent(act.Law.PersonId, act.File.Investigators, act.File.Recorders);
    }

    /// <summary>Refuses an opinion by somebody who did not take the review, on what is not there any more, or whose amendment does not go with its outcome.</summary>
    public static void EnsureReviewedBy(this ActInHand act, Guid? reviewer, string named, string seen, ReviewOutcome outcome, bool amended)
    {
        if (reviewer != act.Law.PersonId)
            throw GiveReviewOpinion.NotTheReviewer.With("审核意见由受理的审核人员提出");
        if (!string.Equals(named, seen, StringComparison.Ordinal))
            throw ReviewGate.MatterChanged.With("所审核的内容不是当前拟定的内容", "重新读取后审核");
        if (outcome is ReviewOutcome.PassedAsAmended != amended)
            throw OrdinaryFile.Incomplete.With("修改后通过的，应当写明修改后的内容；其他结论不写");
    }

    /// <summary>Refuses to review what was not sent yet.</summary>
    public static void EnsureNotBeforeSent(this ActInHand act, PlannedReview review)
    {
        if (act.DoneAt < review.Sent.DoneAt)
            throw OrdinaryFile.TooEarly.With("审核早于送审");
    }
}

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
    /// <exception cref="DomainException"><see cref="Gates.ReviewNotOpen"/>.</exception>
    internal PlannedReview OpenReviewOf(PlannedAct planned, Guid? measureId) =>
        PlannedReviews.FirstOrDefault(r => r.IsOpen && r.Sent.Key() == planned.Key(measureId))
        ?? throw Gates.ReviewNotOpen.With($"没有待审核的“{planned.Name()}”", "由承办人员送审");

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

internal static partial class Gates
{
    public static readonly Gate PlannedReviewOpen = new(
        nameof(PlannedReviewOpen),
        (file, _) => file.PlannedReviews.Any(r => r.IsOpen) ? null : ReviewNotOpen.With("没有待审核的送审", "由承办人员送审")
    );

    /// <summary>An order that the catalogue lists whatever it is about; one about a finished structure tells so itself.</summary>
    public static readonly Gate OrderReviewed = Reviewed(PlannedAct.OrderToCorrect);

    public static readonly Gate SubstituteReviewed = Reviewed(PlannedAct.SubstitutePerformance);

    public static readonly Gate ExecutionReviewed = Reviewed(PlannedAct.Execution);

    public static readonly Gate CourtApplicationReviewed = Reviewed(PlannedAct.CourtApplication);

    /// <summary>A sealing to come; one in an emergency that waits for its approval is reviewed afterwards, and what was approved can be taken back.</summary>
    public static readonly Gate SealingReviewed = new(
        nameof(SealingReviewed),
        (file, law, at) =>
            file.SealingApproval is null
            && !file.Sealed.Any(s => s is { IsOpen: true, Emergency: true, HeadAgreed: null })
            && file.WhyNotReviewed(PlannedAct.Sealing, law, at) is { } why
                ? [why]
                : []
    );

    private static Gate Reviewed(PlannedAct planned) =>
        new($"{planned}Reviewed", (file, law, at) => file.WhyNotReviewed(planned, law, at) is { } why ? [why] : []);
}
