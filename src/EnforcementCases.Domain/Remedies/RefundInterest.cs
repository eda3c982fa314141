using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Remedies;

/// <summary>Interest on refunded money (银行同期存款利息). 国家赔偿法 第三十六条第七项.</summary>
/// <param name="PrincipalFen">The refunded amount, in fen.</param>
/// <param name="AnnualRatePercent">Bank deposit rate per year in percent, <c>1.5</c>, as entered from the bank's notice.</param>
/// <param name="RateSource">Source of the rate.</param>
/// <param name="PaidOn">Day on which the party paid; it does not count.</param>
/// <param name="RefundedOn">Day of the refund; it counts.</param>
/// <param name="Days">Calendar days with interest.</param>
/// <param name="InterestFen">Simple interest in fen, half a fen rounded up.</param>
public sealed record RefundInterest(
    long PrincipalFen,
    decimal AnnualRatePercent,
    string RateSource,
    DateOnly PaidOn,
    DateOnly RefundedOn,
    int Days,
    long InterestFen
)
{
    /// <summary>Days of a year by which a yearly rate is divided (日利率=年利率÷360); banking practice, not law.</summary>
    public const int DaysOfInterestYear = 360;

    /// <summary>A refund without interest, or with less than computed.</summary>
    public static readonly DomainError InterestMissing = new(
        "refund.interest-missing",
        "SCL-36",
        ErrorKind.RuleBroken,
        "返还执行的罚款，应当支付银行同期存款利息",
        CompensationLaw.At("第三十六条第七项")
    );

    /// <summary>More interest than principal: probably a typing error, regardless of the rate.</summary>
    public static readonly DomainError InterestImplausible = new(
        "refund.interest-implausible",
        null,
        ErrorKind.Unacceptable,
        "所付利息超过所退还的本金"
    );

    /// <summary>A refund before the payment, or a negative rate.</summary>
    public static readonly DomainError NotCountable = new(
        "refund.interest-not-countable",
        "SCL-36",
        ErrorKind.Unacceptable,
        "退款日期早于缴款日期，或者利率不成立"
    );

    /// <summary>Computes simple interest on one refunded payment.</summary>
    /// <exception cref="DomainException"><see cref="NotCountable"/>.</exception>
    public static RefundInterest Count(Money principal, decimal annualRatePercent, string rateSource, DateOnly paidOn, DateOnly refundedOn)
    {
        if (refundedOn < paidOn || annualRatePercent < 0)
            throw NotCountable.With($"缴款 {paidOn:yyyy-MM-dd}，退款 {refundedOn:yyyy-MM-dd}，年利率 {annualRatePercent}%");
        var days = refundedOn.DayNumber - paidOn.DayNumber;
        var interest = principal.Fen * annualRatePercent / 100m * days / DaysOfInterestYear;
        return new(
            principal.Fen,
            annualRatePercent,
            rateSource,
            paidOn,
            refundedOn,
            days,
            decimal.ToInt64(decimal.Round(interest, MidpointRounding.AwayFromZero))
        );
    }

    /// <summary>Refuses a refund of an unlawful fine with less interest than computed, or with so much more that it must be a typing error.</summary>
    /// <param name="principal">The refunded amount.</param>
    /// <param name="owed">The interest computed on all refunded payments.</param>
    /// <param name="paid">The interest paid, as claimed.</param>
    /// <exception cref="DomainException"><see cref="InterestMissing"/> or <see cref="InterestImplausible"/>.</exception>
    public static void EnsurePaid(Money principal, Money owed, Money paid)
    {
        if (paid < owed)
            throw InterestMissing.With(Both());
        if (paid > principal)
            throw InterestImplausible.With(Both(), "核对利率和利息金额");

        string Both() => $"应付利息 {owed.InYuan} 元，实付 {paid.InYuan} 元";
    }
}
