using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;

namespace EnforcementCases.Domain.Cases.Coercion;

/// <summary>Why a measure is lifted: the five items of 第二十八条第一款 (解除查封、扣押的情形), and 第十九条.</summary>
public enum LiftingGround
{
    /// <summary>当事人没有违法行为 (第一项).</summary>
    [Term("当事人没有违法行为")]
    NoBreach,

    /// <summary>查封、扣押的场所、设施或者财物与违法行为无关 (第二项).</summary>
    [Term("查封、扣押的场所、设施或者财物与违法行为无关")]
    Unrelated,

    /// <summary>对违法行为已经作出处理决定，不再需要查封、扣押 (第三项).</summary>
    [Term("对违法行为已经作出处理决定，不再需要查封、扣押")]
    DealtWith,

    /// <summary>查封、扣押期限已经届满 (第四项).</summary>
    [Term("查封、扣押期限已经届满")]
    Expired,

    /// <summary>其他不再需要采取查封、扣押措施的情形 (第五项).</summary>
    [Term("不再需要采取查封、扣押措施")]
    NotNeeded,

    /// <summary>当场实施后负责人不同意，或者逾期未批准 (第十九条).</summary>
    [Term("当场实施的查封、扣押未获批准")]
    NotApproved,
}

/// <summary>The lifting of a measure with the things given back (解除查封、扣押决定和返还).</summary>
/// <param name="Ground">The ground; null if none was given.</param>
/// <param name="LiftedAt">When it was lifted.</param>
/// <param name="ReturnedAt">When the things were given back; null if they were not.</param>
/// <param name="ReceivedBy">Who signed for them; null if nobody did.</param>
public sealed record CoercionLiftingRecord(LiftingGround? Ground, DateTimeOffset LiftedAt, DateTimeOffset? ReturnedAt, string? ReceivedBy);

/// <summary>Keeping, deciding on and lifting (保管、处理和解除). 行政强制法 第二十六条至第二十八条.</summary>
public static class CoercionLifting
{
    /// <summary>The party is charged for keeping its things.</summary>
    public static readonly DomainError StorageCharged = new(
        "coercion.storage-charged",
        "ACL-26",
        ErrorKind.RuleBroken,
        "因查封、扣押发生的保管费用由行政机关承担",
        CoercionLaw.At("第二十六条第三款")
    );

    /// <summary>The measure goes on after its last day.</summary>
    public static readonly DomainError TimeOver = new(
        "coercion.time-over",
        "ACL-27-28",
        ErrorKind.RuleBroken,
        "查封、扣押期限已经届满，应当及时解除",
        CoercionLaw.At("第二十八条第一款第四项")
    );

    /// <summary>Lifted without one of the five grounds.</summary>
    public static readonly DomainError NoGround = new(
        "coercion.lifting-without-ground",
        "ACL-27-28",
        ErrorKind.RuleBroken,
        "解除查封、扣押应当记明法定情形",
        CoercionLaw.At("第二十八条第一款")
    );

    /// <summary>Lifted as expired while the term still runs.</summary>
    public static readonly DomainError TermStillRuns = new(
        "coercion.term-still-runs",
        "ACL-27-28",
        ErrorKind.RuleBroken,
        "查封、扣押期限尚未届满，不得以期限届满为由解除",
        CoercionLaw.At("第二十八条第一款第四项")
    );

    /// <summary>The things were not given back, or nobody signed for them.</summary>
    public static readonly DomainError NotReturned = new(
        "coercion.not-returned",
        "ACL-27-28",
        ErrorKind.RuleBroken,
        "解除查封、扣押应当立即退还财物",
        CoercionLaw.At("第二十八条第二款")
    );

    /// <summary>The things were given to somebody else, and nobody knows why to this person.</summary>
    public static readonly DomainError ReturnedToAnother = new(
        "coercion.returned-to-another",
        "ACL-27-28",
        ErrorKind.RuleBroken,
        "查封、扣押的财物应当退还当事人；由他人代领的，应当写明其与当事人的关系",
        CoercionLaw.At("第二十八条第二款")
    );

    /// <summary>Refuses to give the things to somebody else than the party without the tie between the two.</summary>
    /// <param name="receivedBy">Who signed for them.</param>
    /// <param name="tie">How this person is tied to the party; null: it is the party.</param>
    /// <exception cref="DomainException"><see cref="ReturnedToAnother"/>.</exception>
    public static void EnsureReturnedTo(PartySnapshot party, string receivedBy, string? tie)
    {
        if (receivedBy != party.Name && receivedBy != party.Representative && !tie.IsGiven())
            throw new DomainException(ReturnedToAnother, $"领取人是“{receivedBy}”，当事人是“{party.Name}”")
            {
                NextStep = "写明领取人与当事人的关系",
                Pointer = "/receivedByTie",
            };
    }

    /// <summary>Refuses a lifting without ground, or on one that is not there: expired while the term runs, not approved though it was, or dealt with where it had to be lifted at
    /// once.</summary>
    /// <exception cref="DomainException"><see cref="NoGround"/>, <see cref="TermStillRuns"/> or a rule of <see cref="EmergencyMeasure"/>.</exception>
    public static void EnsureGround(LiftingGround? ground, Ordinary.SealedThings measure, DateTimeOffset at, WorkingCalendar calendar)
    {
        switch (ground)
        {
            case null:
                throw NoGround.With("没有解除的情形").At("/ground");
            case LiftingGround.Expired:
                EnsureExpired(measure.TermBy(calendar), at);
                break;
            case LiftingGround.NotApproved:
                EmergencyMeasure.EnsureUnapproved(measure, at, calendar);
                break;
            case LiftingGround.DealtWith:
                EmergencyMeasure.EnsureStands(measure, at, calendar);
                break;
            case LiftingGround.NoBreach or LiftingGround.Unrelated or LiftingGround.NotNeeded:
                break;
        }
    }

    /// <summary>Refuses to lift a measure as expired before its last day is over.</summary>
    /// <exception cref="DomainException"><see cref="TermStillRuns"/>.</exception>
    public static void EnsureExpired(Deadline lastDay, DateTimeOffset at)
    {
        if (!lastDay.IsMissedAt(at))
            throw new DomainException(TermStillRuns, $"期限至 {lastDay.LastDay:yyyy-MM-dd}")
            {
                NextStep = "选择实际的解除情形",
                Pointer = "/ground",
            };
    }

    /// <summary>Refuses to charge the party for keeping its things.</summary>
    /// <exception cref="DomainException"><see cref="StorageCharged"/>.</exception>
    public static void EnsureStorageFree(Money charged)
    {
        if (charged > Money.Zero)
            throw StorageCharged.With($"保管费 {charged.InYuan} 元");
    }

    /// <summary>Refuses any handling of the things but lifting, once the last day is over.</summary>
    /// <exception cref="DomainException"><see cref="TimeOver"/>.</exception>
    public static void EnsureStillStands(Deadline lastDay, DateTimeOffset at)
    {
        if (lastDay.IsMissedAt(at))
            throw TimeOver.With($"期限至 {lastDay.LastDay:yyyy-MM-dd}", "解除查封、扣押，退还财物");
    }

    /// <summary>Refuses a lifting without ground or return.</summary>
    /// <exception cref="DomainException"><see cref="NoGround"/> or <see cref="NotReturned"/>.</exception>
    public static void EnsureComplete(CoercionLiftingRecord lifting)
    {
        if (lifting.Ground is null)
            throw NoGround.With("没有解除的情形");
        if (lifting.ReturnedAt is null || !lifting.ReceivedBy.IsGiven())
            throw NotReturned.With(lifting.ReturnedAt is null ? "没有退还时间" : "没有领取人签收");
    }
}
