using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Gives the party prior notice of the proposed penalty and of its rights (事先告知). The notice counts from its service. 行政处罚法 第四十四条、第六十三条.</summary>
public sealed record TellPenalty : ActBody
{
    /// <summary>The exact kinds and amounts proposed.</summary>
    public required IReadOnlyList<PenaltyItem> Penalties { get; init; }

    /// <summary>事实.</summary>
    public required string Facts { get; init; }

    /// <summary>理由.</summary>
    public required string Reasons { get; init; }

    /// <summary>依据, down to article, paragraph and item.</summary>
    public required IReadOnlyList<CitedProvision> Basis { get; init; }

    /// <summary>Grounds of 第六十三条第一款第五项、第六项 that the officers see; the others are computed.</summary>
    public IReadOnlyList<HearingGround> TickedHearingGrounds { get; init; } = [];

    /// <summary>The notice states the right to ask for a hearing.</summary>
    public required bool HearingRightNotified { get; init; }

    /// <summary>New facts with their evidence, where a later notice proposes more than an earlier one.</summary>
    public string? NewFacts { get; init; }

    internal override void Execute(ActExecution act)
    {
        var notice = AsServed(DoneAt);
        PriorNotices.EnsureComplete(notice);
        act.Law.Catalogue.Violation(act.Case.ViolationVersionId)!.EnsureCited(CitedProvisions.AsBasis(Basis));
        if (act.File.Notice.ServedBefore is { } before)
            PriorNotices.EnsureMayFollow(before, notice, NewFacts);
        var amounts = HearingAmounts.From(key => act.Law.Parameter(key, act.DoneOn));
        var party = act.Case.Party.Kind;
        if (act.Law.Production)
            HearingRight.EnsureAmountsConfirmed(Penalties, party, amounts, HearingRightNotified);
        HearingRight.EnsureNotified(notice, HearingRight.Grounds(Penalties, party, amounts, TickedHearingGrounds));
        act.Issue(DocumentKind.PriorNotice);
        if (HearingRightNotified)
            act.Issue(DocumentKind.HearingRightNotice);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.WriteNotice(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("penalties", PenaltyFields.Of(Penalties)).Add("hearingRightTold", HearingRightNotified);

    /// <summary>The notice as the party got it.</summary>
    internal PriorNotice AsServed(DateTimeOffset servedAt) =>
        new(servedAt, Penalties, Facts, Reasons, CitedProvisions.InWords(Basis), StatementRightNotified: true, HearingRightNotified);
}
