using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What must have happened before acts about remedies and about a decision that fell (救济、重新处理).</summary>
internal static class RemedyGates
{
    /// <summary>No remedy runs.</summary>
    public static readonly DomainError NoRemedyRuns = new("remedy.none-running", null, ErrorKind.WrongStage, "没有正在进行的复议或者诉讼");

    /// <summary>Money of the party has not been given back.</summary>
    public static readonly DomainError RefundFirst = new(
        "reopening.refund-owed",
        "SCL-36",
        ErrorKind.RuleBroken,
        "决定撤销后应当退还的款项尚未退还，不能重新处理",
        CompensationLaw.At("第三十六条第一项")
    );

    public static readonly Gate RemedyEntered = new(
        nameof(RemedyEntered),
        (file, _) => file.Remedies.IsRunning ? null : NoRemedyRuns.With("先登记复议或者诉讼")
    );

    /// <summary>No result waits for the head.</summary>
    public static readonly DomainError NoResultEntered = new(
        "remedy.no-result-entered",
        null,
        ErrorKind.WrongStage,
        "没有待确认的复议、诉讼结果"
    );

    public static readonly Gate ResultEntered = new(
        nameof(ResultEntered),
        (file, _) => file.Remedies.ToConfirm() is null ? NoResultEntered.With("先由未参与办案的人员登记结果") : null
    );

    /// <summary>After a change or a settlement in reconsideration the organ does not execute (ARL-78).</summary>
    public static readonly Gate ExecutedByOrgan = new(
        nameof(ExecutedByOrgan),
        (file, _) =>
            file.Remedies.ExecutedElsewhere is { } result
                ? RemedyPhase.ExecutedByAnother.With($"{result.ResultNumber}：{result.Result.Term()}", "由行政复议机关执行，收到款项后登记")
                : null
    );

    public static readonly Gate DecisionInForce = new(
        nameof(DecisionInForce),
        (file, _) =>
            file.Case.Effect.Validity is DecisionValidity.InForce ? null : DecisionValidities.AlreadyEnded.With("决定已不在有效状态")
    );

    public static readonly Gate Refunded = new(
        nameof(Refunded),
        (file, _) =>
            file.Case.PaymentOrder is { } order && order.Refundable > Money.Zero
                ? RefundFirst.With($"尚应退还 {order.Refundable.InYuan} 元")
                : null
    );
}
