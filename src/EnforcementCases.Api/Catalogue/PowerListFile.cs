using System.Text.Json;
using EnforcementCases.Domain.Catalogue;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Reads <c>power-list.json</c> (权责清单样例): models for adoptions, not adoptions.</summary>
internal sealed class PowerListFile
{
    private readonly ProductFile file;
    private readonly Content content;

    private PowerListFile(ProductFile file)
    {
        this.file = file;
        content = file.Read<Content>();
    }

    public string Label => content.Meta.AsOf;

    /// <exception cref="InvalidDataException">The message names the row and the reason.</exception>
    public static PowerListFile Open(ProductFile file)
    {
        var opened = new PowerListFile(file);
        if (opened.content.Items.GroupBy(i => i.ItemCode, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw file.Rejected($"{twice.Key} stands twice");
        _ = opened.Items(Guid.Empty, () => Guid.Empty);
        return opened;
    }

    public IReadOnlyList<PowerListItem> Items(Guid dataSetId, Func<Guid> newId) =>
        [
            .. content.Items.Select(i => new PowerListItem
            {
                Id = newId(),
                DataSetId = dataSetId,
                Code = i.ItemCode,
                CodeIsPublished = i.ItemCodeStatus switch
                {
                    "confirmed" => true,
                    "sample (pattern-derived)" => false,
                    _ => throw file.Rejected($"{i.ItemCode}: item_code_status “{i.ItemCodeStatus}”"),
                },
                Name = i.Name,
                Kind = i.Kind switch
                {
                    "行政处罚" => PowerKind.Penalty,
                    "行政强制" => PowerKind.Coercion,
                    "行政检查" => PowerKind.Inspection,
                    "行政许可" => PowerKind.Licence,
                    _ => throw file.Rejected($"{i.ItemCode}: kind “{i.Kind}”"),
                },
                Basis = i.Basis,
                ImplementingBody = i.ImplementingBody,
                ResponsiblePost = i.ResponsiblePost,
                Flow = i.Flow,
                ViolationCodes = i.ViolationCodes,
                Status = ViolationRow.StatusOf(i.Status) ?? throw file.Rejected($"{i.ItemCode}: status “{i.Status}”"),
                Evidence = i.Evidence,
                Note = i.Note,
            }),
        ];

    private sealed record Content(Meta Meta, IReadOnlyList<Row> Items);

    private sealed record Meta(
        string Title,
        string AsOf,
        JsonElement Counts,
        JsonElement ItemCodePattern,
        IReadOnlyList<string> DutySteps,
        string DutyStepsEvidence
    );

    private sealed record Row(
        string ItemCode,
        string ItemCodeStatus,
        string Name,
        string Kind,
        string Basis,
        string ImplementingBody,
        string ResponsiblePost,
        string Flow,
        IReadOnlyList<string> ViolationCodes,
        string Status,
        string Evidence,
        string? Note = null
    );
}
