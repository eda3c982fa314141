using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Gives the opinion on a planned act (拟实施行为的法制审核意见): seven points, each with a result, and one of five outcomes. 国办发〔2018〕118号.</summary>
public sealed record GivePlannedReviewOpinion : ActBody
{
    /// <summary>The planned act.</summary>
    public required PlannedAct Planned { get; init; }

    /// <summary>The sealing that the planned act concerns, the same as in the submission; null if none.</summary>
    public Guid? MeasureId { get; init; }

    /// <summary>The conclusion.</summary>
    public required ReviewOutcome Outcome { get; init; }

    /// <summary>The seven points, each with a result.</summary>
    public required IReadOnlyList<ReviewPointResult> Points { get; init; }

    /// <summary>Hash of the reviewed matter (<c>planned[].matterSha256</c> of the review matter).</summary>
    public required string MatterSha256 { get; init; }

    /// <summary>Facts, basis and plan as the reviewer amended them; required for <c>PassedAsAmended</c>, otherwise null.</summary>
    public AmendedPlan? Amended { get; init; }

    /// <summary>The text of the opinion.</summary>
    public required string Words { get; init; }

    internal override void Execute(ActExecution act)
    {
        var review = act.File.PlannedReviews.OpenOf(Planned, MeasureId);
        act.EnsureReviewedBy(review.Reviewer, MatterSha256, review.Sent.In(act.Case.Id).Sha256(), Outcome, Amended is not null);
        ReviewScope.EnsureComplete(On(review.Sent, act.Case.Id, act.Law.PersonId));
        act.Meet(DeadlineKind.PlannedActReview, Planned.Key(MeasureId));
        if (MeasureId is { } measure && Planned is PlannedAct.Sealing && Outcome is not ReviewOutcome.ReturnedForCompletion)
            act.Meet(DeadlineKind.PlannedActReview, SealProperty.Reference(measure)); // the emergency is reviewed, whatever was found
        act.Issue(DocumentKind.LegalReviewOpinion);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.PlannedReviews.Apply(this, done);

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("planned", Planned)
            .Add("measure", MeasureId)
            .Add("outcome", Outcome)
            .Add("matterSha256", MatterSha256)
            .Add("amended", Amended is not null);

    internal ReviewOpinion On(SubmitPlannedAct sent, Guid caseId, Guid reviewer) =>
        new(reviewer, DoneAt, Outcome, Points, Amended is { } amended ? amended.Of(sent, caseId).Sha256() : MatterSha256, Words);
}

/// <summary>A planned act as a reviewer amended it.</summary>
/// <param name="Facts">The facts, in full.</param>
/// <param name="Basis">The provisions on which the act is based.</param>
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
