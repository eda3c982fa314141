using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The legal review of the decision (法制审核), as the acts left it. Opinions outlast a reopened investigation: the gate before the decision sees whether they still fit
/// what is proposed.</summary>
public sealed class ReviewPhase
{
    /// <summary>The case was not sent to legal review.</summary>
    public static readonly DomainError ReviewNotOpen = new("legal-review.not-open", null, ErrorKind.WrongStage, "案件没有送法制审核");

    private readonly OrdinaryFile file;

    internal ReviewPhase(OrdinaryFile file, int rounds = 0) => (this.file, Rounds) = (file, rounds);

    /// <summary>Triggers that the officers see; null before their assessment.</summary>
    public AssessReviewTriggers? Assessment { get; private set; }

    /// <summary>The case waits for an opinion.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The person who took the review; null before.</summary>
    public Guid? Reviewer { get; private set; }

    /// <summary>The act of the latest opinion; null if none.</summary>
    public DoneAct? OpinionAct { get; private set; }

    /// <summary>The latest opinion; null if none.</summary>
    public ReviewOpinion? Opinion { get; private set; }

    /// <summary>The matter that the latest opinion is about, as it was proposed or as the reviewer amended it; null if there is no opinion.</summary>
    public ReviewedMatter? Reviewed { get; private set; }

    /// <summary>An objection to the latest opinion that the head has not decided; null if none.</summary>
    public ObjectToReview? Objection { get; private set; }

    /// <summary>The head sent the latest opinion back to the review: it counts no more.</summary>
    public bool SentBack { get; private set; }

    /// <summary>When an opinion of this round last was that the case belongs to the police (移送); null if none was. A later opinion does not lift it.</summary>
    public DateTimeOffset? TransferAdvisedAt { get; private set; }

    /// <summary>How many times the case was sent to review (审核轮次).</summary>
    public int Rounds { get; private set; }

    /// <summary>When the review passed; null if it did not.</summary>
    public DateTimeOffset? PassedAt => Opinion is { } opinion && opinion.Outcome.LetsPass() ? opinion.At : null;

    /// <summary>The latest opinion passes the decision exactly as it is proposed now.</summary>
    public bool Holds =>
        Opinion is { } opinion
        && !SentBack
        && Objection is null
        && file.Deciding.Matter is { } matter
        && ReviewGate.ObstacleUnlessPassed(opinion, matter, file.Hearing.Held?.At, Reviewed) is null;

    /// <summary>The officers see that an unlawful structure is finished.</summary>
    internal bool StructureIsFinished => Assessment?.Features.Contains(ReviewFeature.FinishedStructure) is true;

    /// <summary>Why the decision as it is proposed needs legal review; null while nothing is proposed.</summary>
    public ReviewReasons? Reasons(ActContext law, DateTimeOffset at)
    {
        if (file.Deciding.Proposal is not { } proposal)
            return null;
        var (dossier, settings) = (file.Deciding.DossierFor(proposal, at), DecidingPhase.SettingsFor(law, LegalDate.Of(at)));
        return new(BeforeDecision.ReviewTriggersOf(dossier, settings), BeforeDecision.CatalogueRowsOf(dossier, settings));
    }

    /// <summary>The organ's catalogue of major decisions; where it adopted none, the default amounts.</summary>
    internal static IReadOnlyList<ReviewCatalogueRow> CatalogueInForce(ActContext law, DateOnly day) =>
        law.Catalogue.ReviewCatalogueOn(law.Organ.Path, day)?.Rows ?? ReviewCatalogue.Default(key => law.Parameter(key, day));

    /// <summary>Working days for a review: the shortest limit of a matching row of the catalogue, otherwise the place's own.</summary>
    internal static int DaysFor(IReadOnlyList<ReviewCatalogueRow> rows, ActContext law, DateOnly day) =>
        rows.Min(r => r.TimeLimitWorkingDays) ?? law.Parameter(LocalParameters.ReviewDays, day).Number;

    /// <summary>Working days for the review of the decision as it is proposed.</summary>
    internal int Days(ActContext law, DateTimeOffset at) =>
        DaysFor(
            file.Deciding.Proposal is { } proposal
                ? BeforeDecision.CatalogueRowsOf(file.Deciding.DossierFor(proposal, at), DecidingPhase.SettingsFor(law, LegalDate.Of(at)))
                : [],
            law,
            LegalDate.Of(at)
        );

    /// <summary>Features of the case that a row of a catalogue may name.</summary>
    internal IEnumerable<ReviewFeature> Features() => [.. FeaturesOfHearing(), .. FeaturesOfProposal(), .. FeaturesSeen()];

    /// <summary>The report that the proposal rested on is withdrawn: nobody waits for an opinion.</summary>
    internal ReviewPhase WithdrawnWithReport() =>
        new(file, Rounds)
        {
            Assessment = Assessment,
            Reviewer = Reviewer,
            Opinion = Opinion,
            OpinionAct = OpinionAct,
            Reviewed = Reviewed,
            Objection = Objection,
            SentBack = SentBack,
            TransferAdvisedAt = TransferAdvisedAt,
        };

    internal void Apply(AssessReviewTriggers assessment) => Assessment = assessment;

    internal void Apply(SubmitForReview _)
    {
        IsOpen = true;
        Reviewer = null; // each round is taken anew: who is qualified and independent may have changed
        Rounds++;
    }

    internal void Apply(TakeReview _, DoneAct done) => Reviewer = done.PersonId;

    internal void Apply(GiveReviewOpinion given, DoneAct done)
    {
        var proposed = file.Deciding.Matter;
        Opinion = given.AsOpinion(proposed, done.PersonId);
        OpinionAct = done;
        if (given.Outcome is ReviewOutcome.Transfer)
            TransferAdvisedAt = given.DoneAt;
        Reviewed = proposed is null ? null : given.On(proposed);
        (Objection, SentBack, IsOpen) = (null, false, false);
    }

    /// <summary>The opinion was given by somebody who had to withdraw, and was set aside for it: the case is reviewed anew.</summary>
    internal void SetAside(DoneAct opinion)
    {
        if (OpinionAct?.Entry.Id != opinion.Entry.Id)
            return;
        (Opinion, OpinionAct, Reviewed, Objection, SentBack) = (null, null, null, null, false);
    }

    internal void Apply(ObjectToReview objection) => Objection = objection;

    internal void Apply(DecideObjection decided)
    {
        Objection = null;
        SentBack = decided.Result is ObjectionResult.SentBack;
    }

    /// <summary>Refuses to submit again what did not pass, unless it was changed or the head sent the opinion back.</summary>
    /// <exception cref="DomainException"><see cref="ReviewGate.Unchanged"/> or <see cref="ReviewGate.ObjectionUndecided"/>.</exception>
    internal void EnsureMaySubmit()
    {
        if (ReviewGate.ObstacleFromObjection(Objection is not null, sentBack: false) is { } undecided)
            throw undecided;
        if (
            !SentBack
            && Opinion is { Outcome: ReviewOutcome.NotPassed or ReviewOutcome.Transfer } opinion
            && file.Deciding.Matter is { } matter
            && ReviewGate.Covers(opinion, matter, Reviewed)
        )
            throw ReviewGate.Unchanged.With(
                $"{ReviewGate.OutcomeInWords(opinion.Outcome)}，针对第 {Reviewed?.Position} 项拟处理意见，现行为第 {matter.Position} 项，各要素没有变动",
                "修改拟处理意见，或者书面提出异议"
            );
    }

    private IEnumerable<ReviewFeature> FeaturesOfHearing()
    {
        var offered = file.Notice.Served is { HearingRightNotified: true };
        if (file.Hearing.Held is not null || file.Notice.Waiver is { Hearing: true } || (offered && file.Hearing.Requested is null))
            yield return ReviewFeature.HearingHeldOrGivenUp;
        if (offered)
            yield return ReviewFeature.HearingAmountReached; // a notice that has to offer a hearing and does not is refused
    }

    private IEnumerable<ReviewFeature> FeaturesOfProposal()
    {
        if (file.Deciding.Proposal is not { } proposal)
            yield break;
        if (proposal.Grade is PenaltyGrade.Lenient)
            yield return ReviewFeature.Lenient;
        if (proposal.Grade is PenaltyGrade.Aggravated)
            yield return ReviewFeature.Aggravated;
        if (proposal.Grade is PenaltyGrade.Mitigated)
            yield return ReviewFeature.Mitigated;
        if (proposal.DepartureReasons is not null)
            yield return ReviewFeature.DepartureFromBenchmark;
    }

    private IEnumerable<ReviewFeature> FeaturesSeen()
    {
        if (Assessment is not { } seen)
            yield break;
        if (seen.Ticked.Contains(ReviewTrigger.Complex))
            yield return ReviewFeature.Complex;
        if (seen.Ticked.Contains(ReviewTrigger.PublicInterest))
            yield return ReviewFeature.PublicInterest;
        foreach (var feature in seen.Features)
            yield return feature;
    }
}
