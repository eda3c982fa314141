using System.Reflection;
using EnforcementCases.Domain;

namespace EnforcementCases.Platform;

/// <summary>Where the program's capabilities are: what looks for handlers, projections, refusals or examples by reflection looks here.</summary>
/// <param name="Capabilities">The assemblies with use cases.</param>
internal sealed record ProgramAssemblies(params IReadOnlyList<Assembly> Capabilities)
{
    /// <summary>Every assembly with code of ours that a use case may run: the capabilities and what they stand on.</summary>
    public IReadOnlyList<Assembly> All { get; } = [typeof(DomainError).Assembly, typeof(ProgramAssemblies).Assembly, .. Capabilities];

    /// <summary>All types of the capabilities.</summary>
    public IEnumerable<Type> Types => Capabilities.SelectMany(a => a.GetTypes());
}
