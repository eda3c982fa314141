using EnforcementCases.Domain.Access;

namespace EnforcementCases.Domain.Cases;

/// <summary>Initial data of every case.</summary>
internal sealed record NewCase
{
    /// <summary>Identity of the case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Tie-breaker of lists.</summary>
    public required long Seq { get; init; }

    /// <summary>The street or town that decides.</summary>
    public required Organisation Organ { get; init; }

    /// <summary>The organisation that handles it.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>Its path.</summary>
    public required string OrganisationPath { get; init; }

    /// <summary>Procedure.</summary>
    public required CaseProcedure Procedure { get; init; }

    /// <summary>First stage.</summary>
    public required CaseStage Stage { get; init; }

    /// <summary>Identity of the offence.</summary>
    public required Guid OffenceId { get; init; }

    /// <summary>When the case began, as claimed.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>How it came into the system.</summary>
    public required CaseEntry Entry { get; init; }
}
