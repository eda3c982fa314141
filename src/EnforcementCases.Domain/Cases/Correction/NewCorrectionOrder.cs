using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;

namespace EnforcementCases.Domain.Cases.Correction;

/// <summary>Data of a new order to correct.</summary>
public sealed record NewCorrectionOrder
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Tie-breaker of lists.</summary>
    public required long Seq { get; init; }

    /// <summary>The street or town that orders.</summary>
    public required Guid OrganId { get; init; }

    /// <summary>Path of the organisation that handles it.</summary>
    public required string OrganisationPath { get; init; }

    /// <summary>Number of the notice.</summary>
    public required string Number { get; init; }

    /// <summary>The party.</summary>
    public required Guid PartyId { get; init; }

    /// <summary>The party as stated.</summary>
    public required PartySnapshot Party { get; init; }

    /// <summary>Version of the violation in force on the day.</summary>
    public required Guid ViolationVersionId { get; init; }

    /// <summary>Its code.</summary>
    public required string ViolationCode { get; init; }

    /// <summary>Its name.</summary>
    public required string ViolationName { get; init; }

    /// <summary>Where.</summary>
    public required OffencePlace Place { get; init; }

    /// <summary>Facts found.</summary>
    public required string Facts { get; init; }

    /// <summary>What has to be put right.</summary>
    public required string Requirement { get; init; }

    /// <summary>Last day to put it right.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>When it is ordered.</summary>
    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>The officers at the scene.</summary>
    public required IReadOnlyList<OfficerAtScene> Officers { get; init; }

    /// <summary>When the certificates were shown.</summary>
    public required DateTimeOffset CertificatesShownAt { get; init; }

    /// <summary>Numbers of the certificates shown.</summary>
    public required IReadOnlyCollection<string> CertificatesShown { get; init; }
}
