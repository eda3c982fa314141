using EnforcementCases.Domain.Fines.Cash;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Fines.Cash.ACashDesk;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Fines.Cash;

/// <summary>What the book of a month says, and who closes it.</summary>
public sealed class CashMonthTests
{
    private static readonly CashBalance Balance = new(1, 2, 3, 4, 5, 6, 7);
    private static readonly ReceiptBook Receipts = new(Received: 10, InHand: 4, WithOfficers: 3, Used: 2, Voided: 1, Returned: 0);

    private readonly CashBook book = ABook();
    private readonly CashMonth may;

    public CashMonthTests() => may = new(Guid.NewGuid(), book, Date("2024-05-01"));

    [Fact]
    public void A_closed_month_keeps_who_closed_it_and_is_recorded_with_its_sums()
    {
        Close();

        may.ShouldHave(
            new
            {
                book.OrganId,
                OrganisationPath = "/hg/",
                RecordOrganisationPath = "/hg/",
                RecordChainId = book.OrganId,
                Month = Date("2024-05-01"),
                LastDay = Date("2024-05-31"),
                State = CashMonthState.Closed,
                ClosedBy = (Guid?)Cashier,
                ClosedByName = "汉财清",
                ClosedAt = (DateTimeOffset?)At("2024-06-01"),
                Version = 2,
            }
        );
        book.ClosedThrough.ShouldBe(Date("2024-05-31"));
        may.ShouldRecord(
            "cash-month-closed",
            At("2024-06-01"),
            new
            {
                month = "2024-05-01",
                collectedFen = 1,
                handedInFen = 2,
                depositedFen = 3,
                paidByBankFen = 4,
                paidNotOwedFen = 5,
                refundedFen = 6,
                interestFen = 7,
                receiptsUsed = 2,
                receiptsVoided = 1,
            }
        );
    }

    [Fact]
    public void Months_are_closed_in_their_order_and_only_when_the_receipts_add_up()
    {
        new Action(() => Close(earlierEntries: true)).ShouldRefuse(CashMonth.EarlierOpen);
        new Action(() => Close(Receipts with { Used = 3 })).ShouldRefuse(CashMonth.OutOfBalance);
        new Action(() => Close(unexplained: ["a", "b", "c", "d", "e", "f"])).ShouldRefuse(
            CashMonth.DifferenceUnexplained,
            "6 项：a、b、c、d、e"
        );
        var later = new CashMonth(Guid.NewGuid(), book, Date("2024-06-01"));
        later.Close(book, Balance, Receipts, [], earlierEntries: false, Date("2024-07-01"), Cashier, "汉财清", At("2024-07-01"));
        new Action(() => Close()).ShouldRefuse(CashMonth.AlreadyClosed); // May lies before what is closed
    }

    [Fact]
    public void The_book_is_closed_through_the_first_of_the_month_at_least()
    {
        book.ClosedThrough = Date("2024-05-01");
        new Action(() => Close()).ShouldRefuse(CashMonth.AlreadyClosed);
        book.ClosedThrough = Date("2024-04-30");
        Close();
    }

    [Fact]
    public void A_second_person_countersigns_or_sends_back_with_a_reason()
    {
        Close();
        may.SendBack(book, Date("2024-04-30"), "请补充说明", Second, At("2024-06-02"));

        (may.State, may.SentBackBecause, may.Version, book.ClosedThrough).ShouldBe(
            (CashMonthState.Open, "请补充说明", 3, Date("2024-04-30"))
        );
        may.ShouldRecord("cash-month-sent-back", At("2024-06-02"), new { month = "2024-05-01" }, new { reason = "请补充说明" });

        Close();
        may.Countersign(Second, "汉正堂", At("2024-06-03"));

        may.ShouldHave(
            new
            {
                State = CashMonthState.Countersigned,
                CountersignedBy = (Guid?)Second,
                CountersignedByName = "汉正堂",
                CountersignedAt = (DateTimeOffset?)At("2024-06-03"),
                Version = 5,
            }
        );
        may.ShouldRecord("cash-month-countersigned", At("2024-06-03"), new { month = "2024-05-01" });
    }

    [Fact]
    public void A_month_before_a_closed_one_is_not_sent_back()
    {
        Close();
        var june = new CashMonth(Guid.NewGuid(), book, Date("2024-06-01"));
        june.Close(book, Balance, Receipts, [], earlierEntries: false, Date("2024-07-01"), Cashier, "汉财清", At("2024-07-01"));

        new Action(() => may.SendBack(book, null, "晚了", Second, At("2024-07-02"))).ShouldRefuse(CashMonth.AlreadyClosed);
        may.State.ShouldBe(CashMonthState.Closed);
    }

    [Fact]
    public void An_entry_stands_on_the_day_that_its_month_is_still_open()
    {
        book.ClosedThrough = Date("2024-05-31");
        var caseId = Guid.NewGuid();

        var entry = book.Enter(Guid.NewGuid(), 3, CashEntryKind.Refunded, Money.Yuan(5), At("2024-05-31"), caseId, "A1", "R1", Cashier);

        entry.ShouldHave(
            new
            {
                Seq = 3L,
                book.OrganId,
                OrganisationPath = "/hg/",
                Kind = CashEntryKind.Refunded,
                AmountFen = 5_00L,
                OccurredAt = At("2024-05-31"),
                OccurredOn = Date("2024-05-31"),
                BookedOn = Date("2024-06-01"),
                CaseId = (Guid?)caseId,
                ReceiptNumber = "A1",
                Reference = "R1",
                PersonId = (Guid?)Cashier,
            }
        );
        book.Book(At("2024-05-31")).ShouldBe(new(At("2024-05-31"), Date("2024-06-01")));
    }

    [Fact]
    public void What_lies_where_comes_out_of_what_was_entered()
    {
        var entries = Enum.GetValues<CashEntryKind>()
            .SelectMany(kind => new[] { 1L, 100L }.Select(times => Enter(kind, times << (int)kind)))
            .ToList();

        var balance = CashBalance.Of(entries);

        // 101 times a power of two for each kind
        balance.ShouldBe(new(101, 202, 404, 808, 1616, 3232 + 6464, 12928));
        balance.WithOfficersFen.ShouldBe(-101);
        balance.WithOrganFen.ShouldBe(-202);
        balance.AtTreasuryFen.ShouldBe(404 + 808 + 1616 - 9696);
        (balance + Balance).ShouldBe(new(102, 204, 407, 812, 1621, 9702, 12935));

        CashEntry Enter(CashEntryKind kind, long fen) => book.Enter(Guid.NewGuid(), 1, kind, Money.OfFen(fen), At("2024-05-20"));
    }

    private void Close(ReceiptBook? receipts = null, bool earlierEntries = false, params string[] unexplained) =>
        may.Close(
            book,
            Balance,
            receipts ?? Receipts,
            unexplained,
            earlierEntries,
            Date("2024-06-01"),
            Cashier,
            "汉财清",
            At("2024-06-01")
        );
}
