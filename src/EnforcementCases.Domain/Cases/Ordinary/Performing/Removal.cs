using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What must be on file before a structure is removed by force (强制拆除), whichever act prepares it: the order to demolish, its day over, a call, the charge.</summary>
internal static class Removal
{
    /// <summary>Whether the decision orders something to be demolished.</summary>
    public static bool IsOrdered(OrdinaryFile file) =>
        file.Deciding.Decision?.Orders.Any(o => o.Kind is CorrectiveOrder.DemolishByDate) is true;

    /// <summary>Refuses a removal that nothing orders, before the day of the order is over, without a call that was served and ran out, or without a charge.</summary>
    /// <param name="day">Day of the act; for the removal itself, day of the removal.</param>
    /// <param name="charge">The charge that the act names; null for the one on file.</param>
    /// <exception cref="DomainException">A refusal of <see cref="RemovalOfStructures"/> or <see cref="DecidingToExecute"/>.</exception>
    public static void EnsureDue(ActExecution act, DateOnly day, string? charge)
    {
        var file = act.File;
        EnsureOverdue(file, day);
        if (file.Calls.ServedOn is not { } called || called > day)
            throw DecidingToExecute.NotCalledUpon.With("没有送达催告书", "先催告");
        if (file.Calls.Served!.Call.PerformBy is var by && by >= day)
            throw DecidingToExecute.NotCalledUpon.With($"催告的履行期限至 {by:yyyy-MM-dd}，办理日期为 {day:yyyy-MM-dd}", "期满后办理");
        var structure = PowerOfMatter.StructureOf(act, day);
        RemovalOfStructures.EnsureCharged(structure is { TownOnly: true }, structure?.Force, charge ?? OnFile(file));
    }

    private static string? OnFile(OrdinaryFile file) =>
        file
            .Acts.Where(a => a.Entry.Place > (file.ReopenedAt ?? 0))
            .Select(a => (a.Body as AnnounceRemoval)?.ChargeInstrument ?? (a.Body as DecideExecution)?.ChargeInstrument)
            .LastOrDefault(charge => charge is not null);

    private static void EnsureOverdue(OrdinaryFile file, DateOnly day)
    {
        var orders = (file.Deciding.Decision?.Orders ?? []).Select((order, i) => (order, i)).ToList();
        // decisions of before gave no kind of order: theirs counts by its words
        if (
            orders.FindIndex(o => o.order.Kind is CorrectiveOrder.DemolishByDate || o.order.What.Contains("拆除", StringComparison.Ordinal))
                is var at
            && at < 0
        )
            throw RemovalOfStructures.NotOrdered.With(
                $"决定的责令事项：{(orders.Count > 0 ? string.Join('、', orders.Select(o => o.order.What)) : "无")}"
            );
        var (demolish, place) = orders[at];
        var reference = PerformanceDuties.ReferenceOf(place);
        var deadline = file.Case.Deadlines.LastOrDefault(d =>
            d.Kind is DeadlineKind.Correction && (d.Reference == reference || d.Reference is null)
        );
        if (deadline is { MetAt: not null } || (deadline is null && file.Case.Correction.CorrectedAt is not null))
            throw RemovalOfStructures.NotOverdue.With($"“{demolish.What}”已经履行");
        var last = deadline?.LastDay ?? file.Service.DecisionServedOn;
        if (last is null || last >= day)
            throw RemovalOfStructures.NotOverdue.With($"“{demolish.What}”的期限至 {last:yyyy-MM-dd}，办理日期为 {day:yyyy-MM-dd}");
    }
}
