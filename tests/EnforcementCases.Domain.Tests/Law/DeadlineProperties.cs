using EnforcementCases.Domain.Law;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Law;

/// <summary>What holds for every date, not only for those somebody thought of.</summary>
public sealed class DeadlineProperties
{
    private static readonly Arbitrary<Input> Inputs = (
        from start in Gen.Choose(0, 365 * 4).Select(Date("2021-01-01").AddDays)
        from count in Gen.Choose(1, 90)
        from unit in Gen.Elements(TimeUnit.WorkingDay, TimeUnit.CalendarDay, TimeUnit.Month)
        from spans in Gen.Choose(0, 3).SelectMany(n => Span(start).ListOf(n))
        from more in Span(start)
        select new Input(start, new(unit is TimeUnit.Month ? count % 12 + 1 : count, unit), [.. spans], more)
    ).ToArbitrary();

    [Fact, Rule("TIME-END")]
    public void Excluding_more_days_never_shortens_a_party_s_deadline() =>
        Prop.ForAll(Inputs, i => Last(i, [.. i.Spans, i.More]) >= Last(i, i.Spans)).QuickCheckThrowOnFailure();

    [Fact, Rule("TIME-CAL")]
    public void A_working_day_deadline_never_ends_on_a_day_off() =>
        Prop.ForAll(Inputs, i => Shipped.IsWorkingDay(Last(i with { Limit = TimeLimit.WorkingDays(i.Limit.Count) }, i.Spans)))
            .QuickCheckThrowOnFailure();

    [Fact, Rule("TIME-END")]
    public void A_party_s_deadline_never_ends_on_a_day_off() =>
        Prop.ForAll(Inputs, i => Shipped.IsWorkingDay(Last(i, i.Spans))).QuickCheckThrowOnFailure();

    [Fact, Rule("TIME-START")]
    public void A_longer_period_never_ends_earlier() =>
        Prop.ForAll(Inputs, i => Last(i with { Limit = new(i.Limit.Count + 1, i.Limit.Unit) }, i.Spans) >= Last(i, i.Spans))
            .QuickCheckThrowOnFailure();

    [Fact, Rule("TIME-END")]
    public void A_power_of_the_organ_never_outlasts_the_party_s_reading() =>
        Prop.ForAll(Inputs, i => Last(i, i.Spans, DeadlineFor.AgencyPower) <= Last(i, i.Spans)).QuickCheckThrowOnFailure();

    [Fact, Rule("TIME-CLEAR")]
    public void Clear_days_leave_exactly_that_many_whole_working_days() =>
        Prop.ForAll(
                Inputs,
                i =>
                    ClearDays.Between(i.Start, ClearDays.EarliestAfter(i.Start, i.Limit.Count, Shipped), Shipped) == i.Limit.Count
                    && ClearDays.Between(ClearDays.LatestBefore(Late(i), i.Limit.Count, Shipped), Late(i), Shipped) == i.Limit.Count
            )
            .QuickCheckThrowOnFailure();

    private static DateOnly Late(Input i) => i.Start.AddDays(200);

    private static Gen<ExcludedSpan> Span(DateOnly start) =>
        from offset in Gen.Choose(-10, 60)
        from length in Gen.Choose(0, 30)
        select new ExcludedSpan(start.AddDays(offset), start.AddDays(offset + length), "检测");

    private static DateOnly Last(Input i, IReadOnlyList<ExcludedSpan> excluded, DeadlineFor binds = DeadlineFor.Party) =>
        Deadline.From(new("TIME-START", "测试", i.Limit, PenaltyLaw.At("第八十五条"), binds, "起点"), i.Start, Shipped, excluded).LastDay;

    private sealed record Input(DateOnly Start, TimeLimit Limit, IReadOnlyList<ExcludedSpan> Spans, ExcludedSpan More);
}
