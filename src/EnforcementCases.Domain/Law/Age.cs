namespace EnforcementCases.Domain.Law;

/// <summary>Age in law (周岁): a person reaches an age on the day after the birthday.</summary>
public static class Age
{
    /// <summary>Full years on a day: born 2010-06-01, still 17 on 2028-06-01, 18 from 2028-06-02.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before the birth.</exception>
    public static int On(DateOnly born, DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day, born);
        var years = day.Year - born.Year;
        return day > born.AddYears(years) ? years : Math.Max(0, years - 1);
    }
}
