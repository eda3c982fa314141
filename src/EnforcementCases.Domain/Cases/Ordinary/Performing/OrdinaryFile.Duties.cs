using EnforcementCases.Domain.Fines;

namespace EnforcementCases.Domain.Cases.Ordinary;

public sealed partial class OrdinaryFile
{
    private IEnumerable<string> Duties()
    {
        if (Case.Stage == CaseStage.Revoked && Case.PaymentOrder is { } cancelled && cancelled.RefundedFen < cancelled.PaidFen)
            yield return "退还已缴罚款";
        if (Case.Stage == CaseStage.Served && Case.PaymentOrder is { State: not PaymentState.Paid })
            yield return "缴纳罚款";
    }
}
