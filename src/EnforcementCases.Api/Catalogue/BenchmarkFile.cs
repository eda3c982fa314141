using System.Text.Json;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Reads <c>discretion-benchmarks.json</c> (裁量权基准). The general rules of other places that it quotes are for reading, not for use.</summary>
internal sealed class BenchmarkFile
{
    private readonly ProductFile file;
    private readonly Content content;

    private BenchmarkFile(ProductFile file)
    {
        this.file = file;
        content = file.Read<Content>();
    }

    /// <summary>The file's own date label, <c>2026-11</c>.</summary>
    public string Label => content.Meta.AsOf;

    /// <exception cref="InvalidDataException">The message names the row and the reason.</exception>
    public static BenchmarkFile Open(ProductFile file)
    {
        var opened = new BenchmarkFile(file);
        if (opened.content.Items.GroupBy(i => i.BenchmarkId, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw file.Rejected($"{twice.Key} stands twice");
        var versions = opened.Versions(Guid.Empty, 0, () => Guid.Empty);
        opened.EnsureCountsAgree(versions);
        return opened;
    }

    /// <summary>The rows as written in the file.</summary>
    public IEnumerable<(string Sha256, string Content)> Rows => content.Items.Select(CatalogueRowJson.Source);

    public IReadOnlyList<BenchmarkVersion> Versions(Guid dataSetId, int number, Func<Guid> newId) =>
        [.. content.Items.Select(row => Version(row, dataSetId, number, newId()))];

    private BenchmarkVersion Version(BenchmarkRow row, Guid dataSetId, int number, Guid id)
    {
        try
        {
            return row.AsVersion(id, $"{Label}.{number}", dataSetId);
        }
        catch (DomainException e)
        {
            throw file.Rejected($"{row.BenchmarkId}: {e.Detail}");
        }
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

    private sealed record Content(Meta Meta, JsonElement GeneralRules, IReadOnlyList<BenchmarkRow> Items);

    private sealed record Meta(string Title, string AsOf, Counts Counts, JsonElement Legend, string Context);

    private sealed record Counts(int Total, int PublishedBenchmark, int StatutoryGradation, int PublishedPractice, int Illustrative);
}
