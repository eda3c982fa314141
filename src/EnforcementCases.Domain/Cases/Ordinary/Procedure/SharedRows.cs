using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Acts that both procedures know and that have endpoints of their own: money, slips of the pen, revocation.</summary>
internal static class SharedRows
{
    /// <summary>Every row, in the order of the procedure.</summary>
    public static IReadOnlyList<ActRow> All =>
        [
            new(CaseAct.ReceivePayment, null)
            {
                From = CaseMoves.StagesOfOrdinary(CaseAct.ReceivePayment),
                By = [Role.Integration],
                Recording = new(ProcessStage.Execution, "缴款时间、数额", "缴款回单"),
            },
            new(CaseAct.CollectOnTheSpot, null)
            {
                From = CaseMoves.StagesOfOrdinary(CaseAct.CollectOnTheSpot),
                By = [Role.Officer],
                Relation = ActorRelation.Handler,
                Recording = new(ProcessStage.Execution, "当场收缴的理由、数额、票据", "罚款票据"),
            },
            new(CaseAct.RemitToOrgan, null)
            {
                From = CaseMoves.StagesOfOrdinary(CaseAct.RemitToOrgan),
                By = [Role.Officer, Role.Cashier],
                Recording = new(ProcessStage.Execution, "收缴款交至机关", "收缴款项交接单"),
            },
            new(CaseAct.RemitToBank, null)
            {
                From = CaseMoves.StagesOfOrdinary(CaseAct.RemitToBank),
                By = [Role.Cashier],
                Relation = ActorRelation.Outsider,
                Recording = new(ProcessStage.Execution, "收缴款缴付银行", "缴款回单"),
            },
            new(CaseAct.RecheckCorrection, null)
            {
                From = CaseMoves.StagesOfOrdinary(CaseAct.RecheckCorrection),
                By = [Role.Officer],
                Recording = new(ProcessStage.Execution, "改正情况和复查结果", "复查笔录", RecordedAct.RecheckOfCorrection),
            },
            new(CaseAct.CorrectError, null)
            {
                From = CaseMoves.StagesOfOrdinary(CaseAct.CorrectError),
                By = [Role.Head],
                Relation = ActorRelation.Outsider,
                Recording = new(ProcessStage.Decision, "补正的原文、更正后的内容和理由", "补正决定书"),
            },
            new(CaseAct.Revoke, null)
            {
                From = CaseMoves.StagesOfOrdinary(CaseAct.Revoke),
                To = CaseStage.Revoked,
                By = [Role.Head],
                Relation = ActorRelation.Outsider,
                Recording = new(ProcessStage.Decision, "撤销的理由", "撤销决定"),
            },
            new(CaseAct.Refund, null)
            {
                From = CaseMoves.StagesOfOrdinary(CaseAct.Refund),
                By = [Role.Cashier],
                Relation = ActorRelation.Outsider,
                Recording = new(ProcessStage.Execution, "退款数额", "退款凭证"),
            },
        ];
}
