namespace EnforcementCases.Domain.Cases;

/// <summary>How a case came into the system (录入).</summary>
public sealed record CaseEntry
{
    /// <summary>When the server wrote it.</summary>
    public DateTimeOffset RecordedAt { get; internal init; }

    /// <summary>Whether it was entered more than three days after it was done, as stated by the caller (补录).</summary>
    public bool EnteredLate { get; internal init; }

    /// <summary>Device that logged it; null if none did.</summary>
    public string? Device { get; internal init; }
}
