using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Tests.Catalogue;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.InvestigationTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Which person acts, which party is meant, which order counts and which track is one.</summary>
public sealed class WhoAndWhichTests
{
    private static readonly Guid[] Leader = [.. Leaders.Select(l => l.PersonId)];

    [Fact, Rule("APL-43")]
    public void Only_the_person_who_asked_about_this_officer_is_kept_from_deciding()
    {
        var played = Filed();
        played.Do(Asked(OfficerA), Role.Head); // the head asks about one, and somebody else about the other
        played.Do(Asked(OfficerB), Role.TeamLead);
        played.Doing(Decided(OfficerA), Role.Head).ShouldRefuse(SeparationOfDuty.OwnProposal);
        OpenToHead(played).ShouldBeTrue(); // one of the two can be decided
        played.Do(Decided(OfficerB), Role.Head);
        OpenToHead(played).ShouldBeFalse();
        played.Doing(Decided(OfficerA), Role.Head).ShouldRefuse(SeparationOfDuty.OwnProposal);

        static bool OpenToHead(PlayedCase played) =>
            SeparationOfDuty.WhyNot(played.File, OrdinaryProcedure.Of(CaseAct.DecideRecusal)!, Head, body: null) is null;
    }

    [Fact, Rule("APL-43")]
    public void Who_asked_about_an_officer_before_decides_about_a_later_request_of_somebody_else()
    {
        var played = Filed();
        played.Do(Asked(OfficerA), Role.Head);
        played.Do(Decided(OfficerA) with { Granted = false }, Role.Head, new Guid(4, 0, 0, new byte[8])); // another head
        played.Do(Asked(OfficerA, "2024-07-13"), Role.TeamLead);
        played.Do(Decided(OfficerA, "2024-07-14"), Role.Head);
    }

    [Fact, Rule("APL-43"), Rule("RECUSAL-HEAD")]
    public void A_request_about_who_acts_in_the_place_of_the_head_is_decided_by_the_leaders_who_are_left()
    {
        var played = Filed();
        played.HeadOnRoster = true;
        played.Do(Asked(Head), Role.TeamLead);
        played.Do(Together(Head, Leader[2], Leader[0], Leader[1]), Role.DeputyHead, Leader[0]);
        played.File.Recusals.StandIn.ShouldBe(Leader[2]);
        played.Do(Asked(Leader[2], "2024-07-13"), Role.TeamLead);
        played
            .Doing(Together(Leader[2], Leader[1], Leader[0]) with { DoneAt = At("2024-07-14") }, Role.DeputyHead, Leader[0])
            .ShouldRefuse(RecusalOfHead.NotDecidedTogether, "2 名以上");
        played
            .Doing(Together(Leader[2], Leader[1], Leader[0], Leader[1]) with { DoneAt = At("2024-07-14") }, Role.DeputyHead, Leader[2])
            .ShouldRefuse(RecusalOfHead.NotDecidedTogether);
        played
            .Doing(Together(Leader[2], null, Leader[0], Leader[1]) with { DoneAt = At("2024-07-14") }, Role.DeputyHead, Leader[0])
            .ShouldRefuse(RecusalOfHead.NoStandIn);
        played.Do(Together(Leader[2], Leader[1], Leader[0], Leader[1]) with { DoneAt = At("2024-07-14") }, Role.DeputyHead, Leader[0]);
        played.File.Recusals.StandIn.ShouldBe(Leader[1]);
        played.Do(Asked(Leader[1], "2024-07-15"), Role.TeamLead);
        played.Do(Together(Leader[1], Leader[0], Leader[0]) with { DoneAt = At("2024-07-16") }, Role.DeputyHead, Leader[0]); // the only one left
        played.Reopened().File.Recusals.StandIn.ShouldBe(Leader[0]);
    }

    [Fact, Rule("APL-43")]
    public void Who_withdrew_enters_nothing_more_whatever_day_is_stated()
    {
        var played = Filed();
        played.Do(Asked(OfficerA), Role.TeamLead);
        played.Do(Decided(OfficerA), Role.Head);
        var before = new ReportSuspectedCrime { DoneAt = At("2024-07-11", 9), Suspicion = "涉嫌犯罪" };
        played.Doing(before, person: OfficerA).ShouldRefuse(Recusal.WithdrawnOfficerActing);
        played.Doing(before, person: OfficerB).ShouldRefuse(null);
    }

    [Theory, Rule("CHANGE-PARTY")]
    [InlineData("赵某某", true, false)] // a namesake with a document, while another party is approved
    [InlineData("钱某某", true, true)]
    [InlineData("赵某某", false, true)] // the same person shows its document
    [InlineData("钱某某", false, false)]
    public void An_approved_party_is_identified_and_no_namesake_of_the_former(string identified, bool approved, bool passes)
    {
        var played = new PlayedCase().Register();
        played.Do(Person("赵某某", PartyIdentity.SelfDeclared, "2024-07-09"));
        File(played);
        played.Do(SceneOn("2024-07-11"));
        if (approved)
            played.Do(Another("钱某某"), Role.Head);
        played.Doing(Person(identified, PartyIdentity.Documented, "2024-07-13")).ShouldRefuse(passes ? null : PartyChange.NotApproved);
    }

    [Fact, Rule("APL-28"), Rule("CHANGE-MATTER")]
    public void An_order_of_another_matter_proves_nothing_about_this_one()
    {
        var played = Filed();
        played.Do(Order("2024-07-11", "2024-07-15"));
        played.Serve(DocumentKind.CorrectionOrder, "2024-07-11", hour: 12);
        played.Do(Recheck("2024-07-16"));
        played.File.Orders.ObstacleUnlessExpiredUnmet(null).ShouldBeNull();
        played.File.Orders.Given.Single().Matter.ShouldBe("TJ-XX-01");
        played.File.Filing.Apply(Matter("TJ-YY-01"));
        played.Do(Order("2024-07-17", "2024-07-19") with { OrderId = Guid.NewGuid() });
        var other = played.File.Orders.Given[^1];
        other.Matter.ShouldBe("TJ-YY-01");
        played.Serve(DocumentKind.CorrectionOrder, "2024-07-17", hour: 12);
        played.Do(Recheck("2024-07-22") with { OrderId = other.OrderId });
        played.File.Orders.RecheckRelied(null).ShouldBe(Date("2024-07-16")); // the case is still of the first matter
    }

    [Fact, Rule("APL-28"), Rule("CHANGE-MATTER")]
    public void An_order_of_another_matter_alone_carries_no_penalty()
    {
        var played = Filed();
        played.File.Filing.Apply(Matter("TJ-YY-01")); // the file has another matter than the case
        played.Do(Order("2024-07-11", "2024-07-15"));
        played.Serve(DocumentKind.CorrectionOrder, "2024-07-11", hour: 12);
        played.Do(Recheck("2024-07-16"));

        new Action(() => throw played.File.Orders.ObstacleUnlessExpiredUnmet(null)!).ShouldRefuse(
            OrderToCorrect.NotExpiredUnmet,
            "针对案由 TJ-YY-01，现案由为 TJ-XX-01"
        );
    }

    [Theory, Rule("APL-28"), Rule("CHANGE-PARTY")]
    [InlineData("赵某某", true)] // the same person shows its document
    [InlineData("钱某某", false)]
    public void What_the_former_party_was_ordered_before_the_case_binds_nobody_else(string identified, bool binds)
    {
        var played = new PlayedCase(CorrectionDuty.BeforePenalty).Register();
        played.Do(Person("赵某某", PartyIdentity.SelfDeclared, "2024-07-09"));
        File(played);
        played.Do(SceneOn("2024-07-11"));
        played.Earlier = new(Thing, Date("2024-07-08"), Date("2024-07-09"), RecheckResult.NotCorrected, played.Case.Place);
        played.Do(new RelyOnOrder { DoneAt = At("2024-07-12", 9), CorrectionOrderId = Thing });
        if (!binds)
            played.Do(Another(identified), Role.Head);

        played.Do(Person(identified, PartyIdentity.Documented, "2024-07-13"));

        played.Case.Correction.EarlierOrderId.ShouldBe(binds ? Thing : null);
    }

    [Fact, Rule("APL-28"), Rule("CHANGE-MATTER")]
    public void What_was_ordered_about_the_former_matter_is_not_relied_on_for_another()
    {
        var other = AViolation.With("TJ-YY-01");
        var played = Filed(CorrectionDuty.BeforePenalty);
        played.NewLaw = other;
        played.Adoptions = [.. played.Adoptions, new PlayedCase(violation: other).Adopted()];
        played.Do(SceneOn("2024-07-11"));
        played.Earlier = new(Thing, Date("2024-07-08"), Date("2024-07-09"), RecheckResult.NotCorrected, played.Case.Place);
        played.Do(new RelyOnOrder { DoneAt = At("2024-07-12", 9), CorrectionOrderId = Thing });
        played.Case.Correction.EarlierOrderId.ShouldBe(Thing);

        played.Do(Matter("TJ-YY-01") with { EvidenceIds = [Scene] }, Role.Head);

        played.Case.ViolationCode.ShouldBe("TJ-YY-01");
        played.Case.Correction.EarlierOrderId.ShouldBeNull();
    }

    [Theory, Rule("MINOR-PRESENT")]
    [InlineData(null, false, false)] // how old, nobody asked
    [InlineData(17, false, false)]
    [InlineData(17, true, true)]
    [InlineData(18, false, true)]
    public void Who_is_questioned_before_being_identified_states_an_age(int? age, bool adult, bool passes)
    {
        var played = new PlayedCase().Register();
        var inquiry = Inquiry("2024-07-09") with { StatedAge = age, AdultPresent = adult ? new("王某某", "父亲") : null };
        played
            .Doing(inquiry)
            .ShouldRefuse(
                passes ? null
                : age is null ? InvestigationRecords.Incomplete
                : Guardianship.NotPresent
            );
        played
            .Doing(inquiry with { EvidenceId = Guid.NewGuid(), As = InquiredAs.Witness, StatedIdentity = "自称" })
            .ShouldRefuse(age is 17 && !adult ? Guardianship.NotPresent : null);
    }

    [Fact, Rule("JOINT")]
    public void Shares_follow_only_tracks_that_go_on()
    {
        var (here, there, third) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        JointShare[] shares = [new(here, 300), new(there, 500)];
        TrackState State(long mine, long theirs, bool decided = false, bool over = false) =>
            new(there, [new(here, mine), new(there, theirs)], decided, over);
        void Agree(TrackState state, bool again = false) => JointMatter.EnsureAgree(shares, [state], again);

        Agree(State(300, 500));
        new Action(() => Agree(State(200, 500))).ShouldRefuse(JointMatter.SharesDiffer);
        Agree(State(200, 500, over: true)); // revoked, withdrawn, or another matter
        new Action(() => Agree(State(200, 500, decided: true))).ShouldRefuse(JointMatter.SharesDiffer);
        Agree(State(200, 500, decided: true), again: true); // our decision fell; theirs binds for theirs
        new Action(() => Agree(State(200, 400, decided: true), again: true)).ShouldRefuse(JointMatter.SharesDiffer);
        new Action(() => Agree(State(200, 500), again: true)).ShouldRefuse(JointMatter.SharesDiffer); // undecided: both propose anew

        var joint = new JointOnFile();
        joint.Apply(Joins(there));
        joint.Apply(Joins(third));
        joint.Tracks(here, []).ShouldBe([here, there, third]);
        joint.Tracks(here, [State(0, 0, over: true)]).ShouldBe([here, third]);
        joint.Tracks(here, [State(0, 0, over: true), new(third, [], IsOver: true)]).ShouldBeEmpty();
    }

    [Fact, Rule("JOINT")]
    public void A_track_is_joined_once_and_more_evidence_is_shared_later()
    {
        var (here, there) = (Guid.NewGuid(), Guid.NewGuid());
        var joint = new JointOnFile();
        joint.EnsureNew(Joins(there), here, []);
        joint.Apply(Joins(there));
        new Action(() => joint.EnsureNew(Joins(there), here, [])).ShouldRefuse(JointMatter.JoinedAlready);
        new Action(() => joint.EnsureNew(Joins(here), here, [])).ShouldRefuse(JointMatter.AnotherMatter);
        joint.EnsureNew(Joins(there) with { Evidence = [Shared(OfficerC)] }, here, []);
        joint.EnsureNew(Joins(there), here, [new(there, [], IsOver: true)]); // it left, and comes back
        joint.Apply(Joins(there) with { OtherPartyName = "李四" });
        joint.Others.Single().PartyName.ShouldBe("李四");
        joint.Leave();
        joint.Tracks(here, []).ShouldBeEmpty();
    }

    [Fact, Rule("JOINT")]
    public void Who_took_the_evidence_of_the_other_track_approves_nothing_in_this_one()
    {
        var played = Filed();
        played.File.Investigators.ShouldNotContain(Leader[0]);
        played.Do(Joins(Guid.NewGuid()) with { Evidence = [Shared(Leader[0])] }, Role.Head);
        played.File.Investigators.ShouldContain(Leader[0]);
        played.Do(Asked(OfficerB), Role.TeamLead);
        played.Doing(Decided(OfficerB), Role.Head, Leader[0]).ShouldRefuse(Recusal.NotDecidedByHead);
    }

    [Fact, Rule("JOINT"), Rule("CHANGE-MATTER")]
    public void A_case_with_another_matter_is_no_track_any_more()
    {
        var played = Filed();
        var other = Guid.NewGuid();
        played.Do(Joins(other), Role.Head);
        TrackState.Of(played.File, other).IsOver.ShouldBeFalse();
        Matter("TJ-YY-01").Apply(played.File, played.File.Acts[^1]);
        TrackState.Of(played.File, other).IsOver.ShouldBeTrue();
        played.File.Joint.Others.ShouldBeEmpty();
    }

    private static ChangeParty Another(string name) =>
        new()
        {
            DoneAt = At("2024-07-12"),
            Ground = PartyChangeGround.WrongParty,
            OtherPartyName = name,
            Reason = "查明的当事人不同",
            EvidenceIds = [Scene],
            FormerPartyInformed = "已电话告知",
        };

    private static ChangeMatter Matter(string code) =>
        new()
        {
            DoneAt = At("2024-07-16", 12),
            ViolationCode = code,
            Facts = "倾倒垃圾",
            Reason = "查明为另一案由",
            EvidenceIds = [],
        };

    private static JoinTrack Joins(Guid other) =>
        new()
        {
            DoneAt = At("2024-07-11"),
            OtherCaseId = other,
            OtherPartyId = Guid.NewGuid(),
            OtherPartyName = "李某",
            Reason = "共同占道",
        };

    private static SharedEvidence Shared(Guid collector) =>
        new(Guid.NewGuid(), EvidenceKind.SceneRecord, "现场", At("2024-07-10"), "某路", [collector, OfficerC], Hash, "占道情况");

    private static RequestRecusal Asked(Guid officer, string on = "2024-07-11") =>
        new()
        {
            DoneAt = At(on),
            OfficerId = officer,
            AskedBy = RecusalAskedBy.Party,
            Reason = "与当事人是亲属",
        };

    private static DecideRecusal Decided(Guid officer, string on = "2024-07-12") =>
        new()
        {
            DoneAt = At(on),
            OfficerId = officer,
            Granted = true,
            Reasons = "属实",
        };

    private static DecideRecusal Together(Guid about, Guid? standIn, params Guid[] voters) =>
        Decided(about) with
        {
            StandInPersonId = standIn,
            Votes = [.. voters.Select(v => new RecusalVote(v, Leaders.Single(l => l.PersonId == v).Name, "同意回避", Grants: true))],
        };

    private static RecheckOrder Recheck(string date) =>
        new()
        {
            DoneAt = At(date),
            Attendance = Both(date),
            OrderId = Thing,
            Result = RecheckResult.NotCorrected,
            Findings = "没有改正",
            Signature = new(Signed: true),
            MediaSha256 = [Hash],
        };

    private static IdentifyParty Person(string name, PartyIdentity identity, string on) =>
        PartyIdentified with
        {
            DoneAt = At(on, 11),
            PartyId = Guid.NewGuid(),
            Kind = PartyKind.Citizen,
            Party = new()
            {
                Kind = PartyKind.Citizen,
                Identity = identity,
                Name = name,
            },
        };

    private static void File(PlayedCase played)
    {
        played.Do(FilingAsked);
        played.Do(EndorseFiling(ApprovalLevel.TeamLead), Role.TeamLead);
        played.Do(EndorseFiling(ApprovalLevel.DeputyHead), Role.DeputyHead);
        played.Do(new FileCase { DoneAt = At("2024-07-10", 9), Opinion = "同意立案" }, Role.Head);
    }
}
