using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Personnel;

namespace EnforcementCases.Api.Tests.Breaker;

/// <summary>A lawful body with one reference changed.</summary>
/// <param name="Member">Which, from the body down: <c>attendance.officers[first].officerId</c>.</param>
/// <param name="Name">How, in words.</param>
/// <param name="Body">The body.</param>
internal sealed record Break(string Member, string Name, JsonNode Body);

/// <summary>All breaks of one lawful body, found by walking it along its type: a new member brings its breaks with it.</summary>
/// <param name="body">The lawful body.</param>
/// <param name="decoy">The body at the same place of the same story of another case; null where there is none.</param>
/// <param name="known">What the story has met so far.</param>
internal sealed partial class Breaks(JsonNode body, JsonNode? decoy, KnownThings known)
{
    private static readonly DateTimeOffset Future = new(2099, 1, 4, 9, 0, 0, TimeSpan.FromHours(8));
    private const string OtherWords = "与原来写的不是一回事";
    private readonly List<Break> found = [];
    private readonly DateTimeOffset? own = KnownThings.MomentOf(body);

    public static IReadOnlyList<Break> Of(JsonNode body, Type type, JsonNode? decoy, KnownThings known)
    {
        var breaks = new Breaks(body, decoy, known);
        breaks.OfObject((JsonObject)body, type, new("", []));
        return breaks.found;
    }

    /// <summary>Whether anything of a type is found to break beside the moment at which the act was done.</summary>
    public static bool Knows(Type type) => MembersOf(type).Any(m => m.Name != "DoneAt");

    private void OfObject(JsonObject node, Type type, Place at)
    {
        foreach (var member in MembersOf(type))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(member.Name);
            var inner = at.Member(name);
            if (node[name] is { } value)
            {
                OfValue(value, member.PropertyType, inner);
                if (MayBeNull(member))
                    Add(inner, "left out", null);
            }
            else
            {
                OfNothing(member.PropertyType, inner);
            }
        }
    }

    /// <summary>What has a default and was not sent: an answer or a choice that somebody may give otherwise.</summary>
    private void OfNothing(Type type, Place at)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(bool))
            Add(at, "yes, where nothing was answered", true);
        else if (type.IsEnum)
            foreach (var name in Enum.GetNames(type).Skip(1).Take(5))
                Add(at, $"{name}, where nothing was chosen", name);
    }

    private void OfValue(JsonNode value, Type type, Place at)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (value is JsonArray list)
            OfList(list, type, at);
        else if (value is JsonObject members)
            OfObject(members, type, at);
        else if (type == typeof(bool))
            Add(at, "the opposite", !value.GetValue<bool>());
        else if (type.IsEnum)
            OfChoice(value.GetValue<string>(), type, at);
        else if (type == typeof(Guid))
            OfId(value.GetValue<string>(), at);
        else if (type == typeof(DateTimeOffset))
            OfMoment(DateTimeOffset.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture), at);
        else if (type == typeof(DateOnly))
            OfDay(DateOnly.Parse(value.GetValue<string>(), CultureInfo.InvariantCulture), at);
        else if (type == typeof(string))
            OfText(value.GetValue<string>(), at);
        else if (type.IsPrimitive || type == typeof(decimal))
            OfNumber(value.GetValue<decimal>(), at);
    }

    private void OfList(JsonArray list, Type type, Place at)
    {
        var element = type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[0];
        if (list.Count == 0)
            return;
        if (list.Count > 1)
            Add(at, "none", new JsonArray());
        Add(at, "without the first", new JsonArray([.. list.Skip(1).Select(e => e?.DeepClone())]));
        if (list.Count > 1)
            Add(at, "without the last", new JsonArray([.. list.SkipLast(1).Select(e => e?.DeepClone())]));
        Add(at, "the first twice", new JsonArray([.. list.Prepend(list[0]).Select(e => e?.DeepClone())]));
        if (list[0] is { } first)
            OfValue(first, element, at.Element(0, "first"));
        if (list.Count > 1 && list[^1] is { } last)
            OfValue(last, element, at.Element(list.Count - 1, "last"));
    }

    private void OfChoice(string value, Type type, Place at)
    {
        foreach (var name in Enum.GetNames(type).Where(n => n != value).Take(5))
            Add(at, name, name);
    }

    private void OfId(string value, Place at)
    {
        Add(at, "an invented one", Guid.CreateVersion7().ToString());
        if (People.FirstOrDefault(p => DemoIds.Person(p.UserName).ToString() == value) is { UserName: not null } present)
        {
            foreach (var person in People.Where(p => p != present))
                Add(at, person.Words, DemoIds.Person(person.UserName).ToString());
            return;
        }
        OfAnother(value, at);
    }

    /// <summary>Another one of the same kind: of another case, and of this one.</summary>
    private void OfAnother(string value, Place at)
    {
        if (at.In(decoy) is JsonValue others && others.GetValue<string>() is var other && other != value)
            Add(at, "that of another case", other);
        foreach (var (words, another) in known.OthersLike(value))
            Add(at, words, another);
    }

    private void OfMoment(DateTimeOffset value, Place at)
    {
        foreach (var (words, moment) in MomentsBeside(value))
            if (moment != value)
                Add(at, words, moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
    }

    private IEnumerable<(string, DateTimeOffset)> MomentsBeside(DateTimeOffset value)
    {
        if (known.FirstAct is { } first)
            yield return ("a minute before the first act", first.AddMinutes(-1));
        else
            yield return ("a month earlier", value.AddDays(-30));
        if (known.LastAct is { } last && last != known.FirstAct)
            yield return ("a minute before the last act", last.AddMinutes(-1));
        if (value != own)
        {
            yield return ("a day earlier", value.AddDays(-1));
            yield return ("a day later", value.AddDays(1));
            if (own is { } done)
                yield return ("a minute after the act", done.AddMinutes(1));
        }
        yield return ("in the future", Future);
    }

    private void OfDay(DateOnly value, Place at)
    {
        foreach (var (words, day) in DaysBeside(value))
            if (day != value)
                Add(at, words, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private IEnumerable<(string, DateOnly)> DaysBeside(DateOnly value)
    {
        if (known.FirstAct is { } first)
            yield return ("the day before the first act", DateOnly.FromDateTime(first.Date).AddDays(-1));
        else
            yield return ("a month earlier", value.AddDays(-30));
        if (known.LastAct is { } last && last.Date != known.FirstAct?.Date)
            yield return ("the day before the last act", DateOnly.FromDateTime(last.Date).AddDays(-1));
        yield return ("a day earlier", value.AddDays(-1));
        yield return ("a day later", value.AddDays(1));
        yield return ("in the future", DateOnly.FromDateTime(Future.Date));
    }

    private void OfText(string value, Place at)
    {
        if (IsHash(value))
        {
            Add(at, "another one", value[1..] + (value[0] == '0' ? '1' : '0'));
            OfAnother(value, at);
            return;
        }
        if (at.Name.EndsWith("iolationCode", StringComparison.Ordinal))
            foreach (var code in OtherMatters.Where(c => c != value))
                Add(at, "another matter", code);
        else if (at.Name.EndsWith("ivisionCode", StringComparison.Ordinal))
            Add(at, "another district", "110101");
        else if (at.Name.EndsWith("certificateNumber", StringComparison.Ordinal))
            Add(at, "of another officer", DemoOfficers.CertificateOf("hg-officer3"));
        else
            Add(at, "other words", OtherWords);
        Add(at, "blank", " ");
        if (at.In(decoy) is JsonValue others && others.GetValue<string>() is var other && other != value)
            Add(at, "that of another case", other);
    }

    private void OfNumber(decimal value, Place at)
    {
        var isMoney = at.Name.EndsWith("Fen", StringComparison.Ordinal);
        var step = isMoney ? 100 : 1;
        Add(at, isMoney ? "one yuan more" : "one more", value + step);
        Add(at, isMoney ? "one yuan less" : "one less", value - step);
        if (isMoney && value > 0)
            Add(at, "ten times", value * 10);
    }

    private void Add(Place at, string name, JsonNode? value)
    {
        var broken = body.DeepClone();
        at.Set(broken, value);
        found.Add(new(at.Name, name, broken));
    }

    internal static bool IsHash(string value) => Hash().IsMatch(value);

    private static IEnumerable<PropertyInfo> MembersOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(m => m.GetIndexParameters().Length == 0 && m.GetCustomAttribute<JsonIgnoreAttribute>() is null && m.CanWrite)
            .OrderBy(m => m.MetadataToken);

    private static bool MayBeNull(PropertyInfo member) =>
        Nullable.GetUnderlyingType(member.PropertyType) is not null
        || (!member.PropertyType.IsValueType && new NullabilityInfoContext().Create(member).WriteState is NullabilityState.Nullable);

    /// <summary>Matters of the street that need nothing but the facts, so that only the change itself can be refused.</summary>
    private static readonly string[] OtherMatters = ["GJ-ZD-01", "GJ-XF-01"];

    /// <summary>People to put in somebody's place.</summary>
    private static readonly (string UserName, string Words)[] People =
    [
        ("hg-officer1", "the handling officer"),
        ("hg-officer2", "the second handling officer"),
        ("hg-officer3", "an officer who does not handle the case"),
        ("hg-auxiliary", "an auxiliary"),
        ("hg-teamlead", "the team leader"),
        ("hg-reviewer", "the reviewer"),
        ("hg-hearing", "the hearing host"),
        ("hg-deputy1", "a deputy head"),
        ("hg-deputy2", "the other deputy head"),
        ("hg-head", "the head"),
        ("hg-cashier", "the cashier"),
        ("xc-officer1", "an officer of another street"),
        ("xc-head", "the head of another street"),
    ];

    [GeneratedRegex(@"^[0-9a-f]{64}\z")]
    private static partial Regex Hash();

    /// <summary>A place in a body.</summary>
    /// <param name="Name">In words.</param>
    /// <param name="Steps">Names and positions that lead there.</param>
    private sealed record Place(string Name, object[] Steps)
    {
        public Place Member(string name) => new(Name.Length == 0 ? name : $"{Name}.{name}", [.. Steps, name]);

        public Place Element(int index, string which) => new($"{Name}[{which}]", [.. Steps, index]);

        public JsonNode? In(JsonNode? root)
        {
            foreach (var step in Steps)
                root = (root, step) switch
                {
                    (JsonObject members, string name) => members[name],
                    (JsonArray list, int index) when index < list.Count => list[index],
                    _ => null,
                };
            return root;
        }

        public void Set(JsonNode root, JsonNode? value)
        {
            var parent = new Place("", Steps[..^1]).In(root)!;
            if (Steps[^1] is int index)
                parent.AsArray()[index] = value;
            else
                parent.AsObject()[(string)Steps[^1]] = value;
        }
    }
}
