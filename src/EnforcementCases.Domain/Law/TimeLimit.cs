namespace EnforcementCases.Domain.Law;

/// <summary>Unit of a period. There is no plain "day": each law determines which of its days are working days.</summary>
public enum TimeUnit
{
    /// <summary>工作日.</summary>
    WorkingDay,

    /// <summary>日 (自然日).</summary>
    CalendarDay,

    /// <summary>月.</summary>
    Month,

    /// <summary>年.</summary>
    Year,

    /// <summary>小时: clock hours; not extended for rest days.</summary>
    Hour,
}

/// <summary>A statutory period (期限) with its unit.</summary>
public sealed record TimeLimit
{
    /// <summary>Makes a period.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than one unit.</exception>
    public TimeLimit(int count, TimeUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        (Count, Unit) = (count, unit);
    }

    /// <summary>Number of units, 1 or more.</summary>
    public int Count { get; }

    /// <summary>The unit.</summary>
    public TimeUnit Unit { get; }

    /// <summary>The period as printed on paper, <c>7个工作日</c>.</summary>
    public override string ToString() =>
        Unit switch
        {
            TimeUnit.WorkingDay => $"{Count}个工作日",
            TimeUnit.CalendarDay => $"{Count}日",
            TimeUnit.Month => $"{Count}个月",
            TimeUnit.Year => $"{Count}年",
            TimeUnit.Hour => $"{Count}小时",
        };

    /// <summary>A period in working days (工作日).</summary>
    public static TimeLimit WorkingDays(int count) => new(count, TimeUnit.WorkingDay);

    /// <summary>A period in calendar days (日).</summary>
    public static TimeLimit CalendarDays(int count) => new(count, TimeUnit.CalendarDay);

    /// <summary>A period in months (月).</summary>
    public static TimeLimit Months(int count) => new(count, TimeUnit.Month);

    /// <summary>A period in years (年).</summary>
    public static TimeLimit Years(int count) => new(count, TimeUnit.Year);

    /// <summary>A period in clock hours (小时).</summary>
    public static TimeLimit Hours(int count) => new(count, TimeUnit.Hour);
}
