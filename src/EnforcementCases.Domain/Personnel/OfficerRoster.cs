using System.Collections.Frozen;

namespace EnforcementCases.Domain.Personnel;

/// <summary>A person as an officer on a day.</summary>
/// <param name="PersonId">The person; also the officer's identity.</param>
/// <param name="Name">Name as printed.</param>
/// <param name="Capacity">Officer or auxiliary.</param>
/// <param name="OrganisationPath">Where the person served on the day; null where nowhere.</param>
/// <param name="OrganId">The street or town in whose name the person acted on the day; null where there is none.</param>
/// <param name="Certificate">The certificate that held on the day; where none did, the nearest miss, which says why; null where there never was one.</param>
public sealed record OfficerOnDay(
    Guid PersonId,
    string Name,
    OfficerCapacity Capacity,
    string? OrganisationPath,
    Guid? OrganId,
    CertificateOnDay? Certificate
)
{
    /// <summary>Person, capacity and certificate as the law asks.</summary>
    public ActingOfficer Acting => new(PersonId, Capacity, Certificate);
}

/// <summary>All officers and auxiliary staff as they stood at one moment, each asked for a day (执法人员名册). Never changes once made.</summary>
public sealed class OfficerRoster
{
    /// <summary>Nobody.</summary>
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
    /// <param name="persons">The persons they belong to, and auxiliary staff who have none.</param>
    public OfficerRoster(IEnumerable<Officer> officers, IEnumerable<Person> persons)
    {
        this.officers = officers.ToFrozenDictionary(o => o.Id);
        this.persons = persons.ToFrozenDictionary(p => p.Id);
    }

    /// <summary>A person as an officer on the day of an act; null where the person neither has a service record nor is auxiliary staff.</summary>
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
            certificates.Find(c => c.WhyNotValidOn(day) is null)
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

    /// <summary>A person at the scene on a day, with the certificate that held on it, or the nearest miss, so that the refusal can say why it does not hold.</summary>
    /// <param name="organPath">Path of the organ; an officer has to serve in it, auxiliary staff are refused for what they are.</param>
    /// <exception cref="DomainException"><see cref="Unknown"/> or <see cref="NotOfOrgan"/>.</exception>
    public OfficerAtScene AtScene(Guid id, string organPath, DateOnly day)
    {
        var present = OfficerOn(id, day) ?? throw Unknown.With($"人员 {id}");
        if (
            present.Capacity is OfficerCapacity.Officer
            && present.OrganisationPath?.StartsWith(organPath, StringComparison.Ordinal) is not true
        )
            throw NotOfOrgan.With($"{day:yyyy-MM-dd}");
        return new(id, present.Name, present.Acting);
    }
}
