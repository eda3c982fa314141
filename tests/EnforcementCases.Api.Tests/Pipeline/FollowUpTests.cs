using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Pipeline;

/// <summary>What follows from an act is done with it or not at all; tried with the revocation of a decision.</summary>
public sealed class FollowUpTests
{
    [Fact]
    public async Task A_refusal_in_a_follow_up_takes_the_whole_act_back()
    {
        await using var own = await ApiFixture.StartAsync();
        var decided = await own.GivenDecidedCase();
        var before = await decided.Acts();
        var entries = await EntriesOf(decided);
        own.Refusing.RefusesNext = true;

        var refused = await decided.Act("revoke", new { reason = "事实认定有误", doneAt = decided.DecidedAt.AddHours(2) }, "hg-head");

        refused.ShouldBeProblem(422, RefusingFollowUp.Code);
        var after = await decided.Acts();
        after.ETag.ShouldBe(before.ETag);
        after.Body.ToString().ShouldBe(before.Body.ToString());
        (await EntriesOf(decided)).ShouldBe(entries);
        own.Refusing.RefusesNext.ShouldBeFalse("the follow-up was asked");

        await decided.Revoke(); // nothing of the refused try stands in the way

        (await decided.Stage()).ShouldBe("Revoked");
        (await EntriesOf(decided)).ShouldBeGreaterThan(entries);
    }

    private static async Task<int> EntriesOf(DecidedCase decided)
    {
        var record = await decided.Api.SignedInAs("hg-auditor").GetJson($"cases/{decided.Id}/record");
        record.Status.ShouldBe(200, record.Body.ToString());
        return record["entries"].GetArrayLength();
    }
}
