using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Catalogue;

[Rule("APL-24")]
public sealed class AdoptionTests(ApiFixture api)
{
    private readonly ApiClient clerk = api.SignedInAs("hg-catalogue1");

    [Fact]
    public async Task Adopted_matter_is_in_force_from_its_first_to_its_last_day_for_this_organ_alone()
    {
        (await Adopt("TJ-ZD-01", "2023-03-01", "2023-08-31")).Status.ShouldBe(201);

        (await AdoptedCodes(clerk, "2023-02-28")).ShouldNotContain("TJ-ZD-01");
        (await AdoptedCodes(clerk, "2023-03-01")).ShouldContain("TJ-ZD-01");
        (await AdoptedCodes(clerk, "2023-08-31")).ShouldContain("TJ-ZD-01");
        (await AdoptedCodes(clerk, "2023-09-01")).ShouldNotContain("TJ-ZD-01");
        (await AdoptedCodes(api.SignedInAs("xc-officer1"), "2023-03-01")).ShouldNotContain("TJ-ZD-01");

        (await Listed(clerk, "TJ-ZD-01")).ShouldBe(1);
        (await Listed(api.SignedInAs("bhxq-supervisor"), "TJ-ZD-01")).ShouldBe(1);
        (await Listed(api.SignedInAs("xc-officer1"), "TJ-ZD-01")).ShouldBe(0);
    }

    [Fact]
    public async Task Same_matter_is_adopted_twice_only_for_other_days_or_other_areas()
    {
        (await Adopt("TJ-TF-01", "2023-01-01", "2023-12-31", "120116001")).Status.ShouldBe(201);

        (await Adopt("TJ-TF-01", "2023-12-31", null, "120116001")).ShouldBeProblem(409, "adoption.overlaps");
        (await Adopt("TJ-TF-01", "2023-06-01", null)).ShouldBeProblem(409, "adoption.overlaps"); // the whole area holds the part
        (await Adopt("TJ-TF-01", "2023-06-01", null, "120116001002")).ShouldBeProblem(409, "adoption.overlaps");
        (await Adopt("TJ-TF-01", "2023-06-01", null, "120116002")).Status.ShouldBe(201);
        (await Adopt("TJ-TF-01", "2024-01-01", null, "120116001")).Status.ShouldBe(201);
    }

    [Fact]
    public async Task Matter_of_another_place_cannot_be_adopted() =>
        (await Adopt("BJ-HW-02", "2023-01-01", null)).ShouldBeProblem(422, "adoption.not-adoptable", "APL-24");

    [Fact]
    public async Task Unknown_matter_dates_in_reverse_and_areas_that_are_no_codes_are_refused()
    {
        (await Adopt("XX-XX-01", "2023-01-01", null)).ShouldBeProblem(404, "catalogue.violation-not-found");
        (await Adopt("GJ-LJ-02", "2023-01-02", "2023-01-01")).ShouldBeProblem(400, "request.invalid");
        (await Adopt("GJ-LJ-02", "2023-01-01", null, "汉沽")).ShouldBeProblem(400, "request.invalid");
    }

    [Fact]
    public async Task Only_the_organs_own_clerk_adopts()
    {
        (await Adopt("GJ-LJ-02", "2023-01-01", null, client: api.SignedInAs("hg-head"))).Status.ShouldBe(403);
        (await Adopt("GJ-LJ-02", "2023-01-01", null, client: api.SignedInAs("bhxq-catalogue1"))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Demo_adoptions_are_marked()
    {
        var adoption = (await clerk.GetJson("catalogue/adoptions?code=GJ-ZD-01")).Body.EnumerateArray().Single();

        adoption.GetProperty("isDemo").GetBoolean().ShouldBeTrue();
        adoption.GetProperty("from").GetString().ShouldBe("2021-07-15");
        adoption.GetProperty("instrument").GetString()!.ShouldContain("演示");
    }

    private Task<ApiAnswer> Adopt(string code, string from, string? to, string? area = null, ApiClient? client = null) =>
        (client ?? clerk).PostJson(
            "catalogue/adoptions",
            new
            {
                violationCode = code,
                from,
                to,
                instrument = "津滨政规〔2023〕1号",
                areaCodes = area is null ? null : new[] { area },
            }
        );

    private static async Task<List<string>> AdoptedCodes(ApiClient client, string day) =>
        [
            .. (await client.GetJson($"catalogue/violations?adopted=true&limit=200&onDate={day}"))["items"]
                .EnumerateArray()
                .Select(v => v.GetProperty("code").GetString()!),
        ];

    private static async Task<int> Listed(ApiClient client, string code) =>
        (await client.GetJson($"catalogue/adoptions?code={code}")).Body.GetArrayLength();
}
