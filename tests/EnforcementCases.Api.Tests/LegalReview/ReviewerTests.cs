using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Access;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.LegalReview;

public sealed class ReviewerTests(ApiFixture api)
{
    [Fact]
    public async Task Case_goes_through_the_queue_returned_once_and_passed_the_second_time()
    {
        var @case = await api.GivenProposedDecision();
        await @case.Done("assess-review-triggers", new { doneAt = @case.At(14, 11), ticked = new[] { "PublicInterest" } });
        (await @case.InQueue()).ShouldBeEmpty();

        await @case.Done("submit-for-review", new { doneAt = @case.At(14, 12), note = "请重点审核裁量。" });
        var waiting = (await @case.InQueue("&state=Waiting")).Single();
        waiting.GetProperty("round").GetInt32().ShouldBe(1);
        waiting.GetProperty("dueOn").GetString().ShouldBe("2024-06-03"); // five working days from 2024-05-27
        waiting.GetProperty("overdue").GetBoolean().ShouldBeTrue(); // it is years later
        waiting.GetProperty("partyName").GetString().ShouldBe(OrdinarySteps.PartyName);

        await @case.Done("take-review", new { doneAt = @case.At(14, 14) }, "hg-reviewer");
        var taken = (await @case.InQueue("&state=Taken")).Single();
        taken.GetProperty("takenBy").GetGuid().ShouldBe(DemoIds.Person("hg-reviewer"));
        taken.GetProperty("takenByName").GetString().ShouldBe(OrdinarySteps.NameOf("hg-reviewer"));
        (await @case.InQueue("&state=Waiting")).ShouldBeEmpty();

        (await @case.Opinion(@case.At(15, 9), "ReturnedForCompletion", wrong: "Documents")).Status.ShouldBe(200);
        var returned = (await @case.InQueue("&state=Done")).Single();
        returned.GetProperty("outcome").GetString().ShouldBe("ReturnedForCompletion");
        returned.GetProperty("overdue").GetBoolean().ShouldBeFalse();
        (await @case.Matter())["opinionHolds"].GetBoolean().ShouldBeFalse();

        await @case.Done("submit-for-review", new { doneAt = @case.At(15, 10) });
        (await @case.Opinion(@case.At(15, 11), "Passed")).ShouldBeProblem(403, "legal-review.not-the-reviewer"); // each round is taken anew
        await @case.Done("take-review", new { doneAt = @case.At(15, 14) }, "hg-reviewer");
        (await @case.Opinion(@case.At(16, 9), "Passed")).Status.ShouldBe(200);

        var rounds = await @case.InQueue();
        rounds.Select(r => r.GetProperty("round").GetInt32()).ShouldBe([2, 1]);
        rounds.ShouldAllBe(r => r.GetProperty("state").GetString() == "Done");
        var matter = await @case.Matter("hg-head");
        matter["opinionHolds"].GetBoolean().ShouldBeTrue();
        matter["round"].GetInt32().ShouldBe(2);
        matter["documents"].EnumerateArray().Count(d => d.GetProperty("kind").GetString() == "LegalReviewOpinion").ShouldBe(2);
    }

    [Fact]
    public async Task Matter_shows_the_hashes_that_opinion_and_signature_name()
    {
        var concluded = await api.GivenConcludedCase();
        (await api.SignedInAs("hg-reviewer").GetJson($"cases/{concluded.Id}/review-matter")).ShouldBeProblem(
            409,
            "ordinary-decision.not-proposed"
        );

        var @case = await api.GivenProposedDecision();
        var matter = await @case.Matter();

        matter["proposalSha256"].GetString().ShouldBe((await @case.LastAct("ProposeDecision")).GetProperty("bodySha256").GetString());
        matter["matterSha256"].GetString()!.Length.ShouldBe(64);
        matter["proposal"].GetProperty("penalties")[0].GetProperty("amountFen").GetInt64().ShouldBe(500_00);
        matter["points"].GetArrayLength().ShouldBe(7);
        matter["triggers"].GetArrayLength().ShouldBe(0);
        matter["seen"].GetProperty("noneBecause").GetString().ShouldNotBeNullOrEmpty();
        matter.ETag.ShouldBe((await @case.Acts()).ETag);
        (await api.SignedInAs("xc-reviewer").GetJson($"cases/{@case.Id}/review-matter")).ShouldBeProblem(404, "case.not-found");
        (await api.SignedInAs("hg-admin").GetJson($"cases/{@case.Id}/review-matter")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Case_that_is_withdrawn_leaves_the_queue()
    {
        var @case = await api.GivenProposedDecision();
        await @case.Done("submit-for-review", new { doneAt = @case.At(14, 12) });

        await @case.Done("reopen-investigation", new { doneAt = @case.At(14, 13), reason = "补充面积的证据。" }, "hg-head");

        (await @case.InQueue()).Single().GetProperty("state").GetString().ShouldBe("Ended");
    }

    [Fact]
    [Rule("APL-58-3")]
    public async Task Reviewer_is_qualified_by_the_register_and_not_by_what_he_says()
    {
        var @case = await api.GivenProposedDecision();
        await @case.Done("submit-for-review", new { doneAt = @case.At(14, 12) });
        var (userName, password, accountId) = await api.GivenAccountInUse("LegalReviewer", heldFrom: new(2024, 1, 2));
        var reviewer = api.SignedInAs(userName, password);
        var admin = api.SignedInAs("hg-admin");
        var personId = (await admin.GetJson($"admin/accounts/{accountId}"))["personId"].GetGuid();
        async Task<ApiAnswer> Take() =>
            await reviewer.PostJson(
                $"cases/{@case.Id}/acts/take-review",
                new { doneAt = @case.At(14, 14) },
                ifMatch: (await @case.Acts()).ETag
            );
        async Task<ApiAnswer> Enter(object body) =>
            await admin.PostJson(
                $"persons/{personId}/legal-qualification",
                body,
                ifMatch: (await admin.GetJson($"persons/{personId}")).ETag
            );

        (await Take()).ShouldBeProblem(422, "legal-review.reviewer-unqualified", "APL-58-3");
        (
            await Enter(
                new
                {
                    qualifiedOn = "2024-06-01",
                    number = "A20240601",
                    firstReviewOn = (string?)null,
                }
            )
        ).Status.ShouldBe(200);
        (await Take()).ShouldBeProblem(422, "legal-review.reviewer-unqualified", "APL-58-3"); // later than the assignment
        (
            await Enter(
                new
                {
                    qualifiedOn = "2020-06-01",
                    number = (string?)null,
                    firstReviewOn = (string?)null,
                }
            )
        ).ShouldBeProblem(400, "request.invalid");
        var entered = await Enter(
            new
            {
                qualifiedOn = (string?)null,
                number = (string?)null,
                firstReviewOn = "2017-12-31",
            }
        ); // before the clause came
        entered.Status.ShouldBe(200, entered.Body.ToString());
        entered["firstReviewOn"].GetString().ShouldBe("2017-12-31");

        (await Take()).Status.ShouldBe(200);
        (await api.SignedInAs("xc-admin").GetJson($"persons/{personId}")).ShouldBeProblem(404, "person.not-found");
        (await api.SignedInAs("hg-head").GetJson($"persons/{personId}")).Status.ShouldBe(403);
        (await admin.PostJson($"persons/{personId}/legal-qualification", new { firstReviewOn = "2017-12-31" })).ShouldBeProblem(
            428,
            "request.if-match-missing"
        );
    }

    [Fact]
    [Rule("REV-STAFF")]
    public async Task Workload_counts_by_reviewer_and_says_whether_each_organ_has_enough()
    {
        await using var own = await ApiFixture.StartAsync();
        var @case = await own.GivenProposedDecision();
        await @case.Done("submit-for-review", new { doneAt = @case.At(14, 12) });
        await @case.Done("take-review", new { doneAt = @case.At(14, 14) }, "hg-reviewer");
        (await @case.Opinion(@case.At(15, 9), "ReturnedForCompletion", wrong: "Documents")).Status.ShouldBe(200);
        await @case.Done("submit-for-review", new { doneAt = @case.At(15, 10) });

        var workload = await own.SignedInAs("bhxq-supervisor").GetJson("legal-reviews/workload?year=2024");

        var reviewer = workload["reviewers"]
            .EnumerateArray()
            .Single(r => r.GetProperty("personId").GetGuid() == DemoIds.Person("hg-reviewer"));
        reviewer.GetProperty("mayReview").GetBoolean().ShouldBeTrue();
        reviewer.GetProperty("done").GetInt32().ShouldBe(1);
        reviewer.GetProperty("notPassed").GetInt32().ShouldBe(1);
        reviewer.GetProperty("doneLate").GetInt32().ShouldBe(0);
        reviewer.GetProperty("open").GetInt32().ShouldBe(0);
        var organ = workload["organs"]
            .EnumerateArray()
            .Single(o => o.GetProperty("name").GetString()!.Contains("汉沽", StringComparison.Ordinal));
        organ.GetProperty("reviewers").GetInt32().ShouldBe(1);
        organ.GetProperty("enforcementStaff").GetInt32().ShouldBe(5);
        organ.GetProperty("atLeast").GetInt32().ShouldBe(1);
        organ.GetProperty("enough").GetBoolean().ShouldBeTrue();
        organ.GetProperty("waiting").GetInt32().ShouldBe(1);
        (await own.SignedInAs("hg-reviewer").GetJson("legal-reviews/workload"))["organs"].GetArrayLength().ShouldBe(1);
    }
}
