using EnforcementCases.Domain.Cases.Ordinary;
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
        if (file is not null && DeferralAsked(file) is { } asked)
            yield return new(WorkKind.Deferral, CaseAct.DecideDeferral, asked.DoneAt);
        if (@case.OwedUntil is { } owed && Chase(@case, file, owed) is { } chase)
            yield return chase;
    }

    /// <summary>The next step against a party that does not pay: the call, and after its time the court.</summary>
    private static WorkItem? Chase(EnforcementCase @case, OrdinaryFile? file, DateOnly owedUntil)
    {
        if (file is not null && (file.Execution.End is not null || file.Execution.Pause is { ResumedOn: null } || file.Court.IsRunning))
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

    private static DoneAct? DeferralAsked(OrdinaryFile file) =>
        file.Last(CaseAct.ApplyForDeferral) is { } asked && !(file.Last(CaseAct.DecideDeferral)?.Entry.Place > asked.Entry.Place)
            ? asked
            : null;
}
