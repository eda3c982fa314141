using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Tests.Catalogue;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.DecidingTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>从旧兼从轻, from the report to the decision. The act is of 2024-07-09. 行政处罚法 第三十七条.</summary>
public sealed class ChoiceOfLawTests
{
    private static readonly PenaltyItem Warning = new(PenaltyKind.Warning);

    private readonly ViolationVersion old = AViolation.With(sha: "旧");

    [Fact, Rule("APL-37")]
    public void The_milder_law_of_now_is_applied_in_report_proposal_and_decision_and_pinned()
    {
        var milder = Begins("2024-07-10", PenaltyKind.Warning);
        var played = Told(milder, chosen: "新", Warning);
        played.Case.ViolationVersionId.ShouldBe(milder.Id); // what the report and the notice print
        played.Doing(Proposal() with { Penalties = [Fine(500)] }).ShouldRefuse(PenaltyBasis.OutsideStatutoryRange);

        Propose(played, Proposal() with { Penalties = [Warning] });
        played.Do(Decision(played), Role.Head);

        played.Case.ShouldHave(
            new
            {
                Stage = CaseStage.Decided,
                ViolationVersionId = milder.Id,
                ViolationCode = "TJ-XX-01",
                Penalty = new { HeaviestKind = (PenaltyKind?)PenaltyKind.Warning, FineFen = 0L },
            }
        );
    }

    [Fact, Rule("APL-37")]
    public void Under_a_milder_law_of_now_neither_the_old_one_nor_silence_is_proposed()
    {
        var milder = Begins("2024-07-10", PenaltyKind.Warning);

        Reported(milder, chosen: "旧", Fine(1_000)).Doing(Proposal()).ShouldRefuse(ChoiceOfLaw.MilderNotApplied);
        Reported(milder, chosen: null, Warning)
            .Doing(Proposal() with { Penalties = [Warning] })
            .ShouldRefuse(PenaltyBasis.ChoiceOfLawMissing);
    }

    [Fact, Rule("APL-37")]
    public void Under_a_harsher_law_of_now_that_of_the_act_stays()
    {
        var harsher = Begins("2024-07-10", PenaltyKind.Closure);
        Reported(harsher, chosen: "新", new(PenaltyKind.Closure))
            .Doing(Proposal() with { Penalties = [new(PenaltyKind.Closure)] })
            .ShouldRefuse(ChoiceOfLaw.MilderNotApplied);

        var played = Told(harsher, chosen: "旧", Fine(1_000));
        Propose(played);
        played.Do(Decision(played), Role.Head);

        (played.Case.ViolationVersionId, played.Case.Penalty.FineFen).ShouldBe((old.Id, 1_000_00));
    }

    [Theory, Rule("APL-37")]
    [InlineData("2024-07-22", true)] // in force on the day of the decision
    [InlineData("2024-07-23", false)]
    public void Law_that_changed_between_proposal_and_decision_is_assessed_anew(string from, bool refused)
    {
        var played = Told();
        Propose(played);
        var milder = Begins(from, PenaltyKind.Warning);
        played.NewLaw = milder;

        played.Doing(Decision(played), Role.Head).ShouldRefuse(refused, DiscretionGate.AnotherVersion);
        if (!refused)
        {
            played.Case.ViolationVersionId.ShouldBe(old.Id);
            return;
        }
        (played.Case.Stage, played.Case.Penalty.FineFen).ShouldBe((CaseStage.Told, 0));
        played.Doing(Proposal("2024-07-22")).ShouldRefuse(DiscretionGate.AnotherVersion); // the old assessment hides the change
        Assess(played, milder, "新");
        played.Do(Proposal("2024-07-22") with { Penalties = [Warning] });
        played.Doing(Decision(played, "2024-07-23"), Role.Head).ShouldRefuse(Domain.Cases.Ordinary.PriorNotices.OtherThanNotified, "种类");
        ProposeAndTell(played, Tell("2024-07-22") with { Penalties = [Warning] });
        played.Serve(Domain.Documents.DocumentKind.PriorNotice, "2024-07-22");
        played.Do(Waiver(statement: true, hearing: true) with { DoneAt = At("2024-07-22", 12), Declaration = Declared("2024-07-22") });
        Endorsed(played, "2024-07-22");
        played.Do(Decision(played, "2024-07-23"), Role.Head);
        played.Case.ViolationVersionId.ShouldBe(milder.Id);
    }

    /// <summary>The report is of before: what the notice has to cite is what the proposal applies.</summary>
    [Fact, Rule("APL-37"), Rule("APL-59")]
    public void A_notice_cites_the_milder_law_that_the_proposal_applies()
    {
        var played = Told();
        Propose(played);
        var milder = Begins("2024-07-22", PenaltyKind.Warning, "第六十条");
        Assess(played, milder, "新");
        var tell = Tell("2024-07-22") with { Penalties = [Warning], Basis = [new("《天津市市容和环境卫生管理条例》", "第六十条")] };

        ProposeAndTell(played, tell);

        played.Case.ViolationVersionId.ShouldBe(old.Id); // as reported
        played.File.Notice.Written!.Basis.ShouldBe(tell.Basis);
    }

    [Theory, Rule("APL-37")]
    [InlineData("2024-07-21", true)] // its last day
    [InlineData("2024-07-22", false)]
    public void Law_that_was_repealed_between_proposal_and_decision_is_assessed_anew(string lastDay, bool refused)
    {
        var played = Told();
        Propose(played);
        old.EndOn(Date(lastDay));

        played.Doing(Decision(played), Role.Head).ShouldRefuse(refused, DiscretionGate.AnotherVersion);
    }

    [Fact, Rule("APL-37")]
    public void Only_an_assessment_of_this_case_and_this_act_carries_a_report_a_proposal_or_a_decision()
    {
        var played = Told();
        Propose(played);
        var report = Conclude("2024-07-15") with { AssessmentId = AssessmentId };

        played.AssessedFor = null; // assessed before there was a case
        played.Doing(Proposal()).ShouldRefuse(null);
        Endorsed(played);

        played.AssessedFor = Guid.NewGuid();
        Refused();
        played.AssessedFor = played.Case.Id;
        played.Assessing = input => input with { CommittedOn = input.CommittedOn.AddDays(-1) };
        Refused();

        void Refused()
        {
            played.Doing(Proposal()).ShouldRefuse(StoredAssessment.AnotherMatter);
            played.Doing(Decision(played), Role.Head).ShouldRefuse(StoredAssessment.AnotherMatter);
            var investigated = Filed(violation: old);
            investigated.Do(SceneOn("2024-07-11"));
            investigated.Do(Verify("2024-07-12", Scene));
            (investigated.AssessedFor, investigated.Assessing) = (
                played.AssessedFor == played.Case.Id ? investigated.Case.Id : played.AssessedFor,
                played.Assessing
            );
            investigated.Doing(report).ShouldRefuse(StoredAssessment.AnotherMatter);
        }
    }

    /// <summary>A newer version, in force from a day on; the old one ends the day before.</summary>
    private ViolationVersion Begins(string from, PenaltyKind kind, string article = "第五十条")
    {
        old.EndOn(Date(from).AddDays(-1));
        return AViolation.With(sha: "新", from: Date(from), kinds: [kind], noFine: true, article: article);
    }

    /// <summary>Told under the law that did not change.</summary>
    private PlayedCase Told() => DecidingTests.Told(violation: old);

    /// <summary>The report, resting on an assessment under two laws.</summary>
    private PlayedCase Reported(ViolationVersion now, string? chosen, PenaltyItem penalty)
    {
        var played = Filed(violation: old);
        played.Do(SceneOn("2024-07-11"));
        played.Do(Verify("2024-07-12", Scene));
        Assess(played, now, chosen);
        played.Do(Conclude("2024-07-15") with { AssessmentId = AssessmentId, Penalties = [penalty] });
        return played;
    }

    /// <summary>Told under two laws.</summary>
    private PlayedCase Told(ViolationVersion now, string? chosen, PenaltyItem penalty)
    {
        var played = Reported(now, chosen, penalty);
        ProposeAndTell(played, Tell() with { Penalties = [penalty], HearingRightNotified = true });
        played.Serve(Domain.Documents.DocumentKind.PriorNotice, "2024-07-16");
        played.Do(Waiver(statement: true, hearing: true));
        return played;
    }

    private static void Assess(PlayedCase played, ViolationVersion now, string? chosen)
    {
        played.NewLaw = now;
        played.Assessing = input =>
            input with
            {
                Now = Norm.Of(now, PartyKind.LegalPerson, individualBusinessAsOrganisation: false),
                Facts = new() { Chosen = chosen is null ? null : new(chosen, "按第三十七条") },
            };
    }
}
