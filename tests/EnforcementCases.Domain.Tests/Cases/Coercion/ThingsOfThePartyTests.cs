using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Cases.Ordinary;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Coercion;

/// <summary>行政强制法 第十八条、第十九条、第二十四条、第二十八条, on the edges.</summary>
public sealed class ThingsOfThePartyTests
{
    private static readonly ListedThing Cart = new("推车", 1, "辆", "八成新");
    private static readonly DateTimeOffset Applied = At("2024-07-11", 10);

    [Theory, Rule("ACL-19"), Rule("ACL-18-SPOT")]
    [InlineData(true, null, 24, 0, null)] // 二十四小时内 includes the last second
    [InlineData(true, null, 24, 1, "coercion.emergency-not-approved-in-time")]
    [InlineData(true, true, 100, 0, null)]
    [InlineData(true, false, 1, 0, "coercion.emergency-refused")]
    [InlineData(false, null, 100, 0, null)] // approved before it was applied
    public void What_nobody_approved_within_24_hours_carries_nothing(bool emergency, bool? agreed, int hours, int seconds, string? code)
    {
        var measure = Measure(emergency, agreed);
        var at = Applied.AddHours(hours).AddSeconds(seconds);
        EmergencyMeasure.WhyLiftAtOnce(measure, at, Shipped)?.Error.Code.ShouldBe(code);
        (EmergencyMeasure.WhyLiftAtOnce(measure, at, Shipped) is null).ShouldBe(code is null);
        new Action(() => CoercionLifting.EnsureGround(LiftingGround.NotApproved, measure, at, Shipped)).ShouldRefuse(
            code is null ? EmergencyMeasure.NotUnapproved : null
        );
        new Action(() => CoercionLifting.EnsureGround(LiftingGround.NotNeeded, measure, at, Shipped)).ShouldRefuse(null);
    }

    [Theory, Rule("ACL-18-SPOT")]
    [InlineData(24, 0, true)]
    [InlineData(24, 1, false)]
    public void The_head_approves_within_24_hours_or_not_at_all(int hours, int seconds, bool allowed) =>
        new Action(() =>
            EmergencyMeasure.EnsureApprovedInTime(Measure(true, null), Applied.AddHours(hours).AddSeconds(seconds), Shipped)
        ).ShouldRefuse(allowed ? null : EmergencyMeasure.NotApprovedInTime);

    [Theory, Rule("ACL-18-SPOT"), Rule("ACL-24")]
    [InlineData(true, -12, -12, null, null)]
    [InlineData(true, -13, 0, null, "coercion.not-on-the-spot")]
    [InlineData(true, 0, -13, null, "coercion.not-on-the-spot")]
    [InlineData(true, 0, 0, 0, "coercion.not-on-the-spot")] // a party that is there is handed the decision, nothing is put up
    [InlineData(false, null, null, 0, null)]
    [InlineData(false, null, null, null, "coercion.nobody-there")]
    [InlineData(false, null, null, -13, "coercion.not-on-the-spot")]
    [InlineData(false, 0, null, 0, "coercion.nobody-there")]
    [InlineData(false, null, 0, 0, "coercion.nobody-there")]
    public void A_party_is_told_on_the_spot_and_an_absent_one_is_not_told_at_all(
        bool present,
        int? told,
        int? handed,
        int? posted,
        string? code
    )
    {
        var action = () =>
            OnTheScene.EnsureToldAndHandedOver(
                Applied,
                present,
                told is { } t ? Applied.AddHours(t) : null,
                present ? "没有意见" : null,
                present,
                handed is { } h ? Applied.AddHours(h) : null,
                posted is { } p ? Applied.AddHours(p) : null
            );
        if (code is null)
            action.ShouldNotThrow();
        else
            action.ShouldThrow<DomainException>().Error.Code.ShouldBe(code);
    }

    [Fact, Rule("ACL-18-SPOT")]
    public void An_absent_party_says_nothing() =>
        new Action(() => OnTheScene.EnsureToldAndHandedOver(Applied, false, null, "没有意见", false, null, Applied)).ShouldRefuse(
            OnTheScene.NobodyThere
        );

    [Fact, Rule("ACL-18-SPOT")]
    public void An_absent_party_signs_nothing() =>
        new Action(() => OnTheScene.EnsureToldAndHandedOver(Applied, false, null, null, true, null, Applied)).ShouldRefuse(
            OnTheScene.NobodyThere
        );

    [Theory, Rule("ACL-18")]
    [InlineData(-1, 1, true)]
    [InlineData(0, 0, true)]
    [InlineData(-14, -12, true)]
    [InlineData(-15, -13, false)] // the day before
    [InlineData(1, 2, false)] // begun after the measure
    [InlineData(-1, 13, false)]
    public void The_record_is_the_one_of_this_scene(int from, int to, bool allowed) =>
        new Action(() =>
            OnTheScene.EnsureRecordOf(Applied, Present(OfficerA, OfficerB), Record(from, to, OfficerA, OfficerB))
        ).ShouldRefuse(allowed ? null : OnTheScene.RecordOfAnotherScene);

    [Fact, Rule("ACL-18")]
    public void The_record_is_that_of_the_officers_who_were_there() =>
        new Action(() =>
            OnTheScene.EnsureRecordOf(Applied, Present(OfficerA, OfficerB), Record(-1, 1, OfficerA, Guid.NewGuid()))
        ).ShouldRefuse(OnTheScene.RecordOfAnotherScene);

    [Theory, Rule("ACL-28-SELL")]
    [InlineData(70_00, 100_00, 0)] // seventy per cent is fair
    [InlineData(69_99, 100_00, 30_01)]
    [InlineData(0, 100_00, 100_00)]
    [InlineData(120_00, 100_00, 0)]
    [InlineData(0, 0, 0)]
    public void What_was_sold_clearly_below_the_market_is_made_good(long price, long market, long loss)
    {
        ThingSold[] sold = [new(1, price, market, "价目表")];
        sold[0].Loss.Fen.ShouldBe(loss);
        Proceeds(price, loss).ShouldRefuse(null);
        Proceeds(price, loss + 1).ShouldRefuse(null);
        if (loss > 0)
            Proceeds(price, loss - 1).ShouldRefuse(ThingsDisposed.NotCompensated);
        Proceeds(price + 1, loss).ShouldRefuse(ThingsDisposed.ProceedsDiffer);
        new Action(() => ThingsDisposed.EnsureProceeds(sold, Money.OfFen(price), compensation: null)).ShouldRefuse(null); // confiscated

        Action Proceeds(long given, long paid) => () => ThingsDisposed.EnsureProceeds(sold, Money.OfFen(given), Money.OfFen(paid));
    }

    [Theory, Rule("ACL-28-SELL")]
    [InlineData(DisposalWay.Sale, 1, 1, "价目表", null, true, true, true)]
    [InlineData(DisposalWay.Sale, 0, 1, "价目表", null, true, true, false)] // given away
    [InlineData(DisposalWay.Sale, 1, 0, null, null, true, true, false)]
    [InlineData(DisposalWay.Sale, 1, 1, null, null, true, true, false)]
    [InlineData(DisposalWay.Auction, 1, 1, "三家询价", null, false, true, false)]
    [InlineData(DisposalWay.Auction, 1, 1, "三家询价", null, true, false, false)]
    [InlineData(DisposalWay.Destroy, 0, 0, null, "已经腐烂", false, true, true)]
    [InlineData(DisposalWay.Destroy, 0, 0, null, null, false, true, false)]
    [InlineData(DisposalWay.Destroy, 1, 0, null, "已经腐烂", false, true, false)]
    [InlineData(DisposalWay.Treasury, 0, 0, null, null, true, true, true)]
    [InlineData(DisposalWay.Treasury, 0, 0, null, null, false, true, false)]
    public void Each_way_of_disposal_has_its_record(
        DisposalWay way,
        long price,
        long market,
        string? source,
        string? worthless,
        bool receipt,
        bool filmed,
        bool allowed
    ) =>
        new Action(() =>
            ThingsDisposed.EnsureRecorded(way, [new(1, price, market, source, worthless)], "某市场", receipt ? "票据1" : null, filmed)
        ).ShouldRefuse(allowed ? null : ThingsDisposed.RecordIncomplete);

    [Theory, Rule("ACL-28-SELL")]
    [InlineData(DisposalGround.Perishable, DisposalWay.Sale, true)]
    [InlineData(DisposalGround.Perishable, DisposalWay.Auction, true)]
    [InlineData(DisposalGround.Perishable, DisposalWay.Destroy, true)]
    [InlineData(DisposalGround.Perishable, DisposalWay.Treasury, false)]
    [InlineData(DisposalGround.Unclaimed, DisposalWay.Treasury, true)]
    public void Only_what_nobody_claimed_goes_to_the_treasury(DisposalGround ground, DisposalWay way, bool allowed) =>
        new Action(() => ThingsDisposed.EnsureWay(ground, way)).ShouldRefuse(allowed ? null : ThingsDisposed.WayNotAllowed);

    [Theory, Rule("ACL-27-28")]
    [InlineData(30, 30, true)]
    [InlineData(29, 30, false)]
    [InlineData(0, 0, false)]
    [InlineData(1_095, 30, true)]
    [InlineData(1_096, 30, false)]
    public void The_owner_has_the_days_of_the_place_to_come(int days, int least, bool allowed) =>
        new Action(() => ThingsDisposed.ClaimableUntil(Date("2024-07-11"), days, least, Shipped)).ShouldRefuse(
            allowed ? null : ThingsDisposed.NoticeDays
        );

    [Fact, Rule("ACL-27-28")]
    public void The_last_day_of_a_claim_moves_past_a_rest_day() =>
        ThingsDisposed.ClaimableUntil(Date("2024-07-11"), 30, 30, Shipped).LastDay.ShouldBe(Date("2024-08-12")); // 10 August is a Saturday

    private static SealedThings Measure(bool emergency, bool? agreed) =>
        new(Guid.NewGuid(), CoerciveMeasureKind.Detain, Applied, emergency, [Cart], agreed, [], [], [1]);

    private static Attendance Present(params Guid[] officers) => new([.. officers.Select(o => new OfficerShown(o, "证"))], Applied);

    private static RecordScene Record(int from, int to, params Guid[] officers) =>
        new()
        {
            DoneAt = Applied.AddHours(to),
            StartedAt = Applied.AddHours(from),
            Attendance = Present(officers),
            EvidenceId = Guid.NewGuid(),
            Place = "新开中路",
            Findings = "占道",
            Signature = new(Signed: true),
            RecordSha256 = new('a', 64),
        };
}
