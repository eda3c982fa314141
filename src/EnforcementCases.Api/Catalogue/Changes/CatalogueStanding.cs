using System.Globalization;
using System.Text.Json.Nodes;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>The present catalogue within the scope of the clerk.</summary>
internal sealed record CatalogueStanding(
    CatalogueVersions<ViolationVersion> Violations,
    CatalogueVersions<BenchmarkVersion> Benchmarks,
    CatalogueVersions<ExemptionEntry> Exemptions,
    List<Adoption> Adoptions,
    List<ParameterValue> Values,
    Dictionary<string, Organisation> Organisations,
    CalendarInForce Calendar,
    HashSet<string> Sources
);

/// <summary>A version that exists or is made by the change.</summary>
/// <param name="content">Its row, with its present days of validity.</param>
/// <param name="probe">The version to check against: the existing one, or the one that the row would make.</param>
internal sealed class CatalogueSlot<T>(Validity validity, JsonObject content, T probe, bool stands)
    where T : class, ICatalogueVersion
{
    public Validity Validity { get; set; } = validity;

    public JsonObject Content { get; } = content;

    public T Probe { get; } = probe;

    /// <summary>The version to change; null until a row of this change that makes it is applied.</summary>
    public T? Entity { get; set; } = stands ? probe : null;

    public bool IsInForceOn(DateOnly? day) => day is not { } on || (on >= Validity.Begins && (Validity.To is not { } to || on <= to));
}

/// <summary>The versions of all codes of a kind, those that exist and those that the change makes.</summary>
internal sealed class CatalogueVersions<T>
    where T : class, ICatalogueVersion
{
    private readonly Dictionary<string, List<CatalogueSlot<T>>> byCode = new(StringComparer.Ordinal);

    public IEnumerable<CatalogueSlot<T>> All => byCode.OrderBy(c => c.Key, StringComparer.Ordinal).SelectMany(c => c.Value);

    public static CatalogueVersions<T> Of(List<T> standing, Func<T, string> codeOf, Dictionary<string, string> sources)
    {
        var versions = new CatalogueVersions<T>();
        foreach (var version in standing.OrderBy(v => v.ValidFrom ?? DateOnly.MinValue))
        {
            var content = sources.TryGetValue(version.RowSha256, out var kept) ? JsonNode.Parse(kept)!.AsObject() : [];
            content["effective_to"] = version.ValidTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            versions.Of(codeOf(version)).Add(new(new(version.ValidFrom, version.ValidTo), content, version, stands: true));
        }
        return versions;
    }

    public List<CatalogueSlot<T>> Of(string code)
    {
        if (!byCode.TryGetValue(code, out var slots))
            byCode[code] = slots = [];
        return slots;
    }

    public bool Has(string code) => byCode.TryGetValue(code, out var slots) && slots.Count > 0;

    /// <summary>The version in force on a day; if the day is null, the newest.</summary>
    public T? On(string code, DateOnly? day) => byCode.GetValueOrDefault(code)?.LastOrDefault(s => s.IsInForceOn(day))?.Probe;
}
