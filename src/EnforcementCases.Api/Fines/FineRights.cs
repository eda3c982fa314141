using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Fines;

/// <summary>Who may do what in fines and the cash desk: one line per operation.</summary>
internal static class FineRights
{
    /// <summary>Roles that may read the cash books. Books are by receipt and by organ: none ranks officers by what they collected (APL-74).</summary>
    private static Role[] CashReaders => [Cashier, TeamLead, DeputyHead, Head, Supervisor];

    public static IEnumerable<Right> Rows =>
        [
            Write("CollectOnTheSpot", CaseAct.CollectOnTheSpot.Term(), Relation.OfficerOfCase, Officer),
            Write("RemitToOrgan", CaseAct.RemitToOrgan.Term(), Officer, Cashier),
            Write("RemitToBank", CaseAct.RemitToBank.Term(), Relation.NotOfficerOfCase, Cashier),
            Write("RefundPayment", CaseAct.Refund.Term(), Relation.NotOfficerOfCase, Cashier),
            Signed("ReceivePayment", "银行缴款通知"),
            Open("ReadPublicFine", "凭缴款码查询应缴罚款"),
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
            Write("ApproveRefundNotOwed", "批准退还多缴、重复、误缴款", Relation.NotOfficerOfCase, DeputyHead, Head),
            Write("RefundPaymentNotOwed", "退还重复、误缴款", Relation.NotOfficerOfCase, Cashier),
        ];
}
