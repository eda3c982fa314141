using System.Text.Json;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fines;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Statistics;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Statistics.StatisticsSteps;

namespace EnforcementCases.Api.Tests.Statistics;

/// <summary>Ratios with their two numbers and what is missing, and a year beside the one before.</summary>
[Rule("ST-12")]
public sealed class RateTests(StatisticsApi api) : IClassFixture<StatisticsApi>
{
    [Fact]
    public async Task A_power_an_officer_and_an_organ_count_once_they_have_a_case_of_the_year()
    {
        var before = await Rates(2022, "bhxq-supervisor");
        before["asOf"].GetString().ShouldBe("2022-12-31");
        (Rate(before, "powerPerformanceRate").Numerator, Rate(before, "enforcementRate").Numerator).ShouldBe((0, 0));
        Rate(before, "closingRate").Percent.ShouldBeNull(); // nothing below the line

        await api.GivenDecidedCase(50_00, At("2022-02-05 10:00"));
        await api.GivenDecidedCase(50_00, At("2022-02-06 10:00"));

        var after = await Rates(2022, "bhxq-supervisor");
        var (powers, was) = (Rate(after, "powerPerformanceRate"), Rate(before, "powerPerformanceRate"));
        (powers.Numerator, powers.Denominator).ShouldBe((1, was.Denominator));
        powers.Percent.ShouldBe(Domain.Statistics.Rates.Percent(1, (long)was.Denominator));
        powers.Missing.ShouldBe(was.Missing.Where(m => m != ("GJ-ZD-01", "汉沽")), ignoreOrder: true);
        var officers = Rate(after, "officerParticipationRate");
        officers.Numerator.ShouldBe(2);
        officers.MissingCount.ShouldBe((int)(officers.Denominator - officers.Numerator));
        var organs = Rate(after, "enforcementRate");
        organs.Numerator.ShouldBe(1);
        organs.Missing.Select(m => m.Unit).ShouldBe(Rate(before, "enforcementRate").Missing.Select(m => m.Unit).Where(u => u != "汉沽"));
        (await Rates(2023, "bhxq-supervisor")).Body.GetRawText().ShouldContain("\"asOf\":\"2023-12-31\"");
        Rate(await Rates(2023, "bhxq-supervisor"), "powerPerformanceRate").Numerator.ShouldBe(0);
        (await api.SignedInAs("xc-supervisor").GetJson($"statistics/2022/rates?organisationId={Hangu}")).ShouldBeProblem(
            404,
            "organisation.not-found"
        );
    }

    [Fact]
    public async Task Fines_are_collected_as_far_as_they_are_paid_and_a_fallen_decision_owes_nothing()
    {
        await (await api.GivenDecidedCase(50_00, At("2024-02-05 10:00"))).Pays(20_00);
        await api.GivenClosedCase(At("2024-02-06 10:00"), 30_00, paidAt: At("2024-02-06 11:00"));
        await (await api.GivenDecidedCase(90_00, At("2024-02-07 10:00"))).Revoke();

        var collected = Rate(await Rates(2024), "finesCollectedRate");

        (collected.Numerator, collected.Denominator, collected.Percent).ShouldBe((50, 80, 62.5m));
    }

    [Theory]
    [InlineData(1, 3, "33.33")]
    [InlineData(2, 3, "66.67")]
    [InlineData(0, 3, "0")]
    [InlineData(3, 3, "100")]
    [InlineData(1, 800, "0.13")] // 0.125
    [InlineData(0, 0, null)]
    public void A_ratio_has_two_decimals_and_is_none_without_a_denominator(long numerator, long denominator, string? percent) =>
        Domain
            .Statistics.Rates.Percent(numerator, denominator)
            .ShouldBe(percent is null ? null : decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture));

    [Theory] // 汉沽街道 2023: 144 against 166 of the year before
    [InlineData(144, 166, "-13.3")]
    [InlineData(3, 2, "50")]
    [InlineData(2, 2, "0")]
    [InlineData(2, 0, null)]
    public void A_change_has_one_decimal_and_is_none_against_nothing(int value, int before, string? percent) =>
        Domain
            .Statistics.Rates.ChangePercent(value, before)
            .ShouldBe(percent is null ? null : decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public async Task The_year_before_is_what_was_frozen_and_shows_what_it_gives_now()
    {
        await api.GivenDecidedCase(60_00, At("2026-02-05 10:00"));
        (await Compared()).ShouldBe(("Counted", 60, 0, 0, null));
        await api.GivenDecidedCase(40_00, At("2025-02-05 10:00"));
        var frozen = await api.SignedInAs("hg-head").PostJson("statistics/2025/snapshots", new { reason = (string?)null });
        frozen.Status.ShouldBe(201, frozen.Body.ToString());
        await api.GivenDecidedCase(10_00, At("2025-02-06 10:00")); // entered late

        (await Compared()).ShouldBe(("Frozen", 60, 40, 50, 50m));
        foreach (var person in (string[])["hg-head", "hg-supervisor"])
        {
            var approved = await api.SignedInAs(person)
                .PostJson(
                    $"statistics/snapshots/{frozen["id"].GetGuid()}/acts/approve",
                    new { contentSha256 = frozen["contentSha256"].GetString() }
                );
            approved.Status.ShouldBe(200, approved.Body.ToString());
        }
        await api.SignedInAs("hg-head").PostJson("statistics/2025/snapshots", new { reason = "补录一件" });

        (await Compared()).ShouldBe(("Released", 60, 40, 50, 50m)); // a later revision that nobody released is no base
    }

    private async Task<(string Base, decimal Value, decimal? Before, decimal Restated, decimal? Percent)> Compared()
    {
        var answer = await api.SignedInAs("hg-supervisor").GetJson("statistics/2026/comparison");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        var fines = answer["figures"].EnumerateArray().Single(f => f.GetProperty("key").GetString() == "finesImposedYuan");
        answer["figures"].GetArrayLength().ShouldBe(Figures.All.Count);
        return (
            answer["base"].GetString()!,
            fines.GetProperty("value").GetDecimal(),
            Number(fines.GetProperty("before")),
            fines.GetProperty("restated").GetDecimal(),
            Number(fines.GetProperty("changePercent"))
        );
    }

    private async Task<ApiAnswer> Rates(int year, string @as = "hg-supervisor")
    {
        var answer = await api.SignedInAs(@as).GetJson($"statistics/{year}/rates");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        answer["rates"]
            .EnumerateArray()
            .Select(r => r.GetProperty("key").GetString())
            .ShouldBe(Domain.Statistics.Rates.All.Select(r => r.Key));
        return answer;
    }

    private static (
        decimal Numerator,
        decimal Denominator,
        decimal? Percent,
        List<(string Key, string Unit)> Missing,
        int MissingCount
    ) Rate(ApiAnswer rates, string key)
    {
        var rate = rates["rates"].EnumerateArray().Single(r => r.GetProperty("key").GetString() == key);
        return (
            rate.GetProperty("numerator").GetDecimal(),
            rate.GetProperty("denominator").GetDecimal(),
            Number(rate.GetProperty("percent")),
            [
                .. rate.GetProperty("missing")
                    .EnumerateArray()
                    .Select(m =>
                        (
                            m.GetProperty("key").GetString()!,
                            m.GetProperty("unit").GetString()!.Contains("汉沽", StringComparison.Ordinal) ? "汉沽" : "别处"
                        )
                    ),
            ],
            rate.GetProperty("missingCount").GetInt32()
        );
    }

    private static decimal? Number(JsonElement value) => value.ValueKind is JsonValueKind.Null ? null : value.GetDecimal();
}
