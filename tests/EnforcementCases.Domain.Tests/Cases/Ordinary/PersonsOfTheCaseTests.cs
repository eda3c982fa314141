using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Parties;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Guardian, head and criminal court, each on its edges.</summary>
public sealed class PersonsOfTheCaseTests
{
    private static readonly Guardian Father = new("王某某", "父亲", "户口簿");

    [Theory, Rule("MINOR-PRESENT")]
    [InlineData(17, null, null, false)]
    [InlineData(18, null, null, true)]
    [InlineData(null, null, null, true)]
    [InlineData(13, "王某某", null, true)]
    [InlineData(17, "王 某某", null, true)]
    [InlineData(17, "王小某", null, false)] // the minor itself
    [InlineData(17, "李老师", null, false)]
    [InlineData(17, "李老师", "父亲在外地，电话告知", true)]
    public void An_adult_is_present_for_a_minor(int? age, string? present, string? absentBecause, bool passes) =>
        new Action(() =>
            Guardianship.EnsurePresent(present is null ? null : new(present, "班主任", absentBecause), age, "王小某", Father)
        ).ShouldRefuse(passes ? null : Guardianship.NotPresent);

    [Fact, Rule("MINOR-PRESENT")]
    public void While_no_guardian_is_known_any_adult_will_do() =>
        new Action(() => Guardianship.EnsurePresent(new("李老师", "班主任"), 12, "王小某", known: null)).ShouldRefuse(null);

    [Theory, Rule("MINOR-GUARDIAN")]
    [InlineData(PartyKind.Citizen, "王某某", true)]
    [InlineData(PartyKind.Citizen, "王小某", false)]
    [InlineData(PartyKind.LegalPerson, "王某某", false)]
    public void A_guardian_is_somebody_else_than_the_party_who_is_a_person(PartyKind kind, string name, bool passes) =>
        new Action(() => Guardianship.EnsurePossible(Father with { Name = name }, new() { Kind = kind, Name = "王小某" })).ShouldRefuse(
            passes ? null : Guardianship.NotPossible
        );

    [Theory, Rule("RECUSAL-HEAD")]
    [InlineData("y", true, false)] // one leader is no collective
    [InlineData("yy", true, true)]
    [InlineData("yn", true, false)] // half is no majority
    [InlineData("yyn", true, true)]
    [InlineData("ynn", true, false)]
    [InlineData("ynn", false, true)]
    [InlineData("", true, false)]
    public void The_other_leaders_decide_by_more_than_half(string votes, bool granted, bool passes) =>
        new Action(() =>
            RecusalOfHead.EnsureMajority([.. votes.Select(v => new RecusalVote(Guid.NewGuid(), "某", "同意", v == 'y'))], granted)
        ).ShouldRefuse(passes ? null : RecusalOfHead.NotDecidedTogether);

    [Fact, Rule("RECUSAL-HEAD")]
    public void Nobody_votes_twice()
    {
        var vote = new RecusalVote(Guid.NewGuid(), "某", "同意", Grants: true);
        new Action(() => RecusalOfHead.EnsureMajority([vote, vote], granted: true)).ShouldRefuse(RecusalOfHead.NotDecidedTogether);
    }

    [Fact, Rule("RECUSAL-HEAD")]
    public void A_deputy_is_admitted_where_only_the_head_acts_and_nowhere_else()
    {
        OrdinaryProcedure.Of(EnforcementCases.Domain.Cases.CaseAct.Decide)!.Admitted().ShouldBe([Role.Head, Role.DeputyHead]);
        OrdinaryProcedure.Of(EnforcementCases.Domain.Cases.CaseAct.ApproveClosing)!.Admitted().ShouldBe([Role.Head, Role.DeputyHead]);
        OrdinaryProcedure.Of(EnforcementCases.Domain.Cases.CaseAct.RecordScene)!.Admitted().ShouldBe([Role.Officer, Role.Auxiliary]);
    }

    [Theory, Rule("APL-35")]
    [InlineData(CriminalResultKind.Convicted, 0, null, 500, true)]
    [InlineData(CriminalResultKind.Convicted, 1000, null, 0, true)] // nothing of ours to set off
    [InlineData(CriminalResultKind.Convicted, 1000, null, 500, false)]
    [InlineData(CriminalResultKind.Convicted, 1000, 0, 500, true)]
    [InlineData(CriminalResultKind.Convicted, 1000, 500, 500, true)]
    [InlineData(CriminalResultKind.Convicted, 1000, 501, 500, false)] // more than our fine
    [InlineData(CriminalResultKind.Convicted, 400, 401, 500, false)] // more than the criminal fine
    [InlineData(CriminalResultKind.NotProsecuted, 0, null, 500, true)]
    [InlineData(CriminalResultKind.NotProsecuted, 1, null, 500, false)]
    [InlineData(CriminalResultKind.Acquitted, 0, 0, 500, false)]
    public void The_court_sets_off_what_was_imposed_and_no_more(
        CriminalResultKind result,
        long criminalFine,
        int? setOff,
        long fine,
        bool passes
    ) =>
        new Action(() =>
            CriminalResult.EnsureSetOff(result, Money.Yuan(criminalFine), setOff is { } off ? Money.Yuan(off) : null, Money.Yuan(fine))
        ).ShouldRefuse(passes ? null : CriminalResult.SetOffDoesNotFit);

    [Theory, Rule("APL-35")]
    [InlineData(0, 500, true)]
    [InlineData(1000, 0, true)] // other penalties than a fine stay possible
    [InlineData(1000, 500, false)]
    public void After_a_criminal_fine_there_is_no_fine(long criminalFine, long fine, bool passes)
    {
        var refused = CriminalResult.WhyNoFine(Convicted(criminalFine, setOff: null), Money.Yuan(fine));
        (refused?.Error).ShouldBe(passes ? null : CriminalResult.FinedByCourt);
    }

    [Theory, Rule("APL-35")]
    [InlineData(0, null, true)]
    [InlineData(1000, 500, true)]
    [InlineData(1000, 499, false)]
    [InlineData(1000, null, false)]
    public void A_fine_that_was_not_set_off_is_not_executed(long criminalFine, int? setOff, bool passes)
    {
        var refused = CriminalResult.WhyNotExecuted(Convicted(criminalFine, setOff), Money.Yuan(500));
        (refused?.Error).ShouldBe(passes ? null : CriminalResult.NotSetOff);
    }

    [Theory, Rule("APL-27")]
    [InlineData(null, null, true, true)] // the head has not decided
    [InlineData(false, null, false, false)]
    [InlineData(true, null, true, true)]
    [InlineData(true, CriminalResultKind.Accepted, true, false)]
    [InlineData(true, CriminalResultKind.NotAccepted, false, false)]
    [InlineData(true, CriminalResultKind.Convicted, false, false)]
    public void A_suspicion_is_pending_until_the_criminal_case_is_over(
        bool? approved,
        CriminalResultKind? result,
        bool pending,
        bool awaits
    )
    {
        var at = new DateTimeOffset(2024, 7, 15, 9, 0, 0, TimeSpan.FromHours(8));
        var transfer = new CriminalTransferRecord(at, Approved: approved, HandedOverAt: result is null ? null : at)
        {
            Result = result is { } kind ? Entered(kind) : null,
        };
        (transfer.IsPending, transfer.AwaitsHandOver).ShouldBe((pending, awaits));
    }

    [Theory, Rule("CHANGE-PARTY")]
    [InlineData(PartyChangeGround.WrongParty, PartyKind.Citizen, "李某", true)]
    [InlineData(PartyChangeGround.WrongParty, PartyKind.Citizen, "王 小某", false)] // the same party
    [InlineData(PartyChangeGround.Succeeded, PartyKind.Citizen, "李某", false)] // nobody succeeds a citizen
    [InlineData(PartyChangeGround.Succeeded, PartyKind.IndividualBusiness, "李某", false)]
    [InlineData(PartyChangeGround.Succeeded, PartyKind.LegalPerson, "某某有限公司", true)]
    [InlineData(PartyChangeGround.Succeeded, PartyKind.OtherOrganisation, "某某有限公司", true)]
    public void Another_party_is_another_one_and_only_organisations_are_succeeded(
        PartyChangeGround ground,
        PartyKind kind,
        string other,
        bool passes
    ) =>
        new Action(() => PartyChange.EnsurePossible(ground, new() { Kind = kind, Name = "王小某" }, other)).ShouldRefuse(
            passes ? null : PartyChange.DoesNotFit
        );

    [Theory, Rule("CHANGE-PARTY")]
    [InlineData(PartyChangeGround.WrongParty, PartyKind.Citizen, "李某", true)]
    [InlineData(PartyChangeGround.WrongParty, PartyKind.Citizen, "李小某", false)] // another one than approved
    [InlineData(PartyChangeGround.Succeeded, PartyKind.LegalPerson, "李某", true)]
    [InlineData(PartyChangeGround.Succeeded, PartyKind.Citizen, "李某", false)]
    public void The_party_that_is_identified_is_the_one_that_the_head_approved(
        PartyChangeGround ground,
        PartyKind kind,
        string identified,
        bool passes
    )
    {
        var approved = new ChangeParty
        {
            DoneAt = DateTimeOffset.UnixEpoch,
            Ground = ground,
            OtherPartyName = "李某",
            Reason = "查明行为人",
            EvidenceIds = [],
            FormerPartyInformed = "电话告知",
        };
        var act = new Action(() => PartyChange.EnsureApproved(approved, new() { Kind = kind, Name = identified }));
        if (passes)
            act.ShouldRefuse(null);
        else
            act.ShouldRefuse(identified == "李某" ? PartyChange.DoesNotFit : PartyChange.NotApproved);
    }

    [Fact, Rule("CHANGE-PARTY")]
    public void Without_the_heads_approval_no_other_party_is_entered() =>
        new Action(() => PartyChange.EnsureApproved(approved: null, new() { Name = "李某" })).ShouldRefuse(PartyChange.NotApproved);

    [Theory, Rule("JOINT")]
    [InlineData("ab", "a300 b200", 300, true)]
    [InlineData("ab", "b200 a300", 300, true)]
    [InlineData("ab", "a300", 300, false)] // one party is left out
    [InlineData("ab", "a300 b200 c100", 300, false)] // somebody who is no party of it
    [InlineData("ab", "a300 c200", 300, false)]
    [InlineData("ab", "a299 b200", 300, false)] // another sum than proposed
    [InlineData("ab", "", 300, false)]
    [InlineData("", "", 300, true)]
    [InlineData("", "a300", 300, false)] // not joint
    public void A_penalty_of_a_joint_matter_names_what_each_party_is_fined(string tracks, string shares, long fine, bool passes) =>
        new Action(() => JointMatter.EnsureNamed(Shares(shares), [.. tracks.Select(Track)], Track('a'), Money.Yuan(fine))).ShouldRefuse(
            passes ? null : JointMatter.SharesNotNamed
        );

    [Theory, Rule("JOINT")]
    [InlineData("a300 b200", "a300 b200", true)]
    [InlineData("a300 b200", "", true)] // nothing proposed there yet
    [InlineData("a300 b200", "a300 b201", false)]
    [InlineData("a300 b200", "b200", false)]
    public void All_tracks_name_the_same_shares(string here, string there, bool passes) =>
        new Action(() => JointMatter.EnsureAgree(Shares(here), [new(Track('b'), Shares(there))])).ShouldRefuse(
            passes ? null : JointMatter.SharesDiffer
        );

    private static Guid Track(char name) => new(name, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static IReadOnlyList<JointShare> Shares(string text) =>
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(s => new JointShare(Track(s[0]), long.Parse(s[1..], System.Globalization.CultureInfo.InvariantCulture) * 100)),
        ];

    private static CriminalTransferRecord Convicted(long criminalFine, int? setOff) =>
        new(DateTimeOffset.UnixEpoch)
        {
            Conviction = Entered(CriminalResultKind.Convicted) with { FineFen = criminalFine * 100, SetOffFen = setOff * 100L },
        };

    private static EnterCriminalResult Entered(CriminalResultKind kind) =>
        new()
        {
            DoneAt = DateTimeOffset.UnixEpoch,
            Result = kind,
            OrganName = "天津市滨海新区人民法院",
            PaperNumber = "（2024）津0116刑初1号",
            PaperSha256 = new('a', 64),
            IssuedOn = new(2024, 7, 16),
            ReceivedOn = new(2024, 7, 17),
        };
}
