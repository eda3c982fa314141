using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Work;

/// <summary>What waits in a case, for whom and until when (待办), from its stage, its deadlines and the acts in its file.</summary>
public static class WorkOfCase
{
    /// <summary>Everything that waits in a case; one item a kind.</summary>
    /// <param name="file">The file of its acts; null for a case decided on the spot in which none was done.</param>
    /// <param name="law">What a decision is checked against; null while none is proposed.</param>
    /// <param name="now">The server's time.</param>
    /// <param name="notOwed">Payments on the case that were not owed.</param>
    public static IReadOnlyList<WorkItem> Of(
        EnforcementCase @case,
        OrdinaryFile? file,
        ActContext? law,
        DateTimeOffset now,
        IReadOnlyList<PaymentNotOwed>? notOwed = null
    )
    {
        var items =
            @case.Stage is CaseStage.NotFiled
                ? []
                : WorkOfMoney
                    .Of(@case, file)
                    .Concat(WorkOfMoney.Of(notOwed ?? []))
                    .Concat(WorkOfDuties.Of(@case, file))
                    .Concat(
                        file is null || @case.Procedure is CaseProcedure.Simple ? []
                        : file.Investigation.IsSuspended
                            ? [new WorkItem(WorkKind.Suspended, CaseAct.ResumeCase, file.Investigation.Suspension!.DoneAt)]
                        : WorkBeforeDecision.Of(file, at => ObstaclesToDecision(file, law, at), now).Concat(WorkOfClosing.Of(file))
                    );
        return [.. items.GroupBy(i => i.Kind).Select(kind => kind.OrderBy(i => i.DueOn ?? DateOnly.MaxValue).First())];
    }

    /// <summary>What the law still asks before the head signs; a matter that cannot be judged is an obstacle too.</summary>
    private static IReadOnlyList<DomainException> ObstaclesToDecision(OrdinaryFile file, ActContext? law, DateTimeOffset at)
    {
        try
        {
            return law is null ? [] : [.. DecidingGates.MayDecide.FindObstacles(file, law, at)];
        }
        catch (DomainException refusal)
        {
            return [refusal];
        }
    }

    /// <summary>The open deadline of a kind whose last day comes first; null if none runs.</summary>
    internal static CaseDeadline? Next(this EnforcementCase @case, DeadlineKind kind) =>
        @case.Deadlines.Where(d => d.Kind == kind && d.IsOpen).MinBy(d => d.LastDay);

    /// <summary>When the last act of a kind was done; else since when the case is in its stage.</summary>
    internal static DateTimeOffset Since(this OrdinaryFile file, CaseAct act) =>
        file.Last(act)?.DoneAt ?? file.StageSince ?? file.Case.OpenedAt;

    /// <summary>When a deadline began.</summary>
    internal static DateTimeOffset Began(this CaseDeadline deadline) => LegalDate.StartOf(deadline.Explanation.Start);
}
