using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Publicity;

/// <summary>Every natural person named in a file, whatever the act: a member called <c>Name</c> or ending in <c>Name</c>, and those that name somebody in another way, one or several. Things and organs are passed over.</summary>
public static class NamesInFile
{
    /// <summary>Parts whose name is that of a thing.</summary>
    private static readonly HashSet<Type> Things =
    [
        typeof(ListedThing),
        typeof(ThingToTake),
        typeof(ThingConfiscated),
        typeof(FactElement),
    ];

    /// <summary>Members that name an organ or a court.</summary>
    private static readonly HashSet<string> OfOrgans = new(["OrganName", "CourtName"], StringComparer.Ordinal);

    /// <summary>Members that name the informant.</summary>
    private static readonly HashSet<string> OfInformants = new([nameof(RegisterClue.Informant)], StringComparer.Ordinal);

    /// <summary>Members that name somebody else without ending in Name.</summary>
    private static readonly HashSet<string> OfOthers = new(
        [
            "Addressee",
            "Receiver",
            "Witness",
            "Guardian",
            nameof(ConfirmServiceAddress.NamedReceiver),
            nameof(ConfirmServiceAddress.Agents),
            nameof(HoldHearing.Participants),
            nameof(EnterRemedy.ThirdPersons),
            nameof(OppositeRequest.ThirdPerson),
        ],
        StringComparer.Ordinal
    );

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    /// <summary>The persons named in the acts of a file, each once.</summary>
    public static IReadOnlyList<LinkedPerson> Of(OrdinaryFile file) => In(file.Acts.Select(a => a.Body));

    internal static IReadOnlyList<LinkedPerson> In(IEnumerable<ActBody> acts)
    {
        var found = new Dictionary<string, LinkedAs>(StringComparer.Ordinal);
        foreach (var act in acts)
            Collect(act, found);
        return [.. found.Select(f => new LinkedPerson(f.Key, f.Value))];
    }

    private static void Collect(object part, Dictionary<string, LinkedAs> found)
    {
        foreach (var member in Members.GetOrAdd(part.GetType(), MembersOf))
        {
            switch (member.GetValue(part))
            {
                case string name:
                    Add(name, member, found);
                    break;
                case IEnumerable<string> names:
                    foreach (var name in names)
                        Add(name, member, found);
                    break;
                case null:
                    break;
                case IEnumerable list:
                    foreach (var item in list.Cast<object?>().Where(item => item is not null && IsOurs(item.GetType())))
                        Collect(item!, found);
                    break;
                case var inner when IsOurs(inner.GetType()):
                    Collect(inner, found);
                    break;
            }
        }
    }

    private static void Add(string name, PropertyInfo member, Dictionary<string, LinkedAs> found)
    {
        if (!IsPersons(name))
            return;
        var @as = OfInformants.Contains(member.Name) ? LinkedAs.Informant : LinkedAs.Other;
        if (@as is LinkedAs.Informant || !found.ContainsKey(name))
            found[name] = @as;
    }

    private static bool IsPersons(string name) =>
        name.Trim().Length is > 1 and <= PublicName.LongestOfPerson || name.Contains('·', StringComparison.Ordinal);

    private static PropertyInfo[] MembersOf(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.GetIndexParameters().Length == 0)
                .Where(p =>
                    ItemOf(p.PropertyType) == typeof(string)
                        ? !Things.Contains(type)
                            && (
                                p.Name.EndsWith("Name", StringComparison.Ordinal)
                                || OfInformants.Contains(p.Name)
                                || OfOthers.Contains(p.Name)
                            )
                            && !OfOrgans.Contains(p.Name)
                        : IsOurs(ItemOf(p.PropertyType))
                ),
        ];

    private static Type ItemOf(Type type) =>
        type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[^1] : type;

    private static bool IsOurs(Type type) => type is { IsClass: true } && type.Assembly == typeof(NamesInFile).Assembly;
}
