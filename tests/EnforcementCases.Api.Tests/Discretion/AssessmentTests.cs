using System.Globalization;
using System.Net;
using System.Text.Json;
using EnforcementCases.Api.Discretion;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Discretion;

public sealed class AssessmentTests(ApiFixture api)
{
    private static int people = Random.Shared.Next(1, 500);

    private readonly ApiClient officer = api.SignedInAs("hg-officer1");

    [Fact, Rule("APL-34")]
    public async Task Tier_of_a_binding_benchmark_is_found_with_rule_version_and_reason()
    {
        var assessed = (await Assess("TJ-TH-01", new { })).ShouldBe(HttpStatusCode.Created);
        var heavier = (await Assess("TJ-TH-01", new { confirmedTiers = new[] { 2 } })).ShouldBe(HttpStatusCode.Created);

        var result = assessed["result"];
        result.GetProperty("verdict").GetString().ShouldBe("Allowed");
        result.GetProperty("benchmark").GetProperty("binds").GetBoolean().ShouldBeTrue();
        Range(result.GetProperty("benchmark").GetProperty("range")).ShouldBe((100_00, 200_00));
        var step = result.GetProperty("steps").EnumerateArray().Single(s => s.GetProperty("rule").GetString() == "APL-34");
        step.GetProperty("version").GetString().ShouldNotBeNullOrEmpty();
        step.GetProperty("because")[0].GetProperty("reason").GetString()!.ShouldContain("CL-TJ-TH-01-1");
        heavier["result"].GetProperty("circumstance").GetString().ShouldBe("有碍城市容貌");
        Range(heavier["result"].GetProperty("statutory")).ShouldBe((2_000_00, 2_000_00));
    }

    [Fact, Rule("APL-34")]
    public async Task Illustrative_benchmark_never_binds_and_reasons_are_asked_for()
    {
        var result = (await Assess("GJ-ZD-01", new { })).ShouldBe(HttpStatusCode.Created)["result"];

        result.GetProperty("benchmark").GetProperty("binds").GetBoolean().ShouldBeFalse();
        result.GetProperty("benchmark").GetProperty("notAppliedBecause").GetString()!.ShouldContain("示意");
        Demands(result).ShouldContain("ReasonsForAmount");
    }

    [Fact, Rule("APL-34")]
    public async Task Assessment_is_read_and_replayed_as_it_was_made()
    {
        var made = (await Assess("GJ-ZS-02", new { refusedToCorrect = true, aggravating = new[] { "RefusesToCorrect" } })).ShouldBe(
            HttpStatusCode.Created
        );
        var id = made["id"].GetGuid();

        var read = await officer.GetJson($"discretion/assessments/{id}");
        var replay = await api.SignedInAs("hg-reviewer").GetJson($"discretion/assessments/{id}/replay");

        foreach (var part in (string[])["input", "result", "inputSha256", "resultSha256"])
            read[part].GetRawText().ShouldBe(made[part].GetRawText());
        (replay["same"].GetBoolean(), replay["inputIntact"].GetBoolean(), replay["resultIntact"].GetBoolean()).ShouldBe((true, true, true));
        replay["result"].GetRawText().ShouldBe(made["result"].GetRawText());
        made.Headers.Location!.ToString().ShouldEndWith($"/discretion/assessments/{id}");
    }

    [Fact]
    public async Task Another_street_does_not_find_it()
    {
        var id = (await Assess("GJ-ZD-01", new { }))["id"].GetGuid();

        (await api.SignedInAs("xc-officer1").GetJson($"discretion/assessments/{id}")).ShouldBeProblem(404, "assessment.not-found");
        (await api.SignedInAs("xc-officer1").GetJson($"discretion/assessments/{id}/replay")).ShouldBeProblem(404, "assessment.not-found");
    }

    [Fact, Rule("APL-33-1b")]
    public async Task History_reaches_across_streets_and_tells_kinds_and_dates_alone()
    {
        var party = APerson();
        var body = CaseSteps.ASimpleCase();
        body["party"] = party;
        var before = (await Assess("GJ-ZD-01", FirstTime, party)).ShouldBe(HttpStatusCode.Created);
        var @case = await api.GivenDecidedCase(body);

        var after = (await Assess("GJ-ZD-01", FirstTime, party, "xc-officer1", CaseSteps.Monday.AddDays(30))).ShouldBe(
            HttpStatusCode.Created
        );
        var outside = (await Assess("GJ-ZD-01", FirstTime, party, "xc-officer1", CaseSteps.Monday.AddYears(2).AddDays(1))).ShouldBe(
            HttpStatusCode.Created
        );

        before["result"].GetProperty("verdict").GetString().ShouldBe("MayBeLetOff");
        after["result"].GetProperty("verdict").GetString().ShouldBe("Allowed");
        outside["result"].GetProperty("verdict").GetString().ShouldBe("MayBeLetOff");
        var earlier = after["input"].GetProperty("history").GetProperty("earlier").EnumerateArray().ToList();
        earlier.Single().EnumerateObject().Select(p => p.Name).ShouldBe(["on", "kind", "sameViolation"]);
        after.Body.GetRawText().ShouldNotContain(@case.Id.ToString());
        after.Body.GetRawText().ShouldNotContain(@case.Number);
    }

    [Fact, Rule("APL-33-1a")]
    public async Task Slight_corrected_and_harmless_forbids_and_educates()
    {
        var result = (
            await Assess(
                "GJ-ZD-01",
                new
                {
                    slight = true,
                    correctedInTime = true,
                    noHarm = true,
                }
            )
        )["result"];

        (result.GetProperty("verdict").GetString(), result.GetProperty("decisiveRule").GetString()).ShouldBe(("Forbidden", "APL-33-1a"));
        Demands(result).ShouldContain("Education");
    }

    [Fact, Rule("APL-33-LIST")]
    public async Task Entry_of_the_list_lets_off_the_first_time()
    {
        var claim = new { listClaims = new[] { new { code = "MF-009", conditions = new[] { true, true } } } };

        var result = (await Assess("TJ-LJ-01", claim)).ShouldBe(HttpStatusCode.Created)["result"];

        (result.GetProperty("verdict").GetString(), result.GetProperty("decisiveRule").GetString()).ShouldBe(
            ("MayBeLetOff", "APL-33-LIST")
        );
        Demands(result).ShouldContain("ReasonsAgainstList");
        (await Assess("GJ-ZD-01", claim)).ShouldBeProblem(422, "exemption-list.no-such-entry");
    }

    [Fact]
    public async Task Case_gives_its_party_and_its_record_names_the_assessment()
    {
        var @case = await api.GivenDecidedCase();

        var assessed = (
            await officer.PostJson(
                "discretion/assessments",
                new
                {
                    violationCode = "GJ-ZD-01",
                    committedAt = CaseSteps.Monday.AddMinutes(-20),
                    assessedAt = CaseSteps.Monday,
                    facts = new { },
                    caseId = @case.Id,
                }
            )
        ).ShouldBe(HttpStatusCode.Created);

        assessed["caseId"].GetGuid().ShouldBe(@case.Id);
        (await officer.GetJson($"cases/{@case.Id}/record")).Body.GetRawText().ShouldContain(assessed["resultSha256"].GetString()!);
        (
            await officer.PostJson("discretion/assessments", Body("GJ-ZD-01", new { }, null, CaseSteps.Monday, Guid.CreateVersion7()))
        ).ShouldBeProblem(404, "case.not-found");
    }

    [Theory]
    [InlineData("GJ-ZD-99", "violation.not-in-force")]
    [InlineData("TJ-ZD-01", "violation.not-decidable")]
    public async Task Violation_that_cannot_be_decided_is_not_assessed(string code, string error) =>
        (await Assess(code, new { })).ShouldBeProblem(422, error, error == "violation.not-in-force" ? "APL-37" : "APL-16");

    [Fact, Rule("APL-29")]
    public async Task Other_violations_of_the_same_act_are_compared()
    {
        var body = Body("TJ-TH-01", new { }, APerson(), CaseSteps.Monday, null);
        body["alsoViolates"] = new[] { "GJ-ZD-01" };

        var result = (await officer.PostJson("discretion/assessments", body)).ShouldBe(HttpStatusCode.Created)["result"];

        result.GetProperty("higherNorm").GetString().ShouldBe("GJ-ZD-01");
    }

    [Fact]
    public async Task Body_is_strict()
    {
        var both = Body("GJ-ZD-01", new { }, APerson(), CaseSteps.Monday, Guid.CreateVersion7());
        var unknown = Body("GJ-ZD-01", new { colour = "red" }, APerson(), CaseSteps.Monday, null);
        var early = Body("GJ-ZD-01", new { }, APerson(), CaseSteps.Monday, null);
        early["committedAt"] = CaseSteps.Monday.AddDays(1);

        (await officer.PostJson("discretion/assessments", both)).ShouldBeProblem(400, "request.invalid");
        (await officer.PostJson("discretion/assessments", unknown)).Status.ShouldBe(400);
        (await officer.PostJson("discretion/assessments", early)).ShouldBeProblem(422, "assessment.before-act");
        (await Assess("TJ-TH-01", new { confirmedTiers = new[] { 9 } })).ShouldBeProblem(422, "benchmark.no-such-tier");
        (await api.SignedInAs("hg-cashier").PostJson("discretion/assessments", unknown)).ShouldBeProblem(403, "access.not-allowed");
    }

    [Fact, Rule("APL-33-1b")]
    public async Task Of_two_officers_who_grant_the_first_offence_at_once_one_does()
    {
        var party = APerson();
        var body = CaseSteps.ASimpleCase();
        body["party"] = party;
        var @case = await api.GivenDecidedCase(body); // of another violation
        var assessment = (await Assess("GJ-FS-01", FirstTime, party)).ShouldBe(HttpStatusCode.Created)["id"].GetGuid();
        await using var one = new Desk(api);
        await using var two = new Desk(api);

        var first = await one.Grant(assessment, @case.Id);
        await two.Grant(assessment, @case.Id); // has not seen the other
        await one.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
        await Should.ThrowAsync<DbUpdateException>(() => two.Db.SaveChangesAsync(TestContext.Current.CancellationToken));

        await using var again = new Desk(api); // as the pipeline judges it again
        (await Should.ThrowAsync<DomainException>(() => again.Grant(assessment, @case.Id))).Error.ShouldBe(FirstOffence.NotFirst);
        first.ActiveKey.ShouldNotBeNull();
        (await Assess("GJ-FS-01", FirstTime, party, "xc-officer1"))["result"].GetProperty("verdict").GetString().ShouldBe("Allowed");
    }

    private static object FirstTime => new { harmSlight = true, correctedInTime = true };

    /// <summary>Somebody with papers whom no other test knows.</summary>
    private static object APerson()
    {
        var number = $"12010219850203{Interlocked.Increment(ref people):000}";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = number.Select((d, i) => int.Parse(d.ToString(), CultureInfo.InvariantCulture) * weights[i]).Sum();
        return new
        {
            kind = "Citizen",
            identity = "Documented",
            name = "龚喆彧",
            document = "CitizenIdCard",
            documentNumber = $"{number}{"10X98765432"[sum % 11]}",
        };
    }

    private static Dictionary<string, object?> Body(string code, object facts, object? party, DateTimeOffset at, Guid? caseId) =>
        new(StringComparer.Ordinal)
        {
            ["violationCode"] = code,
            ["committedAt"] = at.AddMinutes(-30),
            ["assessedAt"] = at,
            ["facts"] = facts,
            ["party"] = party,
            ["caseId"] = caseId,
        };

    private static (long Lowest, long Highest) Range(JsonElement range) =>
        (range.GetProperty("lowestFen").GetInt64(), range.GetProperty("highestFen").GetInt64());

    private static IEnumerable<string?> Demands(JsonElement result) =>
        result.GetProperty("demands").EnumerateArray().Select(d => d.GetProperty("kind").GetString());

    private Task<ApiAnswer> Assess(
        string code,
        object facts,
        object? party = null,
        string @as = "hg-officer1",
        DateTimeOffset? at = null
    ) => api.SignedInAs(@as).PostJson("discretion/assessments", Body(code, facts, party ?? APerson(), at ?? CaseSteps.Monday, null));

    /// <summary>What the act that grants an exemption will do, in a transaction of its own.</summary>
    private sealed class Desk : IAsyncDisposable
    {
        private readonly AsyncServiceScope scope;

        public Desk(ApiFixture api)
        {
            scope = api.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ReaderScope>().Current = OrganisationScope.All;
            Db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        }

        public AppDbContext Db { get; }

        public async Task<FirstOffenceExemption> Grant(Guid assessmentId, Guid caseId)
        {
            var assessment = await Db.Assessments.SingleAsync(a => a.Id == assessmentId, TestContext.Current.CancellationToken);
            return await scope
                .ServiceProvider.GetRequiredService<FirstOffenceLedger>()
                .GrantAsync(
                    new()
                    {
                        Id = Guid.NewGuid(),
                        OrganId = assessment.OrganId,
                        OrganisationPath = assessment.OrganisationPath,
                        PartyId = assessment.PartyId,
                        ViolationCode = assessment.ViolationCode,
                        CommittedOn = assessment.ReadInput().CommittedOn,
                        CaseId = caseId,
                        GrantedAt = assessment.AssessedAt,
                        LookBackYears = 2,
                    },
                    assessment,
                    TestContext.Current.CancellationToken
                );
        }

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
