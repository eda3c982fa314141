using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Api.Tests.LegalReview;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Fixture.OrdinarySteps;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>Which one? Acts name what they rest on; a changed element ends it; nobody lifts his own gate.</summary>
public sealed class WhatStandsTests(ApiFixture api)
{
    [Fact, Rule("REF-STANDS")]
    public async Task A_proposal_that_was_overtaken_is_not_submitted_and_the_answer_names_both()
    {
        var @case = await api.GivenNotifiedCase();
        var overtaken = (await @case.LastAct("ProposeDecision")).GetProperty("id").GetGuid();
        await @case.ProposeDecision(@case.At(4, 9));
        var standing = await @case.LastAct("ProposeDecision");
        var named = (await Open(@case, "SubmitForReview")).GetProperty("names").EnumerateArray().Single();
        (named.GetProperty("member").GetString(), named.GetProperty("id").GetGuid(), named.GetProperty("required").GetBoolean()).ShouldBe(
            ("proposalId", standing.GetProperty("id").GetGuid(), true)
        );

        var refused = await @case.Act("submit-for-review", new { doneAt = @case.At(4, 10), proposalId = overtaken });
        refused.ShouldBeProblem(422, "act.ground-not-standing", "REF-STANDS");
        refused["errors"][0].GetProperty("pointer").GetString().ShouldBe("/proposalId");
        refused["detail"].GetString()!.ShouldContain($"现行为第 {standing.GetProperty("position").GetInt32()} 项");

        await @case.Done("submit-for-review", new { doneAt = @case.At(4, 10), proposalId = standing.GetProperty("id").GetGuid() });
        (await @case.LastAct("SubmitForReview"))
            .GetProperty("body")
            .GetProperty("proposalId")
            .GetGuid()
            .ShouldBe(standing.GetProperty("id").GetGuid());
    }

    [Fact, Rule("REF-STANDS"), Rule("APL-44")]
    public async Task A_notice_of_what_nobody_proposed_is_refused_by_the_element()
    {
        var @case = await api.GivenConcludedCase();
        (await Tell(FineOf(500_00))).ShouldBeProblem(409, "ordinary-decision.not-proposed");
        await @case.ProposeDecision(@case.At(2, 16));

        var refused = await Tell(FineOf(400_00));
        refused.ShouldBeProblem(422, "prior-notice.not-as-proposed", "REF-STANDS");
        refused["detail"].GetString()!.ShouldContain("数额");
        (await Tell(FineOf(500_00))).ShouldBe(HttpStatusCode.OK);

        static object[] FineOf(long fen) => [new { kind = "Fine", amountFen = fen }];
        Task<ApiAnswer> Tell(object[] penalties) =>
            @case.Act(
                "tell-penalty",
                new
                {
                    doneAt = @case.At(3, 9),
                    penalties,
                    facts = Facts,
                    reasons = Reasons,
                    basis = Basis,
                    hearingRightNotified = false,
                }
            );
    }

    [Fact, Rule("REF-STANDS"), Rule("APL-45-ANSWER")]
    public async Task What_the_party_is_answered_ends_what_lies_before_it_and_the_acts_say_what_is_to_be_done_again()
    {
        var @case = await api.GivenProposedDecision();
        await @case.ReviewAndDiscuss(@case.At(14, 11));
        await @case.Endorse("Decision", @case.At(14, 16));
        (await Repeated()).ShouldBeEmpty();

        await Say(accepted: true, changesNothingBecause: "占用时间不影响认定。");

        (await Repeated()).ShouldBe(["GiveReviewOpinion Statements", "DiscussCollectively Statements", "EndorsePaper Statements"]);
        (await Decide()).ShouldBeProblem(422, "legal-review.matter-changed", "APL-58-2");

        await @case.ReviewAndDiscuss(@case.At(18, 8));
        (await Decide()).ShouldBeProblem(409, "paper.not-endorsed");
        await @case.Endorse("Decision", @case.At(18, 14));
        (await Decide()).ShouldBe(HttpStatusCode.OK);

        async Task<IEnumerable<string>> Repeated() =>
            [
                .. (await @case.Acts())["toRepeat"]
                    .EnumerateArray()
                    .Select(act =>
                        $"{act.GetProperty("act").GetString()} {string.Join(',', act.GetProperty("because").EnumerateArray().Select(e => e.GetProperty("element").GetString()))}"
                    ),
            ];
        async Task Say(bool accepted, string? changesNothingBecause)
        {
            await @case.Done(
                "hear-defence",
                new
                {
                    doneAt = @case.At(15, 9),
                    points = new[] { "只占用了半天。" },
                    declaration = OrdinaryCase.Declared(@case.At(15, 9)),
                }
            );
            await @case.Done(
                "review-defence",
                new
                {
                    doneAt = @case.At(15, 10),
                    results = new[]
                    {
                        new
                        {
                            accepted,
                            recheck = "属实。",
                            changesNothingBecause,
                        },
                    },
                }
            );
        }
        async Task<ApiAnswer> Decide() => await @case.Act("decide", await @case.Decision(@case.At(19, 9)), "hg-head");
    }

    [Fact, Rule("REF-STANDS"), Rule("APL-5")]
    public async Task What_was_assessed_anew_since_it_was_proposed_is_not_decided()
    {
        var @case = await api.GivenProposedDecision();
        var later = await @case.Assess(@case.At(14, 12));

        var refused = await Decide();
        refused.ShouldBeProblem(422, "assessment.overtaken", "REF-STANDS");
        refused["detail"].GetString()!.ShouldContain($"{later}");

        await @case.Done("propose-decision", @case.Proposal(@case.At(14, 13), later));
        await @case.Endorse("Decision", @case.At(14, 14));
        (await Decide()).ShouldBe(HttpStatusCode.OK);

        async Task<ApiAnswer> Decide() => await @case.Act("decide", await @case.Decision(@case.At(15, 9)), "hg-head");
    }

    [Fact, Rule("REF-OWN-GATE"), Rule("APL-45")]
    public async Task A_signed_statement_may_be_sent_in()
    {
        var @case = await api.GivenNotifiedCase();

        var unattended = await Say(submission: null);
        unattended.ShouldBeProblem(422, "declaration.not-of-party", "REF-OWN-GATE");
        unattended["errors"][0].GetProperty("pointer").GetString().ShouldBe("/declaration/attendance");
        (await Say(new { arrived = Day(@case.At(5, 9)), posted = Day(@case.At(4, 9)) })).ShouldBe(HttpStatusCode.OK);

        Task<ApiAnswer> Say(object? submission) =>
            @case.Act(
                "hear-defence",
                new
                {
                    doneAt = @case.At(5, 9),
                    points = new[] { "只占用了半天。" },
                    submission,
                    declaration = new
                    {
                        declarantName = PartyName,
                        tie = "Self",
                        signedSha256 = Hash,
                    },
                }
            );
    }

    [Fact, Rule("NUM-MONEY")]
    public async Task A_sum_beyond_all_sums_is_named_and_nothing_overflows()
    {
        var @case = await api.GivenConcludedCase();
        var proposal = JsonSerializer
            .SerializeToNode(@case.Proposal(@case.At(2, 16), await @case.Assess(@case.At(2, 15))), JsonSerializerOptions.Web)!
            .AsObject();
        proposal["penalties"] = new JsonArray(new JsonObject { ["kind"] = "ConfiscationOfGoods", ["amountFen"] = 100 });
        proposal["things"] = new JsonArray(Cart(), Cart());

        var refused = await @case.Act("propose-decision", proposal);
        refused.ShouldBeProblem(422, "money.out-of-range");
        refused["errors"][0].GetProperty("pointer").GetString().ShouldBe("/things/0/valueFen");

        static JsonObject Cart() =>
            new()
            {
                ["name"] = "推车",
                ["quantity"] = "1 辆",
                ["valueFen"] = long.MaxValue,
                ["valueSource"] = "价格认定",
            };
    }

    [Fact, Rule("REF-OWN-GATE"), Rule("APL-62")]
    public async Task A_waiver_is_the_partys_own_and_leaves_a_paper()
    {
        var @case = await api.GivenNotifiedCase();

        (await Waive(null)).ShouldBeProblem(422, "declaration.not-of-party", "REF-OWN-GATE");
        var stranger = await Waive(
            new
            {
                declarantName = "某路人",
                tie = "Self",
                attendance = OrdinaryCase.Attendance(@case.At(3, 16)),
                signedSha256 = Hash,
            }
        );
        stranger.ShouldBeProblem(422, "declaration.not-of-party", "REF-OWN-GATE");
        stranger["errors"][0].GetProperty("pointer").GetString().ShouldBe("/declaration/declarantName");

        (await Waive(OrdinaryCase.Declared(@case.At(3, 16)))).ShouldBe(HttpStatusCode.OK);
        (await @case.Pdf("DefenceRecord")).ShouldNotBeEmpty();

        Task<ApiAnswer> Waive(object? declaration) =>
            @case.Act(
                "waive-defence",
                new
                {
                    doneAt = @case.At(3, 16),
                    words = "我放弃陈述、申辩。",
                    statement = true,
                    hearing = false,
                    declaration,
                }
            );
    }

    [Fact, Rule("REF-OWN-GATE"), Rule("APL-57-2")]
    public async Task Nobody_is_a_leader_by_saying_so_and_another_conclusion_is_not_decided()
    {
        var @case = await api.GivenProposedDecision();
        await @case.Done(
            "assess-review-triggers",
            new
            {
                doneAt = @case.At(14, 11),
                ticked = Array.Empty<string>(),
                noneBecause = "案情简单。",
                complex = true,
            }
        );
        var invented = await Discuss(Guid.NewGuid(), "某领导", 500_00);
        invented.ShouldBeProblem(422, "collective-discussion.not-a-leader", "REF-OWN-GATE");
        invented["errors"][0].GetProperty("pointer").GetString().ShouldBe("/views/0/personId");
        (await Discuss(DemoIds.Person("xc-head"), NameOf("xc-head"), 500_00)).ShouldBeProblem(422, "collective-discussion.not-a-leader");
        (await Discuss(DemoIds.Person("hg-teamlead"), NameOf("hg-teamlead"), 500_00)).ShouldBeProblem(
            422,
            "collective-discussion.not-a-leader"
        );

        (await Discuss(DemoIds.Person("hg-head"), NameOf("hg-head"), 300_00)).ShouldBe(HttpStatusCode.OK);
        (await Decide()).ShouldBeProblem(422, "collective-discussion.other-than-concluded", "REF-OWN-GATE");
        (await Discuss(DemoIds.Person("hg-head"), NameOf("hg-head"), 500_00)).ShouldBe(HttpStatusCode.OK);
        (await Decide()).ShouldBe(HttpStatusCode.OK);

        Task<ApiAnswer> Discuss(Guid first, string name, long fen)
        {
            (Guid Id, string Name)[] leaders =
            [
                (first, name),
                .. new[] { "hg-deputy1", "hg-deputy2" }.Select(leader => (DemoIds.Person(leader), NameOf(leader))),
            ];
            return @case.Act(
                "discuss-collectively",
                new
                {
                    doneAt = @case.At(14, 14),
                    views = leaders.Select(leader => new
                    {
                        personId = leader.Id,
                        name = leader.Name,
                        post = "街道办事处领导",
                        isLeaderOfOrgan = true,
                        view = "同意。",
                    }),
                    concludedOutcome = "Penalty",
                    concludedPenalties = new[] { new { kind = "Fine", amountFen = fen } },
                    conclusion = "同意。",
                    place = "汉沽街道办事处会议室",
                    recorderName = "汉法明",
                },
                "hg-head"
            );
        }
        async Task<ApiAnswer> Decide() => await @case.Act("decide", await @case.Decision(@case.At(15, 9)), "hg-head");
    }

    [Fact, Rule("REF-OWN-GATE"), Rule("APL-58-1"), Rule("APL-58-2")]
    public async Task Who_disagrees_with_the_reviewer_neither_unticks_nor_asks_another_but_goes_to_the_head()
    {
        var @case = await api.GivenProposedDecision();
        await @case.Done("assess-review-triggers", new { doneAt = @case.At(14, 11), ticked = new[] { "PublicInterest" } });
        await Review("NotPassed", wrong: "LawAndDiscretion", @case.At(14, 12));

        (
            await @case.Act(
                "assess-review-triggers",
                new
                {
                    doneAt = @case.At(14, 16),
                    ticked = Array.Empty<string>(),
                    noneBecause = "不涉及。",
                }
            )
        ).ShouldBeProblem(422, "legal-review.trigger-taken-back", "REF-OWN-GATE");
        (await @case.Act("submit-for-review", new { doneAt = @case.At(14, 16) })).ShouldBeProblem(
            422,
            "legal-review.unchanged",
            "REF-OWN-GATE"
        );

        await @case.Done("object-to-review", new { doneAt = @case.At(14, 17), words = "适用法律没有错误。" });
        (await Answer("SentBack", "hg-officer1")).ShouldBeProblem(422, "legal-review.reviewer-not-heard", "REF-OWN-GATE");
        (await Answer("SentBack", "hg-reviewer", by: "hg-deputy1")).ShouldBeProblem(403, "recusal.reserved-to-head", "RECUSAL-HEAD");
        (await Answer("SentBack", "hg-reviewer")).ShouldBe(HttpStatusCode.OK);

        await Review("Passed", wrong: null, @case.At(15, 9));
        (await @case.Matter("hg-head"))["opinionHolds"].GetBoolean().ShouldBeTrue();

        async Task Review(string outcome, string? wrong, DateTimeOffset at)
        {
            await @case.Done("submit-for-review", new { doneAt = at });
            await @case.Done("take-review", new { doneAt = at.AddHours(1) }, "hg-reviewer");
            (await @case.Opinion(at.AddHours(2), outcome, wrong)).Status.ShouldBe(200);
        }
        Task<ApiAnswer> Answer(string result, string heard, string by = "hg-head") =>
            @case.Act(
                "decide-objection",
                new
                {
                    doneAt = @case.At(14, 18),
                    result,
                    reviewerHeardId = DemoIds.Person(heard),
                    reviewerWords = "维持审核意见。",
                    reasons = "由审核人员重新审核。",
                },
                by
            );
    }

    private static async Task<JsonElement> Open(OrdinaryCase @case, string act) =>
        (await @case.Acts())["acts"].EnumerateArray().Single(a => a.GetProperty("act").GetString() == act);
}
