using System.Reflection;
using EnforcementCases.Domain;

namespace EnforcementCases.Platform;

/// <summary>The assemblies that are searched by reflection for handlers, projections, refusals and examples.</summary>
/// <param name="Capabilities">The assemblies with use cases.</param>
internal sealed record ProgramAssemblies(params IReadOnlyList<Assembly> Capabilities)
{
    /// <summary>Libraries of ours that the capabilities use and Platform does not know.</summary>
    public IReadOnlyList<Assembly> Libraries { get; init; } = [];

    /// <summary>Every assembly whose code a use case may run and that may refuse it.</summary>
    public IReadOnlyList<Assembly> All => [typeof(DomainError).Assembly, typeof(ProgramAssemblies).Assembly, .. Libraries, .. Capabilities];

    /// <summary>All types of the capabilities.</summary>
    public IEnumerable<Type> Types => Capabilities.SelectMany(a => a.GetTypes());
}
