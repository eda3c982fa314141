using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Catalogue;

/// <summary>A row of a catalogue of major decisions (重大执法决定法制审核目录).</summary>
/// <remarks>
/// It matches by any of its three parts: a kind of penalty that reaches the amount (or any amount, where the row has no bound for the party), a feature,
/// or, if it names neither kinds nor features, every decision of its kind.
/// </remarks>
/// <param name="Id">Number of the row, <c>FS-01</c>.</param>
/// <param name="DecisionKind">Kind of decision.</param>
/// <param name="Item">The row as printed.</param>
/// <param name="Kinds">Kinds of penalty that it names; empty for none.</param>
/// <param name="Citizen">Amount for citizens and individual businesses; null means any amount.</param>
/// <param name="Organisation">Amount for legal persons and other organisations; null means any amount.</param>
/// <param name="Features">Features, each of which is sufficient; empty for none.</param>
/// <param name="ValidFrom">First day, inclusive; null means the first day of the catalogue.</param>
/// <param name="ValidTo">Last day, inclusive; null means as long as the catalogue applies.</param>
/// <param name="TimeLimitWorkingDays">Time for the review in working days; null means the local parameter applies.</param>
public sealed record ReviewCatalogueRow(
    string Id,
    ReviewedDecisionKind DecisionKind,
    string Item,
    IReadOnlyList<PenaltyKind> Kinds,
    AmountBound? Citizen,
    AmountBound? Organisation,
    IReadOnlyList<ReviewFeature> Features,
    DateOnly? ValidFrom = null,
    DateOnly? ValidTo = null,
    int? TimeLimitWorkingDays = null
);
