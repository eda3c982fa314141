using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Enforcement;

/// <summary>A planned execution (强制执行实施计划).</summary>
/// <param name="From">When it starts.</param>
/// <param name="To">When it ends; after the start.</param>
/// <param name="Urgency">Why it cannot wait (情况紧急); null if it can.</param>
/// <param name="CutsResidentsSupply">It would cut residents' water, power, heat or gas to make them perform.</param>
public sealed record ExecutionPlan(DateTimeOffset From, DateTimeOffset To, string? Urgency, bool CutsResidentsSupply);

/// <summary>When nothing may be executed (不得实施强制执行的时间和方式). 行政强制法 第四十三条.</summary>
public static class ExecutionTime
{
    /// <summary>At night without urgency.</summary>
    public static readonly DomainError AtNight = new(
        "execution-time.at-night",
        "ACL-43",
        ErrorKind.RuleBroken,
        "不得在夜间实施行政强制执行，情况紧急的除外",
        CoercionLaw.At("第四十三条第一款")
    );

    /// <summary>On a statutory holiday, or on another rest day as the safe reading, without urgency.</summary>
    public static readonly DomainError OnHoliday = new(
        "execution-time.on-holiday",
        "ACL-43",
        ErrorKind.RuleBroken,
        "不得在法定节假日实施行政强制执行，情况紧急的除外",
        CoercionLaw.At("第四十三条第一款")
    );

    /// <summary>By cutting residents' supply; no urgency excuses it.</summary>
    public static readonly DomainError SupplyCut = new(
        "execution-time.supply-cut",
        "ACL-43",
        ErrorKind.RuleBroken,
        "不得对居民生活采取停止供水、供电、供热、供燃气等方式迫使当事人履行",
        CoercionLaw.At("第四十三条第二款")
    );

    /// <summary>The plan ends before it starts.</summary>
    public static readonly DomainError EndsBeforeStart = new(
        "execution-time.ends-before-start",
        null,
        ErrorKind.Unacceptable,
        "强制执行的结束时间早于开始时间"
    );

    /// <summary>Every obstacle to the plan. By default weekends and arranged days off are blocked like statutory holidays (safe reading).</summary>
    /// <param name="statutoryHolidaysOnly">The place blocks only the festival days themselves (法定节假日).</param>
    /// <exception cref="DomainException"><see cref="WorkingCalendar.YearNotLoaded"/>.</exception>
    public static IReadOnlyList<DomainException> Obstacles(
        ExecutionPlan plan,
        NightHours night,
        WorkingCalendar calendar,
        bool statutoryHolidaysOnly = false
    ) => [.. FindObstacles(plan, night, calendar, statutoryHolidaysOnly)];

    /// <summary>Refuses a plan for the night, a rest day, or by cutting residents' supply.</summary>
    /// <inheritdoc cref="Obstacles" />
    /// <exception cref="DomainException">The first of <see cref="Obstacles"/>.</exception>
    public static void EnsureAllowed(ExecutionPlan plan, NightHours night, WorkingCalendar calendar, bool statutoryHolidaysOnly = false) =>
        FindObstacles(plan, night, calendar, statutoryHolidaysOnly).RefuseFirst();

    private static IEnumerable<DomainException> FindObstacles(
        ExecutionPlan plan,
        NightHours night,
        WorkingCalendar calendar,
        bool statutoryHolidaysOnly
    )
    {
        if (plan.CutsResidentsSupply)
            yield return SupplyCut.With("情况紧急也不例外");
        if (plan.To < plan.From)
        {
            yield return EndsBeforeStart.With("请核对时间");
            yield break;
        }
        if (!string.IsNullOrWhiteSpace(plan.Urgency))
            yield break;
        if (TouchesNight(plan, night))
            yield return AtNight.With($"夜间为 {night.From:HH:mm} 至次日 {night.To:HH:mm}", "改在白天；情况紧急的写明理由");
        for (var day = LegalDate.Of(plan.From); day <= LegalDate.Of(plan.To); day = day.AddDays(1))
            if (calendar.IsStatutoryHoliday(day) || (!statutoryHolidaysOnly && !calendar.IsWorkingDay(day)))
                yield return OnHoliday.With(
                    $"{day:yyyy-MM-dd}（{calendar.WhyOff(day) ?? "法定节假日"}）",
                    "改在工作日；情况紧急的写明理由"
                );
    }

    private static bool TouchesNight(ExecutionPlan plan, NightHours night)
    {
        var (from, to) = (plan.From.ToOffset(LegalDate.Offset), plan.To.ToOffset(LegalDate.Offset));
        var nightBegins = new DateTimeOffset(LegalDate.Of(from), night.From, LegalDate.Offset);
        if (nightBegins < from)
            nightBegins = nightBegins.AddDays(1);
        return night.Covers(TimeOnly.FromDateTime(from.DateTime)) || nightBegins < to;
    }
}
