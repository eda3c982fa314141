using System.Collections.Frozen;

namespace EnforcementCases.Domain.Cases;

/// <summary>Which act the case itself does at which stage, and where it leads.</summary>
internal static class CaseMoves
{
    /// <summary>The whole simple procedure.</summary>
    public static readonly FrozenDictionary<(CaseStage At, CaseAct Act), CaseStage> OnTheSpot = new Dictionary<
        (CaseStage, CaseAct),
        CaseStage
    >
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
        [(CaseStage.Decided, CaseAct.Refund)] = CaseStage.Decided,
        [(CaseStage.Closed, CaseAct.Refund)] = CaseStage.Closed,
        [(CaseStage.Revoked, CaseAct.RemitToOrgan)] = CaseStage.Revoked,
        [(CaseStage.Revoked, CaseAct.RemitToBank)] = CaseStage.Revoked,
        [(CaseStage.Revoked, CaseAct.Refund)] = CaseStage.Revoked,
        [(CaseStage.Revoked, CaseAct.Close)] = CaseStage.Closed,
        [(CaseStage.Closed, CaseAct.RemitToOrgan)] = CaseStage.Closed,
        [(CaseStage.Closed, CaseAct.RemitToBank)] = CaseStage.Closed,
        [(CaseStage.Closed, CaseAct.CorrectError)] = CaseStage.Closed,
        [(CaseStage.Closed, CaseAct.Revoke)] = CaseStage.Revoked,
    }.ToFrozenDictionary();

    /// <summary>Acts of the ordinary procedure that the case itself does; to no stage where it stays.</summary>
    public static readonly IReadOnlyList<(CaseAct Act, IReadOnlyList<CaseStage> From, CaseStage? To)> OfOrdinary =
    [
        (CaseAct.ReceivePayment, [CaseStage.Served], null),
        (CaseAct.CollectOnTheSpot, [CaseStage.Served], null),
        (CaseAct.RemitToOrgan, [CaseStage.Served, CaseStage.Revoked, CaseStage.Closed], null),
        (CaseAct.RemitToBank, [CaseStage.Served, CaseStage.Revoked, CaseStage.Closed], null),
        (CaseAct.RecheckCorrection, [CaseStage.Served, CaseStage.Ended], null),
        (CaseAct.CorrectError, [CaseStage.Decided, CaseStage.Served, CaseStage.Ended, CaseStage.Closed, CaseStage.Archived], null),
        (CaseAct.Revoke, [CaseStage.Decided, CaseStage.Served, CaseStage.Closed, CaseStage.Archived], CaseStage.Revoked),
        (CaseAct.Refund, [CaseStage.Served, CaseStage.Revoked, CaseStage.Closed, CaseStage.Archived], null),
    ];

    /// <summary>The stages of the ordinary procedure at which the case itself does an act.</summary>
    public static IReadOnlyList<CaseStage> StagesOfOrdinary(CaseAct act) => OfOrdinary.Single(m => m.Act == act).From;
}
