namespace EnforcementCases.Domain.Papers;

<<<<<<< HEAD
/// <summary>Fields that many forms have in common: case, party, organ. Every field of the forms is defined once, here or in the classes of its phase; a caller of
/// <see cref="FormValues"/> names it.</summary>
=======
/// <summary>All fields of the forms, as named by callers of <see cref="FormValues"/>.</summary>
>>>>>>> ff89143f28d2fbd79e1f669e99aa5730bf6c1ace
public static class FormFields
{
    /// <summary>案由.</summary>
    public static readonly TextField Cause = new("cause", "案由");

    /// <summary>立案号.</summary>
    public static readonly TextField CaseNumber = new("case-number", "立案号");

    /// <summary>违法事实: the facts found.</summary>
    public static readonly TextField Facts = new("facts", "违法事实");

    /// <summary>简要案情.</summary>
    public static readonly TextField CaseSummary = new("case-summary", "简要案情");

    /// <summary>违法时间.</summary>
    public static readonly TextField ActAt = new("act-at", "违法时间");

    /// <summary>地点.</summary>
    public static readonly TextField Place = new("place", "地点");

    /// <summary>违法行为.</summary>
    public static readonly TextField Act = new("act", "违法行为");

    /// <summary>违反的规定: The provisions broken, down to 条、款、项.</summary>
    public static readonly TextField ViolatedArticles = new("violated-articles", "违反的规定");

    /// <summary>处罚依据: The provisions the penalty is based on, down to 条、款、项.</summary>
    public static readonly TextField PenaltyBasis = new("penalty-basis", "处罚依据");

    /// <summary>依据: The provisions that the paper is based on.</summary>
    public static readonly TextField Basis = new("basis", "依据");

    /// <summary>理由.</summary>
    public static readonly TextField Reason = new("reason", "理由");

    /// <summary>承办人: The two officers who handle the case (承办人).</summary>
    public static readonly OfficersField Handlers = new("handlers", "承办人");

    /// <summary>备注.</summary>
    public static readonly TextField Remarks = new("remarks", "备注");

    /// <summary>当事人.</summary>
    public static readonly TextField Party = new("party", "当事人");

    /// <summary>证件类型及号码.</summary>
    public static readonly TextField PartyDocument = new("party-document", "证件类型及号码");

    /// <summary>法定代表人（负责人）.</summary>
    public static readonly TextField PartyRepresentative = new("party-representative", "法定代表人（负责人）");

    /// <summary>住址（住所）.</summary>
    public static readonly TextField PartyAddress = new("party-address", "住址（住所）");

    /// <summary>联系电话.</summary>
    public static readonly TextField PartyPhone = new("party-phone", "联系电话");

    /// <summary>致: the organ a party writes to.</summary>
    public static readonly TextField ReceivingOrgan = new("receiving-organ", "致");

<<<<<<< HEAD
=======
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
    public static readonly TextField RightsTold = new("rights-told", "权利义务告知情况");

    /// <summary>是否申请回避: The answer to the question about recusal.</summary>
    public static readonly TextField RecusalAnswer = new("recusal-answer", "是否申请回避");

    /// <summary>被检查人（单位）.</summary>
    public static readonly TextField Inspected = new("inspected", "被检查人（单位）");

    /// <summary>现场负责人.</summary>
    public static readonly TextField OnSite = new("on-site", "现场负责人");

>>>>>>> ff89143f28d2fbd79e1f669e99aa5730bf6c1ace
    /// <summary>见证人.</summary>
    public static readonly TextField Witness = new("witness", "见证人");

    /// <summary>证据.</summary>
    public static readonly ListField Evidence = new("evidence", "证据");

    /// <summary>通知书文号.</summary>
    public static readonly TextField NoticeNumber = new("notice-number", "通知书文号");

<<<<<<< HEAD
=======
    /// <summary>物品处理清单: Each item with its disposal: 发还、没收、移送鉴定、转查封扣押.</summary>
    public static readonly TableField HandledItems = new("handled-items", "物品处理清单", "物品名称", "数量", "处理方式", "处理依据");

    /// <summary>措施.</summary>
    public static readonly ChoiceField Measure = new("measure", "措施", "查封", "扣押");

    /// <summary>期限: Beginning and end, at most thirty days.</summary>
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

>>>>>>> ff89143f28d2fbd79e1f669e99aa5730bf6c1ace
    /// <summary>决定书文号.</summary>
    public static readonly TextField DecisionNumber = new("decision-number", "决定书文号");

    /// <summary>救济途径和期限: Ways and time limits of remedy, as RemedyAdvice words them for the paper's date.</summary>
    public static readonly TextField RemedyText = new("remedies", "救济途径和期限");

    /// <summary>改正内容及要求.</summary>
    public static readonly TextField Requirement = new("requirement", "改正内容及要求");

    /// <summary>改正期限.</summary>
    public static readonly TextField CorrectBy = new("correct-by", "改正期限");

<<<<<<< HEAD
=======
    /// <summary>复查时间.</summary>
    public static readonly TextField RecheckOn = new("recheck-on", "复查时间");

    /// <summary>逾期不改正的后果.</summary>
    public static readonly TextField Consequence = new("consequence", "逾期不改正的后果");

    /// <summary>承诺内容.</summary>
    public static readonly TextField Commitment = new("commitment", "承诺内容");

    /// <summary>适用的免罚清单事项.</summary>
    public static readonly TextField ExemptionItem = new("exemption-item", "适用的免罚清单事项");

    /// <summary>调查经过.</summary>
    public static readonly TextField Course = new("course", "调查经过");

    /// <summary>违法行为定性.</summary>
    public static readonly TextField Nature = new("nature", "违法行为定性");

    /// <summary>裁量阶次与理由: Tier, benchmark and reasons for the amount (裁量).</summary>
    public static readonly TextField Discretion = new("discretion", "裁量阶次与理由");

    /// <summary>处理建议.</summary>
    public static readonly TextField Proposal = new("proposal", "处理建议");

    /// <summary>送审时间.</summary>
    public static readonly TextField SubmittedAt = new("submitted-at", "送审时间");

    /// <summary>送审机构及承办人.</summary>
    public static readonly TextField SubmittedBy = new("submitted-by", "送审机构及承办人");

    /// <summary>审核项目: The seven points, each with a result.</summary>
    public static readonly TableField ReviewPoints = new("review-points", "审核项目", "审核内容", "结论", "说明");

    /// <summary>审核结论.</summary>
    public static readonly ChoiceField ReviewOutcome = new(
        "review-outcome",
        "审核结论",
        "通过",
        "修改后通过",
        "退回补正",
        "不通过",
        "移送"
    );

    /// <summary>审核意见.</summary>
    public static readonly TextField ReviewOpinion = new("review-opinion", "审核意见");

    /// <summary>审核人.</summary>
    public static readonly TextField Reviewer = new("reviewer", "审核人");

    /// <summary>审核人资格: Number of the qualification (法律职业资格), or why none is needed.</summary>
    public static readonly TextField ReviewerQualification = new("reviewer-qualification", "审核人资格");

    /// <summary>拟作出的行政处罚: Kinds and amounts, exactly.</summary>
    public static readonly ListField ProposedPenalty = new("proposed-penalty", "拟作出的行政处罚");

    /// <summary>陈述、申辩期限: Length of the period, in words: 三个工作日内.</summary>
    public static readonly TextField DefenceTerm = new("defence-term", "陈述、申辩期限");

    /// <summary>听证权利依据: Ground of the right to a hearing; if given, the notice contains that right.</summary>
    public static readonly TextField HearingGround = new("hearing-ground", "听证权利依据");

>>>>>>> ff89143f28d2fbd79e1f669e99aa5730bf6c1ace
    /// <summary>联系人及联系方式.</summary>
    public static readonly TextField Contact = new("contact", "联系人及联系方式");

    /// <summary>联系地址.</summary>
    public static readonly TextField ContactAddress = new("contact-address", "联系地址");

<<<<<<< HEAD
=======
    /// <summary>陈述申辩要点.</summary>
    public static readonly ListField DefenceWords = new("defence-words", "陈述申辩要点");

    /// <summary>复核情况: What the re-check found, point by point.</summary>
    public static readonly ListField DefenceFindings = new("defence-findings", "复核情况");

    /// <summary>复核结论及采纳理由.</summary>
    public static readonly TextField DefenceConclusion = new("defence-conclusion", "复核结论及采纳理由");

    /// <summary>复核人.</summary>
    public static readonly TextField DefenceRechecker = new("defence-rechecker", "复核人");

    /// <summary>听证时间.</summary>
    public static readonly TextField HearingAt = new("hearing-at", "听证时间");

    /// <summary>听证地点.</summary>
    public static readonly TextField HearingPlace = new("hearing-place", "听证地点");

    /// <summary>听证主持人.</summary>
    public static readonly TextField HearingHost = new("hearing-host", "听证主持人");

    /// <summary>听证方式.</summary>
    public static readonly ChoiceField HearingOpenness = new("hearing-openness", "听证方式", "公开举行", "不公开举行");

    /// <summary>委托代理人.</summary>
    public static readonly TextField Agents = new("agents", "委托代理人");

    /// <summary>参加人.</summary>
    public static readonly ListField Participants = new("participants", "参加人");

    /// <summary>调查人员意见: What the investigators brought forward and proposed (举证与建议).</summary>
    public static readonly TextField Investigators = new("investigators", "调查人员意见");

    /// <summary>当事人申辩和质证.</summary>
    public static readonly TextField PartyArgument = new("party-argument", "当事人申辩和质证");

    /// <summary>主要争议焦点.</summary>
    public static readonly ListField Issues = new("issues", "主要争议焦点");

    /// <summary>证据采信情况.</summary>
    public static readonly TextField EvidenceFindings = new("evidence-findings", "证据采信情况");

    /// <summary>听证笔录: Date and pages of the record that it is based on.</summary>
    public static readonly TextField HearingRecordReference = new("hearing-record-reference", "听证笔录");

    /// <summary>讨论时间.</summary>
    public static readonly TextField DiscussionAt = new("discussion-at", "讨论时间");

    /// <summary>主持人.</summary>
    public static readonly TextField DiscussionChair = new("discussion-chair", "主持人");

    /// <summary>列席人员.</summary>
    public static readonly TextField Attending = new("attending", "列席人员");

    /// <summary>讨论意见: The opinion of each participant, one row each.</summary>
    public static readonly TableField Views = new("views", "讨论意见", "姓名", "职务", "意见");

    /// <summary>不同意见.</summary>
    public static readonly TextField DissentingViews = new("dissenting-views", "不同意见");

    /// <summary>讨论结论.</summary>
    public static readonly TextField Conclusion = new("conclusion", "讨论结论");

    /// <summary>法制审核意见.</summary>
    public static readonly TextField ReviewSummary = new("review-summary", "法制审核意见");

    /// <summary>陈述申辩及听证情况.</summary>
    public static readonly TextField DefenceSummary = new("defence-summary", "陈述申辩及听证情况");

    /// <summary>承办人意见.</summary>
    public static readonly OpinionField HandlerOpinion = new("handler-opinion", "承办人意见");

    /// <summary>承办机构负责人意见.</summary>
    public static readonly OpinionField TeamOpinion = new("team-opinion", "承办机构负责人意见");

    /// <summary>法制审核机构意见.</summary>
    public static readonly OpinionField LegalOpinion = new("legal-opinion", "法制审核机构意见");

    /// <summary>分管负责人意见.</summary>
    public static readonly OpinionField DeputyOpinion = new("deputy-opinion", "分管负责人意见");

    /// <summary>主要负责人意见.</summary>
    public static readonly OpinionField HeadOpinion = new("head-opinion", "主要负责人意见");

    /// <summary>受理意见.</summary>
    public static readonly OpinionField AcceptanceOpinion = new("acceptance-opinion", "受理意见");

    /// <summary>受理人.</summary>
    public static readonly TextField AcceptedBy = new("accepted-by", "受理人");

    /// <summary>告知与听取意见情况: When the notice was served, what the party answered, whether it was accepted.</summary>
    public static readonly TextField Told = new("told", "告知与听取意见情况");

    /// <summary>处罚决定: Kinds and amounts.</summary>
    public static readonly ListField Penalty = new("penalty", "处罚决定");

    /// <summary>罚款数额.</summary>
    public static readonly TextField Fine = new("fine", "罚款数额");

    /// <summary>履行方式和期限.</summary>
    public static readonly TextField Performance = new("performance", "履行方式和期限");

    /// <summary>代收机构名称、地址.</summary>
    public static readonly TextField Payee = new("payee", "代收机构名称、地址");

    /// <summary>缴款期限.</summary>
    public static readonly TextField PayBy = new("pay-by", "缴款期限");

    /// <summary>不予处罚的理由和依据.</summary>
    public static readonly TextField NoPenaltyGround = new("no-penalty-ground", "不予处罚的理由和依据");

    /// <summary>教育内容.</summary>
    public static readonly TextField Education = new("education", "教育内容");

    /// <summary>撤销案件的理由.</summary>
    public static readonly TextField WithdrawalReason = new("withdrawal-reason", "撤销案件的理由");

    /// <summary>受移送机关.</summary>
    public static readonly TextField TransferTo = new("transfer-to", "受移送机关");

>>>>>>> ff89143f28d2fbd79e1f669e99aa5730bf6c1ace
    /// <summary>附件.</summary>
    public static readonly ListField Enclosures = new("enclosures", "附件");

    /// <summary>处罚决定日期.</summary>
    public static readonly TextField DecidedOn = new("decided-on", "处罚决定日期");
<<<<<<< HEAD
=======

    /// <summary>交款人: the officer who hands over.</summary>
    public static readonly TextField HandedOverBy = new("handed-over-by", "交款人");

    /// <summary>交款时间.</summary>
    public static readonly TextField HandedOverAt = new("handed-over-at", "交款时间");

    /// <summary>票据合计: total of the receipts.</summary>
    public static readonly TextField HandoverTotal = new("handover-total", "票据合计");

    /// <summary>清点金额: the counted amount.</summary>
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

    /// <summary>缴款码.</summary>
    public static readonly TextField PaymentCodeText = new("payment-code", "缴款码");

    /// <summary>执收单位编码.</summary>
    public static readonly TextField CollectingUnitCode = new("collecting-unit-code", "执收单位编码");

    /// <summary>项目编码.</summary>
    public static readonly TextField IncomeItemCode = new("income-item-code", "项目编码");

    /// <summary>应缴数额: amount still owed.</summary>
    public static readonly TextField AmountDue = new("amount-due", "应缴数额");
>>>>>>> ff89143f28d2fbd79e1f669e99aa5730bf6c1ace
}
