using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Fines;

namespace EnforcementCases.Api.Cases;

/// <summary>Where cash that is collected with a decision on the spot (当场收缴) is booked: the cash desk is above the cases.</summary>
internal interface ICashAtDecision
{
    /// <summary>Locks the book of the organ, before the case: every movement of money waits in this order.</summary>
    Task HoldAsync(Guid organId, CancellationToken ct);

    /// <summary>Collects the whole fine in the case, uses the receipt and writes the line of the day book.</summary>
    /// <param name="collectedAt">When it was collected: with the decision.</param>
    /// <param name="landedAt">If collected on water, when the officers landed.</param>
    Task CollectAsync(
        EnforcementCase @case,
        CollectionOnRecord collection,
        DateTimeOffset collectedAt,
        DateTimeOffset? landedAt,
        CancellationToken ct
    );
}
