using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EnforcementCases.Platform.Problems;

/// <summary>JSON pointers (RFC 6901) to what is wrong in a body.</summary>
internal static partial class JsonPointers
{
    /// <summary>Longest part of a name sent by a client that is echoed, in characters.</summary>
    private const int LongestName = 100;

    public static string Of(params ReadOnlySpan<string> parts)
    {
        var pointer = new StringBuilder();
        foreach (var part in parts)
        {
            var name = part.Length > LongestName ? part[..LongestName] + "…" : part;
            pointer.Append('/').Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }
        return pointer.ToString();
    }

    /// <summary>Party.Name → /party/name; Officers[1].Id → /officers/1/id.</summary>
    public static string OfProperty(string property) =>
        Of([.. PropertyPart().Matches(property).Select(part => JsonNamingPolicy.CamelCase.ConvertName(part.Value))]);

    /// <summary>The reader's path, <c>$.officers[1]['odd name']</c>, as a pointer: <c>/officers/1/odd name</c>.</summary>
    public static string OfPath(string? path) =>
        string.IsNullOrEmpty(path)
            ? ""
            : Of([
                .. PathPart()
                    .Matches(path, startat: 1)
                    .Select(m =>
                        m.Groups["name"].Success ? m.Groups["name"].Value
                        : m.Groups["index"].Success ? m.Groups["index"].Value
                        : m.Groups["quoted"].Value
                    ),
            ]);

    /// <summary>Where a body is wrong, and how, as far as the JSON reader reports it; missing required members are named one by one.</summary>
    public static ProblemMapping.FieldError[] FaultsOf(JsonException json)
    {
        if (json.Message.StartsWith("应为", StringComparison.Ordinal))
            return [new(OfPath(json.Path), json.Message.Split(" Path: ")[0])];
        var at = OfPath(json.Path);
        return MissingMembers().Match(json.Message) is { Success: true } missing
            ?
            [
                .. QuotedName()
                    .Matches(missing.Groups["names"].Value)
                    .Select(m => new ProblemMapping.FieldError(at + Of(m.Groups["name"].Value), "缺少必填字段")),
            ]
            : [new(at, "该处无法解析、类型不符，或者不是允许的字段")];
    }

    [GeneratedRegex(@"[^.\[\]]+")]
    private static partial Regex PropertyPart();

    [GeneratedRegex(@"\G(?:\.(?<name>[^.\[\]]+)|\[(?<index>[0-9]+)\]|\['(?<quoted>.*?)'\](?=$|[.\[]))", RegexOptions.Singleline)]
    private static partial Regex PathPart();

    [GeneratedRegex(@"missing required properties including: (?<names>[^.]*)\.", RegexOptions.ExplicitCapture)]
    private static partial Regex MissingMembers();

    [GeneratedRegex("'(?<name>[^']+)'", RegexOptions.ExplicitCapture)]
    private static partial Regex QuotedName();
}
