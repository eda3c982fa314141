using EnforcementCases.Domain.Access;
using static EnforcementCases.Domain.Access.Role;

namespace EnforcementCases.Api.Access;

internal static partial class RightsTable
{
    private static Role[] CaseReaders =>
        [Officer, Auxiliary, TeamLead, LegalReviewer, HearingHost, DeputyHead, Head, Cashier, PublicityClerk, Supervisor];

    /// <summary>Who sees the money on its way. By receipt and by organ: no book ranks officers by what they took (APL-74).</summary>
    private static Role[] CashReaders => [Cashier, TeamLead, DeputyHead, Head, Supervisor];

    /// <summary>One line per operation; a new operation without a line fails the build.</summary>
    private static IEnumerable<Right> All() =>
        [
            // Access
            Open("SignIn", "登录"),
            Open("RefreshSession", "续期"),
            SignedIn("ReadSession", "查看当前登录"),
            SignedIn("SignOut", "退出"),
            SignedIn("ChangePassword", "修改口令"),
            SignedIn("ReadRights", "查看权限表"),
            Read("ListSecurityEvents", "查阅安全日志", Auditor),
            Administer("ListOrganisations", "查看机构", Administrator),
            Administer("ReadOrganisation", "查看机构", Administrator),
            Administer("FoundOrganisation", "设立机构", Administrator),
            Administer("ChangeOrganisationProfile", "变更机构信息", Administrator),
            Administer("ChangeSeal", "变更印章图样", Administrator),
            Administer("ListAccounts", "查看账号", Administrator),
            Administer("ReadAccount", "查看账号", Administrator),
            Administer("CreateAccount", "开通账号", Administrator),
            Administer("ReplaceRoles", "调整岗位", Administrator),
            Administer("ResetPassword", "重置口令", Administrator),
            Administer("UnlockAccount", "解锁账号", Administrator),
            Administer("DisableAccount", "停用账号", Administrator),
            Internal("FoundDemoOrganisations", "建立演示机构和账号"),
            Internal("FoundInstallation", "建立首个机构和管理员"),
            // Personnel
            Internal("CertifyDemoOfficers", "建立演示执法人员"),
            // Cases
            Write("DecideOnTheSpot", "当场处罚", Officer),
            Read("ListCases", "查阅案件列表", CaseReaders),
            Read("ReadCase", "查阅案件", CaseReaders),
            Read("ReadSimpleCaseLedger", "下载简易程序备案登记", Officer, TeamLead, DeputyHead, Head, Cashier, Supervisor),
            Read("ListCaseDeadlines", "查阅办案期限", CaseReaders),
            Read("ListDeadlines", "查阅期限台账", CaseReaders),
            Read("CountOverdueDeadlines", "查阅逾期统计", CaseReaders),
            Internal("RecomputeDeadlines", "重新计算期限"),
            Read("FindParties", "查询当事人", CaseReaders),
            Read("ReadPartyArchive", "查阅一户式执法档案", CaseReaders),
            Write("MergeParty", "当事人并户", Head),
            Write("SplitParty", "当事人拆分", Head),
            // Documents
            Read("ListCaseDocuments", "查阅案件文书", CaseReaders),
            Read("ReadDocumentFile", "查阅文书文件", CaseReaders),
            Read("ReadDocumentWord", "下载文书草稿", Officer, TeamLead, LegalReviewer, DeputyHead, Head),
            Write("PrintDocument", "打印文书", Officer, Auxiliary, TeamLead, Head, DeputyHead),
            Write("IssueCaseDocument", "制作现场责令改正通知书、缴款通知书", Officer, Cashier),
            Open("VerifyDocument", "查验文书"),
            // Catalogue
            SignedIn("ListViolations", "检索案由"),
            SignedIn("ReadViolation", "查看案由"),
            SignedIn("ListCategories", "查看案由类别"),
            SignedIn("ListPowers", "查看权责清单"),
            SignedIn("ListBenchmarks", "查看裁量权基准"),
            SignedIn("ListExemptions", "查看免罚清单"),
            SignedIn("ReadCalendar", "查看工作日历"),
            SignedIn("ListParameters", "查看因地参数"),
            Read("ListAdoptions", "查看承接事项", [.. CaseReaders, CatalogueClerk, Administrator, Auditor]),
            Write("AdoptMatter", "承接赋权事项", CatalogueClerk),
            Internal("AdoptDemoMatters", "建立演示承接事项"),
            // Cases: acts
            Read("ReadActs", "查阅可办环节", CaseReaders),
            Write("ReportBack", "报备案", Relation.OfficerOfCase, Officer),
            Write("RecheckCorrection", "复查改正情况", Officer),
            Write("CorrectError", "补正", Officer, TeamLead),
            Write("RevokeDecision", "撤销处罚决定", Relation.NotOfficerOfCase, Head),
            Write("CloseCase", "结案", Officer, TeamLead),
            Write("OrderCorrection", "责令限期改正", Officer),
            Write("RecheckCorrectionOrder", "复查责令改正", Officer),
            Read("ReadCorrectionOrder", "查阅责令改正通知", CaseReaders),
            Read("ListCorrectionOrders", "查阅责令改正通知列表", CaseReaders),
            .. OfOrdinaryProcedure(),
            Read("ReadFile", "查阅案卷", CaseReaders),
            // Cases: the procedure as it is published
            Open("ReadProcedure", "查看办案流程"),
            Open("ReadFlowChart", "查看办案流程图"),
            Open("ReadFlowChartText", "查看办案流程图文本"),
            Open("ReadRecordingList", "查看全过程记录清单"),
            // Legal review
            Read("ListReviewTasks", "查阅法制审核任务", Officer, TeamLead, LegalReviewer, DeputyHead, Head, Supervisor),
            Read(
                "ReadReviewWorkload",
                "查阅法制审核工作量和人员配备",
                TeamLead,
                LegalReviewer,
                DeputyHead,
                Head,
                Supervisor,
                Administrator
            ),
            Read("ReadReviewMatter", "查阅送审内容", CaseReaders),
            SignedIn("ReadReviewCatalogue", "查看法制审核目录"),
            SignedIn("ListReviewTemplates", "查看法制审核目录模板"),
            Read("ListReviewCatalogues", "查看法制审核目录的发布和确认", [.. CaseReaders, CatalogueClerk, Administrator, Auditor]),
            Administer("AdoptReviewCatalogue", "发布法制审核目录", CatalogueClerk), // by districts for their streets as well
            Administer("ConfirmReviewCatalogue", "确认法制审核目录", CatalogueClerk),
            // Fines
            Write("CollectOnTheSpot", "当场收缴罚款", Relation.OfficerOfCase, Officer),
            Write("RemitToOrgan", "收缴款交机关", Officer, Cashier),
            Write("RemitToBank", "收缴款缴付银行", Relation.NotOfficerOfCase, Cashier),
            Write("RefundPayment", "退还罚款", Relation.NotOfficerOfCase, Cashier),
            Signed("ReceivePayment", "银行缴款通知"),
            Read("ListRemittances", "查阅收缴款缴付", Cashier, Officer, TeamLead, DeputyHead, Head, Supervisor),
            // Fines: the cash desk
            Write("ReceiveReceipts", "票据入库", Cashier),
            Write("MoveReceipts", "票据领用、交回、作废、声明、缴回", Cashier),
            Read("ReadReceiptBatch", "查阅票据批次", CashReaders),
            Read("ReadReceiptBook", "查阅票据结存", CashReaders),
            Read("ReadReceipt", "查阅票据流转", CashReaders),
            Write("HandOverCash", "收缴款交接", Officer, Cashier),
            Write("ReceiveHandover", "接收收缴款", Cashier),
            Read("ReadHandover", "查阅交接单", CashReaders),
            Read("ReadHandoverSlip", "打印交接单", CashReaders),
            Write("DepositCash", "收缴款缴存银行", Relation.NotOfficerOfCase, Cashier),
            Read("ReadDayBook", "查阅收缴款日记账", CashReaders),
            Read("ReadMonthBook", "查阅收缴款月报", CashReaders),
            Read("ReadMonthWorkbook", "下载收缴款月报", CashReaders),
            Write("ExplainDifference", "说明账簿差异", Cashier, TeamLead, DeputyHead, Head),
            Write("CloseCashMonth", "月账结账", Cashier),
            Write("CountersignCashMonth", "月账复核", Cashier, DeputyHead, Head),
            Write("SendBackCashMonth", "退回月账", Cashier, DeputyHead, Head),
            Read("ListCashDuties", "查阅出纳待办", CashReaders),
            Write("ImportBankStatement", "银行对账", Cashier),
            Read("ReadBankStatement", "查阅对账结果", CashReaders),
            Read("ListPaymentsNotOwed", "查阅待退款项", CashReaders),
            Write("RefundPaymentNotOwed", "退还重复、误缴款", Relation.NotOfficerOfCase, Cashier),
            // Documents: numbers
            Read("ListDocumentNumbers", "查阅文号台账", Cashier, Officer, TeamLead, DeputyHead, Head, Supervisor, Auditor),
            Write("VoidDocumentNumber", "文号作废", Relation.NotOfficerOfCase, Head),
            // Personnel
            Read("ListOfficers", "查看人员名册", [.. CaseReaders, CatalogueClerk, Administrator, Auditor]),
            Read("ReadOfficer", "查看人员信息", [.. CaseReaders, CatalogueClerk, Administrator, Auditor]),
            Administer("EnterOfficer", "登记人员", Administrator),
            Administer("CertifyOfficer", "登记执法证件", Administrator),
            Administer("SuspendCertificate", "暂扣执法证件", Administrator),
            Administer("LiftCertificateSuspension", "发还执法证件", Administrator),
            Administer("CancelCertificate", "注销执法证件", Administrator),
            Administer("TransferOfficer", "人员调动", Administrator),
            Administer("ReadPerson", "查看人员", Administrator),
            Administer("EnterLegalQualification", "登记法律职业资格", Administrator),
            Administer("ImportOfficers", "批量导入人员", Administrator),
            Administer("ReadImportTemplate", "下载人员导入模板", Administrator),
            // Recording
            Read("ReadRecord", "查阅全过程记录", [.. CaseReaders, Auditor]),
            Read("VerifyRecord", "校验全过程记录", [.. CaseReaders, Auditor]),
            // Discretion
            Write("AssessPenalty", "裁量评估", Officer, TeamLead, LegalReviewer, DeputyHead, Head),
            Read("ReadAssessment", "查阅裁量评估", CaseReaders),
            Read("ReplayAssessment", "重演裁量评估", CaseReaders),
            // Statistics
            Read("ReadFigures", "查阅统计指标", CaseReaders),
            Read("ListFigureCases", "查阅指标逐案清单", CaseReaders),
            Read("ReadYearReport", "查阅年度报告文字", CaseReaders),
            Read("ListSnapshots", "查阅统计快照目录", CaseReaders),
            Read("ReadSnapshot", "查阅统计快照", CaseReaders),
            Write("TakeSnapshot", "生成年度统计快照", Head, Supervisor),
            // Jobs
            Administer("ListJobs", "查看定时任务", Administrator),
            Administer("RunJob", "立即执行定时任务", Administrator),
            Internal("CreateNumberCounters", "建立文号计数器"),
            Internal("RemoveExpiredRequests", "清理过期的幂等记录"),
        ];
}
