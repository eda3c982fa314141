using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Publicity;

/// <summary>Why something about the publication of a decision is refused (公示的拒绝理由).</summary>
public static class PublicityErrors
{
    /// <summary>No such item, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("publicity.not-found", null, ErrorKind.NotFound, "没有找到该公示事项");

    /// <summary>No published decision has the code.</summary>
    public static readonly DomainError NotPublic = new("publicity.not-public", null, ErrorKind.NotFound, "没有找到该公示的决定");

    /// <summary>The state of the item does not allow the act.</summary>
    public static readonly DomainError NotOpen = new("publicity.not-open", null, ErrorKind.WrongStage, "公示事项当前状态不能办理该环节");

    /// <summary>The decision has not been served on the party.</summary>
    public static readonly DomainError NotServed = new(
        "publicity.not-served",
        "PUB-118-3",
        ErrorKind.WrongStage,
        "决定尚未送达当事人，不得公示",
        PenaltyLaw.At("第六十一条第一款")
    );

    /// <summary>The party is, or may be, a minor: never published, counted in figures only.</summary>
    public static readonly DomainError Minor = new(
        "publicity.minor",
        "PUB-PRIV",
        ErrorKind.RuleBroken,
        "当事人为未成年人的，不得公示",
        MinorsProtectionLaw.At("第一百零三条")
    );

    /// <summary>The file does not show that a natural person was of age.</summary>
    public static readonly DomainError AgeUnknown = new(
        "publicity.age-unknown",
        "PUB-PRIV",
        ErrorKind.RuleBroken,
        "案卷没有载明自然人当事人已满十八周岁，须核实后公示",
        MinorsProtectionLaw.At("第一百零三条")
    );

    /// <summary>The clerk has not answered for what may be a name or an address.</summary>
    public static readonly DomainError Unanswered = new(
        "publicity.findings-unanswered",
        "PUB-PRIV",
        ErrorKind.RuleBroken,
        "公示文本中有疑似个人信息的内容尚未处理",
        PersonalInformationLaw.At("第三十四条")
    );

    /// <summary>The copy still shows what must not be shown.</summary>
    public static readonly DomainError MaskingFailed = new(
        "publicity.masking-failed",
        "PUB-PRIV",
        ErrorKind.RuleBroken,
        "公示文本隐去个人信息后仍有不得公开的内容",
        PersonalInformationLaw.At("第二十八条")
    );

    /// <summary>The copy is not the one that the clerk saw.</summary>
    public static readonly DomainError CopyChanged = new(
        "publicity.copy-changed",
        "PUB-ELEC",
        ErrorKind.Conflict,
        "公示文本与所确认的不一致，请重新查看",
        PenaltyLaw.At("第四十七条")
    );

    /// <summary>A reason that will be shown contains personal data.</summary>
    public static readonly DomainError ReasonNotPublic = new(
        "publicity.reason-not-public",
        "PUB-PRIV",
        ErrorKind.RuleBroken,
        "对外公开的理由含有个人信息",
        PersonalInformationLaw.At("第三十四条")
    );

    /// <summary>The ground is set by the program alone.</summary>
    public static readonly DomainError GroundNotYours = new(
        "publicity.ground-not-yours",
        "PUB-PRIV",
        ErrorKind.Unacceptable,
        "该理由由系统认定，不能选择",
        MinorsProtectionLaw.At("第一百零三条")
    );

    /// <summary>The person who asked that a decision be withheld must not approve it.</summary>
    public static readonly DomainError OwnRequest = new("publicity.own-request", null, ErrorKind.Forbidden, "提出不公开的人员不得审批");
}
