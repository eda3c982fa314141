using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using EnforcementCases.Domain.Access;
using HandlebarsDotNet;

namespace EnforcementCases.Api.Statistics;

/// <summary>A sentence of a report, as data: it contains the keys of the figures it quotes.</summary>
internal sealed partial record ReportTemplate(string Key, int Version, IReadOnlyList<OrganisationKind> Kinds, string Source, string Text)
{
    private readonly Lazy<HandlebarsTemplate<object, object>> compiled = new(() =>
        Handlebars.Create(new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true }).Compile(Text)
    );

    /// <summary>The keys to fill in, each once.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Names { get; } =
    [.. Blank().Matches(Text).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    public string Fill(IReadOnlyDictionary<string, string> values) => compiled.Value(values);

    [GeneratedRegex(@"\{\{(?<name>[A-Za-z]+)\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blank();
}

/// <summary>The sentences that come with the product.</summary>
internal static class ReportTemplates
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static readonly IReadOnlyList<ReportTemplate> All = Load();

    private static IReadOnlyList<ReportTemplate> Load()
    {
        using var file = typeof(ReportTemplates).Assembly.GetManifestResourceStream(
            "EnforcementCases.Api.Statistics.Data.report-templates.json"
        )!;
        return JsonSerializer.Deserialize<TemplateFile>(file, Json)!.Templates;
    }

    private sealed record TemplateFile(IReadOnlyList<ReportTemplate> Templates);
}
