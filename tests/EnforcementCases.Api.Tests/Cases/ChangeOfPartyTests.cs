using System.Net;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>A filed case whose party was the wrong one, and one whose facts are another matter.</summary>
public sealed class ChangeOfPartyTests(ApiFixture api)
{
    internal const string Other = "高某某";
    private static int others;

    [Fact, Rule("CHANGE-PARTY"), Rule("APL-44")]
    public async Task Another_party_after_the_notice_is_approved_identified_and_notified_anew_within_the_same_ninety_days()
    {
        var @case = await api.GivenNotifiedCase();
        var ninety = await LastDay(@case);
        (await @case.Act("change-party", Change(@case))).ShouldBe(HttpStatusCode.Forbidden);
        (await @case.Act("change-party", Change(@case, evidence: false), "hg-head")).ShouldBeProblem(
            422,
            "party-change.not-shown",
            "CHANGE-PARTY"
        );
        (await @case.Act("change-party", Change(@case, ground: "Succeeded"), "hg-head")).ShouldBeProblem(
            422,
            "party-change.does-not-fit",
            "CHANGE-PARTY"
        );

        await @case.Done("change-party", Change(@case), "hg-head");

        (await @case.Stage()).ShouldBe("Investigating");
        (await @case.Act("conclude-investigation", await Report(@case, 4, 10))).ShouldBeProblem(
            422,
            "party-change.not-identified",
            "CHANGE-PARTY"
        );
        (await @case.Act("identify-party", Party(@case, "李某某"))).ShouldBeProblem(422, "party-change.not-approved", "CHANGE-PARTY");
        await @case.Done("identify-party", Party(@case, Other));
        (await @case.Act("identify-party", Party(@case, OrdinarySteps.PartyName))).ShouldBeProblem(
            422,
            "party-change.not-approved",
            "CHANGE-PARTY"
        );
        var repeat = (await @case.Acts())["toRepeat"].EnumerateArray().ToList();
        repeat.Select(a => a.GetProperty("act").GetString()).ShouldBe(["ConcludeInvestigation", "ProposeDecision", "TellPenalty"]);
        repeat[0].GetProperty("because")[0].GetProperty("element").GetString().ShouldBe("Party");

        await @case.Done("conclude-investigation", await Report(@case, 5, 9));
        await @case.ProposeDecision(@case.At(5, 16));
        await @case.Done(
            "tell-penalty",
            new
            {
                doneAt = @case.At(6, 9),
                penalties = @case.Penalties,
                facts = OrdinarySteps.Facts,
                reasons = OrdinarySteps.Reasons,
                basis = OrdinarySteps.Basis,
                hearingRightNotified = false,
            }
        );
        var notice = await @case.Paper("PriorNotice");
        (await @case.Act("serve-document", @case.Return(@case.At(7, 10), [notice]))).ShouldBeProblem(
            422,
            "service.other-addressee",
            "CPL-88"
        );
        await @case.Done("serve-document", @case.Return(@case.At(7, 10), [notice], addressee: Other));
        await @case.Done(
            "assess-review-triggers",
            new
            {
                doneAt = @case.At(16, 8),
                ticked = Array.Empty<string>(),
                noneBecause = "案情简单，数额较小，不涉及重大公共利益。",
            }
        );
        await @case.ProposeDecision(@case.At(16, 9));
        await @case.Endorse("Decision", @case.At(16, 10));
        await @case.Decide(@case.At(17, 9));
        (await @case.Acts())["toRepeat"].GetArrayLength().ShouldBe(0);
        await @case.Done("serve-document", @case.Return(@case.At(18, 10), [await @case.Paper("PenaltyDecision")], addressee: Other));
        await @case.Pay(@case.FineFen, @case.At(20, 9));
        await @case.RecheckAtOnce(@case.At(20, 10));
        await @case.Close(
            @case.At(21, 9),
            new
            {
                doneAt = @case.At(21, 9),
                reason = "Performed",
                performance = "罚款缴清。",
                receipts = new[] { "津财0001" },
            }
        );
        (await @case.Read())["party"].GetProperty("name").GetString().ShouldBe(Other);

        async Task<string> LastDay(OrdinaryCase of) =>
            (await api.SignedInAs("hg-officer1").GetJson($"cases/{of.Id}/deadlines"))
                .Body.EnumerateArray()
                .Single(d => d.GetProperty("kind").GetString() == "Decision")
                .GetProperty("lastDay")
                .GetString()!;
        (await LastDay(@case)).ShouldBe(ninety);
    }

    [Fact, Rule("CHANGE-MATTER"), Rule("APL-60")]
    public async Task Another_matter_is_approved_and_assessed_anew_within_the_same_ninety_days()
    {
        var @case = await api.GivenConcludedCase();
        var assessed = (await @case.LastAct("ConcludeInvestigation")).GetProperty("body").GetProperty("assessmentId").GetGuid();
        (await @case.Act("change-matter", Matter(@case, OrdinarySteps.Violation), "hg-head")).ShouldBeProblem(
            422,
            "matter-change.same-matter",
            "CHANGE-MATTER"
        );
        (await @case.Act("change-matter", Matter(@case, "GJ-XX-99"), "hg-head")).Status.ShouldBe(422);

        await @case.Done("change-matter", Matter(@case, "GJ-LJ-01"), "hg-head");

        (await @case.Stage()).ShouldBe("Investigating");
        (await @case.Read())["violationCode"].GetString().ShouldBe("GJ-LJ-01");
        (await @case.Act("conclude-investigation", ReportOn(@case, 3, 9, assessed))).Status.ShouldBe(422);
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/deadlines"))
            .Body.EnumerateArray()
            .Count(d => d.GetProperty("kind").GetString() == "Decision" && d.GetProperty("state").GetString() == "Open")
            .ShouldBe(1);
    }

    internal static object Matter(OrdinaryCase @case, string code) =>
        new
        {
            doneAt = @case.At(2, 15),
            violationCode = code,
            facts = "当事人随意倾倒建筑垃圾。",
            reason = "查明的事实属于另一案由。",
            evidenceIds = new[] { @case.SceneId },
        };

    internal static object Change(OrdinaryCase @case, string ground = "WrongParty", bool evidence = true) =>
        new
        {
            doneAt = @case.At(4, 9),
            ground,
            otherPartyName = Other,
            reason = "询问查明建筑材料由高某某堆放。",
            evidenceIds = evidence ? new[] { @case.InquiryId } : [],
            formerPartyInformed = "当日电话告知原当事人。",
        };

    internal static object Party(OrdinaryCase @case, string name) =>
        new
        {
            doneAt = @case.At(4, 14),
            party = new
            {
                kind = "Citizen",
                identity = "Documented",
                name,
                document = "CitizenIdCard",
                documentNumber = OrdinarySteps.IdNumber(new DateOnly(1960, 1, 1).AddDays(Interlocked.Increment(ref others))),
                address = "天津市滨海新区汉沽街道牌坊东街9号",
            },
        };

    private static async Task<object> Report(OrdinaryCase @case, int day, int hour) =>
        ReportOn(@case, day, hour, await @case.Assess(@case.At(day, hour).AddMinutes(-30)));

    private static object ReportOn(OrdinaryCase @case, int day, int hour, Guid assessmentId) =>
        new
        {
            doneAt = @case.At(day, hour),
            findings = OrdinarySteps.Facts,
            facts = @case.FactElements(),
            characterisation = "属于擅自占用城市道路。",
            proposedOutcome = "Penalty",
            penalties = @case.Penalties,
            assessmentId,
            reasons = "按一般情形处罚。",
        };
}
