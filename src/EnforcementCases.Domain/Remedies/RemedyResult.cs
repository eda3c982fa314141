using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Remedies;

/// <summary>How a reconsideration or a suit ended (复议决定、判决结果). 行政复议法 第六十三条至第六十九条.</summary>
public enum RemedyResult
{
    /// <summary>维持.</summary>
    [Term("维持")]
    Upheld,

    /// <summary>驳回.</summary>
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

    /// <summary>确认违法, without revoking: the decision keeps its effect.</summary>
    [Term("确认违法")]
    Unlawful,

    /// <summary>确认无效.</summary>
    [Term("确认无效")]
    Invalid,

    /// <summary>责令履行: the organ must act.</summary>
    [Term("责令履行")]
    OrderedToAct,
}

/// <summary>What of the penalty must be given back after a remedy.</summary>
public enum RemedyRefund
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>What was paid over the changed amount.</summary>
    Excess,

    /// <summary>Everything paid.</summary>
    All,
}

/// <summary>What a result does to the decision.</summary>
/// <param name="DecisionStands">The decision stays in force, as it was or as changed.</param>
/// <param name="Refund">What must be given back, with interest (SCL-36).</param>
/// <param name="WithdrawFromPublicity">A published decision must be withdrawn within three working days (第四十八条第二款).</param>
/// <param name="CountsAsCorrected">It counts as a corrected act in the yearly report (被纠错).</param>
/// <param name="SameActBarred">The organ may not do the same again on the same facts and reasons, pure faults of procedure aside.</param>
/// <param name="CaseEndsAsRevoked">Collecting and enforcing end; the case closes as revoked.</param>
public sealed record RemedyEffect(
    bool DecisionStands,
    RemedyRefund Refund,
    bool WithdrawFromPublicity,
    bool CountsAsCorrected,
    bool SameActBarred,
    bool CaseEndsAsRevoked
);

/// <summary>Results of remedies and what each of them does. 行政复议法 第六十三条至第六十九条; 行政处罚法 第四十八条第二款.</summary>
public static class RemedyResults
{
    /// <summary>The same act on the same facts and reasons after a revocation.</summary>
    public static readonly DomainError SameActAgain = new(
        "remedy.same-act-again",
        "ARL-63-65",
        ErrorKind.RuleBroken,
        "不得以同一事实和理由作出与被撤销的行政行为相同或者基本相同的行政行为",
        ReconsiderationLaw.At("第六十四条第二款")
    );

    /// <summary>What the result does to the decision.</summary>
    [StatutoryRule("ARL-63-65")]
    public static RemedyEffect EffectOf(RemedyResult result) =>
        result switch
        {
            RemedyResult.Upheld or RemedyResult.Dismissed or RemedyResult.Withdrawn => new(
                DecisionStands: true,
                RemedyRefund.None,
                WithdrawFromPublicity: false,
                CountsAsCorrected: false,
                SameActBarred: false,
                CaseEndsAsRevoked: false
            ),
            RemedyResult.Changed => new(true, RemedyRefund.Excess, true, true, false, false),
            RemedyResult.Revoked => new(false, RemedyRefund.All, true, true, true, true),
            RemedyResult.Unlawful => new(true, RemedyRefund.None, true, true, false, false),
            RemedyResult.Invalid => new(false, RemedyRefund.All, true, true, true, true),
            RemedyResult.OrderedToAct => new(true, RemedyRefund.None, false, true, false, false),
        };

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
