using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Text;
using FluentValidation;

namespace EnforcementCases.Api.Cases.Ordinary;

/// <summary>The form that every act's body must have: required texts are not empty, no text is longer than a page or has unprintable characters, lists are
/// limited in length, hashes are well formed.</summary>
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
internal static partial class ActShape
{
    private const int LongestLine = 200;
    private const int LongestText = 4000;
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
            case string text:
                return FaultOf(member.Name, text) is { } fault ? [(name, fault)] : [];
            case IEnumerable list:
                var items = list.Cast<object>().ToList();
                return items.Count > LongestList
                    ? [(name, $"最多 {LongestList} 项")]
                    : items.SelectMany((item, i) => Check(member, item, optional: true, $"{name}[{i}]"));
            default:
                return IsOurs(value.GetType()) ? Walk(value, name) : [];
        }
    }

    private static string? FaultOf(string name, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return "不得为空";
        if (name.EndsWith("Sha256", StringComparison.Ordinal))
            return Sha256().IsMatch(text) ? null : "应为 64 位小写十六进制的 SHA-256";
        var longest = IsLine(name) ? LongestLine : LongestText;
        if (text.Length > longest)
            return $"最多 {longest} 个字符";
        try
        {
            _ = IsLine(name) ? TextRules.Line(text) : TextRules.Paragraphs(text);
            return null;
        }
        catch (DomainException refusal)
        {
            return refusal.Detail;
        }
    }

    /// <summary>Whether the member must be a single line: names, numbers, codes and the like.</summary>
    private static bool IsLine(string member) =>
        member.EndsWith("Name", StringComparison.Ordinal)
        || member.EndsWith("Number", StringComparison.Ordinal)
        || member.EndsWith("Code", StringComparison.Ordinal)
        || member.EndsWith("Reference", StringComparison.Ordinal)
        || member.EndsWith("Unit", StringComparison.Ordinal);

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

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha256();
}
