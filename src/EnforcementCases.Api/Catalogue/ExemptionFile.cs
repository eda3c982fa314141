using System.Text.Json;
using EnforcementCases.Domain.Discretion;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Reads <c>exemption-list.json</c> (免罚清单).</summary>
internal sealed class ExemptionFile
{
    private static readonly Dictionary<string, ListedLeniency> Leniencies = new(StringComparer.Ordinal)
    {
        ["法定不予处罚"] = ListedLeniency.StatutoryNoPenalty,
        ["轻微不罚"] = ListedLeniency.Slight,
        ["首违不罚"] = ListedLeniency.FirstOffence,
        ["无主观过错不罚"] = ListedLeniency.NoFault,
        ["超过追责期限"] = ListedLeniency.TimeBarred,
        ["从轻或减轻"] = ListedLeniency.LenientOrMitigated,
        ["不予处罚"] = ListedLeniency.NoPenalty,
        ["不予处罚(社区服务替代)"] = ListedLeniency.CommunityService,
    };

    /// <summary>Conditions that ask how many times it happened: the ledger answers them, whatever was ticked.</summary>
    private static readonly Dictionary<string, int> Occurrences = new(StringComparer.Ordinal)
    {
        ["初次违法"] = 1,
        ["首次被发现"] = 1,
        ["第二次被发现"] = 2,
    };

    private readonly ProductFile file;
    private readonly Content content;

    private ExemptionFile(ProductFile file)
    {
        this.file = file;
        content = file.Read<Content>();
    }

    /// <summary>What the file says of itself, <c>2026-11</c>.</summary>
    public string Label => content.Meta.AsOf;

    /// <exception cref="InvalidDataException">Saying which row and why.</exception>
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

    public IReadOnlyList<ExemptionEntry> Versions(Guid dataSetId, int number, Func<Guid> newId) =>
        [.. content.Items.Select(row => Version(row, dataSetId, number, newId()))];

    private ExemptionEntry Version(Row row, Guid dataSetId, int number, Guid id)
    {
        if (row.ConditionsAll.Count == 0)
            throw Wrong(row, "an entry without conditions");
        if (row.BindingInTianjin && row.Status != "confirmed")
            throw Wrong(row, "binding without a confirmed source");
        return new()
        {
            Id = id,
            Code = row.Id,
            Version = $"{Label}.{number}",
            DataSetId = dataSetId,
            ViolationCode = row.ViolationCode,
            Leniency = Leniencies.TryGetValue(row.Leniency, out var leniency) ? leniency : throw Wrong(row, $"leniency “{row.Leniency}”"),
            Title = row.Title,
            Conditions = row.ConditionsAll,
            FollowUp = row.FollowUp,
            Correction = row.CorrectionLimit is { } limit ? new(limit.Value, limit.Source == "source") : null,
            UpToOccurrence = row.ConditionsAll.Where(Occurrences.ContainsKey).Select(c => (int?)Occurrences[c]).FirstOrDefault(),
            Basis = row.LegalBasis,
            BindingInTianjin = row.BindingInTianjin,
            Evidence = row.Evidence,
            Note = row.Note,
            RowSha256 = ProductFile.HashOf(row),
        };
    }

    private InvalidDataException Wrong(Row row, string why) => file.Rejected($"{row.Id}: {why}");

    private sealed record Content(Meta Meta, IReadOnlyList<Row> Items);

    private sealed record Meta(string Title, string AsOf, Counts Counts, JsonElement Legend, IReadOnlyList<string> Rules);

    private sealed record Counts(int Total, int Confirmed, int ConfirmedElsewhere, int Memory);

    private sealed record Row(
        string Id,
        string ViolationCode,
        string? ViolationName,
        string Leniency,
        string Title,
        IReadOnlyList<string> ConditionsAll,
        IReadOnlyList<string> FollowUp,
        LimitRow? CorrectionLimit,
        string LegalBasis,
        string Status,
        string Evidence,
        bool BindingInTianjin,
        string? Note = null
    );

    private sealed record LimitRow(int Value, string Unit, string Source);
}
