using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Gives the party prior notice of the proposed penalty and of its rights (事先告知). The notice takes effect on its service. 行政处罚法 第四十四条、第六十三条.</summary>
[UpcastRename(1, "hearingRightTold", "hearingRightNotified"), Upcast(2)]
public sealed record TellPenalty : ActBody
{
    /// <summary>The proposal that the party is notified of, by the id of its act; null: the only one on file. The notice states nothing that is not proposed.</summary>
    public Guid? ProposalId { get; init; }

    /// <summary>The exact kinds and amounts proposed.</summary>
    public required IReadOnlyList<PenaltyItem> Penalties { get; init; }

    /// <summary>事实.</summary>
    public required string Facts { get; init; }

    /// <summary>理由.</summary>
    public required string Reasons { get; init; }

    /// <summary>依据: the provisions, down to paragraph and item.</summary>
    public required IReadOnlyList<CitedProvision> Basis { get; init; }

    /// <summary>Grounds of 第六十三条第一款第五项、第六项 that apply in the officers' view; the other grounds are computed.</summary>
    public IReadOnlyList<HearingGround> TickedHearingGrounds { get; init; } = [];

    /// <summary>The notice states the right to ask for a hearing.</summary>
    public required bool HearingRightNotified { get; init; }

    /// <summary>What the decision is to order beside the penalty; null: as proposed.</summary>
    public IReadOnlyList<DecisionOrder>? Orders { get; init; }

    /// <summary>The things that are to be confiscated, with their value; null: as proposed.</summary>
    public IReadOnlyList<ThingConfiscated>? Things { get; init; }

    /// <summary>New facts in words, as the reason for another notice; they need <c>newEvidenceIds</c>. Null if there are none.</summary>
    public string? NewFacts { get; init; }

    /// <summary>The evidence of the new facts, collected and verified after the notice before and cited by the proposal. Required if this notice proposes more
    /// than an earlier one, unless <c>higherProvisionOpinionId</c> is given; otherwise empty.</summary>
    public IReadOnlyList<Guid> NewEvidenceIds { get; init; } = [];

    /// <summary>The opinion of the legal review by which another, higher provision applies, by the id of its act; null if the notice does not rest on one.</summary>
    public Guid? HigherProvisionOpinionId { get; init; }

    internal override void Execute(ActExecution act)
    {
        var notice = AsServed(DoneAt);
        var proposed = act.File.Deciding.Matter!;
        PriorNotices.EnsureComplete(notice, proposed.Outcome is CaseOutcome.OrderAlone ? proposed.Orders.Count : 0);
        if (!proposed.Outcome.BindsParty())
            throw DecidingPhase.OtherOutcome.With($"拟定的是“{proposed.Outcome.Term()}”", "不予处罚的，不告知处罚");
        PriorNotices.EnsureAsProposed(proposed, In(proposed));
        var version = proposed.AssessmentId is { } id ? act.Law.AssessmentOf(act.Case, id).AppliedVersionId : act.Case.ViolationVersionId;
        act.Law.Catalogue.Violation(version)!.EnsureCited(CitedProvisions.AsBasis(Basis));
        var newEvidence = NewEvidence(act.File, proposed);
        foreach (var before in act.File.Notice.Reached)
            PriorNotices.EnsureMayFollow(before.Notice, notice, newEvidence, RestsOnHigherProvision(act.File, before.Told));
        if (NewFacts.IsGiven() && (newEvidence.Count == 0 || act.File.Notice.Reached.Count == 0))
            throw PriorNotices
                .NotAsProposed.With(
                    newEvidence.Count == 0 ? "写有新的事实，没有写明证据" : "首次告知写有新的事实",
                    "将新的事实写入拟处理意见，或者写明前次告知后收集并查证的证据"
                )
                .At(newEvidence.Count == 0 ? "/newEvidenceIds" : "/newFacts");
        var amounts = HearingAmounts.From(key => act.Law.Parameter(key, act.DoneOn));
        var party = act.Case.Party.Kind;
        if (act.Law.Production)
            HearingRight.EnsureAmountsConfirmed(Penalties, party, amounts, HearingRightNotified);
        HearingRight.EnsureNotified(notice, HearingRight.Grounds(Penalties, party, amounts, TickedHearingGrounds, proposed.Orders));
        act.Issue(DocumentKind.PriorNotice);
        if (HearingRightNotified)
            act.Issue(DocumentKind.HearingRightNotice);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.WriteNotice(done);

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("penalties", PenaltyFields.Of(Penalties)).Add("hearingRightTold", HearingRightNotified);

    /// <summary>The evidence of new facts; refuses an item that the proposal does not cite.</summary>
    private List<EvidenceItem> NewEvidence(OrdinaryFile file, ReviewedMatter proposed)
    {
        var cited = proposed.FactElements.SelectMany(f => f.EvidenceIds).ToHashSet();
        foreach (var id in NewEvidenceIds.Where(id => !cited.Contains(id)))
            throw PriorNotices
                .HeavierWithoutNewFacts.With($"证据 {id} 不在第 {proposed.Position} 项拟处理意见所引证据中")
                .At("/newEvidenceIds");
        return [.. NewEvidenceIds.Select(file.Evidence.Of)];
    }

    /// <summary>Whether the opinion that is named states a higher provision, and this notice, unlike an earlier one, is based on it. One that the head sent back
    /// states nothing.</summary>
    internal bool RestsOnHigherProvision(OrdinaryFile file, TellPenalty before) =>
        HigherProvisionOpinionId is { } id
        && !(file.Review.SentBack && file.Review.OpinionAct?.Entry.Id == id)
        && file.Acts.FirstOrDefault(a => a.Entry.Id == id)?.Body is GiveReviewOpinion opinion
        && opinion.HigherProvisions.Select(Named).Intersect(Basis.Select(Named)).Except(before.Basis.Select(Named)).Any();

    private static (string, string) Named(CitedProvision provision) => (provision.Instrument.Trim(), provision.Article.Trim());

    /// <summary>What the notice states: the proposal that it names. One of before named none: then its own words, and the elements that it lacks are not compared.</summary>
    internal ReviewedMatter? Told(DoneAct written, Guid caseId, ReviewedMatter? proposed) =>
        ProposalId is not null
            ? proposed
            : new(caseId, Facts, CitedProvisions.AsBasis(Basis), Penalties)
            {
                Position = written.Entry.Place,
                Outcome = CaseOutcome.Penalty,
                NotAsked =
                [
                    MatterElement.Party,
                    MatterElement.Evidence,
                    MatterElement.Things,
                    MatterElement.Orders,
                    MatterElement.Grade,
                    MatterElement.Reasons,
                    MatterElement.Assessment,
                    MatterElement.Notice,
                    MatterElement.Statements,
                    MatterElement.Findings,
                ],
            };

    /// <summary>The proposal with the words of the notice in it.</summary>
    private ReviewedMatter In(ReviewedMatter proposed) =>
        proposed with
        {
            Facts = Facts,
            Reasons = Reasons,
            Basis = CitedProvisions.AsBasis(Basis),
            Penalties = Penalties,
            Orders = Orders ?? proposed.Orders,
            Things = Things ?? proposed.Things,
        };

    /// <summary>The notice as the party got it.</summary>
    internal PriorNotice AsServed(DateTimeOffset servedAt) =>
        new(servedAt, Penalties, Facts, Reasons, CitedProvisions.InWords(Basis), StatementRightNotified: true, HearingRightNotified);
}
