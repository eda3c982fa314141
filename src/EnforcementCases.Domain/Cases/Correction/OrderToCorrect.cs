using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

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

    /// <summary>What is punished as not corrected in time happened while the time still ran.</summary>
    public static readonly DomainError OffenceWithinTerm = new(
        "order-to-correct.offence-within-term",
        "APL-28",
        ErrorKind.RuleBroken,
        "作为逾期不改正处罚的行为，应当在改正期限届满之后",
        PenaltyLaw.At("第二十八条第一款")
    );

    /// <summary>An order by a day states none.</summary>
    public static readonly DomainError DayMissing = new(
        "order-to-correct.day-missing",
        "APL-28",
        ErrorKind.RuleBroken,
        "责令限期改正、限期拆除的，应当写明期限",
        PenaltyLaw.At("第二十八条第一款")
    );

    /// <summary>The order that was not met is another than the provision asks for.</summary>
    public static readonly DomainError AnotherKind = new(
        "order-to-correct.another-kind",
        "APL-28-BRANCH",
        ErrorKind.RuleBroken,
        "逾期未履行的责令事项不是罚则要求先行责令的事项",
        PenaltyLaw.At("第二十八条第一款")
    );

    /// <summary>The order was given for another place.</summary>
    public static readonly DomainError AnotherPlace = new(
        "order-to-correct.another-place",
        "APL-28",
        ErrorKind.RuleBroken,
        "责令改正的地点与本案违法行为的地点不一致",
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

    /// <summary>Refuses an order by a day that states no day.</summary>
    /// <exception cref="DomainException"><see cref="DayMissing"/>.</exception>
    public static void EnsureDayOf(CorrectiveOrder? kind, DateOnly? dueOn)
    {
        if (kind is CorrectiveOrder.CorrectByDate or CorrectiveOrder.DemolishByDate && dueOn is null)
            throw DayMissing.With($"责令的种类为“{kind.Value.Term()}”").At("/dueOn");
    }

    /// <summary>Why an order is not the one that the provision asks for first; null if it is. An order of before, which states no kind, is one to put right.</summary>
    /// <param name="kind">Kind of the order; null if it states none.</param>
    /// <param name="asked">The orders that the provision asks for first; empty if it leaves that open.</param>
    [StatutoryRule("APL-28-BRANCH")]
    public static DomainException? ObstacleUnlessAsked(CorrectiveOrder? kind, IReadOnlyCollection<CorrectiveOrder> asked) =>
        kind is not { } given || asked.Count == 0 || asked.Contains(given)
            ? null
            : AnotherKind.With(
                $"责令的是“{given.Term()}”，罚则要求先行责令：{string.Join('、', asked.Select(o => o.Term()))}",
                "按罚则先行责令，期满复查"
            );

    /// <summary>Refuses a penalty before an earlier order ran out unmet, as the provision of the violation asks (逾期不改正).</summary>
    /// <param name="dueOn">Last day of the earlier order; null if there was none.</param>
    /// <param name="recheckedOn">Legal date of the re-check; null if there was none.</param>
    /// <exception cref="DomainException"><see cref="NotExpiredUnmet"/>.</exception>
    public static void EnsureExpiredUnmet(DateOnly? dueOn, DateOnly? recheckedOn, RecheckResult? result)
    {
        if (ObstacleUnlessExpiredUnmet(dueOn, recheckedOn, result) is { } why)
            throw why;
    }

    /// <summary>Why an earlier order did not run out unmet; null if it did.</summary>
    /// <inheritdoc cref="EnsureExpiredUnmet" path="/param" />
    public static DomainException? ObstacleUnlessExpiredUnmet(DateOnly? dueOn, DateOnly? recheckedOn, RecheckResult? result)
    {
        if (dueOn is not { } due)
            return NotExpiredUnmet.With("没有先前的责令改正", "先责令限期改正");
        if (recheckedOn is not { } rechecked || rechecked <= due)
            return NotExpiredUnmet.With($"改正期限至 {due:yyyy-MM-dd}，期满后没有复查记录", "期满后复查");
        return result is RecheckResult.NotCorrected or RecheckResult.PartlyCorrected ? null : NotExpiredUnmet.With("复查结果为已改正");
    }

    /// <summary>Refuses an offence that cannot be the one that was not corrected in time: before the last day is over, or elsewhere.</summary>
    /// <param name="order">The earlier order.</param>
    /// <param name="committedOn">Day of the offence; null if it still goes on.</param>
    /// <param name="place">Where the offence was committed.</param>
    /// <exception cref="DomainException"><see cref="OffenceWithinTerm"/> or <see cref="AnotherPlace"/>.</exception>
    public static void EnsureForOffence(EarlierOrder order, DateOnly? committedOn, OffencePlace place)
    {
        if (committedOn <= order.DueOn)
        {
            throw new DomainException(OffenceWithinTerm, $"违法行为发生于 {committedOn:yyyy-MM-dd}，改正期限至 {order.DueOn:yyyy-MM-dd}")
            {
                NextStep = "核对违法行为发生的时间；期限届满后仍未改正的，以期满后查见的时间为准",
                Pointer = "/committedAt",
            };
        }
        if (!order.Place.MayBe(place))
        {
            throw new DomainException(AnotherPlace, $"责令改正的地点是“{order.Place.Text}”，本案地点是“{place.Text}”")
            {
                NextStep = "核对地点；不是同一地点的，先在该地点责令改正",
                Pointer = "/place",
            };
        }
    }
}
