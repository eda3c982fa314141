using System.Text.Json;
using System.Text.Json.Nodes;
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

    [Fact, Rule("APL-70")]
    public void Each_act_on_a_run_is_recorded_with_its_span_and_moves_the_version()
    {
        var batch = ABatch();
        batch.ShouldHave(
            new
            {
                Seq = 1L,
                OrganisationPath = "/hg/",
                RecordOrganisationPath = "/hg/",
                RecordChainId = batch.OrganId,
                Prefix = "津罚A",
                Digits = 4,
                First = 1L,
                Last = 10L,
                Count = 10L,
                Source = "区财政局，领购单 12 号",
                ReceivedAt = On("2024-05-06").At,
                ReceivedOn = Date("2024-05-06"),
                Version = 1,
            }
        );
        batch.ShouldRecord(
            "receipts-received",
            On("2024-05-06").At,
            Span("津罚A0001", "津罚A0010", 10, new { source = "区财政局，领购单 12 号" })
        );

        batch.Issue("津罚A0001", "津罚A0004", OfficerA, "汉一鸣", On("2024-05-07"));
        batch.ShouldRecord("receipts-issued", On("2024-05-07").At, Span("津罚A0001", "津罚A0004", 4, new { officer = OfficerA }));
        batch.TakeBack("津罚A0004", "津罚A0004", On("2024-05-08"));
        batch.ShouldRecord("receipts-taken-back", On("2024-05-08").At, Span("津罚A0004", "津罚A0004", 1));
        batch.Void("津罚A0003", "津罚A0003", ReceiptVoidGround.Lost, "遗失", On("2024-05-09"));
        batch.ShouldRecord(
            "receipts-voided",
            On("2024-05-09").At,
            Span("津罚A0003", "津罚A0003", 1, new { ground = "Lost", reason = "遗失" })
        );
        batch.Announce("津罚A0003", "津罚A0003", "某报", On("2024-05-10"));
        batch.ShouldRecord(
            "lost-receipts-announced",
            On("2024-05-10").At,
            Span("津罚A0003", "津罚A0003", 1, new { announcement = "某报" })
        );
        batch.ReturnToTreasury("津罚A0009", "津罚A0010", On("2024-05-11"));
        batch.ShouldRecord("receipts-returned", On("2024-05-11").At, Span("津罚A0009", "津罚A0010", 2));
        batch.Version.ShouldBe(6);

        var lost = batch.Receipts[2];
        lost.ShouldHave(
            new
            {
                BatchId = batch.Id,
                batch.OrganId,
                OrganisationPath = "/hg/",
                Number = "津罚A0003",
                Serial = 3L,
                State = ReceiptState.Voided,
                Since = On("2024-05-09").At,
                HolderId = (Guid?)OfficerA, // who lost it
                HolderName = "汉一鸣",
                Ground = (ReceiptVoidGround?)ReceiptVoidGround.Lost,
                Announcement = "某报",
                Version = 4, // issued, voided, announced
            }
        );
        lost.Changes[2]
            .ShouldHave(
                new
                {
                    ReceiptId = lost.Id,
                    Place = 2,
                    HolderId = (Guid?)OfficerA,
                    HolderName = "汉一鸣",
                    Reason = "遗失",
                }
            );

        static JsonNode Span(string from, string to, int count, object? more = null)
        {
            var span = JsonSerializer.SerializeToNode(
                new
                {
                    from,
                    to,
                    count,
                }
            )!;
            foreach (var property in more?.GetType().GetProperties() ?? [])
                span[property.Name] = JsonSerializer.SerializeToNode(property.GetValue(more));
            return span;
        }
    }

    [Theory]
    [InlineData("津罚A0002", "津罚A0001")] // the wrong way round
    [InlineData("津罚A0000", "津罚A0001")]
    [InlineData("津罚A0010", "津罚A0011")]
    [InlineData("津罚B0001", "津罚B0001")]
    [InlineData("津罚A001", "津罚A002")]
    [InlineData("津罚A000x", "津罚A000x")]
    public void A_span_lies_within_the_batch(string from, string to) =>
        new Action(() => ABatch().Issue(from, to, OfficerA, "汉一鸣", On("2024-05-07"))).ShouldRefuse(ReceiptBatch.OutsideBatch);

    [Fact]
    public void Prefix_and_digits_have_their_limits()
    {
        var (forty, nineteen) = (new string('A', 40), new string('1', 19));
        ABatch($"{forty}1", $"{forty}1").Prefix.ShouldBe(forty);
        new Action(() => ABatch($"{forty}A1", $"{forty}A1")).ShouldRefuse(ReceiptBatch.RangeInvalid);
        ABatch(nineteen, nineteen).ShouldHave(new { Prefix = "1", Digits = 18 });
        new Action(() => ABatch("A01", "AB1")).ShouldRefuse(ReceiptBatch.RangeInvalid);
        ABatch("A1B1", "A1B9").ShouldHave(new { Prefix = "A1B", Count = 9L });
    }

    [Fact]
    public void A_refusal_says_where_the_receipt_is()
    {
        var batch = ABatch();
        Use(OfficerA).ShouldRefuse(TreasuryReceipt.NotHeld, "在库");
        batch.Issue("津罚A0001", "津罚A0001", OfficerA, "汉一鸣", On("2024-05-07"));
        Use(OfficerB).ShouldRefuse(TreasuryReceipt.NotHeld, "由其他执法人员领用");
        Use(OfficerA).ShouldRefuse(null); // at the very instant that it was issued

        Action Use(Guid officer) => () => batch.Receipts[0].Use(officer, On("2024-05-07"));
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
