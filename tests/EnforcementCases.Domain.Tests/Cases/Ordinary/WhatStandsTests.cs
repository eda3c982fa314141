using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.DecidingTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.DecisionGuardTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Which one? Each act names what it rests on, only what counts now can be named, and an element that changed ends what rested on it.</summary>
public sealed class WhatStandsTests
{
    [Fact, Rule("REF-STANDS")]
    public void What_was_overtaken_is_not_named_and_what_is_one_of_several_is()
    {
        var played = Told();
        played.NamesWhatStands = false;
        var first = played.File.Acts.Single(a => a.Act is CaseAct.ProposeDecision);
        played.File.Notice.Written!.ProposalId.ShouldBe(first.Entry.Id); // entered from the file: there was one only
        played.Do(Proposal());
        var second = played.File.Acts[^1];

        played.Doing(new SubmitForReview { DoneAt = At("2024-07-17") }).ShouldRefuse(Reference.NotNamed, $"第 {second.Entry.Place} 项");
        var overtaken = new SubmitForReview { DoneAt = At("2024-07-17"), ProposalId = first.Entry.Id };
        played
            .Doing(overtaken)
            .ShouldRefuse(Reference.NotStanding, $"写明的拟处理意见为案卷第 {first.Entry.Place} 项，现行为第 {second.Entry.Place} 项");
        played.Doing(overtaken with { ProposalId = Guid.NewGuid() }).ShouldRefuse(Reference.NotStanding, "不在本案此类环节中");
        played
            .Doing(Endorse(ApprovalLevel.TeamLead) with { ProposalId = first.Entry.Id }, Role.TeamLead)
            .ShouldRefuse(Reference.NotStanding);

        played.Do(overtaken with { ProposalId = second.Entry.Id });
        played.ShouldHaveRecorded("submit-for-review", new { });
    }

    [Fact, Rule("REF-STANDS"), Rule("APL-46"), Rule("APL-40")]
    public void A_proposal_rests_on_the_last_assessment_and_on_evidence_that_was_verified()
    {
        var played = Concluded();
        var photo = InvestigationTests.Photo with { Id = Guid.NewGuid(), TakenAt = At("2024-07-15", 9) };
        played.LaterAssessment = Guid.NewGuid();
        played.Doing(FirstProposal()).ShouldRefuse(Domain.Discretion.StoredAssessment.Overtaken, $"{played.LaterAssessment}");
        played.LaterAssessment = null;
        played
            .Doing(FirstProposal() with { FactElements = [] })
            .ShouldRefuse(Domain.Cases.OnTheSpot.LawfulOnTheSpotDecision.EvidenceMissing);
        played.Doing(FirstProposal() with { FactElements = [new("占道", [photo.Id])] }).ShouldRefuse(EvidenceRules.NotInFile);
        played.Do(FirstProposal());
        played.Do(Tell());
        played.Serve(DocumentKind.PriorNotice, "2024-07-16");
        played.Do(InvestigationTests.Collect("2024-07-17", photo));
        played.Doing(Later with { FactElements = [new("占道", [photo.Id])] }).ShouldRefuse(EvidenceRules.NotVerified);
    }

    [Fact, Rule("REF-STANDS"), Rule("APL-44")]
    public void A_notice_states_nothing_that_is_not_proposed()
    {
        var played = Concluded();
        played.Do(FirstProposal());

        Telling(Tell() with { Penalties = [Fine(900)] }, "数额");
        Telling(Tell() with { Penalties = [new(PenaltyKind.Warning)] }, "种类");
        Telling(Tell() with { Facts = "占道经营两次" }, "事实");
        Telling(Tell() with { Reasons = "情节较重" }, "理由");
        Telling(Tell() with { Basis = [new("《城市道路管理条例》", "第四十二条")] }, "依据");
        Telling(Tell() with { Orders = [] }, "责令改正的内容");
        Telling(Tell() with { Things = [new("推车", "1 辆", 100_00, "价格认定")] }, "没收的财物及其价值");
        played.Doing(Tell() with { Orders = [new("清退占道物品")] }).ShouldRefuse(null);

        var none = Concluded(CaseOutcome.NoPenaltyNotProved);
        none.Do(NoPenalty(CaseOutcome.NoPenaltyNotProved));
        none.Doing(Tell("2024-07-18")).ShouldRefuse(DecidingPhase.OtherOutcome);

        void Telling(TellPenalty tell, string element) => played.Doing(tell).ShouldRefuse(PriorNotices.NotAsProposed, element);
    }

    [Fact, Rule("REF-STANDS"), Rule("APL-44")]
    public void What_goes_beyond_the_notice_is_told_anew_and_what_is_less_is_not()
    {
        Deciding(Later with { Facts = "占道经营两次" }).ShouldRefuse(PriorNotices.OtherThanNotified, "事实");
        Deciding(Later with { Basis = [Basis, new("《城市道路管理条例》", "第四十二条")] })
            .ShouldRefuse(PriorNotices.OtherThanNotified, "依据");
        Deciding(Later with { Orders = [new("清退占道物品"), new("恢复原状")] })
            .ShouldRefuse(PriorNotices.OtherThanNotified, "责令改正的内容");
        Deciding(Later with { Orders = [new("清退占道物品", DueOn: Date("2024-08-01"))] }).ShouldRefuse(null); // more time
        Deciding(Later with { Orders = [new("清退占道物品", DaysAfterService: 15)] }).ShouldRefuse(null);
        Deciding(Later with { Penalties = [Fine(500)], Reasons = "已改正" }).ShouldRefuse(null);

        static Action Deciding(ProposeDecision proposal)
        {
            var played = Told();
            Propose(played, proposal);
            return played.Doing(Decision(played), Role.Head);
        }
    }

    [Fact, Rule("APL-45-ANSWER")]
    public void An_accepted_point_changes_the_proposal_or_says_why_not()
    {
        Deciding(new(true, "属实"), null).ShouldRefuse(Defence.AcceptedWithoutEffect);
        Deciding(new(true, "属实"), Later with { Reasons = "当事人已经清退" }).ShouldRefuse(Defence.AcceptedWithoutEffect, "均未改变");
        Deciding(new(true, "属实"), Later with { Penalties = [Fine(500)] }).ShouldRefuse(null);
        Deciding(new(true, "属实", "不影响违法行为的认定"), null).ShouldRefuse(null);
        Deciding(new(false, "照片为证"), null).ShouldRefuse(null);

        static Action Deciding(PointReview answer, ProposeDecision? next)
        {
            var played = Told();
            played.Do(Triggers());
            Answered(played, answer);
            if (next is not null)
                played.Do(next with { DoneAt = At("2024-07-18", 12) });
            Endorsed(played, "2024-07-19");
            return played.Doing(Decision(played), Role.Head);
        }
    }

    [Fact, Rule("REF-STANDS"), Rule("APL-45"), Rule("APL-58-2"), Rule("APL-57-2")]
    public void An_answer_to_the_party_ends_endorsement_review_and_discussion_that_lie_before_it()
    {
        var played = Reviewed();
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldBeEmpty();
        played.File.ToRepeat(played.Surroundings()).ShouldBeEmpty();

        Answered(played, new(false, "照片为证"), on: "2024-07-20");

        played
            .Obstacles(CaseAct.Decide, Role.Head)
            .ShouldBe([ReviewGate.MatterChanged, CollectiveDiscussion.Overtaken, ApprovalLine.NotEndorsed]);
        played
            .File.ToRepeat(played.Surroundings())
            .Select(act => (act.Act, string.Join(',', act.Because)))
            .ShouldBe([
                (CaseAct.GiveReviewOpinion, "Statements"),
                (CaseAct.DiscussCollectively, "Statements"),
                (CaseAct.EndorsePaper, "Statements"),
            ]);
        played.Reopened().File.ToRepeat(played.Surroundings()).Count.ShouldBe(3);
        played.Doing(Decision(played, "2024-07-23"), Role.Head).ShouldRefuse(ReviewGate.MatterChanged, "陈述、申辩及其复核");
    }

    [Theory, Rule("REF-STANDS"), Rule("APL-58-2")]
    [InlineData("理由", MatterElement.Reasons)]
    [InlineData("证据", MatterElement.Evidence)]
    [InlineData("责令", MatterElement.Orders)]
    [InlineData("数额", MatterElement.Sums)]
    public void A_changed_element_ends_the_review_and_is_named(string what, MatterElement element)
    {
        var played = Reviewed();
        played.Do(
            what switch
            {
                "理由" => Later with { Reasons = "情节较轻" },
                "证据" => Later with
                {
                    DoneAt = At("2024-07-20", 12),
                    FactElements = [new("占道经营", [Scene, FoundLater(played, "2024-07-20")])],
                },
                "责令" => Later with { Orders = [new("清退占道物品", DaysAfterService: 15)] }, // more time: no new notice, but another matter
                _ => Later with { Penalties = [Fine(500)] },
            }
        );

        played
            .File.ToRepeat(played.Surroundings())
            .Select(act => act.Because.ShouldHaveSingleItem())
            .ShouldAllBe(changed => changed == element);
        var (before, now) = (played.File.Review.Reviewed!.Position, played.File.Acts.Count);
        played
            .Doing(Decision(played, "2024-07-23"), Role.Head)
            .ShouldRefuse(
                ReviewGate.MatterChanged,
                $"审核意见针对第 {before} 项拟处理意见，现行为第 {now} 项，变动的要素：{element.Term()}"
            );
    }

    /// <summary>Opinions and proposals of before hashed fewer elements.</summary>
    [Fact, Rule("APL-58-2")]
    public void An_opinion_of_before_passes_what_it_named()
    {
        var matter = new ReviewedMatter(Guid.NewGuid(), "占道经营", [new("《条例》", "第三十四条")], [Fine(1_000)])
        {
            Orders = [new("清退")],
        };
        var opinion = new ReviewOpinion(ReviewerId, At("2024-07-18"), ReviewOutcome.Passed, [], matter.EarlierSha256(), "同意");

        ReviewGate.ObstacleUnlessPassed(opinion, matter with { Reasons = "一般情节" }, null).ShouldBeNull();
        ReviewGate.ObstacleUnlessPassed(opinion, matter with { Facts = "占道" }, null).ShouldNotBeNull();
        ReviewGate
            .ObstacleUnlessPassed(opinion with { MatterSha256 = matter.Sha256() }, matter with { Reasons = "一般情节" }, null)
            .ShouldNotBeNull();
    }

    [Fact, Rule("REF-OWN-GATE"), Rule("APL-58-1")]
    public void What_the_officers_ticked_is_not_taken_back_after_an_opinion()
    {
        var played = Told();
        played.Do(Triggers() with { Ticked = [ReviewTrigger.Complex], Complex = true });
        played.Doing(Triggers()).ShouldRefuse(null); // nobody has relied on it yet
        played.Do(Triggers() with { Ticked = [ReviewTrigger.Complex], Complex = true });
        Review(played, "2024-07-18");

        played.Doing(Triggers()).ShouldRefuse(ReviewTriggers.TakenBack, "疑难复杂");
        played.Doing(Triggers() with { Ticked = [ReviewTrigger.Complex] }).ShouldRefuse(ReviewTriggers.TakenBack, "情节复杂");
        played.Doing(Triggers() with { Ticked = [ReviewTrigger.Complex, ReviewTrigger.PublicInterest], Complex = true }).ShouldRefuse(null);
    }

    [Fact, Rule("REF-OWN-GATE"), Rule("APL-58-2")]
    public void Who_disagrees_with_an_opinion_asks_the_head_who_follows_it_or_sends_it_back()
    {
        var played = Told();
        played.Do(Triggers() with { Ticked = [ReviewTrigger.Complex] });
        var objection = new ObjectToReview { DoneAt = At("2024-07-18"), Words = "法律适用没有错误" };
        played.Doing(objection).ShouldRefuse(ReviewGates.NoOpinion);
        Refused(played, "2024-07-18");
        var again = new SubmitForReview { DoneAt = At("2024-07-18") };
        played.Doing(again).ShouldRefuse(ReviewGate.Unchanged, "各要素没有变动"); // another reviewer is no way round

        played.Do(objection);
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldContain(ReviewGate.ObjectionUndecided);
        played.Doing(again).ShouldRefuse(ReviewGate.ObjectionUndecided);
        played
            .Doing(Answer(ObjectionResult.OpinionFollowed) with { ReviewerHeardId = OfficerA }, Role.Head)
            .ShouldRefuse(ReviewGate.ReviewerNotHeard);
        played.Do(Answer(ObjectionResult.OpinionFollowed), Role.Head);
        played.ShouldHaveRecorded("decide-objection", new { result = "OpinionFollowed" });
        played.Doing(again).ShouldRefuse(ReviewGate.Unchanged);

        played.Do(objection);
        played.Do(Answer(ObjectionResult.SentBack), Role.Head);
        played.Reopened().Obstacles(CaseAct.Decide, Role.Head).ShouldContain(ReviewGate.Missing);
        played.Doing(Answer(ObjectionResult.SentBack), Role.Head).ShouldRefuse(ReviewGates.NoObjection);
        Review(played, "2024-07-19");
        played.File.Review.Holds.ShouldBeTrue();

        static DecideObjection Answer(ObjectionResult result) =>
            new()
            {
                DoneAt = At("2024-07-18", 11),
                Result = result,
                ReviewerHeardId = ReviewerId,
                ReviewerWords = "维持审核意见",
                Reasons = "经研究",
            };
    }

    [Fact, Rule("REF-OWN-GATE"), Rule("APL-57-2")]
    public void Leaders_are_leaders_of_the_street_and_their_conclusion_binds()
    {
        var played = Told();
        played.Do(Triggers() with { Complex = true });
        var discussion = Discussion("2024-07-18");
        Discussing(With(new(Guid.NewGuid(), "某领导", "副主任", true, "同意"))).ShouldRefuse(CollectiveDiscussion.NotALeader, "名册");
        Discussing(With(discussion.Views[0] with { Name = "别的名字" })).ShouldRefuse(CollectiveDiscussion.NotALeader, "姓名");
        Discussing(discussion with { ConcludedOutcome = null }).ShouldRefuse(OrdinaryFile.Incomplete, "处理结果");
        Discussing(discussion with { ConcludedPenalties = null }).ShouldRefuse(OrdinaryFile.Incomplete, "种类和数额");

        played.Do(Discussion("2024-07-18", Fine(800)), Role.Head);
        Endorsed(played, "2024-07-18");
        played
            .Doing(Decision(played), Role.Head)
            .ShouldRefuse(CollectiveDiscussion.OtherThanConcluded, "结论为“罚款 800.00 元”，拟定为“罚款 1000.00 元”");
        Propose(played, Later with { DoneAt = At("2024-07-18", 11), Penalties = [Fine(800)] }, "2024-07-18");
        played.Doing(Decision(played), Role.Head).ShouldRefuse(CollectiveDiscussion.Overtaken, "数额");
        played.Do(Discussion("2024-07-19", Fine(800)), Role.Head);
        played.Doing(Decision(played), Role.Head).ShouldRefuse(null);

        new Action(() =>
            CollectiveDiscussion.EnsureLeaders(
                discussion.Views,
                Leaders,
                Leaders[0].OrganisationPath,
                new HashSet<Guid> { Leaders[1].PersonId }
            )
        ).ShouldRefuse(CollectiveDiscussion.NotALeader, "承办人员");

        DiscussCollectively With(LeaderView view) => discussion with { Views = [view, .. discussion.Views.Skip(1)] };
        Action Discussing(DiscussCollectively minutes) => played.Doing(minutes, Role.Head);
    }

    /// <summary>Nobody had to discuss it: what was concluded binds all the same.</summary>
    [Fact, Rule("REF-OWN-GATE"), Rule("APL-57-2")]
    public void What_the_leaders_concluded_binds_until_they_conclude_otherwise()
    {
        var played = Told();
        played.Do(Triggers());
        played.Do(Discussion("2024-07-18"), Role.Head);
        Propose(played, Later with { DoneAt = At("2024-07-18", 11), Penalties = [Fine(500)] }, "2024-07-18");
        played.Doing(Decision(played), Role.Head).ShouldRefuse(CollectiveDiscussion.OtherThanConcluded, "500.00");
        played.Do(Later with { DoneAt = At("2024-07-18", 11), Reasons = "情节较轻" });
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldBe([ApprovalLine.NotEndorsed]);

        Propose(played, NoPenalty(CaseOutcome.NoPenaltyNotProved) with { DoneAt = At("2024-07-18", 11) }, "2024-07-18");
        played.Obstacles(CaseAct.DecideNoPenalty, Role.Head).ShouldBe([CollectiveDiscussion.OtherThanConcluded]);
        played.Do(Discussion("2024-07-19") with { ConcludedOutcome = CaseOutcome.NoPenaltyNotProved, ConcludedPenalties = [] }, Role.Head);
        played.Obstacles(CaseAct.DecideNoPenalty, Role.Head).ShouldBeEmpty();
    }

    /// <summary>A heavier notice without new evidence: the reviewer finds that another, higher provision applies.</summary>
    [Fact, Rule("APL-45"), Rule("REF-STANDS")]
    public void A_heavier_notice_rests_on_the_opinion_that_a_higher_provision_applies()
    {
        var played = Told();
        var other = new CitedProvision("《天津市市容和环境卫生管理条例》", "第五十条第二款");
        played.Do(Triggers() with { Ticked = [ReviewTrigger.Complex] });
        Refused(played, "2024-07-17", other);
        var back = Told();
        back.Do(Triggers() with { Ticked = [ReviewTrigger.Complex] });
        Refused(back, "2024-07-17", other);
        back.Do(new ObjectToReview { DoneAt = At("2024-07-17", 11), Words = "法律适用没有错误" });
        back.Do(
            new DecideObjection
            {
                DoneAt = At("2024-07-17", 12),
                Result = ObjectionResult.SentBack,
                ReviewerHeardId = ReviewerId,
                ReviewerWords = "维持审核意见",
                Reasons = "经研究",
            },
            Role.Head
        );
        var onIt = Tell("2024-07-18") with { Penalties = [Fine(2_000)], Basis = [Basis, other] };
        ProposeFor(back, onIt);
        back.Doing(onIt with { HigherProvisionOpinionId = back.File.Review.OpinionAct!.Entry.Id }).ShouldRefuse(Reference.NotStanding);
        var opinion = played.File.Review.OpinionAct!.Entry.Id;
        var heavier = Tell("2024-07-18") with { Penalties = [Fine(2_000)] };
        ProposeFor(played, heavier);
        played.Doing(heavier with { HigherProvisionOpinionId = opinion }).ShouldRefuse(PriorNotices.HeavierWithoutNewFacts); // not based on it
        heavier = heavier with { Basis = [Basis, other] };
        ProposeFor(played, heavier);
        played.Doing(heavier).ShouldRefuse(PriorNotices.HeavierWithoutNewFacts);
        played.Doing(heavier with { HigherProvisionOpinionId = Guid.NewGuid() }).ShouldRefuse(Reference.NotStanding);
        played.Doing(heavier with { HigherProvisionOpinionId = opinion }).ShouldRefuse(null);

        var told = Told();
        told.Do(Triggers() with { Ticked = [ReviewTrigger.Complex] });
        Refused(told, "2024-07-17", Basis with { HasParagraphs = true }); // told already, however it is flagged
        heavier = Tell("2024-07-18") with { Penalties = [Fine(2_000)] };
        ProposeFor(told, heavier);
        told.Doing(heavier with { HigherProvisionOpinionId = told.File.Review.OpinionAct!.Entry.Id })
            .ShouldRefuse(PriorNotices.HeavierWithoutNewFacts);
    }

    [Fact, Rule("REF-OWN-GATE"), Rule("APL-45"), Rule("APL-62")]
    public void What_the_party_says_is_signed_or_recorded_before_two_officers()
    {
        var played = Told();
        var signed = Declared("2024-07-16");
        Waiving(null).ShouldRefuse(PartyDeclaration.NotOfParty, "由谁");
        Waiving(signed with { SignedSha256 = null }).ShouldRefuse(PartyDeclaration.NotOfParty, "既没有签名");
        Waiving(signed with { SignedSha256 = null, MediaSha256 = [Hash] }).ShouldRefuse(null);
        Waiving(signed with { Tie = DeclarantTie.Self }).ShouldRefuse(PartyDeclaration.NotOfParty, "当事人本人");
        Waiving(signed with { Tie = DeclarantTie.Agent }).ShouldRefuse(PartyDeclaration.NotOfParty, "授权委托书");
        Waiving(signed with { Tie = DeclarantTie.Agent, AuthoritySha256 = Hash }).ShouldRefuse(null);
        Waiving(signed with { Attendance = new([new(OfficerA, "张三证")], At("2024-07-16", 9)) })
            .ShouldRefuse(Domain.Personnel.OfficersPresent.TooFew);

        played.Do(Waiver(statement: true, hearing: false)).Papers.Single().Kind.ShouldBe(DocumentKind.DefenceRecord);

        Action Waiving(PartyDeclaration? declaration) => Told().Doing(Waiver(true, false) with { Declaration = declaration });
    }

    [Theory, Rule("REF-OWN-GATE")]
    [InlineData(PartyKind.Citizen, DeclarantTie.Self, "张某", false)]
    [InlineData(PartyKind.Citizen, DeclarantTie.Self, "李某", true)]
    [InlineData(PartyKind.Citizen, DeclarantTie.LegalRepresentative, "张某", true)]
    [InlineData(PartyKind.LegalPerson, DeclarantTie.LegalRepresentative, "赵某", false)]
    [InlineData(PartyKind.LegalPerson, DeclarantTie.LegalRepresentative, "张某", true)]
    public void The_name_is_that_of_the_file(PartyKind kind, DeclarantTie tie, string name, bool refused)
    {
        var party = new PartySnapshot
        {
            Kind = kind,
            Name = "张某",
            Representative = "赵某",
        };
        new Action(() => PartyDeclaration.EnsureOfParty(new(name, tie, Both("2024-07-16"), Hash), party)).ShouldRefuse(
            refused,
            PartyDeclaration.NotOfParty
        );
    }

    /// <summary>Heard on the 30th.</summary>
    [Fact, Rule("APL-65"), Rule("APL-64-3")]
    public void Evidence_that_was_not_shown_at_the_hearing_carries_no_fact()
    {
        var played = Told(hearing: true);
        var known = FoundLater(played, "2024-07-17");
        played.Do(Ask("2024-07-17"));
        played.Do(Notify(), Role.Head);
        played.Serve(DocumentKind.HearingNotice, "2024-07-18");
        played.Doing(Held() with { EvidenceShownIds = null }, Role.HearingHost, Host).ShouldRefuse(EvidenceAtHearing.NotShown);
        played.Doing(Held() with { EvidenceShownIds = [Guid.NewGuid()] }, Role.HearingHost, Host).ShouldRefuse(EvidenceRules.NotInFile);
        played.Do(Held(), Role.HearingHost, Host);
        var found = FoundLater(played, "2024-07-31");
        played.Do(Triggers() with { DoneAt = At("2024-07-31") });

        Proposing(found);
        played.Doing(Decision(played, "2024-08-06"), Role.Head).ShouldRefuse(EvidenceAtHearing.NotHeard, "2024-07-31");
        Proposing(known);
        played.Doing(Decision(played, "2024-08-06"), Role.Head).ShouldRefuse(EvidenceAtHearing.NotHeard, "2024-07-17");
        Proposing(Scene);
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldNotContain(EvidenceAtHearing.NotHeard);

        Proposing(found);
        played.Do(Tell("2024-08-01") with { HearingRightNotified = true });
        played.Serve(DocumentKind.PriorNotice, "2024-08-01");
        played.Obstacles(CaseAct.Decide, Role.Head).ShouldNotContain(EvidenceAtHearing.NotHeard);

        void Proposing(Guid evidence)
        {
            played.Do(
                FirstProposal() with
                {
                    DoneAt = At("2024-07-31", 12),
                    FactElements = [new("占道经营", [evidence])],
                    RefersToHearingRecord = true,
                }
            );
            Endorsed(played, "2024-08-01");
        }
    }

    [Fact, Rule("APL-64-3")]
    public void The_host_is_one_of_the_street()
    {
        var played = Told(hearing: true);
        played.Do(Ask("2024-07-17"));

        played.Doing(Notify() with { HostPersonId = Guid.NewGuid() }, Role.Head).ShouldRefuse(HearingConduct.HostUnknown);
        played.Doing(Notify() with { HostName = "别的名字" }, Role.Head).ShouldRefuse(HearingConduct.HostUnknown);
        played
            .Doing(Notify() with { HostPersonId = Leaders[0].PersonId, HostName = Leaders[0].Name }, Role.Head)
            .ShouldRefuse(HearingConduct.HostUnknown);
        played.Doing(Notify(), Role.Head).ShouldRefuse(null);
    }

    [Fact, Rule("REF-STANDS")]
    public void Another_party_ends_what_was_endorsed_for_the_one_before()
    {
        var played = new PlayedCase();
        played.Register();
        played.Do(PartyIdentified);
        played.Do(FilingAsked);
        played.Do(EndorseFiling(ApprovalLevel.TeamLead), Role.TeamLead);
        played.Do(EndorseFiling(ApprovalLevel.DeputyHead), Role.DeputyHead);
        played.Obstacles(CaseAct.FileCase, Role.Head).ShouldBeEmpty();

        played.Do(PartyIdentified with { DoneAt = At("2024-07-09", 14) });

        played.Obstacles(CaseAct.FileCase, Role.Head).ShouldBe([ApprovalLine.NotEndorsed]);
    }

    [Theory, Rule("APL-63")]
    [InlineData(100_00, "价格认定", null, 100_00, false)]
    [InlineData(100_00, null, null, 100_00, true)] // from where?
    [InlineData(100_00, "价格认定", null, 90_00, true)] // another sum
    [InlineData(0, null, null, 0, true)]
    [InlineData(0, null, "已经损毁", 0, false)]
    [InlineData(-1, "价格认定", null, -1, true)]
    public void What_is_confiscated_has_a_value_with_its_source(long value, string? source, string? worthless, long amount, bool refused)
    {
        Knowing([new("推车", "1 辆", value, source, worthless)], new PenaltyItem(PenaltyKind.ConfiscationOfGoods, amount))
            .ShouldRefuse(refused, ValueOfThings.Unknown);
        Knowing([], new PenaltyItem(PenaltyKind.ConfiscationOfGoods, amount)).ShouldRefuse(ValueOfThings.Unknown);
        Knowing([new("推车", "1 辆", 100_00, "价格认定")], Fine(100)).ShouldRefuse(ValueOfThings.Unknown);

        static Action Knowing(IReadOnlyList<ThingConfiscated> things, PenaltyItem penalty) =>
            () => ValueOfThings.EnsureKnown(things, [penalty]);
    }

    [Fact, Rule("APL-63")]
    public void The_value_of_things_has_a_bound()
    {
        var most = new ThingConfiscated("推车", "1 辆", ValueOfThings.MostFen, "价格认定");
        void Knowing(int times, ThingConfiscated thing, bool refused) =>
            new Action(() =>
                ValueOfThings.EnsureKnown(
                    [.. Enumerable.Repeat(thing, times)],
                    [new(PenaltyKind.ConfiscationOfGoods, times * Math.Min(thing.ValueFen, ValueOfThings.MostFen))]
                )
            ).ShouldRefuse(refused, ValueOfThings.Unknown);

        Knowing(2, most, refused: false);
        Knowing(1, most with { ValueFen = ValueOfThings.MostFen + 1 }, refused: true);
        Knowing(2, most with { ValueFen = long.MaxValue }, refused: true); // their sum is no number
        Knowing(ValueOfThings.MostThings, most, refused: false);
        Knowing(ValueOfThings.MostThings + 1, most, refused: true);
    }

    /// <summary>The version before told the party first and proposed afterwards; such a notice names no proposal.</summary>
    [Fact, Rule("REF-STANDS")]
    public void A_file_of_before_is_decided_as_it_was_begun()
    {
        var played = Told();
        played.Do(Triggers());
        played.AsOfBefore();
        played.File.Deciding.Proposal.ShouldBeNull(); // its service took what was proposed off the line

        Propose(played, Proposal() with { Facts = "占道经营，面积二平方米" });
        played.Doing(Decision(played), Role.Head).ShouldRefuse(PriorNotices.OtherThanNotified, "事实");
        Propose(played, Proposal() with { Basis = [Basis, new("《城市道路管理条例》", "第四十二条")] });
        played.Doing(Decision(played), Role.Head).ShouldRefuse(PriorNotices.OtherThanNotified, "依据");
        Propose(played, Proposal() with { Orders = [new("清退占道物品"), new("恢复原状")] }); // it told of no orders
        played.Doing(Decision(played), Role.Head).ShouldRefuse(null);
    }

    /// <summary>A point that was accepted before anything was proposed is compared with what the party had been notified of.</summary>
    [Theory, Rule("APL-45-ANSWER")]
    [InlineData(1_000, true)]
    [InlineData(500, false)]
    public void A_point_accepted_on_a_notice_of_before_counts(int yuan, bool refused)
    {
        var played = Told();
        played.Do(Triggers());
        played.AsOfBefore();
        Answered(played, new(true, "属实"));
        Propose(played, Proposal("2024-07-18") with { DoneAt = At("2024-07-18", 12), Penalties = [Fine(yuan)] }, "2024-07-18");

        played.Doing(Decision(played, "2024-07-23"), Role.Head).ShouldRefuse(refused, Defence.AcceptedWithoutEffect);
    }

    internal static ProposeDecision Later => FirstProposal() with { DoneAt = At("2024-07-17") };

    internal static void Answered(PlayedCase played, PointReview answer, string on = "2024-07-18")
    {
        played.Do(
            new HearDefence
            {
                DoneAt = At(on),
                Points = ["只占了十分钟"],
                Declaration = Declared(on),
            }
        );
        played.Do(new ReviewDefence { DoneAt = At(on, 11), Results = [answer] });
    }

    /// <summary>Proposed, reviewed on the 18th, discussed and endorsed on the 19th.</summary>
    internal static PlayedCase Reviewed()
    {
        var played = Told();
        played.Do(Triggers() with { Ticked = [ReviewTrigger.Complex] });
        Review(played, "2024-07-18");
        played.Do(Discussion("2024-07-19"), Role.Head);
        Endorsed(played, "2024-07-19");
        return played;
    }

    private static void Refused(PlayedCase played, string on, params CitedProvision[] higher)
    {
        played.Do(new SubmitForReview { DoneAt = At(on, 8) });
        played.Reviewer = new(ReviewerId, Date("2017-01-01"));
        played.Do(new TakeReview { DoneAt = At(on, 8) }, Role.LegalReviewer, ReviewerId);
        played.Do(
            Opinion(played) with
            {
                DoneAt = At(on, 9),
                Outcome = ReviewOutcome.NotPassed,
                HigherProvisions = higher,
                Points =
                [
                    .. Enum.GetValues<ReviewPoint>()
                        .Select(p => new ReviewPointResult(
                            p,
                            p is not ReviewPoint.LawAndDiscretion,
                            p is ReviewPoint.LawAndDiscretion ? "适用法律错误" : null
                        )),
                ],
            },
            Role.LegalReviewer,
            ReviewerId
        );
    }
}
