using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Remedies;

/// <summary>How a reconsideration or a suit ended (复议决定、判决结果). 行政复议法 第六十三条至第六十九条.</summary>
public enum RemedyResult
{
    /// <summary>维持.</summary>
    [Term("维持")]
    Upheld,

    /// <summary>驳回, entered before the two kinds were distinguished; new entries use <see cref="ApplicationDismissed"/> or <see cref="ClaimsDismissed"/>.</summary>
    [Term("驳回")]
    Dismissed,

    /// <summary>撤回、终止.</summary>
    [Term("撤回或者终止")]
    Withdrawn,

    /// <summary>变更.</summary>
    [Term("变更")]
    Changed,

    /// <summary>撤销.</summary>
    [Term("撤销")]
    Revoked,

    /// <summary>确认违法, without revoking: the decision stays effective.</summary>
    [Term("确认违法")]
    Unlawful,

    /// <summary>确认无效.</summary>
    [Term("确认无效")]
    Invalid,

    /// <summary>责令履行: the organ must perform its duty.</summary>
    [Term("责令履行")]
    OrderedToAct,

    /// <summary>部分撤销: the rest of the decision stays in force.</summary>
    [Term("部分撤销")]
    PartlyRevoked,

    /// <summary>不予受理、不予立案.</summary>
    [Term("不予受理")]
    NotAccepted,

    /// <summary>驳回申请、驳回起诉: dismissed without a look at the decision.</summary>
    [Term("驳回申请")]
    ApplicationDismissed,

    /// <summary>驳回请求: the decision was looked at and is lawful.</summary>
    [Term("驳回请求")]
    ClaimsDismissed,

    /// <summary>调解.</summary>
    [Term("调解")]
    Mediated,
}

/// <summary>Amount to be refunded after a remedy.</summary>
public enum RemedyRefund
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The part paid above the changed amount.</summary>
    Excess,

    /// <summary>Everything paid.</summary>
    All,
}

/// <summary>Effects of a result on the decision.</summary>
/// <param name="DecisionStands">Whether the decision remains in force, unchanged or as changed.</param>
/// <param name="Refund">Amount to be refunded, with interest (SCL-36).</param>
/// <param name="WithdrawFromPublicity">A published decision must be withdrawn within three working days (第四十八条第二款).</param>
/// <param name="CountsAsCorrected">Whether it counts as a corrected decision in the yearly report (被纠错).</param>
/// <param name="SameActBarred">Whether the organ is barred from the same decision on the same facts and reasons, except after purely procedural faults.</param>
/// <param name="CaseEndsAsRevoked">Whether collection and enforcement end and the case closes as revoked.</param>
public sealed record RemedyEffect(
    bool DecisionStands,
    RemedyRefund Refund,
    bool WithdrawFromPublicity,
    bool CountsAsCorrected,
    bool SameActBarred,
    bool CaseEndsAsRevoked
);

/// <summary>Results of remedies and their effects. 行政复议法 第六十三条至第六十九条; 行政处罚法 第四十八条第二款.</summary>
public static class RemedyResults
{
    /// <summary>The same decision on the same facts and reasons after a revocation.</summary>
    public static readonly DomainError SameActAgain = new(
        "remedy.same-act-again",
        "ARL-64-2",
        ErrorKind.RuleBroken,
        "不得以同一事实和理由作出与被撤销的行政行为相同或者基本相同的行政行为",
        ReconsiderationLaw.At("第六十四条第二款")
    );

    /// <summary>The effects of the result on the decision.</summary>
    [StatutoryRule("ARL-63-65")]
    public static RemedyEffect EffectOf(RemedyResult result) =>
        result switch
        {
            RemedyResult.Upheld
            or RemedyResult.Dismissed
            or RemedyResult.Withdrawn
            or RemedyResult.NotAccepted
            or RemedyResult.ApplicationDismissed
            or RemedyResult.ClaimsDismissed => new(
                DecisionStands: true,
                RemedyRefund.None,
                WithdrawFromPublicity: false,
                CountsAsCorrected: false,
                SameActBarred: false,
                CaseEndsAsRevoked: false
            ),
            RemedyResult.Changed => new(true, RemedyRefund.Excess, true, true, false, false),
            RemedyResult.PartlyRevoked => new(true, RemedyRefund.Excess, true, true, true, false),
            RemedyResult.Mediated => new(true, RemedyRefund.Excess, false, false, false, false),
            RemedyResult.Revoked => new(false, RemedyRefund.All, true, true, true, true),
            RemedyResult.Unlawful => new(true, RemedyRefund.None, true, true, false, false),
            RemedyResult.Invalid => new(false, RemedyRefund.All, true, true, true, true),
            RemedyResult.OrderedToAct => new(true, RemedyRefund.None, false, true, false, false),
        };

    /// <summary>A change that is worse for the party than the decision was.</summary>
    public static readonly DomainError Heavier = new(
        "remedy.heavier",
        "ARL-63-2",
        ErrorKind.RuleBroken,
        "行政复议机关不得作出对申请人更为不利的变更决定，但是第三人提出相反请求的除外",
        ReconsiderationLaw.At("第六十三条第二款")
    );

    /// <summary>Whether a result can set another fine.</summary>
    public static bool MayChangeFine(RemedyResult result) =>
        result is RemedyResult.Changed or RemedyResult.PartlyRevoked or RemedyResult.Mediated;

    /// <summary>Refuses a fine above the one that was contested, unless a third party asked for the opposite, or the paper is entered as it is and marked for the legal office.</summary>
    /// <param name="excused">Whether there is such a request or mark.</param>
    /// <exception cref="DomainException"><see cref="Heavier"/>.</exception>
    [StatutoryRule("ARL-63-2")]
    public static void EnsureNotHeavier(Money before, Money after, bool excused)
    {
        if (after > before && !excused)
            throw Heavier.With(
                $"原罚款 {before.InYuan} 元，变更后 {after.InYuan} 元",
                "有第三人相反请求的，写明该请求；文书确实如此的，说明后交法制机构"
            );
    }

    /// <summary>Refuses a new decision that repeats one that was struck down.</summary>
    /// <param name="earlier">How the earlier decision ended; null where no remedy was taken.</param>
    /// <param name="sameFactsAndReasons">同一事实和理由, same or nearly the same act.</param>
    /// <param name="struckDownForProcedureOnly">It was revoked for breaking procedure alone (以违反法定程序为由).</param>
    /// <exception cref="DomainException"><see cref="SameActAgain"/>.</exception>
    public static void EnsureNotSameAgain(RemedyResult? earlier, bool sameFactsAndReasons, bool struckDownForProcedureOnly)
    {
        if (earlier is { } result && EffectOf(result).SameActBarred && sameFactsAndReasons && !struckDownForProcedureOnly)
            throw SameActAgain.With($"原决定被{result.Term()}", "有新的事实或者理由的，写明后重新办理");
    }
}
