using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Catalogue;

public sealed class CatalogueReadTests(ApiFixture api)
{
    private readonly ApiClient officer = api.SignedInAs("hg-officer1");

    [Theory]
    [InlineData("GJ-ZS-04", "2022-06-04", 404)] // 噪声污染防治法 begins on 2022-06-05
    [InlineData("GJ-ZS-04", "2022-06-05", 200)]
    [InlineData("GJ-ZD-01", "1996-09-30", 404)]
    [InlineData("GJ-ZD-01", "1996-10-01", 200)]
    [InlineData("XX-XX-99", "2022-06-05", 404)]
    [Rule("APL-37")]
    public async Task Violation_is_read_as_it_stood_on_the_day(string code, string day, int status)
    {
        var answer = await officer.GetJson($"catalogue/violations/{code}?onDate={day}");

        if (status == 404)
            answer.ShouldBeProblem(404, "catalogue.violation-not-found");
        else
            answer.Status.ShouldBe(status);
    }

    [Fact]
    public async Task Violation_says_what_it_threatens_and_why_it_cannot_be_decided()
    {
        var paving = (await officer.GetJson("catalogue/violations/GJ-ZD-01")).Body;
        var business = (await officer.GetJson("catalogue/violations/GJ-WZ-01")).Body;
        var village = (await officer.GetJson("catalogue/violations/GJ-WJ-02")).Body;

        paving.GetProperty("decidable").GetBoolean().ShouldBeTrue();
        paving.GetProperty("individualFine").GetProperty("highest").GetInt64().ShouldBe(20_000_00);
        paving.GetProperty("kinds").EnumerateArray().Select(k => k.GetString()).ShouldBe(["Fine"]);
        paving.GetProperty("structure").ValueKind.ShouldBe(JsonValueKind.Null); // a single kind
        business.GetProperty("decidable").GetBoolean().ShouldBeFalse();
        business
            .GetProperty("notDecidableBecause")
            .EnumerateArray()
            .Select(k => k.GetString())
            .ShouldBe(["条款或者金额尚待核实", "没有罚款幅度"]);
        village.GetProperty("decidable").GetBoolean().ShouldBeTrue(); // an order can be the whole decision
        var branch = village.GetProperty("structure").GetProperty("branches")[0];
        branch.GetProperty("orders").EnumerateArray().Select(o => o.GetString()).ShouldBe(["StopConstruction", "CorrectByDate"]);
    }

    [Fact]
    public async Task Pages_by_code_give_every_violation_once()
    {
        var codes = new List<string>();
        string? cursor = null;
        do
        {
            var page = await officer.GetJson($"catalogue/violations?limit=50{(cursor is null ? "" : $"&cursor={cursor}")}");
            codes.AddRange(page["items"].EnumerateArray().Select(v => v.GetProperty("code").GetString()!));
            cursor = page["next"].GetString();
        } while (cursor is not null);

        codes.Count.ShouldBe(127);
        codes.ShouldBe(codes.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("category=占道经营&decidable=true", new[] { "GJ-ZD-01" })]
    [InlineData("code=gj-gg", new[] { "GJ-GG-01", "GJ-GG-02" })]
    [InlineData("name=检查井", new[] { "GJ-SZ-02" })]
    [InlineData("code=GJ-ZS-04&onDate=2022-06-04", new string[0])]
    public async Task Search_finds_by_category_code_and_name_on_a_day(string query, string[] codes) =>
        (await Codes($"catalogue/violations?{query}")).ShouldBe(codes);

    [Theory]
    [InlineData("2021-07-14", 0)]
    [InlineData("2021-07-15", 60)] // six rows begin with the law on noise on 2022-06-05
    [InlineData("2022-06-05", 66)]
    public async Task Demo_street_has_adopted_all_that_can_be_decided_since_the_law_of_2021(string day, int count) =>
        (await Codes($"catalogue/violations?adopted=true&limit=200&onDate={day}")).Count.ShouldBe(count);

    [Fact]
    public async Task Order_by_use_keeps_all_and_has_no_pages()
    {
        (await Codes("catalogue/violations?sort=MostUsed&limit=200")).Count.ShouldBe(127);
        (await officer.GetJson("catalogue/violations?sort=MostUsed&cursor=GJ-ZD-01")).ShouldBeProblem(400, "request.invalid");
        (await officer.GetJson("catalogue/violations?limit=201")).ShouldBeProblem(400, "list.limit-out-of-range");
    }

    [Fact]
    public async Task Categories_count_what_holds_here_and_what_can_be_decided()
    {
        var categories = (await officer.GetJson("catalogue/categories")).Body.EnumerateArray().ToList();

        categories.Sum(c => c.GetProperty("violations").GetInt32()).ShouldBe(84);
        categories.Sum(c => c.GetProperty("decidable").GetInt32()).ShouldBe(67); // all that are ready but GJ-WZ-01
        categories.ShouldContain(c => c.GetProperty("name").GetString() == "流动摊点" && c.GetProperty("violations").GetInt32() == 2);
    }

    [Fact]
    public async Task Power_list_is_filtered_by_kind()
    {
        (await officer.GetJson("catalogue/power-list")).Body.GetArrayLength().ShouldBe(36);
        (await officer.GetJson("catalogue/power-list?kind=Coercion")).Body.GetArrayLength().ShouldBe(5);
    }

    [Theory]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    public async Task Calendar_counts_the_working_days_of_a_year(int year, int workingDays) =>
        (await officer.GetJson($"catalogue/calendar/{year}"))["workingDays"].GetInt32().ShouldBe(workingDays);

    [Fact]
    [Rule("TIME-CAL-X")]
    public async Task Calendar_shows_days_that_the_next_notice_set_and_warns_of_those_it_may_still_set()
    {
        var past = (await officer.GetJson("catalogue/calendar/2022")).Body;
        var last = (await officer.GetJson("catalogue/calendar/2026")).Body;

        past.GetProperty("days")
            .EnumerateArray()
            .ShouldContain(d => d.GetProperty("date").GetString() == "2022-12-31" && d.GetProperty("kind").GetString() == "Off");
        past.GetProperty("mayStillChangeFrom").ValueKind.ShouldBe(JsonValueKind.Null);
        last.GetProperty("mayStillChangeFrom").GetString().ShouldBe("2026-12-26");
        (await officer.GetJson("catalogue/calendar/2027")).ShouldBeProblem(404, "catalogue.calendar-year-not-found");
    }

    [Fact]
    public async Task Parameters_show_the_default_and_are_marked_while_nobody_confirmed_them()
    {
        var parameters = (await officer.GetJson("catalogue/parameters")).Body.EnumerateArray().ToList();
        var cap = parameters.Single(p => p.GetProperty("key").GetString() == "simple.individualBusiness.cap");

        cap.GetProperty("value").GetString().ShouldBe("200");
        cap.GetProperty("isDefault").GetBoolean().ShouldBeTrue();
        cap.GetProperty("rule").GetString().ShouldBe("APL-51-4");
        parameters
            .Single(p => p.GetProperty("key").GetString() == "hearing.fine.citizen")
            .GetProperty("confirmed")
            .GetBoolean()
            .ShouldBeFalse();
    }

    private async Task<List<string>> Codes(string path) =>
        [.. (await officer.GetJson(path))["items"].EnumerateArray().Select(v => v.GetProperty("code").GetString()!)];
}
