using System.Reflection;
using System.Text.Json.Nodes;

namespace EnforcementCases.Domain.Recording;

/// <summary>A step of a stored format: how content of one version becomes content of the next. It is never changed or removed.</summary>
/// <param name="from">The older version; 0 is content without a version.</param>
/// <param name="method">Name of a private static method of the type, <c>JsonNode → JsonNode</c>; null if content of the older version can be read as it is.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public class UpcastAttribute(int from, string? method = null) : Attribute
{
    /// <summary>The older version.</summary>
    public int From => from;

    /// <summary>Name of the method; null if there is nothing to change.</summary>
    public string? Method => method;

    internal virtual Func<JsonNode, JsonNode> Of(Type type) =>
        method is null
            ? content => content
            : (
                type.GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)
                ?? throw new InvalidOperationException($"{type.Name} has no private static method {method}.")
            ).CreateDelegate<Func<JsonNode, JsonNode>>();
}

/// <summary>A step of a stored format in which a member got another name.</summary>
/// <param name="from">The older version.</param>
/// <param name="path">The member in the older version, <c>party.ageAtAct</c>; a list on the way means each of its items.</param>
/// <param name="name">Its name in the next version.</param>
public sealed class UpcastRenameAttribute(int from, string path, string name) : UpcastAttribute(from)
{
    /// <summary>The member in the older version.</summary>
    public string Path => path;

    /// <summary>Its name in the next version.</summary>
    public string Name => name;

    internal override Func<JsonNode, JsonNode> Of(Type type) =>
        content =>
        {
            Rename(content, path.Split('.'));
            return content;
        };

    private void Rename(JsonNode? node, ReadOnlySpan<string> rest)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                Rename(item, rest);
        }
        else if (node is JsonObject members && rest.Length > 1)
            Rename(members[rest[0]], rest[1..]);
        else if (node is JsonObject owner && owner.Remove(rest[0], out var value))
            owner.Add(name, value);
    }
}
