using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Where the clue came from (案件来源).</summary>
public enum ClueSource
{
    /// <summary>检查、巡查发现.</summary>
    [Term("检查、巡查发现")]
    Inspection,

    /// <summary>投诉、举报.</summary>
    [Term("投诉、举报")]
    Complaint,

    /// <summary>其他机关移送.</summary>
    [Term("其他机关移送")]
    Transfer,

    /// <summary>上级交办.</summary>
    [Term("上级交办")]
    Assignment,
}

/// <summary>What is on file when a case is filed (立案审批).</summary>
/// <param name="Source">Where the clue came from.</param>
/// <param name="ClueOn">Legal date on which the organ received it.</param>
/// <param name="Summary">Summary of the clue.</param>
/// <param name="FiledAt">When the case is filed; its legal date starts the ninety days.</param>
/// <param name="Approval">Approval by the head; null if none.</param>
public sealed record FilingRequest(ClueSource Source, DateOnly ClueOn, string Summary, DateTimeOffset FiledAt, HeadApproval? Approval);

/// <summary>Filing a case (立案). 行政处罚法 第五十四条.</summary>
public static class Filing
{
    /// <summary>Working days from the clue where the place sets no other number (<c>filing.limit</c>); the law requires 及时 and sets no number.</summary>
    public const int DefaultLimitWorkingDays = 7;

    /// <summary>No approval by the head, or only after the filing.</summary>
    public static readonly DomainError NotApproved = new(
        "filing.not-approved",
        "APL-54",
        ErrorKind.RuleBroken,
        "立案应当经行政机关负责人批准",
        PenaltyLaw.At("第五十四条第二款")
    );

    /// <summary>The filing is dated before its clue.</summary>
    public static readonly DomainError BeforeClue = new("filing.before-clue", "APL-54", ErrorKind.Unacceptable, "立案时间早于线索时间");

    /// <summary>Last day on which filing is in time. Late filing is a warning, never a refusal: not filing would be worse.</summary>
    /// <param name="limitWorkingDays">What the place sets (<c>filing.limit</c>).</param>
    /// <param name="excluded">Days that do not count: the case was with the police. Null if none.</param>
    [StatutoryRule("APL-54")]
    public static Deadline Due(
        DateOnly clueOn,
        WorkingCalendar calendar,
        int limitWorkingDays = DefaultLimitWorkingDays,
        IReadOnlyList<ExcludedSpan>? excluded = null
    ) =>
        Deadline.From(
            new(
                "APL-54",
                "立案",
                TimeLimit.WorkingDays(limitWorkingDays),
                PenaltyLaw.At("第五十四条第二款"),
                DeadlineFor.AgencyPower,
                "获得违法线索"
            ),
            clueOn,
            calendar,
            excluded
        );

    /// <summary>What to warn of when the case is filed late, in Chinese; null when it is in time.</summary>
    public static string? WarningIfLate(FilingRequest request, Deadline due) =>
        due.IsMissedAt(request.FiledAt)
            ? $"立案 {LegalDate.Of(request.FiledAt):yyyy-MM-dd}，超过 {due.LastDay:yyyy-MM-dd}，请说明原因"
            : null;

    /// <summary>Refuses a filing that nobody approved.</summary>
    /// <exception cref="DomainException"><see cref="NotApproved"/> or <see cref="BeforeClue"/>.</exception>
    public static void EnsureAllowed(FilingRequest request)
    {
        if (LegalDate.Of(request.FiledAt) < request.ClueOn)
            throw BeforeClue.With($"线索 {request.ClueOn:yyyy-MM-dd}，立案 {LegalDate.Of(request.FiledAt):yyyy-MM-dd}");
        if (request.Approval is not { } approval)
            throw NotApproved.With("没有负责人批准");
        if (approval.At > request.FiledAt)
            throw NotApproved.With("批准时间晚于立案时间");
    }
}
