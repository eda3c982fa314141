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
                standardNotified = true,
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
        var @case = await api.GivenProposedDecision(fineFen: 6_000_00, hearingRightNotified: true);
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

    /// <summary>9. Shall not, may not and no fault: each borne out by an assessment of its own, with service, education and correction to do, and none of the penalties that
    /// are counted.</summary>
    [Theory, Rule("APL-33-1a"), Rule("APL-33-1b"), Rule("APL-33-2"), Rule("APL-33-3")]
    [InlineData("NoPenaltySlight", "NoPenaltyFirstTime", "违法行为轻微，不予行政处罚")]
    [InlineData("NoPenaltyFirstTime", "NoPenaltyNoFault", "初次违法，不予行政处罚")]
    [InlineData("NoPenaltyNoFault", "NoPenaltySlight", "没有主观过错，不予行政处罚")]
    public async Task Each_no_penalty_has_its_ground_and_its_duties_and_is_no_penalty_in_the_figures(
        string outcome,
        string other,
        string words
    )
    {
        var before = await Figure("ordinaryProcedureCases", 2021);
        var @case = await api.GivenFiledCase(begin: new(2021, 9, 6, 9, 0, 0, TimeSpan.FromHours(8)));
        await @case.ConcludeWithoutPenalty(outcome);
        (await Propose(null)).ShouldBeProblem(422, "ordinary-decision.no-assessment", "APL-5");
        (await Propose(await @case.Assess(@case.At(2, 10, 20)))).Status.ShouldBe(422);
        (await Propose(await @case.AssessedAs(other))).ShouldBeProblem(422, "discretion.another-ground", "APL-33-1a");
        (await Propose(await @case.AssessedAs(outcome))).ShouldBe(HttpStatusCode.OK);

        var decided = await @case.DecideNoPenalty();

        decided.ShouldBe(HttpStatusCode.OK);
        Duties(decided).ShouldBe(["改正违法行为并复查", "送达不予行政处罚决定书", "教育当事人"]);
        Poppler.CopiedText(await @case.Pdf("NoPenaltyDecision")).ShouldContain(words);
        await @case.Educate(@case.At(4, 10));
        (await Close()).ShouldBeProblem(422, "case.not-performed");
        await @case.Serve(@case.At(4, 11), await @case.Paper("NoPenaltyDecision"));
        (await Close()).ShouldBeProblem(422, "case.not-performed");
        await @case.Done(
            "recheck-correction",
            new
            {
                result = "Corrected",
                note = "已清扫干净。",
                doneAt = @case.At(9, 9),
            }
        );
        (await Close()).ShouldBe(HttpStatusCode.OK);
        (await Figure("ordinaryProcedureCases", 2021)).ShouldBe(before);

        Task<ApiAnswer> Propose(Guid? assessmentId) =>
            @case.Act("propose-decision", @case.NoPenalty(outcome, assessmentId, correctBy: new(2021, 9, 16)));
        Task<ApiAnswer> Close() =>
            @case.Act(
                "propose-closing",
                new
                {
                    doneAt = @case.At(10, 9),
                    reason = "NoPenalty",
                    performance = "已教育，已改正。",
                }
            );
        static IEnumerable<string?> Duties(ApiAnswer answer) => answer["openDuties"].EnumerateArray().Select(d => d.GetString());
    }

    /// <summary>9. What no assessment finds is borne out by the facts on file.</summary>
    [Theory, Rule("APL-30"), Rule("APL-31"), Rule("APL-36")]
    [InlineData("NoPenaltyUnderAge", "party-age.not-under-fourteen", "APL-30")]
    [InlineData("NoPenaltyIncapacity", "mental-capacity.not-proved", "APL-31")]
    [InlineData("NoPenaltyTimeBarred", "limitation.not-expired", "APL-36")]
    public async Task A_sound_adult_is_not_let_off_for_a_fresh_act(string outcome, string code, string rule)
    {
        var @case = await api.GivenFiledCase();
        await @case.ConcludeWithoutPenalty(outcome);

        (await @case.Act("propose-decision", @case.NoPenalty(outcome, assessmentId: null))).ShouldBeProblem(422, code, rule);
    }

    /// <summary>9. The age is that of the day of the act as it is filed, not of the day that the clue gave.</summary>
    [Fact, Rule("APL-30")]
    public async Task Who_was_thirteen_on_the_day_that_is_filed_is_let_off_though_the_clue_gave_a_later_one()
    {
        var @case = await api.GivenRegisteredCase();
        var born = OrdinarySteps.IdNumber(DateOnly.FromDateTime(@case.At(-1, 8).Date).AddYears(-14)); // fourteen from the day of the clue on
        await @case.Identify(@case.At(0, 9, 30), born);
        (await Age()).ShouldBe(14);
        (await @case.ProposeFiling(@case.At(0, 10, 1))).ShouldBeProblem(422, "case.part-after-the-act");
        (await @case.ProposeFiling(@case.At(-1, 8))).ShouldBe(HttpStatusCode.OK);
        await @case.Endorse("Filing", @case.At(0, 11));
        (await @case.FileCase()).ShouldBeProblem(422, "party-age.counted-on-another-day", "APL-30");

        await @case.Identify(@case.At(0, 12), born);

        (await Age()).ShouldBe(13);
        (await @case.FileCase()).ShouldBe(HttpStatusCode.OK);
        await @case.Investigate(adultPresent: new { name = "龚某某", tie = "父亲" });
        await @case.ConcludeWithoutPenalty("NoPenaltyUnderAge", investigated: true);
        await @case.Done("propose-decision", @case.NoPenalty("NoPenaltyUnderAge", assessmentId: null));
        (await @case.DecideNoPenalty()).ShouldBe(HttpStatusCode.OK);

        async Task<int> Age() => (await @case.Read())["party"].GetProperty("ageAtOffence").GetInt32();
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
