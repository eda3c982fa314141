using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Fines.Cash.ACashDesk;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Fines.Cash;

/// <summary>行政处罚法 第七十条: the special receipts, each in exactly one place on any day.</summary>
public sealed class ReceiptBatchTests
{
    [Theory, Rule("APL-70")]
    [InlineData("津罚A0001", "津罚A0010", 10)]
    [InlineData("120000000001", "120000000001", 1)]
    [InlineData("A001", "A1000", null)] // another length
    [InlineData("A0010", "A0001", null)]
    [InlineData("A0001", "B0009", null)]
    [InlineData("津罚", "津罚", null)]
    [InlineData("0001", "1000", 1000)]
    [InlineData("0001", "1001", null)]
    public void A_run_has_one_prefix_one_length_and_at_most_a_thousand_numbers(string from, string to, int? count)
    {
        var enter = () => ABatch(from, to);

        if (count is null)
            new Action(() => enter()).ShouldRefuse(ReceiptBatch.RangeInvalid);
        else
        {
            var batch = enter();
            batch.Receipts.Count.ShouldBe(count.Value);
            batch.Receipts[0].Number.ShouldBe(from);
            batch.Receipts[^1].Number.ShouldBe(to);
        }
    }

    [Fact, Rule("APL-70")]
    public void Only_the_officer_who_holds_a_receipt_uses_it_and_only_once()
    {
        var batch = ABatch();
        var receipt = batch.Receipts[0];
        new Action(() => receipt.Use(OfficerA, On("2024-05-13"))).ShouldRefuse(TreasuryReceipt.NotHeld);
        batch.Issue("津罚A0001", "津罚A0005", OfficerA, "汉一鸣", On("2024-05-07"));

        new Action(() => receipt.Use(OfficerB, On("2024-05-13"))).ShouldRefuse(TreasuryReceipt.NotHeld);
        new Action(() => receipt.Use(OfficerA, On("2024-05-06"))).ShouldRefuse(TreasuryReceipt.OutOfOrder);
        receipt.Use(OfficerA, On("2024-05-13"));
        new Action(() => receipt.Use(OfficerA, On("2024-05-13"))).ShouldRefuse(OnTheSpotCollection.ReceiptAlreadyUsed);
        new Action(() => batch.Void("津罚A0001", "津罚A0001", ReceiptVoidGround.Spoiled, "填错", On("2024-05-14"))).ShouldRefuse(
            TreasuryReceipt.WrongState
        );
    }

    [Fact]
    public void A_refused_act_moves_no_receipt_of_the_span()
    {
        var batch = ABatch();
        batch.Issue("津罚A0003", "津罚A0003", OfficerA, "汉一鸣", On("2024-05-07"));

        new Action(() => batch.Issue("津罚A0001", "津罚A0005", OfficerB, "汉二川", On("2024-05-08"))).ShouldRefuse(
            TreasuryReceipt.WrongState
        );

        batch.Receipts.Count(r => r.State == ReceiptState.InHand).ShouldBe(9);
        new Action(() => batch.Issue("津罚A0001", "津罚A0011", OfficerB, "汉二川", On("2024-05-08"))).ShouldRefuse(
            ReceiptBatch.OutsideBatch
        );
    }

    [Fact]
    public void A_lost_receipt_is_voided_then_announced_once()
    {
        var batch = ABatch();
        void Announce() => batch.Announce("津罚A0002", "津罚A0002", "《滨海时报》声明作废", On("2024-05-16"));
        new Action(Announce).ShouldRefuse(TreasuryReceipt.WrongState);
        batch.Void("津罚A0002", "津罚A0002", ReceiptVoidGround.Lost, "巡查途中遗失", On("2024-05-14"));
        new Action(() => batch.Announce("津罚A0002", "津罚A0002", "x", On("2024-05-13"))).ShouldRefuse(TreasuryReceipt.OutOfOrder);
        Announce();
        new Action(Announce).ShouldRefuse(TreasuryReceipt.WrongState);

        batch.Receipts[1].AnnouncedOn.ShouldBe(Date("2024-05-16"));
        CashDifferences
            .OfReceipts([batch], Date("2024-05-01"), Date("2024-05-31"))
            .ShouldHaveSingleItem()
            .Key.ShouldBe("receipt-lost:津罚A0002");
        CashDifferences.OfReceipts([batch], Date("2024-06-01"), Date("2024-06-30")).ShouldBeEmpty();
    }

    [Fact]
    public void A_number_passed_over_shows_until_it_is_used_voided_or_given_back()
    {
        var batch = ABatch();
        batch.Issue("津罚A0001", "津罚A0003", OfficerA, "汉一鸣", On("2024-05-07"));
        batch.Receipts[0].Use(OfficerA, On("2024-05-13"));
        Skipped("2024-05-13").ShouldBeEmpty();
        batch.Receipts[2].Use(OfficerA, On("2024-05-14"));

        Skipped("2024-05-13").ShouldBeEmpty();
        Skipped("2024-05-14").ShouldBe(["receipt-skipped:津罚A0002"]);
        batch.TakeBack("津罚A0002", "津罚A0002", On("2024-05-20"));
        Skipped("2024-05-20").ShouldBeEmpty();
        Skipped("2024-05-19").ShouldBe(["receipt-skipped:津罚A0002"]); // the book of a past day stays

        IEnumerable<string> Skipped(string day) => CashDifferences.OfReceipts([batch], Date("2024-05-01"), Date(day)).Select(d => d.Key);
    }

    /// <summary>Whatever is tried in whatever order, each receipt is in one place on each day, and all of them are accounted for.</summary>
    [Fact, Rule("APL-70")]
    public void The_book_of_receipts_balances_for_any_sequence_of_events() =>
        Prop.ForAll(
                Steps.ListOf().ToArbitrary(),
                steps =>
                {
                    ReceiptBatch[] batches = [ABatch(), ABatch("乙01", "乙07", "2024-05-09")];
                    var expected = batches.SelectMany(b => b.Receipts).ToDictionary(r => r.Number, _ => ReceiptState.InHand);
                    foreach (var step in steps)
                        Try(batches[step.Batch], step, expected);
                    var days = Enumerable.Range(0, 60).Select(Date("2024-05-01").AddDays).ToList();
                    return days.TrueForAll(day => ReceiptBook.On(day, batches).Balances)
                        && batches.SelectMany(b => b.Receipts).All(r => r.State == expected[r.Number] && r.StateOn(days[^1]) == r.State)
                        && days.TrueForAll(day => batches.SelectMany(b => b.Receipts).All(r => InOnePlace(r, day)));
                }
            )
            .QuickCheckThrowOnFailure();

    private static bool InOnePlace(TreasuryReceipt receipt, DateOnly day) =>
        receipt.StateOn(day) is null == receipt.Changes[0].On > day
        && receipt.Changes.Select(c => c.Place).Distinct().Count() == receipt.Changes.Count;

    /// <summary>Does a step, and says in a table of its own what should come of it where it was not refused.</summary>
    private static void Try(ReceiptBatch batch, Step step, Dictionary<string, ReceiptState> expected)
    {
        var receipts = batch.Receipts;
        var (from, to) = (
            receipts[step.From % receipts.Count],
            receipts[Math.Min(step.From % receipts.Count + step.Length, receipts.Count - 1)]
        );
        var day = Date("2024-05-05").AddDays(step.Day);
        var at = new BookTime(Domain.Law.LegalDate.StartOf(day).AddHours(10), day);
        try
        {
            var state = step.Act switch
            {
                0 => Done(() => batch.Issue(from.Number, to.Number, OfficerA, "甲", at), ReceiptState.WithOfficer),
                1 => Done(() => batch.Issue(from.Number, to.Number, OfficerB, "乙", at), ReceiptState.WithOfficer),
                2 => Done(() => batch.TakeBack(from.Number, to.Number, at), ReceiptState.InHand),
                3 => Done(() => batch.Void(from.Number, to.Number, ReceiptVoidGround.Lost, "遗失", at), ReceiptState.Voided),
                4 => Done(() => batch.ReturnToTreasury(from.Number, to.Number, at), ReceiptState.Returned),
                _ => Done(() => (to = from).Use(step.Act == 5 ? OfficerA : OfficerB, at), ReceiptState.Used),
            };
            foreach (var receipt in receipts.Where(r => r.Serial >= from.Serial && r.Serial <= to.Serial))
                expected[receipt.Number] = state;
        }
        catch (DomainException)
        {
            // refused: nothing is expected of it
        }
    }

    private static ReceiptState Done(Action act, ReceiptState state)
    {
        act();
        return state;
    }

    private static readonly Gen<Step> Steps =
        from batch in Gen.Choose(0, 1)
        from act in Gen.Choose(0, 6)
        from first in Gen.Choose(0, 9)
        from length in Gen.Choose(0, 4)
        from day in Gen.Choose(0, 50)
        select new Step(batch, act, first, length, day);

    private sealed record Step(int Batch, int Act, int From, int Length, int Day);
}
