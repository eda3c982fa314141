using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.LegalReview;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Why a decision needs legal review (应当法制审核的情形).</summary>
/// <param name="Triggers">The triggers, ticked and computed; none if no review is due.</param>
/// <param name="Rows">Rows of the catalogue of major decisions that match.</param>
public sealed record ReviewReasons(IReadOnlyList<ReviewTrigger> Triggers, IReadOnlyList<ReviewCatalogueRow> Rows);
