using System.Net;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Pdf.Tests;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>The ten rules most often coded wrongly, each over HTTP.</summary>
public sealed class OrdinaryTrapsTests(ApiFixture api)
{
    /// <summary>1. 十五日 and 九十日 are calendar days, 二、三、五、七日 are working days, 催告's ten days are working days.</summary>
    [Fact]
    public async Task Fifteen_and_ninety_days_are_calendar_days_and_the_defence_runs_in_working_days()
    {
        var @case = await api.GivenServedCase(begin: new(2024, 9, 2, 9, 0, 0, TimeSpan.FromHours(8))); // told on Thursday 09-05, served on 09-18

        var deadlines = (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/deadlines")).Body.EnumerateArray().ToList();

        Last("Decision").ShouldBe("2024-12-01"); // ninety calendar days from 09-02; a Sunday, and a limit of the organ does not roll
        Last("Defence").ShouldBe("2024-09-10"); // three working days
        Last("Payment").ShouldBe("2024-10-08"); // fifteen calendar days from 09-18 end on 10-03, a holiday, and roll
        string Last(string kind) => deadlines.Single(d => d.GetProperty("kind").GetString() == kind).GetProperty("lastDay").GetString()!;
    }

    /// <summary>2. Since 2024 an on-the-spot penalty goes to reconsideration first; an ordinary one leaves the choice.</summary>
    [Fact]
    public async Task An_ordinary_decision_leaves_the_choice_between_reconsideration_and_court()
    {
        var @case = await api.GivenDecidedOrdinaryCase();

        var text = Poppler.CopiedText(await @case.Pdf("PenaltyDecision"));

        text.ShouldContain("六个月内直接向人民法院提起行政诉讼");
        text.ShouldNotContain("未申请行政复议的，不得直接提起行政诉讼");
    }

    /// <summary>3. Criticism and confiscation can never be done on the spot.</summary>
    [Theory]
    [InlineData("PublicCriticism")]
    [InlineData("ConfiscationOfGains")]
    public async Task Only_a_warning_or_a_fine_is_imposed_on_the_spot(string kind)
    {
        var body = CaseSteps.ASimpleCase();
        body["kinds"] = new[] { kind };

        (await api.SignedInAs("hg-officer1").PostJson("simple-cases", body)).ShouldBeProblem(
            422,
            "simple-procedure.kind-not-allowed",
            "APL-51-3"
        );
    }

    /// <summary>4. Two officers with certificates valid on the day of the act, in every scene record.</summary>
    [Fact]
    public async Task A_scene_record_of_one_officer_is_refused()
    {
        var @case = await api.GivenFiledCase();
        var at = @case.At(0, 15);

        var answer = await @case.Act(
            "record-scene",
            new
            {
                doneAt = at,
                startedAt = at.AddMinutes(-20),
                attendance = new { officers = CaseSteps.TwoOfficers.Take(1), certificatesShownAt = at.AddMinutes(-25) },
                evidenceId = Guid.NewGuid(),
                place = "汉沽街道",
                findings = "堆放材料",
                recusalAnswer = "不申请回避。",
                signature = new { signed = true },
                recordSha256 = OrdinarySteps.Hash,
            }
        );

        answer.ShouldBeProblem(422, "officers.too-few", "APL-42");
    }

    /// <summary>5. 100 yuan is the limit for cash without a reason, and an ordinary decision has no such ground at all.</summary>
    [Fact]
    public async Task Cash_for_an_ordinary_decision_is_not_taken_because_the_fine_is_small()
    {
        var @case = await api.GivenServedCase(fineFen: 100_00);

        var answer = await @case.Act(
            "collect-on-the-spot",
            new
            {
                amountFen = 100_00,
                ground = "SmallFine",
                reason = (string?)null,
                receiptNumber = $"2024T{@case.Id:N}"[..20],
                doneAt = @case.At(16, 11),
            }
        );

        answer.Status.ShouldBe(422, answer.Body.ToString());
        answer["rule"].GetString().ShouldStartWith("APL-68");
    }

    /// <summary>6. The surcharge is capped at the fine, and never posted above what is counted.</summary>
    [Fact]
    public async Task A_surcharge_above_what_is_counted_is_refused()
    {
        var @case = await api.GivenServedCase(fineFen: 1_000_00); // due 2024-06-13

        var answer = await @case.Act(
            "decide-surcharge",
            new
            {
                doneAt = @case.At(80, 9),
                countedThrough = "2024-07-20",
                amountFen = 1_000_01,
                standardTold = true,
                opinion = "同意加处罚款",
            },
            "hg-head"
        );

        answer.Status.ShouldBe(422, answer.Body.ToString());
        answer["rule"].GetString().ShouldBe("APL-72-1");
    }

    /// <summary>7. A passed review dies when the amount changes afterwards.</summary>
    [Fact]
    public async Task A_review_of_another_amount_does_not_let_the_decision_pass()
    {
        var @case = await api.GivenProposedDecision(fineFen: 6_000_00, hearingRightTold: true);
        await @case.ReviewAndDiscuss(@case.At(16, 8));
        var lower = @case with { FineFen = 5_500_00 };
        await lower.ProposeDecision(@case.At(17, 9));
        await lower.Endorse("Decision", @case.At(17, 10));

        var answer = await lower.Act(
            "decide",
            new
            {
                doneAt = @case.At(17, 15),
                proposalSha256 = (await lower.LastAct("ProposeDecision")).GetProperty("bodySha256").GetString(),
                opinion = "同意",
            },
            "hg-head"
        );

        answer.ShouldBeProblem(422, "legal-review.matter-changed", "APL-58-2");
    }

    /// <summary>8. Ninety days have no built-in exclusions: suspending without a basis moves nothing.</summary>
    [Fact]
    public async Task Suspending_without_a_basis_does_not_move_the_ninety_days()
    {
        var @case = await api.GivenFiledCase();
        var before = await LastDay();
        await @case.Done("suspend-case", new { doneAt = @case.At(2, 9), reason = "等待鉴定" }, "hg-head");
        await @case.Done("resume-case", new { doneAt = @case.At(12, 9), reason = "鉴定完成" }, "hg-head");

        (await LastDay()).ShouldBe(before);

        async Task<string> LastDay() =>
            (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/deadlines"))
                .Body.EnumerateArray()
                .Single(d => d.GetProperty("kind").GetString() == "Decision" && d.GetProperty("state").GetString() == "Open")
                .GetProperty("lastDay")
                .GetString()!;
    }

    /// <summary>9. A no-penalty is none of the penalties that are counted.</summary>
    [Fact]
    public async Task A_withdrawn_case_is_no_penalty_in_the_figures()
    {
        var before = await Figure("ordinaryProcedureCases", 2021);
        var @case = await api.GivenFiledCase(begin: new(2021, 9, 6, 9, 0, 0, TimeSpan.FromHours(8)));
        await @case.Done("withdraw-case", new { doneAt = @case.At(3, 9), reason = "违法事实不成立" }, "hg-head");

        (await Figure("ordinaryProcedureCases", 2021)).ShouldBe(before);
    }

    /// <summary>10. A decision counts once, by the date of the decision, and money is what was decided, not what was paid.</summary>
    [Fact]
    public async Task A_decision_counts_once_with_the_amount_decided()
    {
        var (cases, fines) = (await Figure("ordinaryProcedureCases", 2024), await Figure("ordinaryProcedureFinesYuan", 2024));

        await api.GivenServedCase(fineFen: 320_00, begin: new(2024, 3, 4, 9, 0, 0, TimeSpan.FromHours(8)));

        (await Figure("ordinaryProcedureCases", 2024)).ShouldBeGreaterThanOrEqualTo(cases + 1); // other tests decide cases too
        (await Figure("ordinaryProcedureFinesYuan", 2024)).ShouldBeGreaterThanOrEqualTo(fines + 320);
    }

    private async Task<decimal> Figure(string key, int year) =>
        (await api.SignedInAs("hg-supervisor").GetJson($"statistics/{year}/figures"))
            .ShouldBe(HttpStatusCode.OK)["figures"]
            .EnumerateArray()
            .Single(f => f.GetProperty("key").GetString() == key)
            .GetProperty("value")
            .GetDecimal();
}
