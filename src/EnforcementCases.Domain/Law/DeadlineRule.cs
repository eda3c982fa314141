namespace EnforcementCases.Domain.Law;

/// <summary>Whose interest a deadline serves. It determines what happens if the last day is a rest day.</summary>
public enum DeadlineFor
{
    /// <summary>Binds or protects a party (当事人), or the organ where it is itself a party, as in court: moves to the next working day.</summary>
    Party,

    /// <summary>Limits a power of the organ: never moves past rest days.</summary>
    AgencyPower,
}

/// <summary>A deadline as the law states it, before any date is known. Declared once, beside the institution it belongs to.</summary>
/// <param name="Rule">Id in the rule table, <c>APL-67-2</c>.</param>
/// <param name="Name">What has to be done by then, in Chinese, <c>缴纳罚款</c>.</param>
/// <param name="Limit">The period with its unit.</param>
/// <param name="Basis">The article.</param>
/// <param name="Binds">Whose interest the deadline serves.</param>
/// <param name="StartEvent">The event that starts it, in Chinese, <c>收到处罚决定书</c>.</param>
public sealed record DeadlineRule(string Rule, string Name, TimeLimit Limit, LegalBasis Basis, DeadlineFor Binds, string StartEvent);

/// <summary>A period that does not count towards a deadline, both days inclusive, with the reason (为什么不计入).</summary>
public sealed record ExcludedSpan
{
    /// <summary>Makes a span.</summary>
    /// <exception cref="ArgumentException">It ends before it begins.</exception>
    public ExcludedSpan(DateOnly from, DateOnly to, string reason)
    {
        if (to < from)
            throw new ArgumentException($"{from:yyyy-MM-dd} to {to:yyyy-MM-dd} is no span.", nameof(to));
        (From, To, Reason) = (from, to, reason);
    }

    /// <summary>First day that does not count.</summary>
    public DateOnly From { get; }

    /// <summary>Last day that does not count.</summary>
    public DateOnly To { get; }

    /// <summary>Why, in Chinese, <c>检测期间</c>.</summary>
    [Bilingual]
    public string Reason { get; }

    /// <summary>Whether the date lies inside.</summary>
    public bool Covers(DateOnly date) => From <= date && date <= To;
}
