using System.Net;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Access;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>Which person may act, which party is meant, and which case is a track of a joint matter.</summary>
public sealed class WhoActsTests(ApiFixture api)
{
    [Fact, Rule("APL-43"), Rule("RECUSAL-HEAD")]
    public async Task A_request_about_the_leader_in_the_heads_place_is_decided_by_the_others()
    {
        var (_, _, account) = await api.GivenAccountInUse("DeputyHead", heldFrom: new(2024, 1, 2));
        var other = (await api.SignedInAs("hg-admin").GetJson($"admin/accounts/{account}"))["personId"].GetGuid();
        var @case = await api.GivenProposedDecision();
        await @case.Done("request-recusal", RecusalTests.Asked(@case, "hg-head", "Party"));
        await @case.Done("decide-recusal", RecusalTests.Granted(@case, "hg-head", "hg-deputy2", "hg-deputy1", "hg-deputy2"), "hg-deputy1");
        await @case.Done("request-recusal", About("hg-deputy2", 15));
        var decide = new { decision = await @case.Decision(@case.At(17, 9)) }.decision;
        (await @case.Act("decide", decide, "hg-deputy2")).ShouldBeProblem(422, "recusal.undecided", "APL-43");
        var deputy = (DemoIds.Person("hg-deputy1"), OrdinarySteps.NameOf("hg-deputy1"));
        (
            await @case.Act(
                "decide-recusal",
                Together(deputy, (DemoIds.Person("hg-deputy2"), OrdinarySteps.NameOf("hg-deputy2"))),
                "hg-deputy2"
            )
        ).ShouldBeProblem(422, "recusal.head-not-decided-together", "RECUSAL-HEAD");
        (
            await @case.Act("decide-recusal", Together(deputy, (DemoIds.Person("hg-head"), OrdinarySteps.NameOf("hg-head"))), "hg-deputy1")
        ).ShouldBeProblem(422, "recusal.withdrawn-officer-acting", "APL-43");
        (await @case.Act("decide-recusal", Together(deputy), "hg-deputy1")).ShouldBeProblem(
            422,
            "recusal.head-not-decided-together",
            "RECUSAL-HEAD"
        );

        await @case.Done("decide-recusal", Together(deputy, (other, "测试员")), "hg-deputy1");

        (await @case.Act("decide", decide, "hg-deputy2")).ShouldBeProblem(403, "recusal.reserved-to-head", "RECUSAL-HEAD");

        object About(string who, int day) =>
            new
            {
                doneAt = @case.At(day, 14),
                officerId = DemoIds.Person(who),
                askedBy = "Party",
                reason = "与当事人有近亲属关系。",
            };
        object Together(params (Guid Person, string Name)[] voters) =>
            new
            {
                doneAt = @case.At(16, 10),
                officerId = DemoIds.Person("hg-deputy2"),
                granted = true,
                reasons = "与当事人有近亲属关系。",
                standInPersonId = DemoIds.Person("hg-deputy1"),
                votes = voters.Select(v => new
                {
                    personId = v.Person,
                    name = v.Name,
                    view = "同意回避。",
                    grants = true,
                }),
            };
    }

    [Fact, Rule("APL-43")]
    public async Task Who_withdrew_enters_nothing_that_is_dated_before_and_who_asked_about_another_decides()
    {
        var @case = await api.GivenFiledCase();
        await @case.Done("request-recusal", Asked("hg-officer2", "Officer", 9), "hg-officer2");
        await @case.Done("request-recusal", Asked("hg-teamlead", "Party", 10), "hg-head"); // the head asks about somebody else
        await @case.Done("decide-recusal", Granted("hg-officer2", 11), "hg-head");
        (await @case.Act("decide-recusal", Granted("hg-teamlead", 12), "hg-head")).ShouldBeProblem(403, "access.own-proposal");
        (
            await @case.Act("report-suspected-crime", new { doneAt = @case.At(0, 14), suspicion = "涉嫌故意毁坏财物罪。" }, "hg-officer2")
        ).ShouldBeProblem(422, "recusal.withdrawn-officer-acting", "APL-43");

        object Asked(string who, string by, int hour) =>
            new
            {
                doneAt = @case.At(1, hour),
                officerId = DemoIds.Person(who),
                askedBy = by,
                reason = "与当事人有近亲属关系。",
            };
        object Granted(string who, int hour) =>
            new
            {
                doneAt = @case.At(1, hour),
                officerId = DemoIds.Person(who),
                granted = true,
                reasons = "属实。",
            };
    }

    [Fact, Rule("CHANGE-PARTY")]
    public async Task While_another_party_is_approved_no_namesake_of_the_former_is_identified()
    {
        var @case = await api.GivenStallInTheStreet();
        await @case.Done(
            "identify-party",
            new
            {
                doneAt = @case.At(1, 9),
                party = new
                {
                    kind = "Citizen",
                    identity = "SelfDeclared",
                    name = OrdinarySteps.PartyName,
                    statedAge = 41,
                    address = "天津市滨海新区汉沽街道牌坊东街8号",
                    photoSha256 = OrdinarySteps.Hash,
                },
            }
        );
        await @case.QuestionBeforeFiling(@case.At(1, 11));
        (await @case.FileNextDay(@case.At(1, 12), discovered: 0)).ShouldBe(HttpStatusCode.OK);
        await @case.Endorse("Filing", @case.At(1, 13));
        await @case.Done("file-case", new { doneAt = @case.At(1, 16), opinion = "同意立案。" }, "hg-head");
        await @case.VerifyStreetEvidence(@case.At(1, 16, 30));
        await @case.Done("change-party", ChangeOfPartyTests.Change(@case), "hg-head");

        (await @case.Act("identify-party", ChangeOfPartyTests.Party(@case, OrdinarySteps.PartyName))).ShouldBeProblem(
            422,
            "party-change.not-approved",
            "CHANGE-PARTY"
        );
        await @case.Done("identify-party", ChangeOfPartyTests.Party(@case, ChangeOfPartyTests.Other));
    }

    [Fact, Rule("JOINT")]
    public async Task Who_joins_a_track_is_joined_with_all_and_more_evidence_is_shared_later_and_another_matter_leaves()
    {
        var one = await api.GivenFiledCase();
        await one.Investigate();
        var two = await api.GivenFiledCase();
        var three = await api.GivenFiledCase();
        (await JointPartiesTests.Join(two, one, [], "hg-head")).ShouldBe(HttpStatusCode.OK);
        (await JointPartiesTests.Join(three, two, [], "hg-head")).ShouldBe(HttpStatusCode.OK);
        (await Tracks(one)).ShouldBe([two.Id, three.Id]);
        (await Tracks(two)).ShouldBe([one.Id, three.Id]);
        (await Tracks(three)).ShouldBe([one.Id, two.Id]);
        (await JointPartiesTests.Join(three, one, [], "hg-head")).ShouldBeProblem(409, "joint.joined-already");
        (await JointPartiesTests.Join(three, one, [one.SceneId], "hg-head")).ShouldBe(HttpStatusCode.OK);
        (await JointPartiesTests.Join(three, one, [one.SceneId], "hg-head")).ShouldBeProblem(409, "evidence.id-taken"); // the item is in the file
        (await Tracks(one)).ShouldBe([two.Id, three.Id]); // only the file that takes the evidence over has another entry

        await one.Done("change-matter", ChangeOfPartyTests.Matter(one, "GJ-LJ-01"), "hg-head");

        (await JointPartiesTests.Join(three, one, [], "hg-head")).ShouldBeProblem(422, "joint.another-matter", "JOINT");
        await one.Done("change-matter", ChangeOfPartyTests.Matter(one, OrdinarySteps.Violation), "hg-head");
        (await JointPartiesTests.Join(three, one, [], "hg-head")).ShouldBe(HttpStatusCode.OK); // it is one again, with all
        (await JointPartiesTests.Join(two, one, [], "hg-head")).ShouldBeProblem(409, "joint.joined-already");
        (await Tracks(one)).ShouldBe([two.Id, three.Id, two.Id, three.Id], ignoreOrder: true);

        static async Task<IReadOnlyList<Guid>> Tracks(OrdinaryCase of) =>
            [
                .. (await of.File())["acts"]
                    .EnumerateArray()
                    .Where(a => a.GetProperty("act").GetString() == "JoinTrack")
                    .Select(a => a.GetProperty("body").GetProperty("otherCaseId").GetGuid()),
            ];
    }
}
