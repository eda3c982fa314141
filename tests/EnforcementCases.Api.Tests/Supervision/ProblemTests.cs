using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Api.Tests.Recording;
using EnforcementCases.Api.Tests.Statistics;
using EnforcementCases.Domain.Supervision;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Statistics.StatisticsSteps;

namespace EnforcementCases.Api.Tests.Supervision;

/// <summary>What the rules of supervision find: what was planted, and nothing else.</summary>
public sealed class ProblemTests(StatisticsApi api) : IClassFixture<StatisticsApi>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Rules => [.. ProblemRule.Shipped.Select(r => r.Key)];

    [Theory, MemberData(nameof(Rules))]
    public async Task Each_rule_is_read_alone(string rule)
    {
        var found = await api.SignedInAs("bhxq-supervisor").GetJson($"supervision/problems?year=2020&rule={rule}");

        found.Status.ShouldBe(200, found.Body.ToString());
        found.Body.EnumerateArray().Single().GetProperty("rule").GetString().ShouldBe(rule);
    }

    [Fact]
    public async Task A_clean_year_of_nothing_has_idle_organs_and_no_other_lead()
    {
        var found = await Problems(2021);

        found.Select(r => r.Rule).ShouldBe(ProblemRule.Shipped.Select(r => r.Key));
        foreach (var rule in found.Where(r => r.Rule != "zeroEnforcement"))
            rule.Found.ShouldBeEmpty(rule.Rule);
        var idle = found.Single(r => r.Rule == "zeroEnforcement").Found;
        idle.ShouldAllBe(p => p.CaseId == null);
        idle.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Fines_of_one_sum_in_one_pair_of_hands_unpaid_and_uncalled_are_found_until_they_differ()
    {
        var idle = (await Problems(2022)).Single(r => r.Rule == "zeroEnforcement").Found.Count;
        var planted = new List<Guid>();
        for (var i = 0; i < 4; i++)
            planted.Add((await api.GivenDecidedCase(50_00, At($"2022-03-0{i + 1} 10:00"))).Id);
        (await Found(2022, "sameSum")).ShouldBeEmpty(); // four are no five
        planted.Add((await api.GivenDecidedCase(50_00, At("2022-03-05 10:00"))).Id);
        await api.GivenDecidedCase(0, At("2022-03-06 10:00")); // a warning is no fine
        await api.GivenCaseOfXincun(At("2022-03-02 11:00"), 40_00);

        var same = (await Found(2022, "sameSum")).ShouldHaveSingleItem();
        (same.What, same.Count).ShouldBe(("GJ-ZD-01", 5));
        (await Found(2022, "unpaidUncalled"))
            .Select(p => p.CaseId)
            .ShouldBe(planted.Cast<Guid?>().Append(await OfXincun()), ignoreOrder: true);
        (await Problems(2022)).Single(r => r.Rule == "zeroEnforcement").Found.Count.ShouldBe(idle - 2); // both streets have cases now
        (await Found(2022, "oneOfficer")).ShouldBeEmpty(); // fewer than ten
        for (var i = 0; i < 4; i++)
            await api.GivenDecidedCase(0, At($"2022-04-0{i + 1} 10:00"));
        (await Found(2022, "oneOfficer"))
            .Select(p => (p.PersonId, p.Count))
            .ShouldBe([(DemoIds.Person("hg-officer1"), 10), (DemoIds.Person("hg-officer2"), 10)], ignoreOrder: true);
        await api.GivenDecidedCase(60_00, At("2022-03-07 10:00"));
        (await Found(2022, "sameSum")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Late_decisions_late_publication_voided_numbers_and_long_open_cases_are_found_by_their_days()
    {
        var open = new List<Guid?>();
        for (var i = 0; i < 5; i++)
            open.Add((await api.GivenFiledCase(begin: At($"2023-03-{i + 6:00} 00:00"))).Id);
        var late = new List<Guid?>();
        for (var i = 0; i < 5; i++)
            late.Add((await api.GivenDecidedCase(50_00 + (i * 1_00), At($"2023-06-0{i + 1} 10:00"))).Id);
        var atTheEdge = (await api.GivenDecidedCase(70_00, At("2023-06-06 10:00"))).Id;
        await using (api.Inside(out var db))
        {
            foreach (var id in late)
            {
                await db.Database.ExecuteSqlAsync($"UPDATE cases SET filed_on = '2023-02-01' WHERE id = {id}", Ct);
                await db.Database.ExecuteSqlAsync($"UPDATE publication_items SET published_on = '2023-12-01' WHERE case_id = {id}", Ct);
                await db.Database.ExecuteSqlAsync(
                    $"UPDATE document_numbers SET state = 'Voided' WHERE case_id = {id} AND state = 'Issued'",
                    Ct
                );
            }
            await db.Database.ExecuteSqlAsync($"UPDATE cases SET filed_on = '2023-03-10' WHERE id = {atTheEdge}", Ct); // day 88
            await db.Database.ExecuteSqlAsync($"UPDATE publication_items SET published_on = due_on WHERE case_id = {atTheEdge}", Ct);
        }

        (await Found(2023, "lateDecision")).Select(p => p.CaseId).ShouldBe(late, ignoreOrder: true);
        (await Found(2023, "latePublication")).Select(p => p.CaseId).ShouldBe(late, ignoreOrder: true);
        (await Found(2023, "voidedNumbers")).ShouldHaveSingleItem().Count.ShouldBe(5);
        (await Found(2023, "enteredLate")).Select(p => p.CaseId).ShouldBe(open, ignoreOrder: true); // filed afterwards
        (await Found(2023, "longOpen")).Select(p => p.CaseId).Where(open.Contains).ShouldBe(open, ignoreOrder: true);
        (await Found(2023, "overdueDeadlines")).Select(p => p.CaseId).Where(open.Contains).ShouldBe(open, ignoreOrder: true);
    }

    [Fact]
    public async Task Decisions_that_fell_are_found_each_once()
    {
        var fallen = new List<Guid?>();
        for (var i = 0; i < 5; i++)
        {
            var @case = await api.GivenDecidedCase(50_00 + (i * 1_00), At($"2024-06-0{i + 1} 10:00"));
            await @case.Revoke();
            fallen.Add(@case.Id);
        }
        await api.GivenDecidedCase(70_00, At("2024-06-06 10:00"));

        (await Found(2024, "fallenDecisions")).Select(p => p.CaseId).ShouldBe(fallen, ignoreOrder: true);
        (await api.SignedInAs("xc-supervisor").GetJson("supervision/problems?year=2024&rule=fallenDecisions"))
            .Body[0]
            .GetProperty("total")
            .GetInt32()
            .ShouldBe(0);
    }

    [Theory]
    [InlineData("bhxq-supervisor", "supervision/problems?year=2024&rule=none", 404, "supervision.rule-unknown")]
    [InlineData("bhxq-supervisor", "supervision/problems?year=1812", 400, "request.invalid")]
    [InlineData("hg-officer1", "supervision/problems?year=2024", 403, "access.not-allowed")]
    public async Task What_is_no_rule_is_refused(string @as, string path, int status, string code) =>
        (await api.SignedInAs(@as).GetJson(path)).ShouldBeProblem(status, code);

    private async Task<Guid?> OfXincun() =>
        (await api.SignedInAs("xc-supervisor").GetJson("cases"))["items"].EnumerateArray().First().GetProperty("id").GetGuid();

    private async Task<List<Problem>> Found(int year, string rule) => (await Problems(year)).Single(r => r.Rule == rule).Found;

    private async Task<List<(string Rule, List<Problem> Found)>> Problems(int year)
    {
        var answer = await api.SignedInAs("bhxq-supervisor").GetJson($"supervision/problems?year={year}");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return
        [
            .. answer
                .Body.EnumerateArray()
                .Select(r =>
                    (
                        r.GetProperty("rule").GetString()!,
                        r.GetProperty("found")
                            .EnumerateArray()
                            .Select(p => new Problem(
                                Id(p.GetProperty("caseId")),
                                Id(p.GetProperty("personId")),
                                p.GetProperty("what").GetString(),
                                p.GetProperty("count").GetInt32()
                            ))
                            .ToList()
                    )
                ),
        ];
    }

    private static Guid? Id(System.Text.Json.JsonElement value) =>
        value.ValueKind is System.Text.Json.JsonValueKind.Null ? null : value.GetGuid();

    private sealed record Problem(Guid? CaseId, Guid? PersonId, string? What, int Count);
}
