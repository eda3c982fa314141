namespace EnforcementCases.Domain.Catalogue;

/// <summary>What an entry of the exemption list leads to (清单类别).</summary>
public enum ListedLeniency
{
    /// <summary>法定不予处罚 (第三十条、第三十一条).</summary>
    StatutoryNoPenalty,

    /// <summary>轻微不罚: no penalty is allowed.</summary>
    Slight,

    /// <summary>首违不罚: the organ may impose no penalty.</summary>
    FirstOffence,

    /// <summary>无主观过错不罚.</summary>
    NoFault,

    /// <summary>超过追责期限 (第三十六条).</summary>
    TimeBarred,

    /// <summary>从轻或者减轻 (第三十条、第三十二条).</summary>
    LenientOrMitigated,

    /// <summary>不予处罚, in a list that does not name a sentence of 第三十三条.</summary>
    NoPenalty,

    /// <summary>不予处罚(社区服务替代).</summary>
    CommunityService,
}

/// <summary>The time within which the violation must be corrected for an entry to apply (改正时限).</summary>
/// <param name="Days">Calendar days; 0 means on the spot (当场).</param>
/// <param name="FromSource">Whether the source states it; otherwise the value is unverified.</param>
public sealed record CorrectionLimit(int Days, bool FromSource);

/// <summary>An entry of the exemption list (免罚清单) as it applies in one period of validity. It narrows discretion; it does not replace 行政处罚法 第三十三条.</summary>
public sealed class ExemptionEntry : ICatalogueVersion
{
    /// <summary>Longest code.</summary>
    public const int CodeMaxLength = 20;

    /// <summary>Violation code of an entry that holds for all violations.</summary>
    public const string AllViolations = "*";

    private DateOnly? validTo;

    /// <summary>Identity of this version; stored in each assessment that uses it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Code (清单编号), <c>MF-009</c>; the same for all versions.</summary>
    public required string Code { get; init; }

    /// <summary>Label of this version, unique with the code.</summary>
    public required string Version { get; init; }

    /// <summary>The data set it was loaded from.</summary>
    public required Guid DataSetId { get; init; }

    /// <summary>The violation it applies to, or <see cref="AllViolations"/>.</summary>
    public required string ViolationCode { get; init; }

    /// <summary>What it leads to.</summary>
    public required ListedLeniency Leniency { get; init; }

    /// <summary>Name.</summary>
    public required string Title { get; init; }

    /// <summary>Conditions as printed; all of them must hold.</summary>
    public required IReadOnlyList<string> Conditions { get; init; }

    /// <summary>What has to follow, as printed: 责令改正, 签署守法承诺书 …</summary>
    public required IReadOnlyList<string> FollowUp { get; init; }

    /// <summary>Time for the correction; null if the entry names none.</summary>
    public CorrectionLimit? Correction { get; init; }

    /// <summary>Highest occurrence at which the party may be let off: 1 for 初次, 2 for 第二次; null if the entry sets no limit.</summary>
    public int? UpToOccurrence { get; init; }

    /// <summary>Basis as printed.</summary>
    public required string Basis { get; init; }

    /// <summary>Whether it can be relied on in Tianjin; other entries are for comparison.</summary>
    public required bool BindingInTianjin { get; init; }

    /// <summary>Where it was checked.</summary>
    public required string Evidence { get; init; }

    /// <summary>Note; null if none.</summary>
    public string? Note { get; init; }

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

    /// <inheritdoc />
    public required string RowSha256 { get; init; }

    /// <summary>Whether it is in force on the day.</summary>
    public bool IsInForceOn(DateOnly day) =>
        ClosedAt is null && (ValidFrom is not { } from || day >= from) && (ValidTo is not { } to || day <= to);

    /// <summary>Whether it applies to a violation.</summary>
    public bool IsFor(string violationCode) =>
        ViolationCode is AllViolations || string.Equals(ViolationCode, violationCode, StringComparison.Ordinal);

    /// <inheritdoc />
    public void EndOn(DateOnly lastDay) => validTo = lastDay;

    /// <inheritdoc />
    public void Close(DateTimeOffset at) => ClosedAt ??= at;
}
