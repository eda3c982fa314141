using System.Text.RegularExpressions;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;
using Level = EnforcementCases.Domain.Law.InstrumentLevel;

namespace EnforcementCases.Api.Catalogue;

/// <summary>A row of <c>violations.json</c> (违法行为目录), in the form of the product data and of clerks' files; read by the rules in the file's <c>meta.loading</c>.</summary>
internal sealed partial record ViolationRow(
    string Code,
    string Name,
    string Category,
    string Jurisdiction,
    bool AppliesInTianjin,
    string Instrument,
    string InstrumentLevel,
    string ViolatedArticle,
    string PenaltyArticle,
    IReadOnlyList<string> PenaltyKinds,
    ViolationRow.FineRow? FineIndividual,
    ViolationRow.FineRow? FineOrganisation,
    string Currency,
    string Correction,
    ViolationRow.SimpleRow SimpleProcedurePossible,
    bool DecisionReady,
    DateOnly? EffectiveFrom,
    string? TextVersion,
    DateOnly? EffectiveTo,
    string Status,
    string Evidence,
    string? EnforcedBy = null,
    string? Note = null,
    IReadOnlyList<BranchRow>? Branches = null,
    string? Gains = null,
    IReadOnlyList<string>? Approval = null,
    string? Force = null,
    string? Organ = null,
    string? Mark = null,
    IReadOnlyList<string>? Execution = null
)
{
    private static readonly Dictionary<string, Level> Levels = new(StringComparer.Ordinal)
    {
        ["法律"] = Level.Law,
        ["行政法规"] = Level.AdministrativeRegulation,
        ["地方性法规"] = Level.LocalRegulation,
        ["部门规章"] = Level.DepartmentalRule,
        ["地方政府规章"] = Level.LocalGovernmentRule,
        ["规范性文件"] = Level.NormativeDocument,
        ["规范性文件/规章"] = Level.NormativeDocument, // which one is unknown: the lower one is assumed, on which no penalty may be based
    };

    private static readonly Dictionary<string, CorrectionDuty> Corrections = new(StringComparer.Ordinal)
    {
        ["none"] = CorrectionDuty.None,
        ["order_with_penalty"] = CorrectionDuty.WithPenalty,
        ["order_first_penalty_if_not_corrected"] = CorrectionDuty.BeforePenalty,
        ["educate_then_order_penalty_if_refused"] = CorrectionDuty.EducationBeforePenalty,
    };

    private static readonly Dictionary<string, FineMode> Modes = new(StringComparer.Ordinal)
    {
        ["range"] = FineMode.Range,
        ["fixed"] = FineMode.Fixed,
        ["per_unit"] = FineMode.PerUnit,
        ["per_square_metre"] = FineMode.PerSquareMetre,
        ["percent_of_construction_cost"] = FineMode.PercentOfConstructionCost,
        ["multiple_of_construction_cost"] = FineMode.MultipleOfConstructionCost,
    };

    /// <summary>How well the source of a row is verified, from the term used in the file.</summary>
    internal static EvidenceStatus? StatusOf(string word) =>
        word switch
        {
            "confirmed" => EvidenceStatus.Confirmed,
            "partly confirmed" => EvidenceStatus.PartlyConfirmed,
            "memory" => EvidenceStatus.FromMemory,
            _ => null,
        };

    /// <summary>The row as a version.</summary>
    /// <exception cref="DomainException"><see cref="CatalogueErrors.RowRejected"/>, with what is wrong.</exception>
    public ViolationVersion AsVersion(Guid id, string version, Guid dataSetId)
    {
        if (!CodePattern().IsMatch(Code))
            throw Wrong("案由代码应为 XX-XX-00 的形式");
        if (Currency != "CNY")
            throw Wrong($"币种应为 CNY，实为 {Currency}");
        if (EffectiveTo < EffectiveFrom || (EffectiveTo is not null && EffectiveFrom is null))
            throw Wrong("终止日期早于施行日期，或者只有终止日期");
        if (Name.Length is 0 or > ViolationVersion.NameMaxLength)
            throw Wrong("案由名称为空或者过长");
        var threatened = Terms();
        var (individual, organisation) = (Provision(FineIndividual), Provision(FineOrganisation));
        var structure = PenaltyStructureReader.Read(this, threatened);
        foreach (var (range, bounds) in PenaltyStructureReader.OwnRanges(this))
        {
            individual = With(individual, range, bounds);
            organisation = With(organisation, range, bounds);
        }
        return new()
        {
            Id = id,
            Code = Code,
            Version = version,
            DataSetId = dataSetId,
            ValidFrom = EffectiveFrom,
            ValidTo = EffectiveTo,
            Name = Name,
            Category = Category,
            Jurisdiction = Jurisdiction,
            AppliesInTianjin = AppliesInTianjin,
            Instrument = Instrument,
            InstrumentLevel = Known(Levels, InstrumentLevel, "instrument_level"),
            ViolatedArticle = ViolatedArticle,
            PenaltyArticle = PenaltyArticle,
            Kinds = threatened.Kinds,
            Orders = threatened.Orders,
            Connector = threatened.Connector,
            Structure = structure,
            IndividualFine = individual,
            OrganisationFine = organisation,
            Correction = Known(Corrections, Correction, "correction"),
            SimpleForIndividuals = SimpleProcedurePossible.Individual,
            SimpleForOrganisations = SimpleProcedurePossible.Organisation,
            MarkedReady = DecisionReady,
            Status = StatusOf(Status) ?? throw Wrong($"不认识的核实状态“{Status}”"),
            Evidence = Evidence,
            TextVersion = TextVersion,
            EnforcedBy = EnforcedBy,
            Note = Note,
            RowSha256 = ProductFile.HashOf(this),
        };
    }

    private ThreatenedPenalties Terms()
    {
        try
        {
            return PenaltyTerms.Read(PenaltyKinds);
        }
        catch (DomainException e)
        {
            throw Wrong(e.Detail);
        }
    }

    /// <summary>A range of a branch of its own, beside the one that the provision prints first.</summary>
    private static FineProvision? With(FineProvision? fine, string name, IReadOnlyList<decimal> bounds) =>
        fine is null ? null : fine with { Variants = [.. fine.Variants ?? [], Variant(fine.Mode, name, bounds)] };

    private static FineProvision? Provision(FineRow? fine)
    {
        if (fine is null)
            return null;
        var mode = Known(Modes, fine.Mode, "mode");
        var variants = new List<FineVariant>();
        if (fine.Escalated is { } escalated)
            variants.Add(Variant(mode, FineProvision.Escalated, escalated));
        if (fine.Aggravated is { } aggravated)
            variants.Add(Variant(mode, aggravated.Circumstance, [aggravated.Fixed, aggravated.Fixed]));
        foreach (var (role, range) in fine.ByRole ?? [])
            variants.Add(Variant(mode, role, range));
        var whole = Variant(mode, "", [fine.Min, fine.Max]);
        if (mode is FineMode.Fixed && whole.Lowest != whole.Highest)
            throw Wrong("定额罚款只能有一个数额");
        if (mode is FineMode.PercentOfConstructionCost && whole.Highest > 10_000)
            throw Wrong("百分比超过工程造价");
        if (mode is FineMode.PerUnit != fine.Unit is not null)
            throw Wrong("按单位计算的罚款应当写明单位，其他罚款不写单位");
        return new(mode, whole.Lowest, whole.Highest, fine.Unit, variants);
    }

    private static FineVariant Variant(FineMode mode, string name, IReadOnlyList<decimal> ends)
    {
        if (ends.Count != 2 || ends[0] < 0 || ends[1] <= 0 || ends[1] < ends[0] || ends[1] > CatalogueErrors.LargestNumber)
            throw Wrong($"罚款幅度 [{string.Join(", ", ends)}] 不成立");
        var factor = mode is FineMode.MultipleOfConstructionCost ? 10_000 : 100; // yuan to fen, per cent to ten-thousandths, times to ten-thousandths
        if (ends.Any(e => decimal.Truncate(e * factor) != e * factor))
            throw Wrong("金额不足一分");
        return new(name, (long)(ends[0] * factor), (long)(ends[1] * factor));
    }

    private static T Known<T>(Dictionary<string, T> words, string word, string member) =>
        words.TryGetValue(word, out var value) ? value : throw Wrong($"不认识的 {member}“{word}”");

    private static DomainException Wrong(string why) => CatalogueErrors.RowRejected.With(why);

    [GeneratedRegex("^[A-Z]{2}-[A-Z]{2}-[0-9]{2}$", RegexOptions.ExplicitCapture)]
    private static partial Regex CodePattern();

    internal sealed record FineRow(
        decimal Min,
        decimal Max,
        string Mode,
        IReadOnlyList<decimal>? Escalated = null,
        AggravatedRow? Aggravated = null,
        string? Unit = null,
        Dictionary<string, IReadOnlyList<decimal>>? ByRole = null
    );

    internal sealed record AggravatedRow(string Circumstance, decimal Fixed);

    internal sealed record SimpleRow(bool Individual, bool Organisation);
}
