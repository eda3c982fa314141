using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Papers;

/// <summary>Statutory content of documents (必载事项): one refusal for each article, used by the fields that it makes mandatory.</summary>
public static class FormDuty
{
    /// <summary>What a penalty decision (行政处罚决定书) must state is missing.</summary>
    public static readonly DomainError PenaltyDecision = new(
        "form.decision-incomplete",
        "APL-59",
        ErrorKind.RuleBroken,
        "行政处罚决定书缺少应当载明的事项",
        PenaltyLaw.At("第五十九条第一款")
    );

    /// <summary>What a decision of orders alone (责令限期拆除决定书) must state is missing.</summary>
    public static readonly DomainError OrderDecision = new(
        "form.order-decision-incomplete",
        "ORDER-ALONE",
        ErrorKind.RuleBroken,
        "责令决定书缺少当事人、事实、依据、责令的内容和期限、逾期后果或者救济途径",
        UrbanPlanningLaw.At("第六十四条")
    );

    /// <summary>A decision with a fine does not state where, how much and until when to pay.</summary>
    public static readonly DomainError FineCollection = new(
        "form.payment-notice-incomplete",
        "APL-67-2",
        ErrorKind.RuleBroken,
        "处以罚款的决定书应当载明代收机构的名称、地址和缴款数额、期限",
        FineCollectionRules.At("第七条")
    );

    /// <summary>An item of the slip for handed-in cash is missing.</summary>
    public static readonly DomainError Remittance = new(
        "form.handover-incomplete",
        "APL-71",
        ErrorKind.RuleBroken,
        "收缴款项交接单缺少票号、金额、交款人或者时间",
        PenaltyLaw.At("第七十一条")
    );

    /// <summary>An item of the prior notice (事先告知) is missing.</summary>
    public static readonly DomainError PriorNotice = new(
        "form.prior-notice-incomplete",
        "APL-44",
        ErrorKind.RuleBroken,
        "事先告知应当载明拟处罚内容及事实、理由、依据和依法享有的权利",
        PenaltyLaw.At("第四十四条")
    );

    /// <summary>An item of the notice of the right to a hearing is missing.</summary>
    public static readonly DomainError HearingRight = new(
        "form.hearing-right-incomplete",
        "APL-63",
        ErrorKind.RuleBroken,
        "听证告知应当载明要求听证的权利及期限",
        PenaltyLaw.At("第六十三条第一款")
    );

    /// <summary>Time, place or another item of the notice of a hearing is missing.</summary>
    public static readonly DomainError HearingNotice = new(
        "form.hearing-notice-incomplete",
        "APL-64-2",
        ErrorKind.RuleBroken,
        "听证通知应当载明听证的时间、地点等事项",
        PenaltyLaw.At("第六十四条第二项")
    );

    /// <summary>What the record of a hearing must contain is missing.</summary>
    public static readonly DomainError HearingRecord = new(
        "form.hearing-record-incomplete",
        "APL-64-3",
        ErrorKind.RuleBroken,
        "听证笔录缺少应当记明的事项",
        PenaltyLaw.At("第六十四条第八项")
    );

    /// <summary>The report on a hearing does not cite its record, or proposes nothing.</summary>
    public static readonly DomainError HearingReport = new(
        "form.hearing-report-incomplete",
        "APL-65",
        ErrorKind.RuleBroken,
        "听证结束后应当根据听证笔录提出处理建议",
        PenaltyLaw.At("第六十五条")
    );

    /// <summary>What is needed to file a case (立案) is missing.</summary>
    public static readonly DomainError Filing = new(
        "form.filing-incomplete",
        "APL-54",
        ErrorKind.RuleBroken,
        "立案审批表缺少应当载明的事项",
        PenaltyLaw.At("第五十四条第二款")
    );

    /// <summary>What a record of an inquiry or inspection (笔录) must contain is missing.</summary>
    public static readonly DomainError Record = new(
        "form.record-incomplete",
        "APL-55",
        ErrorKind.RuleBroken,
        "笔录缺少应当记明的事项",
        PenaltyLaw.At("第五十五条第二款")
    );

    /// <summary>The record does not state whether recusal is requested.</summary>
    public static readonly DomainError RecusalNotified = new(
        "form.recusal-not-told",
        "APL-43",
        ErrorKind.RuleBroken,
        "应当记明告知申请回避权利的情况",
        PenaltyLaw.At("第四十三条第二款")
    );

    /// <summary>An item of evidence is not described.</summary>
    public static readonly DomainError Evidence = new(
        "form.evidence-incomplete",
        "APL-46",
        ErrorKind.RuleBroken,
        "证据材料缺少名称、来源等事项",
        PenaltyLaw.At("第四十六条")
    );

    /// <summary>A sampling voucher lacks sample, quantity or sealing.</summary>
    public static readonly DomainError Sampling = new(
        "form.sampling-incomplete",
        "APL-56",
        ErrorKind.RuleBroken,
        "抽样取证凭证缺少样品、数量或者封样情况",
        PenaltyLaw.At("第五十六条")
    );

    /// <summary>A paper of registering and preserving evidence (先行登记保存) lacks approval, list, place or term.</summary>
    public static readonly DomainError Preservation = new(
        "form.preservation-incomplete",
        "APL-56",
        ErrorKind.RuleBroken,
        "先行登记保存文书缺少应当载明的事项",
        PenaltyLaw.At("第五十六条")
    );

    /// <summary>What a decision to seal or seize (查封、扣押) or its list must state is missing.</summary>
    public static readonly DomainError Seizure = new(
        "form.seizure-decision-incomplete",
        "ACL-24",
        ErrorKind.RuleBroken,
        "查封、扣押决定书和清单缺少应当载明的事项",
        CoercionLaw.At("第二十四条")
    );

    /// <summary>What a lifting of a seizure must state is missing.</summary>
    public static readonly DomainError SeizureLifting = new(
        "form.seizure-lifting-incomplete",
        "ACL-27-28",
        ErrorKind.RuleBroken,
        "解除查封、扣押决定书缺少应当载明的事项",
        CoercionLaw.At("第二十八条")
    );

    /// <summary>What an order to correct (责令改正) must state is missing.</summary>
    public static readonly DomainError Correction = new(
        "form.correction-order-incomplete",
        "APL-28",
        ErrorKind.RuleBroken,
        "责令改正文书缺少违法事实、改正要求或者期限",
        PenaltyLaw.At("第二十八条第一款")
    );

    /// <summary>The report that ends an investigation lacks facts or evidence.</summary>
    public static readonly DomainError Investigation = new(
        "form.investigation-report-incomplete",
        "APL-40",
        ErrorKind.RuleBroken,
        "调查终结报告应当写明查清的事实和证据",
        PenaltyLaw.At("第四十条")
    );

    /// <summary>The opinion of the legal review (法制审核) lacks one of its points or its conclusion.</summary>
    public static readonly DomainError Review = new(
        "form.review-opinion-incomplete",
        "REV-118-SCOPE",
        ErrorKind.RuleBroken,
        "法制审核意见书应当逐项写明审核结论和意见",
        ThreeSystemsCircular.At("（十三）")
    );

    /// <summary>The party's statement, or how it was re-checked, is missing.</summary>
    public static readonly DomainError Defence = new(
        "form.defence-record-incomplete",
        "APL-45",
        ErrorKind.RuleBroken,
        "陈述申辩记录应当写明意见、复核结论和采纳理由",
        PenaltyLaw.At("第四十五条第一款")
    );

    /// <summary>The minutes of a collective discussion (集体讨论) lack participants, views or result.</summary>
    public static readonly DomainError Discussion = new(
        "form.discussion-record-incomplete",
        "APL-57-2",
        ErrorKind.RuleBroken,
        "集体讨论记录应当写明参加人、各人意见和结论",
        PenaltyLaw.At("第五十七条第二款")
    );

    /// <summary>The head's decision after the investigation, or its basis, is missing.</summary>
    public static readonly DomainError DecisionApproval = new(
        "form.decision-approval-incomplete",
        "APL-57-1",
        ErrorKind.RuleBroken,
        "处罚决定审批表缺少审查意见或者负责人决定",
        PenaltyLaw.At("第五十七条第一款")
    );

    /// <summary>What a decision of no penalty (不予行政处罚) must state is missing.</summary>
    public static readonly DomainError NoPenalty = new(
        "form.no-penalty-decision-incomplete",
        "APL-57-1",
        ErrorKind.RuleBroken,
        "不予行政处罚决定书应当写明事实、理由和依据",
        PenaltyLaw.At("第五十七条第一款")
    );

    /// <summary>A decision of no penalty without education.</summary>
    public static readonly DomainError Education = new(
        "form.education-missing",
        "APL-33-3",
        ErrorKind.RuleBroken,
        "不予行政处罚的，应当对当事人进行教育",
        PenaltyLaw.At("第三十三条第三款")
    );

    /// <summary>A letter of transfer (移送) lacks receiver, reason, basis or enclosures.</summary>
    public static readonly DomainError Transfer = new(
        "form.transfer-incomplete",
        "APL-27",
        ErrorKind.RuleBroken,
        "案件移送函应当写明移送理由、依据和所附材料",
        PenaltyLaw.At("第二十七条第一款")
    );

    /// <summary>A receipt of service (送达回证) lacks document, addressee, way, time or place.</summary>
    public static readonly DomainError ServiceReceipt = new(
        "form.service-receipt-incomplete",
        "CPL-88",
        ErrorKind.RuleBroken,
        "送达回证缺少文书、受送达人、方式、时间或者地点",
        CivilProcedureLaw.At("第八十七条")
    );

    /// <summary>A confirmation of electronic service lacks address or consent.</summary>
    public static readonly DomainError ElectronicService = new(
        "form.service-confirmation-incomplete",
        "APL-61-2",
        ErrorKind.RuleBroken,
        "电子送达应当经当事人同意并签订确认书",
        PenaltyLaw.At("第六十一条第二款")
    );

    /// <summary>Deferral or instalments (延期、分期) without application, reason, plan or approval.</summary>
    public static readonly DomainError Deferral = new(
        "form.deferral-incomplete",
        "APL-66",
        ErrorKind.RuleBroken,
        "延期或者分期缴纳罚款应当有申请、理由、方案和批准",
        PenaltyLaw.At("第六十六条第二款")
    );

    /// <summary>How a surcharge (加处罚款) is computed is missing.</summary>
    public static readonly DomainError Surcharge = new(
        "form.surcharge-decision-incomplete",
        "APL-72-1",
        ErrorKind.RuleBroken,
        "加处罚款决定书缺少罚款本数、起算日、天数或者数额",
        PenaltyLaw.At("第七十二条第一款第一项")
    );

    /// <summary>What a revocation (撤销行政处罚决定书) must state is missing.</summary>
    public static readonly DomainError Revocation = new(
        "form.revocation-incomplete",
        "REV-PAPER",
        ErrorKind.RuleBroken,
        "撤销行政处罚决定书应当载明原决定文号、当事人、撤销的理由和依据、款项的退还以及救济途径",
        PenaltyLaw.At("第七十五条第二款")
    );

    /// <summary>What a correction of slips (补正决定书) must state is missing.</summary>
    public static readonly DomainError SlipCorrection = new(
        "form.correction-decision-incomplete",
        "CORR-SLIP",
        ErrorKind.RuleBroken,
        "补正决定书应当载明原文书、原文、更正后的内容、理由、承办人和负责人",
        PenaltyLaw.At("第七十五条第二款")
    );

    /// <summary>What a call to perform (催告) must state is missing.</summary>
    public static readonly DomainError Call = new(
        "form.call-incomplete",
        "ACL-35",
        ErrorKind.RuleBroken,
        "催告书缺少应当载明的事项",
        CoercionLaw.At("第三十五条")
    );

    /// <summary>What a decision of coercive execution must state is missing.</summary>
    public static readonly DomainError Execution = new(
        "form.execution-decision-incomplete",
        "ACL-37",
        ErrorKind.RuleBroken,
        "强制执行决定书缺少应当载明的事项",
        CoercionLaw.At("第三十七条第二款")
    );

    /// <summary>What a decision of substitute performance (代履行) must state is missing.</summary>
    public static readonly DomainError Substitute = new(
        "form.substitute-performance-incomplete",
        "ACL-50-51",
        ErrorKind.RuleBroken,
        "代履行决定书缺少应当载明的事项",
        CoercionLaw.At("第五十一条第一款第一项")
    );

    /// <summary>An announcement of demolition lacks structure, basis or the day for removal by the party itself.</summary>
    public static readonly DomainError Demolition = new(
        "form.demolition-announcement-incomplete",
        "ACL-44",
        ErrorKind.RuleBroken,
        "强制拆除公告应当载明限期自行拆除的要求",
        CoercionLaw.At("第四十四条")
    );

    /// <summary>A paper the court must get, or the head's signature, is missing.</summary>
    public static readonly DomainError CourtApplication = new(
        "form.court-application-incomplete",
        "ACL-55",
        ErrorKind.RuleBroken,
        "强制执行申请书应当附有法定材料并由负责人签名",
        CoercionLaw.At("第五十五条")
    );

    /// <summary>A case may be closed (结案) only with reason and outcome; no article prescribes the content of the form.</summary>
    public static readonly DomainError Closing = new(
        "form.closing-incomplete",
        "APL-72-END",
        ErrorKind.Unacceptable,
        "结案审批表应当写明结案理由、处理结果和履行情况"
    );

    /// <summary>Cover, contents or check sheet of a file (案卷) lacks an item; archive practice, no article.</summary>
    public static readonly DomainError File = new(
        "form.file-incomplete",
        "FILE-2",
        ErrorKind.Unacceptable,
        "案卷封面、目录或者备考表缺少应当填写的事项"
    );

    /// <summary>An item that no article requires but every such paper contains.</summary>
    public static readonly DomainError Practice = new("form.incomplete", null, ErrorKind.Unacceptable, "文书缺少应当填写的事项");
}
