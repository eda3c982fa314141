using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Relies on an order to correct that was given before there was a case (先前的责令改正) and was not followed. One order supports only one penalty. 行政处罚法
/// 第二十八条.</summary>
public sealed record RelyOnOrder : ActBody
{
    /// <summary>The order; of the same party and violation, and not yet the basis of another penalty.</summary>
    public required Guid CorrectionOrderId { get; init; }

    internal override void Execute(ActExecution act)
    {
        var order = act.Law.EarlierOrder ?? throw CorrectionOrder.NotFound.With($"责令改正通知 {CorrectionOrderId}");
        OrderToCorrect.EnsureExpiredUnmet(order.DueOn, order.RecheckedOn, order.Result);
        OrderToCorrect.EnsureForOffence(
            order,
            act.File.Filing.Proposal is { Continuing: true } ? null : act.Case.CommittedOn,
            act.Case.Place
        );
        act.Case.RelyOn(CorrectionOrderId);
    }

    internal override RecordFields RecordedFields() => new RecordFields().Add("order", CorrectionOrderId);
}
