using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Discretion.AnAssessment;

namespace EnforcementCases.Domain.Tests.Discretion;

/// <summary>What is kept: the assessment that replays, the ledger of first offences, the duty to educate.</summary>
public sealed class StoredAssessmentTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 11, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly Guid Party = Guid.NewGuid();
    private static readonly AssessmentFacts FirstTime = new() { HarmSlight = true, CorrectedInTime = true };

    private static readonly AssessmentInput Full = Input(
        new()
        {
            ConfirmedTiers = [2],
            RefusedToCorrect = true,
            Leniency = [new(LeniencyGround.MeritoriousHelp, "提供线索"), new(LeniencyGround.OtherByLaw, null)],
            Aggravating = [AggravatingFactor.EvadesOrObstructs, AggravatingFactor.RepeatedWithinYear],
            Fault = new(FaultClaim.Proved, "票据", new("《某法》", "第一条"), InstrumentLevel.Law),
            Capacity = new(MentalState.PartlyIncapable, "残疾证"),
            ListClaims = [new("MF-1", [true, false])],
            Emergency = new("汛期"),
            Judgment = new("(2026)津0116刑初1号", 100, false),
            Chosen = new("2", "较轻"),
        },
        age: 17,
        atOffence: ANorm("1"),
        now: ANorm("2", new(FineMode.Range, 200_00, 1_000_00, null, [new("加重", 1_000_00, 2_000_00)])),
        benchmark: ABenchmark(),
        history: History(3),
        exemptions: [AnEntry()],
        others: [ANorm("3", new(FineMode.PerSquareMetre, 1, 2), "TJ-XX-03")]
    );

    [Fact, Rule("APL-34")]
    public void Stored_assessment_replays_to_the_same_tree()
    {
        foreach (var input in (AssessmentInput[])[Full, Input(), Input(FirstTime), Input(age: 13), Input(repealed: true)])
        {
            var stored = Stored(input);

            Written(stored.ReadInput()).ShouldBe(stored.Input);
            Written(stored.ReadResult()).ShouldBe(stored.Result);
            var replay = stored.Replay();
            (replay.Same, replay.InputIntact, replay.ResultIntact).ShouldBe((true, true, true));
        }
    }

    [Fact, Rule("APL-34")]
    public void Every_step_names_its_rule_its_article_and_its_reason()
    {
        var steps = Flat(Of(Full).Steps).ToList();

        steps.Count.ShouldBeGreaterThan(12);
        steps.ShouldAllBe(s => s.Rule.Length > 0 && s.Basis.StartsWith('《') && s.Reason.Length > 0);

        static IEnumerable<AssessmentStep> Flat(IEnumerable<AssessmentStep> all) => all.SelectMany(s => Flat(s.Because).Prepend(s));
    }

    [Fact]
    public void Assessment_is_for_its_case_party_violation_and_act_alone()
    {
        var (@case, committedOn) = (Guid.NewGuid(), Day.AddDays(-3));
        var stored = Stored(Input());

        new Action(() => stored.For(@case, Party, "TJ-XX-01", committedOn)).ShouldRefuse(null); // made before there was a case
        new Action(() => Stored(Input(), @case).For(@case, Party, "TJ-XX-01", committedOn)).ShouldRefuse(null);
        Refused(() => Stored(Input(), Guid.NewGuid()).For(@case, Party, "TJ-XX-01", committedOn));
        Refused(() => stored.For(@case, Guid.NewGuid(), "TJ-XX-01", committedOn));
        Refused(() => stored.For(@case, Party, "TJ-XX-02", committedOn));
        Refused(() => stored.For(@case, Party, "TJ-XX-01", committedOn.AddDays(1)));
        Refused(() => stored.For(@case, Party, "TJ-XX-01", committedOn.AddDays(-1)));

        static void Refused(Action of) => of.ShouldRefuse(StoredAssessment.AnotherMatter, $"行为日期是 {Day.AddDays(-3):yyyy-MM-dd}");
    }

    [Fact, Rule("APL-34")]
    public void An_assessment_is_recorded_by_its_hashes_and_the_party_under_seal()
    {
        var (id, organ, by, caseId) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

        var stored = new StoredAssessment(id, 4, organ, "/tj/", Party, null, Input(age: 13), by, At);

        stored.ShouldHave(
            new
            {
                Id = id,
                Seq = 4L,
                OrganId = organ,
                OrganisationPath = "/tj/",
                RecordOrganisationPath = "/tj/",
                RecordChainId = organ,
                PartyId = Party,
                ViolationCode = "TJ-XX-01",
                AppliedVersionId = ANorm().VersionId,
                Verdict = PenaltyVerdict.Forbidden,
                Engine = AssessmentEngine.Version,
                AssessedBy = by,
                AssessedAt = At,
            }
        );
        stored.ShouldRecord(
            "penalty-assessed",
            At,
            new
            {
                assessment = id,
                organ,
                violation = "TJ-XX-01",
                violationVersion = stored.AppliedVersionId,
                engine = AssessmentEngine.Version,
                verdict = "Forbidden",
                rule = "APL-30",
                inputSha256 = Sha256Of(stored.Input),
                resultSha256 = Sha256Of(stored.Result),
                partyKind = "Citizen",
            },
            new { party = Party }
        );
        new StoredAssessment(id, 4, organ, "/tj/", Party, caseId, Input(), by, At).RecordChainId.ShouldBe(caseId);
    }

    private static string Written(object content) => Encoding.UTF8.GetString(StoredFormat.Write(content));

    private static string Sha256Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [Fact, Rule("APL-33-1b")]
    public void An_exemption_counts_the_earlier_ones_and_is_recorded_and_revoked_once()
    {
        var twice = Input(
            new() { ListClaims = [new("MF-1", [true, true])] },
            exemptions: [AnEntry(upTo: 2), AnEntry() with { Code = "MF-2" }],
            history: History(1)
        );

        var second = Grant([new(2026, 1, 1), new(2020, 1, 1)], twice);

        second.ShouldHave(
            new
            {
                OrganisationPath = "/tj/",
                RecordOrganisationPath = "/tj/",
                RecordChainId = second.CaseId,
                PartyId = Party,
                ViolationCode = "TJ-XX-01",
                Occurrence = 2,
                GrantedAt = At,
                GrantedOn = new DateOnly(2026, 5, 11),
                LookBackYears = 2,
                ActiveKey = $"{Party:N}|TJ-XX-01|2",
                Version = 1,
            }
        );
        var entry = second.PendingRecord.ShouldHaveSingleItem();
        second.ShouldRecord(
            "first-offence-exempted",
            At,
            new
            {
                exemption = second.Id,
                violation = "TJ-XX-01",
                assessment = second.AssessmentId,
                assessmentSha256 = Stored(twice).ResultSha256,
                occurrence = 2,
                grantedOn = "2026-05-11",
                lookBackYears = 2,
            },
            new { party = Party }
        );
        new Action(() => Grant([new(2026, 1, 1), new(2026, 2, 1)], twice)).ShouldRefuse(FirstOffence.NotFirst);

        second.Revoke("未兑现承诺", At.AddDays(1));
        second.Revoke("再次", At.AddDays(2));

        (second.RevokedAt, second.RevocationReason, second.Version, second.PendingRecord.Count).ShouldBe(
            (At.AddDays(1), "未兑现承诺", 2, 2)
        );
        second.ShouldRecord("first-offence-exemption-revoked", At.AddDays(1), new { exemption = second.Id }, new { reason = "未兑现承诺" });
        entry.ShouldBeSameAs(second.PendingRecord[0]);
        var released = Grant([]);
        released.ReleaseOutside(released.GrantedOn.AddDays(1));
        released.ReleaseOutside(released.GrantedOn.AddDays(2));
        released.Version.ShouldBe(2);
    }

    [Theory, Rule("APL-33-1b")]
    [InlineData(null, true)]
    [InlineData("2024-05-10", true)] // outside two years
    [InlineData("2024-05-11", false)] // the first day of the look-back
    [InlineData("2026-05-11", false)]
    public void Exemption_is_granted_once_in_the_look_back(string? earlier, bool granted) =>
        new Action(() => Grant(earlier is null ? [] : [DateOnly.Parse(earlier, CultureInfo.InvariantCulture)])).ShouldRefuse(
            !granted,
            FirstOffence.NotFirst
        );

    [Fact, Rule("APL-33-1b")]
    public void Exemption_holds_its_place_until_it_is_revoked_or_falls_out_of_the_look_back()
    {
        var (one, two) = (Grant([]), Grant([]));

        one.ActiveKey.ShouldBe(two.ActiveKey); // the unique key that refuses the second of two at once
        one.ReleaseOutside(one.GrantedOn);
        one.ActiveKey.ShouldNotBeNull();
        one.ReleaseOutside(one.GrantedOn.AddDays(1));
        one.ActiveKey.ShouldBeNull();
        two.Revoke("未兑现承诺", At);
        two.ActiveKey.ShouldBeNull();
    }

    [Fact, Rule("APL-33-1b")]
    public void Exemption_rests_on_an_assessment_that_lets_the_party_off() =>
        new Action(() => Grant([], Input())).ShouldRefuse(FirstOffence.ConditionsNotMet);

    private static StoredAssessment Stored(AssessmentInput input, Guid? caseId = null) =>
        new(Guid.NewGuid(), 1, Guid.NewGuid(), "/tj/", Party, caseId, input, Guid.NewGuid(), At);

    private static FirstOffenceExemption Grant(IReadOnlyCollection<DateOnly> earlier, AssessmentInput? input = null) =>
        FirstOffenceExemption.Grant(
            new()
            {
                Id = Guid.NewGuid(),
                OrganId = Guid.NewGuid(),
                OrganisationPath = "/tj/",
                PartyId = Party,
                ViolationCode = "TJ-XX-01",
                CommittedOn = Day.AddDays(-3),
                CaseId = Guid.NewGuid(),
                GrantedAt = At,
                LookBackYears = 2,
            },
            Stored(input ?? Input(FirstTime)),
            earlier
        );
}
