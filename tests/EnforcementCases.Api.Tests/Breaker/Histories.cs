using System.Net;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fines;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Api.Tests.LegalReview;

namespace EnforcementCases.Api.Tests.Breaker;

/// <summary>The lawful histories that are broken: steps that the tests share, or a whole test as it is. What such a test expects to be refused is sent as it is and not broken.</summary>
internal static class Histories
{
    private static int minors;

    public static readonly IReadOnlyList<History> All =
    [
        new("plain", api => api.GivenArchivedCase()),
        new("hearing", Hearing),
        new("returned", ReviewReturnedOnce),
        new("hearing withdrawn", api => new OrdinarySidePathTests(api).A_hearing_request_that_was_withdrawn_no_longer_holds_the_decision()),
        new("recusal", api => new OrdinarySidePathTests(api).The_decision_waits_for_a_recusal_and_another_officer_goes_on()),
        new("sealing", async api => await OrdinarySidePathTests.SealAndGiveBack(await api.GivenFiledCase())),
        new("unclaimed", StreetTests.NeverClaimed),
        new("claimed", StreetTests.Claimed),
        new("evidence", api => new PerformingPapersTests(api).Evidence_orders_and_preserved_things_have_their_papers()),
        new(
            "street order",
            api => new OrdinarySidePathTests(api).An_order_given_in_the_street_is_bound_to_the_penalty_of_the_case_that_relies_on_it()
        ),
        new("no penalty", api => new OrdinarySidePathTests(api).Who_goes_without_penalty_is_educated_and_promises_before_the_case_closes()),
        new(
            "child",
            api => new OrdinaryTrapsTests(api).Who_was_thirteen_on_the_day_that_is_filed_is_let_off_though_the_clue_gave_a_later_one()
        ),
        new("not proved", api => new PerformingPapersTests(api).A_case_that_is_not_proved_ends_with_its_own_decision()),
        new("crime", api => new OrdinarySidePathTests(api).A_suspected_crime_goes_to_the_police_and_is_not_fined()),
        new(
            "no crime",
            api => new OrdinarySidePathTests(api).A_suspicion_that_the_head_does_not_share_needs_his_reasons_and_then_stops_nothing()
        ),
        new("to another organ", api => new PerformingPapersTests(api).A_case_that_goes_to_another_organ_goes_with_a_letter()),
        new("withdrawn", api => new PerformingPapersTests(api).A_withdrawn_case_has_its_approval_and_its_decision()),
        new("removal", api => new PlayedRemovalTests(api).A_charged_street_removes_a_structure_after_call_notice_decision_and_remedies()),
        new("substitute", api => new OrdinarySidePathTests(api).Others_perform_after_decision_and_second_call_filmed_and_signed()),
        new("cleared at once", api => new OrdinarySidePathTests(api).What_lies_on_the_road_is_cleared_at_once_and_filmed()),
        new("deferral", api => new PerformingPapersTests(api).From_the_served_decision_to_the_archive_each_act_issues_its_documents()),
        new("pause", api => new OrdinarySidePathTests(api).An_execution_is_paused_resumed_agreed_on_and_ended()),
        new("court", api => new OrdinarySidePathTests(api).The_court_takes_grants_and_ends()),
        new("announced", api => new PerformingPapersTests(api).What_is_not_performed_goes_to_others_and_to_the_court_with_its_papers()),
        new(
            "reconsideration",
            api => new OrdinarySidePathTests(api).A_decision_that_reconsideration_revokes_is_refunded_and_not_made_again_on_the_same_facts()
        ),
        new("invalid", api => new OrdinarySidePathTests(api).An_invalid_decision_is_not_a_revoked_one()),
        new("on the spot", OnTheSpot),
        new("order first", api => new CorrectionOrderTests(api).One_order_carries_one_penalty_and_a_revocation_gives_it_free()),
        new("objection", api => new AssessedOnTheSpotTests(api).An_objection_is_answered_and_printed()),
        new("minor of 16", MinorOnTheSpot),
        new("guardian", Guardian),
        new("head recused", HeadRecused),
        new("crime and back", CrimeAndBack),
        new("another party", AnotherParty),
        new("another matter", AnotherMatter),
        new("joint parties", JointParties),
        new("slip", api => new SlipCorrectionTests(api).A_slip_is_corrected_by_a_paper_that_is_served_and_the_case_stays_as_it_was()),
        new("cash", api => new CashTests(api).Remittance_goes_in_order_and_by_receipt()),
        new("revoked on the spot", api => new CashTests(api).After_a_revocation_what_was_paid_is_refunded_to_the_fen_and_closes_the_case()),
    ];

    /// <summary>The guardian is identified.</summary>
    private static async Task Guardian(ApiFixture api)
    {
        var @case = await api.GivenFiledCase();
        await @case.Done("identify-guardian", MinorTests.Guardian(@case, "龚某某", @case.At(0, 14)));
    }

    /// <summary>The other leaders decide that the head withdraws, and who acts in the head's place.</summary>
    private static async Task HeadRecused(ApiFixture api)
    {
        var @case = await api.GivenProposedDecision();
        await @case.Done("request-recusal", RecusalTests.Asked(@case, "hg-head", "Party"));
        await @case.Done("decide-recusal", RecusalTests.Granted(@case, "hg-head", "hg-deputy2", "hg-deputy1", "hg-deputy2"), "hg-deputy1");
    }

    /// <summary>The police take the case, the procuratorate gives it back, and it is taken up again.</summary>
    private static async Task CrimeAndBack(ApiFixture api)
    {
        var @case = await api.GivenProposedDecision();
        await CrimeAndBackTests.Report(@case, @case.At(14, 15));
        await @case.Done("decide-crime-transfer", new { doneAt = @case.At(14, 16), approved = true }, "hg-head");
        await @case.Done("transfer-case", CrimeAndBackTests.Letter(@case, @case.At(15, 9)), "hg-head");
        await @case.Done("enter-criminal-result", CrimeAndBackTests.Result(@case, "Accepted", 16, 17, returned: false), "hg-reviewer");
        await @case.Done("enter-criminal-result", CrimeAndBackTests.Result(@case, "NotProsecuted", 18, 20), "hg-reviewer");
        (await CrimeAndBackTests.Back(@case, @case.At(22, 9))).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>The head approves another party after the notice.</summary>
    private static async Task AnotherParty(ApiFixture api)
    {
        var @case = await api.GivenNotifiedCase();
        await @case.Done("change-party", ChangeOfPartyTests.Change(@case), "hg-head");
    }

    /// <summary>The head approves another matter after the report.</summary>
    private static async Task AnotherMatter(ApiFixture api)
    {
        var @case = await api.GivenConcludedCase();
        await @case.Done("change-matter", ChangeOfPartyTests.Matter(@case, "GJ-LJ-01"), "hg-head");
    }

    /// <summary>Two cases become tracks of one matter.</summary>
    private static async Task JointParties(ApiFixture api)
    {
        var one = await api.GivenFiledCase();
        await one.Investigate();
        var other = await api.GivenFiledCase();
        (await JointPartiesTests.Join(other, one, [one.SceneId], "hg-head")).ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>A fine that is large enough for a hearing, which the party asks for.</summary>
    private static async Task Hearing(ApiFixture api)
    {
        var @case = await api.GivenNotifiedCase(fineFen: 15_000_00, hearingRightNotified: true);
        await @case.HoldHearing();
        await @case.ReviewAndDiscuss(@case.At(24, 9));
        await @case.Endorse("Decision", @case.At(24, 16));
        await @case.Decide(@case.At(25, 9));
    }

    /// <summary>The reviewer sends the case back once, then passes it.</summary>
    private static async Task ReviewReturnedOnce(ApiFixture api)
    {
        var @case = await api.GivenProposedDecision();
        await @case.Done("assess-review-triggers", new { doneAt = @case.At(14, 11), ticked = new[] { "PublicInterest" } });
        await @case.Done("submit-for-review", new { doneAt = @case.At(14, 12), note = "请重点审核裁量。" });
        await @case.Done("take-review", new { doneAt = @case.At(14, 14) }, "hg-reviewer");
        (await @case.Opinion(@case.At(15, 9), "ReturnedForCompletion", wrong: "Documents")).ShouldBe(HttpStatusCode.OK);
        await @case.Done("submit-for-review", new { doneAt = @case.At(15, 10) });
        await @case.Done("take-review", new { doneAt = @case.At(15, 14) }, "hg-reviewer");
        (await @case.Opinion(@case.At(16, 9), "Passed")).ShouldBe(HttpStatusCode.OK);
        await @case.Discuss(@case.At(16, 14));
        await @case.Decide(@case.At(17, 9));
    }

    /// <summary>A fine on the spot that is reported back, paid and followed.</summary>
    private static async Task OnTheSpot(ApiFixture api)
    {
        var @case = await api.GivenDecidedCase(correctBy: new(2024, 5, 20));
        await @case.ReportBack();
        await @case.Pays(50_00);
        await @case.Done(
            "recheck-correction",
            new
            {
                result = "Corrected",
                note = "已恢复通行。",
                doneAt = @case.DecidedAt.AddDays(8),
            }
        );
    }

    /// <summary>A party of sixteen, punished more lightly for its age.</summary>
    private static async Task MinorOnTheSpot(ApiFixture api)
    {
        var body = CaseSteps.ASimpleCase();
        body["party"] = new
        {
            kind = "Citizen",
            identity = "Documented",
            name = "小某",
            document = "CitizenIdCard",
            documentNumber = OrdinarySteps.IdNumber(new DateOnly(2008, 1, 1).AddDays(Interlocked.Increment(ref minors))),
        };
        body["grade"] = "Lenient";
        body["delivery"] = new
        {
            handedOverAt = CaseSteps.Monday,
            signature = "Signed",
            guardianInformed = "当场电话告知其父",
        };
        var @case = await api.GivenDecidedCase(body);
        await @case.ReportBack();
    }
}
