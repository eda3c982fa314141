using EnforcementCases.Domain.Cases;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.Cases.Corrections;

/// <summary>An order to correct is bound to the penalty that rests on it, and free again when that decision falls.</summary>
internal sealed class CorrectionOrderFollowUp(CorrectionOrders orders) : IFollowUp<PenaltyDecided>, IFollowUp<DecisionFell>
{
    public Task FollowUpAsync(PenaltyDecided happened, CancellationToken ct) => orders.UseForAsync(happened.Case, ct);

    public Task FollowUpAsync(DecisionFell happened, CancellationToken ct) => orders.ReleaseAsync(happened.Case, happened.At, ct);
}
