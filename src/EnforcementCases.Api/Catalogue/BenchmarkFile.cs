using System.Text.Json;
using EnforcementCases.Domain.Discretion;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Reads <c>discretion-benchmarks.json</c> (裁量权基准). The general rules of other places that it quotes are for reading, not for use.</summary>
internal sealed class BenchmarkFile
{
    private static readonly Dictionary<string, BenchmarkSource> Sources = new(StringComparer.Ordinal)
    {
        ["published_benchmark"] = BenchmarkSource.PublishedBenchmark,
        ["statutory_gradation"] = BenchmarkSource.StatutoryGradation,
        ["published_practice"] = BenchmarkSource.PublishedPractice,
        ["illustrative"] = BenchmarkSource.Illustrative,
    };

    /// <summary>Circumstances that the system can tell by itself; every other one is for an officer to confirm.</summary>
    private static readonly Dictionary<string, (TierTest Test, int Occurrence)> Tests = new(StringComparer.Ordinal)
    {
        ["拒不改正"] = (TierTest.RefusedToCorrect, 0),
        ["首次未分类投放"] = (TierTest.Occurrence, 1),
        ["初次违法"] = (TierTest.Occurrence, 1),
        ["首次违反"] = (TierTest.Occurrence, 1),
        ["第二次"] = (TierTest.Occurrence, 2),
        ["再次违反"] = (TierTest.Occurrence, 2),
        ["第二次及以后每次违法"] = (TierTest.Occurrence, 2),
        ["第三次"] = (TierTest.Occurrence, 3),
    };

    private readonly ProductFile file;
    private readonly Content content;

    private BenchmarkFile(ProductFile file)
    {
        this.file = file;
        content = file.Read<Content>();
    }

    /// <summary>What the file says of itself, <c>2026-11</c>.</summary>
    public string Label => content.Meta.AsOf;

    /// <exception cref="InvalidDataException">Saying which row and why.</exception>
    public static BenchmarkFile Open(ProductFile file)
    {
        var opened = new BenchmarkFile(file);
        if (opened.content.Items.GroupBy(i => i.BenchmarkId, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw file.Rejected($"{twice.Key} stands twice");
        var versions = opened.Versions(Guid.Empty, 0, () => Guid.Empty);
        opened.EnsureCountsAgree(versions);
        return opened;
    }

    public IReadOnlyList<BenchmarkVersion> Versions(Guid dataSetId, int number, Func<Guid> newId) =>
        [.. content.Items.Select(row => Version(row, dataSetId, number, newId()))];

    private BenchmarkVersion Version(Row row, Guid dataSetId, int number, Guid id)
    {
        var source = Sources.TryGetValue(row.SourceKind, out var known) ? known : throw Wrong(row, $"source_kind “{row.SourceKind}”");
        if (row.Illustrative != source is BenchmarkSource.Illustrative)
            throw Wrong(row, "illustrative in one member and not in the other");
        if (row.Illustrative && row.BindingInTianjin)
            throw Wrong(row, "illustrative data never binds");
        if (row.Tiers.Count == 0)
            throw Wrong(row, "no tiers");
        return new()
        {
            Id = id,
            Code = row.BenchmarkId,
            Version = $"{Label}.{number}",
            DataSetId = dataSetId,
            ViolationCode = row.ViolationCode,
            Jurisdiction = row.Jurisdiction,
            Source = source,
            Issuer = row.Issuer,
            ValidFrom = row.EffectiveFrom,
            Tiers = [.. row.Tiers.Select((t, i) => Tier(row, t, i + 1))],
            BindingInTianjin = row.BindingInTianjin,
            Evidence = row.Evidence,
            Note = row.Note,
            RowSha256 = ProductFile.HashOf(row),
        };
    }

    private BenchmarkTier Tier(Row row, TierRow tier, int order)
    {
        var share = Fine(row, tier.PercentOfCost); // per cent to ten-thousandths is the same factor as yuan to fen
        var (test, occurrence) = Tests.GetValueOrDefault(tier.Circumstance);
        return new(
            order,
            tier.Level,
            tier.Circumstance,
            tier.Action,
            Fine(row, tier.FineIndividual) ?? share,
            Fine(row, tier.FineOrganisation) ?? share,
            test,
            occurrence
        );
    }

    private TierFine? Fine(Row row, IReadOnlyList<decimal>? ends)
    {
        if (ends is null)
            return null;
        if (ends.Count != 2 || ends[0] < 0 || ends[1] < ends[0] || ends.Any(e => decimal.Truncate(e * 100) != e * 100))
            throw Wrong(row, $"the range [{string.Join(", ", ends)}]");
        return new((long)(ends[0] * 100), (long)(ends[1] * 100));
    }

    private void EnsureCountsAgree(IReadOnlyList<BenchmarkVersion> versions)
    {
        var counted = new Counts(
            versions.Count,
            versions.Count(v => v.Source is BenchmarkSource.PublishedBenchmark),
            versions.Count(v => v.Source is BenchmarkSource.StatutoryGradation),
            versions.Count(v => v.Source is BenchmarkSource.PublishedPractice),
            versions.Count(v => v.Source is BenchmarkSource.Illustrative)
        );
        if (counted != content.Meta.Counts)
            throw file.Rejected($"meta.counts says {content.Meta.Counts}, the rows are {counted}");
    }

    private InvalidDataException Wrong(Row row, string why) => file.Rejected($"{row.BenchmarkId}: {why}");

    private sealed record Content(Meta Meta, JsonElement GeneralRules, IReadOnlyList<Row> Items);

    private sealed record Meta(string Title, string AsOf, Counts Counts, JsonElement Legend, string Context);

    private sealed record Counts(int Total, int PublishedBenchmark, int StatutoryGradation, int PublishedPractice, int Illustrative);

    private sealed record Row(
        string BenchmarkId,
        string ViolationCode,
        string ViolationName,
        string Jurisdiction,
        string SourceKind,
        bool Illustrative,
        string? Issuer,
        DateOnly? EffectiveFrom,
        IReadOnlyList<TierRow> Tiers,
        string Status,
        string Evidence,
        bool BindingInTianjin,
        string? Note = null
    );

    private sealed record TierRow(
        string Level,
        string Circumstance,
        string Action,
        IReadOnlyList<decimal>? FineIndividual,
        IReadOnlyList<decimal>? FineOrganisation,
        IReadOnlyList<decimal>? PercentOfCost = null
    );
}
