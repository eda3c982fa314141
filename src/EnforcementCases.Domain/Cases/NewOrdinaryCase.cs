using EnforcementCases.Domain.Access;

namespace EnforcementCases.Domain.Cases;

/// <summary>System-supplied data of a new ordinary case.</summary>
public sealed record NewOrdinaryCase
{
    /// <summary>Identity of the case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Tie-breaker of lists.</summary>
    public required long Seq { get; init; }

    /// <summary>The street or town.</summary>
    public required Organisation Organ { get; init; }

    /// <summary>The organisation that handles it.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Its path.</summary>
    public required string OrganisationPath { get; init; }

    /// <summary>Identity of the offence.</summary>
    public required Guid OffenceId { get; init; }

    /// <summary>When the clue was registered, as claimed.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Server time.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Entered later than the place's limit after it was done (补录).</summary>
    public required bool EnteredLate { get; init; }

    /// <summary>Device that logged it.</summary>
    public string? Device { get; init; }
}
