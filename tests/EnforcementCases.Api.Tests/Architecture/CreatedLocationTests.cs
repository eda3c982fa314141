using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Architecture;

/// <summary>The address in the answer of what was created can be read: it is a GET of the contract.</summary>
public sealed partial class CreatedLocationTests
{
    [Fact]
    public void Every_address_of_something_created_can_be_read()
    {
        var contract = JsonDocument.Parse(File.ReadAllText(Path.Combine(Snapshot.Root, "src/EnforcementCases.Api/openapi.v1.json")));
        var readable = contract
            .RootElement.GetProperty("paths")
            .EnumerateObject()
            .Where(path => path.Value.TryGetProperty("get", out _))
            .Select(path => Template(path.Name))
            .ToHashSet(StringComparer.Ordinal);

        var created = Directory
            .EnumerateFiles(Path.Combine(Snapshot.Root, "src/EnforcementCases.Api"), "*Endpoints.cs", SearchOption.AllDirectories)
            .SelectMany(file => Address().Matches(File.ReadAllText(file)).Select(m => Template(m.Groups[1].Value)))
            .ToList();

        created.Count.ShouldBeGreaterThan(10);
        created.Where(address => !readable.Contains(address)).ShouldBeEmpty();
    }

    private static string Template(string path) => Parameter().Replace(path, "{}");

    [GeneratedRegex("""\$"(/api/v1/[^"?]+)""")]
    private static partial Regex Address();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
