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
                Procedures = ActRow.Both,
                From = [CaseStage.Served, CaseStage.Closed, CaseStage.Archived],
                By = [Role.Officer, Role.LegalReviewer],
                RestsOn = [Grounds.DecisionMade],
                Parts =
                [
                    new("AppliedOn", "申请") { Error = RemedyPhase.RemedyOutOfOrder },
                    new("AcceptedOn", "受理") { Error = RemedyPhase.RemedyOutOfOrder, Follows = true },
                    new("Stays.From", "停止执行的起始日"),
                    new("OppositeRequests.MadeOn", "第三人的相反请求"),
                ],
                Recording = new(ProcessStage.Execution, "复议、诉讼的受理和停止执行", "复议诉讼登记"),
            },
            new(CaseAct.EnterRemedyResult, typeof(EnterRemedyResult))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Served, CaseStage.Closed, CaseStage.Archived, CaseStage.Revoked],
                By = [Role.Officer, Role.LegalReviewer],
                Relation = ActorRelation.Outsider,
                Needs = [RemedyGates.RemedyEntered],
                RestsOn = [Grounds.RemedyAccepted],
                Parts =
                [
                    new("IssuedOn", "结果文书") { Error = RemedyPhase.RemedyOutOfOrder },
                    new("ResultServedOn", "结果的送达") { Error = RemedyPhase.RemedyOutOfOrder },
                    new("Services.ServedOn", "裁判文书的送达") { Error = RemedyPhase.RemedyOutOfOrder },
                ],
                Recording = new(ProcessStage.Execution, "复议决定、判决的结果", "复议决定书、判决书"),
            },
            new(CaseAct.EnterAppeal, typeof(EnterAppeal))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Served, CaseStage.Closed, CaseStage.Archived, CaseStage.Revoked],
                By = [Role.Officer, Role.LegalReviewer, Role.Head],
                Needs = [RemedyGates.ResultEntered],
                Names = [References.RemedyResult],
                Parts = [new("FiledOn", "上诉") { Error = RemedyPhase.RemedyOutOfOrder }],
                Recording = new(ProcessStage.Execution, "上诉人、上诉日期、上诉法院", "上诉状"),
            },
            new(CaseAct.ConfirmRemedyResult, typeof(ConfirmRemedyResult))
            {
                Procedures = ActRow.Both,
                From = [CaseStage.Served, CaseStage.Closed, CaseStage.Archived, CaseStage.Revoked],
                OrTo = [CaseStage.Revoked],
                By = [Role.Head],
                IfHandled = RemedyResultOnPaper.ByHandler,
                IfProposed = RemedyPhase.ConfirmedBySamePerson,
                NotBy = [CaseAct.EnterRemedyResult],
                Relation = ActorRelation.Outsider,
                StepUp = true,
                Needs = [RemedyGates.ResultEntered],
                Names = [References.RemedyResult],
                RestsOn = [Grounds.RemedyResultEntered],
                Starts = [DeadlineKind.CourtApplication],
                Recording = new(ProcessStage.Execution, "复议、诉讼结果的确认", "复议诉讼结果确认单"),
            },
            new(CaseAct.Invalidate, typeof(Invalidate))
            {
                Procedures = ActRow.Both,
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
