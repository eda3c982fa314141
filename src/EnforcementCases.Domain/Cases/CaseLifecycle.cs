using System.Collections.Frozen;

namespace EnforcementCases.Domain.Cases;

/// <summary>Which procedure a case follows.</summary>
public enum CaseProcedure
{
    /// <summary>简易程序.</summary>
    Simple,
}

/// <summary>Where a case stands (案件阶段).</summary>
public enum CaseStage
{
    /// <summary>Nothing decided yet (未决定).</summary>
    Open,

    /// <summary>已决定.</summary>
    Decided,

    /// <summary>决定已撤销.</summary>
    Revoked,

    /// <summary>已结案.</summary>
    Closed,
}

/// <summary>What can be done in a case (办案环节).</summary>
public enum CaseAct
{
    /// <summary>当场作出处罚决定.</summary>
    DecideOnTheSpot,

    /// <summary>报所属机关备案.</summary>
    ReportBack,

    /// <summary>当场收缴罚款.</summary>
    CollectOnTheSpot,

    /// <summary>罚款到账.</summary>
    ReceivePayment,

    /// <summary>收缴款交机关.</summary>
    RemitToOrgan,

    /// <summary>机关缴付银行.</summary>
    RemitToBank,

    /// <summary>复查改正情况.</summary>
    RecheckCorrection,

    /// <summary>补正记录错误.</summary>
    CorrectError,

    /// <summary>撤销处罚决定.</summary>
    Revoke,

    /// <summary>退还罚款.</summary>
    Refund,

    /// <summary>结案.</summary>
    Close,
}

/// <summary>Why a case was closed (结案方式).</summary>
public enum ClosingReason
{
    /// <summary>履行完毕.</summary>
    Performed,

    /// <summary>决定撤销.</summary>
    Revoked,

    /// <summary>不予处罚，教育和改正完成.</summary>
    NoPenalty,

    /// <summary>撤销案件.</summary>
    Withdrawn,

    /// <summary>移送.</summary>
    Transferred,

    /// <summary>法院强制执行完毕.</summary>
    ExecutedByCourt,

    /// <summary>终结执行.</summary>
    ExecutionEnded,
}

/// <summary>From which stage an act leads to which: the one table behind the guard, the open acts and the tests.</summary>
public static class CaseLifecycle
{
    /// <summary>The stage does not allow the act.</summary>
    public static readonly DomainError ActNotOpen = new("case.act-not-open", null, ErrorKind.WrongStage, "当前阶段不能办理该环节");

    private static readonly FrozenDictionary<(CaseStage At, CaseAct Act), CaseStage> Moves = new Dictionary<(CaseStage, CaseAct), CaseStage>
    {
        [(CaseStage.Open, CaseAct.DecideOnTheSpot)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.ReportBack)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.CollectOnTheSpot)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.ReceivePayment)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.RemitToOrgan)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.RemitToBank)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.RecheckCorrection)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.CorrectError)] = CaseStage.Decided,
        [(CaseStage.Decided, CaseAct.Revoke)] = CaseStage.Revoked,
        [(CaseStage.Decided, CaseAct.Close)] = CaseStage.Closed,
        [(CaseStage.Revoked, CaseAct.RemitToOrgan)] = CaseStage.Revoked,
        [(CaseStage.Revoked, CaseAct.RemitToBank)] = CaseStage.Revoked,
        [(CaseStage.Revoked, CaseAct.Refund)] = CaseStage.Revoked,
        [(CaseStage.Revoked, CaseAct.Close)] = CaseStage.Closed,
        [(CaseStage.Closed, CaseAct.RemitToOrgan)] = CaseStage.Closed,
        [(CaseStage.Closed, CaseAct.RemitToBank)] = CaseStage.Closed,
        [(CaseStage.Closed, CaseAct.CorrectError)] = CaseStage.Closed,
        [(CaseStage.Closed, CaseAct.Revoke)] = CaseStage.Revoked,
    }.ToFrozenDictionary();

    /// <summary>The stage after the act.</summary>
    /// <exception cref="DomainException"><see cref="ActNotOpen"/>.</exception>
    public static CaseStage Take(CaseStage at, CaseAct act) => Moves.TryGetValue((at, act), out var next) ? next : throw NotOpen(at, act);

    /// <summary>The refusal of an act that the stage does not allow.</summary>
    internal static DomainException NotOpen(CaseStage at, CaseAct act) =>
        ActNotOpen.With($"案件处于“{Name(at)}”阶段，不能办理“{Name(act)}”");

    /// <summary>Whether the stage allows the act.</summary>
    public static bool Allows(CaseStage at, CaseAct act) => Moves.ContainsKey((at, act));

    /// <summary>Chinese name of a stage.</summary>
    public static string Name(CaseStage stage) =>
        stage switch
        {
            CaseStage.Open => "未决定",
            CaseStage.Decided => "已决定",
            CaseStage.Revoked => "已撤销",
            CaseStage.Closed => "已结案",
        };

    /// <summary>Chinese name of an act.</summary>
    public static string Name(CaseAct act) =>
        act switch
        {
            CaseAct.DecideOnTheSpot => "当场处罚",
            CaseAct.ReportBack => "报备案",
            CaseAct.CollectOnTheSpot => "当场收缴",
            CaseAct.ReceivePayment => "缴款到账",
            CaseAct.RemitToOrgan => "收缴款交机关",
            CaseAct.RemitToBank => "机关缴付银行",
            CaseAct.RecheckCorrection => "复查改正",
            CaseAct.CorrectError => "补正",
            CaseAct.Revoke => "撤销决定",
            CaseAct.Refund => "退款",
            CaseAct.Close => "结案",
        };
}
