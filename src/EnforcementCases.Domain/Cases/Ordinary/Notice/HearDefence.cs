using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Records the party's statement or defence (听取陈述、申辩). 行政处罚法 第四十五条.</summary>
public sealed record HearDefence : ActBody
{
    /// <summary>Its points, one by one, in its words.</summary>
    public required IReadOnlyList<string> Points { get; init; }

    /// <summary>Evidence that the party handed in, SHA-256.</summary>
    public IReadOnlyList<string> EvidenceSha256 { get; init; } = [];

    internal override void Execute(ActExecution act)
    {
        if (Points.Count == 0)
            throw Defence.NotRechecked.With("没有列明当事人的意见");
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Notice.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("points", (long)Points.Count);
}
