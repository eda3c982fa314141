using System.Reflection;
using System.Text.Json.Nodes;

namespace EnforcementCases.Platform.OpenApi;

/// <summary>Example bodies: <c>Examples/OPERATION.json</c> of a capability's assembly. They work unchanged in a demo; a test sends them.</summary>
internal sealed class Examples(ProgramAssemblies assemblies)
{
    /// <summary>All operations that have one.</summary>
    public IEnumerable<string> Operations =>
        assemblies.Capabilities.SelectMany(a =>
            a.GetManifestResourceNames()
                .Where(n => n.StartsWith(PrefixOf(a), StringComparison.Ordinal))
                .Select(n => n[PrefixOf(a).Length..^".json".Length])
        );

    public JsonNode? BodyOf(string operation)
    {
        foreach (var assembly in assemblies.Capabilities)
        {
            using var stream = assembly.GetManifestResourceStream(PrefixOf(assembly) + operation + ".json");
            if (stream is not null)
                return JsonNode.Parse(stream);
        }
        return null;
    }

    private static string PrefixOf(Assembly assembly) => $"{assembly.GetName().Name}.Examples.";
}
