using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters the party's statement and defence (听取陈述、申辩). 行政处罚法 第四十五条.</summary>
public sealed record HearDefence : ActBody
{
    /// <summary>The points of the party, one by one, in its own words.</summary>
    public required IReadOnlyList<string> Points { get; init; }

    /// <summary>Evidence that the party handed in, each item as the SHA-256 of its file; empty if none.</summary>
    public IReadOnlyList<string> EvidenceSha256 { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        if (Points.Count == 0)
            throw Defence.NotRechecked.With("没有列明当事人的意见");
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Notice.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("points", (long)Points.Count);
}
