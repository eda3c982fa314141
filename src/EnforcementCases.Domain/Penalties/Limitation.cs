using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Penalties;

/// <summary>How long after an offence it may still be punished (处罚时效). 行政处罚法 第三十六条.</summary>
public static class Limitation
{
    /// <summary>Two years (二年), from the offence or from the end of a continuous or continuing one.</summary>
    public static readonly TimeLimit General = TimeLimit.Years(2);

    /// <summary>Five years (五年) if life, health or financial safety of citizens is affected and harm was done.</summary>
    public static readonly TimeLimit LifeHealthOrFinance = TimeLimit.Years(5);

    /// <summary>Discovered too late.</summary>
    public static readonly DomainError Expired = new(
        "limitation.expired",
        "APL-36",
        ErrorKind.RuleBroken,
        "违法行为超过处罚时效未被发现，不再给予行政处罚",
        PenaltyLaw.At("第三十六条")
    );

    /// <summary>Abandoned as time-barred although the period had not expired.</summary>
    public static readonly DomainError NotExpired = new(
        "limitation.not-expired",
        "APL-36",
        ErrorKind.RuleBroken,
        "违法行为没有超过处罚时效，不能以此不予行政处罚",
        PenaltyLaw.At("第三十六条")
    );

    /// <summary>Another period that is set by an instrument lower than a law.</summary>
    public static readonly DomainError PeriodNotSetByLaw = new(
        "limitation.period-not-set-by-law",
        "APL-36",
        ErrorKind.RuleBroken,
        "处罚时效只有法律可以另行规定",
        PenaltyLaw.At("第三十六条第一款")
    );

    /// <summary>Last day on which the offence may be discovered.</summary>
    /// <param name="actEnded">Legal date on which the offence, or a continuous or continuing offence, ended.</param>
    /// <param name="touchesLifeHealthOrFinance">涉及公民生命健康安全、金融安全.</param>
    /// <param name="harmfulResult">有危害后果: the longer period needs both.</param>
    /// <param name="otherwise">A period that another law sets (法律另有规定的除外).</param>
    /// <exception cref="DomainException"><see cref="PeriodNotSetByLaw"/>.</exception>
    public static Deadline LastDayOfDiscovery(
        DateOnly actEnded,
        bool touchesLifeHealthOrFinance,
        bool harmfulResult,
        WorkingCalendar calendar,
        OtherwiseByLaw<TimeLimit>? otherwise = null
    )
    {
        if (otherwise is { Level: not InstrumentLevel.Law })
            throw PeriodNotSetByLaw.With($"{otherwise.Basis} 不是法律");
        var limit = otherwise?.Value ?? (touchesLifeHealthOrFinance && harmfulResult ? LifeHealthOrFinance : General);
        return Deadline.From(
            new("APL-36", "发现违法行为", limit, otherwise?.Basis ?? PenaltyLaw.At("第三十六条"), DeadlineFor.AgencyPower, "违法行为终了"),
            actEnded,
            calendar
        );
    }

    /// <summary>Refuses an offence that was discovered too late. One that still goes on (<paramref name="actEnded"/> is null) never is.</summary>
    /// <inheritdoc cref="LastDayOfDiscovery" />
    /// <exception cref="DomainException"><see cref="Expired"/> or <see cref="PeriodNotSetByLaw"/>.</exception>
    public static void EnsureNotExpired(
        DateOnly? actEnded,
        DateOnly discoveredOn,
        bool touchesLifeHealthOrFinance,
        bool harmfulResult,
        WorkingCalendar calendar,
        OtherwiseByLaw<TimeLimit>? otherwise = null
    )
    {
        if (actEnded is not { } ended)
            return;
        var last = LastDayOfDiscovery(ended, touchesLifeHealthOrFinance, harmfulResult, calendar, otherwise);
        if (last.IsMissedOn(discoveredOn))
            throw Expired.With($"行为终了 {ended:yyyy-MM-dd}，时效{last.Explanation.Limit}，发现 {discoveredOn:yyyy-MM-dd}");
    }

    /// <summary>Refuses to abandon a case as time-barred if the offence still goes on (<paramref name="actEnded"/> is null) or was discovered in time.</summary>
    /// <inheritdoc cref="LastDayOfDiscovery" />
    /// <exception cref="DomainException"><see cref="NotExpired"/>.</exception>
    public static void EnsureExpired(
        DateOnly? actEnded,
        DateOnly discoveredOn,
        bool touchesLifeHealthOrFinance,
        bool harmfulResult,
        WorkingCalendar calendar
    )
    {
        if (actEnded is not { } ended)
            throw NotExpired.With("违法行为仍在持续");
        var last = LastDayOfDiscovery(ended, touchesLifeHealthOrFinance, harmfulResult, calendar);
        if (!last.IsMissedOn(discoveredOn))
            throw NotExpired.With($"行为终了 {ended:yyyy-MM-dd}，时效{last.Explanation.Limit}，发现 {discoveredOn:yyyy-MM-dd}");
    }
}
