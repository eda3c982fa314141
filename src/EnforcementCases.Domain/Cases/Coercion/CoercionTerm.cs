using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Coercion;

/// <summary>A period of testing, inspection, quarantine or technical appraisal that does not count (检测、检验、检疫或者技术鉴定的期间).</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; the period must have a definite end.</param>
/// <param name="What">What is done, <c>检测</c>.</param>
/// <param name="NoticeServedOn">When the party was notified in writing; null if it was not.</param>
public sealed record TestingPeriod(DateOnly From, DateOnly To, string What, DateOnly? NoticeServedOn);

/// <summary>The one extension (延长查封、扣押期限).</summary>
/// <param name="Approval">Approval by the head; null if none.</param>
/// <param name="Reasons">Why the case is complex (情况复杂).</param>
/// <param name="NotifiedOn">When the party was notified in writing (及时书面告知); null if it was not.</param>
/// <param name="Days">Calendar days, at most thirty.</param>
public sealed record CoercionExtension(HeadApproval? Approval, string Reasons, DateOnly? NotifiedOn, int Days);

/// <summary>How long a thing may be sealed or detained (查封、扣押的期限). 行政强制法 第二十五条.</summary>
public static class CoercionTerm
{
    /// <summary>Thirty calendar days (不得超过三十日), and thirty more at most when extended: a limit on the organ, so it never rolls forward.</summary>
    public const int Days = 30;

    /// <summary>An exclusion of which the party was not notified in writing.</summary>
    public static readonly DomainError ExclusionWithoutNotice = new(
        "coercion.exclusion-without-notice",
        "ACL-25",
        ErrorKind.RuleBroken,
        "检测、检验、检疫或者技术鉴定的期间应当明确，并书面告知当事人",
        CoercionLaw.At("第二十五条第三款")
    );

    /// <summary>A second extension.</summary>
    public static readonly DomainError SecondExtension = new(
        "coercion.second-extension",
        "ACL-25",
        ErrorKind.RuleBroken,
        "查封、扣押的期限只能延长一次",
        CoercionLaw.At("第二十五条第一款")
    );

    /// <summary>An extension over thirty days, not approved in time, without reasons or not notified in writing.</summary>
    public static readonly DomainError ExtensionNotAllowed = new(
        "coercion.extension-not-allowed",
        "ACL-25",
        ErrorKind.RuleBroken,
        "情况复杂的，经行政机关负责人批准可以延长，延长期限不得超过三十日，并应当及时书面告知当事人、说明理由",
        CoercionLaw.At("第二十五条")
    );

    /// <summary>Last day of the measure; on the next one it is to be lifted, decided or not.</summary>
    /// <param name="extensions">The extension, if any. A second one is refused.</param>
    /// <param name="testing">Periods that do not count, each notified to the party in writing.</param>
    /// <param name="away">Periods in which the things were with the judicial organs.</param>
    /// <exception cref="DomainException"><see cref="SecondExtension"/>, <see cref="ExtensionNotAllowed"/> or <see cref="ExclusionWithoutNotice"/>.</exception>
    [StatutoryRule("ACL-25")]
    public static Deadline LastDay(
        DateOnly appliedOn,
        WorkingCalendar calendar,
        IReadOnlyCollection<CoercionExtension>? extensions = null,
        IReadOnlyCollection<TestingPeriod>? testing = null,
        IReadOnlyCollection<ExcludedSpan>? away = null
    )
    {
        ExcludedSpan[] excluded = [.. (testing ?? []).Select(Span), .. away ?? []];
        var first = Count(Days);
        if (extensions is not { Count: > 0 })
            return first;
        if (extensions.Count > 1)
            throw SecondExtension.With("已经延长一次");
        var extension = extensions.First();
        EnsureAllowed(extension, first);
        return Count(Days + extension.Days);

        Deadline Count(int days) =>
            Deadline.From(
                new(
                    "ACL-25",
                    "作出处理决定或者解除查封、扣押",
                    CoercionLaw.Days(days),
                    CoercionLaw.At("第二十五条第一款"),
                    DeadlineFor.AgencyPower,
                    "查封、扣押"
                ),
                appliedOn,
                calendar,
                excluded
            );
    }

    private static void EnsureAllowed(CoercionExtension extension, Deadline first)
    {
        if (extension.Days is < 1 or > Days)
            throw ExtensionNotAllowed.With($"延长 {extension.Days} 日");
        if (extension.Approval is not { } approval || first.IsMissedAt(approval.At))
            throw ExtensionNotAllowed.With(
                extension.Approval is null ? "没有负责人批准" : $"期限已于 {first.LastDay:yyyy-MM-dd} 届满，不能再延长"
            );
        if (!extension.Reasons.IsGiven() || extension.NotifiedOn is null)
            throw ExtensionNotAllowed.With(extension.NotifiedOn is null ? "没有书面告知当事人" : "没有说明理由");
    }

    private static ExcludedSpan Span(TestingPeriod period)
    {
        if (period.NoticeServedOn is null || period.To < period.From)
            throw ExclusionWithoutNotice.With(period.NoticeServedOn is null ? $"{period.What}期间没有书面告知" : "期间不明确");
        return new(period.From, period.To, $"{period.What}期间");
    }
}
