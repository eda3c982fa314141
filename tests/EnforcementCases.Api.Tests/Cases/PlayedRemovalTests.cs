using System.Net;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>A structure is removed by force: the power is the catalogue's, the street was charged, both remedies ran out.</summary>
public sealed class PlayedRemovalTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const int Carried = 270;

    [Fact, Rule("ACL-13"), Rule("ACL-44"), Rule("ORDER-ALONE")]
    public async Task A_charged_street_removes_a_structure_after_call_notice_decision_and_remedies()
    {
        var played = await PlayedProvision.Open(api, "GJ-WJ-01", "《城乡规划法》", "第六十四条");
        var @case = played.Case;
        object[] orders =
        [
            new { what = "停止建设。", kind = "StopConstruction" },
            new
            {
                what = "拆除新开中路36号院内的违法建筑。",
                kind = "DemolishByDate",
                daysAfterService = 15,
            },
        ];
        await played.Conclude("OrderAlone", []);
        await played.Propose([], "OrderAlone", orders: orders, branch: "无法采取改正措施消除影响,能够拆除");
        await played.Decide("OrderDecision", hearingRightNotified: true);
        await @case.Done(
            "call-to-perform",
            new
            {
                doneAt = @case.At(32, 9),
                performBy = played.Day(40),
                manner = "自行拆除",
                rightsNotified = true,
            }
        );
        await @case.Serve(@case.At(32, 10), await @case.Paper("CallToPerform"));
        await @case.Done(
            "announce-removal",
            new
            {
                doneAt = @case.At(41, 10),
                selfRemovalBy = played.Day(250),
                removeOn = played.Day(Carried),
                structure = "院内违法建筑",
                postedAt = "新开中路36号",
                chargeInstrument = "津滨政责〔2024〕1号",
                mediaSha256 = new[] { OrdinarySteps.Hash },
            },
            "hg-head"
        );

        (await OrdinarySidePathTests.Execute(@case, 41, typed: "第六十五条")).ShouldBeProblem(
            422,
            "execution-power.not-of-matter",
            "ACL-13"
        );
        (await OrdinarySidePathTests.Execute(@case, 41, hour: 23)).ShouldBeProblem(422, "execution-time.at-night", "ACL-43");
        (await OrdinarySidePathTests.Carry(@case, Carried)).ShouldBeProblem(409, "execution.not-decided");
        (await OrdinarySidePathTests.Execute(@case, 41)).ShouldBe(HttpStatusCode.OK);
        (await @case.Pdf("ExecutionDecision")).Length.ShouldBeGreaterThan(1000);
        (await OrdinarySidePathTests.Carry(@case, Carried)).ShouldBeProblem(422, "execution.decision-not-served", "ACL-35");
        await @case.Serve(@case.At(41, 15), await @case.Paper("ExecutionDecision"));
        (await OrdinarySidePathTests.Carry(@case, 43)).ShouldBeProblem(422, "removal.notice-missing", "ACL-44");
        (await OrdinarySidePathTests.Carry(@case, Carried, film: false)).ShouldBeProblem(422, "recording.video-missing", "REC-118-1");

        (await OrdinarySidePathTests.Carry(@case, Carried)).ShouldBe(HttpStatusCode.OK);
        (await OrdinarySidePathTests.Carry(@case, Carried)).ShouldBeProblem(409, "execution.not-decided");
    }
}
