using System.Reflection;
using EnforcementCases.Domain;

namespace EnforcementCases.Api.Infrastructure.OpenApi;

/// <summary>Every refusal there is: the <see cref="DomainError"/>s of the domain and of the API.</summary>
internal sealed class ErrorCatalogue
{
    private const BindingFlags Statics = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>All of them, by code.</summary>
    public IReadOnlyList<DomainError> All { get; } = [.. Find().DistinctBy(e => e.Code).OrderBy(e => e.Code, StringComparer.Ordinal)];

    /// <summary>Every static value of the type, also those that share a code.</summary>
    public static IEnumerable<DomainError> Find() =>
        from assembly in new[] { typeof(DomainError).Assembly, typeof(ErrorCatalogue).Assembly }
        from type in assembly.GetTypes()
        where !type.ContainsGenericParameters
        from field in type.GetFields(Statics)
        where field.FieldType == typeof(DomainError)
        select (DomainError)field.GetValue(null)!;
}
