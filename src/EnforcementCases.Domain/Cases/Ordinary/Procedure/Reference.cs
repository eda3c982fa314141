using System.Reflection;
using System.Text.Json;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>An act on file that another act names by the id of its entry (所依据的环节). Only the one that counts now can be named; while the file has only one of
/// its kind, the member may be omitted and is entered from the file.</summary>
/// <param name="Member">The member of the body that names it, <c>NoticeId</c>.</param>
/// <param name="Name">What it is, in Chinese.</param>
/// <param name="Candidates">Every act that could be meant, in the order of the file.</param>
/// <param name="Standing">The one that counts now; null if none does. The body is null if only the open acts are listed.</param>
public sealed record Reference(
    string Member,
    string Name,
    Func<OrdinaryFile, ActBody?, IEnumerable<DoneAct>> Candidates,
    Func<OrdinaryFile, ActBody?, DoneAct?> Standing
)
{
    /// <summary>Several acts could be meant, and none is named.</summary>
    public static readonly DomainError NotNamed = new(
        "act.ground-not-named",
        "REF-STANDS",
        ErrorKind.RuleBroken,
        "案卷中有多项可以作为依据的，应当写明所依据的是哪一项",
        PenaltyLaw.At("第五十七条第一款")
    );

    /// <summary>The act that is named was overtaken, belongs to another case, or is of another kind.</summary>
    public static readonly DomainError NotStanding = new(
        "act.ground-not-standing",
        "REF-STANDS",
        ErrorKind.RuleBroken,
        "所依据的环节不是现行的",
        PenaltyLaw.At("第五十七条第一款")
    );

    /// <summary>JSON pointer of the member.</summary>
    public string Pointer => $"/{JsonName}";

    /// <summary>Name of the member in a request.</summary>
    public string JsonName => JsonNamingPolicy.CamelCase.ConvertName(Member);

    /// <summary>The body with the id entered, where it was omitted and one act only can be meant.</summary>
    /// <exception cref="DomainException"><see cref="NotNamed"/> or <see cref="NotStanding"/>.</exception>
    internal ActBody EnterInto(ActBody body, OrdinaryFile file)
    {
        var member = MemberOf(body);
        var named = (Guid?)member.GetValue(body);
        var standing = Standing(file, body);
        var candidates = Candidates(file, body).ToList();
        if (named is { } id && standing?.Entry.Id != id)
        {
            throw NotStanding
                .With(
                    standing is null
                        ? $"写明的{Name}为{Place(candidates, id)}，案卷中没有现行的{Name}"
                        : $"写明的{Name}为{Place(candidates, id)}，现行为第 {standing.Entry.Place} 项",
                    $"写明现行的{Name}"
                )
                .At(Pointer);
        }
        if (named is not null || standing is null)
            return body; // what is not there is refused by the gates of the act
        if (candidates.Count > 1)
        {
            throw NotNamed
                .With($"案卷中有{Name} {candidates.Count} 项，现行为第 {standing.Entry.Place} 项", $"写明现行的{Name}")
                .At(Pointer);
        }
        var entered = body with { };
        member.SetValue(entered, standing.Entry.Id);
        return entered;
    }

    /// <summary>The id that a body names; null if none.</summary>
    internal Guid? In(ActBody body) => (Guid?)MemberOf(body).GetValue(body);

    private static Sentence Place(List<DoneAct> candidates, Guid id) =>
        candidates.Find(a => a.Entry.Id == id) is { } act ? $"案卷第 {act.Entry.Place} 项" : $"{id}（不在本案此类环节中）";

    private PropertyInfo MemberOf(ActBody body) => body.GetType().GetProperty(Member)!;
}
