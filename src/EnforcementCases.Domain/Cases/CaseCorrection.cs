namespace EnforcementCases.Domain.Cases;

/// <summary>What has to be put right in a case (责令改正), and whether it was.</summary>
public sealed record CaseCorrection
{
    /// <summary>What has to be put right; empty if nothing has.</summary>
    public string Required { get; internal init; } = "";

    /// <summary>Last day to put it right; null: at once.</summary>
    public DateOnly? DueOn { get; internal init; }

    /// <summary>When the re-check found it put right; null while that is open or none is due.</summary>
    public DateTimeOffset? CorrectedAt { get; internal init; }

    /// <summary>The earlier order to correct that the penalty rests on; null if there was none.</summary>
    public Guid? EarlierOrderId { get; internal init; }
}
