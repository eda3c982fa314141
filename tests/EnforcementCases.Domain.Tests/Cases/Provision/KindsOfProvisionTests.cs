using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.Provision;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Tests.Catalogue;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Penalties.CorrectiveOrder;
using static EnforcementCases.Domain.Penalties.PenaltyKind;

namespace EnforcementCases.Domain.Tests.Cases.Provision;

/// <summary>行政处罚法 第十六条、第二十八条; the provisions of <c>penalty-structure.json</c>.</summary>
[Rule("APL-28-BRANCH")]
public sealed class KindsOfProvisionTests
{
    private static readonly DomainException Unmet = OrderToCorrect.NotExpiredUnmet.With("没有先前的责令改正");

    private static readonly ProvisionFacts Plain = new()
    {
        Party = PartyKind.Citizen,
        Side = FineSide.Individual,
        OrderObstacle = Unmet,
    };

    private static readonly PenaltyBranch Together = new() { Must = [Warning, Fine] };

    private static ViolationVersion With(params PenaltyBranch[] branches) =>
        AViolation.With(kinds: [Warning, Fine, ConfiscationOfGoods, SuspensionOfOperation, ConfiscationOfGains], branches: branches);

    private static Action Deciding(
        ViolationVersion violation,
        ProvisionFacts? facts = null,
        IReadOnlyCollection<CorrectiveOrder>? orders = null,
        params PenaltyKind[] kinds
    ) =>
        () =>
            KindsOfProvision.EnsureProvided(
                violation,
                [.. kinds.Select(k => new PenaltyItem(k, PenaltyItems.HasAmount(k) ? 100 : 0))],
                orders ?? [],
                facts ?? Plain
            );

    /// <summary>警告 and 罚款 together, one of two, any of two, a single one.</summary>
    public static TheoryData<PenaltyBranch, PenaltyKind[], bool> Combinations =>
        new()
        {
            { Together, [Warning, Fine], true },
            { Together, [Fine], false },
            { Together, [Warning], false },
            { Together, [Warning, Fine, ConfiscationOfGoods], false },
            {
                new() { OneOf = [Warning, Fine] },
                [Fine],
                true
            },
            {
                new() { OneOf = [Warning, Fine] },
                [Warning],
                true
            },
            {
                new() { OneOf = [Warning, Fine] },
                [Warning, Fine],
                false
            },
            {
                new() { OneOf = [Warning, Fine] },
                [],
                false
            },
            {
                new() { May = [Warning, Fine] },
                [Fine],
                true
            },
            {
                new() { May = [Warning, Fine] },
                [Warning, Fine],
                true
            },
            {
                new() { May = [Warning, Fine] },
                [],
                false
            },
            {
                new() { Must = [Warning], May = [Fine] },
                [Warning],
                true
            },
            {
                new() { Must = [Warning], May = [Fine] },
                [Fine],
                false
            },
        };

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Kinds_are_taken_as_the_branch_puts_them_together(PenaltyBranch branch, PenaltyKind[] kinds, bool allowed) =>
        Deciding(With(branch), kinds: kinds).ShouldRefuse(allowed ? null : KindsOfProvision.NotProvided);

    [Fact]
    public void The_refusal_names_the_branch_what_is_missing_and_what_is_too_much()
    {
        Deciding(With(Together), kinds: [Fine])
            .ShouldRefuse(KindsOfProvision.NotProvided, "《天津市市容和环境卫生管理条例》第五十条：警告、罚款；决定：罚款；缺少警告");
        Deciding(With(Together), kinds: [Warning, Fine, SuspensionOfOperation])
            .ShouldRefuse(KindsOfProvision.NotProvided, "多出责令停产停业");
    }

    [Fact]
    public void Several_kinds_without_branches_are_not_decidable() =>
        Deciding(AViolation.With(kinds: [Warning, Fine]), kinds: [Fine]).ShouldRefuse(ViolationVersion.NotDecidable, "多个处罚种类");

    [Fact]
    public void A_single_kind_needs_no_branches()
    {
        Deciding(AViolation.With(), kinds: [Fine]).ShouldNotThrow();
        Deciding(AViolation.With(), kinds: [Warning]).ShouldRefuse(KindsOfProvision.NotProvided, "缺少罚款，多出警告");
        Deciding(AViolation.With(), kinds: [Fine], orders: [CorrectByDate]).ShouldNotThrow(); // goes with every penalty
        Deciding(AViolation.With(), kinds: [Fine], orders: [DemolishByDate]).ShouldRefuse(KindsOfProvision.NotProvided, "多出限期拆除");
    }

    [Fact]
    public void A_branch_for_a_refusal_to_correct_asks_for_an_order_that_expired_unmet()
    {
        var violation = With(
            new PenaltyBranch { Must = [Fine] },
            new PenaltyBranch
            {
                When = "拒不改正",
                Needs = BranchCondition.RefusedCorrection,
                May = [Fine],
                Orders = [SuspendWorkToRectify],
            }
        );
        var refused = Plain with { OrderObstacle = null };

        Deciding(violation, kinds: [Fine]).ShouldNotThrow();
        Deciding(violation, orders: [SuspendWorkToRectify]).ShouldRefuse(OrderToCorrect.NotExpiredUnmet, "没有先前的责令改正");
        Deciding(violation, refused, [SuspendWorkToRectify]).ShouldNotThrow(); // an order alone
        Deciding(violation, refused, [SuspendWorkToRectify], Fine).ShouldNotThrow();
    }

    [Theory]
    [InlineData(BranchCondition.Serious, BranchCondition.Serious, true)]
    [InlineData(BranchCondition.Serious, BranchCondition.Aggravated, false)]
    [InlineData(BranchCondition.UnmetOrderOrSerious, BranchCondition.Serious, true)]
    [InlineData(BranchCondition.UnmetOrderOrSerious, BranchCondition.Aggravated, false)]
    [InlineData(BranchCondition.Aggravated, BranchCondition.Aggravated, true)]
    public void A_graver_branch_asks_for_its_own_circumstance(BranchCondition needs, BranchCondition found, bool allowed) =>
        (
            Record.Exception(
                Deciding(With(new PenaltyBranch { Needs = needs, Must = [Fine] }), Plain with { Found = [found] }, kinds: [Fine])
            )
            is null
        ).ShouldBe(allowed);

    [Fact]
    public void A_branch_is_for_the_parties_it_names()
    {
        var violation = With(
            new PenaltyBranch { Must = [Fine], Parties = [PartyKind.LegalPerson, PartyKind.OtherOrganisation] },
            new PenaltyBranch { OneOf = [Warning, Fine], Parties = [PartyKind.Citizen] }
        );
        var business = Plain with { Party = PartyKind.IndividualBusiness };

        Deciding(violation, kinds: [Warning]).ShouldNotThrow();
        Deciding(violation, Plain with { Party = PartyKind.LegalPerson }, kinds: [Warning]).ShouldRefuse(KindsOfProvision.NotProvided);
        Deciding(violation, business, kinds: [Warning]).ShouldNotThrow();
        Deciding(violation, business with { Side = FineSide.Organisation }, kinds: [Warning]).ShouldRefuse(KindsOfProvision.NotProvided);
    }

    [Fact]
    public void Where_two_branches_fit_the_circumstances_must_be_named()
    {
        var violation = With(
            new PenaltyBranch { When = "露天烧烤食品", Must = [ConfiscationOfGoods, Fine] },
            new PenaltyBranch
            {
                When = "提供场地",
                Must = [Fine],
                May = [ConfiscationOfGoods],
            }
        );

        Deciding(violation, kinds: [Fine]).ShouldRefuse(KindsOfProvision.BranchNotNamed, "露天烧烤食品；提供场地"); // the kinds that were chosen find nothing
        Deciding(violation, Plain with { Branch = "提供场地" }, kinds: [Fine]).ShouldNotThrow();
        Deciding(violation, kinds: [Fine, ConfiscationOfGoods]).ShouldRefuse(KindsOfProvision.BranchNotNamed, "露天烧烤食品");
        Deciding(violation, Plain with { Branch = "露天烧烤食品" }, kinds: [Fine, ConfiscationOfGoods]).ShouldNotThrow();
        Deciding(violation, Plain with { Branch = "露天烧烤食品" }, kinds: [Fine])
            .ShouldRefuse(KindsOfProvision.NotProvided, "露天烧烤食品");
    }

    [Fact]
    public void A_fine_is_taken_from_the_range_of_its_branch()
    {
        var violation = With(
            new PenaltyBranch { Must = [Fine] },
            new PenaltyBranch
            {
                Needs = BranchCondition.RefusedCorrection,
                Must = [Fine],
                May = [SuspensionOfOperation],
                FineRange = FineProvision.Escalated,
            }
        );
        var refused = Plain with { OrderObstacle = null };

        Deciding(violation, refused, kinds: [Fine]).ShouldNotThrow();
        Deciding(violation, refused with { Circumstance = FineProvision.Escalated }, kinds: [Fine]).ShouldNotThrow();
        Deciding(violation, refused with { Circumstance = "施工单位" }, kinds: [Fine]).ShouldNotThrow(); // a role of the first range
        Deciding(violation, Plain with { Circumstance = FineProvision.Escalated }, kinds: [Fine])
            .ShouldRefuse(KindsOfProvision.NotProvided, "应为“一般情形”");
        Deciding(violation, refused, kinds: [Fine, SuspensionOfOperation]).ShouldRefuse(KindsOfProvision.NotProvided, "罚款幅度");
    }

    [Fact]
    public void A_kind_of_a_branch_can_have_a_condition_of_its_own()
    {
        var violation = With(
            new PenaltyBranch
            {
                Orders = [StopConstruction, DemolishByDate],
                May = [Fine],
                MayNeeds = [new(Fine, BranchCondition.UnmetOrder)],
            }
        );

        Deciding(violation, orders: [StopConstruction, DemolishByDate]).ShouldNotThrow();
        Deciding(violation, orders: [DemolishByDate]).ShouldRefuse(KindsOfProvision.NotProvided, "缺少责令停止建设");
        Deciding(violation, null, [StopConstruction, DemolishByDate], Fine).ShouldRefuse(KindsOfProvision.NotProvided, "逾期不改正");
        Deciding(violation, Plain with { OrderObstacle = null }, [StopConstruction, DemolishByDate], Fine).ShouldNotThrow();
    }

    [Fact]
    public void A_place_may_fine_beside_the_order_to_demolish_whether_it_is_met_or_not()
    {
        var violation = With(
            new PenaltyBranch
            {
                Orders = [DemolishByDate],
                May = [Fine],
                MayNeeds = [new(Fine, BranchCondition.UnmetOrder)],
            }
        );

        Deciding(violation, null, [DemolishByDate], Fine).ShouldRefuse(KindsOfProvision.NotProvided);
        Deciding(violation, Plain with { FineAfterUnmetDemolition = false }, [DemolishByDate], Fine).ShouldNotThrow();
    }

    /// <summary>The parameter of the place is about 城乡规划法 第六十四条 and nothing else.</summary>
    [Fact]
    public void A_place_that_fines_beside_demolition_waives_no_other_condition()
    {
        var place = Plain with { FineAfterUnmetDemolition = false };
        PenaltyBranch Adding(PenaltyKind kind, BranchCondition needs, params CorrectiveOrder[] orders) =>
            new()
            {
                Orders = orders,
                Must = [Warning],
                May = [kind],
                MayNeeds = [new(kind, needs)],
            };

        Deciding(With(Adding(Fine, BranchCondition.UnmetOrder)), place, kinds: [Warning, Fine])
            .ShouldRefuse(KindsOfProvision.NotProvided, "逾期不改正");
        Deciding(With(Adding(Fine, BranchCondition.Aggravated, DemolishByDate)), place, [DemolishByDate], Warning, Fine)
            .ShouldRefuse(KindsOfProvision.NotProvided, "情节严重");
        Deciding(
                With(Adding(SuspensionOfOperation, BranchCondition.UnmetOrder, DemolishByDate)),
                place,
                [DemolishByDate],
                Warning,
                SuspensionOfOperation
            )
            .ShouldRefuse(KindsOfProvision.NotProvided, "逾期不改正");
        Deciding(With(Adding(Fine, BranchCondition.UnmetOrder, DemolishByDate)), place, [DemolishByDate], Warning, Fine).ShouldNotThrow();
    }

    [Fact, Rule("APL-29")]
    public void A_branch_that_excludes_a_second_fine_takes_none_beside_the_first()
    {
        var violation = With(
            new PenaltyBranch
            {
                When = "拒不改正",
                Needs = BranchCondition.RefusedCorrection,
                Orders = [SuspendWorkToRectify],
                May = [Fine],
                NoSecondFine = true,
            }
        );
        var refused = Plain with { OrderObstacle = null };

        Deciding(violation, refused, [SuspendWorkToRectify], Fine).ShouldNotThrow();
        Deciding(violation, refused with { FinedBefore = "决字1号" }, [SuspendWorkToRectify], Fine)
            .ShouldRefuse(KindsOfProvision.NotProvided, "已由“决字1号”罚款");
        Deciding(violation, refused with { FinedBefore = "决字1号" }, [SuspendWorkToRectify]).ShouldNotThrow();
    }

    [Fact, Rule("ORDER-ALONE")]
    public void A_provision_for_towns_is_applied_by_towns()
    {
        var village = AViolation.With(kinds: [], noFine: true, townOnly: true, branches: [new() { Orders = [StopConstruction] }]);

        Deciding(village, orders: [StopConstruction]).ShouldRefuse(KindsOfProvision.TownOnly);
        Deciding(village, Plain with { ByTown = true }, [StopConstruction]).ShouldNotThrow();
    }

    [Fact, Rule("APL-28")]
    public void Gains_alone_are_a_penalty_and_nothing_at_all_is_none()
    {
        var free = With(new PenaltyBranch { May = [Fine] });

        Deciding(free, Plain with { Gains = Money.OfFen(100) }, kinds: [ConfiscationOfGains]).ShouldNotThrow();
        Deciding(free).ShouldRefuse(KindsOfProvision.NotProvided, "既无处罚种类");
    }

    [Theory, Rule("APL-28")]
    [InlineData(500, null, 0, null, null, "/facts/gains/evidence")]
    [InlineData(500, "账本", 200, null, "退款凭证", "/facts/gains/returnedTo")]
    [InlineData(500, "账本", 200, "王某", " ", "/facts/gains/returnProof")]
    [InlineData(500, "账本", 501, "王某", "退款凭证", "/facts/gains/returnedFen")]
    [InlineData(500, "账本", 500, "王某", "退款凭证", null)]
    [InlineData(500, "账本", 0, null, null, null)]
    public void Gains_are_entered_with_what_proves_them_and_their_return(
        long found,
        string? evidence,
        long returned,
        string? to,
        string? proof,
        string? pointer
    )
    {
        var refused =
            Record.Exception(() => UnlawfulGains.EnsureProved(new(found, evidence, returned, to, proof), "/facts")) as DomainException;
        (refused?.Error, refused?.Pointer).ShouldBe((pointer is null ? null : UnlawfulGains.NotProved, pointer));
    }

    /// <summary>城乡规划法 第六十五条: orders alone, and no penalty at all.</summary>
    [Fact, Rule("ORDER-ALONE")]
    public void A_decision_can_consist_of_orders_alone()
    {
        var village = AViolation.With(
            kinds: [],
            noFine: true,
            branches:
            [
                new() { Orders = [StopConstruction, CorrectByDate] },
                new() { Needs = BranchCondition.UnmetOrder, Orders = [DemolishByDate] },
            ]
        );

        Deciding(village, orders: [StopConstruction, CorrectByDate]).ShouldNotThrow();
        Deciding(village, orders: [DemolishByDate]).ShouldRefuse(OrderToCorrect.NotExpiredUnmet);
        Deciding(village, Plain with { OrderObstacle = null }, [DemolishByDate]).ShouldNotThrow();
        Deciding(village).ShouldRefuse(KindsOfProvision.NotProvided, "既无处罚种类，也无责令事项");
    }

    [Fact]
    public void A_kind_that_a_government_must_approve_names_the_approval()
    {
        var violation = AViolation.With(
            kinds: [Fine, SuspensionOfOperation],
            branches: [new() { Must = [Fine], May = [SuspensionOfOperation] }],
            approvals: [new(SuspensionOfOperation, "报经有批准权的人民政府批准")]
        );

        Deciding(violation, kinds: [Fine]).ShouldNotThrow();
        Deciding(violation, kinds: [Fine, SuspensionOfOperation]).ShouldRefuse(KindsOfProvision.NotApproved, "有批准权的人民政府");
        Deciding(violation, Plain with { Approval = "津滨政批〔2026〕1号" }, kinds: [Fine, SuspensionOfOperation]).ShouldNotThrow();
    }

    [Fact, Rule("APL-28")]
    public void Gains_are_confiscated_where_they_were_found_and_nowhere_else()
    {
        var found = Plain with { Gains = Money.OfFen(100) };
        var violation = With(Together); // the provision itself names no gains

        Deciding(violation, found, kinds: [Warning, Fine]).ShouldRefuse(UnlawfulGains.NotConfiscated, "认定违法所得 1.00 元");
        Deciding(violation, found, kinds: [Warning, Fine, ConfiscationOfGains]).ShouldNotThrow();
        Deciding(violation, found with { Gains = Money.OfFen(101) }, kinds: [Warning, Fine, ConfiscationOfGains])
            .ShouldRefuse(UnlawfulGains.AnotherSum, "认定 1.01 元，决定没收 1.00 元");
        Deciding(violation, kinds: [Warning, Fine, ConfiscationOfGains]).ShouldRefuse(UnlawfulGains.NoneFound);
    }

    [Fact, Rule("APL-28")]
    public void Gains_that_the_provision_gives_to_the_owners_are_left_to_them()
    {
        var violation = AViolation.With(
            kinds: [Warning, Fine],
            branches: [new() { Must = [Warning, Fine] }],
            gains: GainsDisposal.ToOwners
        );
        var found = Plain with { Gains = Money.OfFen(100) };

        Deciding(violation, found, kinds: [Warning, Fine]).ShouldNotThrow();
        Deciding(violation, found, kinds: [Warning, Fine, ConfiscationOfGains]).ShouldRefuse(UnlawfulGains.BelongToOthers);
    }

    [Theory, Rule("APL-28")]
    [InlineData(500, 0, "账本", 500)]
    [InlineData(500, 200, "账本", 300)]
    [InlineData(500, 500, "账本", 0)]
    [InlineData(500, 600, "账本", 0)]
    [InlineData(500, 0, null, 0)] // a finding without evidence does not count
    public void What_must_be_returned_is_taken_off_the_gains(long found, long returned, string? evidence, long confiscated) =>
        UnlawfulGains.ToConfiscate(new(found, evidence, returned)).ShouldBe(Money.OfFen(confiscated));
}
