namespace EnforcementCases.Domain.Papers;

/// <summary>Fields of the forms of notice, hearing, review and decision (告知、听证、审核、决定).</summary>
public static class DecisionFields
{
    /// <summary>Filing and investigation in a sentence (立案、调查经过).</summary>
    public static readonly TextField CourseOfCase = new("course-of-case", "立案调查");

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

    /// <summary>陈述、申辩期限: How long, in words: 三个工作日内.</summary>
    public static readonly TextField DefenceTerm = new("defence-term", "陈述、申辩期限");

    /// <summary>听证权利依据: Ground of the right to a hearing; if given, the notice contains that right.</summary>
    public static readonly TextField HearingGround = new("hearing-ground", "听证权利依据");

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

    /// <summary>听证笔录: Date and pages of the record that it rests on.</summary>
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
    public static readonly TextField NoticeAndHearing = new("told", "告知与听取意见情况");

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
}
