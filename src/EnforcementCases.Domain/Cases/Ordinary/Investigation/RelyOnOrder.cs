using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Takes an order to correct that was given in the street before there was a case (先前的责令改正) as the one that was not followed. It carries one penalty only. 行政处罚法
/// 第二十八条.</summary>
public sealed record RelyOnOrder : ActBody
{
    /// <summary>The order, of the same party and violation; one that no other penalty rests on.</summary>
    public required Guid CorrectionOrderId { get; init; }

    internal override void Execute(ActExecution act)
    {
        var order = act.Law.EarlierOrder ?? throw CorrectionOrder.NotFound.With($"责令改正通知 {CorrectionOrderId}");
        OrderToCorrect.EnsureExpiredUnmet(order.DueOn, order.RecheckedOn, order.Result);
        act.Case.RelyOn(CorrectionOrderId);
    }

    internal override RecordFields RecordedFields() => new RecordFields().Add("order", CorrectionOrderId);
}
