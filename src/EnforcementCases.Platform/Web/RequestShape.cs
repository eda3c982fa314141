using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using EnforcementCases.Domain;
using EnforcementCases.Platform.Problems;

namespace EnforcementCases.Platform.Web;

/// <summary>Checks what the JSON reader does not check: no list holds a null, and no text the character U+0000, which not every database can keep.</summary>
internal sealed class RequestShape : IEndpointFilter
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var argument in context.Arguments)
        {
            if (argument is not null && IsOurs(argument.GetType()))
                Check(argument, "");
        }
        return next(context);
    }

    private static void Check(object? value, string pointer)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                if (text.Contains('\0', StringComparison.Ordinal))
                    throw Refusal(pointer, "文字中不得含有 U+0000");
                break;
            case IEnumerable list when value is not JsonElement:
                var index = 0;
                foreach (var element in list)
                {
                    if (element is null)
                        throw Refusal($"{pointer}/{index}", "列表中不得有 null");
                    Check(element, $"{pointer}/{index++}");
                }
                break;
            case var part when IsOurs(part.GetType()):
                foreach (var member in Members.GetOrAdd(part.GetType(), MembersOf))
                    Check(member.GetValue(part), $"{pointer}/{JsonNamingPolicy.CamelCase.ConvertName(member.Name)}");
                break;
        }
    }

    private static DomainException Refusal(string pointer, string what) => new(ProblemMapping.Malformed, what) { Pointer = pointer };

    private static PropertyInfo[] MembersOf(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.GetIndexParameters().Length == 0 && CanHoldText(p.PropertyType)),
        ];

    private static bool CanHoldText(Type type) =>
        type == typeof(string) || (!type.IsValueType && (IsOurs(type) || type.IsAssignableTo(typeof(IEnumerable))));

    private static bool IsOurs(Type type) =>
        !type.IsEnum && type.Namespace?.StartsWith("EnforcementCases.", StringComparison.Ordinal) == true;
}
