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

    /// <summary>No decision orders the structure to be demolished.</summary>
    public static readonly DomainError NotOrdered = new(
        "removal.not-ordered",
        "ACL-44",
        ErrorKind.RuleBroken,
        "没有责令限期拆除的决定，不得强制拆除",
        CoercionLaw.At("第四十四条")
    );

    /// <summary>The order to demolish is not overdue.</summary>
    public static readonly DomainError NotOverdue = new(
        "removal.not-overdue",
        "ACL-44",
        ErrorKind.RuleBroken,
        "责令拆除的期限没有届满或者已经履行的，不得强制拆除",
        CoercionLaw.At("第四十四条")
    );

    /// <summary>A street removes a structure that is against the plan of the city only when the county government charged it to.</summary>
    public static readonly DomainError NotCharged = new(
        "removal.not-charged",
        "ORDER-ALONE",
        ErrorKind.RuleBroken,
        "当事人不停止建设或者逾期不拆除的，由县级以上地方人民政府责成有关部门强制拆除",
        UrbanPlanningLaw.At("第六十八条")
    );

    /// <summary>Refuses a removal by force by an organ that has no power of its own and was not charged with it: a town removes under article 65 itself, everybody else after
    /// the county government's instrument.</summary>
    /// <param name="townOnly">The provision is applied by towns, which may remove themselves (第六十五条).</param>
    /// <param name="force">What the provision states of the removal by force; null if nothing.</param>
    /// <param name="charge">The instrument by which the county government charged the organ (责成), by name and number; null if none.</param>
    /// <exception cref="DomainException"><see cref="NotCharged"/>.</exception>
    [StatutoryRule("ORDER-ALONE")]
    public static void EnsureCharged(bool townOnly, string? force, string? charge)
    {
        if (!townOnly && force is not null && string.IsNullOrWhiteSpace(charge))
            throw NotCharged.With("没有县级以上地方人民政府责成的文书", "报请区人民政府责成，登记文书名称和文号").At("/chargeInstrument");
    }

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
