using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Remedies;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Remedies;

/// <summary>行政复议法 第二十三条.</summary>
public sealed class RemedyAdviceTests
{
    [Theory, Rule("ARL-23-1")]
    [InlineData("2023-12-31", false)]
    [InlineData("2024-01-01", true)]
    public void Since_2024_an_on_the_spot_penalty_goes_to_reconsideration_first(string decidedOn, bool first)
    {
        var advice = RemedyAdvice.ForOnTheSpot(Date(decidedOn), "天津市滨海新区人民政府");

        advice.ReconsiderationFirst.ShouldBe(first);
        advice.Reconsideration.Limit.ShouldBe(TimeLimit.CalendarDays(60));
        advice.Suit.Limit.ShouldBe(first ? TimeLimit.CalendarDays(15) : TimeLimit.Months(6));
        advice.Text.ShouldBe(
            first
                ? "如不服本处罚决定，应当自收到本决定书之日起六十日内先向天津市滨海新区人民政府申请行政复议；对行政复议决定不服的，"
                    + "可以自收到行政复议决定书之日起十五日内向人民法院提起行政诉讼。未申请行政复议的，不得直接提起行政诉讼。"
                : "如不服本处罚决定，可以自收到本决定书之日起六十日内向天津市滨海新区人民政府申请行政复议，"
                    + "也可以自收到本决定书之日起六个月内直接向人民法院提起行政诉讼。"
        );
    }
}
