using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases;

public sealed partial class EnforcementCase
{
    /// <summary>What stands in the way of an act, whatever its particulars (amount, time, ground); none when the act is open. The acts refuse with the first.</summary>
    public IReadOnlyList<DomainException> Obstacles(CaseAct act) => [.. WhyNot(act)];

    private void EnsureOpen(CaseAct act)
    {
        foreach (var obstacle in WhyNot(act))
            throw obstacle;
    }

    private IEnumerable<DomainException> WhyNot(CaseAct act)
    {
        if (act is CaseAct.CollectOnTheSpot or CaseAct.ReceivePayment)
            return WhyNotPayable(act); // says more than the stage does: the order was cancelled, the fine is paid
        if (Procedure == CaseProcedure.Ordinary && !CaseLifecycle.IsOfTheCase(act))
            throw new InvalidOperationException($"{act} is judged by the file of the case.");
        if (!CaseLifecycle.Allows(Procedure, Stage, act))
            return [CaseLifecycle.NotOpen(Stage, act)];
        return act switch
        {
            CaseAct.ReportBack when ReportedAt is { } at => [AlreadyReported.With($"已于 {LegalDate.Of(at):yyyy-MM-dd} 备案")],
            CaseAct.RecheckCorrection when CorrectedAt is not null => [NothingToRecheck.With("改正已经确认")],
            CaseAct.Revoke when RevokedAt is { } at => [AlreadyRevoked.With($"已于 {LegalDate.Of(at):yyyy-MM-dd} 撤销")],
            CaseAct.RecheckCorrection
                when Procedure == CaseProcedure.Ordinary && !deadlines.Exists(d => d is { Kind: DeadlineKind.Correction, IsOpen: true }) =>
            [
                NothingToRecheck.With("没有责令改正，或者改正已经确认"),
            ],
            CaseAct.RemitToOrgan when !payments.Exists(IsWithOfficer) => [NothingToRemit.With("没有尚未交至机关的收缴款")],
            CaseAct.RemitToBank when !payments.Exists(IsWithOrgan) => [NothingToRemit.With("没有已交至机关、尚未缴付银行的收缴款")],
            CaseAct.Refund => WhyNotRefundable(),
            CaseAct.Close => OpenDuties() is { Count: > 0 } duties ? [NotPerformed.With($"尚未完成：{string.Join('、', duties)}")] : [],
            CaseAct.DecideOnTheSpot
            or CaseAct.CollectOnTheSpot
            or CaseAct.ReceivePayment
            or CaseAct.ReportBack
            or CaseAct.RecheckCorrection
            or CaseAct.RemitToOrgan
            or CaseAct.RemitToBank
            or CaseAct.CorrectError
            or CaseAct.Revoke => [],
            _ => throw new InvalidOperationException($"{act} is judged by the file of the case."),
        };
    }

    private IEnumerable<DomainException> WhyNotPayable(CaseAct act)
    {
        if (PaymentOrder is not { } order)
            return [NoFine.With("处罚为警告")];
        return order.State switch
        {
            PaymentState.Cancelled => [OrderCancelled.With($"决定 {DecisionNumber}", "退还当事人，不得入账")],
            PaymentState.Paid => [OverFine.With("罚款已经缴清")],
            PaymentState.Unpaid or PaymentState.PartlyPaid => CaseLifecycle.Allows(Procedure, Stage, act)
                ? []
                : [CaseLifecycle.NotOpen(Stage, act)],
        };
    }

    private IEnumerable<DomainException> WhyNotRefundable() =>
        PaymentOrder is not { } order ? [NoFine.With("没有缴款")]
        : order.Refundable == Money.Zero ? [OverPaid.With(PaidAndRefunded(order))]
        : [];

    private static bool IsWithOfficer(Payment payment) =>
        OnTheSpotCollection.IsCollection(payment.Channel) && payment.RemittedToOrganAt is null;

    private static bool IsWithOrgan(Payment payment) => payment is { RemittedToOrganAt: not null, RemittedToBankAt: null };
}
