using System.Text.Json.Nodes;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Gives the opinion of the legal review (法制审核意见): seven points, each with a result, and one of five outcomes. 国办发〔2018〕118号.</summary>
[Upcast(1, nameof(OrdersAsList)), Upcast(2)]
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

    /// <summary>Other, higher provisions that apply in the reviewer's opinion, whatever the party has stated; a heavier notice may rest on them. Empty if
    /// none.</summary>
    public IReadOnlyList<CitedProvision> HigherProvisions { get; init; } = [];

    /// <summary>The text of the opinion.</summary>
    public required string Words { get; init; }

    internal override void Execute(ActExecution act)
    {
        act.EnsureReviewedBy(act.File.Review.Reviewer, MatterSha256, act.File.Deciding.Matter!.Sha256(), Outcome, Amended is not null);
        Amended?.EnsureFits(act.File.Deciding.Matter);
        ReviewScope.EnsureComplete(AsOpinion(act.File.Deciding.Matter, act.Law.PersonId));
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

    /// <summary>The matter that the opinion passes: as proposed, or as the reviewer amended it.</summary>
    internal ReviewedMatter On(ReviewedMatter proposed) => Amended?.In(proposed) ?? proposed;

    internal ReviewOpinion AsOpinion(ReviewedMatter? proposed, Guid reviewer) =>
        new(
            reviewer,
            DoneAt,
            Outcome,
            Points,
            Amended is null || proposed is null ? MatterSha256
                : MatterSha256 == proposed.EarlierSha256() ? On(proposed).EarlierSha256()
                : On(proposed).Sha256(),
            Words
        );

    /// <summary>Version 1 had one order, as two members.</summary>
    private static JsonNode OrdersAsList(JsonNode body)
    {
        if (body["amended"] is JsonObject amended)
            DecisionOrders.AsList(amended);
        return body;
    }
}

/// <summary>A matter as a reviewer amended it; everything else is as proposed.</summary>
/// <param name="Facts">The facts, in full.</param>
/// <param name="Basis">The provisions on which the penalty is based, in the order of the decision.</param>
/// <param name="Penalties">Kinds and amounts.</param>
/// <param name="Orders">What the decision orders to be put right, removed or stopped (责令改正); empty if nothing is to be ordered.</param>
/// <param name="Reasons">Reasons for the amount; null if they stay as proposed.</param>
/// <param name="Things">The things that are confiscated, with their value; null if they stay as proposed.</param>
/// <param name="Grade">Ordinary, lenient, mitigated or aggravated; null if it stays as proposed.</param>
/// <param name="Outcome">A penalty, or a kind of no penalty; null if it stays as proposed.</param>
public sealed record AmendedMatter(
    string Facts,
    IReadOnlyList<CitedProvision> Basis,
    IReadOnlyList<PenaltyItem> Penalties,
    IReadOnlyList<DecisionOrder> Orders,
    string? Reasons = null,
    IReadOnlyList<ThingConfiscated>? Things = null,
    PenaltyGrade? Grade = null,
    CaseOutcome? Outcome = null
)
{
    internal void EnsureFits(ReviewedMatter proposed)
    {
        PenaltyItems.EnsureFit(Penalties);
        (Outcome ?? proposed.Outcome).EnsureFits(Penalties);
        DecisionOrders.EnsureComplete(Orders);
        if (Things is not null)
            ValueOfThings.EnsureKnown(Things, Penalties);
    }

    internal ReviewedMatter In(ReviewedMatter proposed) =>
        proposed with
        {
            Facts = Facts,
            Basis = CitedProvisions.AsBasis(Basis),
            Penalties = Penalties,
            Orders = Orders,
            Reasons = Reasons ?? proposed.Reasons,
            Things = Things ?? proposed.Things,
            Grade = Grade ?? proposed.Grade,
            Outcome = Outcome ?? proposed.Outcome,
        };
}
