using System.Globalization;
using System.Net;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Cases.CaseSteps;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>What follows a decision, played to the end: the court, remedies, a decision that was struck down, the organ's own revocation.</summary>
public sealed class RemedyTests(ApiFixture api)
{
    private const string Government = "天津市滨海新区人民政府";

    [Fact, Rule("ACL-53-S")]
    public async Task A_fine_on_the_spot_that_nobody_pays_goes_to_the_court()
    {
        var body = ASimpleCase(); // 2024-05-13, due on the 28th; the sixty days end on 2024-07-12
        body["party"] = new
        {
            kind = "Citizen",
            identity = "Documented",
            name = "龚喆彧",
            document = "CitizenIdCard",
            documentNumber = DecideOnTheSpotTests.AnIdNumber(),
            address = "天津市滨海新区汉沽街道牌坊东街8号",
        };
        var @case = await api.GivenDecidedCase(body);
        await @case.ReportBack();
        (await Call(@case, On(5, 28))).ShouldBeProblem(422, "performance-call.not-overdue", "ACL-35");
        (await Call(@case, On(6, 20))).ShouldBe(HttpStatusCode.OK);
        await @case.Serve("CallToPerform", On(6, 20, 15));
        (await Court(@case, On(7, 12))).ShouldBeProblem(422, "court-application.too-early");
        (await Court(@case, On(10, 14))).ShouldBeProblem(422, "court-application.too-late");
        (await Court(@case, On(7, 15))).ShouldBe(HttpStatusCode.OK);

        (await @case.Act("close", new { doneAt = On(9, 20), reason = "ExecutedByCourt" })).ShouldBeProblem(
            422,
            "closing.reason-not-borne-out",
            "APL-72-END"
        );
        foreach (
            var (step, day) in new[] { ("Received", On(7, 16)), ("Accepted", On(7, 18)), ("Granted", On(7, 25)), ("Ended", On(9, 19)) }
        )
            await @case.Done(
                "enter-court-step",
                new
                {
                    doneAt = day,
                    step,
                    on = Day(day),
                }
            );
        await @case.Done("close", new { doneAt = On(9, 20), reason = "ExecutedByCourt" });

        (await @case.Read())["closedBecause"].GetString().ShouldBe("ExecutedByCourt");
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/record/verification"))["intact"].GetBoolean().ShouldBeTrue();
    }

    [Fact, Rule("APL-66")]
    public async Task The_execution_of_a_fine_on_the_spot_is_paused_resumed_and_ended()
    {
        var @case = await api.GivenDecidedCase();
        await @case.ReportBack();
        (await @case.Act("close", new { doneAt = On(9, 20), reason = "ExecutionEnded" })).ShouldBeProblem(
            422,
            "closing.reason-not-borne-out"
        );
        await @case.Done(
            "pause-execution",
            new
            {
                doneAt = On(6, 3),
                ground = "HardshipOrNoMeans",
                reason = "当事人住院。",
            },
            "hg-head"
        );
        (await Call(@case, On(6, 4))).ShouldBeProblem(422, "execution.paused", "ACL-39-42");
        await @case.Done("resume-execution", new { doneAt = On(6, 5), reason = "当事人出院。" }, "hg-head");
        await @case.Done(
            "end-execution",
            new
            {
                doneAt = On(9, 19),
                ground = "CitizenDied",
                reason = "当事人死亡，无遗产可供执行，又无义务承受人。",
            },
            "hg-head"
        );
        await @case.Done("close", new { doneAt = On(9, 20), reason = "ExecutionEnded" });
        (await @case.Stage()).ShouldBe("Closed");
    }

    [Fact, Rule("ARL-23-1"), Rule("ALLI-58")]
    public async Task After_a_decision_on_the_spot_a_withdrawn_reconsideration_opens_no_suit()
    {
        var @case = await api.GivenDecidedCase();
        (await Remedy(@case.Act, "Suit", On(5, 20))).ShouldBeProblem(422, "remedy.reconsideration-first", "ARL-23-1");
        (await Remedy(@case.Act, "Reconsideration", On(5, 20))).ShouldBe(HttpStatusCode.OK);
        (await Result(@case.Act, "Withdrawn", On(6, 3), "hg-officer1")).ShouldBeProblem(403, "access.separation-of-duty");
        (await Result(@case.Act, "Withdrawn", On(6, 3))).ShouldBe(HttpStatusCode.OK);
        (await Confirm(@case.Act, On(6, 4), "hg-officer3")).ShouldBeProblem(403, "access.not-allowed");
        (await Confirm(@case.Act, On(6, 4))).ShouldBe(HttpStatusCode.OK);
        (await Remedy(@case.Act, "Suit", On(6, 5))).ShouldBeProblem(422, "remedy.reconsideration-first", "ARL-23-1");
    }

    [Fact, Rule("ALLI-58"), Rule("ALL-85")]
    public async Task A_reconsideration_is_withdrawn_and_the_party_sues()
    {
        var @case = await api.GivenServedCase();
        (await Remedy(@case.Act, "Reconsideration", @case.At(30, 9))).ShouldBe(HttpStatusCode.OK);
        (await Result(@case.Act, "Withdrawn", @case.At(60, 9))).ShouldBe(HttpStatusCode.OK);
        (await Confirm(@case.Act, @case.At(61, 9))).ShouldBe(HttpStatusCode.OK);
        (await Remedy(@case.Act, "Suit", @case.At(90, 9))).ShouldBe(HttpStatusCode.OK);
        (await Judgment(@case, "ClaimsDismissed", @case.At(160, 9))).ShouldBe(HttpStatusCode.OK);
        (await Confirm(@case.Act, @case.At(165, 9))).ShouldBeProblem(422, "remedy.judgment-not-effective", "ALL-85");
        (await Confirm(@case.Act, @case.At(180, 9))).ShouldBe(HttpStatusCode.OK);

        await @case.Pay(500_00, @case.At(181, 9));
        await @case.RecheckAtOnce(@case.At(181, 10));
        await @case.Close(
            @case.At(182, 9),
            new
            {
                doneAt = @case.At(182, 9),
                reason = "Performed",
                performance = "罚款缴清。",
                receipts = new[] { "津财0001" },
            }
        );
        (await @case.Stage()).ShouldBe("Closed");
    }

    [Theory, Rule("ARL-64-2")]
    [InlineData(false, 422)]
    [InlineData(true, 201)]
    public async Task A_decision_struck_down_is_not_made_again_unless_procedure_alone_was_at_fault(bool forProcedureOnly, int status)
    {
        var body = ASimpleCase();
        body["party"] = DecideOnTheSpotTests.Documented(DecideOnTheSpotTests.AnIdNumber(), "龚喆彧");
        var fallen = await api.GivenDecidedCase(body);
        (await Remedy(fallen.Act, "Reconsideration", On(5, 20))).ShouldBe(HttpStatusCode.OK);
        (await Result(fallen.Act, "Revoked", On(6, 3), forProcedureOnly: forProcedureOnly)).ShouldBe(HttpStatusCode.OK);
        (await fallen.Stage()).ShouldBe("Decided");
        (await Confirm(fallen.Act, On(6, 4))).ShouldBe(HttpStatusCode.OK);
        (await fallen.Stage()).ShouldBe("Revoked");

        var again = await api.SignedInAs("hg-officer1").PostJson("simple-cases", body);

        if (status == 201)
            again.Status.ShouldBe(201, again.Body.ToString());
        else
            again.ShouldBeProblem(422, "remedy.same-act-again", "ARL-64-2");
        body["evidence"] = new[]
        {
            new
            {
                kind = "AudioVisualMaterial",
                takenAt = Monday.AddMinutes(-17),
                sha256 = new string('c', 64),
                description = "新取得的监控录像",
            },
        };
        body["offenceId"] = Guid.CreateVersion7();
        if (status != 201) // new evidence: another decision
            (await api.SignedInAs("hg-officer1").PostJson("simple-cases", body)).Status.ShouldBe(201);
    }

    [Fact, Rule("REV-PAPER")]
    public async Task A_revocation_after_the_archive_has_its_paper_which_is_served()
    {
        var @case = await api.GivenArchivedCase();
        await @case.Done("revoke", new { reason = "主要事实不清。", doneAt = @case.At(40, 9) }, "hg-head");
        (await @case.Stage()).ShouldBe("Revoked");
        await Refund(@case);
        (await @case.Act("propose-closing", Closing(@case))).ShouldBeProblem(422, "case.not-performed", "APL-72-END");

        var decided = new DecidedCase(api, @case.Id, "", null, @case.At(40, 9));
        (await decided.Paper("RevocationDecision")).ShouldNotBe(Guid.Empty);
        await @case.Serve(@case.At(43, 9), await decided.Paper("RevocationDecision"));
        await @case.Close(@case.At(44, 9), Closing(@case));
        (await @case.Stage()).ShouldBe("Closed");
    }

    private static object Closing(OrdinaryCase @case) =>
        new
        {
            doneAt = @case.At(44, 9),
            reason = "Revoked",
            performance = "决定撤销，罚款退还。",
            receipts = new[] { "津财0001" },
        };

    private static Task<ApiAnswer> Refund(OrdinaryCase @case) =>
        @case.Done(
            "refund",
            new
            {
                doneAt = @case.At(42, 9),
                amountFen = 500_00,
                reference = $"TK-{@case.Id:N}",
                interest = new
                {
                    amountFen = 21,
                    annualRatePercent = 0.35,
                    rateSource = "代收机构挂牌利率",
                },
            },
            "hg-cashier"
        );

    private static Task<ApiAnswer> Call(DecidedCase @case, DateTimeOffset at) =>
        @case.Act(
            "call-to-perform",
            new
            {
                doneAt = at,
                performBy = Day(at.AddDays(5)),
                manner = "缴清罚款。",
                amountFen = 50_00,
                paymentManner = "凭缴款码向代收银行缴纳。",
                rightsNotified = true,
            }
        );

    private static Task<ApiAnswer> Court(DecidedCase @case, DateTimeOffset at) =>
        @case.Act(
            "apply-to-court",
            new
            {
                doneAt = at,
                courtName = "天津市滨海新区人民法院",
                place = "OfTheOrgan",
                realEstate = false,
                objectOfExecution = "罚款五十元。",
                papers = new[] { "Application", "Decision", "PartyViewsAndCall", "ObjectOfExecution", "Others" },
                @sealed = true,
            },
            "hg-head"
        );

    private static Task<ApiAnswer> Remedy(Func<string, object, string, Task<ApiAnswer>> act, string kind, DateTimeOffset at) =>
        act(
            "enter-remedy",
            new
            {
                doneAt = at,
                kind,
                remedyNumber = kind is "Suit" ? "（2024）津0116行初8号" : "津滨复〔2024〕8号",
                before = kind is "Suit" ? "天津市滨海新区人民法院" : Government,
                appliedOn = Day(at.AddDays(-2)),
                acceptedOn = Day(at.AddDays(-1)),
            },
            "hg-officer1"
        );

    private static Task<ApiAnswer> Result(
        Func<string, object, string, Task<ApiAnswer>> act,
        string result,
        DateTimeOffset at,
        string @as = "hg-officer3",
        bool forProcedureOnly = false
    ) =>
        act(
            "enter-remedy-result",
            new
            {
                doneAt = at,
                remedyNumber = "津滨复〔2024〕8号",
                result,
                resultNumber = "津滨复决〔2024〕8号",
                resultServedOn = Day(at),
                summary = "见文书。",
                paper = "Reconsideration",
                issuedBy = Government,
                issuedOn = Day(at.AddDays(-2)),
                forProcedureOnly,
            },
            @as
        );

    private static Task<ApiAnswer> Judgment(OrdinaryCase @case, string result, DateTimeOffset at) =>
        @case.Act(
            "enter-remedy-result",
            new
            {
                doneAt = at,
                remedyNumber = "（2024）津0116行初8号",
                result,
                resultNumber = "（2024）津0116行初8号判决",
                resultServedOn = Day(at),
                summary = "见判决书。",
                paper = "FirstJudgment",
                issuedBy = "天津市滨海新区人民法院",
                issuedOn = Day(at.AddDays(-2)),
                services = new object[] { new { side = "Party", servedOn = Day(at) }, new { side = "Organ", servedOn = Day(at) } },
            },
            "hg-officer3"
        );

    private static Task<ApiAnswer> Confirm(Func<string, object, string, Task<ApiAnswer>> act, DateTimeOffset at, string @as = "hg-head") =>
        act("confirm-remedy-result", new { doneAt = at, opinion = "与文书一致。" }, @as);

    private static DateTimeOffset On(int month, int day, int hour = 9) => new(2024, month, day, hour, 0, 0, TimeSpan.FromHours(8));

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
