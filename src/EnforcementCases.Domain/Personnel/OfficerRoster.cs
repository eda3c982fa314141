using System.Collections.Frozen;
using EnforcementCases.Domain.Cases;

namespace EnforcementCases.Domain.Personnel;

/// <summary>All officers and auxiliary staff at one version, asked for a day (执法人员名册).</summary>
public sealed class OfficerRoster(IEnumerable<Officer> officers, IEnumerable<Person> auxiliaries)
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

    private readonly FrozenDictionary<Guid, Officer> officers = officers.ToFrozenDictionary(o => o.Id);
    private readonly FrozenDictionary<Guid, Person> auxiliaries = auxiliaries.ToFrozenDictionary(p => p.Id);

    /// <summary>A person at the scene on a day, with the certificate that held on it, or the one last held, so that the refusal can say why it does not hold.</summary>
    /// <exception cref="DomainException"><see cref="Unknown"/> or <see cref="NotOfOrgan"/>.</exception>
    public OfficerAtScene AtScene(Guid id, string organPath, DateOnly day)
    {
        if (auxiliaries.TryGetValue(id, out var auxiliary))
            return new(id, auxiliary.Name, new(id, OfficerCapacity.Auxiliary, null));
        if (!officers.TryGetValue(id, out var officer))
            throw Unknown.With($"人员 {id}");
        if (
            !officer.Postings.Any(p =>
                p.From <= day && (p.To is not { } to || day <= to) && p.Path.StartsWith(organPath, StringComparison.Ordinal)
            )
        )
            throw NotOfOrgan.With($"{day:yyyy-MM-dd}");
        var certificates = officer.Certificates.Select(c => c.OnDay()).ToList();
        var held = certificates.Find(c => c.WhyNotValidOn(day) is null) ?? certificates.MaxBy(c => c.ValidTo);
        return new(id, officer.Name, new(id, OfficerCapacity.Officer, held));
    }
}
