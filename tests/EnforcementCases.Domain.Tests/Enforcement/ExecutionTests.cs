using System.Globalization;
using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Remedies;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Enforcement;

/// <summary>行政强制法 第十三条、第三十五条至第五十二条.</summary>
public sealed class ExecutionTests
{
    private static readonly ExecutionPowerBasis ByLaw = new(new("《城乡规划法》", "第六十八条"), InstrumentLevel.Law);

    private static readonly PerformanceCall Call = new()
    {
        Number = "津汉街综执催字〔2025〕第0001号",
        PerformBy = Date("2025-10-11"),
        Manner = "到指定银行缴纳罚款",
        AmountFen = 1_360_00,
        PaymentManner = "凭缴款码缴纳",
        RightsNotified = true,
    };

    private static readonly ExecutionDecision Decision = new()
    {
        Number = "津汉街综执强执字〔2025〕第0001号",
        DecidedOn = Date("2025-10-13"),
        Party = "张某，某街某号",
        ReasonsAndBasis = "逾期不履行；《行政强制法》第三十七条",
        MannerAndTime = "强制拆除，2025-10-20",
        Remedies = "六十日内申请行政复议，六个月内提起行政诉讼",
        Organ = "某街道办事处",
        Sealed = true,
        CallServedOn = Date("2025-09-22"),
        PerformBy = Date("2025-10-11"),
    };

    private static readonly PerformanceByOthersPlan ByOthers = new()
    {
        Number = "津汉街综执代字〔2025〕第0001号",
        DecisionServedOn = Date("2025-10-13"),
        RemovalOrRestoration = true,
        Harm = HarmOfNonPerformance.Traffic,
        ReasonsAndBasis = "占用道路堆放，《行政强制法》第五十条",
        ObjectAndManner = "清除堆放物",
        PerformOn = Date("2025-10-20"),
        CostEstimateFen = 500_00,
        Performer = "某清运公司",
        PerformerDisinterested = true,
        CallServedOn = Date("2025-09-22"),
        PerformBy = Date("2025-10-11"),
        CalledAgainOn = Date("2025-10-14"),
    };

    [Fact, Rule("ACL-35")]
    public void A_call_says_until_when_how_how_much_and_what_rights()
    {
        CallToPerform.Obstacles(Call, moneyOwed: true).ShouldBeEmpty();
        CallToPerform.Obstacles(Call with { AmountFen = null, PaymentManner = null }, moneyOwed: false).ShouldBeEmpty();
        CallToPerform
            .Obstacles(
                Call with
                {
                    PerformBy = null,
                    Manner = "",
                    AmountFen = 0,
                    PaymentManner = null,
                    RightsNotified = false,
                },
                moneyOwed: true
            )
            .Errors()
            .ShouldBe(Enumerable.Repeat(CallToPerform.Incomplete, 5));
        new Action(() => CallToPerform.EnsureComplete(Call with { AmountFen = null }, moneyOwed: true)).ShouldRefuse(
            CallToPerform.Incomplete
        );
    }

    [Fact, Rule("ACL-35")]
    public void Each_point_of_the_answer_is_rechecked()
    {
        Rechecking(null).ShouldRefuse(null);
        Rechecking(new(["已部分缴纳", "经济困难"], ["属实", "不属实"])).ShouldRefuse(null);
        Rechecking(new(["已部分缴纳", "经济困难"], ["属实", " "])).ShouldRefuse(CallToPerform.AnswerNotRechecked);

        static Action Rechecking(CallAnswer? answer) => () => CallToPerform.EnsureAnswerRechecked(answer);
    }

    [Fact, Rule("ACL-13")]
    public void Without_a_law_the_court_executes()
    {
        ExecutionPower.RouteOf(null).ShouldBe(ExecutionRoute.Court);
        ExecutionPower.RouteOf(ByLaw).ShouldBe(ExecutionRoute.Organ);
        new Action(() => ExecutionPower.EnsureOrganMayExecute(null)).ShouldRefuse(ExecutionPower.None);
        new Action(() => ExecutionPower.EnsureOrganMayExecute(ByLaw)).ShouldRefuse(null);
        new Action(() => ExecutionPower.EnsureOrganMayExecute(ByLaw with { Level = InstrumentLevel.LocalRegulation })).ShouldRefuse(
            ExecutionPower.NotByLaw
        );
    }

    [Fact, Rule("ACL-37"), Rule("ACL-13")]
    public void Execution_is_decided_after_the_call_ran_out_without_good_reason()
    {
        Deciding(Decision).ShouldRefuse(null);
        Deciding(Decision, power: null).ShouldRefuse(ExecutionPower.None);
        Deciding(Decision with { CallServedOn = null }).ShouldRefuse(DecidingToExecute.NotCalledUpon);
        Deciding(Decision with { DecidedOn = Date("2025-10-11") }).ShouldRefuse(DecidingToExecute.NotCalledUpon); // its last day
        Deciding(Decision with { DecidedOn = Date("2025-10-12") }).ShouldRefuse(null);
        Deciding(Decision with { DecidedOn = Date("2025-09-23"), HidingEvidenceSha256 = ["ab"] }).ShouldRefuse(null);
        Deciding(Decision with { GoodReason = "住院" }).ShouldRefuse(DecidingToExecute.GoodReason);
        Deciding(Decision with { Answer = new(["已履行"], []) }).ShouldRefuse(CallToPerform.AnswerNotRechecked);
        Deciding(Decision with { Answer = new(["已履行"], [" "]) }).ShouldRefuse(CallToPerform.AnswerNotRechecked, "1 项");
        Deciding(Decision with { Answer = new(["已履行"], ["不属实"]) }).ShouldRefuse(null);
        Deciding(Decision with { DecidedOn = Date("2025-09-23"), HidingEvidenceSha256 = [" "] })
            .ShouldRefuse(DecidingToExecute.NotCalledUpon);
        Deciding(Decision, power: ByLaw with { Level = InstrumentLevel.LocalRegulation }).ShouldRefuse(ExecutionPower.NotByLaw, "不是法律");
        DecidingToExecute
            .Obstacles(Decision with { Party = "", ReasonsAndBasis = "", MannerAndTime = "", Remedies = "", Sealed = false }, ByLaw)
            .Errors()
            .ShouldBe(Enumerable.Repeat(DecidingToExecute.Incomplete, 5));
    }

    [Theory, Rule("ACL-43")]
    [InlineData("2024-10-09T09:00", "2024-10-09T11:00", true, null)]
    [InlineData("2024-10-09T05:59", "2024-10-09T08:00", true, "execution-time.at-night")]
    [InlineData("2024-10-09T06:00", "2024-10-09T08:00", true, null)]
    [InlineData("2024-10-09T20:00", "2024-10-09T22:00", true, null)] // ends when the night begins
    [InlineData("2024-10-09T20:00", "2024-10-09T22:01", true, "execution-time.at-night")]
    [InlineData("2024-10-09T22:00", "2024-10-09T23:00", true, "execution-time.at-night")]
    [InlineData("2024-10-09T09:00", "2024-10-10T09:00", true, "execution-time.at-night")] // over night
    [InlineData("2024-10-01T09:00", "2024-10-01T11:00", false, "execution-time.on-holiday")]
    [InlineData("2024-10-07T09:00", "2024-10-07T11:00", true, "execution-time.on-holiday")] // arranged day off
    [InlineData("2024-10-07T09:00", "2024-10-07T11:00", false, null)]
    [InlineData("2024-10-19T09:00", "2024-10-19T11:00", true, "execution-time.on-holiday")] // Saturday
    [InlineData("2024-10-19T09:00", "2024-10-19T11:00", false, null)]
    [InlineData("2024-10-12T09:00", "2024-10-12T11:00", true, null)] // make-up Saturday
    [InlineData("2024-10-09T09:00", "2024-10-09T08:00", true, "execution-time.ends-before-start")]
    [InlineData("2024-10-09T23:00", "2024-10-09T22:30", true, "execution-time.ends-before-start")] // and nothing else
    public void Nothing_is_executed_at_night_or_on_rest_days(string from, string to, bool allRestDays, string? code)
    {
        var obstacles = ExecutionTime.Obstacles(Plan(from, to), NightHours.Parse("22:00-06:00"), Shipped, !allRestDays);

        obstacles.Errors().Select(e => e.Code).ShouldBe(code is null ? [] : [code]);
    }

    [Fact, Rule("ACL-43")]
    public void What_stands_against_a_time_names_the_night_or_the_day()
    {
        Why("2024-10-09T22:00", "2024-10-09T23:00").ShouldContain("夜间为 22:00 至次日 06:00");
        Why("2024-10-01T09:00", "2024-10-01T11:00").ShouldContain("2024-10-01（国庆节放假）");
        Should.Throw<FormatException>(() => NightHours.Parse("22:00")).Message.ShouldContain("22:00 is no span");

        static string Why(string from, string to) =>
            ExecutionTime.Obstacles(Plan(from, to), NightHours.Parse("22:00-06:00"), Shipped, false).ShouldHaveSingleItem().Detail;
    }

    [Fact, Rule("ACL-43")]
    public void Urgency_excuses_the_hour_and_never_the_cutting_of_supply()
    {
        var urgent = Plan("2024-10-01T23:00", "2024-10-01T23:30") with { Urgency = "墙体即将倒塌" };

        ExecutionTime.Obstacles(urgent, NightHours.Parse("22:00-06:00"), Shipped).ShouldBeEmpty();
        new Action(() =>
            ExecutionTime.EnsureAllowed(urgent with { CutsResidentsSupply = true }, NightHours.Parse("22:00-06:00"), Shipped)
        ).ShouldRefuse(ExecutionTime.SupplyCut);
    }

    [Theory, Rule("ACL-44")]
    [InlineData("2025-02-28", "2024-09-10", "2024-09-25", false, "removal.remedies-open")] // last day for suing
    [InlineData("2025-03-01", "2024-09-10", "2024-09-25", false, null)]
    [InlineData("2025-03-01", null, null, false, "removal.notice-missing")]
    [InlineData("2025-03-01", "2024-09-10", "2024-09-10", false, null)] // to be removed at once
    [InlineData("2025-03-01", "2024-09-10", "2024-09-09", false, "removal.notice-missing")]
    [InlineData("2025-03-01", "2025-02-10", "2025-03-01", false, "removal.notice-missing")] // its own last day
    [InlineData("2025-03-03", "2024-09-10", "2024-09-25", true, "removal.remedies-open")]
    public void A_structure_is_removed_after_notice_and_after_both_remedies(
        string on,
        string? notice,
        string? selfBy,
        bool pending,
        string? code
    )
    {
        var clock = new RemedyClock
        {
            KnownOn = Date("2024-08-31"),
            Informed = true,
            DecidedOn = Date("2024-08-31"),
        };
        var plan = new RemovalPlan(Date(on), notice is null ? null : Date(notice), selfBy is null ? null : Date(selfBy), pending);

        RemovalOfStructures.Obstacles(plan, clock, Shipped).Errors().Select(e => e.Code).ShouldBe(code is null ? [] : [code]);
        RemovalOfStructures.Earliest(clock, Shipped).ShouldBe(Date("2025-03-01"));
    }

    /// <summary>城乡规划法 第六十五条: a town removes itself; 第六十八条: everybody else is charged with it.</summary>
    [Theory, Rule("ORDER-ALONE")]
    [InlineData(false, "removal by force only after 责成", null, true)]
    [InlineData(false, "removal by force only after 责成", " ", true)]
    [InlineData(false, "removal by force only after 责成", "津滨政责〔2025〕1号", false)]
    [InlineData(true, null, null, false)]
    [InlineData(false, null, null, false)] // a structure of another law
    public void A_street_removes_only_what_it_was_charged_with(bool town, string? force, string? charge, bool refused) =>
        new Action(() => RemovalOfStructures.EnsureCharged(town, force, charge)).ShouldRefuse(refused, RemovalOfStructures.NotCharged);

    [Fact, Rule("ACL-46")]
    public void Money_is_executed_after_more_than_thirty_days_of_surcharge_and_a_call()
    {
        var facts = new MoneyExecutionFacts
        {
            On = Date("2024-11-08"),
            SurchargeSince = Date("2024-10-09"),
            CallServedOn = Date("2024-10-20"),
            Unpaid = true,
            RemedySought = false,
            RemediesRunOut = true,
            GoodsSealed = true,
            Power = ByLaw,
        };

        Executing(MoneyExecutionWay.ByOrgan, facts).ShouldRefuse(null); // the thirty-first day
        Executing(MoneyExecutionWay.ByOrgan, facts with { On = Date("2024-11-07") }).ShouldRefuse(ExecutionOfMoney.SurchargeTooShort);
        Executing(MoneyExecutionWay.ByOrgan, facts with { Power = null }).ShouldRefuse(ExecutionPower.None);
        Executing(MoneyExecutionWay.ByOrgan, facts with { Power = ByLaw with { Level = InstrumentLevel.LocalRegulation } })
            .ShouldRefuse(ExecutionPower.NotByLaw, "《城乡规划法》第六十八条 不是法律");
        Executing(MoneyExecutionWay.ByOrgan, facts with { SurchargeSince = Date("2024-12-01") })
            .ShouldRefuse(ExecutionOfMoney.SurchargeTooShort, "已 0 日");
        Executing(MoneyExecutionWay.ByOrgan, facts with { SurchargeSince = Date("2024-11-08") })
            .ShouldRefuse(ExecutionOfMoney.SurchargeTooShort, "已 1 日");
        Executing(MoneyExecutionWay.ByCourt, facts with { CallServedOn = Date("2024-11-09") }).ShouldRefuse(ExecutionOfMoney.NotCalledUpon);
        Executing(MoneyExecutionWay.ByCourt, facts with { CallServedOn = Date("2024-11-08") }).ShouldRefuse(null);
        Executing(MoneyExecutionWay.ByOrgan, facts with { CallServedOn = null })
            .ShouldRefuse(ExecutionOfMoney.NotCalledUpon, "没有送达催告书");
        Executing(MoneyExecutionWay.AuctionOfSealedGoods, facts with { Power = null }).ShouldRefuse(null);
        Executing(MoneyExecutionWay.AuctionOfSealedGoods, facts with { GoodsSealed = false })
            .ShouldRefuse(ExecutionOfMoney.MayNotAuction, "没有查封、扣押的财物");
        Executing(MoneyExecutionWay.AuctionOfSealedGoods, facts with { RemedySought = true })
            .ShouldRefuse(ExecutionOfMoney.MayNotAuction, "已申请行政复议");
        Executing(MoneyExecutionWay.AuctionOfSealedGoods, facts with { RemediesRunOut = false })
            .ShouldRefuse(ExecutionOfMoney.MayNotAuction, "尚未届满");
        Executing(MoneyExecutionWay.ByCourt, facts with { Power = null, SurchargeSince = null }).ShouldRefuse(null);
        Executing(MoneyExecutionWay.ByCourt, facts with { Unpaid = false }).ShouldRefuse(ExecutionOfMoney.NotCalledUpon, "已经履行");

        static Action Executing(MoneyExecutionWay way, MoneyExecutionFacts facts) => () => ExecutionOfMoney.EnsureAllowed(way, facts);
    }

    [Fact, Rule("ACL-50-51")]
    public void Others_perform_after_two_calls_three_whole_working_days_apart()
    {
        PerformanceByOthers.LatestSecondCall(Date("2025-10-20"), Shipped).ShouldBe(Date("2025-10-14"));
        Starting(ByOthers).ShouldRefuse(null);
        Starting(ByOthers with { CalledAgainOn = Date("2025-10-15") }).ShouldRefuse(PerformanceByOthers.SecondCallTooLate);
        Starting(ByOthers with { CalledAgainOn = null }).ShouldRefuse(PerformanceByOthers.SecondCallTooLate);
        Starting(ByOthers with { CallServedOn = null }).ShouldRefuse(PerformanceByOthers.NotCalledUpon, "没有送达催告书");
        Starting(ByOthers with { PerformBy = Date("2025-10-20") }).ShouldRefuse(PerformanceByOthers.NotCalledUpon, "至 2025-10-20");
        Starting(ByOthers with { Harm = null }).ShouldRefuse(PerformanceByOthers.NotOpen, "没有写明危害后果");
        Starting(ByOthers with { RemovalOrRestoration = false }).ShouldRefuse(PerformanceByOthers.NotOpen, "义务不是排除妨碍");
        Starting(ByOthers with { DecisionServedOn = null }).ShouldRefuse(PerformanceByOthers.DecisionIncomplete);
        Starting(ByOthers with { CostEstimateFen = 0 }).ShouldRefuse(PerformanceByOthers.DecisionIncomplete);
        Starting(ByOthers with { Performer = "" }).ShouldRefuse(PerformanceByOthers.DecisionIncomplete);
        Starting(ByOthers with { ReasonsAndBasis = "" }).ShouldRefuse(PerformanceByOthers.DecisionIncomplete, "没有理由和依据");
        Starting(ByOthers with { ObjectAndManner = "" }).ShouldRefuse(PerformanceByOthers.DecisionIncomplete, "没有标的和方式");
        Starting(ByOthers with { PerformerDisinterested = false }).ShouldRefuse(PerformanceByOthers.PerformerInterested);

        static Action Starting(PerformanceByOthersPlan plan) => () => PerformanceByOthers.EnsureMayStart(plan, Shipped);
    }

    [Fact, Rule("ACL-50-51")]
    public void Performance_by_others_is_supervised_signed_and_peaceful()
    {
        var record = new PerformanceByOthersRecord(
            Date("2025-10-20"),
            [Guid.NewGuid(), Guid.NewGuid()],
            SignedByOfficer: true,
            SignedByPerformer: true,
            SignedByPartyOrWitness: true,
            ActualCostFen: 480_00,
            Violent: false
        );

        Recording(record).ShouldRefuse(null);
        Recording(record with { OfficersPresent = [] }).ShouldRefuse(OfficersPresent.TooFew);
        Recording(record with { SignedByPartyOrWitness = false }).ShouldRefuse(PerformanceByOthers.NotSupervised);
        Recording(record with { SignedByOfficer = false }).ShouldRefuse(PerformanceByOthers.NotSupervised);
        Recording(record with { SignedByPerformer = false }).ShouldRefuse(PerformanceByOthers.NotSupervised);
        Recording(record with { Violent = true }).ShouldRefuse(PerformanceByOthers.Violence);

        static Action Recording(PerformanceByOthersRecord record) => () => PerformanceByOthers.EnsureRecorded(record);
    }

    [Fact, Rule("ACL-52")]
    public void Spills_on_roads_go_at_once_filmed_and_the_absent_party_is_told()
    {
        var cleared = DateTimeOffset.Parse("2025-03-10T08:00:00+08:00", CultureInfo.InvariantCulture);
        var clearing = new ImmediateClearing(
            ThingToClear.Spill,
            PlaceToClear.Road,
            "混凝土遗洒影响通行",
            PartyCannotClear: true,
            PartyPresent: false,
            cleared,
            PartyNotifiedAt: cleared.AddMinutes(30),
            VideoSha256: ["ab12"]
        );

        Clearing(clearing).ShouldRefuse(null);
        Clearing(clearing with { Thing = null }).ShouldRefuse(ImmediatePerformance.NotOpen, "不符");
        Clearing(clearing with { PartyCannotClear = false }).ShouldRefuse(ImmediatePerformance.NotOpen, "当事人能够清除");
        Clearing(clearing with { WhyAtOnce = "" }).ShouldRefuse(ImmediatePerformance.NotOpen);
        Clearing(clearing with { VideoSha256 = [] }).ShouldRefuse(ImmediatePerformance.NotFilmed);
        Clearing(clearing with { PartyNotifiedAt = null }).ShouldRefuse(ImmediatePerformance.PartyNotNotified);
        Clearing(clearing with { PartyNotifiedAt = null, PartyPresent = true }).ShouldRefuse(null);
        Clearing(clearing with { PartyNotifiedAt = cleared }).ShouldRefuse(null);
        Clearing(clearing with { PartyNotifiedAt = cleared.AddSeconds(-1) }).ShouldRefuse(ImmediatePerformance.PartyNotNotified);
        ImmediatePerformance.Obstacles(clearing with { PartyNotifiedAt = null, VideoSha256 = [] }, afterwards: false).ShouldBeEmpty();

        static Action Clearing(ImmediateClearing clearing) => () => ImmediatePerformance.EnsureAllowed(clearing);
    }

    [Theory, Rule("ACL-39-42")]
    [InlineData("2025-03-09", true, true, null, true)]
    [InlineData("2025-03-10", true, true, null, false)]
    [InlineData("2025-03-10", false, true, null, true)]
    [InlineData("2025-03-10", true, false, null, true)]
    [InlineData("2025-03-10", true, true, "2024-01-01", true)]
    public void Three_years_of_pause_end_an_execution_that_nobody_can_perform(
        string on,
        bool harmless,
        bool unable,
        string? resumed,
        bool refused
    )
    {
        var pause = new ExecutionPause(
            ExecutionPauseGround.HardshipOrNoMeans,
            "暂无履行能力",
            Date("2022-03-10"),
            resumed is null ? null : Date(resumed),
            harmless,
            unable
        );
        var end = () => PauseAndEnd.EnsureMayEnd(ExecutionEndGround.PausedThreeYears, "满三年", pause, Date(on), Shipped);

        end.ShouldRefuse(refused, PauseAndEnd.NotThreeYears);
    }

    [Theory, Rule("ACL-39-42")]
    [InlineData(ExecutionEndGround.CitizenDied, PartyKind.Citizen, false)]
    [InlineData(ExecutionEndGround.CitizenDied, PartyKind.IndividualBusiness, false)]
    [InlineData(ExecutionEndGround.CitizenDied, PartyKind.LegalPerson, true)]
    [InlineData(ExecutionEndGround.OrganisationEnded, PartyKind.Citizen, true)]
    [InlineData(ExecutionEndGround.OrganisationEnded, PartyKind.OtherOrganisation, false)]
    [InlineData(ExecutionEndGround.DecisionRevoked, PartyKind.Citizen, true)] // it stands, or the case would have left this stage
    [InlineData(ExecutionEndGround.ObjectLost, PartyKind.LegalPerson, false)]
    public void The_ground_of_an_end_fits_the_party_and_the_decision(ExecutionEndGround ground, PartyKind party, bool refused) =>
        new Action(() => PauseAndEnd.EnsureFits(ground, party)).ShouldRefuse(refused, PauseAndEnd.GroundDoesNotFit);

    [Fact, Rule("ACL-39-42")]
    public void A_pause_and_an_end_have_their_reason()
    {
        var pause = new ExecutionPause(ExecutionPauseGround.Other, "", Date("2025-03-10"), null, Harmless: false, Unable: false);

        new Action(() => PauseAndEnd.EnsureMayPause(pause)).ShouldRefuse(PauseAndEnd.ReasonMissing);
        new Action(() => PauseAndEnd.EnsureMayPause(pause with { Reason = "第三人主张权利" })).ShouldRefuse(null);
        new Action(() => PauseAndEnd.EnsureMayEnd(ExecutionEndGround.ObjectLost, "", null, Date("2025-03-10"), Shipped)).ShouldRefuse(
            PauseAndEnd.ReasonMissing
        );
        new Action(() => PauseAndEnd.EnsureMayEnd(ExecutionEndGround.ObjectLost, "烧毁", null, Date("2025-03-10"), Shipped)).ShouldRefuse(
            null
        );
    }

    [Fact, Rule("ACL-39-42")]
    public void An_agreement_may_cut_the_surcharge_and_never_the_fine()
    {
        var agreement = new ExecutionAgreement(
            Date("2025-03-10"),
            [new(Date("2025-04-10"), 600_00), new(Date("2025-05-10"), 600_00)],
            FineFen: 1_000_00,
            SurchargeFen: 200_00,
            "已恢复绿地原状",
            HarmsOthers: false
        );

        Agreeing(agreement).ShouldRefuse(null);
        Agreeing(agreement with { FineFen = 999_99 }).ShouldRefuse(AgreementOnPerforming.FineCut);
        Agreeing(agreement with { RemedialMeasures = null }).ShouldRefuse(AgreementOnPerforming.NoRemedialMeasures);
        Agreeing(agreement with { RemedialMeasures = null, SurchargeFen = 360_00, Stages = [] }).ShouldRefuse(null);
        Agreeing(agreement with { SurchargeFen = 360_01, Stages = [] }).ShouldRefuse(AgreementOnPerforming.StagesDoNotAddUp);
        Agreeing(agreement with { SurchargeFen = 100_00 }).ShouldRefuse(AgreementOnPerforming.StagesDoNotAddUp);
        Agreeing(agreement with { HarmsOthers = true }).ShouldRefuse(AgreementOnPerforming.HarmsOthers);

        static Action Agreeing(ExecutionAgreement agreement) =>
            () => AgreementOnPerforming.EnsureAllowed(agreement, Money.Yuan(1_000), Money.Yuan(360));
    }

    private static ExecutionPlan Plan(string from, string to) =>
        new(
            DateTimeOffset.Parse($"{from}:00+08:00", CultureInfo.InvariantCulture),
            DateTimeOffset.Parse($"{to}:00+08:00", CultureInfo.InvariantCulture),
            Urgency: null,
            CutsResidentsSupply: false
        );

    private static Action Deciding(ExecutionDecision decision) => Deciding(decision, ByLaw);

    private static Action Deciding(ExecutionDecision decision, ExecutionPowerBasis? power) =>
        () => DecidingToExecute.EnsureAllowed(decision, power);
}
