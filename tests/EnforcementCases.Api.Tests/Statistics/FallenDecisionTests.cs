using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Statistics;

/// <summary>A decision that fell stays in the figures of its year as such, also after its case was handled again.</summary>
public sealed class FallenDecisionTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact, Rule("ST-5")]
    public async Task A_decision_that_fell_is_counted_in_its_year_after_the_case_is_handled_again()
    {
        var @case = await api.GivenServedCase();
        var year = @case.At(0, 9).Year;
        await @case.Done("revoke", new { reason = "主要事实不清。", doneAt = @case.At(30, 9) }, "hg-head");
        var before = await api.Figures(year);

        await @case.Serve(@case.At(31, 9), await new DecidedCase(api, @case.Id, "", null, @case.At(30, 9)).Paper("RevocationDecision"));
        await @case.Done(
            "reopen",
            new
            {
                doneAt = @case.At(33, 9),
                reason = "重新处理。",
                sameFactsAndReasons = false,
                newFactsOrReasons = "补充了占用面积的测量笔录。",
            },
            "hg-head"
        );

        (await @case.Read())["decisionNumber"].GetString().ShouldBeNull();
        var after = await api.Figures(year);
        foreach (
            var key in new[] { "penaltyCasesEntered", "ordinaryProcedureCases", "finesImposedYuan", "revokedDecisions", "finePenalties" }
        )
        {
            after.Figure(key).ShouldBe(before.Figure(key), key);
            after.Figure(key).ShouldBeGreaterThan(0, key);
            var listed = (await api.SignedInAs("hg-supervisor").GetJson($"statistics/{year}/figures/{key}/cases"))["items"]
                .EnumerateArray()
                .Single(i => i.GetProperty("caseId").GetGuid() == @case.Id);
            listed.GetProperty("reopened").GetBoolean().ShouldBeTrue();
            listed.GetProperty("decisionNumber").GetString()!.ShouldContain("罚决");
            listed
                .GetProperty("fellOn")
                .GetString()
                .ShouldBe(@case.At(30, 9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }
        after.Figure("invalidDecisions").ShouldBe(before.Figure("invalidDecisions"));
        after["checks"].EnumerateArray().ShouldAllBe(c => c.GetProperty("holds").GetBoolean());
    }
}
