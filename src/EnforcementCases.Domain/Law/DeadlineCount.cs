namespace EnforcementCases.Domain.Law;

/// <summary>Counts a deadline. Each step is a row of the rule table.</summary>
internal static class DeadlineCount
{
    internal static Deadline Run(
        DeadlineRule rule,
        DateOnly start,
        DateTimeOffset? startInstant,
        WorkingCalendar calendar,
        IReadOnlyList<ExcludedSpan> excluded,
        bool forNow = false
    )
    {
        if (rule.Limit.Unit is TimeUnit.Hour)
            return RunHours(rule, startInstant, calendar, excluded);

        var days = new Days();
        var end = rule.Limit.Unit switch
        {
            TimeUnit.WorkingDay => CountDays(start, rule.Limit.Count, excluded, days, calendar, forNow),
            TimeUnit.CalendarDay => CountDays(start, rule.Limit.Count, excluded, days, workingDays: null),
            TimeUnit.Month => Extend(start, AddMonths(start, rule.Limit.Count), excluded, days),
            TimeUnit.Year => Extend(start, AddMonths(start, checked(rule.Limit.Count * 12)), excluded, days),
            TimeUnit.Hour => throw new InvalidOperationException("Hours are counted apart."),
        };
        var last = rule.Binds is DeadlineFor.Party && rule.Limit.Unit is not TimeUnit.WorkingDay ? RollForward(end, calendar, days) : end;

        return new(
            last,
            LastInstant: null,
            new(
                rule.Rule,
                rule.Name,
                rule.Basis,
                rule.Limit,
                rule.Binds,
                rule.StartEvent,
                start,
                startInstant,
                last,
                calendar.Version,
                days.Skipped,
                days.MakeUp,
                excluded,
                days.Excluded,
                last == end ? null : end,
                days.RolledOver,
                days.Provisional
            )
        );
    }

    /// <summary>Counts days from the day after the start event (期间开始的时和日，不计算在期间内): every day, or only working days where a calendar is given.</summary>
    [StatutoryRule("TIME-START")]
    private static DateOnly CountDays(
        DateOnly start,
        int count,
        IReadOnlyList<ExcludedSpan> excluded,
        Days days,
        WorkingCalendar? workingDays,
        bool forNow = false
    )
    {
        var day = start;
        for (var counted = 0; counted < count; )
        {
            day = day.AddDays(1);
            if (excluded.FirstOrDefault(s => s.Covers(day)) is { } span)
            {
                days.Excluded.Add(new(day, span.Reason));
                continue;
            }
            if (workingDays is not null)
            {
                days.Provisional |= workingDays.MayStillChange(day);
                if ((forNow ? workingDays.WhyOffForNow(day) : workingDays.WhyOff(day)) is { } why)
                {
                    days.Skipped.Add(new(day, why));
                    continue;
                }
                if (workingDays.IsMakeUpDay(day))
                    days.MakeUp.Add(day);
            }
            counted++;
        }
        return day;
    }

    /// <summary>Same day number of the end month; if it does not exist, the last day of the month (民法典 第二百零二条).</summary>
    [StatutoryRule("TIME-MONTH")]
    private static DateOnly AddMonths(DateOnly start, int months) => start.AddMonths(months);

    /// <summary>Moves the end of a period in months or years back by each excluded date inside it.</summary>
    private static DateOnly Extend(DateOnly start, DateOnly end, IReadOnlyList<ExcludedSpan> excluded, Days days)
    {
        for (var day = start.AddDays(1); day <= end; day = day.AddDays(1))
        {
            if (excluded.FirstOrDefault(s => s.Covers(day)) is not { } span)
                continue;
            days.Excluded.Add(new(day, span.Reason));
            end = end.AddDays(1);
        }
        return end;
    }

    /// <summary>最后一日是法定休假日的，以休假日后的第一日为届满日. Only for deadlines that bind or protect a party; a power of the organ is not extended.</summary>
    [StatutoryRule("TIME-END")]
    private static DateOnly RollForward(DateOnly end, WorkingCalendar calendar, Days days)
    {
        for (var day = end; ; day = day.AddDays(1))
        {
            days.Provisional |= calendar.MayStillChange(day);
            if (!calendar.Covers(day) || calendar.WhyOff(day) is not { } why)
                return day; // in a year that is not loaded the end stays unchanged, provisionally: it can only move later
            days.RolledOver.Add(new(day, why));
        }
    }

    /// <summary>Clock hours: no extension for nights, weekends or holidays (行政强制法 第十九条: 二十四小时).</summary>
    private static Deadline RunHours(
        DeadlineRule rule,
        DateTimeOffset? start,
        WorkingCalendar calendar,
        IReadOnlyList<ExcludedSpan> excluded
    )
    {
        if (start is not { } from)
            throw new ArgumentException("A period in hours needs the instant of its start event.", nameof(start));
        if (excluded.Count > 0)
            throw new ArgumentException("No law excludes dates from a period in hours.", nameof(excluded));
        var end = from.AddHours(rule.Limit.Count);
        return new(
            LegalDate.Of(end),
            end,
            new(
                rule.Rule,
                rule.Name,
                rule.Basis,
                rule.Limit,
                rule.Binds,
                rule.StartEvent,
                LegalDate.Of(from),
                from,
                LegalDate.Of(end),
                calendar.Version,
                [],
                [],
                [],
                [],
                RolledFrom: null,
                [],
                IsProvisional: false
            )
        );
    }

    private sealed class Days
    {
        public List<NamedDate> Skipped { get; } = [];
        public List<DateOnly> MakeUp { get; } = [];
        public List<NamedDate> Excluded { get; } = [];
        public List<NamedDate> RolledOver { get; } = [];
        public bool Provisional { get; set; }
    }
}
