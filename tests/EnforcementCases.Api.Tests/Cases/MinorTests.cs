using System.Net;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Pdf.Tests;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>Parties under eighteen, played to the end: the child, whose guardian is ordered, and the minor, who is punished more lightly.</summary>
public sealed class MinorTests(ApiFixture api)
{
    private const string Father = "龚某某";
    private static int children;

    [Fact, Rule("APL-30"), Rule("MINOR-PRESENT"), Rule("MINOR-GUARDIAN"), Rule("CPL-88")]
    public async Task A_child_of_twelve_is_not_punished_and_the_guardian_is_ordered_to_discipline()
    {
        var @case = await Filed(new(2011, 7, 1)) with { Guardian = Father, IsChild = true };
        (await @case.Act("identify-guardian", Guardian(@case, OrdinarySteps.PartyName))).ShouldBeProblem(
            422,
            "minor.guardian-not-possible",
            "MINOR-GUARDIAN"
        );
        await @case.Done("identify-guardian", Guardian(@case, Father));
        (await @case.Act("record-inquiry", @case.Inquiry(adultPresent: null))).ShouldBeProblem(
            422,
            "minor.guardian-not-present",
            "MINOR-PRESENT"
        );
        (await @case.Act("record-inquiry", @case.Inquiry(new { name = "李老师", tie = "班主任" }))).ShouldBeProblem(
            422,
            "minor.guardian-not-present",
            "MINOR-PRESENT"
        );
        await @case.ConcludeWithoutPenalty("NoPenaltyUnderAge");
        (await @case.Act("propose-decision", (@case with { Guardian = null }).NoPenalty("NoPenaltyUnderAge", assessmentId: null))).ShouldBe(
            HttpStatusCode.OK
        );
        await @case.Done("propose-decision", @case.NoPenalty("NoPenaltyUnderAge", assessmentId: null));

        var decided = await @case.DecideNoPenalty();

        decided.ShouldBe(HttpStatusCode.OK);
        Duties(decided).ShouldBe(["送达不予行政处罚决定书", "向监护人送达责令管教通知书", "教育当事人"]);
        var order = Poppler.CopiedText(await @case.Pdf("GuardianOrder"));
        order.ShouldContain(Father);
        order.ShouldContain("责令你对被监护人加以管教");
        var (decision, toGuardian) = (await @case.Paper("NoPenaltyDecision"), await @case.Paper("GuardianOrder"));
        (await @case.Act("serve-document", @case.Return(@case.At(4, 9), [decision, toGuardian]))).ShouldBeProblem(
            422,
            "service.several-addressees",
            "CPL-88"
        );
        (await @case.Act("serve-document", (@case with { IsChild = false }).Return(@case.At(4, 9), [decision]))).ShouldBeProblem(
            422,
            "service.guardian-needed",
            "CPL-88"
        );
        (await @case.Act("serve-document", @case.Return(@case.At(4, 9), [toGuardian]))).ShouldBeProblem(
            422,
            "service.other-addressee",
            "CPL-88"
        );
        await @case.Serve(@case.At(4, 10), decision);
        (await Close(@case)).ShouldBeProblem(422, "closing.not-educated", "APL-33-3");
        await @case.Educate(@case.At(4, 11));
        (await Close(@case)).ShouldBeProblem(422, "case.not-performed");
        await @case.Done("serve-document", @case.Return(@case.At(5, 11), [toGuardian], addressee: Father));
        await @case.Close(@case.At(10, 9), Closing(@case));
        await @case.PutIntoArchive(@case.At(12, 9));
        (await @case.Stage()).ShouldBe("Archived");
    }

    [Fact, Rule("APL-30"), Rule("MINOR-GUARDIAN"), Rule("CPL-88")]
    public async Task A_minor_of_sixteen_is_punished_more_lightly_and_the_guardian_takes_part()
    {
        var @case = await Filed(new(2007, 6, 1)) with { Guardian = Father };
        await @case.Investigate();
        (await @case.Act("conclude-investigation", Report(@case, await @case.Assess(@case.At(1, 17))))).ShouldBeProblem(
            422,
            "party-age.minor-without-leniency",
            "APL-30"
        );
        @case = @case with { Grade = "Lenient" };
        await @case.Done("conclude-investigation", Report(@case, await @case.Assess(@case.At(1, 17))));
        (
            await @case.Act(
                "propose-decision",
                (@case with { Grade = "Ordinary" }).Proposal(@case.At(2, 15), await @case.Assess(@case.At(2, 14)))
            )
        ).Status.ShouldBe(422);
        await @case.ProposeDecision(@case.At(2, 16));
        (await @case.Act("tell-penalty", Told(@case))).ShouldBeProblem(422, "minor.guardian-unknown", "MINOR-GUARDIAN");
        await @case.Done("identify-guardian", Guardian(@case, Father, @case.At(2, 17)));
        await @case.Done("tell-penalty", Told(@case));
        var notice = await @case.Paper("PriorNotice");
        (await @case.Act("serve-document", @case.Return(@case.At(3, 15), [notice], informed: ""))).Status.ShouldBe(400);
        (await @case.Act("serve-document", (@case with { Guardian = null }).Return(@case.At(3, 15), [notice]))).ShouldBeProblem(
            422,
            "service.guardian-not-informed",
            "CPL-88"
        );
        await @case.Serve(@case.At(3, 15), notice);
        (await Waive(@case, OrdinarySteps.PartyName, "Self")).ShouldBeProblem(422, "declaration.not-of-party", "REF-OWN-GATE");
        (await Waive(@case, "周某某", "Guardian")).ShouldBeProblem(422, "minor.another-guardian", "MINOR-GUARDIAN");
        await @case.HearAndPropose();
        await @case.Decide(@case.At(15, 9));
        await @case.Serve(@case.At(16, 10), await @case.Paper("PenaltyDecision"));
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
        (await @case.Stage()).ShouldBe("Closed");
    }

    /// <param name="bornFrom">Each party is somebody else, born on this day or one of the next.</param>
    private async Task<OrdinaryCase> Filed(DateOnly bornFrom)
    {
        var @case = await api.GivenRegisteredCase(fineFen: 200_00);
        await @case.Identify(@case.At(0, 9, 30), OrdinarySteps.IdNumber(bornFrom.AddDays(Interlocked.Increment(ref children))));
        (await @case.ProposeFiling(@case.At(0, 8))).ShouldBe(HttpStatusCode.OK);
        await @case.Endorse("Filing", @case.At(0, 11));
        (await @case.FileCase()).ShouldBe(HttpStatusCode.OK);
        return @case;
    }

    internal static object Guardian(OrdinaryCase @case, string name, DateTimeOffset? at = null) =>
        new
        {
            doneAt = at ?? @case.At(1, 8),
            guardian = new
            {
                name,
                tie = "父亲",
                howChecked = "户口簿",
            },
            proofSha256 = OrdinarySteps.Hash,
            guardianPhoneNumber = "13800000001",
        };

    private static object Report(OrdinaryCase @case, Guid assessmentId) =>
        new
        {
            doneAt = @case.At(2, 9),
            findings = OrdinarySteps.Facts,
            facts = @case.FactElements(),
            characterisation = "属于擅自占用城市道路。",
            proposedOutcome = "Penalty",
            penalties = @case.Penalties,
            grade = @case.Grade,
            assessmentId,
            reasons = "当事人为未成年人，从轻处罚。",
        };

    private static object Told(OrdinaryCase @case) =>
        new
        {
            doneAt = @case.At(3, 9),
            penalties = @case.Penalties,
            facts = OrdinarySteps.Facts,
            reasons = OrdinarySteps.Reasons,
            basis = OrdinarySteps.Basis,
            hearingRightNotified = false,
        };

    private static Task<ApiAnswer> Waive(OrdinaryCase @case, string name, string tie) =>
        @case.Act(
            "waive-defence",
            new
            {
                doneAt = @case.At(3, 16),
                words = "放弃陈述、申辩。",
                statement = true,
                hearing = false,
                declaration = new
                {
                    declarantName = name,
                    tie,
                    attendance = OrdinaryCase.Attendance(@case.At(3, 15, 50)),
                    signedSha256 = OrdinarySteps.Hash,
                    authoritySha256 = OrdinarySteps.Hash,
                },
            }
        );

    private static Task<ApiAnswer> Close(OrdinaryCase @case) => @case.Act("propose-closing", Closing(@case));

    private static object Closing(OrdinaryCase @case) =>
        new
        {
            doneAt = @case.At(10, 9),
            reason = "NoPenalty",
            performance = "已送达，已责令监护人管教。",
        };

    private static IEnumerable<string?> Duties(ApiAnswer answer) => answer["openDuties"].EnumerateArray().Select(d => d.GetString());
}
