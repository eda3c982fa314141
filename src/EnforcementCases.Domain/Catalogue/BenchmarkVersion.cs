using EnforcementCases.Domain.Parties;

namespace EnforcementCases.Domain.Catalogue;

/// <summary>Where a benchmark comes from (基准来源).</summary>
public enum BenchmarkSource
{
    /// <summary>机关公布的裁量基准.</summary>
    PublishedBenchmark,

    /// <summary>法条自带的阶次: the provision grades itself.</summary>
    StatutoryGradation,

    /// <summary>公开报道的执法阶梯.</summary>
    PublishedPractice,

    /// <summary>示意数据: for structure and tests; never binds.</summary>
    Illustrative,
}

/// <summary>How it is determined that a tier applies.</summary>
public enum TierTest
{
    /// <summary>An officer confirms its circumstance (办案人员确认).</summary>
    Confirmed,

    /// <summary>The party has committed the violation at least that many times, this time included (第几次违法).</summary>
    Occurrence,

    /// <summary>The party refused to correct (拒不改正).</summary>
    RefusedToCorrect,
}

/// <summary>The fine of a tier for one side, individuals or organisations, in the unit of the provision's mode: fen, or ten-thousandths of the construction
/// cost.</summary>
/// <remarks>Where the lower end is the upper end of the tier before, that end belongs to the tier before (上一档含上限、下一档不含下限).</remarks>
/// <param name="Lowest">Lowest fine, inclusive.</param>
/// <param name="Highest">Highest fine, inclusive.</param>
public sealed record TierFine(long Lowest, long Highest);

/// <summary>A tier of a benchmark (裁量阶次).</summary>
/// <param name="Order">1 for the lightest; a graver tier has a higher number.</param>
/// <param name="Level">Name given by its author: 轻微, 一般, 从重, 首次 …</param>
/// <param name="Circumstance">When it applies, as printed.</param>
/// <param name="Action">What is done in this tier, as printed: 责令改正,不罚款; 警告并罚款 …</param>
/// <param name="Individual">Fine for an individual; null if the tier imposes none.</param>
/// <param name="Organisation">Fine for an organisation; null if the tier imposes none.</param>
/// <param name="Test">How it is determined that the tier applies.</param>
/// <param name="Occurrence">For the test <c>Occurrence</c>, from which occurrence on it applies; otherwise 0.</param>
public sealed record BenchmarkTier(
    int Order,
    string Level,
    string Circumstance,
    string Action,
    TierFine? Individual,
    TierFine? Organisation,
    TierTest Test = TierTest.Confirmed,
    int Occurrence = 0
)
{
    /// <summary>The fine of the tier for a side; null if it imposes none.</summary>
    public TierFine? FineFor(FineSide side) =>
        side switch
        {
            FineSide.Individual => Individual,
            FineSide.Organisation => Organisation,
        };
}

/// <summary>Which of a provision's two ranges of fines applies to a party.</summary>
public enum FineSide
{
    /// <summary>个人.</summary>
    [Term("个人")]
    Individual,

    /// <summary>单位.</summary>
    [Term("单位")]
    Organisation,
}

/// <summary>Sides by kind of party.</summary>
public static class FineSides
{
    /// <summary>The side of a party.</summary>
    /// <param name="individualBusinessAsOrganisation">Whether the place fines 个体工商户 as organisations (APL-51-4).</param>
    public static FineSide SideOf(this PartyKind party, bool individualBusinessAsOrganisation) =>
        party switch
        {
            PartyKind.Citizen => FineSide.Individual,
            PartyKind.IndividualBusiness => individualBusinessAsOrganisation ? FineSide.Organisation : FineSide.Individual,
            PartyKind.LegalPerson or PartyKind.OtherOrganisation => FineSide.Organisation,
        };
}

/// <summary>A benchmark set for one violation (行政处罚裁量权基准) as it applies in one period of validity. Never edited in place. 行政处罚法 第三十四条.</summary>
public sealed class BenchmarkVersion : ICatalogueVersion
{
    /// <summary>Longest code.</summary>
    public const int CodeMaxLength = 24;

    private DateOnly? validTo;

    /// <summary>Identity of this version; stored in each assessment that uses it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code (基准编号), <c>CL-GJ-ZS-02-1</c>; the same for all versions.</summary>
    public required string Code { get; init; }

    /// <summary>Label of this version, unique with the code.</summary>
    public required string Version { get; init; }

    /// <summary>The data set it was loaded from.</summary>
    public required Guid DataSetId { get; init; }

    /// <summary>The violation it grades.</summary>
    public required string ViolationCode { get; init; }

    /// <summary>Region in which it applies.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Kind of source.</summary>
    public required BenchmarkSource Source { get; init; }

    /// <summary>Who issued it; null for a gradation of the provision itself.</summary>
    public string? Issuer { get; init; }

    /// <inheritdoc />
    public DateOnly? ValidFrom { get; init; }

    /// <inheritdoc />
    public DateOnly? ValidTo
    {
        get => validTo;
        init => validTo = value;
    }

    /// <summary>When a newer data set replaced it; null if it is current.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Its tiers, lightest first.</summary>
    public required IReadOnlyList<BenchmarkTier> Tiers { get; init; }

    /// <summary>Whether its authors consider it binding in Tianjin.</summary>
    public required bool BindingInTianjin { get; init; }

    /// <summary>Where it was checked.</summary>
    public required string Evidence { get; init; }

    /// <summary>Note of the row; null if none.</summary>
    public string? Note { get; init; }

    /// <inheritdoc />
    public required string RowSha256 { get; init; }

    /// <summary>Whether it may bind a decision: illustrative data never does, even if the row is marked as binding.</summary>
    public bool IsBinding => BindingInTianjin && Source is not BenchmarkSource.Illustrative;

    /// <summary>Whether it is in force on the day; one without start date applies as long as its provision does.</summary>
    public bool IsInForceOn(DateOnly day) =>
        ClosedAt is null && (ValidFrom is not { } from || day >= from) && (ValidTo is not { } to || day <= to);

    /// <inheritdoc />
    public void EndOn(DateOnly lastDay) => validTo = lastDay;

    /// <inheritdoc />
    public void Close(DateTimeOffset at) => ClosedAt ??= at;
}
