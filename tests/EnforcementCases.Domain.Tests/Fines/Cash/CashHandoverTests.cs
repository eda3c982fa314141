using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Tests.Cases;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Fines.Cash.ACashDesk;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Fines.Cash;

/// <summary>Cash from hand to hand: the slip of the officer, the count of the cashier, the slip of the bank, and what was paid without being owed.</summary>
[Rule("APL-71")]
public sealed class CashHandoverTests
{
    private static readonly Guid OrganId = Guid.NewGuid();

    [Fact]
    public void A_slip_lists_the_receipts_and_adds_them_up()
    {
        var @case = AnOnTheSpotCase.Decide();
        var cash = @case.CollectOnTheSpot(
            Guid.NewGuid(),
            Guid.NewGuid(),
            new(CollectionGround.SmallFine, null, PartyAsked: false, RemoteArea: false, "A1"),
            Money.Yuan(20),
            AnOnTheSpotCase.Decided,
            landedAt: null,
            Shipped
        );
        var id = Guid.NewGuid();
        var line = new HandoverLine(id, cash, Date("2024-09-20"));

        line.ShouldHave(
            new
            {
                HandoverId = id,
                ReceiptNumber = "A1",
                CaseId = @case.Id,
                AmountFen = 20_00L,
                CollectedAt = AnOnTheSpotCase.Decided,
                LastDay = Date("2024-09-20"),
            }
        );
        var slip = new CashHandover(
            id,
            4,
            OrganId,
            "/hg/",
            "JJ-1",
            OfficerA,
            "汉一鸣",
            At("2024-09-19"),
            Date("2024-10-01"),
            [line, new(id, cash, Date("2024-09-20"))]
        );
        slip.ShouldHave(
            new
            {
                Id = id,
                Seq = 4L,
                OrganId,
                OrganisationPath = "/hg/",
                RecordOrganisationPath = "/hg/",
                RecordChainId = OrganId,
                Number = "JJ-1",
                OfficerId = OfficerA,
                OfficerName = "汉一鸣",
                At = At("2024-09-19"),
                BookedOn = Date("2024-10-01"),
                AmountFen = 40_00L,
                CountedFen = (long?)null,
                Version = 1,
            }
        );
        slip.Lines.Count.ShouldBe(2);
        slip.ShouldRecord(
            "cash-handed-over",
            At("2024-09-19"),
            new
            {
                number = "JJ-1",
                officer = OfficerA,
                amountFen = 40_00,
                receipts = new[] { "A1", "A1" },
            }
        );
    }

    [Fact]
    public void The_cashier_counts_once_and_not_before_it_was_handed_over()
    {
        var slip = ASlip(40_00);
        new Action(() => slip.Receive(Cashier, "汉财清", Money.Yuan(39), At("2024-09-19").AddSeconds(-1))).ShouldRefuse(
            Remittance.OutOfOrder
        );

        slip.Receive(Cashier, "汉财清", Money.Yuan(39), At("2024-09-19"));

        slip.ShouldHave(
            new
            {
                CountedFen = (long?)39_00,
                ReceivedBy = (Guid?)Cashier,
                ReceivedByName = "汉财清",
                ReceivedAt = (DateTimeOffset?)At("2024-09-19"),
                Version = 2,
            }
        );
        slip.ShouldRecord(
            "cash-received",
            At("2024-09-19"),
            new
            {
                number = "JJ-1",
                cashier = Cashier,
                countedFen = 39_00,
                amountFen = 40_00,
            }
        );
        new Action(() => slip.Receive(Cashier, "汉财清", Money.Yuan(40), At("2024-09-20"))).ShouldRefuse(CashHandover.AlreadyConfirmed);
    }

    /// <summary>The month of September; a slip booked on its first and one on its last day are in it.</summary>
    [Theory]
    [InlineData("2024-09-01", null, "HandoverUnconfirmed", 40_00)]
    [InlineData("2024-09-30", null, "HandoverUnconfirmed", 40_00)]
    [InlineData("2024-10-01", null, null, 0)]
    [InlineData("2024-08-31", null, "HandoverUnconfirmed", 40_00)] // still open
    [InlineData("2024-09-01", 40_00L, null, 0)]
    [InlineData("2024-09-01", 39_99L, "HandoverCountDiffers", 1)]
    [InlineData("2024-09-30", 40_01L, "HandoverCountDiffers", 1)]
    [InlineData("2024-08-31", 39_99L, null, 0)] // a matter of August
    public void A_slip_that_nobody_confirmed_or_that_counts_otherwise_is_a_difference(string booked, long? counted, string? kind, long fen)
    {
        var slip = ASlip(40_00, booked);
        if (counted is { } found)
            slip.Receive(Cashier, "汉财清", Money.OfFen(found), At("2024-09-19"));

        var difference = CashDifferences.OfHandovers([slip], Date("2024-09-01"), Date("2024-09-30")).SingleOrDefault();

        (difference?.Kind.ToString(), difference?.AmountFen ?? 0).ShouldBe((kind, fen));
        if (difference is not null)
        {
            difference.ShouldHave(new { Reference = "JJ-1", On = Date(booked) });
            difference.Text.ShouldContain(
                counted is null ? "汉一鸣 交款，尚无人接收确认" : $"40.00 元，清点 {Money.OfFen(counted.Value).InYuan} 元"
            );
        }
    }

    [Fact]
    public void A_deposit_is_kept_by_its_slip_and_recorded()
    {
        var deposit = ADeposit("H1", 39_99, "2024-09-20");

        deposit.ShouldHave(
            new
            {
                Seq = 6L,
                OrganId,
                OrganisationPath = "/hg/",
                RecordOrganisationPath = "/hg/",
                RecordChainId = OrganId,
                Slip = "H1",
                AmountFen = 40_00L,
                DepositedFen = 39_99L,
                At = At("2024-09-19"),
                On = Date("2024-09-19"),
                BookedOn = Date("2024-09-20"),
            }
        );
        deposit.ShouldRecord(
            "cash-deposited",
            At("2024-09-19"),
            new
            {
                slip = "H1",
                amountFen = 40_00,
                depositedFen = 39_99,
                receipts = new[] { "A1" },
            }
        );
    }

    [Theory]
    [InlineData(40_00, "2024-09-15", false)]
    [InlineData(39_99, "2024-09-01", true)]
    [InlineData(40_01, "2024-09-30", true)]
    [InlineData(39_99, "2024-08-31", false)]
    [InlineData(39_99, "2024-10-01", false)]
    public void A_deposit_of_another_amount_is_a_difference_of_its_month(long deposited, string booked, bool differs)
    {
        var found = CashDifferences.OfDeposits([ADeposit("H1", deposited, booked)], Date("2024-09-01"), Date("2024-09-30")).ToList();

        found.Count.ShouldBe(differs ? 1 : 0);
        if (!differs)
            return;
        found[0]
            .ShouldBe(
                new(
                    CashDifferenceKind.DepositAmountDiffers,
                    "H1",
                    Date(booked),
                    1,
                    $"缴款回单 H1：票据合计 40.00 元，缴存 {Money.OfFen(deposited).InYuan} 元"
                )
            );
        var bare = ADeposit(null, deposited, booked);
        CashDifferences.OfDeposits([bare], Date("2024-09-01"), Date("2024-09-30")).Single().Reference.ShouldBe(bare.Id.ToString("N"));
    }

    [Fact]
    public void What_was_paid_without_being_owed_goes_back_whole_and_once()
    {
        var @case = AnOnTheSpotCase.Decide();
        var paid = new PaymentNotOwed(
            Guid.NewGuid(),
            8,
            @case.AsCaseOfMoney,
            new(2, "T9", BankRowKind.Payment, "C1", Money.Yuan(70), At("2024-10-01")),
            BankRowOutcome.Overpaid,
            Money.Yuan(50)
        );

        paid.ShouldHave(
            new
            {
                Seq = 8L,
                CaseId = @case.Id,
                @case.OrganId,
                OrganisationPath = "/hg/",
                RecordOrganisationPath = "/hg/",
                RecordChainId = @case.Id,
                BankTransactionId = "T9",
                PaymentCode = "C1",
                AmountFen = 50_00L,
                PaidAt = At("2024-10-01"),
                Because = BankRowOutcome.Overpaid,
                Version = 1,
            }
        );
        paid.ShouldRecord(
            "paid-not-owed",
            At("2024-10-01"),
            new
            {
                bankTransaction = "T9",
                amountFen = 50_00,
                because = "Overpaid",
            }
        );
        Refund(50, "2024-10-02").ShouldRefuse(PaymentNotOwed.NotApproved);
        Approve("2024-09-30").ShouldRefuse(PaymentNotOwed.BeforePayment);
        Approve("2024-10-01").ShouldRefuse(null);
        Approve("2024-10-02").ShouldRefuse(PaymentNotOwed.AlreadyApproved);
        (paid.ApprovedBy, paid.ApprovedByName, paid.ApprovedAt).ShouldBe((Second, "汉副", At("2024-10-01")));
        paid.ShouldRecord("paid-not-owed-approved", At("2024-10-01"), new { amountFen = 50_00, by = Second });
        Refund(50, "2024-10-02", Second).ShouldRefuse(PaymentNotOwed.SamePerson);
        Refund(49, "2024-10-02").ShouldRefuse(PaymentNotOwed.NotTheWhole);
        Refund(50, "2024-09-30").ShouldRefuse(PaymentNotOwed.BeforePayment);
        Refund(50, "2024-10-01").ShouldRefuse(null);
        (paid.RefundReference, paid.RefundedAt, paid.Version).ShouldBe(("R1", At("2024-10-01"), 3));
        (paid.RefundedBy, paid.RefundedByName).ShouldBe((Cashier, "汉财清"));
        paid.ShouldRecord(
            "paid-not-owed-refunded",
            At("2024-10-01"),
            new
            {
                amountFen = 50_00,
                reference = "R1",
                by = Cashier,
            }
        );
        Refund(50, "2024-10-02").ShouldRefuse(PaymentNotOwed.AlreadyRefunded);
        Approve("2024-10-02").ShouldRefuse(PaymentNotOwed.AlreadyRefunded); // nothing is left to approve

        Action Approve(string on) => () => paid.Approve(Second, "汉副", At(on));
        Action Refund(decimal yuan, string on, Guid? by = null) =>
            () => paid.Refund(Money.Yuan(yuan), "R1", by ?? Cashier, "汉财清", At(on));
    }

    [Fact]
    public void Money_leaves_no_earlier_than_it_was_approved()
    {
        var paid = new PaymentNotOwed(
            Guid.NewGuid(),
            8,
            AnOnTheSpotCase.Decide().AsCaseOfMoney,
            new(2, "T9", BankRowKind.Payment, "C1", Money.Yuan(50), At("2024-10-01")),
            BankRowOutcome.PaidTwice,
            Money.Yuan(50)
        );
        paid.Approve(Second, "汉副", At("2024-10-08"));

        new Action(() => paid.Refund(Money.Yuan(50), "R1", Cashier, "汉财清", At("2024-10-07"))).ShouldRefuse(PaymentNotOwed.NotApproved);
        new Action(() => paid.Refund(Money.Yuan(50), "R1", Cashier, "汉财清", At("2024-10-08"))).ShouldRefuse(null);
    }

    private static CashHandover ASlip(long fen, string bookedOn = "2024-09-19")
    {
        var @case = AnOnTheSpotCase.Decide();
        var payment = @case.Pay(fen / 100m, AnOnTheSpotCase.Decided);
        return new(
            Guid.NewGuid(),
            4,
            OrganId,
            "/hg/",
            "JJ-1",
            OfficerA,
            "汉一鸣",
            At("2024-09-19"),
            Date(bookedOn),
            [new(Guid.NewGuid(), payment, Date("2024-09-20"))]
        );
    }

    private static BankDeposit ADeposit(string? slip, long deposited, string bookedOn) =>
        new(Guid.NewGuid(), 6, OrganId, "/hg/", slip, Money.Yuan(40), Money.OfFen(deposited), At("2024-09-19"), Date(bookedOn), ["A1"]);
}
