using System.Globalization;
using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Pdf.Tests;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.LegalReview;

/// <summary>Acts beside the decision on the penalty that an adopted catalogue of major decisions lists.</summary>
[Rule("REV-118-LIST")]
public sealed class PlannedReviewTests
{
    [Fact]
    public async Task What_the_street_lists_of_execution_and_court_waits_for_its_review()
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await api.GivenServedCase();
        await Call(@case);
        (await Open(@case, "DecideSubstitute")).ShouldBeTrue(); // no catalogue of its own: only penalties are reviewed
        await api.AdoptReviewCatalogue("hg", "2024-01-01", "FS-10", "FS-16");

        (await Substitute(@case)).ShouldBeProblem(422, "legal-review.planned-act-missing", "REV-118-LIST");
        (await ToCourt(@case)).ShouldBeProblem(422, "legal-review.planned-act-missing", "REV-118-LIST");
        var closed = await Act(@case, "DecideSubstitute");
        closed.GetProperty("open").GetBoolean().ShouldBeFalse();
        var obstacle = closed.GetProperty("obstacles")[0];
        obstacle.GetProperty("rule").GetString().ShouldBe("REV-118-LIST");
        obstacle.GetProperty("basis").GetString()!.ShouldContain("四、（三）");
        obstacle.GetProperty("detail").GetString()!.ShouldContain("FS-10");

        await @case.SubmitPlanned("SubstitutePerformance", @case.At(202, 9));
        await @case.SubmitPlanned("CourtApplication", @case.At(202, 10));
        var waiting = (await @case.InQueue("&state=Waiting")).ToDictionary(t => t.GetProperty("planned").GetString()!);
        waiting.Keys.Order().ShouldBe(["CourtApplication", "SubstitutePerformance"]);
        DaysOf(waiting["SubstitutePerformance"]).ShouldBeGreaterThan(DaysOf(waiting["CourtApplication"])); // five working days, and three
        waiting["SubstitutePerformance"].GetProperty("plannedName").GetString().ShouldBe("决定代履行");
        var sent = await @case.PlannedMatter("SubstitutePerformance");
        sent.GetProperty("sent").GetProperty("plan").GetString()!.ShouldContain("清运");
        sent.GetProperty("kind").GetString().ShouldBe("CoerciveExecution");
        sent.GetProperty("rows")[0].GetString()!.ShouldStartWith("FS-10 ");
        sent.GetProperty("open").GetBoolean().ShouldBeTrue();

        await @case.ReviewPlanned("SubstitutePerformance", @case.At(203, 9), "ReturnedForCompletion", wrong: "Documents");
        (await Substitute(@case)).ShouldBeProblem(422, "legal-review.planned-act-not-passed", "REV-118-LIST");
        await @case.SubmitPlanned("SubstitutePerformance", @case.At(203, 10));
        (await @case.InQueue()).Count.ShouldBe(3);
        await @case.ReviewPlanned("SubstitutePerformance", @case.At(203, 11), "Passed");

        (await Substitute(@case)).Status.ShouldBe(200);

        (await @case.PlannedMatter("SubstitutePerformance")).GetProperty("usedUp").GetBoolean().ShouldBeTrue();
        (await Substitute(@case)).ShouldBeProblem(422, "legal-review.planned-act-missing", "REV-118-LIST");
        (await ToCourt(@case)).ShouldBeProblem(422, "legal-review.planned-act-missing", "REV-118-LIST"); // reviewed apart
        var opinion = Poppler.CopiedText(await @case.Pdf("LegalReviewOpinion"));
        opinion.ShouldContain("送审事项：决定代履行");
        opinion.ShouldContain("清运堆放的建筑材料六平方米");
        opinion.ShouldContain("《行政强制法》第五十条");
        await @case.ReviewPlanned("CourtApplication", @case.At(204, 9), "Passed");
        (await ToCourt(@case)).Status.ShouldBe(200);
        (await @case.InQueue()).ShouldAllBe(t => t.GetProperty("state").GetString() == "Done");
        var workload = (await api.SignedInAs("hg-head").GetJson($"legal-reviews/workload?year={@case.At(204, 9).Year}"))["reviewers"];
        workload.EnumerateArray().Max(r => r.GetProperty("done").GetInt32()).ShouldBe(3);
    }

    [Fact]
    public async Task What_waits_on_executing_a_decision_leaves_the_queue_with_it()
    {
        await using var api = await ApiFixture.StartAsync();
        var @case = await api.GivenServedCase();
        await @case.SubmitPlanned("CourtApplication", @case.At(20, 9));
        (await @case.InQueue("&state=Waiting")).Single().GetProperty("round").GetInt32().ShouldBe(1);

        await @case.Done("revoke", new { reason = "适用依据错误", doneAt = @case.At(21, 9) }, "hg-head");

        (await @case.InQueue()).Single().GetProperty("state").GetString().ShouldBe("Ended");
        (
            await @case.Act("take-planned-review", new { doneAt = @case.At(21, 10), planned = "CourtApplication" }, "hg-reviewer")
        ).ShouldBeProblem(409, "legal-review.not-open");
    }

    private static async Task Call(OrdinaryCase @case)
    {
        await @case.Done(
            "call-to-perform",
            new
            {
                doneAt = @case.At(200, 9),
                performBy = Day(@case, 201),
                manner = "到代收机构缴纳，并清理占用的道路。",
                amountFen = 500_00,
                paymentManner = "转账或者现金。",
                rightsNotified = true,
            }
        );
        await @case.Serve(@case.At(200, 15), await @case.Paper("CallToPerform"));
    }

    private static async Task<ApiAnswer> Substitute(OrdinaryCase @case) =>
        await @case.Act(
            "decide-substitute",
            new
            {
                doneAt = @case.At(205, 9),
                removalOrRestoration = true,
                harm = "Traffic",
                reasonsAndBasis = "经催告仍未清理，后果将危害交通安全。",
                objectAndManner = "清运堆放的建筑材料六平方米。",
                performOn = Day(@case, 214),
                costEstimateFen = 300_00,
                performer = "汉沽街道某保洁公司",
                performerDisinterested = true,
            },
            "hg-head"
        );

    private static async Task<ApiAnswer> ToCourt(OrdinaryCase @case) =>
        await @case.Act(
            "apply-to-court",
            new
            {
                doneAt = @case.At(220, 9),
                courtName = "天津市滨海新区人民法院",
                place = "OfTheOrgan",
                realEstate = false,
                objectOfExecution = "罚款五百元。",
                papers = new[] { "Application", "Decision", "PartyViewsAndCall", "ObjectOfExecution", "Others" },
                @sealed = true,
            },
            "hg-head"
        );

    private static async Task<JsonElement> Act(OrdinaryCase @case, string act) =>
        (await @case.Acts())["acts"].EnumerateArray().Single(a => a.GetProperty("act").GetString() == act);

    private static async Task<bool> Open(OrdinaryCase @case, string act) => (await Act(@case, act)).GetProperty("open").GetBoolean();

    private static int DaysOf(JsonElement task) =>
        DateOnly.Parse(task.GetProperty("dueOn").GetString()!, CultureInfo.InvariantCulture).DayNumber;

    private static string Day(OrdinaryCase @case, int day) => @case.At(day, 0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
