using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Fines.Cash.ACashDesk;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Fines.Cash;

/// <summary>Day book, month book and the bank's file.</summary>
public sealed class CashBookTests
{
    /// <summary>行政处罚法 第七十一条: taken on Wednesday 2023-06-21, Thursday to Saturday are off, Sunday 06-25 is worked.</summary>
    [Theory, Rule("APL-71")]
    [InlineData("2023-06-21", "2023-06-26", "2023-06-28", null)]
    [InlineData("2023-06-21", "2023-06-27", "2023-06-29", "HandoverLate")]
    [InlineData("2023-06-21", "2023-06-26", "2023-06-29", "DepositLate")]
    [InlineData("2023-06-21", "2023-06-26", null, "DepositOverdue")]
    [InlineData("2023-06-21", null, null, "HandoverOverdue")]
    [InlineData("2023-06-28", null, null, null)] // its last day is the 30th itself
    [InlineData("2023-06-27", null, null, "HandoverOverdue")]
    public void Cash_that_moves_late_or_not_at_all_shows_and_no_other(string collected, string? handedIn, string? deposited, string? kind)
    {
        var toOrganBy = Deadline.From(Remittance.OfficerToOrgan, Date(collected), Shipped).LastDay;
        DateOnly? toBankBy = handedIn is null ? null : Deadline.From(Remittance.OrganToBank, Date(handedIn), Shipped).LastDay;
        var trail = new CashTrail("A1", 50_00, toOrganBy, Day(handedIn), Day(handedIn), toBankBy, Day(deposited), Day(deposited));

        CashDifferences
            .OfCash([trail], Date("2023-06-01"), Date("2023-06-30"))
            .Select(d => d.Kind.ToString())
            .ShouldBe(kind is null ? [] : [kind]);

        static DateOnly? Day(string? text) => text is null ? null : Date(text);
    }

    /// <summary>One fen counts; who paid in time is judged by the last day itself. What is owed of it is entered, the rest is to be refunded.</summary>
    [Theory]
    [InlineData(50_00, 50_00, null, "2024-05-28", BankRowOutcome.Entered, true, 50_00)]
    [InlineData(50_00, 50_00, null, "2024-05-29", BankRowOutcome.PaidLate, true, 50_00)]
    [InlineData(49_99, 50_00, null, "2024-05-20", BankRowOutcome.Underpaid, true, 49_99)]
    [InlineData(49_99, 50_00, null, "2024-05-29", BankRowOutcome.Underpaid, true, 49_99)]
    [InlineData(50_01, 50_00, null, "2024-05-20", BankRowOutcome.Overpaid, true, 50_00)]
    [InlineData(50_01, 50_00, 20_00, "2024-05-29", BankRowOutcome.Overpaid, true, 50_00)]
    [InlineData(20_00, 50_00, 20_00, "2024-05-20", BankRowOutcome.Entered, true, 20_00)] // the part that is due
    [InlineData(20_01, 50_00, 20_00, "2024-05-29", BankRowOutcome.PaidLate, true, 20_01)] // and a fen of the next
    [InlineData(19_99, 50_00, 20_00, "2024-05-20", BankRowOutcome.Underpaid, true, 19_99)]
    [InlineData(50_00, 0, null, "2024-05-20", BankRowOutcome.PaidTwice, false, 0)]
    [InlineData(50_00, -1, null, "2024-05-20", BankRowOutcome.PaidAfterRevocation, false, 0)]
    [InlineData(50_00, null, null, "2024-05-20", BankRowOutcome.CodeUnknown, false, 50_00)]
    public void A_payment_that_the_bank_had_not_told_is_entered_as_far_as_it_is_owed(
        long paidFen,
        int? outstandingFen,
        int? partFen,
        string paidOn,
        BankRowOutcome outcome,
        bool enter,
        long owedFen
    )
    {
        Money? part = partFen is { } fen ? Money.OfFen(fen) : null;
        var order = outstandingFen is { } owed ? new OrderInBook(Money.OfFen(Math.Max(0, owed)), owed < 0, Date("2024-05-28")) : null;

        BankReconciliation.Judge(Row(paidFen, paidOn), new(Order: order, PartDue: part)).ShouldBe((outcome, enter));
        BankReconciliation.Owed(Money.OfFen(paidFen), order?.Outstanding ?? Money.Zero, outcome).ShouldBe(Money.OfFen(owedFen));
    }

    /// <summary>A case that ended with something unpaid takes no payment any more; one that was paid was paid twice.</summary>
    [Theory]
    [InlineData(10_00, BankRowOutcome.PaidAfterClosing)]
    [InlineData(0, BankRowOutcome.PaidTwice)]
    public void What_comes_after_the_closing_is_to_be_refunded(long outstandingFen, BankRowOutcome outcome)
    {
        var order = new OrderInBook(Money.OfFen(outstandingFen), Cancelled: false, Date("2024-05-28"), Closed: true);

        BankReconciliation.Judge(Row(10_00, "2024-06-20"), new(Order: order)).ShouldBe((outcome, false));

        BankReconciliation.IsNotOwed(outcome).ShouldBeTrue();
        BankReconciliation.Owed(Money.Yuan(10), order.Outstanding, outcome).ShouldBe(Money.Zero);
    }

    [Theory]
    [InlineData("C1", 50_00, "2024-05-28", BankRowOutcome.Matched)]
    [InlineData("C1", 50_00, "2024-05-29", BankRowOutcome.PaidLate)]
    [InlineData("C1", 49_99, "2024-05-20", BankRowOutcome.AmountDiffers)]
    [InlineData("C2", 50_00, "2024-05-20", BankRowOutcome.CodeUnknown)]
    public void A_payment_in_the_book_is_held_against_the_bank_s(string code, long enteredFen, string paidOn, BankRowOutcome outcome) =>
        BankReconciliation
            .Judge(Row(50_00, paidOn), new(Entered: (code, Money.OfFen(enteredFen)), Order: new(Money.Zero, false, Date("2024-05-28"))))
            .ShouldBe((outcome, false));

    [Theory]
    [InlineData(BankRowKind.Refund, 50_00, BankRowOutcome.RefundMatched)]
    [InlineData(BankRowKind.Refund, 50_01, BankRowOutcome.AmountDiffers)]
    [InlineData(BankRowKind.Refund, null, BankRowOutcome.RefundUnknown)]
    [InlineData(BankRowKind.Deposit, 50_00, BankRowOutcome.DepositMatched)]
    [InlineData(BankRowKind.Deposit, 49_99, BankRowOutcome.AmountDiffers)]
    [InlineData(BankRowKind.Deposit, null, BankRowOutcome.DepositUnknown)]
    public void Refunds_and_deposits_are_held_against_voucher_and_slip(BankRowKind kind, int? inBookFen, BankRowOutcome outcome) =>
        BankReconciliation
            .JudgeVoucher(Row(50_00, "2024-05-20") with { Kind = kind }, inBookFen is { } fen ? Money.OfFen(fen) : null)
            .ShouldBe(outcome);

    [Fact]
    public void A_month_is_closed_when_it_is_over_and_explained_and_by_two_persons()
    {
        var book = ABook();
        var may = new CashMonth(Guid.NewGuid(), book, Date("2024-05-01"));
        void Close(string today, params string[] unexplained) =>
            may.Close(
                book,
                CashBalance.Of([]),
                new(0, 0, 0, 0, 0, 0),
                unexplained,
                earlierEntries: false,
                Date(today),
                Cashier,
                "汉财清",
                At(today)
            );

        new Action(() => Close("2024-05-31")).ShouldRefuse(CashMonth.NotOver);
        new Action(() => Close("2024-06-01", "receipt-lost:A1")).ShouldRefuse(CashMonth.DifferenceUnexplained);
        new Action(() => may.Countersign(Second, "汉正堂", At("2024-06-01"))).ShouldRefuse(CashMonth.NotClosed);
        Close("2024-06-01");
        new Action(() => Close("2024-06-01")).ShouldRefuse(CashMonth.AlreadyClosed);
        new Action(() => may.Countersign(Cashier, "汉财清", At("2024-06-02"))).ShouldRefuse(CashMonth.SamePerson);
        book.BookedOn(Date("2024-05-31")).ShouldBe(Date("2024-06-01"));
        book.BookedOn(Date("2024-06-03")).ShouldBe(Date("2024-06-03"));

        may.SendBack(book, closedBefore: null, "请补充说明", Second, At("2024-06-02"));
        book.BookedOn(Date("2024-05-31")).ShouldBe(Date("2024-05-31"));
        book.BookedOn(Date("2024-04-30")).ShouldBe(Date("2024-04-30")); // April was never closed
        Close("2024-06-03");
        may.Countersign(Second, "汉正堂", At("2024-06-04"));
        may.State.ShouldBe(CashMonthState.Countersigned);
        new Action(() => may.SendBack(book, closedBefore: null, "晚了", Second, At("2024-06-05"))).ShouldRefuse(CashMonth.NotClosed);
    }

    /// <summary>Receipts are collected, handed in and deposited in any order that the law allows, entered in any order of days, with months closed in between:
    /// what is with officers, with the organ and at the bank is always what the receipts say.</summary>
    [Fact, Rule("APL-71")]
    public void The_day_book_balances_by_receipt_for_any_sequence_of_events() =>
        Prop.ForAll(
                Moves.ListOf().ToArbitrary(),
                moves =>
                {
                    var book = ABook();
                    var entries = new List<CashEntry>();
                    var stage = new Dictionary<int, int>();
                    foreach (var (receipt, day, close) in moves)
                    {
                        var done = stage.GetValueOrDefault(receipt);
                        if (done < 3)
                        {
                            entries.Add(
                                book.Enter(
                                    Guid.NewGuid(),
                                    entries.Count,
                                    (CashEntryKind)done,
                                    Money.OfFen(receipt * 101),
                                    LegalDate.StartOf(Date("2024-01-01").AddDays(day)),
                                    receiptNumber: $"{receipt}"
                                )
                            );
                            stage[receipt] = done + 1;
                        }
                        if (close)
                            CloseNext(book);
                    }
                    var balance = CashBalance.Of(entries);
                    long Held(int at) => stage.Where(s => s.Value == at).Sum(s => s.Key * 101L);
                    var months = entries.GroupBy(e => (e.BookedOn.Year, e.BookedOn.Month)).Select(m => CashBalance.Of(m));
                    return balance.WithOfficersFen == Held(1)
                        && balance.WithOrganFen == Held(2)
                        && balance.DepositedFen == Held(3)
                        && months.Aggregate(CashBalance.Of([]), (sum, month) => sum + month) == balance
                        && entries.TrueForAll(e => e.BookedOn >= e.OccurredOn);
                }
            )
            .QuickCheckThrowOnFailure();

    private static void CloseNext(CashBook book)
    {
        var month = (book.ClosedThrough ?? Date("2023-12-31")).AddDays(1);
        new CashMonth(Guid.NewGuid(), book, month).Close(
            book,
            CashBalance.Of([]),
            new(0, 0, 0, 0, 0, 0),
            [],
            earlierEntries: false,
            month.AddMonths(1),
            Cashier,
            "汉财清",
            LegalDate.StartOf(month.AddMonths(1))
        );
    }

    private static readonly Gen<(int Receipt, int Day, bool Close)> Moves =
        from receipt in Gen.Choose(1, 12)
        from day in Gen.Choose(0, 150)
        from close in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select (receipt, day, close);

    private static BankRow Row(long fen, string on) => new(2, "T1", BankRowKind.Payment, "C1", Money.OfFen(fen), At(on));
}
