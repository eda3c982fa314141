namespace EnforcementCases.Domain.Papers;

/// <summary>Fields that many forms have in common: case, party, organ. Every field of the forms is defined once, here or in the classes of its phase; a caller of
/// <see cref="FormValues"/> names it.</summary>
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
    public static readonly TextField CommittedAt = new("act-at", "违法时间");

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

    /// <summary>当事人: name, document, representative and address in one, each line with the label of that kind of party.</summary>
    public static readonly LinesField PartyParticulars = new("party-particulars", "当事人");

    /// <summary>证件类型及号码.</summary>
    public static readonly TextField PartyDocument = new("party-document", "证件类型及号码");

    /// <summary>经营者 of a business of one person (个体工商户).</summary>
    public static readonly TextField PartyOperator = new("party-operator", "经营者");

    /// <summary>法定代表人（负责人）.</summary>
    public static readonly TextField PartyRepresentative = new("party-representative", "法定代表人（负责人）");

    /// <summary>住址（住所）.</summary>
    public static readonly TextField PartyAddress = new("party-address", "住址（住所）");

    /// <summary>联系电话.</summary>
    public static readonly TextField PartyPhone = new("party-phone", "联系电话");

    /// <summary>致: the organ a party writes to.</summary>
    public static readonly TextField ReceivingOrgan = new("receiving-organ", "致");

    /// <summary>见证人.</summary>
    public static readonly TextField Witness = new("witness", "见证人");

    /// <summary>证据.</summary>
    public static readonly ListField Evidence = new("evidence", "证据");

    /// <summary>通知书文号.</summary>
    public static readonly TextField NoticeNumber = new("notice-number", "通知书文号");

    /// <summary>决定书文号.</summary>
    public static readonly TextField DecisionNumber = new("decision-number", "决定书文号");

    /// <summary>原文书: name and number of the paper that is corrected.</summary>
    public static readonly TextField CorrectedPaper = new("corrected-paper", "原文书");

    /// <summary>笔误的类别.</summary>
    public static readonly TextField SlipKindText = new("slip-kind", "笔误类别");

    /// <summary>原文.</summary>
    public static readonly TextField PrintedText = new("printed-text", "原文");

    /// <summary>更正为.</summary>
    public static readonly TextField CorrectedText = new("corrected-text", "更正为");

    /// <summary>承办人 who proposed it.</summary>
    public static readonly TextField Proposer = new("proposer", "承办人");

    /// <summary>负责人 who approved it.</summary>
    public static readonly TextField Approver = new("approver", "负责人");

    /// <summary>What of the money paid is given back.</summary>
    public static readonly TextField RefundText = new("refund", "款项的退还");

    /// <summary>救济途径和期限: Ways and time limits of remedy, as RemedyAdvice words them for the paper's date.</summary>
    public static readonly TextField RemedyText = new("remedies", "救济途径和期限");

    /// <summary>改正内容及要求.</summary>
    public static readonly TextField Requirement = new("requirement", "改正内容及要求");

    /// <summary>改正期限.</summary>
    public static readonly TextField CorrectBy = new("correct-by", "改正期限");

    /// <summary>联系人及联系方式.</summary>
    public static readonly TextField Contact = new("contact", "联系人及联系方式");

    /// <summary>联系地址.</summary>
    public static readonly TextField ContactAddress = new("contact-address", "联系地址");

    /// <summary>附件.</summary>
    public static readonly ListField Enclosures = new("enclosures", "附件");

    /// <summary>处罚决定日期.</summary>
    public static readonly TextField DecidedOn = new("decided-on", "处罚决定日期");
}
