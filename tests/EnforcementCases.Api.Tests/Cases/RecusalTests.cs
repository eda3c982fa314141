using System.Net;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Api.Tests.LegalReview;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>Persons beside the officers who withdraw from a case: the head, in whose place a leader acts, and the reviewer.</summary>
public sealed class RecusalTests(ApiFixture api)
{
    [Fact, Rule("APL-43"), Rule("RECUSAL-HEAD")]
    public async Task A_head_who_withdraws_does_nothing_more_and_a_leader_decides_in_the_heads_place()
    {
        var @case = await api.GivenProposedDecision();
        (await @case.Act("request-recusal", Asked(@case, "hg-head", "Officer"))).ShouldBeProblem(
            422,
            "recusal.not-by-the-person",
            "APL-43"
        );
        await @case.Done("request-recusal", Asked(@case, "hg-head", "Party"));
        (await Decide("hg-head")).ShouldBeProblem(422, "recusal.undecided", "APL-43");
        (await @case.Act("decide-recusal", Granted(@case, "hg-head", "hg-deputy2"), "hg-head")).ShouldBeProblem(
            422,
            "recusal.head-not-decided-together",
            "RECUSAL-HEAD"
        );
        (await @case.Act("decide-recusal", Granted(@case, "hg-head", "hg-deputy2", "hg-deputy1"), "hg-deputy1")).ShouldBeProblem(
            422,
            "recusal.head-not-decided-together",
            "RECUSAL-HEAD"
        );
        (
            await @case.Act("decide-recusal", Granted(@case, "hg-head", "hg-deputy2", "hg-deputy1", "hg-teamlead"), "hg-deputy1")
        ).ShouldBeProblem(422, "recusal.head-not-decided-together", "RECUSAL-HEAD");
        string[] others = ["hg-deputy1", "hg-deputy2"];
        (await @case.Act("decide-recusal", Granted(@case, "hg-head", null, others), "hg-deputy1")).ShouldBeProblem(
            422,
            "recusal.no-stand-in",
            "RECUSAL-HEAD"
        );
        (await @case.Act("decide-recusal", Granted(@case, "hg-head", "hg-head", others), "hg-deputy1")).ShouldBeProblem(
            422,
            "recusal.no-stand-in",
            "RECUSAL-HEAD"
        );
        (await Decide("hg-deputy2")).ShouldBeProblem(403, "recusal.reserved-to-head", "RECUSAL-HEAD");

        await @case.Done("decide-recusal", Granted(@case, "hg-head", "hg-deputy2", others), "hg-deputy1");

        (await Decide("hg-head")).ShouldBeProblem(422, "recusal.withdrawn-officer-acting", "APL-43");
        (await Decide("hg-deputy1")).ShouldBeProblem(403, "access.same-person-on-paper"); // no stand-in, and an endorser of the paper
        (await Decide("hg-deputy2")).ShouldBe(HttpStatusCode.OK);
        await @case.Serve(@case.At(16, 10), await @case.Paper("PenaltyDecision"));
        await @case.Pay(@case.FineFen, @case.At(20, 9));
        await @case.RecheckAtOnce(@case.At(20, 10));
        await @case.Done(
            "propose-closing",
            new
            {
                doneAt = @case.At(21, 9),
                reason = "Performed",
                performance = "罚款缴清。",
                receipts = new[] { "津财0001" },
            }
        );
        await @case.Endorse("Closing", @case.At(21, 10));
        var approved = new { doneAt = @case.At(22, 9), opinion = "同意结案。" };
        (await @case.Act("approve-closing", approved, "hg-head")).ShouldBeProblem(422, "recusal.withdrawn-officer-acting", "APL-43");
        await @case.Done("approve-closing", approved, "hg-deputy2");
        await @case.PutIntoArchive(@case.At(23, 9));
        (await @case.Stage()).ShouldBe("Archived");

        async Task<ApiAnswer> Decide(string @as) => await @case.Act("decide", await @case.Decision(@case.At(15, 14)), @as);
    }

    [Fact, Rule("APL-43")]
    public async Task A_reviewer_who_withdraws_reviews_no_more_and_the_opinion_counts_unless_it_is_set_aside()
    {
        var @case = await api.GivenProposedDecision();
        await @case.Done("assess-review-triggers", new { doneAt = @case.At(14, 11), ticked = new[] { "PublicInterest" } });
        await @case.Done("submit-for-review", new { doneAt = @case.At(14, 12) });
        await @case.Done("take-review", new { doneAt = @case.At(14, 13) }, "hg-reviewer");
        (await @case.Opinion(@case.At(14, 14), "Passed")).ShouldBe(HttpStatusCode.OK);
        await @case.Discuss(@case.At(14, 15));
        var opinion = (await @case.LastAct("GiveReviewOpinion")).GetProperty("id").GetGuid();
        var proposal = (await @case.LastAct("ProposeDecision")).GetProperty("id").GetGuid();
        (await @case.Act("decide-recusal", Decided("hg-reviewer", opinion), "hg-head")).ShouldBeProblem(409, "recusal.nothing-to-decide");
        await @case.Done("request-recusal", Asked(@case, "hg-reviewer", "Officer"), "hg-reviewer");
        (await @case.Act("decide-recusal", Decided("hg-reviewer", opinion), "hg-deputy1")).ShouldBeProblem(
            422,
            "recusal.not-decided-by-head",
            "APL-43"
        );
        (await @case.Act("decide-recusal", Decided("hg-reviewer", proposal), "hg-head")).ShouldBeProblem(
            422,
            "recusal.not-to-set-aside",
            "APL-43"
        );

        await @case.Done("decide-recusal", Decided("hg-reviewer", opinion), "hg-head");

        (await @case.Act("decide", await @case.Decision(@case.At(17, 9)), "hg-head")).ShouldBeProblem(422, "legal-review.missing");
        await @case.Done("submit-for-review", new { doneAt = @case.At(16, 10) });
        (await @case.Act("take-review", new { doneAt = @case.At(16, 11) }, "hg-reviewer")).ShouldBeProblem(
            422,
            "recusal.withdrawn-officer-acting",
            "APL-43"
        );

        object Decided(string who, Guid setAside) =>
            new
            {
                doneAt = @case.At(15, 10),
                officerId = DemoIds.Person(who),
                granted = true,
                reasons = "与当事人有其他关系，可能影响公正。",
                setAsideActIds = new[] { setAside },
            };
    }

    internal static object Granted(OrdinaryCase @case, string who, string? standIn, params string[] voters) =>
        new
        {
            doneAt = @case.At(15, 10),
            officerId = DemoIds.Person(who),
            granted = true,
            reasons = "与当事人有近亲属关系。",
            standInPersonId = standIn is null ? (Guid?)null : DemoIds.Person(standIn),
            votes = voters.Select(v => new
            {
                personId = DemoIds.Person(v),
                name = OrdinarySteps.NameOf(v),
                view = "同意回避。",
                grants = true,
            }),
        };

    internal static object Asked(OrdinaryCase @case, string who, string by) =>
        new
        {
            doneAt = @case.At(14, 16),
            officerId = DemoIds.Person(who),
            askedBy = by,
            reason = "与当事人有近亲属关系。",
        };
}
