using System.Text.Json;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Deciding: outcome, discussion, paper, validity, and all gates together.</summary>
public sealed class DecisionTests
{
    private static readonly Guid Item = Guid.NewGuid();

    private static readonly DiscussionMinutes Minutes = new(
        At("2024-09-25"),
        [.. Enumerable.Range(1, 3).Select(n => new LeaderView(Guid.NewGuid(), $"负责人{n}", "副主任", IsLeaderOfOrgan: true, "同意"))],
        "同意拟处罚意见"
    );

    private static readonly OrdinaryDecisionContents Paper = new(
        "某某商店",
        "某路 1 号",
        "占道经营",
        ["现场检查笔录"],
        [Fine(1_000)],
        [new("《城市市容和环境卫生管理条例》", "第三十四条第二项", HasItems: true)],
        "自收到本决定书之日起十五日内到指定银行缴纳",
        "六十日内申请行政复议，六个月内提起行政诉讼",
        "某某街道办事处",
        Date("2024-09-30"),
        "某某街道办事处"
    );

    private static readonly DecisionDossier InOrder = new()
    {
        Party = PartyKind.Citizen,
        Outcome = CaseOutcome.Penalty,
        Matter = new(Guid.NewGuid(), "占道经营", [new("《条例》", "第三十四条")], [Fine(1_000)]),
        DecidedAt = At("2024-09-30"),
        Investigators = [OfficerA, OfficerB],
        InCharge = [OfficerA, OfficerB],
        Facts = [new("占道经营", [Item])],
        Evidence = [AnOrdinaryCase.Evidence(Item)],
        Notice = Notice("2024-09-13"),
        Assessment = new([], "事实清楚，数额较小"),
    };

    [Theory, Rule("APL-57-1")]
    [InlineData(CaseOutcome.Penalty, "第五十七条第一款第一项", false, false)]
    [InlineData(CaseOutcome.NoPenaltySlight, "第三十三条第一款", true, false)]
    [InlineData(CaseOutcome.NoPenaltyFirstTime, "第三十三条第一款", true, false)]
    [InlineData(CaseOutcome.NoPenaltyNoFault, "第三十三条第二款", true, false)]
    [InlineData(CaseOutcome.NoPenaltyUnderAge, "第三十条", true, true)]
    [InlineData(CaseOutcome.NoPenaltyIncapacity, "第三十一条", false, true)]
    [InlineData(CaseOutcome.NoPenaltyTimeBarred, "第三十六条", false, false)]
    [InlineData(CaseOutcome.NoPenaltyNotProved, "第五十七条第一款第三项", false, false)]
    [InlineData(CaseOutcome.CriminalTransfer, "第五十七条第一款第四项", false, false)]
    public void Each_outcome_has_its_article_and_duties(CaseOutcome outcome, string article, bool education, bool guardian)
    {
        outcome.Basis().Article.ShouldBe(article);
        outcome.NeedsEducation().ShouldBe(education);
        outcome.NeedsGuardian().ShouldBe(guardian);
        new Action(() => outcome.EnsureFits([Fine(1)])).ShouldRefuse(outcome is not CaseOutcome.Penalty, CaseOutcomes.DoesNotFit);
        new Action(() => outcome.EnsureFits([])).ShouldRefuse(outcome is CaseOutcome.Penalty, CaseOutcomes.DoesNotFit);
        Enum.GetValues<CaseOutcome>().Select(o => o.Term()).ShouldBeUnique();
    }

    [Theory, Rule("APL-57-2")]
    [InlineData(true, false, PenaltyGrade.Ordinary, false, DiscussionTrigger.LegalReview)]
    [InlineData(false, true, PenaltyGrade.Ordinary, false, DiscussionTrigger.DepartureFromBenchmark)]
    [InlineData(false, false, PenaltyGrade.Mitigated, false, DiscussionTrigger.Mitigated)]
    [InlineData(false, false, PenaltyGrade.Ordinary, true, DiscussionTrigger.Complex)]
    [InlineData(false, false, PenaltyGrade.Lenient, false, null)]
    public void The_leaders_discuss_what_is_reviewed_departs_or_is_mitigated(
        bool review,
        bool departs,
        PenaltyGrade grade,
        bool complex,
        DiscussionTrigger? trigger
    ) =>
        CollectiveDiscussion.Triggers(review ? [ReviewTrigger.Complex] : [], departs, grade, complex).ShouldBe(trigger is { } t ? [t] : []);

    [Fact, Rule("APL-57-2")]
    public void Three_leaders_of_the_organ_each_say_what_they_think_after_the_review()
    {
        var two = Minutes with { Views = [.. Minutes.Views.Take(2)] };
        Discuss(Minutes).ShouldRefuse(null);
        Discuss(null).ShouldRefuse(CollectiveDiscussion.Missing, "没有集体讨论记录");
        Discuss(null, triggered: false).ShouldRefuse(null);
        Discuss(Minutes with { HeldAt = At("2024-10-01") }).ShouldRefuse(CollectiveDiscussion.Missing, "集体讨论晚于决定");
        Discuss(two).ShouldRefuse(CollectiveDiscussion.TooFewLeaders);
        Discuss(two with { Views = [.. two.Views, two.Views[0]] }).ShouldRefuse(CollectiveDiscussion.TooFewLeaders); // one person twice
        Discuss(two with { Views = [.. two.Views, new(OfficerA, "大队长", "大队长", false, "同意")] })
            .ShouldRefuse(CollectiveDiscussion.TooFewLeaders);
        Discuss(Minutes with { Views = [.. two.Views, Minutes.Views[2] with { View = "" }] })
            .ShouldRefuse(CollectiveDiscussion.MinutesIncomplete, "有参加人没有意见记录");
        Discuss(Minutes with { Conclusion = " " }).ShouldRefuse(CollectiveDiscussion.MinutesIncomplete, "没有结论");
        Discuss(Minutes, reviewed: "2024-09-26").ShouldRefuse(CollectiveDiscussion.BeforeReview);

        static Action Discuss(DiscussionMinutes? minutes, bool triggered = true, string reviewed = "2024-09-24") =>
            () =>
                CollectiveDiscussion.EnsureDiscussed(
                    triggered ? [DiscussionTrigger.LegalReview] : [],
                    minutes,
                    At(reviewed),
                    At("2024-09-30")
                );
    }

    [Fact, Rule("APL-59")]
    public void The_paper_states_six_matters_exactly_and_bears_the_organ_s_seal()
    {
        Issue(Paper).ShouldRefuse(null);
        Issue(Paper with { PartyName = "" }).ShouldRefuse(OrdinaryDecision.Incomplete);
        Issue(Paper with { PartyAddress = "" }).ShouldRefuse(OrdinaryDecision.Incomplete);
        Issue(Paper with { Facts = "" }).ShouldRefuse(OrdinaryDecision.Incomplete);
        Issue(Paper with { Evidence = [] }).ShouldRefuse(OrdinaryDecision.Incomplete);
        Issue(Paper with { Penalties = [] }).ShouldRefuse(OrdinaryDecision.Incomplete);
        Issue(Paper with { Basis = [] }).ShouldRefuse(OrdinaryDecision.Incomplete);
        Issue(Paper with { HowToPerform = "" }).ShouldRefuse(OrdinaryDecision.Incomplete);
        Issue(Paper with { Remedies = "" }).ShouldRefuse(OrdinaryDecision.Incomplete);
        Issue(Paper with { DecidedOn = null }).ShouldRefuse(OrdinaryDecision.Incomplete);
        Issue(Paper with { SealOf = null }).ShouldRefuse(OrdinaryDecision.NotSealed, "没有印章");
        Issue(Paper with { SealOf = "某某街道综合执法大队" }).ShouldRefuse(OrdinaryDecision.NotSealed, "印章为“某某街道综合执法大队”");
        Issue(Paper with { Organ = "某某街道综合执法大队", SealOf = "某某街道综合执法大队" }).ShouldRefuse(Jurisdiction.InternalBody);
        OrdinaryDecision.ObstaclesToIssue(Paper with { Facts = "", SealOf = null }).Count.ShouldBe(2);

        static Action Issue(OrdinaryDecisionContents paper) => () => OrdinaryDecision.EnsureIssuable(paper);
    }

    [Theory, Rule("APL-59")]
    [InlineData("第三十四条", false, false, false)]
    [InlineData("第三十四条", true, false, true)]
    [InlineData("第三十四条第一款", true, false, false)]
    [InlineData("第三十四条第一款", true, true, true)]
    [InlineData("第三十四条第一款第二项", true, true, false)]
    [InlineData("第三十四条第二项", false, true, false)]
    [InlineData("有关规定", false, false, true)]
    public void The_basis_goes_as_deep_as_its_article(string article, bool paragraphs, bool items, bool refused) =>
        new Action(() =>
            OrdinaryDecision.EnsureIssuable(Paper with { Basis = [new("《条例》", article, paragraphs, items)] })
        ).ShouldRefuse(refused, OrdinaryDecision.BasisNotExact);

    [Fact, Rule("CANCEL")]
    public void Invalid_is_not_revoked()
    {
        Become(DecisionValidity.Invalid, InvalidityGround.NoBasis).ShouldRefuse(null);
        Become(DecisionValidity.Invalid, null).ShouldRefuse(DecisionValidities.GroundDoesNotFit, "没有无效的法定情形");
        Become(DecisionValidity.Revoked, null).ShouldRefuse(null);
        Become(DecisionValidity.Revoked, InvalidityGround.NoStanding).ShouldRefuse(DecisionValidities.GroundDoesNotFit, "而不是确认无效");
        Become(DecisionValidity.Revoked, null, DecisionValidity.Invalid).ShouldRefuse(DecisionValidities.AlreadyEnded);

        var revokedAt = At("2024-12-01");
        DecisionValidity.Revoked.BoundAt(revokedAt, At("2024-11-30")).ShouldBeTrue();
        DecisionValidity.Revoked.BoundAt(revokedAt, revokedAt).ShouldBeFalse();
        DecisionValidity.Invalid.BoundAt(null, At("2024-11-30")).ShouldBeFalse("it never held");

        static Action Become(DecisionValidity next, InvalidityGround? ground, DecisionValidity now = DecisionValidity.InForce) =>
            () => now.EnsureMayBecome(next, ground);
    }

    [Fact, Rule("APL-57-1")]
    public void The_gates_stand_in_their_order_and_all_of_them_show()
    {
        Obstacles(InOrder).ShouldBeEmpty();
        Obstacles(InOrder with { Notice = null }).ShouldBe([PriorNotices.Missing]);
        Obstacles(InOrder with { DecidedAt = At("2024-09-18") }).ShouldBe([Defence.TimeNotOver]);
        Obstacles(InOrder with { Facts = [], Assessment = new([]) })
            .ShouldBe([LawfulOnTheSpotDecision.EvidenceMissing, ReviewTriggers.NoneWithoutReason]);
        Obstacles(InOrder with { Grade = PenaltyGrade.Mitigated }).ShouldBe([CollectiveDiscussion.Missing]);
        Obstacles(InOrder with { HearingRequested = true }).ShouldBe([HearingConduct.NotDecidedOnRecord]);
        Obstacles(InOrder with { Transfer = new(At("2024-09-20")) }).ShouldBe([CriminalTransfer.PenaltyInstead]);
        Obstacles(InOrder, confirmed: false).ShouldBe([ParameterInForce.Unconfirmed]);
        Obstacles(InOrder, confirmed: false, production: false).ShouldBeEmpty();

        var large = InOrder with
        {
            Matter = InOrder.Matter with { Penalties = [Fine(5_000)] },
            Notice = Notice("2024-09-13", false, Fine(5_000)),
        };
        Obstacles(large).ShouldBe([HearingRight.NotNotified, ReviewGate.Missing, CollectiveDiscussion.Missing]);
        Obstacles(
                InOrder with
                {
                    Outcome = CaseOutcome.NoPenaltyNotProved,
                    Notice = null,
                    Facts = [],
                    Matter = InOrder.Matter with { Penalties = [] },
                }
            )
            .ShouldBeEmpty("without a penalty nothing is told or discussed");

        new Action(() => BeforeDecision.EnsureMayDecide(large, Settings(true, true), Shipped)).ShouldRefuse(HearingRight.NotNotified);

        static IEnumerable<DomainError> Obstacles(DecisionDossier dossier, bool confirmed = true, bool production = true) =>
            BeforeDecision.ObstaclesTo(dossier, Settings(confirmed, production), Shipped).Errors();
    }

    [Fact, Rule("APL-57-1")]
    public void A_dossier_whose_penalty_makes_no_sense_is_refused_at_once()
    {
        Judging([Fine(500), Fine(500)]).ShouldRefuse(PenaltyItems.DoNotFit);
        Judging([]).ShouldRefuse(CaseOutcomes.DoesNotFit);

        static Action Judging(IReadOnlyList<PenaltyItem> penalties) =>
            () =>
                BeforeDecision.ObstaclesTo(
                    InOrder with
                    {
                        Matter = InOrder.Matter with { Penalties = penalties },
                    },
                    Settings(true, true),
                    Shipped
                );
    }

    /// <summary>An opinion that nobody had to ask for does not come before the discussion; one that was due does.</summary>
    [Theory, Rule("APL-58-2")]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void The_leaders_wait_for_a_review_that_is_due(bool due, bool refused)
    {
        var opinion = new ReviewOpinion(
            Guid.NewGuid(),
            At("2024-09-26"),
            ReviewOutcome.Passed,
            [.. Enum.GetValues<ReviewPoint>().Select(p => new ReviewPointResult(p, IsInOrder: true))],
            InOrder.Matter.Sha256(),
            "同意"
        );
        var dossier = InOrder with
        {
            Complex = true,
            Assessment = due ? new([ReviewTrigger.Complex]) : InOrder.Assessment,
            Opinion = opinion,
            Discussed = new(Minutes, null, CaseOutcome.Penalty, [Fine(1_000)]), // of the day before
        };

        BeforeDecision
            .ObstaclesTo(dossier, Settings(true, true), Shipped)
            .Errors()
            .ShouldBe(refused ? [CollectiveDiscussion.BeforeReview] : []);
    }

    /// <summary>Told on Friday the 13th: five working days end on the 23rd, between them the holidays of mid-autumn.</summary>
    [Theory, Rule("APL-64-1")]
    [InlineData(HearingAttendance.Attended, "2024-09-19", true)]
    [InlineData(HearingAttendance.ExcusedAbsence, "2024-09-19", false)]
    [InlineData(HearingAttendance.Attended, "2024-09-12", false)] // on an earlier notice
    public void A_hearing_on_this_notice_uses_up_the_time_to_ask_for_one(HearingAttendance attendance, string heldOn, bool used)
    {
        var dossier = InOrder with
        {
            Notice = Notice("2024-09-13", hearingRight: true),
            DecidedAt = At("2024-09-20"),
            RefersToHearingRecord = true,
            Hearing = new(At(heldOn), Guid.NewGuid(), null, IsPublic: true, 0, attendance, true, true, true),
        };

        BeforeDecision.ObstaclesTo(dossier, Settings(true, true), Shipped).Errors().Contains(Defence.TimeNotOver).ShouldBe(!used);
    }

    [Theory, Rule("APL-65")]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void A_hearing_does_not_answer_a_request_that_was_made_after_it(bool askedAgain, bool refused)
    {
        var dossier = InOrder with
        {
            RefersToHearingRecord = true,
            HearingRequested = true,
            HearingAwaited = askedAgain,
            Hearing = new(At("2024-07-15"), Guid.NewGuid(), null, IsPublic: true, 0, HearingAttendance.Attended, true, true, true),
        };

        BeforeDecision
            .ObstaclesTo(dossier, Settings(true, true), Shipped)
            .Errors()
            .Contains(HearingConduct.NotDecidedOnRecord)
            .ShouldBe(refused);
    }

    [Theory, Rule("REV-118-LIST")]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, true)]
    public void An_order_that_the_decision_gives_is_reviewed_with_it_where_the_catalogue_lists_it(bool orders, bool finished, bool listed)
    {
        var dossier = InOrder with { OrdersCorrection = orders, Features = finished ? [ReviewFeature.FinishedStructure] : [] };
        var settings = Settings(true, true) with
        {
            Catalogue = [new("FS-08", ReviewedDecisionKind.Order, "责令限期拆除", [], null, null, [ReviewFeature.FinishedStructure])],
        };

        BeforeDecision.ReviewTriggersOf(dossier, settings).Contains(ReviewTrigger.Catalogue).ShouldBe(listed);
    }

    [Theory, Rule("APL-59")]
    [InlineData("当事人的姓名或者名称、地址")]
    [InlineData("违反法律、法规、规章的事实和证据")]
    [InlineData("行政处罚的种类和依据")]
    [InlineData("行政处罚的履行方式和期限")]
    [InlineData("申请行政复议、提起行政诉讼的途径和期限")]
    [InlineData("行政机关名称和作出决定的日期")]
    public void A_paper_that_lacks_one_of_the_six_contents_is_refused_by_the_words_of_the_law(string missing)
    {
        var bare = missing switch
        {
            "当事人的姓名或者名称、地址" => Paper with { PartyName = " " },
            "违反法律、法规、规章的事实和证据" => Paper with { Evidence = ["现场检查笔录", " "] },
            "行政处罚的种类和依据" => Paper with { Penalties = [] },
            "行政处罚的履行方式和期限" => Paper with { HowToPerform = " " },
            "申请行政复议、提起行政诉讼的途径和期限" => Paper with { Remedies = " " },
            _ => Paper with { DecidedOn = null },
        };

        new Action(() => OrdinaryDecision.EnsureIssuable(bare)).ShouldRefuse(OrdinaryDecision.Incomplete, $"未填写：{missing}");
    }

    [Fact, Rule("APL-59")]
    public void An_instrument_as_a_whole_is_no_basis() =>
        new Action(() => OrdinaryDecision.EnsureIssuable(Paper with { Basis = [new("《条例》", "第三章")] })).ShouldRefuse(
            OrdinaryDecision.BasisNotExact,
            "《条例》第三章"
        );

    [Fact, Rule("CANCEL")]
    public void An_unlawful_decision_that_stands_binds()
    {
        DecisionValidity.InForce.BoundAt(null, At("2024-11-30")).ShouldBeTrue();
        DecisionValidity.Unlawful.BoundAt(null, At("2024-11-30")).ShouldBeTrue();
    }

    [Fact, Rule("APL-58-2")]
    public void A_file_means_the_same_after_it_was_stored_as_json()
    {
        var dossier = InOrder with
        {
            Discussed = new(Minutes, null, null, null),
            Waiver = new(At("2024-09-14"), "放弃", Statement: true, Hearing: false),
        };
        var stored = JsonSerializer.Serialize(dossier);
        var read = JsonSerializer.Deserialize<DecisionDossier>(stored)!;

        JsonSerializer.Serialize(read).ShouldBe(stored);
        read.Matter.Sha256().ShouldBe(dossier.Matter.Sha256());
        BeforeDecision.ObstaclesTo(read, Settings(confirmed: true, production: true), Shipped).ShouldBeEmpty();
    }

    private static DecisionSettings Settings(bool confirmed, bool production) =>
        new(
            Amounts(confirmed),
            ReviewCatalogue.Default(
                Amounts(),
                Parameter(LocalParameters.MajorFineCitizen),
                Parameter(LocalParameters.MajorFineOrganisation)
            ),
            Defence.DefaultWaitWorkingDays,
            production
        );
}
