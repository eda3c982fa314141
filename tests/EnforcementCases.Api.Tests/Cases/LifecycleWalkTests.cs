using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Tests.Fines;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Cases;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>Every act of the simple procedure tried from every stage it knows: what the table of acts does not name is refused and changes nothing.</summary>
public sealed class LifecycleWalkTests(ApiFixture api)
{
    private static readonly CaseStage[] Stages = [CaseStage.Decided, CaseStage.Revoked, CaseStage.Closed];

    /// <summary>All pairs; a case that can be asked for has left the stage Open, and money that the bank received is booked at every stage.</summary>
    public static TheoryData<CaseStage, CaseAct> Forbidden()
    {
        var pairs = new TheoryData<CaseStage, CaseAct>();
        foreach (var stage in Stages)
        foreach (
            var act in CaseLifecycle.ActsOnTheSpot.Where(a =>
                (!CaseLifecycle.Allows(CaseProcedure.Simple, stage, a) || IsRefundOfWhatApplies(stage, a))
                && a is not (CaseAct.DecideOnTheSpot or CaseAct.ReceivePayment)
            )
        )
            pairs.Add(stage, act);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Forbidden))]
    public async Task What_the_table_does_not_allow_is_refused_and_changes_nothing(CaseStage stage, CaseAct act)
    {
        var @case = await GivenCaseAt(stage);
        var before = await @case.Acts();
        before["stage"].GetString().ShouldBe(stage.ToString());

        var answer = await Try(@case, act);

        answer.Status.ShouldBeOneOf(409, 422);
        answer["code"].GetString().ShouldNotBe("request.stale");
        (await @case.Acts()).Body.GetRawText().ShouldBe(before.Body.GetRawText());
        State(before, act).GetProperty("open").GetBoolean().ShouldBeFalse();
        State(before, act).GetProperty("obstacles")[0].GetProperty("code").GetString().ShouldBe(answer["code"].GetString());
    }

    /// <summary>The stage knows the act for a fine that a remedy lowered; while the decision applies as it was made, it is refused as before.</summary>
    private static bool IsRefundOfWhatApplies(CaseStage stage, CaseAct act) =>
        act is CaseAct.Refund && stage is (CaseStage.Decided or CaseStage.Closed);

    [Fact]
    public void Each_stage_has_acts_that_it_refuses() =>
        Forbidden().Select(row => row.Data.Item1).Distinct().Count().ShouldBe(Stages.Length);

    private static System.Text.Json.JsonElement State(ApiAnswer acts, CaseAct act) =>
        acts["acts"].EnumerateArray().Single(a => a.GetProperty("act").GetString() == act.ToString());

    private async Task<DecidedCase> GivenCaseAt(CaseStage stage)
    {
        var @case = await api.GivenDecidedCase();
        switch (stage)
        {
            case CaseStage.Revoked:
                await @case.Revoke();
                break;
            case CaseStage.Closed:
                await @case.ReportBack();
                await @case.Pays(50_00);
                break;
            default:
                break; // decided
        }
        return @case;
    }

    private async Task<ApiAnswer> Try(DecidedCase @case, CaseAct act)
    {
        var doneAt = @case.DecidedAt.AddDays(1);
        var receiptNumber = $"R{@case.Id:N}"[..20];
        return act switch
        {
            CaseAct.CollectOnTheSpot => await @case.Act(
                Route(act),
                new
                {
                    amountFen = 10_00,
                    ground = "SmallFine",
                    reason = (string?)null,
                    receiptNumber,
                    doneAt,
                }
            ),
            CaseAct.RemitToOrgan or CaseAct.RemitToBank => await @case.Act(Route(act), new { receiptNumber, doneAt }, "hg-cashier"),
            CaseAct.RecheckCorrection => await @case.Act(
                Route(act),
                new
                {
                    result = "Corrected",
                    note = "已清理",
                    doneAt,
                }
            ),
            CaseAct.CorrectError => await @case.Act(
                Route(act),
                await SlipSteps.Correction(@case, "堆放蔬菜", "堆放疏菜", doneAt),
                "hg-head"
            ),
            CaseAct.Revoke => await @case.Act(Route(act), new { reason = "撤销", doneAt }, "hg-head"),
            CaseAct.Refund => await @case.Act(
                Route(act),
                new
                {
                    amountFen = 10_00,
                    reference = receiptNumber,
                    doneAt,
                },
                "hg-cashier"
            ),
            CaseAct.ReportBack or CaseAct.Close or CaseAct.DecideOnTheSpot => await @case.Act(Route(act), new { doneAt }),
            _ => throw new ArgumentException($"{act} is no act of the simple procedure.", nameof(act)),
        };
    }

    private static string Route(CaseAct act) => ActRoutes.Of(act).Route!;
}
