using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases;

/// <summary>The obstacles to the acts that the case itself does.</summary>
public static class ObstaclesOfCase
{
    /// <summary>Every obstacle to an act, whatever its particulars (amount, time, ground); none when the act is open. The acts refuse with the first.</summary>
    public static IReadOnlyList<DomainException> Obstacles(this EnforcementCase @case, CaseAct act) => [.. @case.FindObstacles(act)];

    /// <summary>Refuses an act that is not open.</summary>
    internal static void EnsureOpen(this EnforcementCase @case, CaseAct act)
    {
        foreach (var obstacle in @case.FindObstacles(act))
            throw obstacle;
    }

    private static IEnumerable<DomainException> FindObstacles(this EnforcementCase @case, CaseAct act)
    {
        if (act is CaseAct.CollectOnTheSpot or CaseAct.ReceivePayment)
            return @case.ObstacleUnlessPayable(act); // more specific than the stage: the order was cancelled, the fine is paid
        if (@case.Procedure == CaseProcedure.Ordinary && !CaseLifecycle.IsOfTheCase(act))
            throw new InvalidOperationException($"{act} is judged by the file of the case.");
        if (!@case.IsAllowed(act))
            return [CaseLifecycle.NotOpen(@case.Stage, act)];
        return act switch
        {
            CaseAct.ReportBack => @case.ObstacleUnlessReportable(),
            CaseAct.RecheckCorrection => @case.ObstacleUnlessToRecheck(),
            CaseAct.Revoke => @case.ObstacleUnlessRevocable(),
            CaseAct.RemitToOrgan => @case.ObstacleUnlessToRemit(IsWithOfficer, "没有尚未交至机关的收缴款"),
            CaseAct.RemitToBank => @case.ObstacleUnlessToRemit(IsWithOrgan, "没有已交至机关、尚未缴付银行的收缴款"),
            CaseAct.Refund => @case.ObstacleUnlessRefundable(),
            CaseAct.Close => @case.ObstacleUnlessClosable(),
            CaseAct.DecideOnTheSpot or CaseAct.CorrectError => [],
            _ => throw new InvalidOperationException($"{act} is judged by the file of the case."),
        };
    }

    private static bool IsAllowed(this EnforcementCase @case, CaseAct act) => CaseLifecycle.Allows(@case.Procedure, @case.Stage, act);

    private static IEnumerable<DomainException> ObstacleUnlessReportable(this EnforcementCase @case) =>
        @case.ReportedAt is { } at ? [ActsOfCase.AlreadyReported.With($"已于 {LegalDate.Of(at):yyyy-MM-dd} 备案")] : [];

    private static IEnumerable<DomainException> ObstacleUnlessToRecheck(this EnforcementCase @case)
    {
        if (@case.Correction.CorrectedAt is not null)
            return [ActsOfCase.NothingToRecheck.With("改正已经确认")];
        var atOnce = @case is { Stage: CaseStage.Served, Correction: { DueOn: null, Required.Length: > 0 } }; // without a last day of its own
        var ordered = atOnce || @case.Deadlines.Any(d => d is { Kind: DeadlineKind.Correction, IsOpen: true });
        return @case.Procedure == CaseProcedure.Ordinary && !ordered
            ? [ActsOfCase.NothingToRecheck.With("没有责令改正，或者改正已经确认")]
            : [];
    }

    private static IEnumerable<DomainException> ObstacleUnlessRevocable(this EnforcementCase @case) =>
        @case.Effect.RevokedAt is { } at ? [ActsOfCase.AlreadyRevoked.With($"已于 {LegalDate.Of(at):yyyy-MM-dd} 撤销")] : [];

    private static IEnumerable<DomainException> ObstacleUnlessToRemit(this EnforcementCase @case, Func<Payment, bool> waits, string why) =>
        @case.Payments.Any(waits) ? [] : [PaymentsOfCase.NothingToRemit.With(why)];

    private static IEnumerable<DomainException> ObstacleUnlessPayable(this EnforcementCase @case, CaseAct act)
    {
        if (@case.PaymentOrder is not { } order)
            return [PaymentsOfCase.NoFine.With("处罚为警告")];
        return order.State switch
        {
            PaymentState.Cancelled => [PaymentsOfCase.OrderCancelled.With($"决定 {@case.DecisionNumber}", "退还当事人，不得入账")],
            PaymentState.Paid =>
            [
                act is CaseAct.CollectOnTheSpot
                    ? PaymentsOfCase.OverFine.With("罚款已经缴清", "已经收取现金的，退还当事人并作废票据")
                    : PaymentsOfCase.OverFine.With("罚款已经缴清"),
            ],
            PaymentState.Unpaid or PaymentState.PartlyPaid => @case.IsAllowed(act) ? [] : [CaseLifecycle.NotOpen(@case.Stage, act)],
        };
    }

    private static IEnumerable<DomainException> ObstacleUnlessRefundable(this EnforcementCase @case) =>
        // a decision on the spot that neither fell nor was lowered by a remedy, or a closed case
        @case.Procedure is CaseProcedure.Simple
        && @case.Stage is not CaseStage.Revoked
        && !(@case.PaymentOrder?.Refundable > Money.Zero)
            ? [CaseLifecycle.NotOpen(@case.Stage, CaseAct.Refund)]
        : @case.PaymentOrder is not { } order ? [PaymentsOfCase.NoFine.With("没有缴款")]
        : order.Refundable == Money.Zero ? [PaymentsOfCase.OverPaid.With(PaymentsOfCase.PaidAndRefunded(order))]
        : [];

    private static IEnumerable<DomainException> ObstacleUnlessClosable(this EnforcementCase @case) =>
        @case.OpenDuties() is { Count: > 0 } duties ? [DutiesOfCase.NotPerformed.With($"尚未完成：{string.Join('、', duties)}")] : [];

    private static bool IsWithOfficer(Payment payment) =>
        OnTheSpotCollection.IsCollection(payment.Channel) && payment.RemittedToOrganAt is null;

    private static bool IsWithOrgan(Payment payment) => payment is { RemittedToOrganAt: not null, RemittedToBankAt: null };
}
