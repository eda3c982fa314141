using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Catalogue.CatalogueSteps;

namespace EnforcementCases.Api.Tests.Catalogue;

[Rule("APL-24")]
public sealed class AdoptionTests(ApiFixture api)
{
    private readonly ApiClient clerk = api.SignedInAs("hg-catalogue1");

    [Fact]
    public async Task Adopted_matter_is_in_force_from_its_first_to_its_last_day_for_this_organ_alone()
    {
        await Adopt("TJ-ZD-01", "2023-03-01", "2023-08-31");

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
        await Adopt("TJ-TF-01", "2023-01-01", "2023-12-31", "120116001");

        (await Refusal("TJ-TF-01", "2023-12-31", null, "120116001")).ShouldBe("adoption.overlaps");
        (await Refusal("TJ-TF-01", "2023-06-01", null)).ShouldBe("adoption.overlaps"); // the whole area holds the part
        (await Refusal("TJ-TF-01", "2023-06-01", null, "120116001002")).ShouldBe("adoption.overlaps");
        await Adopt("TJ-TF-01", "2023-06-01", null, "120116002");
        await Adopt("TJ-TF-01", "2024-01-01", null, "120116001");
    }

    [Theory]
    [InlineData("BJ-HW-02", "2023-01-01", null, "adoption.not-adoptable")]
    [InlineData("XX-XX-01", "2023-01-01", null, "catalogue.violation-not-found")]
    [InlineData("GJ-LJ-02", "2023-01-02", "2023-01-01", "catalogue-change.ends-before-it-begins")]
    [InlineData("GJ-LJ-02", "2023-01-01", null, "catalogue.row-rejected", "汉沽")]
    [InlineData("GJ-LJ-02", "2023-13-01", null, "catalogue.row-rejected")]
    public async Task What_cannot_be_adopted_is_refused_by_name(
        string code,
        string from,
        string? to,
        string refusal,
        params string[] areas
    ) => (await Refusal(code, from, to, areas)).ShouldBe(refusal);

    [Fact]
    public async Task Only_clerks_adopt_and_none_for_an_organ_outside_their_scope()
    {
        var file = With("adoptions", Adoption("GJ-LJ-02", "2023-01-01", null));

        (await api.SignedInAs("hg-head").TryFile(File(file))).Status.ShouldBe(403);
        var other = await api.SignedInAs("xc-catalogue1").TryFile(File(file));
        other["rows"][0].GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("organisation.not-found");
        (await api.SignedInAs("bhxq-catalogue1").TryFile(File(file)))["rejected"].GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Ended_adoption_stays_for_what_was_done_and_a_new_instrument_ends_the_one_before()
    {
        await Adopt("TJ-LH-01", "2022-07-01", null);

        await Adopt("TJ-LH-01", "2024-01-01", null);
        await Adopt("TJ-LH-01", "2024-01-01", "2024-06-30");

        var periods = (await clerk.GetJson("catalogue/adoptions?code=TJ-LH-01"))["items"].EnumerateArray();
        periods
            .Select(a => (a.GetProperty("from").GetString(), a.GetProperty("to").GetString()))
            .ShouldBe([("2022-07-01", "2023-12-31"), ("2024-01-01", "2024-06-30")]);
        (await AdoptedCodes(clerk, "2024-06-30")).ShouldContain("TJ-LH-01");
        (await AdoptedCodes(clerk, "2024-07-01")).ShouldNotContain("TJ-LH-01");
        (await Refusal("TJ-LH-01", "2024-01-01", null)).ShouldBe("catalogue-change.end-not-liftable");
    }

    [Fact]
    public async Task Demo_adoptions_are_marked()
    {
        var adoption = (await clerk.GetJson("catalogue/adoptions?code=GJ-ZD-01"))["items"].EnumerateArray().Single();

        adoption.GetProperty("isDemo").GetBoolean().ShouldBeTrue();
        adoption.GetProperty("from").GetString().ShouldBe("2021-07-15");
        adoption.GetProperty("instrument").GetString()!.ShouldContain("演示");
    }

    private Task Adopt(string code, string from, string? to, params string[] areas) =>
        api.Change(With("adoptions", Adoption(code, from, to, areas)), "hg-catalogue");

    private async Task<string?> Refusal(string code, string from, string? to, params string[] areas) =>
        (await clerk.TryFile(File(With("adoptions", Adoption(code, from, to, areas)))))["rows"]
            [0]
            .GetProperty("errors")[0]
            .GetProperty("code")
            .GetString();

    private static async Task<List<string>> AdoptedCodes(ApiClient client, string day) =>
        [
            .. (await client.GetJson($"catalogue/violations?adopted=true&limit=200&onDate={day}"))["items"]
                .EnumerateArray()
                .Select(v => v.GetProperty("code").GetString()!),
        ];

    private static async Task<int> Listed(ApiClient client, string code) =>
        (await client.GetJson($"catalogue/adoptions?code={code}"))["items"].GetArrayLength();
}
