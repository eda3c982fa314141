namespace EnforcementCases.Domain.Papers;

/// <summary>Fields of the forms of service, payment, execution, closing and cash (送达、缴款、执行、结案、票款).</summary>
public static class PerformanceFields
{
    /// <summary>送达文书.</summary>
    public static readonly TableField ServedDocuments = new("served-documents", "送达文书", "文书名称", "文书文号", "份数");

    /// <summary>受送达人.</summary>
    public static readonly TextField ServiceAddressee = new("service-addressee", "受送达人");

    /// <summary>送达方式.</summary>
    public static readonly ChoiceField ServiceWay = new(
        "service-way",
        "送达方式",
        "直接送达",
        "留置送达",
        "邮寄送达",
        "委托送达",
        "转交送达",
        "电子送达",
        "公告送达"
    );

    /// <summary>送达时间.</summary>
    public static readonly TextField ServedAt = new("served-at", "送达时间");

    /// <summary>送达地点.</summary>
    public static readonly TextField ServicePlace = new("service-place", "送达地点");

    /// <summary>代收人及与受送达人的关系.</summary>
    public static readonly TextField Recipient = new("recipient", "代收人及与受送达人的关系");

    /// <summary>拒收事由.</summary>
    public static readonly TextField RefusalReason = new("refusal-reason", "拒收事由");

    /// <summary>送达凭证.</summary>
    public static readonly TextField ServiceProof = new("service-proof", "送达凭证");

    /// <summary>送达地址.</summary>
    public static readonly TextField ServiceAddress = new("service-address", "送达地址");

    /// <summary>电子送达地址: Fax, e-mail and the like.</summary>
    public static readonly TextField ElectronicAddress = new("electronic-address", "电子送达地址");

    /// <summary>是否同意电子送达.</summary>
    public static readonly ChoiceField ElectronicConsent = new("electronic-consent", "是否同意电子送达", "同意", "不同意");

    /// <summary>申请事项.</summary>
    public static readonly ChoiceField DeferralKind = new("deferral-kind", "申请事项", "延期缴纳", "分期缴纳");

    /// <summary>证明材料.</summary>
    public static readonly ListField Proofs = new("proofs", "证明材料");

    /// <summary>缴款方案: Each amount with its date.</summary>
    public static readonly TableField Instalments = new("instalments", "缴款方案", "期次", "金额（元）", "缴款截止日期");

    /// <summary>起算日.</summary>
    public static readonly TextField SurchargeFrom = new("surcharge-from", "起算日");

    /// <summary>计算天数.</summary>
    public static readonly TextField SurchargeDays = new("surcharge-days", "计算天数");

    /// <summary>加处罚款数额.</summary>
    public static readonly TextField SurchargeAmount = new("surcharge-amount", "加处罚款数额");

    /// <summary>上限.</summary>
    public static readonly TextField SurchargeCeiling = new("surcharge-ceiling", "上限");

    /// <summary>应当履行的义务.</summary>
    public static readonly TextField Obligation = new("obligation", "应当履行的义务");

    /// <summary>履行期限.</summary>
    public static readonly TextField PerformBy = new("perform-by", "履行期限");

    /// <summary>履行方式.</summary>
    public static readonly TextField PerformHow = new("perform-how", "履行方式");

    /// <summary>金额及给付方式.</summary>
    public static readonly TextField MoneyDue = new("money-due", "金额及给付方式");

    /// <summary>强制执行的方式.</summary>
    public static readonly TextField Manner = new("manner", "强制执行的方式");

    /// <summary>强制执行的时间.</summary>
    public static readonly TextField ExecutionAt = new("execution-at", "强制执行的时间");

    /// <summary>催告情况.</summary>
    public static readonly TextField CallReference = new("call-reference", "催告情况");

    /// <summary>代履行标的.</summary>
    public static readonly TextField SubstituteObject = new("object", "代履行标的");

    /// <summary>费用预算.</summary>
    public static readonly TextField CostEstimate = new("cost-estimate", "费用预算");

    /// <summary>代履行人.</summary>
    public static readonly TextField Performer = new("performer", "代履行人");

    /// <summary>违法建筑物、构筑物、设施.</summary>
    public static readonly TextField Structure = new("structure", "违法建筑物、构筑物、设施");

    /// <summary>自行拆除期限.</summary>
    public static readonly TextField RemoveBy = new("remove-by", "自行拆除期限");

    /// <summary>受理法院.</summary>
    public static readonly TextField Court = new("court", "受理法院");

    /// <summary>行政机关负责人.</summary>
    public static readonly TextField HeadOfOrgan = new("head-of-organ", "行政机关负责人");

    /// <summary>当事人意见.</summary>
    public static readonly TextField PartyViews = new("party-views", "当事人意见");

    /// <summary>执行标的情况.</summary>
    public static readonly TextField ObjectState = new("object-state", "执行标的情况");

    /// <summary>申请事项.</summary>
    public static readonly TextField Request = new("request", "申请事项");

    /// <summary>结案理由.</summary>
    public static readonly TextField ClosingReason = new("closing-reason", "结案理由");

    /// <summary>处理结果.</summary>
    public static readonly TextField Result = new("result", "处理结果");

    /// <summary>履行情况.</summary>
    public static readonly TextField PerformanceState = new("performance-state", "履行情况");

    /// <summary>票据号.</summary>
    public static readonly ListField ReceiptNumbers = new("receipt-numbers", "票据号");

    /// <summary>物品处理情况.</summary>
    public static readonly TextField PropertyHandling = new("property-handling", "物品处理情况");

    /// <summary>音像记录编号.</summary>
    public static readonly ListField FootageNumbers = new("footage-numbers", "音像记录编号");

    /// <summary>案卷号.</summary>
    public static readonly TextField FileNumber = new("file-number", "案卷号");

    /// <summary>立案日期.</summary>
    public static readonly TextField FiledOn = new("filed-on", "立案日期");

    /// <summary>结案日期.</summary>
    public static readonly TextField ClosedOn = new("closed-on", "结案日期");

    /// <summary>归档日期.</summary>
    public static readonly TextField ArchivedOn = new("archived-on", "归档日期");

    /// <summary>保管期限.</summary>
    public static readonly TextField Retention = new("retention", "保管期限");

    /// <summary>卷内件数、页数.</summary>
    public static readonly TextField PaperCount = new("paper-count", "卷内件数、页数");

    /// <summary>立卷人.</summary>
    public static readonly TextField CompiledBy = new("compiled-by", "立卷人");

    /// <summary>检查人.</summary>
    public static readonly TextField InspectedBy = new("inspected-by", "检查人");

    /// <summary>卷内目录.</summary>
    public static readonly TableField Contents = new("contents", "卷内目录", "文书文号", "题名", "日期", "页号");

    /// <summary>卷内材料缺损、补充情况.</summary>
    public static readonly TextField Defects = new("defects", "卷内材料缺损、补充情况");

    /// <summary>交款人: the officer who hands over.</summary>
    public static readonly TextField HandedOverBy = new("handed-over-by", "交款人");

    /// <summary>交款时间.</summary>
    public static readonly TextField HandedOverAt = new("handed-over-at", "交款时间");

    /// <summary>票据合计: total of the receipts.</summary>
    public static readonly TextField HandoverTotal = new("handover-total", "票据合计");

    /// <summary>清点金额: what was counted.</summary>
    public static readonly TextField CountedTotal = new("counted-total", "清点金额");

    /// <summary>接收人.</summary>
    public static readonly TextField ReceivedBy = new("received-by", "接收人");

    /// <summary>接收时间.</summary>
    public static readonly TextField ReceivedAt = new("received-at", "接收时间");

    /// <summary>收缴款项: Each receipt with its decision, when it was taken, its amount and until when it was to be handed in.</summary>
    public static readonly TableField CollectedReceipts = new(
        "collected-receipts",
        "收缴款项",
        "票据号码",
        "决定书文号",
        "收缴日期",
        "金额（元）",
        "应交期限"
    );

    /// <summary>当场收缴: whether the fine is collected on the spot, and the ground.</summary>
    public static readonly TextField CollectedOnTheSpot = new("collected-on-the-spot", "当场收缴");

    /// <summary>拒绝签收: whether the party refused to sign, and the note on it.</summary>
    public static readonly TextField RefusalToSign = new("refusal-to-sign", "拒绝签收");

    /// <summary>缴款码.</summary>
    public static readonly TextField PaymentCodeText = new("payment-code", "缴款码");

    /// <summary>执收单位编码.</summary>
    public static readonly TextField CollectingUnitCode = new("collecting-unit-code", "执收单位编码");

    /// <summary>项目编码.</summary>
    public static readonly TextField IncomeItemCode = new("income-item-code", "项目编码");

    /// <summary>应缴数额: what is still to pay.</summary>
    public static readonly TextField AmountDue = new("amount-due", "应缴数额");
}
