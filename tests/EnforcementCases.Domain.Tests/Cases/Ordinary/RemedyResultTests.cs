using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Remedies;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PerformanceTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.RemedyAndClosingTests;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Who enters and confirms the result of a remedy, what it is compared with, and when it takes effect. 行政复议法 第六十三条、第七十八条; 行政诉讼法 第八十五条.</summary>
public sealed class RemedyResultTests
{
    private const string Court = "滨海新区人民法院";
    private const string CourtOfAppeal = "天津市第三中级人民法院";

    private static readonly OppositeRequest Opposite = new(
        new("00000000-0000-0000-0000-0000000000f1"),
        "邻居李四",
        "请求加重处罚",
        Date("2024-10-20")
    );

    [Fact, Rule("ARL-63-65")]
    public void Nothing_takes_effect_before_the_head_confirms_it()
    {
        var played = Reconsidered().Do(Result(RemedyResult.Revoked));
        played.Case.Effect.Validity.ShouldBe(DecisionValidity.InForce);
        played.Case.Stage.ShouldBe(CaseStage.Served);
        played.File.Remedies.IsRunning.ShouldBeTrue();
        played.Obstacles(CaseAct.ApplyToCourt, "2024-12-04").ShouldContain(CourtApplying.NotOpen);

        played.Do(Confirm("2024-12-03"), Role.Head).Reopen();

        played.Case.Effect.Validity.ShouldBe(DecisionValidity.Revoked);
        played.File.Remedies.IsRunning.ShouldBeFalse();
        played.Obstacles(CaseAct.ConfirmRemedyResult, "2024-12-05").ShouldBe([RemedyGates.NoResultEntered]);
    }

    [Fact, Rule("ARL-63-65")]
    public void The_handler_neither_enters_nor_confirms_and_one_person_does_not_do_both()
    {
        var handled = PerformedCase.Served().Handled(PerformedCase.Clerk).Do(Remedy("2024-10-10", "2024-10-14"));
        handled.Doing(Result(RemedyResult.Upheld)).ShouldRefuse(RemedyResultOnPaper.ByHandler);

        var headHandled = Reconsidered().Do(Result(RemedyResult.Upheld)).Handled(Head);
        headHandled.Doing(Confirm("2024-12-03"), Role.Head).ShouldRefuse(RemedyResultOnPaper.ByHandler);

        var alone = Reconsidered().Do(Result(RemedyResult.Upheld));
        alone.DoingAs(PerformedCase.Clerk, Confirm("2024-12-03"), Role.Head).ShouldRefuse(RemedyPhase.ConfirmedBySamePerson);
    }

    [Fact, Rule("ARL-63-65")]
    public void A_result_is_read_from_its_paper()
    {
        var played = Reconsidered();
        var result = Result(RemedyResult.Upheld);
        played.Doing(result with { Paper = null }).ShouldRefuse(OrdinaryFile.Incomplete, "种类");
        played.Doing(result with { IssuedBy = " " }).ShouldRefuse(OrdinaryFile.Incomplete, "机关");
        played.Doing(result with { IssuedOn = null }).ShouldRefuse(OrdinaryFile.Incomplete, "日期");
        played.Doing(result with { ResultNumber = "" }).ShouldRefuse(OrdinaryFile.Incomplete, "文号");
        played.Doing(result with { IssuedBy = Court }).ShouldRefuse(RemedyResultOnPaper.OtherOrgan, "滨海新区人民政府");
        played.Doing(result with { IssuedOn = Date("2024-10-13") }).ShouldRefuse(RemedyPhase.RemedyOutOfOrder, "2024-10-14");
        played.Doing(result with { IssuedOn = Date("2024-12-03") }).ShouldRefuse(RemedyPhase.RemedyOutOfOrder, "2024-12-02");
        played.Doing(result with { Paper = RemedyPaper.FirstJudgment }).ShouldRefuse(RemedyResultOnPaper.PaperDoesNotFit, "行政复议");
        played.Doing(result with { Result = RemedyResult.Dismissed }).ShouldRefuse(RemedyResultOnPaper.PaperDoesNotFit, "驳回请求");
        played.Doing(result).ShouldRefuse(null);
    }

    [Fact, Rule("ARL-63-65")]
    public void An_entry_that_was_replaced_is_not_confirmed()
    {
        var played = Reconsidered().Do(Result(RemedyResult.Revoked));
        var first = played.File.Acts[^1].Entry.Id;
        played.Do(Result(RemedyResult.Upheld));

        played.Doing(Confirm("2024-12-03") with { ResultId = first }, Role.Head).ShouldRefuse(Reference.NotStanding);
        played.Doing(Confirm("2024-12-03"), Role.Head).ShouldRefuse(Reference.NotNamed);
        played.Do(Confirm("2024-12-03") with { ResultId = played.File.Acts[^1].Entry.Id }, Role.Head);
        played.Case.Effect.Validity.ShouldBe(DecisionValidity.InForce);
    }

    [Theory, Rule("ARL-63-2")]
    [InlineData(RemedyResult.Changed, 1_000_00, false)]
    [InlineData(RemedyResult.Changed, 1_000_01, true)]
    [InlineData(RemedyResult.PartlyRevoked, 1_000_01, true)]
    [InlineData(RemedyResult.Mediated, 1_000_01, true)]
    [InlineData(RemedyResult.Mediated, 999_99, false)]
    public void A_change_is_never_heavier(RemedyResult result, long fen, bool refused) =>
        Reconsidered().Doing(Result(result) with { ChangedFineFen = fen }).ShouldRefuse(refused, RemedyResults.Heavier);

    [Fact, Rule("ARL-63-2")]
    public void A_third_person_who_asked_for_the_opposite_allows_a_heavier_change()
    {
        var heavier = Result(RemedyResult.Changed) with { ChangedFineFen = 1_500_00, OppositeRequestId = Opposite.Id };
        Reconsidered().Doing(heavier).ShouldRefuse(RemedyPhase.OppositeRequestUnknown);
        PerformedCase
            .Served()
            .Doing(Remedy("2024-10-10", "2024-10-14", "2024-10-21") with { OppositeRequests = [Opposite] })
            .ShouldRefuse(RemedyPhase.ThirdPersonUnknown, Opposite.ThirdPerson);

        var played = PerformedCase
            .Served()
            .Do(
                Remedy("2024-10-10", "2024-10-14", "2024-10-21") with
                {
                    ThirdPersons = [Opposite.ThirdPerson],
                    OppositeRequests = [Opposite],
                }
            )
            .Result(heavier);

        played.Case.Penalty.FineFen.ShouldBe(1_500_00);
    }

    [Fact, Rule("ARL-63-2")]
    public void A_paper_that_departs_from_the_law_is_entered_as_it_is_and_seen_by_the_legal_office()
    {
        var played = Reconsidered().Do(Result(RemedyResult.Changed) with { ChangedFineFen = 1_500_00, DepartsFromLaw = "加重了罚款" });
        played.Doing(Confirm("2024-12-03"), Role.Head).ShouldRefuse(RemedyPhase.LegalOfficeNotHeard, "加重了罚款");
        played
            .Doing(Confirm("2024-12-03") with { LegalOffice = new(OfficerA, "已报区政府法制机构") }, Role.Head)
            .ShouldRefuse(RemedyPhase.LegalOfficeNotHeard, "不是本机关法制审核人员");
        played.Do(Confirm("2024-12-03") with { LegalOffice = new(PerformedCase.Reviewer, "已报区政府法制机构") }, Role.Head);
        played.Case.Penalty.FineFen.ShouldBe(1_500_00);
    }

    [Theory, Rule("ALL-85")]
    [InlineData("2025-01-24", true)] // the organ was served last, on the 9th: its fifteen days end on the 24th
    [InlineData("2025-01-25", false)]
    public void A_judgment_takes_effect_once_the_last_side_cannot_appeal_any_more(string on, bool refused)
    {
        var played = Sued().Do(Judgment());
        played.Doing(Confirm(on), Role.Head).ShouldRefuse(refused, JudgmentEffect.NotEffective);
        if (!refused)
            played.Case.Effect.RevokedAt.ShouldBe(At("2025-01-25", 0));
    }

    [Theory, Rule("ALL-85")]
    [InlineData("2025-01-16", true)]
    [InlineData("2025-01-17", false)]
    public void A_ruling_takes_effect_after_ten_days(string on, bool refused) =>
        Sued()
            .Do(
                Judgment(RemedyResult.ApplicationDismissed) with
                {
                    Paper = RemedyPaper.FirstRuling,
                    Services = [new(LitigantSide.Party, Date("2025-01-06")), new(LitigantSide.Organ, Date("2025-01-06"))],
                }
            )
            .Doing(Confirm(on), Role.Head)
            .ShouldRefuse(refused, JudgmentEffect.NotEffective);

    [Fact, Rule("ALL-85")]
    public void Every_side_is_served_and_third_persons_are_counted_from_their_own_service()
    {
        var played = Sued("王五");
        played.Doing(Judgment() with { Services = [] }).ShouldRefuse(JudgmentEffect.ServiceMissing, "本机关");
        played.Doing(Judgment()).ShouldRefuse(JudgmentEffect.ServiceMissing, "王五");
        Sued().Doing(ServedOn("王五", "2025-01-10")).ShouldRefuse(RemedyPhase.ThirdPersonUnknown, "王五");

        played.Do(ServedOn("王五", "2025-01-14"));
        played.Doing(Confirm("2025-02-05"), Role.Head).ShouldRefuse(JudgmentEffect.NotEffective); // the 29th begins the holiday of the new year
        played.Do(Confirm("2025-02-06"), Role.Head);

        static EnterRemedyResult ServedOn(string third, string on) =>
            Judgment() with
            {
                DoneAt = At("2025-01-15"),
                Services = [.. Judgment().Services, new(LitigantSide.ThirdPerson, Date(on), third)],
            };
    }

    [Fact, Rule("ALL-85")]
    public void An_appeal_keeps_the_decision_until_the_second_instance()
    {
        var played = Sued().Do(Judgment());
        played.Doing(Appeal("2025-01-24")).ShouldRefuse(RemedyPhase.AppealNotByHead);
        played.Doing(Appeal("2025-01-25"), Role.Head).ShouldRefuse(JudgmentEffect.AppealTooLate, "2025-01-24");
        played.Doing(Appeal("2025-01-08"), Role.Head).ShouldRefuse(RemedyPhase.RemedyOutOfOrder);
        played.Do(Appeal("2025-01-24"), Role.Head);
        played.Obstacles(CaseAct.ConfirmRemedyResult, "2025-02-10").ShouldBe([RemedyGates.NoResultEntered]);
        played.Doing(Judgment() with { DoneAt = At("2025-05-02") }).ShouldRefuse(RemedyResultOnPaper.PaperDoesNotFit, "上诉");
        played.File.Remedies.IsRunning.ShouldBeTrue();

        played.Result(
            Judgment(RemedyResult.Upheld) with
            {
                DoneAt = At("2025-05-02"),
                Paper = RemedyPaper.Final,
                IssuedBy = CourtOfAppeal,
                IssuedOn = Date("2025-04-28"),
                ResultServedOn = Date("2025-05-01"),
                Services = [],
            }
        );

        played.Case.Effect.Validity.ShouldBe(DecisionValidity.InForce);
        played.File.Remedies.IsRunning.ShouldBeFalse();
    }

    [Fact, Rule("APL-73-3")]
    public void The_surcharge_stays_paused_until_the_judgment_takes_effect()
    {
        var played = Sued().Do(Judgment(RemedyResult.ClaimsDismissed)).Do(Confirm("2025-01-25"), Role.Head);
        var pause = played.History("2025-02-10").Pauses.ShouldHaveSingleItem();
        (pause.From, pause.To).ShouldBe((Date("2024-10-14"), Date("2025-01-25")));
    }

    [Theory, Rule("ARL-78")]
    [InlineData(RemedyResult.Changed, true)]
    [InlineData(RemedyResult.Mediated, true)]
    [InlineData(RemedyResult.Upheld, false)]
    public void What_reconsideration_changed_or_settled_is_not_executed_by_the_street(RemedyResult result, bool refused)
    {
        var played = Reconsidered().Result(Result(result) with { ChangedFineFen = result is RemedyResult.Upheld ? null : 600_00 });
        foreach (var act in new[] { CaseAct.ApplyToCourt, CaseAct.DecideExecution, CaseAct.DecideSubstitute })
            played.Obstacles(act, "2025-03-20").Contains(RemedyPhase.ExecutedByAnother).ShouldBe(refused, act.ToString());
    }

    [Fact, Rule("ALLI-58")]
    public void After_a_withdrawn_reconsideration_the_time_to_sue_runs_on_as_if_none_had_been()
    {
        var unused = PerformedCase.Served().File.Court.Window(Shipped)!;
        var withdrawn = CalledToDemolish().Do(Remedy("2024-10-10", "2024-10-14")).Result(Result(RemedyResult.Withdrawn));
        withdrawn.File.Court.Window(Shipped)!.OpensOn.ShouldBe(unused.OpensOn);
        withdrawn
            .Doing(Announce("2025-03-24", "2025-03-01") with { SelfRemovalBy = Date("2025-03-10") }, Role.Head)
            .ShouldRefuse(RemovalOfStructures.RemediesOpen);

        // it ended after the original period: the organ waits for its end
        var late = Reconsidered().Result(Result(RemedyResult.Withdrawn, "2025-05-06") with { DoneAt = At("2025-05-07") });
        late.File.Court.Window(Shipped)!.OpensOn.ShouldBe(Date("2025-05-07"));
    }

    [Fact, Rule("ACL-44")]
    public void A_forced_removal_waits_for_the_end_of_the_appeal()
    {
        var played = Sued(CalledToDemolish()).Do(Judgment(RemedyResult.ClaimsDismissed));
        played
            .Doing(Announce("2025-04-10", "2025-04-01") with { SelfRemovalBy = Date("2025-04-08") }, Role.Head)
            .ShouldRefuse(RemovalOfStructures.RemediesOpen, "正在进行");
        played.Do(Confirm("2025-04-01"), Role.Head);
        played.Doing(Announce("2025-04-10", "2025-04-01") with { SelfRemovalBy = Date("2025-04-08") }, Role.Head).ShouldRefuse(null);
    }

    /// <summary>An open file of before: its result took effect when it was entered, and nobody has to confirm it now.</summary>
    [Fact, Rule("ARL-63-65")]
    public void A_result_entered_before_confirmations_existed_is_in_effect()
    {
        var played = Reconsidered();
        var before = Result(RemedyResult.Dismissed) with { Paper = null, IssuedBy = null, IssuedOn = null };
        played.File.Enter(
            new(
                played.Case.NewEntry(
                    Guid.NewGuid(),
                    played.File.Acts.Count + 1,
                    CaseAct.EnterRemedyResult,
                    before.DoneAt,
                    OfficerA,
                    before.DoneAt,
                    late: false,
                    [],
                    new()
                ),
                before
            )
        );

        played.Reopen().File.Remedies.IsRunning.ShouldBeFalse();
        played.File.Court.Window(Shipped)!.OpensOn.ShouldBe(Date("2024-12-18")); // fifteen days from 12-02
        played.Obstacles(CaseAct.ConfirmRemedyResult, "2024-12-20").ShouldBe([RemedyGates.NoResultEntered]);
    }

    [Theory, Rule("ACL-53-S")]
    [InlineData(SimpleDecisionReading.Reconsideration)]
    [InlineData(SimpleDecisionReading.Suit)]
    public void The_window_of_a_decision_on_the_spot_is_that_of_the_parameter(SimpleDecisionReading reading)
    {
        var @case = AnOnTheSpotCase.Decide();
        var clock = new RemedyClock
        {
            KnownOn = Domain.Law.LegalDate.Of(@case.ServedAt!.Value),
            Informed = true,
            DecidedOn = @case.DecidedOn!.Value,
        };

        var window = OrdinaryFile.Open(@case, [], []).Court.Window(Shipped, reading: reading)!;

        window.LastDay.ShouldBe(SimpleCourtWindows.After(clock, reading, Shipped).InForce.LastDay);
        window.OpensOn.ShouldBe(SimpleCourtWindows.After(clock, reading, Shipped).InForce.OpensOn);
    }

    private static PerformedCase Reconsidered() => PerformedCase.Served().Do(Remedy("2024-10-10", "2024-10-14"));

    private static PerformedCase CalledToDemolish() =>
        PerformedCase.ServedToDemolish().Do(Call("2024-10-09")).Serve(DocumentKind.CallToPerform, "2024-10-09");

    private static PerformedCase Sued(params string[] thirdPersons) => Sued(PerformedCase.Served(), thirdPersons);

    private static PerformedCase Sued(PerformedCase decided, params string[] thirdPersons) =>
        decided.Do(
            Remedy("2024-10-10", "2024-10-14") with
            {
                Kind = RemedyKind.Suit,
                RemedyNumber = "行初1号",
                Before = Court,
                ThirdPersons = thirdPersons,
            }
        );

    /// <summary>Served on the party on 2025-01-06 and on the organ on the 9th.</summary>
    private static EnterRemedyResult Judgment(RemedyResult result = RemedyResult.Revoked) =>
        new()
        {
            DoneAt = At("2025-01-10"),
            RemedyNumber = "行初1号",
            Result = result,
            ResultNumber = "行初1号判决",
            Paper = RemedyPaper.FirstJudgment,
            IssuedBy = Court,
            IssuedOn = Date("2025-01-03"),
            ResultServedOn = Date("2025-01-06"),
            Services = [new(LitigantSide.Party, Date("2025-01-06")), new(LitigantSide.Organ, Date("2025-01-09"))],
            Summary = "见判决书",
        };

    private static EnterAppeal Appeal(string filedOn) =>
        new()
        {
            DoneAt = At("2025-01-26"),
            By = LitigantSide.Organ,
            FiledOn = Date(filedOn),
            Court = CourtOfAppeal,
        };

    private static ConfirmRemedyResult Confirm(string on) => new() { DoneAt = At(on, 16), Opinion = "与文书一致" };
}
