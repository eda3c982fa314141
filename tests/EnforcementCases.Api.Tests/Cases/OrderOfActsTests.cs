using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>Days that would cure what was late or missing, over HTTP: each is refused with both days, and nothing has changed.</summary>
public sealed class OrderOfActsTests(ApiFixture api)
{
    [Fact]
    public async Task A_decision_is_not_dated_before_what_the_head_signs()
    {
        var @case = await api.GivenProposedDecision(); // proposed and endorsed on day 14; the party's time was over on day 8
        var before = await @case.Acts();

        var answer = await Decide(13);

        answer.ShouldBeProblem(422, "act.before-what-it-rests-on", "REF-ORDER");
        answer["basis"].GetString().ShouldBe("《行政诉讼法》第三十五条");
        answer["detail"].GetString()!.ShouldContain($"（{@case.At(13, 9):yyyy-MM-dd HH:mm}）早于");
        (await @case.Acts()).Body.GetRawText().ShouldBe(before.Body.GetRawText());
        (await Decide(15)).Status.ShouldBe(200);

        async Task<ApiAnswer> Decide(int day) =>
            await @case.Act(
                "decide",
                new
                {
                    doneAt = @case.At(day, 9),
                    proposalSha256 = (await @case.LastAct("ProposeDecision")).GetProperty("bodySha256").GetString(),
                    opinion = "同意处罚。",
                },
                "hg-head"
            );
    }

    [Fact]
    public async Task A_report_is_not_dated_before_the_evidence_was_verified()
    {
        var @case = await api.GivenFiledCase();
        await @case.Investigate();

        var answer = await @case.Act(
            "conclude-investigation",
            new
            {
                doneAt = @case.At(0, 14),
                findings = OrdinarySteps.Facts,
                facts = @case.FactElements(),
                characterisation = "擅自占用城市道路。",
                proposedOutcome = "NoPenaltyNotProved",
                reasons = "占用时间短。",
            }
        );

        answer.ShouldBeProblem(422, "act.before-what-it-rests-on", "REF-ORDER");
    }

    [Fact]
    public async Task A_day_within_an_act_is_not_later_than_the_act()
    {
        var @case = await api.GivenFiledCase();
        var at = @case.At(1, 9);

        var answer = await @case.Act(
            "collect-evidence",
            new
            {
                doneAt = at,
                attendance = OrdinaryCase.Attendance(at.AddMinutes(-10)),
                items = new[]
                {
                    new
                    {
                        id = Guid.NewGuid(),
                        kind = "AudioVisualMaterial",
                        source = "手持终端",
                        takenAt = at.AddMinutes(1),
                        place = "汉沽街道",
                        sha256 = OrdinarySteps.Hash,
                        description = "现场照片",
                    },
                },
                mediaSha256 = new[] { OrdinarySteps.Hash },
            }
        );

        answer.ShouldBeProblem(422, "case.part-after-the-act");
        answer["errors"][0].GetProperty("pointer").GetString().ShouldBe("/items/0/takenAt");
    }
}
