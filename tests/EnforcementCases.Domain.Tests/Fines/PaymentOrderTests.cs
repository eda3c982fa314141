using EnforcementCases.Domain.Fines;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Fines;

/// <summary>What is owed, kept and given back, as money comes and goes.</summary>
public sealed class PaymentOrderTests
{
    private static readonly DateTimeOffset PaidAt = new(2024, 10, 8, 9, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(500, 0, 0, 0, 500, 0, 0, PaymentState.Unpaid)]
    [InlineData(500, 0, 200, 0, 300, 0, 0, PaymentState.PartlyPaid)]
    [InlineData(500, 0, 500, 0, 0, 0, 0, PaymentState.Paid)]
    [InlineData(500, 100, 500, 0, 0, 100, 0, PaymentState.PartlyPaid)] // money goes to the fine first
    [InlineData(500, 100, 550, 0, 0, 50, 0, PaymentState.PartlyPaid)]
    [InlineData(500, 100, 600, 0, 0, 0, 0, PaymentState.Paid)]
    [InlineData(500, 0, 600, 0, 0, 0, 100, PaymentState.Paid)] // paid too much
    [InlineData(500, 0, 600, 100, 0, 0, 0, PaymentState.Paid)]
    [InlineData(300, 0, 500, 0, 0, 0, 200, PaymentState.Paid)] // lowered by a remedy after it was paid
    public void Fine_surcharge_and_refund_come_out_of_what_was_paid_and_kept(
        int fine,
        int surcharge,
        int paid,
        int refunded,
        int fineOwed,
        int surchargeOwed,
        int refundable,
        PaymentState state
    )
    {
        var order = Order(fine, surcharge, paid, refunded);

        order.Settle(paid == 0 ? null : PaidAt);

        order.FineOwed.ShouldBe(Money.Yuan(fineOwed));
        order.SurchargeOwed.ShouldBe(Money.Yuan(surchargeOwed));
        order.Outstanding.ShouldBe(Money.Yuan(fineOwed + surchargeOwed));
        order.Refundable.ShouldBe(Money.Yuan(refundable));
        order.State.ShouldBe(state);
        order.PaidAt.ShouldBe(state == PaymentState.Paid ? PaidAt : null);
    }

    [Fact]
    public void After_a_revocation_nothing_is_owed_and_everything_goes_back()
    {
        var order = Order(500, 100, 550, 0);
        order.State = PaymentState.Cancelled;

        order.Settle(PaidAt);

        order.State.ShouldBe(PaymentState.Cancelled);
        order.FineOwed.ShouldBe(Money.Zero);
        order.SurchargeOwed.ShouldBe(Money.Zero);
        order.Refundable.ShouldBe(Money.Yuan(550));
    }

    [Fact]
    public void A_new_decision_in_the_same_case_renews_the_order()
    {
        var order = Order(500, 100, 600, 600);
        order.State = PaymentState.Cancelled;

        order.Renew("98765432109876543210", Money.Yuan(300), Date("2025-01-08"));

        (order.Code, order.AmountFen, order.SurchargeFen, order.DueOn).ShouldBe(("98765432109876543210", 300_00, 0, Date("2025-01-08")));
        order.State.ShouldBe(PaymentState.Unpaid);
        order.FineOwed.ShouldBe(Money.Yuan(300));
        order.PaidAt.ShouldBeNull();
    }

    [Fact]
    public void Money_that_stayed_with_the_organ_counts_for_the_new_decision()
    {
        var order = Order(500, 100, 600, 500);

        order.Renew("98765432109876543210", Money.Yuan(300), Date("2025-01-08"));

        (order.State, order.FineOwed).ShouldBe((PaymentState.PartlyPaid, Money.Yuan(200)));
    }

    [Fact]
    public void A_surcharge_of_a_cancelled_order_is_not_owed() => Cancelled().SurchargeOwed.ShouldBe(Money.Zero);

    private static PaymentOrder Cancelled()
    {
        var order = Order(500, 100, 0, 0);
        order.State = PaymentState.Cancelled;
        order.FineOwed.ShouldBe(Money.Zero);
        return order;
    }

    /// <summary>ISO/IEC 7064, MOD 11,10: the example of the standard is 0794 with check digit 5.</summary>
    [Theory]
    [InlineData("0794", "07945")]
    [InlineData("0", "02")]
    [InlineData("1", "19")]
    [InlineData("1234567890123456789", "12345678901234567895")]
    public void A_payment_code_ends_with_its_check_digit(string digits, string code) => PaymentCode.WithCheckDigit(digits).ShouldBe(code);

    [Fact]
    public void A_payment_code_with_one_wrong_digit_or_two_exchanged_ones_is_noticed()
    {
        var code = PaymentCode.WithCheckDigit("1201160020240000017");

        PaymentCode.IsWellFormed(code).ShouldBeTrue();
        for (var i = 0; i < code.Length; i++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
                PaymentCode.IsWellFormed($"{code[..i]}{digit}{code[(i + 1)..]}").ShouldBe(digit == code[i], $"digit {i}");
        }
        PaymentCode.IsWellFormed("2101160020240000017" + code[^1]).ShouldBeFalse();
        PaymentCode.IsWellFormed(code[1..]).ShouldBeFalse();
        PaymentCode.IsWellFormed(PaymentCode.WithCheckDigit("120116002024000001")).ShouldBeFalse(); // nineteen digits that check
        PaymentCode.IsWellFormed(code[..^2] + "x" + code[^1]).ShouldBeFalse();
        PaymentCode.IsWellFormed("").ShouldBeFalse();
    }

    private static PaymentOrder Order(int fine, int surcharge, int paid, int refunded) =>
        new(Guid.NewGuid(), Guid.NewGuid(), "/tj/bhxq/hg/", "12345678901234567890", Money.Yuan(fine), Date("2024-10-08"))
        {
            SurchargeFen = surcharge * 100L,
            PaidFen = paid * 100L,
            RefundedFen = refunded * 100L,
        };
}
