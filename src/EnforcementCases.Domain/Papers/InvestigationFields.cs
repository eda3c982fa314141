namespace EnforcementCases.Domain.Papers;

/// <summary>Fields of the forms of filing and investigation (立案、调查取证).</summary>
public static class InvestigationFields
{
    /// <summary>案件来源: Inspection, complaint, transfer, assignment, random check (检查、投诉举报、移送、交办、双随机).</summary>
    public static readonly TextField Source = new("source", "案件来源");

    /// <summary>登记时间.</summary>
    public static readonly TextField SourceAt = new("source-at", "登记时间");

    /// <summary>线索提供人.</summary>
    public static readonly TextField Informant = new("informant", "线索提供人");

    /// <summary>线索内容.</summary>
    public static readonly TextField Clue = new("clue", "线索内容");

    /// <summary>登记人.</summary>
    public static readonly TextField Registrar = new("registrar", "登记人");

    /// <summary>拟立案依据.</summary>
    public static readonly TextField FilingBasis = new("filing-basis", "拟立案依据");

    /// <summary>起止时间: When it began and ended (时间起止).</summary>
    public static readonly TextField Period = new("period", "起止时间");

    /// <summary>出示执法证件情况: When and with which numbers the certificates were shown.</summary>
    public static readonly TextField CertificateShown = new("certificate-shown", "出示执法证件情况");

    /// <summary>权利义务告知情况.</summary>
    public static readonly TextField RightsNotified = new("rights-told", "权利义务告知情况");

    /// <summary>是否申请回避: What was answered when asked about recusal.</summary>
    public static readonly TextField RecusalAnswer = new("recusal-answer", "是否申请回避");

    /// <summary>被检查人（单位）.</summary>
    public static readonly TextField Inspected = new("inspected", "被检查人（单位）");

    /// <summary>现场负责人.</summary>
    public static readonly TextField OnSite = new("on-site", "现场负责人");

    /// <summary>现场情况.</summary>
    public static readonly TextField SceneFindings = new("scene-findings", "现场情况");

    /// <summary>附图、照片编号.</summary>
    public static readonly ListField Photos = new("photos", "附图、照片编号");

    /// <summary>核对情况: Who read the record, and that it agrees (核对无误).</summary>
    public static readonly TextField CheckedBy = new("checked-by", "核对情况");

    /// <summary>被询问人.</summary>
    public static readonly TextField Interviewee = new("interviewee", "被询问人");

    /// <summary>性别、年龄.</summary>
    public static readonly TextField IntervieweeDetails = new("interviewee-details", "性别、年龄");

    /// <summary>证件类型及号码.</summary>
    public static readonly TextField IntervieweeDocument = new("interviewee-document", "证件类型及号码");

    /// <summary>工作单位及职务.</summary>
    public static readonly TextField IntervieweeWork = new("interviewee-work", "工作单位及职务");

    /// <summary>住址及联系电话.</summary>
    public static readonly TextField IntervieweeAddress = new("interviewee-address", "住址及联系电话");

    /// <summary>与本案关系.</summary>
    public static readonly TextField RelationToCase = new("relation-to-case", "与本案关系");

    /// <summary>记录人.</summary>
    public static readonly TextField Recorder = new("recorder", "记录人");

    /// <summary>询问内容.</summary>
    public static readonly DialogueField Dialogue = new("dialogue", "询问内容");

    /// <summary>改正情况.</summary>
    public static readonly ChoiceField CorrectionResult = new("correction-result", "改正情况", "已改正", "部分改正", "未改正");

    /// <summary>照片对比: Photographs before and after.</summary>
    public static readonly TextField Comparison = new("comparison", "照片对比");

    /// <summary>责令改正通知书文号.</summary>
    public static readonly TextField CorrectionOrderNumber = new("correction-order-number", "责令改正通知书文号");

    /// <summary>证据提供人.</summary>
    public static readonly TextField Provider = new("provider", "证据提供人");

    /// <summary>证据清单: Name, source, how it was taken, quantity, check value of electronic data.</summary>
    public static readonly TableField EvidenceItems = new(
        "evidence-items",
        "证据清单",
        "证据名称",
        "来源",
        "提取方法",
        "数量",
        "校验值（电子数据）"
    );

    /// <summary>抽样清单.</summary>
    public static readonly TableField Samples = new("samples", "抽样清单", "样品名称", "规格型号", "抽样数量", "封样情况");

    /// <summary>先行登记保存物品清单.</summary>
    public static readonly TableField PreservedItems = new(
        "preserved-items",
        "先行登记保存物品清单",
        "物品名称",
        "规格型号",
        "数量",
        "状况"
    );

    /// <summary>批准人及批准时间: The head who approved, and when (负责人批准).</summary>
    public static readonly TextField ApprovedBy = new("approved-by", "批准人及批准时间");

    /// <summary>保存地点.</summary>
    public static readonly TextField KeptAt = new("kept-at", "保存地点");

    /// <summary>保存期限.</summary>
    public static readonly TextField KeptFor = new("kept-for", "保存期限");

    /// <summary>物品处理清单: Each item with what becomes of it: 发还、没收、移送鉴定、转查封扣押.</summary>
    public static readonly TableField HandledItems = new("handled-items", "物品处理清单", "物品名称", "数量", "处理方式", "处理依据");

    /// <summary>措施.</summary>
    public static readonly ChoiceField Measure = new("measure", "措施", "查封", "扣押");

    /// <summary>期限: From when to when, at most thirty days.</summary>
    public static readonly TextField SeizureTerm = new("seizure-term", "期限");

    /// <summary>查封（扣押）清单.</summary>
    public static readonly TableField SeizedItems = new(
        "seized-items",
        "查封（扣押）清单",
        "场所、设施、财物名称",
        "规格型号",
        "数量",
        "状况"
    );

    /// <summary>保管地点.</summary>
    public static readonly TextField Custody = new("custody", "保管地点");

    /// <summary>解除清单.</summary>
    public static readonly TableField LiftedItems = new("lifted-items", "解除清单", "场所、设施、财物名称", "数量", "退还情况");

    /// <summary>取得财物的措施: sealing, detaining or registration.</summary>
    public static readonly TextField TakenBy = new("taken-by", "措施");

    /// <summary>查找当事人的经过.</summary>
    public static readonly TextField OwnerSought = new("owner-sought", "查找、通知当事人的经过");

    /// <summary>认领截止日期.</summary>
    public static readonly TextField ClaimUntil = new("claim-until", "认领截止日期");

    /// <summary>发布处所.</summary>
    public static readonly TextField PublishedIn = new("published-in", "发布处所");

    /// <summary>认领物品清单.</summary>
    public static readonly TableField ClaimedItems = new("claimed-items", "认领物品清单", "物品名称", "数量", "状况");

    /// <summary>处理方式.</summary>
    public static readonly TextField DisposalWay = new("disposal-way", "处理方式");

    /// <summary>去向.</summary>
    public static readonly TextField DisposedTo = new("disposed-to", "买受人、接收单位或者销毁地点");

    /// <summary>票据号.</summary>
    public static readonly TextField MoneyReceipt = new("money-receipt", "票据或者缴库凭证号");

    /// <summary>处理物品清单.</summary>
    public static readonly TableField DisposedItems = new(
        "disposed-items",
        "处理物品清单",
        "物品名称",
        "数量",
        "市场价格",
        "价格来源或者没有价值的理由",
        "所得价款"
    );

    /// <summary>退还时间.</summary>
    public static readonly TextField ReturnedAt = new("returned-at", "退还时间");

    /// <summary>接收人.</summary>
    public static readonly TextField Receiver = new("receiver", "接收人");

    /// <summary>复查时间.</summary>
    public static readonly TextField RecheckOn = new("recheck-on", "复查时间");

    /// <summary>逾期不改正的后果.</summary>
    public static readonly TextField Consequence = new("consequence", "逾期不改正的后果");

    /// <summary>承诺内容.</summary>
    public static readonly TextField Commitment = new("commitment", "承诺内容");

    /// <summary>适用的免罚清单事项.</summary>
    public static readonly TextField ExemptionItem = new("exemption-item", "适用的免罚清单事项");
}
