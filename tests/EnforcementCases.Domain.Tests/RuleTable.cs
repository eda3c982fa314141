using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EnforcementCases.Domain.Tests;

/// <summary>A row of the statutory rule table (statutory-rules.json).</summary>
internal sealed record RuleRow(string Id, int Section, string Topic, string Source, string Mark);

/// <summary>Something in the code that carries a rule id: an error or a mark.</summary>
internal sealed record RuleInCode(string? Rule, string Member, DomainError? Error);

/// <summary>The rule table, what the code says about it, and which tests prove it.</summary>
internal static partial class RuleTable
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<RuleRow> Rows { get; } =
        JsonSerializer.Deserialize<List<RuleRow>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "statutory-rules.json")),
            JsonSerializerOptions.Web
        )!;

    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<RuleInCode> InCode { get; } = [.. Errors().Concat(Marks()).OrderBy(r => r.Member, StringComparer.Ordinal)];

    /// <summary>Rule id → names of the tests that carry it, <c>Class.Method</c>, from the source text of every test project.</summary>
    public static ILookup<string, string> Tests { get; } =
        Directory
            .EnumerateFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(f => TestsIn(File.ReadAllText(f)))
            .Distinct()
            .OrderBy(t => t.Test, StringComparer.Ordinal)
            .ToLookup(t => t.Rule, t => t.Test, StringComparer.Ordinal);

    private static IEnumerable<RuleInCode> Errors() =>
        from type in typeof(DomainError).Assembly.GetTypes()
        from field in type.GetFields(Everything)
        where field.IsStatic && field.FieldType == typeof(DomainError)
        let error = (DomainError)field.GetValue(null)!
        select new RuleInCode(error.Rule, $"{Name(type)}.{PropertyName(field.Name)}", error);

    private static IEnumerable<RuleInCode> Marks() =>
        from type in typeof(DomainError).Assembly.GetTypes()
        from member in type.GetMembers(Everything).Where(m => m is not Type).Append(type)
        from mark in member.GetCustomAttributes<StatutoryRuleAttribute>(inherit: false)
        select new RuleInCode(mark.Rule, member is Type ? Name(type) : $"{Name(type)}.{member.Name}", null);

    private static string Name(Type type) => (type.DeclaringType is { } outer ? Name(outer) + "." : "") + type.Name.Split('`')[0];

    /// <summary>An automatic property shows as the field behind it.</summary>
    private static string PropertyName(string field) => BackingField().Match(field) is { Success: true } m ? m.Groups["name"].Value : field;

    private static IEnumerable<(string Rule, string Test)> TestsIn(string source)
    {
        foreach (Match rule in RuleOnTest().Matches(source))
        {
            var declared = Declaration().Match(source, rule.Index);
            if (!declared.Success)
                continue;
            var method = declared.Groups["method"].Value;
            var type = method.Length == 0 ? declared.Groups["type"].Value : Class().Matches(source[..rule.Index])[^1].Groups["type"].Value;
            yield return (rule.Groups["rule"].Value, method.Length == 0 ? type : $"{type}.{method}");
        }
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "EnforcementCases.sln")))
                return folder.FullName;
        throw new InvalidOperationException("EnforcementCases.sln was not found above the test's folder.");
    }

    [GeneratedRegex("^<(?<name>[^>]+)>k__BackingField$", RegexOptions.ExplicitCapture)]
    private static partial Regex BackingField();

    [GeneratedRegex("""(?<=[\[,]\s*)Rule\("(?<rule>[^"]+)"\)""", RegexOptions.ExplicitCapture)]
    private static partial Regex RuleOnTest();

    [GeneratedRegex(@"\bclass\s+(?<type>\w+)|\b(void|Task|ValueTask)\s+(?<method>\w+)\s*\(", RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^\s*(public|internal)[^/\n]*\bclass\s+(?<type>\w+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline)]
    private static partial Regex Class();
}
