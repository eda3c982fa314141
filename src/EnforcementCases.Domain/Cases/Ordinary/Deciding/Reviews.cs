using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The officers say which of the triggers of the legal review they see (判断是否属于法制审核范围). 行政处罚法 第五十八条第一款.</summary>
public sealed record AssessReviewTriggers : ActBody
{
    /// <summary>Triggers they see; the computed ones (hearing, catalogue) come by themselves.</summary>
    public required IReadOnlyList<ReviewTrigger> Ticked { get; init; }

    /// <summary>Why they see none; required where nothing is ticked.</summary>
    public string? NoneBecause { get; init; }

    /// <summary>情节复杂或者重大违法行为: the leaders have to discuss it.</summary>
    public bool Complex { get; init; }

    /// <summary>Features that a catalogue of major decisions may name and nobody can compute: many parties, an earlier decision revoked, a finished structure.</summary>
    public IReadOnlyList<ReviewFeature> Features { get; init; } = [];

    internal override void Do(ActInHand act) => ReviewTriggers.EnsureAssessed(new(Ticked, NoneBecause));

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.ReviewAssessment = this;

    internal override RecordFields Clear() =>
        new RecordFields()
            .Add("ticked", Ticked.Select(t => t.ToString()))
            .Add("complex", Complex)
            .Add("features", Features.Select(f => f.ToString()));
}

/// <summary>Sends the proposed decision to legal review (送法制审核).</summary>
public sealed record SubmitForReview : ActBody
{
    /// <summary>What the reviewer is asked to look at; null where nothing special.</summary>
    public string? Note { get; init; }

    internal override void Do(ActInHand act) =>
        act.Restart(DeadlineKind.LegalReview, ReviewerRules.Due(act.DoneOn, act.Law.Calendar, act.File.ReviewDays(act.Law, DoneAt)));

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.SubmitForReview(this);
}

/// <summary>A reviewer takes the case (受理法制审核). The register tells whether he or she is qualified. 行政处罚法 第五十八条第二款.</summary>
public sealed record TakeReview : ActBody
{
    internal override void Do(ActInHand act) => act.EnsureMayReview();

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Reviewer = done.PersonId;
}

/// <summary>Gives the opinion of the legal review (法制审核意见): seven points, each with a result, and one of five outcomes. 国办发〔2018〕118号.</summary>
public sealed record GiveReviewOpinion : ActBody
{
    /// <summary>What it ends in.</summary>
    public required ReviewOutcome Outcome { get; init; }

    /// <summary>The seven points, each with a result.</summary>
    public required IReadOnlyList<ReviewPointResult> Points { get; init; }

    /// <summary>Hash of the matter that was seen (<c>matterSha256</c> of the proposal): what changed meanwhile is not passed.</summary>
    public required string MatterSha256 { get; init; }

    /// <summary>Facts, basis and penalties as the reviewer amended them; required for <c>PassedAsAmended</c>, otherwise null.</summary>
    public AmendedMatter? Amended { get; init; }

    /// <summary>The opinion in words.</summary>
    public required string Words { get; init; }

    internal override void Do(ActInHand act)
    {
        act.EnsureReviewedBy(act.File.Reviewer, MatterSha256, act.File.MatterProposed!.Sha256(), Outcome, Amended is not null);
        Amended?.EnsureFits();
        ReviewScope.EnsureComplete(AsOpinion(act.Case.Id, act.Law.PersonId));
        act.Issue(DocumentKind.LegalReviewOpinion);
    }

    /// <summary>Somebody else than the reviewer who took the case.</summary>
    public static readonly DomainError NotTheReviewer = new(
        "legal-review.not-the-reviewer",
        null,
        ErrorKind.Forbidden,
        "只有受理本案的审核人员可以提出审核意见"
    );

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.GiveOpinion(AsOpinion(file.Case.Id, done.PersonId));

    internal override RecordFields Clear() =>
        new RecordFields().Add("outcome", Outcome).Add("matterSha256", MatterSha256).Add("amended", Amended is not null);

    private ReviewOpinion AsOpinion(Guid caseId, Guid reviewer) =>
        new(reviewer, DoneAt, Outcome, Points, Amended is { } amended ? amended.In(caseId).Sha256() : MatterSha256, Words);
}

/// <summary>A matter as a reviewer amended it.</summary>
/// <param name="Facts">The facts, word by word.</param>
/// <param name="Basis">What the penalty rests on, in the order of the decision.</param>
/// <param name="Penalties">Kinds and amounts.</param>
/// <param name="CorrectionRequired">What has to be put right (责令改正); null where nothing is to be ordered.</param>
/// <param name="CorrectionDueOn">Last day to put it right; null: at once.</param>
public sealed record AmendedMatter(
    string Facts,
    IReadOnlyList<CitedProvision> Basis,
    IReadOnlyList<PenaltyItem> Penalties,
    string? CorrectionRequired,
    DateOnly? CorrectionDueOn
)
{
    internal void EnsureFits()
    {
        PenaltyItems.EnsureFit(Penalties);
        OrderToCorrect.EnsureDayHasOrder(CorrectionRequired, CorrectionDueOn);
    }

    internal ReviewedMatter In(Guid caseId) =>
        new(caseId, Facts, CitedProvisions.AsBasis(Basis), Penalties, CorrectionRequired, CorrectionDueOn);
}

/// <summary>The leaders of the organ discuss the case (集体讨论). 行政处罚法 第五十七条第二款.</summary>
public sealed record DiscussCollectively : ActBody
{
    /// <summary>Who took part, each with a view.</summary>
    public required IReadOnlyList<LeaderView> Views { get; init; }

    /// <summary>What was concluded.</summary>
    public required string Conclusion { get; init; }

    /// <summary>Where they met; the minutes must say it.</summary>
    public string? Place { get; init; }

    /// <summary>Who took the minutes; they must say it.</summary>
    public string? RecorderName { get; init; }

    internal override void Do(ActInHand act)
    {
        CollectiveDiscussion.EnsureDiscussed([DiscussionTrigger.Complex], AsMinutes, act.File.ReviewPassedAt, DoneAt);
        act.Issue(DocumentKind.CollectiveDiscussion);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Discussion = AsMinutes;

    internal override RecordFields Clear() => new RecordFields().Add("views", (long)Views.Count);

    private DiscussionMinutes AsMinutes => new(DoneAt, Views, Conclusion);
}

/// <summary>Why a decision needs legal review (应当法制审核的情形).</summary>
/// <param name="Triggers">The triggers, ticked and computed; none where no review is due.</param>
/// <param name="Rows">Rows of the catalogue of major decisions that match.</param>
public sealed record ReviewReasons(IReadOnlyList<ReviewTrigger> Triggers, IReadOnlyList<ReviewCatalogueRow> Rows);

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
