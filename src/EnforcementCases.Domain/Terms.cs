using System.Collections.Frozen;
using System.Reflection;

namespace EnforcementCases.Domain;

/// <summary>Reads the Chinese names of enum values (<see cref="TermAttribute"/>).</summary>
public static class Terms
{
    /// <summary>The Chinese name of the value.</summary>
    /// <exception cref="InvalidOperationException">The value has no <see cref="TermAttribute"/>.</exception>
    public static string Term<T>(this T value)
        where T : struct, Enum =>
        Cache<T>.ByValue.TryGetValue(value, out var term)
            ? term
            : throw new InvalidOperationException($"{typeof(T).Name}.{value} has no [Term].");

    /// <summary>Values of an enum by their Chinese names.</summary>
    public static FrozenDictionary<string, T> ByTerm<T>()
        where T : struct, Enum => Cache<T>.ByTerm;

    private static class Cache<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue = (
            from field in typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static)
            let term = field.GetCustomAttribute<TermAttribute>()
            where term is not null
            select KeyValuePair.Create((T)field.GetValue(null)!, term.Text)
        ).ToFrozenDictionary();

        public static readonly FrozenDictionary<string, T> ByTerm = ByValue.ToFrozenDictionary(
            v => v.Value,
            v => v.Key,
            StringComparer.Ordinal
        );
    }
}
