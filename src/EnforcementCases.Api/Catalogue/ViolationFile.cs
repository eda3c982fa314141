using System.Text.Json;
using System.Text.RegularExpressions;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Reads <c>violations.json</c> (违法行为目录) by the rules in its <c>meta.loading</c> and refuses what cannot be.</summary>
internal sealed partial class ViolationFile
{
    private static readonly Dictionary<string, InstrumentLevel> Levels = new(StringComparer.Ordinal)
    {
        ["法律"] = InstrumentLevel.Law,
        ["行政法规"] = InstrumentLevel.AdministrativeRegulation,
        ["地方性法规"] = InstrumentLevel.LocalRegulation,
        ["部门规章"] = InstrumentLevel.DepartmentalRule,
        ["地方政府规章"] = InstrumentLevel.LocalGovernmentRule,
        ["规范性文件"] = InstrumentLevel.NormativeDocument,
        ["规范性文件/规章"] = InstrumentLevel.NormativeDocument, // not known which: the lower one, which no penalty may rest on
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

    private readonly ProductFile file;
    private readonly Content content;

    private ViolationFile(ProductFile file)
    {
        this.file = file;
        content = file.Read<Content>();
    }

    /// <summary>What the file says of itself, <c>2026-11</c>.</summary>
    public string Label => content.Meta.AsOf;

    /// <summary>Reads the file whole; nothing of it is used when one row is wrong.</summary>
    /// <exception cref="InvalidDataException">Saying which row and why.</exception>
    public static ViolationFile Open(ProductFile file)
    {
        var opened = new ViolationFile(file);
        opened.EnsureCodesUnique();
        _ = opened.Versions(Guid.Empty, 0, _ => Guid.Empty);
        opened.EnsureCountsAgree();
        return opened;
    }

    /// <summary>The rows as versions of violations.</summary>
    public IReadOnlyList<ViolationVersion> Versions(Guid dataSetId, int number, Func<string, Guid> newId) =>
        [.. content.Items.Select(row => Version(row, dataSetId, number, newId(row.Code)))];

    /// <summary>How well a row is founded, from the word of the file.</summary>
    internal static EvidenceStatus? StatusOf(string word) =>
        word switch
        {
            "confirmed" => EvidenceStatus.Confirmed,
            "partly confirmed" => EvidenceStatus.PartlyConfirmed,
            "memory" => EvidenceStatus.FromMemory,
            _ => null,
        };

    private ViolationVersion Version(Row row, Guid dataSetId, int number, Guid id)
    {
        if (!CodePattern().IsMatch(row.Code))
            throw Wrong(row, "the code is not of the form XX-XX-00");
        if (row.Currency != "CNY")
            throw Wrong(row, $"currency {row.Currency}");
        if (row.EffectiveTo < row.EffectiveFrom || (row.EffectiveTo is not null && row.EffectiveFrom is null))
            throw Wrong(row, "it ends before it begins");
        if (row.Name.Length is 0 or > ViolationVersion.NameMaxLength)
            throw Wrong(row, "its name is empty or too long");
        var threatened = Terms(row);
        return new()
        {
            Id = id,
            Code = row.Code,
            Version = $"{Label}.{number}",
            DataSetId = dataSetId,
            ValidFrom = row.EffectiveFrom,
            ValidTo = row.EffectiveTo,
            Name = row.Name,
            Category = row.Category,
            Jurisdiction = row.Jurisdiction,
            AppliesInTianjin = row.AppliesInTianjin,
            Instrument = row.Instrument,
            InstrumentLevel = Known(row, Levels, row.InstrumentLevel, "instrument_level"),
            ViolatedArticle = row.ViolatedArticle,
            PenaltyArticle = row.PenaltyArticle,
            Kinds = threatened.Kinds,
            Orders = threatened.Orders,
            Connector = threatened.Connector,
            IndividualFine = row.FineIndividual is null ? null : Provision(row, row.FineIndividual),
            OrganisationFine = row.FineOrganisation is null ? null : Provision(row, row.FineOrganisation),
            Correction = Known(row, Corrections, row.Correction, "correction"),
            SimpleForIndividuals = row.SimpleProcedurePossible.Individual,
            SimpleForOrganisations = row.SimpleProcedurePossible.Organisation,
            MarkedReady = row.DecisionReady,
            Status = StatusOf(row.Status) ?? throw Wrong(row, $"status “{row.Status}”"),
            Evidence = row.Evidence,
            TextVersion = row.TextVersion,
            EnforcedBy = row.EnforcedBy,
            Note = row.Note,
            RowSha256 = ProductFile.HashOf(row),
        };
    }

    private ThreatenedPenalties Terms(Row row)
    {
        try
        {
            return PenaltyTerms.Read(row.PenaltyKinds, row.Note);
        }
        catch (DomainException e)
        {
            throw Wrong(row, $"penalty_kinds: {e.Detail}");
        }
    }

    private FineProvision Provision(Row row, FineRow fine)
    {
        var mode = Known(row, Modes, fine.Mode, "mode");
        var variants = new List<FineVariant>();
        if (fine.Escalated is { } escalated)
            variants.Add(Variant(row, mode, FineProvision.Escalated, escalated));
        if (fine.Aggravated is { } aggravated)
            variants.Add(Variant(row, mode, aggravated.Circumstance, [aggravated.Fixed, aggravated.Fixed]));
        foreach (var (role, range) in fine.ByRole ?? [])
            variants.Add(Variant(row, mode, role, range));
        var whole = Variant(row, mode, "", [fine.Min, fine.Max]);
        if (mode is FineMode.Fixed && whole.Lowest != whole.Highest)
            throw Wrong(row, "a fixed fine with two amounts");
        if (mode is FineMode.PercentOfConstructionCost && whole.Highest > 10_000)
            throw Wrong(row, "more than the whole cost in percent");
        if (mode is FineMode.PerUnit != fine.Unit is not null)
            throw Wrong(row, "a unit without a fine per unit, or the other way round");
        return new(mode, whole.Lowest, whole.Highest, fine.Unit, variants);
    }

    private FineVariant Variant(Row row, FineMode mode, string name, IReadOnlyList<decimal> ends)
    {
        if (ends.Count != 2 || ends[0] < 0 || ends[1] <= 0 || ends[1] < ends[0])
            throw Wrong(row, $"the range [{string.Join(", ", ends)}]");
        var factor = mode is FineMode.MultipleOfConstructionCost ? 10_000 : 100; // yuan to fen, per cent to ten-thousandths, times to ten-thousandths
        if (ends.Any(e => decimal.Truncate(e * factor) != e * factor))
            throw Wrong(row, "a fraction of a fen");
        return new(name, (long)(ends[0] * factor), (long)(ends[1] * factor));
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
            content.Meta.Counts.DecisionReadyInTianjin, // counted by the authors before the last check took rows out: says nothing of the rows
            items.Count(i => i.DecisionReady)
        );
        if (counted != content.Meta.Counts)
            throw file.Rejected($"meta.counts says {content.Meta.Counts}, the rows are {counted}");
    }

    private T Known<T>(Row row, Dictionary<string, T> words, string word, string member) =>
        words.TryGetValue(word, out var value) ? value : throw Wrong(row, $"{member} “{word}”");

    private InvalidDataException Wrong(Row row, string why) => file.Rejected($"{row.Code}: {why}");

    [GeneratedRegex("^[A-Z]{2}-[A-Z]{2}-[0-9]{2}$", RegexOptions.ExplicitCapture)]
    private static partial Regex CodePattern();

    private sealed record Content(Meta Meta, IReadOnlyList<Row> Items);

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

    private sealed record Row(
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
        FineRow? FineIndividual,
        FineRow? FineOrganisation,
        string Currency,
        string Correction,
        SimpleRow SimpleProcedurePossible,
        bool DecisionReady,
        DateOnly? EffectiveFrom,
        string? TextVersion,
        DateOnly? EffectiveTo,
        string Status,
        string Evidence,
        string? EnforcedBy = null,
        string? Note = null
    );

    private sealed record FineRow(
        decimal Min,
        decimal Max,
        string Mode,
        IReadOnlyList<decimal>? Escalated = null,
        AggravatedRow? Aggravated = null,
        string? Unit = null,
        Dictionary<string, IReadOnlyList<decimal>>? ByRole = null
    );

    private sealed record AggravatedRow(string Circumstance, decimal Fixed);

    private sealed record SimpleRow(bool Individual, bool Organisation);
}
