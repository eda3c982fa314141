using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Cases.CaseSteps;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>What the handheld shows before anything is said to the party.</summary>
public sealed class PreviewOnTheSpotTests(ApiFixture api)
{
    private ApiClient Officer => api.SignedInAs("hg-officer1");

    [Fact, Rule("APL-51-1"), Rule("APL-5")]
    public async Task It_shows_verdict_range_and_ceiling_and_what_it_shows_can_be_decided()
    {
        var shown = await Preview(b => b["violationCode"] = "TJ-GG-01");

        shown.Status.ShouldBe(200, shown.Body.ToString());
        shown["verdict"].GetString().ShouldBe("Allowed");
        shown["ceilingFen"].GetInt64().ShouldBe(200_00);
        shown["statutory"].GetProperty("lowestFen").GetInt64().ShouldBe(50_00);
        shown["obstacles"].GetArrayLength().ShouldBe(0, shown.Body.ToString());
        shown["lenientFine"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        var range = shown["fineOnTheSpot"];
        range.GetProperty("highestFen").GetInt64().ShouldBe(200_00);
        foreach (var fen in new[] { range.GetProperty("lowestFen").GetInt64(), range.GetProperty("highestFen").GetInt64() })
        {
            var body = ASimpleCase(fen);
            body["violationCode"] = "TJ-GG-01";
            var decided = await Officer.PostJson("simple-cases", body);
            decided.Status.ShouldBe(201, decided.Body.ToString());
        }
    }

    [Fact, Rule("APL-33-1a"), Rule("APL-33-1b"), Rule("APL-30")]
    public async Task It_shows_that_the_party_shall_or_may_be_let_off_and_what_is_lenient()
    {
        var shall = await Preview(b => b["exemption"] = Exemption(slight: true, corrected: true, noHarm: true));
        shall["verdict"].GetString().ShouldBe("Forbidden");
        Codes(shall).ShouldBe(["no-penalty.slight-corrected-harmless"]);

        var may = await Preview(b => b["exemption"] = Exemption(slight: false, corrected: true, noHarm: true));
        may["verdict"].GetString().ShouldBe("MayBeLetOff");
        may["decisiveRule"].GetString().ShouldBe("APL-33-1b");
        may["historySearchable"].GetBoolean().ShouldBeFalse();

        var minor = await Preview(b =>
        {
            b["violationCode"] = "TJ-GG-01";
            b["party"] = new
            {
                kind = "Citizen",
                identity = "SelfDeclared",
                name = "小某",
                statedAge = 16,
                photoSha256 = new string('a', 64),
            };
        });
        minor["leniency"].GetProperty("demandedBy").GetString().ShouldBe("APL-30");
        minor["lenientFine"].GetProperty("lowestFen").GetInt64().ShouldBe(50_00);
        minor["lenientPartConfirmed"].GetBoolean().ShouldBeFalse();
    }

    [Fact, Rule("APL-22"), Rule("APL-28"), Rule("APL-33-LIST")]
    public async Task It_shows_the_obstacles()
    {
        Codes(await Preview(b => b["place"] = new { address = "河东区某路", divisionCode = "120102" }))
            .ShouldBe(["jurisdiction.outside-area"]);
        Codes(await Preview(b => b["violationCode"] = "TJ-TH-02")).ShouldContain("order-to-correct.not-expired-unmet");
        Codes(await Preview(b => b["violationCode"] = "TJ-LJ-01")).ShouldContain("exemption-list.unanswered");
        (await Preview(b => b["violationCode"] = "没有")).ShouldBeProblem(422, "violation.not-in-force");
        (
            await Preview(b =>
                b["exemption"] = new
                {
                    slight = false,
                    correctedInTime = false,
                    noHarm = false,
                }
            )
        ).ShouldBeProblem(422, "first-offence.harm-not-answered", "APL-33-1b");
    }

    [Theory]
    [InlineData("units")]
    [InlineData("constructionCostFen")]
    public async Task A_measure_beyond_all_sense_is_refused_and_no_error_of_the_server(string member) =>
        (
            await Preview(b =>
            {
                b["violationCode"] = "TJ-GG-01";
                b["measure"] = new Dictionary<string, object> { [member] = long.MaxValue };
            })
        ).Status.ShouldBe(400);

    [Fact]
    public async Task It_stores_nothing()
    {
        const string name = "未曾登记的人";
        var shown = await Preview(b =>
            b["party"] = new
            {
                kind = "Citizen",
                identity = "Documented",
                name,
                document = "CitizenIdCard",
                documentNumber = "120102198502020012",
            }
        );

        shown.Status.ShouldBe(200, shown.Body.ToString());
        (await Officer.PostJson("parties/search", new { name })).Body.GetArrayLength().ShouldBe(0);
    }

    private static object Exemption(bool slight, bool corrected, bool noHarm) =>
        new
        {
            slight,
            correctedInTime = corrected,
            noHarm,
        };

    private static IEnumerable<string?> Codes(ApiAnswer preview) =>
        preview["obstacles"].EnumerateArray().Select(o => o.GetProperty("code").GetString());

    private async Task<ApiAnswer> Preview(Action<Dictionary<string, object?>> change)
    {
        var decision = ASimpleCase();
        var body = new[] { "party", "violationCode", "committedAt", "place", "exemption", "decidedAt" }.ToDictionary(
            name => name,
            name => decision[name],
            StringComparer.Ordinal
        );
        change(body);
        return await Officer.PostJson("simple-cases/assessment", body);
    }
}
