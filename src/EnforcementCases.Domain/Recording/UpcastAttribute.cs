using System.Reflection;
using System.Text.Json.Nodes;

namespace EnforcementCases.Domain.Recording;

/// <summary>A step of a stored format: how content of one version becomes content of the next. It is never changed or removed.</summary>
/// <param name="from">The older version; 0 is content without a version.</param>
/// <param name="method">Name of a private static method of the type, <c>JsonNode → JsonNode</c>; null if content of the older version can be read as it is.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class UpcastAttribute(int from, string? method = null) : Attribute
{
    /// <summary>The older version.</summary>
    public int From => from;

    /// <summary>Name of the method; null if there is nothing to change.</summary>
    public string? Method => method;

    internal Func<JsonNode, JsonNode> Of(Type type) =>
        method is null
            ? content => content
            : (
                type.GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)
                ?? throw new InvalidOperationException($"{type.Name} has no private static method {method}.")
            ).CreateDelegate<Func<JsonNode, JsonNode>>();
}
