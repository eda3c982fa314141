using EnforcementCases.Domain.Access;

namespace EnforcementCases.Domain.Personnel;

/// <summary>How a person is employed.</summary>
public enum StaffKind
{
    /// <summary>在编: on the establishment; may be certified as an officer.</summary>
    Establishment,

    /// <summary>辅助: auxiliary staff; records and uploads, never signs or decides.</summary>
    Auxiliary,
}

/// <summary>A person who works in an organisation (人员). Separation of duty is by person; a person may have several accounts.</summary>
public sealed class Person : IOwnedByOrganisation
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 60;

    /// <summary>Longest staff number.</summary>
    public const int StaffNumberMaxLength = 40;

    private Person() { }

    /// <summary>Enters a person.</summary>
    public Person(Guid id, string name, string? staffNumber, StaffKind kind, Organisation organisation)
    {
        (Id, Name, StaffNumber, Kind) = (id, name, staffNumber, kind);
        (OrganisationId, OrganisationPath) = (organisation.Id, organisation.Path);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Name, as printed on documents.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Number within the organisation (工号); null where none is used.</summary>
    public string? StaffNumber { get; private set; }

    /// <summary>How the person is employed.</summary>
    public StaffKind Kind { get; private set; }

    /// <summary>Where the person works.</summary>
    public Guid OrganisationId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Counted up by every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Puts the person into another organisation (调动).</summary>
    public void MoveTo(Organisation organisation)
    {
        (OrganisationId, OrganisationPath) = (organisation.Id, organisation.Path);
        Version++;
    }
}
