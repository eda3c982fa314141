using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>延期、分期、加处罚款. 行政处罚法 第六十六条、第七十二条.</summary>
internal static class PayingRows
{
    /// <summary>Every row, in the order of the procedure.</summary>
    public static IReadOnlyList<ActRow> All =>
        [
            new(CaseAct.ApplyForDeferral, typeof(ApplyForDeferral))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Served],
                By = [Role.Officer],
                Needs = [PayingGates.FineOrdered, PayingGates.FineUnpaid],
                RestsOn = [Grounds.DecisionServed],
                Parts = [new("Application.AppliedOn", "申请") { Error = OrdinaryFile.TooEarly }],
                Sets = [new("Plan.DueOn", "所申请的缴纳日期")],
                Recording = new(ProcessStage.Execution, "经济困难的理由和证明", "延期（分期）缴纳罚款申请书"),
                Issues = [DocumentKind.DeferralApplication],
            },
            new(CaseAct.DecideDeferral, typeof(DecideDeferral))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Served],
                By = [Role.Head],
                NotBy = [CaseAct.ApplyForDeferral],
                Needs = [PayingGates.FineOrdered, PayingGates.FineUnpaid, PayingGates.DeferralAppliedFor],
                RestsOn = [Grounds.DeferralAsked],
                Starts = [DeadlineKind.Instalment, DeadlineKind.CourtApplication],
                Recording = new(ProcessStage.Execution, "批准意见、各期金额和期限", "延期（分期）缴纳罚款审批表、决定书"),
                Issues = [DocumentKind.DeferralApproval, DocumentKind.DeferralDecision],
            },
            new(CaseAct.DecideSurcharge, typeof(DecideSurcharge))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Served],
                By = [Role.Head],
                StepUp = true,
                Needs = [PayingGates.FineOrdered, InvestigationGates.NoCriminalCase],
                Parts = [new("CountedThrough", "计算截止日") { Error = LatePaymentSurcharge.CountedAhead }],
                Recording = new(ProcessStage.Execution, "起算日、天数、金额", "加处罚款决定书"),
                Issues = [DocumentKind.SurchargeDecision],
            },
        ];
}
