using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;

namespace EnforcementCases.Api.Catalogue;

/// <summary>A row of <c>exemption-list.json</c> (免罚清单), in the form of the product data and of clerks' files.</summary>
internal sealed record ExemptionRow(
    string Id,
    string ViolationCode,
    string? ViolationName,
    string Leniency,
    string Title,
    IReadOnlyList<string> ConditionsAll,
    IReadOnlyList<string> FollowUp,
    ExemptionRow.LimitRow? CorrectionLimit,
    string LegalBasis,
    string Status,
    string Evidence,
    bool BindingInTianjin,
    string? Note = null,
    DateOnly? EffectiveFrom = null,
    DateOnly? EffectiveTo = null
)
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

    /// <summary>Conditions on how many times it happened: determined by the ledger, not by what was ticked.</summary>
    private static readonly Dictionary<string, int> Occurrences = new(StringComparer.Ordinal)
    {
        ["初次违法"] = 1,
        ["首次被发现"] = 1,
        ["第二次被发现"] = 2,
    };

    /// <summary>The row as a version.</summary>
    /// <exception cref="DomainException"><see cref="CatalogueErrors.RowRejected"/>, with what is wrong.</exception>
    public ExemptionEntry AsVersion(Guid versionId, string version, Guid dataSetId)
    {
        if (ConditionsAll.Count == 0)
            throw Wrong("没有写明条件");
        if (BindingInTianjin && Status != "confirmed")
            throw Wrong("没有核实来源的条目不得作为本市依据");
        return new()
        {
            Id = versionId,
            Code = Id,
            Version = version,
            DataSetId = dataSetId,
            ViolationCode = ViolationCode,
            Leniency = Leniencies.TryGetValue(Leniency, out var known) ? known : throw Wrong($"不认识的清单类别“{Leniency}”"),
            Title = Title,
            Conditions = ConditionsAll,
            FollowUp = FollowUp,
            Correction = CorrectionLimit is { } limit ? new(limit.Value, limit.Source == "source") : null,
            UpToOccurrence = ConditionsAll.Where(Occurrences.ContainsKey).Select(c => (int?)Occurrences[c]).FirstOrDefault(),
            Basis = LegalBasis,
            BindingInTianjin = BindingInTianjin,
            Evidence = Evidence,
            Note = Note,
            ValidFrom = EffectiveFrom,
            ValidTo = EffectiveTo,
            RowSha256 = ProductFile.HashOf(this),
        };
    }

    private static DomainException Wrong(string why) => CatalogueErrors.RowRejected.With(why);

    internal sealed record LimitRow(int Value, string Unit, string Source);
}
