using System.Reflection;
using EnforcementCases.Domain;

namespace EnforcementCases.Platform.OpenApi;

/// <summary>Every refusal there is: the <see cref="DomainError"/>s of the domain, the platform and the capabilities.</summary>
internal sealed class ErrorCatalogue(ProgramAssemblies assemblies)
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>All of them, by code.</summary>
    public IReadOnlyList<DomainError> All { get; } =
    [.. Find(assemblies).DistinctBy(e => e.Code, StringComparer.Ordinal).OrderBy(e => e.Code, StringComparer.Ordinal)];

    /// <summary>Every static value of the type, also those that share a code.</summary>
    public static IEnumerable<DomainError> Find(ProgramAssemblies assemblies) =>
        from assembly in assemblies.All
        from type in assembly.GetTypes()
        where !type.ContainsGenericParameters
        from field in type.GetFields(Statics)
        where field.FieldType == typeof(DomainError)
        select (DomainError)field.GetValue(null)!;
}
