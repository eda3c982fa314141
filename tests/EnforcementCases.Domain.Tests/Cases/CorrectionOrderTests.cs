using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Tests.Catalogue;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>责令限期改正 before any penalty. 行政处罚法 第二十八条第一款.</summary>
[Rule("APL-28")]
public sealed class CorrectionOrderTests
{
    private static readonly DateTimeOffset Ordered = At("2024-09-10", 9);
    private static readonly Guid PartyId = Guid.NewGuid();

    private static readonly NewCorrectionOrder Complete = new()
    {
        Id = Guid.NewGuid(),
        Seq = 3,
        OrganId = Guid.NewGuid(),
        OrganisationPath = "/hg/",
        Number = "津汉责改字〔2024〕第0001号",
        PartyId = PartyId,
        Party = new() { Kind = PartyKind.IndividualBusiness, Name = "某店" },
        ViolationVersionId = Guid.NewGuid(),
        ViolationCode = "TJ-XX-01",
        ViolationName = "擅自占用道路",
        Place = new("某路 1 号", "120116015"),
        Facts = "店外经营",
        Requirement = "清退店外物品",
        DueOn = Date("2024-09-15"),
        OrderedAt = Ordered,
        Officers = AnOnTheSpotCase.Officers,
        CertificatesShownAt = Ordered,
        CertificatesShown = ["张三证", "李四证"],
    };

    [Fact]
    public void An_order_says_what_whom_and_until_when_and_is_recorded()
    {
        var order = CorrectionOrder.Give(Complete);

        order.ShouldHave(
            new
            {
                Complete.Id,
                Complete.Seq,
                Version = 1,
                Complete.OrganId,
                OrganisationPath = "/hg/",
                RecordOrganisationPath = "/hg/",
                RecordChainId = Complete.Id,
                Complete.Number,
                Complete.PartyId,
                Complete.Party,
                Complete.ViolationVersionId,
                Complete.ViolationCode,
                Complete.ViolationName,
                PlaceText = "某路 1 号",
                DivisionCode = "120116015",
                Complete.Facts,
                Complete.Requirement,
                Complete.OrderedAt,
                OrderedOn = Date("2024-09-10"),
                Complete.DueOn,
                Result = (RecheckResult?)null,
                UsedByCaseId = (Guid?)null,
            }
        );
        order
            .Officers.Select(o => (o.OrderId, o.Place, o.PersonId, o.PersonId, o.Name, o.CertificateNumber))
            .ShouldBe([(order.Id, 1, OfficerA, OfficerA, "张三", "张三证"), (order.Id, 2, OfficerB, OfficerB, "李四", "李四证")]);
        order.ShouldRecord(
            "correction-ordered",
            Ordered,
            new
            {
                number = "津汉责改字〔2024〕第0001号",
                violation = "TJ-XX-01",
                violationVersion = Complete.ViolationVersionId,
                orderedOn = "2024-09-10",
                dueOn = "2024-09-15",
                partyKind = "IndividualBusiness",
                partyIdentity = "Documented",
            },
            new
            {
                party = PartyId,
                partyName = "某店",
                place = "120116015 某路 1 号",
                facts = "店外经营",
                requirement = "清退店外物品",
                certificates = new[] { "张三证", "李四证" },
            }
        );
    }

    [Fact, Rule("APL-42"), Rule("APL-55")]
    public void An_order_is_given_by_two_who_showed_their_certificates_and_asks_for_something_not_yet_overdue()
    {
        Give(Complete with { DueOn = Date("2024-09-10") }).ShouldRefuse(null);
        Give(Complete with { DueOn = Date("2024-09-09") }).ShouldRefuse(OrderToCorrect.DueBeforeOrdered);
        Give(Complete with { Requirement = " " }).ShouldRefuse(OrderToCorrect.Missing);
        Give(Complete with { Officers = [Complete.Officers[0]] }).ShouldRefuse(OfficersPresent.TooFew);
        Give(Complete with { CertificatesShownAt = Ordered.AddSeconds(1) }).ShouldRefuse(OfficersPresent.CertificatesNotShown);

        static Action Give(NewCorrectionOrder @new) => () => CorrectionOrder.Give(@new);
    }

    [Fact]
    public void It_is_rechecked_by_two_until_it_is_corrected()
    {
        var order = CorrectionOrder.Give(Complete);
        Recheck(Ordered.AddSeconds(-1)).ShouldRefuse(CorrectionOrder.RecheckOutOfOrder);
        Recheck(At("2024-09-15"), alone: true).ShouldRefuse(OfficersPresent.TooFew);

        Recheck(At("2024-09-15"), RecheckResult.NotCorrected).ShouldRefuse(null);
        order.ShouldHave(
            new
            {
                RecheckedAt = (DateTimeOffset?)At("2024-09-15"),
                RecheckedOn = (DateOnly?)Date("2024-09-15"),
                Result = (RecheckResult?)RecheckResult.NotCorrected,
                Version = 2,
            }
        );
        Recorded("NotCorrected", "2024-09-15", inTime: true);
        Recheck(At("2024-09-15").AddSeconds(-1)).ShouldRefuse(CorrectionOrder.RecheckOutOfOrder);
        Recheck(At("2024-09-16")).ShouldRefuse(null);
        Recorded("Corrected", "2024-09-16", inTime: false);
        Recheck(At("2024-09-17")).ShouldRefuse(CorrectionOrder.AlreadyCorrected);

        Action Recheck(DateTimeOffset at, RecheckResult result = RecheckResult.Corrected, bool alone = false) =>
            () => order.Recheck(result, "见照片", alone ? [Complete.Officers[0]] : Complete.Officers, at);
        void Recorded(string result, string recheckedOn, bool inTime) =>
            order.ShouldRecord(
                "correction-order-rechecked",
                At(recheckedOn),
                new
                {
                    result,
                    recheckedOn,
                    inTime,
                },
                new { note = "见照片", certificates = new[] { "张三证", "李四证" } }
            );
    }

    [Fact]
    public void It_is_the_basis_of_a_penalty_of_the_same_party_for_the_same_violation()
    {
        var order = CorrectionOrder.Give(Complete);
        order.Recheck(RecheckResult.NotCorrected, "", Complete.Officers, At("2024-09-16"));

        order
            .ForPenalty(PartyId, Complete.Party, "TJ-XX-01")
            .ShouldBe(new(order.Id, Date("2024-09-15"), Date("2024-09-16"), RecheckResult.NotCorrected, Complete.Place));
        For(order, PartyId, Complete.Party, "TJ-XX-02").ShouldRefuse(CorrectionOrder.AnotherMatter);
        For(order, Guid.NewGuid(), Complete.Party).ShouldRefuse(CorrectionOrder.AnotherMatter);
    }

    /// <summary>A self-declared party has a new identity at each meeting; kind and name must do.</summary>
    [Theory]
    [InlineData(PartyIdentity.SelfDeclared, PartyIdentity.SelfDeclared, PartyKind.Citizen, "王某", false)]
    [InlineData(PartyIdentity.Documented, PartyIdentity.SelfDeclared, PartyKind.Citizen, "王某", true)]
    [InlineData(PartyIdentity.SelfDeclared, PartyIdentity.Documented, PartyKind.Citizen, "王某", true)]
    [InlineData(PartyIdentity.SelfDeclared, PartyIdentity.SelfDeclared, PartyKind.IndividualBusiness, "王某", true)]
    [InlineData(PartyIdentity.SelfDeclared, PartyIdentity.SelfDeclared, PartyKind.Citizen, "李某", true)]
    public void A_self_declared_party_is_the_same_by_kind_and_name(
        PartyIdentity ordered,
        PartyIdentity met,
        PartyKind kind,
        string name,
        bool refused
    )
    {
        var order = CorrectionOrder.Give(
            Complete with
            {
                Party = new()
                {
                    Kind = PartyKind.Citizen,
                    Name = "王某",
                    Identity = ordered,
                },
            }
        );

        var party = new PartySnapshot
        {
            Kind = kind,
            Name = name,
            Identity = met,
        };
        For(order, Guid.NewGuid(), party).ShouldRefuse(refused, CorrectionOrder.AnotherMatter);
        For(order, PartyId, party).ShouldRefuse(null);
    }

    [Fact]
    public void It_carries_one_penalty_and_is_free_again_when_that_is_revoked()
    {
        var order = CorrectionOrder.Give(Complete);
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());

        order.UseFor(one, At("2024-09-18"));

        (order.UsedByCaseId, order.Version).ShouldBe((one, 2));
        order.ShouldRecord("correction-order-used", At("2024-09-18"), new { @case = one });
        For(order, PartyId, Complete.Party).ShouldRefuse(CorrectionOrder.AlreadyUsed);
        new Action(() => order.UseFor(other, At("2024-09-19"))).ShouldRefuse(CorrectionOrder.AlreadyUsed);
        new Action(() => order.Recheck(RecheckResult.Corrected, "", Complete.Officers, At("2024-09-19"))).ShouldRefuse(
            CorrectionOrder.AlreadyUsed
        );

        order.Release(other, At("2024-11-01")); // another case has nothing to give free
        (order.UsedByCaseId, order.Version).ShouldBe((one, 2));
        order.Release(one, At("2024-11-01"));
        (order.UsedByCaseId, order.Version).ShouldBe((null, 3));
        order.ShouldRecord("correction-order-freed", At("2024-11-01"), new { @case = one });
    }

    private static Action For(CorrectionOrder order, Guid partyId, PartySnapshot party, string code = "TJ-XX-01") =>
        () => order.ForPenalty(partyId, party, code);

    [Fact]
    public void A_withdrawn_order_keeps_its_number_and_carries_nothing()
    {
        var order = CorrectionOrder.Give(Complete);
        var withdrawal = new OrderWithdrawal(
            WithdrawalGround.WrongFacts,
            "测量有误",
            "津汉撤决字〔2024〕第0001号",
            Guid.NewGuid(),
            At("2024-09-12"),
            At("2024-09-12", 15),
            Domain.Cases.OnTheSpot.PartySignature.Refused
        );

        new Action(() => order.Withdraw(withdrawal with { By = OfficerA })).ShouldRefuse(CorrectionOrder.WithdrawnByGiver, "张三、李四");
        new Action(() => order.Withdraw(withdrawal with { At = At("2024-09-09") })).ShouldRefuse(CorrectionOrder.WithdrawalOutOfOrder);
        new Action(() => order.Withdraw(withdrawal with { HandedOverAt = At("2024-09-11") })).ShouldRefuse(
            CorrectionOrder.WithdrawalOutOfOrder
        );

        order.Withdraw(withdrawal);

        order.ShouldHave(
            new
            {
                Complete.Number,
                WithdrawnAt = (DateTimeOffset?)withdrawal.At,
                WithdrawnBy = (Guid?)withdrawal.By,
                WithdrawalGround = (WithdrawalGround?)WithdrawalGround.WrongFacts,
                WithdrawalReason = "测量有误",
                WithdrawalNumber = withdrawal.Number,
                WithdrawalHandedOverAt = (DateTimeOffset?)withdrawal.HandedOverAt,
            }
        );
        order.PendingRecord[^1].Type.ShouldBe("correction-order-withdrawn");
        new Action(() => order.Withdraw(withdrawal)).ShouldRefuse(CorrectionOrder.Withdrawn);
        new Action(() => order.Recheck(RecheckResult.NotCorrected, "", AnOnTheSpotCase.Officers, At("2024-09-16"))).ShouldRefuse(
            CorrectionOrder.Withdrawn
        );
        new Action(() => order.ForPenalty(PartyId, Complete.Party, Complete.ViolationCode)).ShouldRefuse(CorrectionOrder.Withdrawn);
        new Action(() => order.UseFor(Guid.NewGuid(), At("2024-09-16"))).ShouldRefuse(CorrectionOrder.Withdrawn);
    }

    [Fact]
    public void An_order_that_carries_a_penalty_is_withdrawn_after_that_penalty_fell()
    {
        var order = CorrectionOrder.Give(Complete);
        var (@case, head) = (Guid.NewGuid(), Guid.NewGuid());
        order.UseFor(@case, At("2024-09-18"));

        new Action(() => order.EnsureMayWithdraw(head)).ShouldRefuse(CorrectionOrder.AlreadyUsed, "前提");
        order.Release(@case, At("2024-09-19"));
        new Action(() => order.EnsureMayWithdraw(head)).ShouldRefuse(null);
    }

    /// <summary>城乡规划法 第六十四条、第六十五条: which order has to be disobeyed first.</summary>
    [Theory, Rule("APL-28-BRANCH")]
    [InlineData(null, null)] // an order of before states no kind
    [InlineData(CorrectiveOrder.CorrectByDate, null)]
    [InlineData(CorrectiveOrder.StopConstruction, null)]
    [InlineData(CorrectiveOrder.DemolishByDate, "责令的是“限期拆除”，罚则要求先行责令：责令停止建设、限期改正")]
    [InlineData(CorrectiveOrder.SuspendConstruction, "责令的是“责令暂停施工”")]
    public void The_order_that_was_not_met_is_the_one_that_the_provision_asks_for(CorrectiveOrder? kind, string? why)
    {
        var village = AViolation.With(
            branches:
            [
                new() { Orders = [CorrectiveOrder.StopConstruction, CorrectiveOrder.CorrectByDate] },
                new() { Needs = BranchCondition.UnmetOrder, Orders = [CorrectiveOrder.DemolishByDate] },
            ]
        );

        var obstacle = OrderToCorrect.ObstacleUnlessAsked(kind, village.Structure!.OrdersAskedFirst());

        obstacle?.Error.ShouldBe(OrderToCorrect.AnotherKind);
        (obstacle?.Message ?? "").ShouldContain(why ?? "");
        (obstacle is null).ShouldBe(why is null);
    }

    [Fact, Rule("APL-28-BRANCH")]
    public void Where_a_kind_beside_an_order_requires_that_it_was_not_met_the_order_is_that_one()
    {
        PenaltyBranch demolished = new()
        {
            Orders = [CorrectiveOrder.DemolishByDate],
            MayNeeds = [new(PenaltyKind.Fine, BranchCondition.UnmetOrder)],
        };
        AViolation.With(branches: [demolished]).Structure!.OrdersAskedFirst().ShouldBe([CorrectiveOrder.DemolishByDate]);
        AViolation.With(branches: [new() { Needs = BranchCondition.Serious }]).Structure!.OrdersAskedFirst().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(CorrectiveOrder.CorrectByDate, null, true)]
    [InlineData(CorrectiveOrder.DemolishByDate, null, true)]
    [InlineData(CorrectiveOrder.DemolishByDate, "2024-09-20", false)]
    [InlineData(CorrectiveOrder.StopConstruction, null, false)]
    [InlineData(null, null, false)]
    public void An_order_by_a_day_states_the_day(CorrectiveOrder? kind, string? due, bool refused) =>
        new Action(() => OrderToCorrect.EnsureDayOf(kind, due is null ? null : Date(due))).ShouldRefuse(
            refused ? OrderToCorrect.DayMissing : null
        );
}
