namespace EnforcementCases.Domain.Publicity;

/// <summary>State of the publication of a decision (公示状态).</summary>
public enum PublicationState
{
    /// <summary>待送达: the decision is not served on the party yet, so it must not be published.</summary>
    [Term("待送达")]
    WaitingForService,

    /// <summary>待确认: a clerk looks at the masked copy.</summary>
    [Term("待确认")]
    ToConfirm,

    /// <summary>待审批不公开: a clerk asked that it be withheld.</summary>
    [Term("待审批不公开")]
    ToWithhold,

    /// <summary>已公示.</summary>
    [Term("已公示")]
    Published,

    /// <summary>不公开.</summary>
    [Term("不公开")]
    Withheld,

    /// <summary>已撤回: it was published, and the page shows why it no longer is.</summary>
    [Term("已撤回")]
    Withdrawn,

    /// <summary>公示期满: display ended at its longest period.</summary>
    [Term("公示期满")]
    Expired,

    /// <summary>未公示即失效: the decision fell, or was found unlawful, before it was published.</summary>
    [Term("未公示即失效")]
    Lapsed,
}

/// <summary>Ground on which a decision is not published (不公开的理由).</summary>
public enum WithholdingGround
{
    /// <summary>国家秘密.</summary>
    [Term("涉及国家秘密")]
    StateSecret,

    /// <summary>商业秘密.</summary>
    [Term("涉及商业秘密")]
    BusinessSecret,

    /// <summary>个人隐私.</summary>
    [Term("涉及个人隐私")]
    Privacy,

    /// <summary>未成年人: set by the program; never lifted.</summary>
    [Term("当事人为未成年人")]
    Minor,

    /// <summary>公开后损害第三方合法权益.</summary>
    [Term("公开会损害第三人合法权益")]
    ThirdParty,

    /// <summary>不具有一定社会影响 (行政处罚法 第四十八条第一款), by the policy of the place.</summary>
    [Term("不具有一定社会影响")]
    NoSocialInfluence,
}

/// <summary>Why a published decision was taken down (撤回公示的理由).</summary>
public enum TakedownGround
{
    /// <summary>决定被依法变更.</summary>
    [Term("决定被依法变更")]
    Changed,

    /// <summary>决定被依法撤销.</summary>
    [Term("决定被依法撤销")]
    Revoked,

    /// <summary>决定被确认违法.</summary>
    [Term("决定被确认违法")]
    Unlawful,

    /// <summary>决定被确认无效.</summary>
    [Term("决定被确认无效")]
    Invalid,

    /// <summary>公示的内容有误 or shows what must not be shown.</summary>
    [Term("公示内容不当")]
    Improper,
}
