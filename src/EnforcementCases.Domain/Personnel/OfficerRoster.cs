using System.Collections.Frozen;

namespace EnforcementCases.Domain.Personnel;

/// <summary>A person as an officer on a day.</summary>
/// <param name="PersonId">The person; also the officer's identity.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="Capacity">Officer or auxiliary.</param>
/// <param name="OrganisationPath">Path of the organisation where the person served on the day; null if none.</param>
/// <param name="OrganId">The street or town in whose name the person acted on the day; null if none.</param>
/// <param name="Certificate">The certificate valid on the day; if none was, the closest one, from which the refusal derives the reason; null if there never was one.</param>
public sealed record OfficerOnDay(
    Guid PersonId,
    string Name,
    OfficerCapacity Capacity,
    string? OrganisationPath,
    Guid? OrganId,
    CertificateOnDay? Certificate
)
{
    /// <summary>Person, capacity and certificate, as needed for the legal checks.</summary>
    public ActingOfficer Acting => new(PersonId, Capacity, Certificate);
}

/// <summary>All officers and auxiliary staff at one moment, looked up by day (执法人员名册). Immutable.</summary>
public sealed class OfficerRoster
{
    /// <summary>An empty roster.</summary>
    public static readonly OfficerRoster Empty = new([], []);

    /// <summary>No such person among officers and auxiliary staff.</summary>
    public static readonly DomainError Unknown = new("officers.unknown", null, ErrorKind.Unacceptable, "名册中没有该执法人员");

    /// <summary>On that day the officer did not work in the organ.</summary>
    public static readonly DomainError NotOfOrgan = new(
        "officers.not-of-organ",
        null,
        ErrorKind.Unacceptable,
        "该执法人员当日不属于本机关"
    );

    private readonly FrozenDictionary<Guid, Officer> officers;
    private readonly FrozenDictionary<Guid, Person> persons;

    /// <summary>Makes a roster.</summary>
    /// <param name="officers">Service records.</param>
    /// <param name="persons">The persons of the records, and auxiliary staff without a record.</param>
    public OfficerRoster(IEnumerable<Officer> officers, IEnumerable<Person> persons)
    {
        this.officers = officers.ToFrozenDictionary(o => o.Id);
        this.persons = persons.ToFrozenDictionary(p => p.Id);
    }

    /// <summary>A person as an officer on the day of an act; null if the person neither has a service record nor is auxiliary staff.</summary>
    public OfficerOnDay? OfficerOn(Guid personId, DateOnly day)
    {
        if (!persons.TryGetValue(personId, out var person))
            return null;
        if (!officers.TryGetValue(personId, out var officer))
        {
            return person.Kind is StaffKind.Auxiliary
                ? new(personId, person.Name, OfficerCapacity.Auxiliary, person.OrganisationPath, null, null)
                : null;
        }
        var posting = officer.Postings.LastOrDefault(p => p.Holds(day));
        var certificates = officer.Certificates.Select(c => c.OnDay).ToList();
        var held =
            certificates.Find(c => c.ReasonInvalidOn(day) is null)
            ?? certificates.FindLast(c => c.ValidFrom <= day)
            ?? certificates.FirstOrDefault();
        return new(
            personId,
            person.Name,
            officer.Kind is StaffKind.Auxiliary ? OfficerCapacity.Auxiliary : OfficerCapacity.Officer,
            posting?.OrganisationPath,
            posting?.OrganId,
            held
        );
    }

    /// <summary>Whether a person served in the organ on any day, or helps in it.</summary>
    private bool HasServed(Guid id, string organPath)
    {
        var paths = officers.TryGetValue(id, out var officer)
            ? officer.Postings.Select(p => p.OrganisationPath)
            : [persons[id].OrganisationPath];
        return paths.Any(path => path.StartsWith(organPath, StringComparison.Ordinal));
    }

    /// <summary>A person at the scene on a day, with the certificate valid on it, or the closest one, so that the refusal can state why it is not valid.</summary>
    /// <param name="organPath">Path of the organ; an officer must serve in it. Auxiliary staff are refused by a later check.</param>
    /// <exception cref="DomainException"><see cref="Unknown"/> or <see cref="NotOfOrgan"/>.</exception>
    public OfficerAtScene AtScene(Guid id, string organPath, DateOnly day)
    {
        var present = OfficerOn(id, day);
        if (present is null || !HasServed(id, organPath)) // who never served here is answered like nobody: the answer discloses no other street's officers
            throw Unknown.With($"人员 {id}");
        if (
            present.Capacity is OfficerCapacity.Officer
            && present.OrganisationPath?.StartsWith(organPath, StringComparison.Ordinal) is not true
        )
            throw NotOfOrgan.With($"{day:yyyy-MM-dd}");
        return new(present.Name, present.Acting);
    }
}
