using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases;

/// <summary>System-supplied data of a new case decided on the spot.</summary>
public sealed record NewOnTheSpotCase
{
    /// <summary>Identity of the case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Tie-breaker of lists.</summary>
    public required long Seq { get; init; }

    /// <summary>The organisation that handles it.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Its path.</summary>
    public required string OrganisationPath { get; init; }

    /// <summary>The party.</summary>
    public required Guid PartyId { get; init; }

    /// <summary>Number of the decision.</summary>
    public required string Number { get; init; }

    /// <summary>SHA-256 of the decision's content, hex.</summary>
    public required string DocumentHash { get; init; }

    /// <summary>Payment code; null for a warning alone.</summary>
    public required string? PaymentCode { get; init; }

    /// <summary>Server time.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Entered later than the place's limit.</summary>
    public required bool EnteredLate { get; init; }

    /// <summary>Device that logged it.</summary>
    public string? Device { get; init; }

    /// <summary>The place requires the files of the evidence, which rests on its hashes until they arrive.</summary>
    public bool AwaitsFiles { get; init; }

    /// <summary>Calendar to count deadlines by.</summary>
    public required WorkingCalendar Calendar { get; init; }

    /// <summary>Gives ids to the parts of the case.</summary>
    public required Func<Guid> NewId { get; init; }
}
