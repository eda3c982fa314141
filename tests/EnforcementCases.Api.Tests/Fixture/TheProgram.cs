using System.Text.Json.Nodes;
using EnforcementCases.Platform.OpenApi;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>What the program is made of, without starting it.</summary>
internal static class TheProgram
{
    public static readonly Examples Examples = new(Capabilities.Assemblies);

    /// <summary>The body that the contract shows for deciding on the spot.</summary>
    public static JsonObject DecideOnTheSpot() => Examples.BodyOf("DecideOnTheSpot")!.AsObject();
}
