using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Whether the organ may execute a decision itself: as the catalogue has it for the matter, never as entered (行政强制执行权). 行政强制法 第十三条.</summary>
internal static class PowerOfMatter
{
    /// <summary>The law that lets the organ execute; null if none does.</summary>
    /// <param name="money">A duty to pay is executed; otherwise what the decision orders.</param>
    [StatutoryRule("ACL-13")]
    public static ExecutionPowerBasis? Of(ActExecution act, bool money) =>
        StructureOf(act, act.DoneOn)
            ?.PowerOver(
                money ? ExecutedDuty.Money
                : OrdersStructure(act.File) ? ExecutedDuty.Structure
                : ExecutedDuty.Other
            )
            is { } law
            ? new(law, InstrumentLevel.Law)
            : null;

    /// <summary>A street that stops a construction by force was charged with it, too (城乡规划法 第六十八条).</summary>
    /// <exception cref="DomainException"><see cref="RemovalOfStructures.NotCharged"/>.</exception>
    public static void EnsureCharged(ActExecution act, string? charge)
    {
        if (OrdersStructure(act.File) && StructureOf(act, act.DoneOn) is { } structure)
            RemovalOfStructures.EnsureCharged(structure.TownOnly, structure.Force, charge);
    }

    /// <summary>How the provision is built; of a version of before, which states nothing, that of the same matter now.</summary>
    public static PenaltyStructure? StructureOf(ActExecution act, DateOnly day) =>
        act.Law.Catalogue.Violation(act.Case.ViolationVersionId)?.Structure
        ?? act.Law.Catalogue.ViolationOn(act.Case.ViolationCode, day)?.Structure;

    private static bool OrdersStructure(OrdinaryFile file) =>
        file.Deciding.Decision?.Orders.Any(o =>
            o.Kind is CorrectiveOrder.DemolishByDate or CorrectiveOrder.StopConstruction
            || o.What.Contains("拆除", StringComparison.Ordinal) // decisions of before gave no kind of order
        )
            is true;
}
