using System.Net;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>A case that becomes a crime and comes back, before the filing, before the decision and after it.</summary>
public sealed class CrimeAndBackTests(ApiFixture api)
{
    [Fact, Rule("APL-27"), Rule("APL-60")]
    public async Task A_case_that_the_police_do_not_take_comes_back_and_is_decided_in_the_rest_of_its_ninety_days()
    {
        var @case = await api.GivenProposedDecision(begin: new(2024, 6, 3, 9, 0, 0, TimeSpan.FromHours(8)));
        var before = await LastDay(@case, "Decision");
        await Report(@case, @case.At(14, 15));
        (await @case.Act("decide-no-penalty", await @case.Decision(@case.At(15, 9)), "hg-head")).ShouldBeProblem(
            422,
            "criminal-transfer.pending",
            "APL-27"
        );
        await @case.Done("decide-crime-transfer", new { doneAt = @case.At(14, 16), approved = true }, "hg-head");
        await @case.Done("transfer-case", Letter(@case, @case.At(15, 9)), "hg-head");
        (await @case.Stage()).ShouldBe("Ended");
        (await Back(@case, @case.At(16, 9))).ShouldBeProblem(409, "criminal-result.not-back");
        (await @case.Act("enter-criminal-result", Result(@case, "NotAccepted", issued: 14, received: 20), "hg-reviewer")).ShouldBeProblem(
            422,
            "criminal-result.out-of-order",
            "APL-27"
        );
        (await @case.Act("enter-criminal-result", Result(@case, "NotAccepted", 18, 20, returned: false), "hg-reviewer")).ShouldBeProblem(
            422,
            "criminal-result.nothing-returned",
            "APL-27"
        );
        await @case.Done("enter-criminal-result", Result(@case, "Accepted", 16, 17, returned: false), "hg-reviewer");
        (await Back(@case, @case.At(17, 9))).ShouldBeProblem(409, "criminal-result.not-back");
        await @case.Done("enter-criminal-result", Result(@case, "NotProsecuted", 18, 20), "hg-reviewer");
        (await @case.Act("enter-criminal-result", Result(@case, "Acquitted", 21, 21), "hg-reviewer")).ShouldBeProblem(
            409,
            "criminal-result.nothing-handed-over"
        );

        (await Back(@case, @case.At(22, 9))).ShouldBe(HttpStatusCode.OK);

        (await @case.Stage()).ShouldBe("Investigating");
        (await LastDay(@case, "Decision")).ShouldBe(before.AddDays(5)); // from day 15 to day 19 the case was away
        (await @case.Act("tell-penalty", Told(@case, 22))).ShouldBeProblem(422, "investigation.not-concluded", "APL-57-1");
        await @case.Done("conclude-investigation", await ReportOf(@case, 23)); // on the evidence that came back
        await @case.ProposeDecision(@case.At(23, 15));
        await @case.Done("tell-penalty", Told(@case, 24));
        await @case.Serve(@case.At(24, 15), await @case.Paper("PriorNotice"));
        await @case.ProposeDecision(@case.At(36, 9));
        await @case.Endorse("Decision", @case.At(36, 10));
        (await @case.Act("decide", await @case.Decision(@case.At(37, 9)), "hg-head")).ShouldBe(HttpStatusCode.OK);
        await @case.Serve(@case.At(38, 10), await @case.Paper("PenaltyDecision"));
        await @case.Pay(@case.FineFen, @case.At(39, 9));
        await @case.RecheckAtOnce(@case.At(39, 10));
        await @case.Close(@case.At(40, 9), Performed(@case, 40));
        (await @case.Stage()).ShouldBe("Closed");
    }

    [Fact, Rule("APL-27"), Rule("APL-54"), Rule("APL-35")]
    public async Task A_clue_of_a_crime_is_transferred_before_the_filing_and_after_a_criminal_fine_there_is_none_of_ours()
    {
        var @case = await api.GivenRegisteredCase();
        var before = await LastDay(@case, "Filing");
        await Report(@case, @case.At(0, 10));
        (await @case.Act("decline-to-file", new { doneAt = @case.At(0, 11), reason = "涉嫌犯罪。" }, "hg-head")).ShouldBeProblem(
            422,
            "criminal-transfer.pending",
            "APL-27"
        );
        (await @case.Act("decide-crime-transfer", new { doneAt = @case.At(0, 12), approved = true }, "hg-head")).Status.ShouldBe(422);
        await @case.Done(
            "decide-crime-transfer",
            new
            {
                doneAt = @case.At(0, 12),
                approved = true,
                officerIds = new[] { DemoIds.Person("hg-officer1"), DemoIds.Person("hg-officer2") },
            },
            "hg-head"
        );
        await @case.Done("transfer-case", Letter(@case, @case.At(0, 15)), "hg-head");
        (await @case.Stage()).ShouldBe("Ended");
        await @case.Done("enter-criminal-result", Result(@case, "Convicted", 10, 11, fineFen: 2_000_00), "hg-reviewer");
        (await Back(@case, @case.At(12, 9))).ShouldBe(HttpStatusCode.OK);
        (await @case.Stage()).ShouldBe("Registered");
        (await LastDay(@case, "Filing")).ShouldBeGreaterThan(before);

        (await @case.Act("propose-filing", Filing(@case, @case.At(12, 10)))).ShouldBe(HttpStatusCode.OK);
        await @case.Endorse("Filing", @case.At(12, 11));
        await @case.Done("file-case", new { doneAt = @case.At(12, 14), opinion = "同意立案。" }, "hg-head");
        var later = @case with { Begin = @case.Begin.AddDays(13) };
        await later.Investigate();
        await later.Done("conclude-investigation", await ReportOf(later, 2));
        (
            await later.Act(
                "propose-decision",
                later.Proposal(later.At(2, 15), await later.Assess(later.At(2, 14), committedAt: @case.At(0, 8)))
            )
        ).ShouldBeProblem(422, "criminal-result.fined-by-court", "APL-35");
    }

    [Fact, Rule("APL-35"), Rule("APL-27")]
    public async Task A_crime_that_shows_after_the_decision_is_transferred_and_the_fine_is_set_off()
    {
        var @case = await api.GivenServedCase();
        await Report(@case, @case.At(17, 9));
        (await @case.Act("propose-closing", Performed(@case, 17))).ShouldBeProblem(422, "criminal-transfer.pending", "APL-27");
        await @case.Done("decide-crime-transfer", new { doneAt = @case.At(17, 10), approved = true }, "hg-head");
        (
            await @case.Act(
                "transfer-case",
                new
                {
                    doneAt = @case.At(17, 14),
                    to = "CompetentOrgan",
                    receiverName = "某某街道办事处",
                    reason = "不属于本机关管辖。",
                    materials = "案卷一册",
                },
                "hg-head"
            )
        ).Status.ShouldBe(409);
        await @case.Done("transfer-case", Letter(@case, @case.At(17, 15)), "hg-head");
        (await @case.Stage()).ShouldBe("Served");
        (await Call(@case, @case.At(40, 9))).ShouldBeProblem(422, "criminal-transfer.pending", "APL-27");
        (await @case.Act("enter-criminal-result", Result(@case, "Convicted", 45, 46, fineFen: 2_000_00), "hg-reviewer")).ShouldBeProblem(
            422,
            "criminal-result.set-off-does-not-fit",
            "APL-35"
        );
        await @case.Done("enter-criminal-result", Result(@case, "Convicted", 45, 46, fineFen: 2_000_00, setOffFen: 100_00), "hg-reviewer");
        (await Call(@case, @case.At(47, 9))).ShouldBeProblem(422, "criminal-result.not-set-off", "APL-35");
        await @case.Done(
            "end-execution",
            new
            {
                doneAt = @case.At(47, 10),
                ground = "Other",
                reason = "人民法院已经判处罚金。",
            },
            "hg-head"
        );
        await @case.Close(
            @case.At(48, 9),
            new
            {
                doneAt = @case.At(48, 9),
                reason = "ExecutionEnded",
                performance = "人民法院判处罚金并折抵部分罚款，终结执行。",
            }
        );
        (await @case.Stage()).ShouldBe("Closed");
    }

    [Fact, Rule("APL-27")]
    public async Task A_crime_behind_a_decision_on_the_spot_is_transferred_too()
    {
        var @case = await api.GivenDecidedCase();
        (
            await @case.Act(
                "report-suspected-crime",
                new { doneAt = @case.DecidedAt.AddHours(1), suspicion = "涉嫌生产、销售有毒、有害食品罪。" }
            )
        ).ShouldBe(HttpStatusCode.OK);
        (await @case.Act("decide-crime-transfer", new { doneAt = @case.DecidedAt.AddHours(2), approved = true }, "hg-head")).ShouldBe(
            HttpStatusCode.OK
        );
        (
            await @case.Act(
                "transfer-case",
                new
                {
                    doneAt = @case.DecidedAt.AddHours(3),
                    to = "Justice",
                    receiverName = "天津市公安局滨海新区分局",
                    reason = "违法行为涉嫌犯罪",
                    materials = "案卷一册",
                },
                "hg-head"
            )
        ).ShouldBe(HttpStatusCode.OK);
    }

    internal static Task<ApiAnswer> Report(OrdinaryCase @case, DateTimeOffset at) =>
        @case.Done("report-suspected-crime", new { doneAt = at, suspicion = "涉嫌故意毁坏财物罪，损失已达追诉标准。" });

    internal static object Letter(OrdinaryCase @case, DateTimeOffset at) =>
        new
        {
            doneAt = at,
            to = "Justice",
            receiverName = "天津市公安局滨海新区分局",
            reason = "违法行为涉嫌犯罪",
            materials = "案卷一册、现场检查笔录、询问笔录",
        };

    internal static object Result(
        OrdinaryCase @case,
        string result,
        int issued,
        int received,
        bool returned = true,
        long fineFen = 0,
        long? setOffFen = null
    ) =>
        new
        {
            doneAt = @case.At(Math.Max(received, issued), 17),
            result,
            organName = "天津市滨海新区人民检察院",
            paperNumber = "津滨检刑不诉〔2024〕1号",
            paperSha256 = OrdinarySteps.Hash,
            issuedOn = OrdinarySteps.Day(@case.At(issued, 9)),
            receivedOn = OrdinarySteps.Day(@case.At(received, 9)),
            adviceNumber = result == "NotProsecuted" ? "津滨检意〔2024〕1号" : null,
            materialsReturned = returned && result != "Convicted" ? "案卷一册、现场检查笔录、询问笔录" : null,
            fineFen,
            setOffFen,
        };

    private static object Told(OrdinaryCase @case, int day) =>
        new
        {
            doneAt = @case.At(day, 10),
            penalties = @case.Penalties,
            facts = OrdinarySteps.Facts,
            reasons = OrdinarySteps.Reasons,
            basis = OrdinarySteps.Basis,
            hearingRightNotified = false,
        };

    internal static Task<ApiAnswer> Back(OrdinaryCase @case, DateTimeOffset at) =>
        @case.Act("resume-after-crime", new { doneAt = at, reason = "检察机关提出检察意见，依法给予行政处罚。" }, "hg-head");

    private static Task<ApiAnswer> Call(OrdinaryCase @case, DateTimeOffset at) =>
        @case.Act(
            "call-to-perform",
            new
            {
                doneAt = at,
                performBy = OrdinarySteps.Day(at.AddDays(14)),
                manner = "到指定银行缴纳。",
                amountFen = @case.FineFen,
                rightsNotified = true,
            }
        );

    private static async Task<object> ReportOf(OrdinaryCase @case, int day) =>
        new
        {
            doneAt = @case.At(day, 9),
            findings = OrdinarySteps.Facts,
            facts = @case.FactElements(),
            characterisation = "属于擅自占用城市道路。",
            proposedOutcome = "Penalty",
            penalties = @case.Penalties,
            assessmentId = await @case.Assess(
                @case.At(day, 8),
                committedAt: DateTimeOffset.Parse(
                    (await @case.Read())["committedAt"].GetString()!,
                    System.Globalization.CultureInfo.InvariantCulture
                )
            ),
            reasons = "按一般情形处罚。",
        };

    private static object Filing(OrdinaryCase @case, DateTimeOffset at) =>
        new
        {
            doneAt = at,
            violationCode = OrdinarySteps.Violation,
            committedAt = @case.At(0, 8),
            discoveredOn = OrdinarySteps.Day(@case.Begin),
            place = OrdinarySteps.Place,
            facts = "当事人占用城市道路堆放建筑材料。",
            officerIds = new[] { DemoIds.Person("hg-officer1"), DemoIds.Person("hg-officer2") },
        };

    private static object Performed(OrdinaryCase @case, int day) =>
        new
        {
            doneAt = @case.At(day, 9),
            reason = "Performed",
            performance = "罚款缴清。",
            receipts = new[] { "津财0001" },
        };

    private static async Task<DateOnly> LastDay(OrdinaryCase @case, string kind) =>
        DateOnly.Parse(
            (await @case.Api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/deadlines"))
                .Body.EnumerateArray()
                .Single(d => d.GetProperty("kind").GetString() == kind && d.GetProperty("state").GetString() == "Open")
                .GetProperty("lastDay")
                .GetString()!,
            System.Globalization.CultureInfo.InvariantCulture
        );
}
