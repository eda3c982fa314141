using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Excludes an item of evidence because it was obtained unlawfully (排除非法证据). It stays in the file but can no longer prove anything. 行政处罚法
/// 第四十六条第三款.</summary>
public sealed record ExcludeEvidence : ActBody
{
    /// <summary>The item of evidence.</summary>
    public required Guid EvidenceId { get; init; }

    /// <summary>Why it was obtained unlawfully.</summary>
    public required string Reason { get; init; }

    internal override void Execute(ActExecution act) => act.File.Evidence.Of(EvidenceId);

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Evidence.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("evidence", EvidenceId);
}
