using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters what the party answered to the call and what the re-check found (催告后的陈述、申辩及复核). A second entry replaces the first. 行政强制法 第三十六条.</summary>
public sealed record HearCallDefence : ActBody
{
    /// <summary>Each point of the party with its re-check. While a point has no re-check, execution is refused.</summary>
    public required CallAnswer Answer { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (Answer.Words.Count == 0)
            throw OrdinaryFile.Incomplete.With("没有列明当事人的意见");
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Calls.Apply(this);

    internal override RecordFields RecordedFields() =>
        new RecordFields().Add("points", (long)Answer.Words.Count).Add("rechecked", (long)Answer.Rechecks.Count);
}
