using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Access;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Supervision;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Supervision;

/// <summary>Review of case files: drawn once, judged by one of two reviewers who had no part in the case, confirmed by the other, answered by the unit.</summary>
public sealed class FileReviewTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string District = "/tj/bhxq/";

    [Fact]
    public async Task A_clean_file_of_the_ordinary_procedure_has_no_fault_that_the_program_finds()
    {
        foreach (var @case in (OrdinaryCase[])[await api.GivenClosedCase(), await api.GivenClosedCase(900_00)])
        {
            var found = await api.SignedInAs("hg-supervisor").GetJson($"cases/{@case.Id}/file-review");

            found.Status.ShouldBe(200, found.Body.ToString());
            found["findings"]
                .EnumerateArray()
                .Select(f => f.GetProperty("item").GetString() + f.GetProperty("words").GetString())
                .ShouldBeEmpty();
            (found["sheetPoints"].GetDecimal(), found["hasVeto"].GetBoolean()).ShouldBe((100m, false));
        }
    }

    [Fact]
    public async Task A_file_without_service_and_a_file_in_the_middle_show_what_they_lack()
    {
        var decided = await api.GivenDecidedOrdinaryCase();
        var found = await api.SignedInAs("hg-supervisor").GetJson($"cases/{decided.Id}/file-review");

        found["hasVeto"].GetBoolean().ShouldBeTrue();
        Items(found).ShouldContain("V-25");
        (await api.SignedInAs("xc-supervisor").GetJson($"cases/{decided.Id}/file-review")).ShouldBeProblem(404, "case.not-found");
        var simple = await Cases.CaseSteps.GivenDecidedCase(api);
        (await api.SignedInAs("hg-supervisor").GetJson($"cases/{simple.Id}/file-review")).ShouldBeProblem(
            422,
            "file-review.no-ordinary-file"
        );
    }

    [Fact]
    public async Task The_draw_can_be_repeated_by_anyone_who_has_the_list_and_the_seed()
    {
        for (var i = 0; i < 4; i++)
            await api.GivenClosedCase();
        var drawn = await Draw(size: 2);

        var again = await api.SignedInAs("bhxq-supervisor").GetJson($"supervision/file-review-rounds/{drawn["id"].GetGuid()}");
        var seed = again["seed"].GetString()!;
        var order = again["candidates"]
            .EnumerateArray()
            .Select(c => c.GetString()!)
            .OrderBy(id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{id}"))), StringComparer.Ordinal)
            .Take(2);
        Files(again).Select(f => f.CaseId.ToString()).ShouldBe(order);
        again["candidates"].GetArrayLength().ShouldBeGreaterThanOrEqualTo(4);
        (await Draw(size: 2))["seed"].GetString().ShouldNotBe(seed);
        (await api.SignedInAs("hg-supervisor").GetJson($"supervision/file-review-rounds/{drawn["id"].GetGuid()}")).ShouldBeProblem(
            404,
            "file-review.round-not-found"
        );
        (await api.SignedInAs("bhxq-supervisor").GetJson("supervision/file-review-rounds"))["items"]
            .GetArrayLength()
            .ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task By_risk_the_highest_fine_comes_first()
    {
        await api.GivenClosedCase(500_00);
        var high = await api.GivenClosedCase(900_00);

        var drawn = await Draw(size: 1, method: "ByRisk");

        var fines = await api.SignedInAs("bhxq-supervisor").GetJson($"cases/{Files(drawn).Single().CaseId}");
        fines["decisionNumber"].GetString().ShouldNotBeNull();
        (await Draw(size: 200, method: "ByRisk"))["files"]
            .EnumerateArray()
            .Select(f => f.GetProperty("caseId").GetGuid())
            .ShouldContain(high.Id);
    }

    [Theory]
    [InlineData("2024-06-30", "2024-06-01", 1, 422, "file-review.bad-period")]
    [InlineData("2024-06-01", "2124-06-01", 1, 422, "file-review.bad-period")]
    [InlineData("1997-01-01", "1997-12-31", 1, 422, "file-review.nothing-to-draw")]
    [InlineData("2024-01-01", "2024-12-31", 0, 400, "request.invalid")]
    [InlineData("2024-01-01", "2024-12-31", 201, 400, "request.invalid")]
    public async Task What_cannot_be_drawn_is_refused(string from, string to, int size, int status, string code) =>
        (await Post("supervision/file-review-rounds", "bhxq-supervisor", Round(size, "AtRandom", from, to))).ShouldBeProblem(status, code);

    [Fact]
    public async Task Two_reviewers_fix_a_result_and_the_unit_answers_until_everything_is_put_right()
    {
        var (file, caseId, first, second) = await GivenAssigned();

        (await first.Act(file, "confirm", new { judgementSha256 = new string('0', 64) })).ShouldBeProblem(409, "file-review.other-step");
        (await first.Act(file, "judge", new { rejected = Array.Empty<object>(), judged = Array.Empty<object>() })).ShouldBeProblem(
            422,
            "file-review.not-judged"
        );
        var judged = await first.Act(file, "judge", new { rejected = Array.Empty<object>(), judged = AllInOrder(("S-ARCH-1", 2.5m)) });
        judged.Status.ShouldBe(200, judged.Body.ToString());
        (judged["judgement"].GetProperty("points").GetDecimal(), judged["judgement"].GetProperty("grade").GetString()).ShouldBe(
            (97.5m, "Excellent")
        );
        var hash = judged["judgementSha256"].GetString();
        (await first.Act(file, "confirm", new { judgementSha256 = hash })).ShouldBeProblem(422, "file-review.own-judgement");
        (await second.Act(file, "confirm", new { judgementSha256 = new string('0', 64) })).ShouldBeProblem(
            409,
            "file-review.other-judgement"
        );
        (await new Reviewer(api.SignedInAs("bhxq-supervisor")).Act(file, "confirm", new { judgementSha256 = hash })).ShouldBeProblem(
            403,
            "file-review.not-reviewer"
        );
        (await second.Act(file, "return", new { reason = "档案目录应扣分较少" }))["step"].GetString().ShouldBe("ToJudge");
        var again = await second.Act(file, "judge", new { rejected = Array.Empty<object>(), judged = AllInOrder(("S-ARCH-1", 1m)) });
        var fixedNow = await first.Act(file, "confirm", new { judgementSha256 = again["judgementSha256"].GetString() });
        fixedNow["step"].GetString().ShouldBe("Fixed");

        // the unit sees nothing before it has the notice
        (await api.SignedInAs("hg-head").GetJson($"supervision/reviewed-files/{file}")).ShouldBeProblem(404, "file-review.not-found");
        var chief = new Reviewer(api.SignedInAs("bhxq-supervisor"));
        (await chief.Act(file, "notify", new { notice = "归档顺序有误，请更正。", workingDays = 61 })).ShouldBeProblem(
            400,
            "request.invalid"
        );
        var told = await chief.Act(file, "notify", new { notice = "归档顺序有误，请更正。" });
        told["replyDueOn"].GetString().ShouldNotBeNull();
        var unit = new Reviewer(api.SignedInAs("hg-head"));
        (await chief.Act(file, "recheck", new { putRight = true, note = "已更正" })).ShouldBeProblem(409, "file-review.other-step");
        (await unit.Act(file, "answer", new { reply = "已按要求重新编排。" }))["step"].GetString().ShouldBe("ToRecheck");
        (await first.Act(file, "recheck", new { putRight = false, note = "页码仍缺" }))["step"].GetString().ShouldBe("ToAnswer");
        (await unit.Act(file, "answer", new { reply = "页码已补。" }))["step"].GetString().ShouldBe("ToRecheck");
        (await second.Act(file, "recheck", new { putRight = true, note = "已更正" }))["step"].GetString().ShouldBe("Finished");

        (await chief.Act(file, "nominate", new { nomination = "Poor", reason = "试" })).ShouldBeProblem(
            422,
            "file-review.grade-does-not-fit"
        );
        (await chief.Act(file, "nominate", new { nomination = "Exemplary", reason = "说理充分" }))["nomination"]
            .GetString()
            .ShouldBe("Exemplary");
        var stranger = await chief.Act(
            file,
            "hold-accountable",
            new
            {
                personId = DemoIds.Person("xc-officer1"),
                measure = "约谈",
                reason = "归档顺序有误",
            }
        );
        stranger.ShouldBeProblem(422, "file-review.not-of-case")["errors"][0].GetProperty("pointer").GetString().ShouldBe("/personId");
        var held = await chief.Act(
            file,
            "hold-accountable",
            new
            {
                personId = DemoIds.Person("hg-officer1"),
                measure = "约谈",
                reason = "归档顺序有误",
            }
        );
        held.Status.ShouldBe(200, held.Body.ToString());
        (await api.SignedInAs("hg-supervisor").GetJson("supervision/accountabilities"))["items"]
            .EnumerateArray()
            .ShouldContain(a => a.GetProperty("caseId").GetGuid() == caseId);
        (await api.SignedInAs("xc-supervisor").GetJson("supervision/accountabilities"))["items"]
            .EnumerateArray()
            .ShouldNotContain(a => a.GetProperty("caseId").GetGuid() == caseId);
        var figures = await api.SignedInAs("bhxq-supervisor")
            .GetJson($"supervision/file-review-rounds/{told["roundId"].GetGuid()}/figures");
        (figures["fixed"].GetInt32(), figures["excellent"].GetInt32(), figures["failed"].GetInt32()).ShouldBe((1, 1, 0));
        (figures["qualifiedPercent"].GetDecimal(), figures["averagePoints"].GetDecimal()).ShouldBe((100, 99));
        figures["faults"].EnumerateArray().Select(f => f.GetProperty("item").GetString()).ShouldBe(["S-ARCH-1"]);
        (await api.SignedInAs("bhxq-supervisor").GetJson($"cases/{caseId}"))["version"].GetInt32().ShouldBe(await VersionBefore(caseId));
    }

    [Fact]
    public async Task Who_had_a_part_in_the_case_or_is_no_reviewer_cannot_be_named()
    {
        await api.GivenClosedCase();
        var round = await Post("supervision/file-review-rounds", "hg-supervisor", Round(1, "AtRandom"));
        var file = Files(round).Single().Id;
        var desk = new Reviewer(api.SignedInAs("hg-supervisor"));
        var supervisor = DemoIds.Person("hg-supervisor");

        foreach (var person in (string[])["hg-officer1", "xc-supervisor"])
        {
            var named = await desk.Act(file, "assign", new { first = supervisor, second = DemoIds.Person(person) });
            named.ShouldBeProblem(422, "file-review.unknown-reviewer")["errors"][0].GetProperty("pointer").GetString().ShouldBe("/second");
        }
        (await desk.Act(file, "assign", new { first = supervisor, second = supervisor })).ShouldBeProblem(422, "file-review.two-reviewers");
        (
            await new Reviewer(api.SignedInAs("hg-head")).Act(file, "assign", new { first = supervisor, second = supervisor })
        ).ShouldBeProblem(403, "access.not-allowed");
        var stale = await api.SignedInAs("hg-supervisor")
            .PostJson(
                $"supervision/reviewed-files/{file}/acts/assign",
                new { first = supervisor, second = supervisor },
                ifMatch: $"\"{file:N}.99\""
            );
        stale.ShouldBeProblem(412, "request.stale");
    }

    private readonly Dictionary<Guid, int> versions = [];

    private Task<int> VersionBefore(Guid caseId) => Task.FromResult(versions[caseId]);

    /// <summary>A file of 汉沽街道 in a round of the district, with two reviewers of the district.</summary>
    private async Task<(Guid File, Guid CaseId, Reviewer First, Reviewer Second)> GivenAssigned()
    {
        await api.GivenClosedCase();
        var (first, firstPerson) = await GivenReviewer();
        var (second, secondPerson) = await GivenReviewer();
        var drawn = Files(await Draw(size: 1)).Single();
        versions[drawn.CaseId] = (await api.SignedInAs("bhxq-supervisor").GetJson($"cases/{drawn.CaseId}"))["version"].GetInt32();
        var assigned = await new Reviewer(api.SignedInAs("bhxq-supervisor")).Act(
            drawn.Id,
            "assign",
            new { first = firstPerson, second = secondPerson }
        );
        assigned.Status.ShouldBe(200, assigned.Body.ToString());
        return (drawn.Id, drawn.CaseId, first, second);
    }

    private async Task<(Reviewer Reviewer, Guid Person)> GivenReviewer()
    {
        var (userName, password, id) = await api.GivenAccountInUse("Auditor", District);
        var account = await api.SignedInAs("tj-admin").GetJson($"admin/accounts/{id}");
        return (new(api.SignedInAs(userName, password)), account["personId"].GetGuid());
    }

    private static object[] AllInOrder(params (string Item, decimal Deduction)[] faults) =>
        [
            .. ReviewStandard
                .Shipped[^1]
                .ToBeJudged.Select(item =>
                    faults.FirstOrDefault(f => f.Item == item) is { Item: not null } fault
                        ? (object)
                            new
                            {
                                item,
                                inOrder = false,
                                deduction = fault.Deduction,
                                note = "归档顺序有误",
                            }
                        : new
                        {
                            item,
                            inOrder = true,
                            deduction = 0m,
                            note = (string?)null,
                        }
                ),
        ];

    private async Task<ApiAnswer> Draw(int size, string method = "AtRandom")
    {
        var drawn = await Post("supervision/file-review-rounds", "bhxq-supervisor", Round(size, method));
        drawn.Status.ShouldBe(201, drawn.Body.ToString());
        return drawn;
    }

    private static object Round(int size, string method, string from = "2024-01-01", string to = "2024-12-31") =>
        new
        {
            name = "案卷评查",
            organisationId = (Guid?)null,
            closedFrom = from,
            closedTo = to,
            size,
            method,
        };

    private Task<ApiAnswer> Post(string path, string @as, object body) => api.SignedInAs(@as).PostJson(path, body);

    private static List<(Guid Id, Guid CaseId)> Files(ApiAnswer round) =>
        [.. round["files"].EnumerateArray().Select(f => (f.GetProperty("id").GetGuid(), f.GetProperty("caseId").GetGuid()))];

    private static List<string?> Items(ApiAnswer found) =>
        [.. found["findings"].EnumerateArray().Select(f => f.GetProperty("item").GetString())];

    /// <summary>Somebody who reads the file before each act.</summary>
    private sealed class Reviewer(ApiClient client)
    {
        public async Task<ApiAnswer> Act(Guid file, string act, object body)
        {
            var read = await client.GetJson($"supervision/reviewed-files/{file}");
            var tag = read.Status == 200 ? read.ETag : $"\"{file:N}.1\"";
            return await client.PostJson($"supervision/reviewed-files/{file}/acts/{act}", body, ifMatch: tag);
        }
    }
}
