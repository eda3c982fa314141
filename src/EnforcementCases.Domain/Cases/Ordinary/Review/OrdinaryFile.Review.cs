using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    /// <summary>What the officers see of triggers; null before they said it.</summary>
    public AssessReviewTriggers? ReviewAssessment { get; internal set; }

    /// <summary>The case waits for an opinion.</summary>
    public bool ReviewIsOpen { get; private set; }

    /// <summary>Who took the review; null before.</summary>
    public Guid? Reviewer { get; internal set; }

    /// <summary>The latest opinion; null where there is none.</summary>
    public ReviewOpinion? Opinion { get; private set; }

    /// <summary>How many times the case was sent to review (审核轮次).</summary>
    public int ReviewRounds { get; private set; }

    /// <summary>When the review passed; null where it did not.</summary>
    public DateTimeOffset? ReviewPassedAt => Opinion is { } opinion && opinion.Outcome.LetsPass() ? opinion.At : null;

    /// <summary>The latest opinion passes the decision exactly as it is proposed now.</summary>
    public bool ReviewHolds =>
        Opinion is { } opinion && MatterProposed is { } matter && ReviewGate.WhyNotPassed(opinion, matter, Hearing?.At) is null;

    /// <summary>Minutes of the last discussion; null where there are none.</summary>
    public DiscussionMinutes? Discussion { get; internal set; }

    /// <summary>Persons who kept records of the case (记录人员).</summary>
    public IReadOnlySet<Guid> Recorders =>
        acts.Where(a => OrdinaryProcedure.Of(a.Act)!.Recording.Stage is ProcessStage.Initiation or ProcessStage.Investigation)
            .Where(a => a.Act is not (CaseAct.FileCase or CaseAct.DeclineToFile or CaseAct.EndorsePaper))
            .Select(a => a.PersonId)
            .ToHashSet();

    internal void SubmitForReview(SubmitForReview _)
    {
        ReviewIsOpen = true;
        Reviewer = null; // each round is taken anew: who is qualified and independent may have changed
        ReviewRounds++;
    }

    internal void GiveOpinion(ReviewOpinion opinion)
    {
        Opinion = opinion;
        ReviewIsOpen = false;
    }

    /// <summary>Time for the review: the shortest that a matching row of the catalogue sets, otherwise the place's own.</summary>
    internal int ReviewDays(ActSurroundings law, DateTimeOffset at) =>
        DaysFor(
            DecisionProposal is { } proposal
                ? BeforeDecision.CatalogueRowsOf(DossierFor(proposal, at), SettingsFor(law, LegalDate.Of(at)))
                : [],
            law,
            LegalDate.Of(at)
        );

    /// <summary>Why the decision as it is proposed needs legal review; null while nothing is proposed.</summary>
    public ReviewReasons? ReasonsForReview(ActSurroundings law, DateTimeOffset at)
    {
        if (DecisionProposal is not { } proposal)
            return null;
        var (dossier, settings) = (DossierFor(proposal, at), SettingsFor(law, LegalDate.Of(at)));
        return new(BeforeDecision.ReviewTriggersOf(dossier, settings), BeforeDecision.CatalogueRowsOf(dossier, settings));
    }

    /// <summary>The organ's catalogue of major decisions; where it adopted none, the default amounts.</summary>
    private static IReadOnlyList<ReviewCatalogueRow> CatalogueInForce(ActSurroundings law, DateOnly day) =>
        law.Catalogue.ReviewCatalogueOn(law.Organ.Path, day)?.Rows ?? ReviewCatalogue.Default(key => law.Parameter(key, day));

    private IEnumerable<ReviewFeature> ReviewFeatures()
    {
        if (Hearing is not null || Waiver is { Hearing: true } || (Notice is { HearingRightTold: true } && HearingRequested is null))
            yield return ReviewFeature.HearingHeldOrGivenUp;
        if (Notice is { HearingRightTold: true })
            yield return ReviewFeature.HearingAmountReached; // no notice may leave it untold
        if (DecisionProposal is { } proposal)
        {
            if (proposal.Grade is PenaltyGrade.Lenient)
                yield return ReviewFeature.Lenient;
            if (proposal.Grade is PenaltyGrade.Aggravated)
                yield return ReviewFeature.Aggravated;
            if (proposal.Grade is PenaltyGrade.Mitigated)
                yield return ReviewFeature.Mitigated;
            if (proposal.DepartureReasons is not null)
                yield return ReviewFeature.DepartureFromBenchmark;
        }
        if (ReviewAssessment is { } seen)
        {
            if (seen.Ticked.Contains(ReviewTrigger.Complex))
                yield return ReviewFeature.Complex;
            if (seen.Ticked.Contains(ReviewTrigger.PublicInterest))
                yield return ReviewFeature.PublicInterest;
            foreach (var feature in seen.Features)
                yield return feature;
        }
    }
}
