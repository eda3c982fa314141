using System.Text.Json;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Reads <c>exemption-list.json</c> (免罚清单).</summary>
internal sealed class ExemptionFile
{
    private readonly ProductFile file;
    private readonly Content content;

    private ExemptionFile(ProductFile file)
    {
        this.file = file;
        content = file.Read<Content>();
    }

    /// <summary>The file's own date label, <c>2026-11</c>.</summary>
    public string Label => content.Meta.AsOf;

    /// <exception cref="InvalidDataException">The message names the row and the reason.</exception>
    public static ExemptionFile Open(ProductFile file)
    {
        var opened = new ExemptionFile(file);
        var items = opened.content.Items;
        if (items.GroupBy(i => i.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw file.Rejected($"{twice.Key} stands twice");
        _ = opened.Versions(Guid.Empty, 0, () => Guid.Empty);
        var counted = new Counts(
            items.Count,
            items.Count(i => i.Status == "confirmed"),
            items.Count(i => i.Status == "confirmed elsewhere"),
            items.Count(i => i.Status == "memory")
        );
        if (counted != opened.content.Meta.Counts)
            throw file.Rejected($"meta.counts says {opened.content.Meta.Counts}, the rows are {counted}");
        return opened;
    }

    /// <summary>The rows as written in the file.</summary>
    public IEnumerable<(string Sha256, string Content)> Rows => content.Items.Select(CatalogueRowJson.Source);

    public IReadOnlyList<ExemptionEntry> Versions(Guid dataSetId, int number, Func<Guid> newId) =>
        [.. content.Items.Select(row => Version(row, dataSetId, number, newId()))];

    private ExemptionEntry Version(ExemptionRow row, Guid dataSetId, int number, Guid id)
    {
        try
        {
            return row.AsVersion(id, $"{Label}.{number}", dataSetId);
        }
        catch (DomainException e)
        {
            throw file.Rejected($"{row.Id}: {e.Detail}");
        }
    }

    private sealed record Content(Meta Meta, IReadOnlyList<ExemptionRow> Items);

    private sealed record Meta(string Title, string AsOf, Counts Counts, JsonElement Legend, IReadOnlyList<string> Rules);

    private sealed record Counts(int Total, int Confirmed, int ConfirmedElsewhere, int Memory);
}
