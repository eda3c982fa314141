using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Every sum in the body of an act, whatever the act: a member that ends in <c>Fen</c>. Sums are added up, so none may be so large that a total overflows.</summary>
internal static class MoneyInBodies
{
    /// <summary>Largest sum of an act: one trillion yuan (一万亿元), more than any penalty and far from the largest number.</summary>
    public const long MostFen = 100_000_000_000_000;

    /// <summary>A sum is negative, or beyond any that a case can have.</summary>
    public static readonly DomainError OutOfRange = new(
        "money.out-of-range",
        "NUM-MONEY",
        ErrorKind.Unacceptable,
        "金额应当在 0 至一万亿元之间"
    );

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    /// <summary>Refuses a sum out of range.</summary>
    /// <exception cref="DomainException"><see cref="OutOfRange"/>, with the member.</exception>
    public static void EnsureBounded(ActBody body) => EnsureBounded(body, "");

    private static void EnsureBounded(object value, string pointer)
    {
        foreach (var member in Members.GetOrAdd(value.GetType(), MembersOf))
        {
            var at = $"{pointer}/{JsonNamingPolicy.CamelCase.ConvertName(member.Name)}";
            switch (member.GetValue(value))
            {
                case long fen when fen is < 0 or > MostFen:
                    throw OutOfRange.With($"{fen} 分").At(at);
                case IEnumerable list:
                    foreach (var (item, i) in list.Cast<object?>().Select((item, i) => (item, i)))
                    {
                        if (item is not null)
                            EnsureBounded(item, $"{at}/{i}");
                    }
                    break;
                case long or null:
                    break;
                case var part:
                    EnsureBounded(part, at);
                    break;
            }
        }
    }

    /// <summary>Sums, and what may contain sums: parts of our own, and lists of them.</summary>
    private static PropertyInfo[] MembersOf(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.GetIndexParameters().Length == 0)
                .Where(p =>
                    Nullable.GetUnderlyingType(p.PropertyType) is var bare && (bare ?? p.PropertyType) == typeof(long)
                        ? p.Name.EndsWith("Fen", StringComparison.Ordinal)
                        : IsOurs(ItemOf(p.PropertyType))
                ),
        ];

    private static Type ItemOf(Type type) =>
        type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[^1] : type;

    private static bool IsOurs(Type type) => type is { IsClass: true } && type.Assembly == typeof(MoneyInBodies).Assembly;
}
