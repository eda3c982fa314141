using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>救济、重新处理. 行政处罚法 第三十八条、第七十三条; 行政复议法 第六十四条.</summary>
internal static class RemedyRows
{
    /// <summary>Every row, in the order of the procedure.</summary>
    public static IReadOnlyList<ActRow> All =>
        [
            new(CaseAct.EnterRemedy, typeof(EnterRemedy))
            {
                From = [CaseStage.Served, CaseStage.Closed, CaseStage.Archived],
                By = [Role.Officer, Role.LegalReviewer],
                RestsOn = [Grounds.DecisionMade],
                Parts =
                [
                    new("AppliedOn", "申请") { Error = RemedyPhase.RemedyOutOfOrder },
                    new("AcceptedOn", "受理") { Error = RemedyPhase.RemedyOutOfOrder, Follows = true },
                    new("Stays.From", "停止执行的起始日"),
                ],
                Recording = new(ProcessStage.Execution, "复议、诉讼的受理和停止执行", "复议诉讼登记"),
            },
            new(CaseAct.EnterRemedyResult, typeof(EnterRemedyResult))
            {
                From = [CaseStage.Served, CaseStage.Closed, CaseStage.Archived, CaseStage.Revoked],
                OrTo = [CaseStage.Revoked],
                By = [Role.Officer, Role.LegalReviewer],
                Needs = [RemedyGates.RemedyEntered],
                RestsOn = [Grounds.RemedyAccepted],
                Parts = [new("ResultServedOn", "结果的送达") { Error = RemedyPhase.RemedyOutOfOrder }],
                Starts = [DeadlineKind.CourtApplication],
                Recording = new(ProcessStage.Execution, "复议决定、判决的结果", "复议决定书、判决书"),
            },
            new(CaseAct.Invalidate, typeof(Invalidate))
            {
                From = [CaseStage.Decided, CaseStage.Served, CaseStage.Closed, CaseStage.Archived],
                To = CaseStage.Revoked,
                By = [Role.Head],
                Relation = ActorRelation.Outsider,
                StepUp = true,
                Needs = [RemedyGates.DecisionInForce],
                Recording = new(ProcessStage.Decision, "无效的法定情形和理由", "确认无效决定"),
            },
            new(CaseAct.Reopen, typeof(Reopen))
            {
                From = [CaseStage.Revoked],
                To = CaseStage.Investigating,
                By = [Role.Head],
                StepUp = true,
                Needs = [RemedyGates.Refunded],
                RestsOn = [Grounds.DecisionFallen],
                Starts = [DeadlineKind.Decision],
                Recording = new(ProcessStage.Initiation, "重新处理的理由、新的事实", "重新处理审批"),
            },
        ];
}
