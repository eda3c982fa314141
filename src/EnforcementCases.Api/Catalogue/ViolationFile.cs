using System.Text.Json;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Reads <c>violations.json</c> (违法行为目录) with <c>penalty-structure.json</c> (罚则结构) by the rules in its <c>meta.loading</c>, and refuses rows that contradict
/// them.</summary>
internal sealed class ViolationFile
{
    private readonly ProductFile file;
    private readonly Content content;
    private readonly IReadOnlyList<ViolationRow> rows;

    private ViolationFile(ProductFile file)
    {
        this.file = file;
        content = file.Read<Content>();
        rows = PenaltyStructureFile.Join(content.Items, content.Structure, file);
    }

    /// <summary>The file's own date label, <c>2026-11</c>.</summary>
    public string Label => content.Meta.AsOf;

    /// <summary>Reads the whole file; one wrong row rejects it.</summary>
    /// <exception cref="InvalidDataException">The message names the row and the reason.</exception>
    public static ViolationFile Open(ProductFile file)
    {
        var opened = new ViolationFile(file);
        opened.EnsureCodesUnique();
        _ = opened.Versions(Guid.Empty, 0, _ => Guid.Empty);
        opened.EnsureCountsAgree();
        return opened;
    }

    /// <summary>The rows as written in the file.</summary>
    public IEnumerable<(string Sha256, string Content)> Rows => rows.Select(CatalogueRowJson.Source);

    /// <summary>The rows as versions of violations.</summary>
    public IReadOnlyList<ViolationVersion> Versions(Guid dataSetId, int number, Func<string, Guid> newId) =>
        [
            .. rows.GroupBy(r => r.Code, StringComparer.Ordinal)
                .SelectMany(g => g.Select((row, i) => Version(row, dataSetId, i == 0 ? $"{number}" : $"{number}.{i}", newId(row.Code)))),
        ];

    private ViolationVersion Version(ViolationRow row, Guid dataSetId, string number, Guid id)
    {
        try
        {
            return row.AsVersion(id, $"{Label}.{number}", dataSetId);
        }
        catch (DomainException e)
        {
            throw file.Rejected($"{row.Code}: {e.Detail}");
        }
    }

    private void EnsureCodesUnique()
    {
        var twice = content.Items.GroupBy(i => i.Code, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
            throw file.Rejected($"{twice.Key} stands twice");
    }

    private void EnsureCountsAgree()
    {
        var items = content.Items;
        var counted = new Counts(
            items.Count,
            items.Count(i => i.Status == "confirmed"),
            items.Count(i => i.Status == "partly confirmed"),
            items.Count(i => i.Status == "memory"),
            items.Count(i => i.AppliesInTianjin),
            content.Meta.Counts.DecisionReadyInTianjin, // counted by the authors before the last check removed rows: not comparable with the rows
            items.Count(i => i.DecisionReady)
        );
        if (counted != content.Meta.Counts)
            throw file.Rejected($"meta.counts says {content.Meta.Counts}, the rows are {counted}");
    }

    private sealed record Content(Meta Meta, IReadOnlyList<ViolationRow> Items, PenaltyStructureFile? Structure = null);

    private sealed record Meta(
        string Title,
        string AsOf,
        JsonElement Legend,
        JsonElement OpenQuestions,
        JsonElement Related,
        Counts Counts,
        IReadOnlyList<string> Loading
    );

    private sealed record Counts(
        int Total,
        int Confirmed,
        int PartlyConfirmed,
        int Memory,
        int AppliesInTianjin,
        int DecisionReadyInTianjin,
        int DecisionReadyAfterCheck
    );
}
