using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Excludes an item of evidence as unlawfully obtained (排除非法证据). It stays in the file but proves nothing any more. 行政处罚法 第四十六条第三款.</summary>
public sealed record ExcludeEvidence : ActBody
{
    /// <summary>The item.</summary>
    public required Guid EvidenceId { get; init; }

    /// <summary>Why it was unlawful.</summary>
    public required string Reason { get; init; }

    internal override void Execute(ActExecution act) => act.File.Evidence.Of(EvidenceId);

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Evidence.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("evidence", EvidenceId);
}
