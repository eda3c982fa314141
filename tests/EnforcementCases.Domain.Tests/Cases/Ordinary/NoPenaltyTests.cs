using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.DecidingTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>不予处罚: each kind is borne out by its own facts, and what it leaves to do keeps the case open. 行政处罚法 第三十条、第三十一条、第三十三条、第三十六条.</summary>
public sealed class NoPenaltyTests
{
    private static readonly Guardian Father = new("王某某", "父亲", "户口簿");

    /// <summary>The ground of each outcome is shown by what lies in the file, and named by it.</summary>
    [Fact, Rule("APL-30"), Rule("APL-57-1")]
    public void Each_outcome_without_penalty_shows_its_own_ground()
    {
        var played = Concluded(CaseOutcome.NoPenaltyNotProved);
        played
            .Doing(NoPenalty(CaseOutcome.NoPenaltyNotProved) with { NotProvedBecause = " " })
            .ShouldRefuse(NoPenaltyGround.NothingMissing);
        played
            .Doing(NoPenalty(CaseOutcome.NoPenaltyNotProved) with { GroundEvidenceIds = [Guid.NewGuid()] })
            .ShouldRefuse(EvidenceRules.NotInFile);
        played.Doing(NoPenalty(CaseOutcome.NoPenaltyNotProved)).ShouldRefuse(null);

        var barred = NoPenalty(CaseOutcome.NoPenaltyTimeBarred) with
        {
            AssessmentId = null,
            LimitationFound = new(Date("2022-07-08"), Date("2024-07-09")),
        };
        played.Doing(barred).ShouldRefuse(NoPenaltyGround.NotProved, "终了和发现");
        played.Doing(barred with { GroundEvidenceIds = [Scene] }).ShouldRefuse(null);

        var child = Filed();
        child.Do(
            PartyIdentified with
            {
                PartyId = child.File.Filing.PartyId!.Value,
                DoneAt = At("2024-07-10", 10),
                Party = new()
                {
                    Kind = PartyKind.Citizen,
                    Name = "王某",
                    AgeAtOffence = 13,
                },
            }
        );
        Investigate(child, CaseOutcome.NoPenaltyUnderAge);
        var young = NoPenalty(CaseOutcome.NoPenaltyUnderAge) with { AssessmentId = null };
        child.Doing(young with { Guardian = Father }).ShouldRefuse(NoPenaltyGround.NotProved, "自报年龄");
        child.Doing(young with { GroundEvidenceIds = [Scene] }).ShouldRefuse(NoPenaltyGround.GuardianMissing);
        child.Doing(young with { GroundEvidenceIds = [Scene], Guardian = Father }).ShouldRefuse(null);
    }

    [Theory, Rule("APL-33-1a"), Rule("APL-33-1b"), Rule("APL-33-2")]
    [InlineData(CaseOutcome.NoPenaltySlight)]
    [InlineData(CaseOutcome.NoPenaltyFirstTime)]
    [InlineData(CaseOutcome.NoPenaltyNoFault)]
    public void What_an_assessment_finds_is_not_proposed_without_one(CaseOutcome outcome)
    {
        var played = Concluded(outcome);

        played.Doing(NoPenalty(outcome) with { AssessmentId = null }).ShouldRefuse(DecidingPhase.NoAssessment);
        played.Doing(NoPenalty(outcome)).ShouldRefuse(DiscretionGate.NoGroundForNoPenalty);
        played.AssessedFacts = new() { CorrectedInTime = true, HarmSlight = true };
        played.Doing(NoPenalty(outcome)).ShouldRefuse(outcome is not CaseOutcome.NoPenaltyFirstTime, DiscretionGate.AnotherGround);
    }

    [Theory, Rule("APL-30")]
    [InlineData(13, false)]
    [InlineData(14, true)]
    [InlineData(null, true)]
    public void Under_age_is_who_the_file_says_was_under_fourteen(int? age, bool refused)
    {
        var played = Filed();
        played.Do(
            PartyIdentified with
            {
                DoneAt = At("2024-07-10", 10),
                PartyId = played.File.Filing.PartyId!.Value,
                Party = new()
                {
                    Kind = PartyKind.Citizen,
                    Name = "张三",
                    AgeAtOffence = age,
                },
            }
        );
        Investigate(played, CaseOutcome.NoPenaltyUnderAge);

        played
            .Doing(NoPenalty(CaseOutcome.NoPenaltyUnderAge) with { AssessmentId = null, GroundEvidenceIds = [Scene], Guardian = Father })
            .ShouldRefuse(refused, PartyAge.NotUnderFourteen);
    }

    [Fact, Rule("APL-31")]
    public void Incapacity_rests_on_evidence_that_stands_when_it_is_proposed_and_when_it_is_decided()
    {
        var played = Concluded(CaseOutcome.NoPenaltyIncapacity);
        var none = NoPenalty(CaseOutcome.NoPenaltyIncapacity) with { AssessmentId = null, Guardian = Father };
        var proved = none with { Capacity = new(CapacityAtOffence.Lost, CapacityProof.ExpertOpinion, Scene) };

        played.Doing(none).ShouldRefuse(MentalCapacity.NotProved, "没有认定");
        played
            .Doing(none with { Capacity = new(CapacityAtOffence.PartlyLost, CapacityProof.ExpertOpinion, Scene) })
            .ShouldRefuse(MentalCapacity.NotProved, "没有认定");
        played.Doing(none with { Capacity = new(CapacityAtOffence.Lost) }).ShouldRefuse(MentalCapacity.NotProved, "没有鉴定意见");
        played
            .Doing(none with { Capacity = new(CapacityAtOffence.Lost, CapacityProof.ExpertOpinion, Guid.NewGuid()) })
            .ShouldRefuse(EvidenceRules.NotInFile);
        Propose(played, proved);
        played.Do(
            new ExcludeEvidence
            {
                DoneAt = At("2024-07-18"),
                EvidenceId = Scene,
                Reason = "非法取得",
            }
        );
        played.Doing(Deciding(played), Role.Head).ShouldRefuse(EvidenceRules.Unlawful);
    }

    /// <summary>What was filed was in time: it takes another finding to give it up.</summary>
    [Fact, Rule("APL-36")]
    public void Time_barred_is_what_was_found_to_have_ended_too_long_before_it_was_discovered()
    {
        var played = Concluded(CaseOutcome.NoPenaltyTimeBarred);
        var barred = NoPenalty(CaseOutcome.NoPenaltyTimeBarred) with { AssessmentId = null, GroundEvidenceIds = [Scene] };

        played.Doing(barred).ShouldRefuse(Limitation.NotExpired, "2024-07-09");
        Found(new(Date("2022-07-09"), Date("2024-07-09"))).ShouldRefuse(Limitation.NotExpired);
        Found(new(Date("2022-07-08"), Date("2024-07-09"), TouchesLifeHealthOrFinance: true, HarmfulResult: true))
            .ShouldRefuse(Limitation.NotExpired);
        Found(new(ActEndedOn: null, Date("2024-07-09"))).ShouldRefuse(Limitation.NotExpired, "持续");
        Found(new(Date("2022-07-08"), Date("2024-07-18"))).ShouldRefuse(OrdinaryFile.AfterTheAct);
        Found(new(Date("2022-07-08"), Date("2024-07-09"))).ShouldRefuse(null);

        Action Found(LimitationFinding finding) => played.Doing(barred with { LimitationFound = finding });
    }

    [Fact, Rule("APL-36")]
    public void Nothing_else_found_counts_as_the_filing_said()
    {
        LimitationFinding.Of(FilingAsked with { Continuing = true }).ActEndedOn.ShouldBeNull();
        LimitationFinding
            .Of(FilingAsked with { TouchesLifeHealthOrFinance = true })
            .ShouldBe(new(Date("2024-07-09"), Date("2024-07-09"), TouchesLifeHealthOrFinance: true));
        LimitationFinding.Of(FilingAsked with { HarmfulResult = true }).HarmfulResult.ShouldBeTrue();
    }

    /// <summary>Decided on the 22nd, to be put right by the 31st.</summary>
    [Fact, Rule("APL-33-3"), Rule("APL-61-1"), Rule("APL-28")]
    public void Service_education_and_correction_keep_the_case_open()
    {
        var played = Decided(NoPenalty(CaseOutcome.NoPenaltySlight));

        played.Deadline(DeadlineKind.Correction).LastDay.ShouldBe(Date("2024-07-31"));
        played.File.Duties.Open().ShouldBe(["改正违法行为并复查", "送达不予行政处罚决定书", "教育当事人"]);
        played.Serve(DocumentKind.NoPenaltyDecision, "2024-07-23");
        played.Do(
            new Educate
            {
                DoneAt = At("2024-07-24"),
                Attendance = Both("2024-07-24"),
                Form = EducationForm.FaceToFace,
                Content = "宣讲条例",
                PartySigned = true,
            }
        );
        played.Reopened().File.Duties.Open().ShouldBe(["改正违法行为并复查"]);
        played.Doing(Closing()).ShouldRefuse(DutiesOfCase.NotPerformed, "改正违法行为并复查");
        new Action(() => Recheck("2024-07-21")).ShouldRefuse(ActsOfCase.BeforeDecision);
        Recheck("2024-07-30");
        played.File.Duties.Open().ShouldBeEmpty();
        played.Doing(Closing()).ShouldRefuse(null);

        void Recheck(string on) => played.Case.RecheckCorrection(RecheckResult.Corrected, "已清退", At(on));
        static ProposeClosing Closing() =>
            new()
            {
                DoneAt = At("2024-08-01"),
                Reason = ClosingReason.NoPenalty,
                Performance = "已改正",
            };
    }

    [Theory, Rule("APL-28")]
    [InlineData("清退占道物品", null)]
    [InlineData("清退占道物品", "2024-07-22")] // the day itself is as good as at once
    [InlineData(null, null)]
    public void Without_a_later_day_nothing_runs(string? required, string? dueOn)
    {
        var played = Decided(
            NoPenalty(CaseOutcome.NoPenaltySlight) with
            {
                Orders = required is null ? [] : [new(required, DueOn: dueOn is null ? null : Date(dueOn))],
            }
        );

        played.File.Duties.Open().ShouldBe(["送达不予行政处罚决定书", "教育当事人"]);
        new Action(() => played.Case.RecheckCorrection(RecheckResult.Corrected, "已清退", At("2024-07-30"))).ShouldRefuse(
            ActsOfCase.NothingToRecheck
        );
    }

    [Fact, Rule("APL-28")]
    public void The_day_to_put_it_right_is_not_before_the_decision()
    {
        var played = Proposed(NoPenalty(CaseOutcome.NoPenaltySlight) with { Orders = [new("清退占道物品", DueOn: Date("2024-07-21"))] });

        played.Doing(Deciding(played), Role.Head).ShouldRefuse(OrderToCorrect.DueBeforeOrdered);
    }

    private static PlayedCase Decided(ProposeDecision proposal)
    {
        var played = Proposed(proposal);
        played.Do(Deciding(played), Role.Head);
        return played;
    }

    private static PlayedCase Proposed(ProposeDecision proposal)
    {
        var played = Concluded(proposal.Outcome);
        played.AssessedFacts = new()
        {
            Slight = true,
            CorrectedInTime = true,
            NoHarm = true,
        };
        Propose(played, proposal);
        return played;
    }

    private static void Investigate(PlayedCase played, CaseOutcome outcome)
    {
        played.Do(SceneOn("2024-07-11"));
        played.Do(Verify("2024-07-12", Scene));
        played.Do(Conclude("2024-07-15") with { ProposedOutcome = outcome, Penalties = [] });
    }

    private static DecideNoPenalty Deciding(PlayedCase played) =>
        new()
        {
            DoneAt = At("2024-07-22"),
            ProposalSha256 = played.File.Approvals.ProposalOf(ApprovalPaper.Decision)!.Entry.BodySha256,
            Opinion = "同意",
        };
}
