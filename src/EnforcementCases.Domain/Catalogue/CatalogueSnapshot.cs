using System.Collections.Frozen;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Catalogue;

/// <summary>The whole catalogue in memory at one moment: violations, adoptions, parameters, power list, calendar, benchmarks, exemptions, review catalogues. Immutable.</summary>
public sealed class CatalogueSnapshot
{
    /// <summary>Nothing loaded.</summary>
    public static readonly CatalogueSnapshot Empty = new(0, [], [], [], [], new("none", [], [], [], []), [], []);

    private readonly FrozenDictionary<string, ViolationVersion[]> violations;
    private readonly FrozenDictionary<Guid, ViolationVersion> byId;
    private readonly FrozenDictionary<(Guid Organ, string Code), Adoption[]> adoptions;
    private readonly FrozenDictionary<(string Path, string Key), ParameterValue[]> values;
    private readonly FrozenDictionary<ParameterKey, LocalParameter> parameters;
    private readonly FrozenDictionary<string, BenchmarkVersion[]> benchmarks;
    private readonly ExemptionEntry[] exemptions;
    private readonly FrozenDictionary<string, ReviewCatalogueAdoption[]> reviewCatalogues;

    /// <summary>Makes a snapshot.</summary>
    /// <param name="version">Number of the catalogue's state.</param>
    /// <param name="violations">All versions, closed ones included, so that a version stored in a case can still be read.</param>
    public CatalogueSnapshot(
        long version,
        IReadOnlyCollection<ViolationVersion> violations,
        IReadOnlyCollection<Adoption> adoptions,
        IReadOnlyCollection<ParameterValue> values,
        IReadOnlyList<PowerListItem> powerList,
        WorkingCalendar calendar,
        IReadOnlyCollection<BenchmarkVersion> benchmarks,
        IReadOnlyCollection<ExemptionEntry> exemptions,
        IReadOnlyCollection<ReviewCatalogueAdoption>? reviewCatalogues = null
    )
    {
        Version = version;
        PowerList = powerList;
        Calendar = calendar;
        byId = violations.ToFrozenDictionary(v => v.Id);
        this.violations = violations
            .Where(v => v.ClosedAt is null)
            .GroupBy(v => v.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(
                g => g.Key,
                g => g.OrderByDescending(v => v.ValidFrom ?? DateOnly.MinValue).ToArray(),
                StringComparer.Ordinal
            );
        this.adoptions = adoptions
            .GroupBy(a => (a.OrganId, a.ViolationCode))
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(a => a.From).ToArray());
        this.values = values
            .GroupBy(v => (v.OrganisationPath, v.Key))
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(v => v.ValidFrom).ThenByDescending(v => v.EnteredAt).ToArray());
        this.benchmarks = benchmarks
            .Where(b => b.ClosedAt is null)
            .GroupBy(b => b.ViolationCode, StringComparer.Ordinal)
            .ToFrozenDictionary(
                g => g.Key,
                g => g.OrderByDescending(b => b.IsBinding).ThenByDescending(b => b.ValidFrom ?? DateOnly.MinValue).ToArray(),
                StringComparer.Ordinal
            );
        this.exemptions = [.. exemptions.Where(e => e.ClosedAt is null).OrderBy(e => e.Code, StringComparer.Ordinal)];
        this.reviewCatalogues = (reviewCatalogues ?? [])
            .GroupBy(a => a.OrganisationPath, StringComparer.Ordinal)
            .ToFrozenDictionary(
                g => g.Key,
                g => g.OrderByDescending(a => a.ValidFrom).ThenByDescending(a => a.ConfirmedAt).ToArray(),
                StringComparer.Ordinal
            );
        parameters = LocalParameter.Shipped.ToFrozenDictionary(p => p.Key);
    }

    /// <summary>Number of this state of the catalogue; counted up by every change.</summary>
    public long Version { get; }

    /// <summary>The present power list (权责清单), by code.</summary>
    public IReadOnlyList<PowerListItem> PowerList { get; }

    /// <summary>The present working-day calendar (工作日历).</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>The version of a violation in force on a day; null if none.</summary>
    public ViolationVersion? ViolationOn(string code, DateOnly day) =>
        violations.TryGetValue(code, out var versions) ? Array.Find(versions, v => v.IsInForceOn(day)) : null;

    /// <summary>The version of a violation that a case refers to, closed or not; null if there never was one.</summary>
    public ViolationVersion? Violation(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>All violations in force on a day, by code.</summary>
    public IEnumerable<ViolationVersion> ViolationsOn(DateOnly day) =>
        violations.Keys.Order(StringComparer.Ordinal).Select(code => ViolationOn(code, day)).OfType<ViolationVersion>();

    /// <summary>The adoption by which an organ may act on a matter on a day in a place; null if none.</summary>
    /// <param name="organId">The street or town.</param>
    /// <param name="divisionCode">Division code of the place; null if it is not known.</param>
    public Adoption? AdoptionOf(Guid organId, string code, DateOnly day, string? divisionCode) =>
        Array.Find(AdoptionsOf(organId, code), a => a.IsInForceOn(day) && a.Covers(divisionCode));

    /// <summary>The adoption to judge an act by: the one that allows it, else the closest one, so that the refusal states whether area or time is wrong; null if the
    /// organ never adopted the matter.</summary>
    public Adoption? NearestAdoptionOf(Guid organId, string code, DateOnly day, string? divisionCode)
    {
        var all = AdoptionsOf(organId, code);
        return AdoptionOf(organId, code, day, divisionCode) ?? Array.Find(all, a => a.IsInForceOn(day)) ?? all.FirstOrDefault();
    }

    /// <summary>All adoptions of a matter by an organ, newest first.</summary>
    public Adoption[] AdoptionsOf(Guid organId, string code) => adoptions.TryGetValue((organId, code), out var found) ? found : [];

    /// <summary>The benchmark of a violation in force on a day: a binding one before any other, the newest first; null if none.</summary>
    public BenchmarkVersion? BenchmarkOn(string violationCode, DateOnly day) =>
        benchmarks.TryGetValue(violationCode, out var found) ? Array.Find(found, b => b.IsInForceOn(day)) : null;

    /// <summary>All benchmarks in force on a day, by code.</summary>
    public IEnumerable<BenchmarkVersion> BenchmarksOn(DateOnly day) =>
        benchmarks.Values.SelectMany(b => b).Where(b => b.IsInForceOn(day)).OrderBy(b => b.Code, StringComparer.Ordinal);

    /// <summary>Entries of the exemption list in force on a day, by code.</summary>
    public IEnumerable<ExemptionEntry> ExemptionsOn(DateOnly day) => exemptions.Where(e => e.IsInForceOn(day));

    /// <summary>The catalogue of major decisions for an organisation on a day: its own, else that of the nearest organisation above; null if none has adopted one.</summary>
    /// <param name="organisationPath">Path of the organisation, <c>/tj/bhxq/hg/</c>.</param>
    public ReviewCatalogueAdoption? ReviewCatalogueOn(string organisationPath, DateOnly day)
    {
        for (var path = organisationPath; path.Length > 1; path = Above(path))
        {
            if (reviewCatalogues.TryGetValue(path, out var adopted) && Array.Find(adopted, a => a.IsInForceOn(day)) is { } inForce)
                return inForce;
        }
        return null;
    }

    /// <summary>Whether what an organisation collects on a day needs its file (<c>evidence.files</c>).</summary>
    public bool RequiresFiles(string organisationPath, DateOnly day) =>
        Parameter(organisationPath, LocalParameters.EvidenceFiles, day).Value is "required";

    /// <summary>Whether what an organisation does on a day is held against the recording matrix (<c>recording.matrix</c>).</summary>
    public bool RecordsByMatrix(string organisationPath, DateOnly day) =>
        Parameter(organisationPath, LocalParameters.RecordingMatrix, day).Value is "inForce";

    /// <summary>The value of a parameter for an organisation on a day: its own value, else that of the nearest organisation above, else the product's default.</summary>
    /// <param name="organisationPath">Path of the organisation, <c>/tj/bhxq/hg/</c>.</param>
    /// <exception cref="ArgumentException">The product has no such parameter.</exception>
    public ParameterInForce Parameter(string organisationPath, ParameterKey key, DateOnly day)
    {
        if (!parameters.TryGetValue(key, out var parameter))
            throw new ArgumentException($"There is no parameter {key}.", nameof(key));
        for (var path = organisationPath; path.Length > 1; path = Above(path))
        {
            if (
                values.TryGetValue((path, key.Text), out var set)
                && Array.Find(set, v => day >= v.ValidFrom) is { Value: not ParameterValue.Inherited } value
            )
                return new(parameter, value.Value, IsConfirmed: true, value.Source, value.ValidFrom, path, value.Id);
        }
        return new(parameter, parameter.Default, parameter.Confirmed, parameter.Why, null, null, null);
    }

    private static string Above(string path) => path[..(path.LastIndexOf('/', path.Length - 2) + 1)];
}
