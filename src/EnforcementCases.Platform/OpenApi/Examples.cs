using System.Reflection;
using System.Text.Json.Nodes;

namespace EnforcementCases.Platform.OpenApi;

/// <summary>Examples of bodies and answers. <c>Examples/OPERATION.json</c> of a capability's assembly works unchanged in a demo; <c>Examples/Recorded/OPERATION.json</c> was
/// sent and answered in a test. Tests hold both against the running program.</summary>
internal sealed class Examples(ProgramAssemblies assemblies)
{
    private const string Recorded = "Recorded.";

    /// <summary>All operations that have a body that works unchanged.</summary>
    public IEnumerable<string> Operations => Names("").Where(n => !n.StartsWith(Recorded, StringComparison.Ordinal));

    /// <summary>All operations that have a recorded example.</summary>
    public IEnumerable<string> RecordedOperations => Names(Recorded);

    public JsonNode? BodyOf(string operation) => Read(operation) ?? Read(Recorded + operation)?["request"]?.DeepClone();

    public JsonNode? AnswerOf(string operation) => Read(Recorded + operation)?["answer"]?.DeepClone();

    private IEnumerable<string> Names(string below) =>
        assemblies.Capabilities.SelectMany(a =>
            a.GetManifestResourceNames()
                .Where(n => n.StartsWith(PrefixOf(a) + below, StringComparison.Ordinal))
                .Select(n => n[(PrefixOf(a) + below).Length..^".json".Length])
        );

    private JsonNode? Read(string name)
    {
        foreach (var assembly in assemblies.Capabilities)
        {
            using var stream = assembly.GetManifestResourceStream(PrefixOf(assembly) + name + ".json");
            if (stream is not null)
                return JsonNode.Parse(stream);
        }
        return null;
    }

    private static string PrefixOf(Assembly assembly) => $"{assembly.GetName().Name}.Examples.";
}
