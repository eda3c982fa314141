using System.Net;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Pdf.Tests;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>Two parties who acted together: two tracks of one matter, each to its own end, on the same evidence.</summary>
public sealed class JointPartiesTests(ApiFixture api)
{
    [Fact, Rule("JOINT"), Rule("APL-29"), Rule("APL-44")]
    public async Task Two_joint_parties_have_a_track_each_with_their_shares_named_and_equal()
    {
        var one = await api.GivenFiledCase(fineFen: 500_00);
        await one.Investigate();
        var other = await api.GivenFiledCase(fineFen: 300_00);
        var elsewhere = await api.GivenFiledCase(begin: new(2024, 5, 14, 9, 0, 0, TimeSpan.FromHours(8)));
        (await Join(other, one, [])).ShouldBe(HttpStatusCode.Forbidden);
        (await Join(other, other, [], "hg-head")).ShouldBeProblem(422, "joint.another-matter", "JOINT");
        (await Join(other, elsewhere, [], "hg-head")).ShouldBeProblem(422, "joint.another-matter", "JOINT");
        (await Join(other, one, [Guid.NewGuid()], "hg-head")).ShouldBeProblem(422, "evidence.not-in-file");

        (await Join(other, one, [one.SceneId], "hg-head")).ShouldBe(HttpStatusCode.OK);

        (await Join(other, one, [], "hg-head")).ShouldBeProblem(409, "joint.joined-already");
        (await Join(one, other, [], "hg-head")).ShouldBeProblem(409, "joint.joined-already");
        (await one.LastAct("JoinTrack")).GetProperty("body").GetProperty("otherCaseId").GetGuid().ShouldBe(other.Id);
        await other.Investigate();
        (await Conclude(other, 2)).ShouldBeProblem(422, "evidence.not-verified"); // each track verifies the shared evidence itself
        await other.Done(
            "verify-evidence",
            new
            {
                doneAt = other.At(1, 17),
                items = new[] { new { evidenceId = one.SceneId, how = "与并案案卷核对一致" } },
                verifierName = OrdinarySteps.NameOf("hg-officer1"),
            }
        );
        (await Conclude(one, 2)).ShouldBe(HttpStatusCode.OK);
        (await Conclude(other, 2)).ShouldBe(HttpStatusCode.OK);
        (await Propose(one, 2)).ShouldBeProblem(422, "joint.shares-not-named", "JOINT");
        (await Propose(one, 2, (one, 500_00))).ShouldBeProblem(422, "joint.shares-not-named", "JOINT");
        (await Propose(one, 2, (one, 400_00), (other, 300_00))).ShouldBeProblem(422, "joint.shares-not-named", "JOINT");
        (await Propose(one, 2, (one, 500_00), (other, 300_00))).ShouldBe(HttpStatusCode.OK);
        (await Propose(other, 2, (one, 450_00), (other, 300_00))).ShouldBe(HttpStatusCode.OK);
        await Notify(one);
        await Notify(other);
        await Ready(one, (one, 500_00), (other, 300_00));
        await Ready(other, (one, 450_00), (other, 300_00));
        (await other.Act("decide", await other.Decision(other.At(15, 9)), "hg-head")).ShouldBeProblem(422, "joint.shares-differ", "JOINT");
        await Ready(other, (one, 500_00), (other, 300_00));
        await one.Decide(one.At(15, 9));
        await other.Decide(other.At(15, 10));
        Poppler.CopiedText(await other.Pdf("PenaltyDecision")).ShouldContain("合计800.00元");
        foreach (var track in new[] { one, other })
        {
            await track.Serve(track.At(16, 10), await track.Paper("PenaltyDecision"));
            await track.Pay(track.FineFen, track.At(20, 9));
            await track.RecheckAtOnce(track.At(20, 10));
            await track.Close(
                track.At(21, 9),
                new
                {
                    doneAt = track.At(21, 9),
                    reason = "Performed",
                    performance = "罚款缴清。",
                    receipts = new[] { "津财0001" },
                }
            );
            (await track.Stage()).ShouldBe("Closed");
        }

        Task<ApiAnswer> Conclude(OrdinaryCase of, int day) => Concluded(of, day, one.SceneId);
        async Task<ApiAnswer> Propose(OrdinaryCase of, int day, params (OrdinaryCase Case, long Fen)[] shares) =>
            await of.Act("propose-decision", await Proposal(of, of.At(day, 16), one.SceneId, shares));
        async Task Ready(OrdinaryCase of, params (OrdinaryCase Case, long Fen)[] shares)
        {
            await of.Done(
                "assess-review-triggers",
                new
                {
                    doneAt = of.At(14, 8),
                    ticked = Array.Empty<string>(),
                    noneBecause = "案情简单，数额较小，不涉及重大公共利益。",
                }
            );
            await of.Done("propose-decision", await Proposal(of, of.At(14, 9), one.SceneId, shares));
            await of.Endorse("Decision", of.At(14, 10));
        }
    }

    [Fact, Rule("JOINT")]
    public async Task A_track_of_another_team_binds_the_officer_who_does_not_see_it()
    {
        var one = await api.GivenFiledCase(fineFen: 500_00);
        await one.Investigate();
        var other = await api.GivenFiledCase(fineFen: 300_00);
        (await Join(other, one, [], "hg-head")).ShouldBe(HttpStatusCode.OK);
        await using (var scope = api.Services.CreateAsyncScope())
        {
            const string team = "/tj/bhxq/hg/zd9/";
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            var (cases, acts) = (db.Cases.IgnoreQueryFilters(), db.CaseActs.IgnoreQueryFilters());
            await cases.Where(c => c.Id == other.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.OrganisationPath, team));
            await acts.Where(a => a.CaseId == other.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.OrganisationPath, team));
        }
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{other.Id}")).Status.ShouldBe(404);
        (await Concluded(one, 2, one.SceneId)).ShouldBe(HttpStatusCode.OK);

        var without = await one.Act("propose-decision", await Proposal(one, one.At(2, 16), one.SceneId, []));
        without.ShouldBeProblem(422, "joint.shares-not-named", "JOINT");
        var named = await Proposal(one, one.At(2, 16), one.SceneId, [(one, 500_00), (other, 300_00)]);
        (await one.Act("propose-decision", named)).ShouldBe(HttpStatusCode.OK);
    }

    internal static Task<ApiAnswer> Join(OrdinaryCase here, OrdinaryCase other, Guid[] evidence, string @as = "hg-officer1") =>
        here.Act(
            "join-track",
            new
            {
                otherCaseId = other.Id,
                reason = "两名当事人共同堆放建筑材料。",
                doneAt = here.At(1, 16, 30),
                evidenceIds = evidence,
            },
            @as
        );

    private static async Task<ApiAnswer> Concluded(OrdinaryCase @case, int day, Guid scene) =>
        await @case.Act(
            "conclude-investigation",
            new
            {
                doneAt = @case.At(day, 9),
                findings = OrdinarySteps.Facts,
                facts = Elements(@case, scene),
                characterisation = "属于擅自占用城市道路。",
                proposedOutcome = "Penalty",
                penalties = @case.Penalties,
                assessmentId = await @case.Assess(@case.At(day, 8)),
                reasons = "按一般情形处罚。",
            }
        );

    private static async Task<object> Proposal(OrdinaryCase @case, DateTimeOffset at, Guid scene, (OrdinaryCase Case, long Fen)[] shares) =>
        new
        {
            doneAt = at,
            outcome = "Penalty",
            penalties = @case.Penalties,
            grade = "Ordinary",
            facts = OrdinarySteps.Facts,
            factElements = Elements(@case, scene),
            basis = OrdinarySteps.Basis,
            assessmentId = await @case.Assess(at.AddMinutes(-10)),
            reasons = OrdinarySteps.Reasons,
            orders = new[] { new { what = "今后占用城市道路应当依法办理审批手续。" } },
            jointShares = shares.Select(s => new { caseId = s.Case.Id, fineFen = s.Fen }),
        };

    private static object[] Elements(OrdinaryCase @case, Guid scene) =>
        [
            new { name = "占用城市道路的时间、地点、面积", evidenceIds = new[] { scene } },
            new { name = "占用人和未经批准", evidenceIds = new[] { @case.InquiryId } },
        ];

    private static async Task Notify(OrdinaryCase @case)
    {
        await @case.Done(
            "tell-penalty",
            new
            {
                doneAt = @case.At(3, 9),
                penalties = @case.Penalties,
                facts = OrdinarySteps.Facts,
                reasons = OrdinarySteps.Reasons,
                basis = OrdinarySteps.Basis,
                hearingRightNotified = false,
            }
        );
        await @case.Serve(@case.At(3, 15), await @case.Paper("PriorNotice"));
    }
}
