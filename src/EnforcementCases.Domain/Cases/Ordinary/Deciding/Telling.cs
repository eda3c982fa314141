using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Tells the party what is proposed and what it may do about it (事先告知). The notice counts from its service. 行政处罚法 第四十四条、第六十三条.</summary>
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

    /// <summary>The notice tells the right to ask for a hearing.</summary>
    public required bool HearingRightTold { get; init; }

    /// <summary>New facts with their evidence, where a later notice proposes more than an earlier one.</summary>
    public string? NewFacts { get; init; }

    internal override void Do(ActInHand act)
    {
        var notice = AsServed(DoneAt);
        PriorNotices.EnsureComplete(notice);
        act.Law.Catalogue.Violation(act.Case.ViolationVersionId)!.EnsureCited(CitedProvisions.AsBasis(Basis));
        if (act.File.NoticeBefore is { } before)
            PriorNotices.EnsureMayFollow(before, notice, NewFacts);
        var amounts = HearingAmounts.From(key => act.Law.Parameter(key, act.DoneOn));
        var party = act.Case.Party.Kind;
        if (act.Law.Production)
            HearingRight.EnsureAmountsConfirmed(Penalties, party, amounts, HearingRightTold);
        HearingRight.EnsureTold(notice, HearingRight.Grounds(Penalties, party, amounts, TickedHearingGrounds));
        act.Issue(DocumentKind.PriorNotice);
        if (HearingRightTold)
            act.Issue(DocumentKind.HearingRightNotice);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.WriteNotice(this);

    internal override RecordFields Clear() =>
        new RecordFields().Add("penalties", PenaltyFields.Of(Penalties)).Add("hearingRightTold", HearingRightTold);

    /// <summary>The notice as the party got it.</summary>
    internal PriorNotice AsServed(DateTimeOffset servedAt) =>
        new(servedAt, Penalties, Facts, Reasons, CitedProvisions.InWords(Basis), StatementRightTold: true, HearingRightTold);
}

/// <summary>The party gives rights up, in its own words (明确放弃). Silence is no waiver. 行政处罚法 第六十二条.</summary>
public sealed record WaiveDefence : ActBody
{
    /// <summary>The words in which it was done.</summary>
    public required string Words { get; init; }

    /// <summary>The right to state and defend is given up.</summary>
    public required bool Statement { get; init; }

    /// <summary>The right to ask for a hearing is given up.</summary>
    public required bool Hearing { get; init; }

    internal override void Do(ActInHand act)
    {
        Defence.EnsureExplicit(AsWaiver, act.File.Notice!);
        if (Statement)
            act.Drop(DeadlineKind.Defence);
        if (Hearing)
            act.Drop(DeadlineKind.HearingRequest);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Waiver = AsWaiver;

    internal override RecordFields Clear() => new RecordFields().Add("statement", Statement).Add("hearing", Hearing);

    private RightsWaiver AsWaiver => new(DoneAt, Words, Statement, Hearing);
}

/// <summary>Records what the party says (听取陈述、申辩). 行政处罚法 第四十五条.</summary>
public sealed record HearDefence : ActBody
{
    /// <summary>Its points, one by one, in its words.</summary>
    public required IReadOnlyList<string> Points { get; init; }

    /// <summary>Evidence that the party handed in, SHA-256.</summary>
    public IReadOnlyList<string> EvidenceSha256 { get; init; } = [];

    internal override void Do(ActInHand act)
    {
        if (Points.Count == 0)
            throw Defence.NotRechecked.With("没有列明当事人的意见");
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.HearStatement(this);

    internal override RecordFields Clear() => new RecordFields().Add("points", (long)Points.Count);
}

/// <summary>Re-checks every point the party made (复核). 行政处罚法 第四十五条第一款.</summary>
public sealed record ReviewDefence : ActBody
{
    /// <summary>For each point of the last statement, in its order: whether it holds, and why.</summary>
    public required IReadOnlyList<PointReview> Results { get; init; }

    internal override void Do(ActInHand act)
    {
        if (Results.Count != act.File.StatementToReview!.Points.Count)
            throw Defence.NotRechecked.With($"当事人意见 {act.File.StatementToReview.Points.Count} 项，复核 {Results.Count} 项");
        act.Issue(DocumentKind.DefenceRecord);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.ReviewStatement(this);

    internal override RecordFields Clear() => new RecordFields().Add("accepted", (long)Results.Count(r => r.Accepted));
}

/// <summary>The re-check of one point.</summary>
/// <param name="Accepted">The point holds and is accepted (采纳).</param>
/// <param name="Recheck">What the re-check found, and why.</param>
public sealed record PointReview(bool Accepted, string Recheck);

public sealed partial class OrdinaryFile
{
    private readonly List<DefenceStatement> statements = [];

    /// <summary>The notice written last, served or not.</summary>
    public TellPenalty? Told { get; internal set; }

    /// <summary>The notice that counts, since it was served; null before, once another one is written, and after the investigation was reopened.</summary>
    public PriorNotice? Notice { get; internal set; }

    /// <summary>The notice that was served last, also where it counts no more: the next one is no heavier without new facts.</summary>
    internal PriorNotice? NoticeBefore { get; private set; }

    /// <summary>What the party gave up; null where nothing.</summary>
    public RightsWaiver? Waiver { get; internal set; }

    /// <summary>What the party said, each point re-checked.</summary>
    public IReadOnlyList<DefenceStatement> Statements => statements;

    /// <summary>A statement whose points wait for their re-check; null where there is none.</summary>
    public HearDefence? StatementToReview { get; private set; }

    internal void HearStatement(HearDefence statement) => StatementToReview = statement;

    internal void ReviewStatement(ReviewDefence review)
    {
        statements.Add(
            new(
                StatementToReview!.DoneAt,
                [
                    .. StatementToReview.Points.Zip(
                        review.Results,
                        (words, result) => new DefencePoint(words, result.Accepted, result.Recheck)
                    ),
                ]
            )
        );
        StatementToReview = null;
    }

    internal void WriteNotice(TellPenalty told) => (Told, Notice) = (told, null);

    /// <summary>A notice was served: what was given up or said about an earlier one stays in the file, the time begins anew.</summary>
    internal void ServeNotice(DateTimeOffset servedAt)
    {
        NoticeBefore = Notice = Told!.AsServed(servedAt);
        Waiver = null;
        ForgetDecision();
    }
}
