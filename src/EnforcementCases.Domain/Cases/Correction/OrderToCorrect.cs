using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Correction;

/// <summary>Result of a re-check (复查结果).</summary>
public enum RecheckResult
{
    /// <summary>已改正.</summary>
    [Term("已改正")]
    Corrected,

    /// <summary>未改正.</summary>
    [Term("未改正")]
    NotCorrected,

    /// <summary>部分改正.</summary>
    [Term("部分改正")]
    PartlyCorrected,
}

/// <summary>The order to correct (责令改正或者限期改正). No kind of penalty, never counted as one. 行政处罚法 第二十八条.</summary>
public static class OrderToCorrect
{
    /// <summary>A penalty without an order to correct.</summary>
    public static readonly DomainError Missing = new(
        "order-to-correct.missing",
        "APL-28",
        ErrorKind.RuleBroken,
        "实施行政处罚时，应当责令当事人改正或者限期改正违法行为",
        PenaltyLaw.At("第二十八条第一款")
    );

    /// <summary>A date before the order itself.</summary>
    public static readonly DomainError DueBeforeOrdered = new(
        "order-to-correct.due-before-ordered",
        "APL-28",
        ErrorKind.Unacceptable,
        "改正期限早于责令之日"
    );

    /// <summary>A violation that may be punished only after an order was not followed, and none is on record.</summary>
    public static readonly DomainError NotExpiredUnmet = new(
        "order-to-correct.not-expired-unmet",
        "APL-28",
        ErrorKind.RuleBroken,
        "该违法行为须先责令改正，逾期不改正的才可以处罚",
        PenaltyLaw.At("第二十八条第一款")
    );

    /// <summary>Refuses a penalty without an order to correct, at once or by a date.</summary>
    /// <param name="requirement">What has to be put right, in Chinese.</param>
    /// <param name="dueOn">Last day; null means at once (立即改正).</param>
    /// <exception cref="DomainException"><see cref="Missing"/> or <see cref="DueBeforeOrdered"/>.</exception>
    /// <param name="pointer">JSON pointer of the last day, where there are several orders.</param>
    public static void EnsureGiven(string? requirement, DateOnly? dueOn, DateOnly orderedOn, string? pointer = null)
    {
        if (string.IsNullOrWhiteSpace(requirement))
            throw Missing.With("没有责令改正的内容");
        if (dueOn < orderedOn)
        {
            var overdue = DueBeforeOrdered.With($"责令 {orderedOn:yyyy-MM-dd}，期限 {dueOn:yyyy-MM-dd}");
            throw pointer is null ? overdue : overdue.At(pointer);
        }
    }

    /// <summary>Refuses a penalty before an earlier order ran out unmet, as the provision of the violation asks (逾期不改正).</summary>
    /// <param name="dueOn">Last day of the earlier order; null if there was none.</param>
    /// <param name="recheckedOn">Legal date of the re-check; null if there was none.</param>
    /// <exception cref="DomainException"><see cref="NotExpiredUnmet"/>.</exception>
    public static void EnsureExpiredUnmet(DateOnly? dueOn, DateOnly? recheckedOn, RecheckResult? result)
    {
        if (dueOn is not { } due)
            throw NotExpiredUnmet.With("没有先前的责令改正", "先责令限期改正");
        if (recheckedOn is not { } rechecked || rechecked <= due)
            throw NotExpiredUnmet.With($"改正期限至 {due:yyyy-MM-dd}，期满后没有复查记录", "期满后复查");
        if (result is not (RecheckResult.NotCorrected or RecheckResult.PartlyCorrected))
            throw NotExpiredUnmet.With("复查结果为已改正");
    }
}
