using EnforcementCases.Domain.Fines.Cash;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Fines.Cash.ACashDesk;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Fines.Cash;

/// <summary>The bank's file line by line, and what of it is a difference that somebody has to explain.</summary>
public sealed class BankStatementTests
{
    private static readonly Guid OrganId = Guid.NewGuid();

    [Fact]
    public void A_statement_keeps_each_line_in_its_place_and_is_recorded_when_it_is_finished()
    {
        var statement = AStatement();
        var caseId = Guid.NewGuid();
        statement.ShouldHave(
            new
            {
                Seq = 9L,
                OrganId,
                OrganisationPath = "/hg/",
                RecordOrganisationPath = "/hg/",
                RecordChainId = OrganId,
                Sha256 = "f",
                From = Date("2024-05-01"),
                To = Date("2024-05-31"),
                ImportedBy = Cashier,
                ImportedAt = At("2024-06-01"),
                HasDeposits = false,
                HasRefunds = false,
            }
        );

        statement.Report(Guid.NewGuid(), BankRowOutcome.Malformed, Date("2024-06-01"), "第 3 行无法识别", line: 3);
        var line = statement.Report(
            Guid.NewGuid(),
            BankRowOutcome.Entered,
            Date("2024-05-20"),
            "补记",
            4,
            "T1",
            BankRowKind.Payment,
            "C1",
            50_00,
            At("2024-05-20"),
            caseId,
            entered: true
        );
        statement.Covers(deposits: true, refunds: false);
        statement.Finish();

        line.ShouldHave(
            new
            {
                StatementId = statement.Id,
                Place = 1,
                OrganId,
                OrganisationPath = "/hg/",
                Line = 4,
                TransactionId = "T1",
                Kind = (BankRowKind?)BankRowKind.Payment,
                Code = "C1",
                AmountFen = 50_00L,
                At = (DateTimeOffset?)At("2024-05-20"),
                BookedOn = Date("2024-05-20"),
                Outcome = BankRowOutcome.Entered,
                Entered = true,
                CaseId = (Guid?)caseId,
                Text = "补记",
            }
        );
        statement.Lines.Count.ShouldBe(2);
        statement.Lines[0].ShouldHave(new { TransactionId = "", Code = "" });
        (statement.HasDeposits, statement.HasRefunds).ShouldBe((true, false));
        statement.ShouldRecord(
            "bank-statement-imported",
            At("2024-06-01"),
            new
            {
                sha256 = "f",
                from = "2024-05-01",
                to = "2024-05-31",
                rows = 2,
                entered = 1,
                differences = 1,
            }
        );
    }

    [Theory]
    [InlineData(BankRowOutcome.Matched, null)]
    [InlineData(BankRowOutcome.Entered, null)]
    [InlineData(BankRowOutcome.PaidLate, null)]
    [InlineData(BankRowOutcome.RefundMatched, null)]
    [InlineData(BankRowOutcome.DepositMatched, null)]
    [InlineData(BankRowOutcome.Repeated, null)]
    [InlineData(BankRowOutcome.CodeUnknown, CashDifferenceKind.BankCodeUnknown)]
    [InlineData(BankRowOutcome.AmountDiffers, CashDifferenceKind.BankAmountDiffers)]
    [InlineData(BankRowOutcome.PaidTwice, CashDifferenceKind.BankPaidTwice)]
    [InlineData(BankRowOutcome.PaidAfterRevocation, CashDifferenceKind.BankPaidAfterRevocation)]
    [InlineData(BankRowOutcome.Overpaid, CashDifferenceKind.BankOverpaid)]
    [InlineData(BankRowOutcome.Underpaid, CashDifferenceKind.BankUnderpaid)]
    [InlineData(BankRowOutcome.PaidAfterClosing, CashDifferenceKind.BankPaidAfterClosing)]
    [InlineData(BankRowOutcome.AboveHeading, null)]
    [InlineData(BankRowOutcome.RefundUnknown, CashDifferenceKind.BankRefundUnknown)]
    [InlineData(BankRowOutcome.DepositUnknown, CashDifferenceKind.BankDepositUnknown)]
    [InlineData(BankRowOutcome.NotInBankFile, CashDifferenceKind.NotInBankFile)]
    [InlineData(BankRowOutcome.Malformed, CashDifferenceKind.BankRowMalformed)]
    public void What_does_not_agree_is_a_difference(BankRowOutcome outcome, CashDifferenceKind? kind)
    {
        BankReconciliation.DifferenceOf(outcome).ShouldBe(kind);
        BankReconciliation.IsDifference(outcome).ShouldBe(kind is not null);
    }

    [Fact]
    public void Money_that_is_known_not_to_be_owed_stays_so_when_the_file_comes_again() =>
        BankReconciliation
            .Judge(
                new(2, "T1", BankRowKind.Payment, "C1", Money.Yuan(50), At("2024-05-20")),
                new(("C1", Money.Yuan(50)), BankRowOutcome.PaidTwice, new(Money.Yuan(50), Cancelled: false, Date("2024-05-28")))
            )
            .ShouldBe((BankRowOutcome.PaidTwice, false));

    /// <summary>The month of May, its first and last day included; the same transaction in two files is one difference.</summary>
    [Fact]
    public void The_differences_of_a_month_are_those_booked_in_it_each_once()
    {
        var statement = AStatement();
        void Say(BankRowOutcome outcome, string bookedOn, string transaction, int line = 0) =>
            statement.Report(Guid.NewGuid(), outcome, Date(bookedOn), $"{transaction}{line} 有差异", line, transaction, amountFen: 50_00);
        Say(BankRowOutcome.PaidTwice, "2024-04-30", "T0");
        Say(BankRowOutcome.PaidTwice, "2024-05-01", "T1");
        Say(BankRowOutcome.PaidTwice, "2024-05-02", "T1");
        Say(BankRowOutcome.AmountDiffers, "2024-05-02", "T1");
        Say(BankRowOutcome.Matched, "2024-05-03", "T2");
        Say(BankRowOutcome.Malformed, "2024-05-31", "", line: 7);
        Say(BankRowOutcome.PaidTwice, "2024-06-01", "T3");

        CashDifferences
            .OfBank(statement.Lines, Date("2024-05-01"), Date("2024-05-31"))
            .ShouldBe([
                new(CashDifferenceKind.BankPaidTwice, "T1", Date("2024-05-01"), 50_00, "T10 有差异"),
                new(CashDifferenceKind.BankAmountDiffers, "T1", Date("2024-05-02"), 50_00, "T10 有差异"),
                new(CashDifferenceKind.BankRowMalformed, $"{statement.Id:N}-7", Date("2024-05-31"), 50_00, "7 有差异"),
            ]);
    }

    [Fact]
    public void A_difference_is_explained_under_its_key()
    {
        var difference = new CashDifference(CashDifferenceKind.NotInBankFile, "T1", Date("2024-05-01"), 1, "");
        var note = new DifferenceNote(
            Guid.NewGuid(),
            2,
            OrganId,
            "/hg/",
            difference.Key,
            "银行次日入账",
            Cashier,
            "汉财清",
            At("2024-06-01")
        );

        note.ShouldHave(
            new
            {
                Seq = 2L,
                OrganId,
                OrganisationPath = "/hg/",
                RecordOrganisationPath = "/hg/",
                RecordChainId = OrganId,
                Key = "not-in-bank-file:T1",
                Text = "银行次日入账",
                By = Cashier,
                ByName = "汉财清",
                At = At("2024-06-01"),
            }
        );
        note.ShouldRecord(
            "cash-difference-explained",
            At("2024-06-01"),
            new { difference = "not-in-bank-file:T1", by = Cashier },
            new { text = "银行次日入账" }
        );
    }

    private static BankStatement AStatement() =>
        new(Guid.NewGuid(), 9, OrganId, "/hg/", "f", Date("2024-05-01"), Date("2024-05-31"), Cashier, At("2024-06-01"));
}
