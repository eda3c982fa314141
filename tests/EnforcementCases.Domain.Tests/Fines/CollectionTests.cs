using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Fines;

/// <summary>行政处罚法 第六十七条至第七十一条.</summary>
public sealed class CollectionTests
{
    [Theory]
    [Rule("APL-67-1"), Rule("APL-68-1"), Rule("APL-68-2"), Rule("APL-69")]
    [InlineData(null, 50, true, null, false, false, "APL-67-1", "没有当场收缴的法定情形")]
    [InlineData(CollectionGround.SmallFine, 100.00, true, null, false, false, null)]
    [InlineData(CollectionGround.SmallFine, 100.01, true, null, false, false, "APL-68-1", "罚款 100.01 元，限额 100.00 元")]
    [InlineData(CollectionGround.SmallFine, 100.00, false, null, false, false, "APL-68-1", "不是当场处罚")]
    [InlineData(CollectionGround.HardToCollectLater, 200.00, true, "流动商贩，无固定住所", false, false, null)]
    [InlineData(CollectionGround.HardToCollectLater, 200.00, true, " ", false, false, "APL-68-2", "没有写明理由")]
    [InlineData(CollectionGround.HardToCollectLater, 200.00, false, "流动商贩，无固定住所", false, false, "APL-68-2", "不是当场处罚")]
    [InlineData(CollectionGround.RemoteArea, 200.00, true, null, true, true, null)]
    [InlineData(CollectionGround.RemoteArea, 5000.00, false, null, true, true, null)] // the ordinary procedure too
    [InlineData(CollectionGround.RemoteArea, 200.00, true, null, false, true, "APL-69", "当事人没有提出")]
    [InlineData(CollectionGround.RemoteArea, 200.00, true, null, true, false, "APL-69", "不在边远、水上、交通不便地区")]
    public void Officers_take_cash_only_on_a_ground_of_the_law(
        CollectionGround? ground,
        double yuan,
        bool onTheSpot,
        string? reason,
        bool asked,
        bool remote,
        string? rule,
        string saying = ""
    )
    {
        DomainError[] errors =
        [
            OnTheSpotCollection.NoGround,
            OnTheSpotCollection.NotASmallFine,
            OnTheSpotCollection.NotHardToCollectLater,
            OnTheSpotCollection.NotRemoteOrNotAsked,
        ];
        new Action(() =>
            OnTheSpotCollection.EnsureAllowed(Money.Yuan((decimal)yuan), onTheSpot, new(ground, reason, asked, remote, "津财0001"))
        ).ShouldRefuse(errors.SingleOrDefault(e => e.Rule == rule), saying);
    }

    [Fact, Rule("APL-70")]
    public void Cash_without_the_special_receipt_is_refused() =>
        new Action(() =>
            OnTheSpotCollection.EnsureAllowed(Money.Yuan(50), true, new(CollectionGround.SmallFine, null, false, false, " "))
        ).ShouldRefuse(OnTheSpotCollection.ReceiptMissing);

    [Theory, Rule("APL-68-E")]
    [InlineData(PaymentChannel.Cash, true)]
    [InlineData(PaymentChannel.Electronic, false)]
    [InlineData(PaymentChannel.Bank, false)]
    public void A_phone_payment_into_the_treasury_is_no_collection_on_the_spot(PaymentChannel channel, bool collection) =>
        OnTheSpotCollection.IsCollection(channel).ShouldBe(collection);

    [Theory, Rule("APL-67-2")]
    [InlineData("2024-09-18", "2024-10-08")]
    [InlineData("2026-02-04", "2026-02-24")]
    [InlineData("2026-05-10", "2026-05-25")]
    public void A_fine_is_due_fifteen_calendar_days_after_service(string served, string due) =>
        PaymentTerm.From(Date(served), Shipped).LastDay.ShouldBe(Date(due));

    [Fact, Rule("APL-71")]
    public void Cash_goes_to_the_organ_in_two_working_days_and_to_the_bank_in_two_more()
    {
        var handedIn = Deadline.From(Remittance.OfficerToOrgan, Date("2023-06-21"), Shipped).LastDay;

        handedIn.ShouldBe(Date("2023-06-26"));
        Deadline.From(Remittance.OrganToBank, handedIn, Shipped).LastDay.ShouldBe(Date("2023-06-28"));
        Remittance.OfficerToOrganFromLanding.StartEvent.ShouldBe("抵岸");
    }
}
