using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Enforcement;

/// <summary>A planned removal of an unlawful structure (违法建筑物强制拆除, D43).</summary>
/// <param name="RemoveOn">Planned day.</param>
/// <param name="NoticeIssuedOn">Day of the public notice; null if none.</param>
/// <param name="SelfRemovalBy">Last day for removing it oneself that the notice sets (限期当事人自行拆除).</param>
/// <param name="RemedyPending">A reconsideration or a suit is running.</param>
public sealed record RemovalPlan(DateOnly RemoveOn, DateOnly? NoticeIssuedOn, DateOnly? SelfRemovalBy, bool RemedyPending);

/// <summary>Removing unlawful structures by force (强制拆除). 行政强制法 第四十四条.</summary>
public static class RemovalOfStructures
{
    /// <summary>No public notice with a date for removing it oneself, or the date has not passed.</summary>
    public static readonly DomainError NoticeMissing = new(
        "removal.notice-missing",
        "ACL-44",
        ErrorKind.RuleBroken,
        "对违法的建筑物、构筑物、设施等需要强制拆除的，应当公告，限期当事人自行拆除",
        CoercionLaw.At("第四十四条")
    );

    /// <summary>The time for a remedy has not run out.</summary>
    public static readonly DomainError RemediesOpen = new(
        "removal.remedies-open",
        "ACL-44",
        ErrorKind.RuleBroken,
        "当事人在法定期限内不申请行政复议或者提起行政诉讼，又不拆除的，才可以依法强制拆除",
        CoercionLaw.At("第四十四条")
    );

    /// <summary>First day on which it may be removed: after the time for reconsideration and that for suit have both run out unused.</summary>
    public static DateOnly Earliest(RemedyClock clock, WorkingCalendar calendar)
    {
        var (reconsideration, suit) = (RemedyPeriod.Reconsideration(clock, calendar).LastDay, RemedyPeriod.Suit(clock, calendar).LastDay);
        return (reconsideration > suit ? reconsideration : suit).AddDays(1);
    }

    /// <summary>Every obstacle to the removal.</summary>
    public static IReadOnlyList<DomainException> Obstacles(RemovalPlan plan, RemedyClock clock, WorkingCalendar calendar) =>
        [.. FindObstacles(plan, Earliest(clock, calendar))];

    /// <summary>Refuses a removal without notice, before its date, while a remedy runs or could still be asked for.</summary>
    /// <exception cref="DomainException">The first of <see cref="Obstacles"/>.</exception>
    public static void EnsureAllowed(RemovalPlan plan, RemedyClock clock, WorkingCalendar calendar) =>
        FindObstacles(plan, Earliest(clock, calendar)).RefuseFirst();

    /// <summary>The same, where remedies were taken.</summary>
    /// <param name="remediesEndOn">The last day on which a remedy could be taken.</param>
    public static void EnsureAllowed(RemovalPlan plan, DateOnly remediesEndOn) =>
        FindObstacles(plan, remediesEndOn.AddDays(1)).RefuseFirst();

    private static IEnumerable<DomainException> FindObstacles(RemovalPlan plan, DateOnly earliest)
    {
        if (plan.NoticeIssuedOn is null || plan.SelfRemovalBy is not { } selfBy)
            yield return NoticeMissing.With("没有公告或者没有自行拆除的期限");
        else if (selfBy < plan.NoticeIssuedOn || plan.RemoveOn <= selfBy)
            yield return NoticeMissing.With($"自行拆除期限至 {selfBy:yyyy-MM-dd}");
        if (plan.RemedyPending)
            yield return RemediesOpen.With("行政复议或者行政诉讼正在进行");
        else if (plan.RemoveOn < earliest)
            yield return RemediesOpen.With($"复议和起诉期限均届满后，最早 {earliest:yyyy-MM-dd}");
    }
}
