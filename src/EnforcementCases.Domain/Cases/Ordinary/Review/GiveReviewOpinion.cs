using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Gives the opinion of the legal review (法制审核意见): seven points, each with a result, and one of five outcomes. 国办发〔2018〕118号.</summary>
public sealed record GiveReviewOpinion : ActBody
{
    /// <summary>The conclusion.</summary>
    public required ReviewOutcome Outcome { get; init; }

    /// <summary>The seven points, each with a result.</summary>
    public required IReadOnlyList<ReviewPointResult> Points { get; init; }

    /// <summary>Hash of the reviewed matter (<c>matterSha256</c> of the review matter): a proposal that was changed meanwhile is not passed.</summary>
    public required string MatterSha256 { get; init; }

    /// <summary>Facts, basis and penalties as the reviewer amended them; required for <c>PassedAsAmended</c>, otherwise null.</summary>
    public AmendedMatter? Amended { get; init; }

    /// <summary>The text of the opinion.</summary>
    public required string Words { get; init; }

    internal override void Execute(ActExecution act)
    {
        act.EnsureReviewedBy(act.File.Review.Reviewer, MatterSha256, act.File.Deciding.Matter!.Sha256(), Outcome, Amended is not null);
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

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Review.Apply(this, done);

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("outcome", Outcome).Add("matterSha256", MatterSha256).Add("amended", Amended is not null);

    internal ReviewOpinion AsOpinion(Guid caseId, Guid reviewer) =>
        new(reviewer, DoneAt, Outcome, Points, Amended is { } amended ? amended.In(caseId).Sha256() : MatterSha256, Words);
}

/// <summary>A matter as a reviewer amended it.</summary>
/// <param name="Facts">The facts, in full.</param>
/// <param name="Basis">The provisions on which the penalty is based, in the order of the decision.</param>
/// <param name="Penalties">Kinds and amounts.</param>
/// <param name="CorrectionRequired">What has to be put right (责令改正); null if nothing is to be ordered.</param>
/// <param name="CorrectionDueOn">Last day to put it right, inclusive; null means at once if something is to be ordered.</param>
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
