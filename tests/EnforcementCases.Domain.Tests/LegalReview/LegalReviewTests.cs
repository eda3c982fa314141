using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.LegalReview;

/// <summary>Legal review: when, by whom, of what, and what it opens. 行政处罚法 第五十八条; 国办发〔2018〕118号 四.</summary>
public sealed class LegalReviewTests
{
    private static readonly ReviewedMatter Matter = new(
        Guid.NewGuid(),
        "占道经营",
        [new("《条例》", "第三十四条第二项")],
        [Fine(5_000), new(PenaltyKind.SuspensionOfOperation, TermDays: 30)]
    );

    private static readonly ReviewOpinion Passed = new(
        Guid.NewGuid(),
        At("2024-09-24"),
        ReviewOutcome.Passed,
        [.. Enum.GetValues<ReviewPoint>().Select(p => new ReviewPointResult(p, IsInOrder: true))],
        Matter.Sha256(),
        "同意"
    );

    private static readonly ReviewCatalogueRow MoreThan = new(
        "FS-01",
        ReviewedDecisionKind.Penalty,
        "较大数额罚款",
        [PenaltyKind.Fine],
        new(5_000_00, Inclusive: false),
        new(50_000_00, Inclusive: false),
        []
    );

    private static readonly ReviewCatalogueRow AtLeast = MoreThan with
    {
        Id = "FS-02",
        Citizen = new(5_000_00, Inclusive: true),
        Organisation = new(50_000_00, Inclusive: true),
    };

    [Fact, Rule("APL-58-1")]
    public void Hearing_and_catalogue_are_computed_and_the_rest_is_ticked()
    {
        ReviewTriggers.Of(new([], "数额较小"), hearingCalled: false, []).ShouldBeEmpty();
        ReviewTriggers.Of(new([], "数额较小"), hearingCalled: true, []).ShouldBe([ReviewTrigger.MajorInterestsAfterHearing]);
        ReviewTriggers
            .Of(new([ReviewTrigger.Complex, ReviewTrigger.PublicInterest]), hearingCalled: false, [MoreThan])
            .ShouldBe([ReviewTrigger.PublicInterest, ReviewTrigger.Complex, ReviewTrigger.Catalogue]);

        Assess([], "数额较小").ShouldRefuse(null);
        Assess([], " ").ShouldRefuse(ReviewTriggers.NoneWithoutReason);
        Assess([ReviewTrigger.OtherByLaw], null).ShouldRefuse(null);

        static Action Assess(ReviewTrigger[] ticked, string? none) => () => ReviewTriggers.EnsureAssessed(new(ticked, none));
    }

    [Theory, Rule("REV-118-LIST")]
    [InlineData(4_999_99, PartyKind.Citizen, "")]
    [InlineData(5_000_00, PartyKind.Citizen, "FS-02")] // one row says 不含, the next 含
    [InlineData(5_000_01, PartyKind.Citizen, "FS-01,FS-02")]
    [InlineData(5_000_00, PartyKind.IndividualBusiness, "FS-02")]
    [InlineData(49_999_99, PartyKind.LegalPerson, "")]
    [InlineData(50_000_00, PartyKind.LegalPerson, "FS-02")]
    [InlineData(50_000_01, PartyKind.OtherOrganisation, "FS-01,FS-02")]
    public void Each_row_says_whether_its_amount_itself_counts(long fen, PartyKind party, string rows) =>
        Rows([MoreThan, AtLeast], party, [], new PenaltyItem(PenaltyKind.Fine, fen)).ShouldBe(rows);

    [Fact, Rule("REV-118-LIST")]
    public void A_row_matches_by_kind_amount_or_feature_on_its_days()
    {
        var closure = new ReviewCatalogueRow(
            "FS-03",
            ReviewedDecisionKind.Penalty,
            "责令停产停业",
            [PenaltyKind.SuspensionOfOperation],
            null,
            null,
            []
        );
        var mitigated = closure with { Id = "FS-07", Kinds = [], Features = [ReviewFeature.Mitigated] };
        var removal = closure with { Id = "FS-10", DecisionKind = ReviewedDecisionKind.CoerciveExecution, Kinds = [] };

        Rows([closure, mitigated, removal], PartyKind.Citizen, [], new PenaltyItem(PenaltyKind.SuspensionOfOperation)).ShouldBe("FS-03");
        Rows([closure, mitigated, removal], PartyKind.Citizen, [ReviewFeature.Mitigated], Fine(1)).ShouldBe("FS-07");
        Rows([closure, mitigated, removal], PartyKind.Citizen, [], Fine(1)).ShouldBe("");
        ReviewCatalogue
            .Match([closure, removal], new(ReviewedDecisionKind.CoerciveExecution, PartyKind.Citizen, [], []), Date("2024-09-24"))
            .ShouldBe([removal]);

        var dated = AtLeast with { ValidFrom = Date("2024-09-24"), ValidTo = Date("2024-09-24") };
        Rows([dated], PartyKind.Citizen, [], Fine(5_000)).ShouldBe("FS-02");
        Rows([dated with { ValidFrom = Date("2024-09-25"), ValidTo = null }], PartyKind.Citizen, [], Fine(5_000)).ShouldBe("");
        Rows([dated with { ValidFrom = null, ValidTo = Date("2024-09-23") }], PartyKind.Citizen, [], Fine(5_000)).ShouldBe("");
    }

    [Theory, Rule("REV-118-LIST")]
    [InlineData(PenaltyKind.Fine, 5_000_00, true)]
    [InlineData(PenaltyKind.Fine, 4_999_99, false)]
    [InlineData(PenaltyKind.ConfiscationOfGains, 5_000_00, true)]
    [InlineData(PenaltyKind.ConfiscationOfGoods, 4_999_99, false)]
    [InlineData(PenaltyKind.Closure, 0, true)]
    [InlineData(PenaltyKind.Warning, 0, false)]
    public void Without_a_catalogue_the_amounts_for_a_hearing_count(PenaltyKind kind, long fen, bool matches)
    {
        var rows = ReviewCatalogue.Default(
            Amounts(),
            Parameter(LocalParameters.MajorFineCitizen),
            Parameter(LocalParameters.MajorFineOrganisation)
        );
        (Rows(rows, PartyKind.Citizen, [], new PenaltyItem(kind, fen)).Length > 0).ShouldBe(matches);
    }

    [Fact, Rule("REV-118-LIST")]
    public void Without_a_catalogue_each_amount_itself_counts_for_citizens_and_organisations()
    {
        var rows = ReviewCatalogue.Default(key => Parameter(key));

        rows.Select(r => r.Id).ShouldBeUnique();
        rows.ShouldAllBe(r => r.Item.Length > 0 && r.DecisionKind == ReviewedDecisionKind.Penalty);
        Rows(rows, PartyKind.LegalPerson, [], Fine(50_000)).ShouldBe("默认-1");
        Rows(rows, PartyKind.LegalPerson, [], new PenaltyItem(PenaltyKind.Fine, 49_999_99)).ShouldBe("");
        Rows(rows, PartyKind.LegalPerson, [], new PenaltyItem(PenaltyKind.ConfiscationOfGains, 50_000_00)).ShouldBe("默认-2");
        Rows(rows, PartyKind.LegalPerson, [], new PenaltyItem(PenaltyKind.ConfiscationOfGoods, 50_000_00)).ShouldBe("默认-3");
        Rows(rows, PartyKind.LegalPerson, [], new PenaltyItem(PenaltyKind.Warning), new PenaltyItem(PenaltyKind.Closure))
            .ShouldBe("默认-4");
    }

    [Fact, Rule("REV-118-SCOPE")]
    public void An_opinion_gives_a_result_for_each_of_seven_points()
    {
        Enum.GetValues<ReviewPoint>().Length.ShouldBe(7);
        Enum.GetValues<ReviewOutcome>().Length.ShouldBe(5);
        Complete(Passed).ShouldRefuse(null);
        Complete(Passed with { Points = [.. Passed.Points.Skip(1)] })
            .ShouldRefuse(ReviewScope.PointMissing, "“主体和执法人员资格”没有结果");
        Complete(Passed with { Points = [.. Passed.Points, Passed.Points[0]] }).ShouldRefuse(ReviewScope.PointMissing, "有两个结果");
        Complete(WithFault(ReviewPoint.Documents, ReviewOutcome.ReturnedForCompletion, remark: null))
            .ShouldRefuse(ReviewScope.RemarkMissing);

        static Action Complete(ReviewOpinion opinion) => () => ReviewScope.EnsureComplete(opinion);
    }

    [Theory, Rule("REV-118-SCOPE")]
    [InlineData(null, ReviewOutcome.Passed, true)]
    [InlineData(null, ReviewOutcome.PassedAsAmended, true)]
    [InlineData(null, ReviewOutcome.NotPassed, false, "各项均无问题而不予通过")]
    [InlineData(null, ReviewOutcome.Transfer, false, "各项均无问题而不予通过")]
    [InlineData(ReviewPoint.LawAndDiscretion, ReviewOutcome.Passed, false, "有问题而予以通过")]
    [InlineData(ReviewPoint.LawAndDiscretion, ReviewOutcome.PassedAsAmended, true)]
    [InlineData(ReviewPoint.LawAndDiscretion, ReviewOutcome.ReturnedForCompletion, true)]
    [InlineData(ReviewPoint.LawAndDiscretion, ReviewOutcome.NotPassed, true)]
    [InlineData(ReviewPoint.LawAndDiscretion, ReviewOutcome.Transfer, false)]
    [InlineData(ReviewPoint.SuspectedCrime, ReviewOutcome.Transfer, true)]
    [InlineData(ReviewPoint.SuspectedCrime, ReviewOutcome.PassedAsAmended, false, "涉嫌犯罪而结论不是移送")]
    public void The_outcome_follows_from_the_points(ReviewPoint? fault, ReviewOutcome outcome, bool fits, string saying = "")
    {
        var opinion = fault is { } point ? WithFault(point, outcome, "见意见") : Passed with { Outcome = outcome };
        new Action(() => ReviewScope.EnsureComplete(opinion)).ShouldRefuse(fits ? null : ReviewScope.OutcomeDoesNotFit, saying);
    }

    [Fact, Rule("APL-58-2")]
    public void Unreviewed_or_not_passed_is_not_decided()
    {
        Decide(Passed).ShouldRefuse(null);
        Decide(null).ShouldRefuse(ReviewGate.Missing, "没有法制审核意见");
        Decide(null, triggered: false).ShouldRefuse(null);
        Decide(Passed with { At = At("2024-10-01") }).ShouldRefuse(ReviewGate.Missing, "法制审核晚于决定");
        Decide(Passed with { At = At("2024-09-30") }).ShouldRefuse(null);
        Decide(WithFault(ReviewPoint.Documents, ReviewOutcome.ReturnedForCompletion, "缺少签名")).ShouldRefuse(ReviewGate.NotPassed);
        Decide(WithFault(ReviewPoint.Powers, ReviewOutcome.NotPassed, "超越职权")).ShouldRefuse(ReviewGate.NotPassed);
        Decide(WithFault(ReviewPoint.SuspectedCrime, ReviewOutcome.Transfer, "涉嫌犯罪")).ShouldRefuse(ReviewGate.NotPassed);
        Decide(WithFault(ReviewPoint.Documents, ReviewOutcome.PassedAsAmended, "已改")).ShouldRefuse(null);

        static Action Decide(ReviewOpinion? opinion, bool triggered = true) =>
            () => ReviewGate.EnsurePassed(triggered ? [ReviewTrigger.Complex] : [], opinion, Matter, null, At("2024-09-30"));
    }

    [Fact, Rule("APL-58-2")]
    public void Any_change_or_a_later_hearing_kills_a_passed_review()
    {
        Why(Matter).ShouldBeNull();
        Why(Matter with { Penalties = [.. Matter.Penalties.Reverse()] }).ShouldBeNull("order means nothing");
        Why(Matter with { Facts = "占道经营。" }).ShouldBe(ReviewGate.MatterChanged);
        Why(Matter with { Basis = [new("《条例》", "第三十四条第三项")] }).ShouldBe(ReviewGate.MatterChanged);
        Why(Matter with { Penalties = [Fine(4_999), Matter.Penalties[1]] }).ShouldBe(ReviewGate.MatterChanged);
        Why(Matter with { Penalties = [Fine(5_000)] }).ShouldBe(ReviewGate.MatterChanged);
        Why(Matter with { Penalties = [Fine(5_000), Matter.Penalties[1] with { TermDays = 29 }] }).ShouldBe(ReviewGate.MatterChanged);
        Why(Matter with { CaseId = Guid.NewGuid() }).ShouldBe(ReviewGate.MatterChanged);
        Why(Matter with { Orders = [new("清退")] }).ShouldBe(ReviewGate.MatterChanged);
        Why(Matter with { Orders = [new("清退", DueOn: Date("2024-10-08"))] }).ShouldBe(ReviewGate.MatterChanged);

        Why(Matter, hearing: "2024-09-23").ShouldBeNull();
        Why(Matter, hearing: "2024-09-24").ShouldBe(ReviewGate.HearingAfterReview);
        Matter.Sha256().Length.ShouldBe(64);

        static DomainError? Why(ReviewedMatter matter, string? hearing = null) =>
            new[] { ReviewGate.ObstacleUnlessPassed(Passed, matter, hearing is null ? null : At(hearing)) }
                .OfType<DomainException>()
                .Errors()
                .SingleOrDefault();
    }

    [Theory, Rule("APL-58-3")]
    [InlineData("2017-12-31", null, false)]
    [InlineData("2018-01-01", null, true, "没有法律职业资格")]
    [InlineData(null, null, true, "没有法律职业资格")] // this would be the first
    [InlineData(null, "2024-09-24", false)]
    [InlineData(null, "2024-09-25", true, "2024-09-25，晚于指派")] // only afterwards
    [InlineData("2019-05-01", "2019-03-01", false)]
    public void Who_first_reviews_since_2018_holds_the_qualification(string? first, string? qualified, bool refused, string saying = "") =>
        new Action(() =>
            ReviewerRules.EnsureQualified(
                new(Guid.NewGuid(), first is null ? null : Date(first), qualified is null ? null : Date(qualified)),
                Date("2024-09-24")
            )
        ).ShouldRefuse(refused ? ReviewerRules.Unqualified : null, saying);

    [Fact, Rule("APL-58-4")]
    public void Nobody_reviews_a_case_he_investigated_or_recorded()
    {
        var (reviewer, recorder) = (Guid.NewGuid(), Guid.NewGuid());
        Review(reviewer).ShouldRefuse(null);
        Review(OfficerA).ShouldRefuse(ReviewerRules.NotIndependent);
        Review(recorder).ShouldRefuse(ReviewerRules.NotIndependent);

        Action Review(Guid person) => () => ReviewerRules.EnsureIndependent(person, [OfficerA, OfficerB], [recorder]);
    }

    [Fact, Rule("REV-TIME")]
    public void A_review_takes_five_working_days_and_three_more_when_extended()
    {
        Parameter(LocalParameters.ReviewDays).Number.ShouldBe(ReviewerRules.DefaultDays);
        Parameter(LocalParameters.ReviewExtension).Number.ShouldBe(ReviewerRules.DefaultExtensionDays);
        var due = ReviewerRules.Due(Date("2024-09-13"), Shipped);
        due.LastDay.ShouldBe(Date("2024-09-23"));
        due.Explanation.ShouldHave(
            new
            {
                Rule = "REV-TIME",
                Name = "法制审核",
                StartEvent = "收到审核材料",
                Basis = PenaltyLaw.At("第五十八条"),
            }
        );
        ReviewerRules
            .Due(Date("2024-09-13"), Shipped, extensionDays: ReviewerRules.DefaultExtensionDays)
            .LastDay.ShouldBe(Date("2024-09-26"));
    }

    [Theory, Rule("REV-STAFF")]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    [InlineData(40, 2)]
    [InlineData(41, 3)]
    public void Five_in_a_hundred_review_rounded_up_and_one_at_least(int staff, int reviewers) =>
        ReviewerRules.AtLeast(staff).ShouldBe(reviewers);

    private static ReviewOpinion WithFault(ReviewPoint point, ReviewOutcome outcome, string? remark) =>
        Passed with
        {
            Outcome = outcome,
            Points = [.. Passed.Points.Select(p => p.Point == point ? new(point, IsInOrder: false, remark) : p)],
        };

    private static string Rows(
        IEnumerable<ReviewCatalogueRow> rows,
        PartyKind party,
        ReviewFeature[] features,
        params PenaltyItem[] items
    ) =>
        string.Join(
            ',',
            ReviewCatalogue.Match(rows, new(ReviewedDecisionKind.Penalty, party, items, features), Date("2024-09-24")).Select(r => r.Id)
        );
}
