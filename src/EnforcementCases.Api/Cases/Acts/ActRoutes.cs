using System.Text.Json;
using EnforcementCases.Domain.Cases;

namespace EnforcementCases.Api.Cases.Acts;

/// <summary>Maps each act of a case to the operation that does it.</summary>
internal static class ActRoutes
{
    /// <summary>The row of the rights table, and the last part of the route under <c>/cases/{id}/acts/</c>; null if the act has a route elsewhere.</summary>
    public static (string Operation, string? Route) Of(CaseAct act) =>
        act switch
        {
            CaseAct.DecideOnTheSpot => ("DecideOnTheSpot", null),
            CaseAct.ReportBack => ("ReportBack", "report-back"),
            CaseAct.CollectOnTheSpot => ("CollectOnTheSpot", "collect-on-the-spot"),
            CaseAct.ReceivePayment => ("ReceivePayment", null), // reported by the bank
            CaseAct.RemitToOrgan => ("RemitToOrgan", "remit-to-organ"),
            CaseAct.RemitToBank => ("RemitToBank", "remit-to-bank"),
            CaseAct.RecheckCorrection => ("RecheckCorrection", "recheck-correction"),
            CaseAct.CorrectError => ("CorrectError", "correct-error"),
            CaseAct.Revoke => ("RevokeDecision", "revoke"),
            CaseAct.Refund => ("RefundPayment", "refund"),
            CaseAct.Close => ("CloseCase", "close"),
            CaseAct.RegisterClue => ("RegisterClue", null), // opens the case
            _ => (act.ToString(), Kebab(act)),
        };

    /// <summary>Lower-case name of an act in a route, <c>file-case</c>.</summary>
    public static string Kebab(CaseAct act) => JsonNamingPolicy.KebabCaseLower.ConvertName(act.ToString());
}
