using EnforcementCases.Domain.Fines;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What must have happened before acts about the fine (罚款的缴纳).</summary>
internal static class PayingGates
{
    public static readonly Gate FineOrdered = new(
        nameof(FineOrdered),
        (file, _) => file.Case.PaymentOrder is null ? PaymentsOfCase.NoFine.With("没有缴款通知") : null
    );

    public static readonly Gate FineUnpaid = new(
        nameof(FineUnpaid),
        (file, _) =>
            file.Case.PaymentOrder is { } order && order.FineOwed == Money.Zero ? PaymentsOfCase.OverFine.With("罚款已经缴清") : null
    );

    public static readonly Gate DeferralAppliedFor = new(
        nameof(DeferralAppliedFor),
        (file, _) => file.Paying.DeferralRequest is null ? DeferralOfPayment.NotAppliedFor.With("没有申请", "先登记当事人的申请") : null
    );
}
