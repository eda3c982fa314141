using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using EnforcementCases.Domain;
using EnforcementCases.Platform.Problems;
using FluentValidation;
using FluentValidation.Results;

namespace EnforcementCases.Platform.Web;

/// <summary>Checks on every route what the JSON reader does not check: no list holds a null, no text the character U+0000, which not every database can keep, and every
/// text has the form of its member (<see cref="TextForms"/>): its length, no invisible or direction-changing characters, not blank.</summary>
internal sealed class RequestShape(TextForms forms) : IEndpointFilter
{
    /// <summary>A request with more faults is not read on.</summary>
    private const int MostFaults = 50;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Members = new();

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var faults = new List<ValidationFailure>();
        foreach (var argument in context.Arguments)
        {
            if (argument is not null && TextForms.IsOurs(argument.GetType()) && forms.IsSent(argument.GetType()))
                Check(argument, null, "", faults);
        }
        return faults.Count == 0 ? next(context) : throw new ValidationException(faults);
    }

    /// <param name="path">Names of the members down to the value, <c>Officers[1].Id</c>.</param>
    private void Check(object? value, PropertyInfo? member, string path, List<ValidationFailure> faults)
    {
        switch (value)
        {
            case null:
                break;
            case string text when member is not null:
                CheckText(text, member, path, faults);
                break;
            case IEnumerable list when value is not (JsonElement or string):
                var index = 0;
                foreach (var element in list)
                {
                    var at = $"{path}[{index++}]";
                    if (element is null)
                        throw Malformed(at, "列表中不得有 null");
                    Check(element, member, at, faults);
                }
                break;
            case var part when TextForms.IsOurs(part.GetType()):
                foreach (var inner in Members.GetOrAdd(part.GetType(), MembersOf))
                    Check(inner.GetValue(part), inner, path.Length == 0 ? inner.Name : $"{path}.{inner.Name}", faults);
                break;
        }
    }

    private void CheckText(string text, PropertyInfo member, string path, List<ValidationFailure> faults)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            throw Malformed(path, "文字中不得含有 U+0000");
        if (faults.Count == MostFaults)
            return;
        try
        {
            if (forms.Of(member).FaultOf(text) is { } fault)
                faults.Add(new(path, fault));
        }
        catch (DomainException refusal)
        {
            throw refusal.At(JsonPointers.OfProperty(path));
        }
    }

    private static DomainException Malformed(string path, string what) =>
        new(ProblemMapping.Malformed, what) { Pointer = JsonPointers.OfProperty(path) };

    private static PropertyInfo[] MembersOf(Type type) =>
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.GetIndexParameters().Length == 0 && p.CanRead && CanHoldText(p.PropertyType))
                .Where(p => !p.IsDefined(typeof(JsonIgnoreAttribute))), // from the route: checked there
        ];

    private static bool CanHoldText(Type type) =>
        type == typeof(string) || (!type.IsValueType && (TextForms.IsOurs(type) || type.IsAssignableTo(typeof(IEnumerable))));
}
