using System.Text.Json.Nodes;

namespace EnforcementCases.Api.Infrastructure.OpenApi;

/// <summary>Bodies to start from: <c>Examples/OPERATION.json</c>. They work as they stand in a demo; a test sends them.</summary>
internal static class Examples
{
    private const string Prefix = "EnforcementCases.Api.Infrastructure.OpenApi.Examples.";

    /// <summary>All operations that have one.</summary>
    public static IEnumerable<string> Operations =>
        typeof(Examples)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(n => n[Prefix.Length..^".json".Length]);

    public static JsonNode? BodyOf(string operation)
    {
        using var stream = typeof(Examples).Assembly.GetManifestResourceStream(Prefix + operation + ".json");
        return stream is null ? null : JsonNode.Parse(stream);
    }
}
