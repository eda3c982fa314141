using System.Collections.Frozen;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Cases;

/// <summary>Who may do what in cases: one line per operation.</summary>
internal static class CaseRights
{
    public static IEnumerable<Right> Rows =>
        [
            Write("DecideOnTheSpot", CaseAct.DecideOnTheSpot.Term(), Officer),
            Read("PreviewOnTheSpot", "当场处罚预先评估", Officer),
            Read("ListCases", "查阅案件列表", CaseReaders),
            Read("ReadCase", "查阅案件", CaseReaders),
            Read("ReadSimpleCaseLedger", "下载简易程序备案登记", Officer, TeamLead, DeputyHead, Head, Cashier, Supervisor),
            Read("ListCaseDeadlines", "查阅办案期限", CaseReaders),
            Read("ListDeadlines", "查阅期限台账", CaseReaders),
            Read("CountOverdueDeadlines", "查阅逾期统计", CaseReaders),
            Administer("ReadSetup", "启用检查", Administrator, CatalogueClerk, Head),
            BySystem("RecomputeDeadlines", "重新计算期限"),
            Read("ListWork", "查阅待办", CaseReaders),
            Read("CountWork", "查阅待办数量", [.. CaseReaders, CatalogueClerk]), // the clerk learns of a calendar year that is missing
            BySystem("ListWorkOfCases", "整理待办"),
            Write("IssueCaseDocument", "制作现场责令改正通知书、缴款通知书", Officer, Cashier),
            // Cases: acts
            Read("ReadActs", "查阅可办环节", CaseReaders),
            Write("ReportBack", CaseAct.ReportBack.Term(), Relation.OfficerOfCase, Officer),
            Write("RecheckCorrection", CaseAct.RecheckCorrection.Term(), Officer),
            Approve("CorrectError", CaseAct.CorrectError.Term(), Head),
            StepUp(Approve("RevokeDecision", CaseAct.Revoke.Term(), Head)),
            Write("CloseCase", CaseAct.Close.Term(), Officer, TeamLead),
            Write("OrderCorrection", CaseAct.OrderToCorrect.Term(), Officer),
            Write("RecheckCorrectionOrder", CaseAct.RecheckOrder.Term(), Officer),
            Write("WithdrawCorrectionOrder", "撤回责令改正通知", Head, DeputyHead),
            Read("ReadCorrectionOrder", "查阅责令改正通知", CaseReaders),
            Read("ListCorrectionOrders", "查阅责令改正通知列表", CaseReaders),
            .. OrdinaryProcedureRows(),
            Read("ReadFile", "查阅案卷", CaseReaders),
            // Cases: the procedure as it is published
            Open("ReadProcedure", "查看办案流程"),
            Open("ReadFlowChart", "查看办案流程图"),
            Open("ReadFlowChartText", "查看办案流程图文本"),
            Open("ReadRecordingList", "查看全过程记录清单"),
            Read("ReadReviewMatter", "查阅送审内容", CaseReaders),
            StepUp(Approve("VoidDocumentNumber", "文号作废", Head)),
        ];

    /// <summary>Rows of the ordinary procedure, from its own table.</summary>
    private static IEnumerable<Right> OrdinaryProcedureRows() =>
        OrdinaryProcedure
            .Rows.Where(row => row.Body is not null)
            .Select(row => new Right(
                row.Operation,
                row.Name,
                Grant.Roles,
                Reach.OwnOrgan,
                row.Relation switch
                {
                    ActorRelation.Any => Relation.Any,
                    ActorRelation.Handler => Relation.OfficerOfCase,
                    ActorRelation.Outsider => Relation.NotOfficerOfCase,
                },
                row.Admitted().ToFrozenSet()
            )
            {
                StepUp = row.StepUp,
                Approves = row.Approves,
            });
}
