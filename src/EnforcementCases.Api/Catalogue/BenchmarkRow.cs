using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;

namespace EnforcementCases.Api.Catalogue;

/// <summary>A row of <c>discretion-benchmarks.json</c> (裁量权基准), in the form of the product data and of clerks' files.</summary>
internal sealed record BenchmarkRow(
    string BenchmarkId,
    string ViolationCode,
    string ViolationName,
    string Jurisdiction,
    string SourceKind,
    bool Illustrative,
    string? Issuer,
    DateOnly? EffectiveFrom,
    IReadOnlyList<BenchmarkRow.TierRow> Tiers,
    string Status,
    string Evidence,
    bool BindingInTianjin,
    string? Note = null,
    DateOnly? EffectiveTo = null
)
{
    private static readonly Dictionary<string, BenchmarkSource> Sources = new(StringComparer.Ordinal)
    {
        ["published_benchmark"] = BenchmarkSource.PublishedBenchmark,
        ["statutory_gradation"] = BenchmarkSource.StatutoryGradation,
        ["published_practice"] = BenchmarkSource.PublishedPractice,
        ["illustrative"] = BenchmarkSource.Illustrative,
    };

    /// <summary>Circumstances that the system can determine by itself; an officer must confirm every other one.</summary>
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

    /// <summary>The row as a version.</summary>
    /// <exception cref="DomainException"><see cref="CatalogueErrors.RowRejected"/>, with what is wrong.</exception>
    public BenchmarkVersion AsVersion(Guid id, string version, Guid dataSetId)
    {
        var source = Sources.TryGetValue(SourceKind, out var known) ? known : throw Wrong($"不认识的基准来源“{SourceKind}”");
        if (Illustrative != source is BenchmarkSource.Illustrative)
            throw Wrong("示意标志与基准来源不一致");
        if (Illustrative && BindingInTianjin)
            throw Wrong("示意数据不得作为本市依据");
        if (Tiers.Count == 0)
            throw Wrong("没有裁量阶次");
        return new()
        {
            Id = id,
            Code = BenchmarkId,
            Version = version,
            DataSetId = dataSetId,
            ViolationCode = ViolationCode,
            Jurisdiction = Jurisdiction,
            Source = source,
            Issuer = Issuer,
            ValidFrom = EffectiveFrom,
            ValidTo = EffectiveTo,
            Tiers = [.. Tiers.Select((t, i) => Tier(t, i + 1))],
            BindingInTianjin = BindingInTianjin,
            Evidence = Evidence,
            Note = Note,
            RowSha256 = ProductFile.HashOf(this),
        };
    }

    private static BenchmarkTier Tier(TierRow tier, int order)
    {
        var share = Fine(tier.PercentOfCost); // per cent to ten-thousandths has the same factor as yuan to fen
        var (test, occurrence) = Tests.GetValueOrDefault(tier.Circumstance);
        return new(
            order,
            tier.Level,
            tier.Circumstance,
            tier.Action,
            Fine(tier.FineIndividual) ?? share,
            Fine(tier.FineOrganisation) ?? share,
            test,
            occurrence
        );
    }

    private static TierFine? Fine(IReadOnlyList<decimal>? ends)
    {
        if (ends is null)
            return null;
        if (
            ends.Count != 2
            || ends[0] < 0
            || ends[1] < ends[0]
            || ends[1] > CatalogueErrors.LargestNumber
            || ends.Any(e => decimal.Truncate(e * 100) != e * 100)
        )
            throw Wrong($"罚款幅度 [{string.Join(", ", ends)}] 不成立");
        return new((long)(ends[0] * 100), (long)(ends[1] * 100));
    }

    private static DomainException Wrong(string why) => CatalogueErrors.RowRejected.With(why);

    internal sealed record TierRow(
        string Level,
        string Circumstance,
        string Action,
        IReadOnlyList<decimal>? FineIndividual,
        IReadOnlyList<decimal>? FineOrganisation,
        IReadOnlyList<decimal>? PercentOfCost = null
    );
}
