using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What an act is judged by beside the file: who acts, the law and the staff as they stand.</summary>
public sealed record ActSurroundings
{
    /// <summary>Who acts.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>In which roles.</summary>
    public required IReadOnlySet<Role> Roles { get; init; }

    /// <summary>The street or town.</summary>
    public required Organisation Organ { get; init; }

    /// <summary>The catalogue: violations, adoptions, parameters, calendar.</summary>
    public required CatalogueSnapshot Catalogue { get; init; }

    /// <summary>The officers, each asked for a day.</summary>
    public required OfficerRoster Roster { get; init; }

    /// <summary>The server's time.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Whether the system works for real: an act that depends on an unconfirmed figure is then refused.</summary>
    public bool Production { get; init; }

    /// <summary>Gives ids.</summary>
    public required Func<Guid> NewId { get; init; }

    /// <summary>The present calendar.</summary>
    public WorkingCalendar Calendar => Catalogue.Calendar;

    /// <summary>A place-dependent parameter on a day.</summary>
    public ParameterInForce Parameter(string key, DateOnly day) => Catalogue.Parameter(Organ.Path, key, day);
}
