using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using EnforcementCases.Domain.Cases.Ordinary;
using FluentValidation;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <summary>The form that every act's body must have beside that of its texts: required members are there, lists are limited in length.</summary>
internal sealed class PerformActValidator<TBody> : AbstractValidator<PerformActCommand<TBody>>
    where TBody : ActBody
{
    public PerformActValidator() =>
        RuleFor(c => c.Body)
            .Custom(
                (body, context) =>
                {
                    foreach (var (pointer, fault) in ActShape.FaultsOf(body))
                        context.AddFailure(pointer, fault);
                }
            );
}

/// <summary>Walks a body and reports the members that are malformed.</summary>
internal static class ActShape
{
    private const int LongestList = 500;

    private static readonly ConcurrentDictionary<Type, (PropertyInfo Member, bool Optional)[]> Members = new();

    public static IEnumerable<(string Pointer, string Fault)> FaultsOf(ActBody body) => Walk(body, "");

    private static IEnumerable<(string, string)> Walk(object part, string path)
    {
        foreach (var (member, optional) in Members.GetOrAdd(part.GetType(), MembersOf))
        {
            var name = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            foreach (var fault in Check(member, member.GetValue(part), optional, name))
                yield return fault;
        }
    }

    private static IEnumerable<(string, string)> Check(PropertyInfo member, object? value, bool optional, string name)
    {
        switch (value)
        {
            case null:
                return optional ? [] : [(name, "必须填写")];
            case string: // its form is checked on every route alike, in RequestShape
                return [];
            case IEnumerable list:
                var items = list.Cast<object>().ToList();
                return items.Count > LongestList
                    ? [(name, $"最多 {LongestList} 项")]
                    : items.SelectMany((item, i) => Check(member, item, optional: true, $"{name}[{i}]"));
            default:
                return IsOurs(value.GetType()) ? Walk(value, name) : [];
        }
    }

    private static (PropertyInfo, bool)[] MembersOf(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.GetIndexParameters().Length == 0 && p.CanRead)
                .Select(p =>
                    (
                        p,
                        nullability.Create(p).ReadState == NullabilityState.Nullable
                            || Nullable.GetUnderlyingType(p.PropertyType) is not null
                    )
                ),
        ];
    }

    private static bool IsOurs(Type type) =>
        !type.IsEnum && type.Namespace?.StartsWith("EnforcementCases", StringComparison.Ordinal) == true;
}
