using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Tests.Catalogue;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.AnOnTheSpotCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases;

/// <summary>What is paid to the bank and what is taken in cash and handed on. 行政处罚法 第六十七条至第七十一条.</summary>
public sealed class OnTheSpotMoneyTests
{
    [Fact, Rule("APL-67-2")]
    public void A_payment_is_entered_and_recorded_and_parts_add_up()
    {
        var @case = Decide();

        var payment = @case.Pay(20, At("2024-09-25"), "T1");

        payment.ShouldHave(
            new
            {
                CaseId = @case.Id,
                OrganisationPath = "/hg/",
                Channel = PaymentChannel.Bank,
                AmountFen = 20_00L,
                PaidAt = At("2024-09-25"),
                BankTransactionId = "T1",
                ReceiptNumber = (string?)null,
                Ground = (CollectionGround?)null,
            }
        );
        @case.ShouldRecord(
            "payment-received",
            At("2024-09-25"),
            new
            {
                channel = "Bank",
                amountFen = 20_00,
                paidFen = 20_00,
                receipt = (string?)null,
                bankTransaction = "T1",
                ground = (string?)null,
            }
        );
        @case.PaymentOrder!.State.ShouldBe(PaymentState.PartlyPaid);
        @case.Deadline(DeadlineKind.Payment).IsOpen.ShouldBeTrue();

        @case.Pay(30, At("2024-09-20"), "T2"); // told later, paid earlier
        @case.PaymentOrder.ShouldHave(
            new
            {
                PaidFen = 50_00L,
                State = PaymentState.Paid,
                PaidAt = (DateTimeOffset?)At("2024-09-25"),
            }
        );
        @case.Deadline(DeadlineKind.Payment).MetAt.ShouldBe(At("2024-09-25"));
        @case.Payments.Count.ShouldBe(2);
    }

    [Fact]
    public void What_is_owed_until_when_follows_the_money_and_the_stage()
    {
        var @case = Decide();
        var due = @case.PaymentOrder!.DueOn;
        @case.OwedUntil.ShouldBe(due);
        @case.Pay(20, At("2024-09-25"), "T1");
        @case.OwedUntil.ShouldBe(due);
        @case.Pay(30, At("2024-09-26"), "T2");
        @case.OwedUntil.ShouldBeNull();

        var revoked = Decide();
        revoked.Revoke("事实不清", At("2024-09-25"));
        revoked.Stage.ShouldBe(CaseStage.Revoked);
        revoked.OwedUntil.ShouldBeNull();
    }

    [Fact]
    public void Nothing_is_paid_twice_over_or_before_the_decision()
    {
        var @case = Decide();
        Pay(@case, 0).ShouldRefuse(PaymentsOfCase.OverFine);
        Pay(@case, 50.01m).ShouldRefuse(PaymentsOfCase.OverFine);
        new Action(() => @case.Pay(50, Decided.AddSeconds(-1))).ShouldRefuse(ActsOfCase.BeforeDecision);
        Pay(@case, 50).ShouldRefuse(null);
        Pay(@case, 1).ShouldRefuse(PaymentsOfCase.OverFine);
        Pay(Decide(Warning), 1).ShouldRefuse(PaymentsOfCase.NoFine);
        @case.Payments.Count.ShouldBe(1);

        static Action Pay(EnforcementCase @case, decimal yuan) => () => @case.Pay(yuan, At("2024-09-20"));
    }

    /// <summary>Taken on Wednesday the 18th: to the organ by Friday, from there to the bank within two working days again.</summary>
    [Fact, Rule("APL-68-1"), Rule("APL-70"), Rule("APL-71")]
    public void Cash_goes_from_the_officer_to_the_organ_to_the_bank_each_within_two_days()
    {
        var @case = Decide();

        var cash = Collect(@case, receipt: "A1");

        cash.ShouldHave(
            new
            {
                Channel = PaymentChannel.Cash,
                AmountFen = 50_00L,
                PaidAt = Decided,
                ReceiptNumber = "A1",
                Ground = (CollectionGround?)CollectionGround.SmallFine,
                GroundReason = "当事人身上有现金",
                BankTransactionId = (string?)null,
            }
        );
        @case.ShouldRecord(
            "collected-on-the-spot",
            Decided,
            new
            {
                channel = "Cash",
                amountFen = 50_00,
                paidFen = 50_00,
                receipt = "A1",
                bankTransaction = (string?)null,
                ground = "SmallFine",
            }
        );
        @case.Deadline(DeadlineKind.RemitToOrgan).ShouldHave(new { LastDay = Date("2024-09-20"), Reference = "A1" });

        new Action(() => @case.RemitToBank("A1", At("2024-09-19"))).ShouldRefuse(PaymentsOfCase.NothingToRemit);
        new Action(() => @case.RemitToOrgan(Guid.NewGuid(), "A2", At("2024-09-19"), Shipped)).ShouldRefuse(PaymentsOfCase.ReceiptUnknown);
        new Action(() => @case.RemitToOrgan(Guid.NewGuid(), "A1", Decided.AddSeconds(-1), Shipped)).ShouldRefuse(Remittance.OutOfOrder);
        @case.RemitToOrgan(Guid.NewGuid(), "A1", At("2024-09-19"), Shipped);
        @case.ShouldRecord("remitted-to-organ", At("2024-09-19"), new { receipt = "A1", amountFen = 50_00 });
        cash.RemittedToOrganAt.ShouldBe(At("2024-09-19"));
        @case.Deadline(DeadlineKind.RemitToOrgan).MetAt.ShouldBe(At("2024-09-19"));
        @case.Deadline(DeadlineKind.RemitToBank).ShouldHave(new { LastDay = Date("2024-09-23"), Reference = "A1" });

        new Action(() => @case.RemitToOrgan(Guid.NewGuid(), "A1", At("2024-09-19"), Shipped)).ShouldRefuse(PaymentsOfCase.NothingToRemit);
        new Action(() => @case.RemitToBank("A1", At("2024-09-19").AddSeconds(-1))).ShouldRefuse(Remittance.OutOfOrder);
        @case.RemitToBank("A1", At("2024-09-19"));
        @case.ShouldRecord("remitted-to-bank", At("2024-09-19"), new { receipt = "A1", amountFen = 50_00 });
        cash.RemittedToBankAt.ShouldBe(At("2024-09-19"));
        @case.Deadline(DeadlineKind.RemitToBank).MetAt.ShouldBe(At("2024-09-19"));
        new Action(() => @case.RemitToBank("A1", At("2024-09-20"))).ShouldRefuse(PaymentsOfCase.NothingToRemit);
    }

    [Fact, Rule("APL-71")]
    public void Each_receipt_goes_its_own_way()
    {
        var @case = Decide();
        var (first, second) = (Collect(@case, 20, receipt: "A1"), Collect(@case, 30, receipt: "A2"));

        @case.RemitToOrgan(Guid.NewGuid(), "A1", At("2024-09-19"), Shipped);

        (first.RemittedToOrganAt, second.RemittedToOrganAt).ShouldBe((At("2024-09-19"), null));
        @case
            .Deadlines.Where(d => d.Kind == DeadlineKind.RemitToOrgan)
            .Select(d => (d.Reference, d.IsOpen))
            .ShouldBe([("A1", false), ("A2", true)]);
        new Action(() => @case.RemitToOrgan(Guid.NewGuid(), "A1", At("2024-09-20"), Shipped)).ShouldRefuse(Remittance.OutOfOrder);
        new Action(() => @case.RemitToBank("A2", At("2024-09-20"))).ShouldRefuse(Remittance.OutOfOrder);
        @case.RemitToOrgan(Guid.NewGuid(), "A2", At("2024-09-20"), Shipped);
        @case.RemitToBank("A1", At("2024-09-20"));
        new Action(() => @case.RemitToBank("A1", At("2024-09-20"))).ShouldRefuse(Remittance.OutOfOrder);
    }

    [Fact, Rule("APL-71")]
    public void Cash_taken_on_the_water_is_handed_in_from_the_landing()
    {
        var @case = Decide();
        new Action(() => Collect(@case, landedAt: Decided.AddMinutes(-1))).ShouldRefuse(Remittance.OutOfOrder);

        Collect(@case, landedAt: At("2024-09-20"));

        // Friday ashore; Saturday and Sunday do not count
        @case.Deadline(DeadlineKind.RemitToOrgan).LastDay.ShouldBe(Date("2024-09-24"));
    }

    [Fact, Rule("APL-68-1"), Rule("APL-70")]
    public void Cash_without_a_ground_or_more_than_is_owed_is_not_taken()
    {
        var large = Decide(Of(AViolation.With()) with { Fine = Money.Yuan(101), NotifiedFine = Money.Yuan(101) });
        new Action(() => Collect(large, 101)).ShouldRefuse(OnTheSpotCollection.NotASmallFine);
        new Action(() => Collect(Decide(), receipt: " ")).ShouldRefuse(OnTheSpotCollection.ReceiptMissing);
        new Action(() => Collect(Decide(), 50.01m)).ShouldRefuse(PaymentsOfCase.OverFine);
        new Action(() => Collect(Decide(Warning), 1)).ShouldRefuse(PaymentsOfCase.NoFine);
        var paid = Decide();
        paid.Pay(50, Decided);
        new Action(() => Collect(paid, 1)).ShouldRefuse(PaymentsOfCase.OverFine);
        paid.Deadlines.ShouldNotContain(d => d.Kind == DeadlineKind.RemitToOrgan);
    }

    [Fact, Rule("APL-71"), Rule("APL-72-END")]
    public void Cash_that_lands_and_is_handed_in_at_once_is_in_order_and_closes_a_case_that_waited_for_it()
    {
        var @case = Decide();
        @case.ReportBack(Decided);

        Collect(@case, landedAt: Decided);

        @case.Stage.ShouldBe(CaseStage.Closed);
        @case.RemitToOrgan(Guid.NewGuid(), "A1", Decided, Shipped);
        @case.Deadline(DeadlineKind.RemitToOrgan).MetAt.ShouldBe(Decided);

        var revoked = Decide();
        revoked.Revoke("事实不清", At("2024-09-18", 12));
        new Action(() => Collect(revoked, receipt: " ")).ShouldRefuseWith("payment.order-cancelled"); // before the receipt is asked for
    }

    [Fact, Rule("SCL-36")]
    public void Money_goes_back_from_the_moment_the_decision_fell_and_not_before()
    {
        var @case = Decide();
        @case.Pay(50, At("2024-09-19"));
        @case.Revoke("事实不清", At("2024-09-20"));
        var interest = new InterestPaid(Money.Zero, 0.35m, "代收机构挂牌利率");

        new Action(() => @case.RefundPayment(Guid.NewGuid(), Money.Yuan(50), "退1", At("2024-09-20", 9), interest)).ShouldRefuse(
            ActsOfCase.BeforeDecision,
            "早于撤销决定"
        );
        @case.RefundPayment(Guid.NewGuid(), Money.Yuan(50), "退1", At("2024-09-20"), interest);
        @case.PaymentOrder!.Refundable.ShouldBe(Money.Zero);
    }

    [Fact, Rule("APL-71")]
    public void Cash_is_handed_on_after_the_case_is_closed_or_the_decision_revoked()
    {
        var closed = Decide();
        Collect(closed);
        closed.ReportBack(At("2024-09-18"));
        closed.Stage.ShouldBe(CaseStage.Closed);
        closed.RemitToOrgan(Guid.NewGuid(), "A1", At("2024-09-19"), Shipped);
        closed.RemitToBank("A1", At("2024-09-20"));
        closed.Stage.ShouldBe(CaseStage.Closed);

        var revoked = Decide();
        Collect(revoked);
        revoked.Revoke("事实不清", At("2024-09-18", 12));
        revoked.RemitToOrgan(Guid.NewGuid(), "A1", At("2024-09-19"), Shipped);
        revoked.RemitToBank("A1", At("2024-09-20"));
        revoked.Stage.ShouldBe(CaseStage.Revoked);
    }

    private static Payment Collect(EnforcementCase @case, decimal yuan = 50, string receipt = "A1", DateTimeOffset? landedAt = null) =>
        @case.CollectOnTheSpot(
            Guid.NewGuid(),
            Guid.NewGuid(),
            new(CollectionGround.SmallFine, "当事人身上有现金", PartyAsked: false, RemoteArea: false, receipt),
            Money.Yuan(yuan),
            Decided,
            landedAt,
            Shipped
        );
}
