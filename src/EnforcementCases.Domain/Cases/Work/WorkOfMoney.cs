using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Work;

/// <summary>Money that waits: to be handed on, given back, chased, asked of the court. 行政处罚法 第六十六条至第七十四条.</summary>
internal static class WorkOfMoney
{
    public static IEnumerable<WorkItem> Of(EnforcementCase @case, OrdinaryFile? file)
    {
        if (@case.Next(DeadlineKind.RemitToOrgan) is { } toOrgan)
            yield return new(WorkKind.Remittance, CaseAct.RemitToOrgan, toOrgan.Began()) { DueOn = toOrgan.LastDay };
        if (@case.Next(DeadlineKind.RemitToBank) is { } toBank)
            yield return new(WorkKind.Remittance, CaseAct.RemitToBank, toBank.Began()) { DueOn = toBank.LastDay };
        if (@case.PaymentOrder is { } order && order.Refundable > Money.Zero)
            yield return new(WorkKind.Refund, CaseAct.Refund, @case.Effect.FellAt ?? @case.LastPaidAt() ?? @case.OpenedAt);
        if (@case.PaymentOrder is { State: PaymentState.PartlyPaid } && @case.PartDue() is null && !IsExecuted(file))
            yield return new(WorkKind.Underpaid, CaseAct.ReceivePayment, @case.LastPaidAt() ?? @case.OpenedAt)
            {
                DueOn = @case.OwedUntil,
                Roles = [Role.Cashier],
            };
        if (file is not null && DeferralAsked(file) is { } asked)
            yield return new(WorkKind.Deferral, CaseAct.DecideDeferral, asked.DoneAt);
        if (@case.OwedUntil is { } owed && Chase(@case, file, owed) is { } chase)
            yield return chase;
    }

    /// <summary>Money that was not owed: a leader approves its refund, the cashier makes it.</summary>
    public static IEnumerable<WorkItem> Of(IReadOnlyList<PaymentNotOwed> notOwed)
    {
        var open = notOwed.Where(p => p.RefundedAt is null).ToList();
        if (open.Where(p => p.ApprovedAt is null).MinBy(p => p.PaidAt) is { } waits)
            yield return new(WorkKind.NotOwedApproval, CaseAct.Refund, waits.PaidAt) { Roles = [Role.DeputyHead, Role.Head] };
        if (open.Where(p => p.ApprovedAt is not null).MinBy(p => p.ApprovedAt) is { } approved)
            yield return new(WorkKind.NotOwedRefund, CaseAct.Refund, approved.ApprovedAt!.Value);
    }

    /// <summary>The next step against a party that does not pay: the call, and after its time the court.</summary>
    private static WorkItem? Chase(EnforcementCase @case, OrdinaryFile? file, DateOnly owedUntil)
    {
        if (IsExecuted(file))
            return null;
        var overSince = owedUntil.AddDays(1);
        var court = @case.Next(DeadlineKind.CourtApplication);
        if (file is null || file.Calls.All.Count == 0)
            return new(WorkKind.PaymentChase, CaseAct.CallToPerform, LegalDate.StartOf(overSince))
            {
                DueOn = court?.LastDay,
                From = overSince,
            };
        if (file.Calls.ServedOn is null)
            return null; // the call waits for its service, which is listed
        if (file.Remedies.IsRunning || (court is null && @case.Procedure is CaseProcedure.Ordinary))
            return null; // on the spot, the time for the court begins with the end of the party's remedies, and no deadline runs yet
        var after = @case.Next(DeadlineKind.Call)?.LastDay.AddDays(1);
        return new(
            WorkKind.CourtApplication,
            CaseAct.ApplyToCourt,
            after is { } on ? LegalDate.StartOf(on) : file.Since(CaseAct.CallToPerform)
        )
        {
            DueOn = court?.LastDay,
            From = after,
        };
    }

    /// <summary>Whether the fine is with the court, or its execution is over or paused: nobody asks the party for it meanwhile.</summary>
    private static bool IsExecuted(OrdinaryFile? file) =>
        file is not null && (file.Execution.End is not null || file.Execution.Pause is { ResumedOn: null } || file.Court.IsRunning);

    private static DoneAct? DeferralAsked(OrdinaryFile file) =>
        file.Last(CaseAct.ApplyForDeferral) is { } asked && !(file.Last(CaseAct.DecideDeferral)?.Entry.Place > asked.Entry.Place)
            ? asked
            : null;
}
