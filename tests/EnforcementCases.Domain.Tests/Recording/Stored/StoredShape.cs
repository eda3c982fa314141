using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Tests.Recording.Stored;

/// <summary>The members of a stored type, as the serializer sees them: what a golden file has to contain, and how one is filled.</summary>
internal static class StoredShape
{
    private static readonly JsonSerializerOptions Json = StoredFormat.Json;

    /// <summary>Content in which every member has a value, an optional and a nested one too; the same each time.</summary>
    public static JsonNode Fill(Type type) => Fill(type, "", []);

    /// <summary>Paths of the members of a type that its content lacks, such as <c>penalties[0].periodDays</c>; a member that is null is lacking.</summary>
    public static IEnumerable<string> Lacking(Type type, JsonNode? content, string path) => Lacking(type, content, path, []);

    private static IEnumerable<string> Lacking(Type type, JsonNode? content, string path, ImmutableHashSet<Type> within)
    {
        if (content is null)
            return [path];
        var info = InfoOf(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.None => [],
            JsonTypeInfoKind.Enumerable => within.Contains(info.ElementType!) ? [] : LackingIn(info, content.AsArray(), path, within),
            JsonTypeInfoKind.Dictionary => content.AsObject().Count == 0
                ? [path]
                : content.AsObject().SelectMany(entry => Lacking(info.ElementType!, entry.Value, $"{path}.{entry.Key}", within)),
            JsonTypeInfoKind.Object => info.Properties.SelectMany(p =>
                Lacking(p.PropertyType, content[p.Name], path.Length == 0 ? p.Name : $"{path}.{p.Name}", within.Add(info.Type))
            ),
            _ => throw new NotSupportedException(info.Kind.ToString()),
        };
    }

    /// <summary>Every enum that can occur in a type.</summary>
    public static IEnumerable<Type> EnumsOf(Type type) => TypesOf(type).Where(t => t.IsEnum);

    /// <summary>Every type that can occur in a type, itself included.</summary>
    public static IReadOnlyCollection<Type> TypesOf(Type type)
    {
        var found = new HashSet<Type>();
        Visit(type, found);
        return found;
    }

    private static void Visit(Type type, HashSet<Type> found)
    {
        var info = InfoOf(type);
        if (!found.Add(info.Type))
            return;
        foreach (var derived in info.PolymorphismOptions?.DerivedTypes ?? [])
            Visit(derived.DerivedType, found);
        if (info.ElementType is { } element)
            Visit(element, found);
        foreach (var property in info.Kind == JsonTypeInfoKind.Object ? info.Properties : [])
            Visit(property.PropertyType, found);
    }

    private static JsonTypeInfo InfoOf(Type type) => Json.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);

    private static IEnumerable<string> LackingIn(JsonTypeInfo info, JsonArray content, string path, ImmutableHashSet<Type> within)
    {
        if (content.Count == 0)
            return [path];
        if (InfoOf(info.ElementType!).PolymorphismOptions is not { } kinds)
            return content.SelectMany((item, i) => Lacking(info.ElementType!, item, $"{path}[{i}]", within));
        var byName = kinds.DerivedTypes.ToDictionary(d => (string)d.TypeDiscriminator!, d => d.DerivedType, StringComparer.Ordinal);
        return content
            .SelectMany((item, i) => Lacking(byName[(string)item!["$type"]!], item, $"{path}[{i}]", within))
            .Concat(byName.Keys.Except(content.Select(item => (string)item!["$type"]!)).Select(name => $"{path}[{name}]"));
    }

    /// <param name="within">The types around it: a list of one of them stays empty.</param>
    private static JsonNode Fill(Type type, string path, ImmutableHashSet<Type> within)
    {
        var info = InfoOf(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => FillObject(info, path, within.Add(info.Type)),
            JsonTypeInfoKind.Enumerable => within.Contains(info.ElementType!) ? new JsonArray() : FillList(info.ElementType!, path, within),
            JsonTypeInfoKind.Dictionary => new JsonObject { ["key"] = Fill(info.ElementType!, path, within) },
            _ => Value(info.Type, path),
        };
    }

    private static JsonObject FillObject(JsonTypeInfo info, string path, ImmutableHashSet<Type> within)
    {
        var content = new JsonObject();
        foreach (var property in info.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null))
            content[property.Name] = Fill(property.PropertyType, path.Length == 0 ? property.Name : $"{path}.{property.Name}", within);
        return content;
    }

    private static JsonArray FillList(Type element, string path, ImmutableHashSet<Type> within)
    {
        if (InfoOf(element).PolymorphismOptions is not { } kinds)
            return [Fill(element, path, within)];
        var parts = new JsonArray();
        foreach (var derived in kinds.DerivedTypes)
        {
            var part = new JsonObject { ["$type"] = (string)derived.TypeDiscriminator! };
            foreach (var (name, value) in FillObject(InfoOf(derived.DerivedType), $"{path}.{derived.TypeDiscriminator}", within).ToList())
                part[name] = value!.DeepClone();
            parts.Add((JsonNode)part);
        }
        return parts;
    }

    /// <summary>A value that is never the default and differs from member to member.</summary>
    private static JsonNode Value(Type type, string path)
    {
        var number = 1 + path.Aggregate(7, (sum, c) => ((sum * 31) + c) % 9_973);
        var day = new DateOnly(2024, 1, 1).AddDays(number % 366);
        if (type.IsEnum)
            return JsonValue.Create(Enum.GetNames(type)[^1]);
        return type switch
        {
            _ when type == typeof(string) => JsonValue.Create($"甲“{path}”"),
            _ when type == typeof(bool) => JsonValue.Create(true),
            _ when type == typeof(int) || type == typeof(long) => JsonValue.Create(number),
            _ when type == typeof(decimal) => JsonValue.Create(number + 0.5m),
            _ when type == typeof(Guid) => JsonValue.Create($"01900000-0000-7000-8000-{number:D12}"),
            _ when type == typeof(DateOnly) => JsonValue.Create($"{day:yyyy-MM-dd}"),
            _ when type == typeof(TimeOnly) => JsonValue.Create($"{number % 24:D2}:{number % 60:D2}:00"),
            _ when type == typeof(DateTimeOffset) => JsonValue.Create($"{day:yyyy-MM-dd}T{number % 24:D2}:{number % 60:D2}:07.089+08:00"),
            _ when type == typeof(byte[]) => JsonValue.Create(Convert.ToBase64String([(byte)(number % 256), 2, 3])),
            _ => throw new NotSupportedException($"{path}: {type}"),
        };
    }
}
