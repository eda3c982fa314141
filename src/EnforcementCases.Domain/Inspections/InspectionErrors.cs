using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Inspections;

/// <summary>Why something about patrols, checks and draws is refused (巡查、检查、抽查的拒绝理由).</summary>
public static class InspectionErrors
{
    /// <summary>No such thing, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("inspection.not-found", null, ErrorKind.NotFound, "没有找到该巡查检查事项");

    /// <summary>The state does not allow the act.</summary>
    public static readonly DomainError NotOpen = new("inspection.not-open", null, ErrorKind.WrongStage, "当前状态不能办理该环节");

    /// <summary>The act is dated before what it rests on.</summary>
    public static readonly DomainError OutOfOrder = new("inspection.out-of-order", null, ErrorKind.Unacceptable, "时间早于所依据的环节");

    /// <summary>The person who asked for something approves it, or announced a draw and makes it.</summary>
    public static readonly DomainError OwnRequest = new("inspection.own-request", null, ErrorKind.Forbidden, "申请人不得审批本人的申请");

    /// <summary>A check that the officers have entered already is not withdrawn.</summary>
    public static readonly DomainError Begun = new("inspection.begun", null, ErrorKind.WrongStage, "检查人员已经入企，不得撤销检查任务");

    /// <summary>Fewer than two certified officers, or auxiliary staff among them.</summary>
    public static readonly DomainError NotTwoOfficers = new(
        "inspection.not-two-officers",
        "INSP-54-1",
        ErrorKind.RuleBroken,
        "行政检查应当由两名以上持有执法证件的人员实施",
        InspectionCircular.Whole
    );

    /// <summary>The person who enters the visit or its record is none of the officers of the check.</summary>
    public static readonly DomainError NotOfficerOfCheck = new(
        "inspection.not-officer-of-check",
        "INSP-54-1",
        ErrorKind.Forbidden,
        "只有该检查的检查人员可以办理"
    );

    /// <summary>An officer has an interest in the object.</summary>
    public static readonly DomainError Interested = new(
        "inspection.officer-interested",
        "APL-43",
        ErrorKind.RuleBroken,
        "检查人员与检查对象有利害关系的，应当回避",
        PenaltyLaw.At("第四十三条第一款")
    );

    /// <summary>No published plan of the year covers the object.</summary>
    public static readonly DomainError NoPlan = new(
        "inspection.no-plan",
        "INSP-54-2",
        ErrorKind.RuleBroken,
        "日常检查和专项检查应当列入已批准公布的年度检查计划",
        InspectionCircular.Whole
    );

    /// <summary>The object reached its yearly cap.</summary>
    public static readonly DomainError CapReached = new(
        "inspection.cap-reached",
        "INSP-54-2",
        ErrorKind.RuleBroken,
        "该对象已达到年度检查频次上限",
        InspectionCircular.Whole
    );

    /// <summary>A ground beyond the cap without its facts, or facts without a ground.</summary>
    public static readonly DomainError ExemptionUnexplained = new(
        "inspection.exemption-unexplained",
        "INSP-54-2",
        ErrorKind.Unacceptable,
        "不受频次上限限制的，应当写明情形及其线索"
    );

    /// <summary>A cap without the instrument that sets it.</summary>
    public static readonly DomainError CapWithoutSource = new(
        "inspection.cap-without-source",
        "INSP-54-2",
        ErrorKind.Unacceptable,
        "年度频次上限应当写明公布该上限的文件"
    );

    /// <summary>The officers enter in another year than that of the plan and the cap under which the check was approved.</summary>
    public static readonly DomainError OtherYear = new(
        "inspection.other-year",
        "INSP-54-2",
        ErrorKind.RuleBroken,
        "检查应当在其计划的年度内实施",
        InspectionCircular.Whole
    );

    /// <summary>The code that was read is another check's.</summary>
    public static readonly DomainError WrongCode = new(
        "inspection.wrong-code",
        "INSP-54-2",
        ErrorKind.RuleBroken,
        "所扫的码不是该检查任务的入企码",
        InspectionCircular.Whole
    );

    /// <summary>The day of a special check or patrol is outside its campaign, or a special check has none.</summary>
    public static readonly DomainError OutsideCampaign = new(
        "inspection.outside-campaign",
        "INSP-54-2",
        ErrorKind.Unacceptable,
        "日期不在专项行动期间，或者专项检查没有指明专项行动"
    );

    /// <summary>The object is not on the register on the day.</summary>
    public static readonly DomainError Delisted = new("inspection.object-delisted", null, ErrorKind.Unacceptable, "该检查对象已经移出名录");

    /// <summary>An object with the same credit code is on the register.</summary>
    public static readonly DomainError AlreadyListed = new(
        "inspection.object-already-listed",
        null,
        ErrorKind.Conflict,
        "该检查对象已在名录中"
    );

    /// <summary>Natural persons are no objects of the register: checks of the circular concern enterprises.</summary>
    public static readonly DomainError NoEnterprise = new(
        "inspection.object-no-enterprise",
        "INSP-54-1",
        ErrorKind.Unacceptable,
        "检查对象名录只登记企业、个体工商户和其他组织"
    );

    /// <summary>The interest is entered already, or had ended.</summary>
    public static readonly DomainError InterestKnown = new("inspection.interest-known", "APL-43", ErrorKind.Conflict, "该利害关系已经登记");

    /// <summary>What follows a check is dated before it.</summary>
    public static readonly DomainError FollowedBefore = new(
        "inspection.followed-before",
        "INSP-STAT",
        ErrorKind.Unacceptable,
        "后续处理早于该检查，不是由该检查引起的"
    );

    /// <summary>What follows a check concerns another party.</summary>
    public static readonly DomainError OtherParty = new(
        "inspection.other-party",
        "INSP-STAT",
        ErrorKind.Unacceptable,
        "后续处理的当事人与检查对象名称不同"
    );

    /// <summary>Neither or both of a case and an order are named.</summary>
    public static readonly DomainError OneFollowUp = new(
        "inspection.one-follow-up",
        "INSP-STAT",
        ErrorKind.Unacceptable,
        "应当指明案件或者责令改正通知，二者择一"
    );

    /// <summary>The record is not complete.</summary>
    public static readonly DomainError RecordIncomplete = new(
        "inspection.record-incomplete",
        "INSP-STAT",
        ErrorKind.WrongStage,
        "检查记录不完整"
    );

    /// <summary>The record of the check is complete.</summary>
    public static readonly DomainError RecordComplete = new(
        "inspection.record-complete",
        "INSP-STAT",
        ErrorKind.WrongStage,
        "检查记录已经完整，不得再改"
    );

    /// <summary>A patrol sheet whose end is not after its beginning, or later than a day after it.</summary>
    public static readonly DomainError PatrolTimes = new(
        "patrol.times",
        null,
        ErrorKind.Unacceptable,
        "巡查的结束时间应当晚于开始时间，且不超过24小时"
    );

    /// <summary>Somebody or a vehicle is named twice on a sheet.</summary>
    public static readonly DomainError PatrolDoubled = new("patrol.doubled", null, ErrorKind.Unacceptable, "巡查单中人员或者车辆重复填写");

    /// <summary>A reminder that is to be done before it was handed out.</summary>
    public static readonly DomainError ReminderDay = new(
        "patrol.reminder-day",
        null,
        ErrorKind.Unacceptable,
        "改正期限不得早于发放提醒单之日"
    );

    /// <summary>A reminder that ends with a case without naming it, or names one otherwise.</summary>
    public static readonly DomainError ReminderCase = new(
        "patrol.reminder-case",
        null,
        ErrorKind.Unacceptable,
        "转立案的提醒单应当指明案件，其他方式不填案件"
    );

    /// <summary>Fewer objects on the list than are to be drawn.</summary>
    public static readonly DomainError TooFewObjects = new("draw.too-few-objects", null, ErrorKind.Unacceptable, "可抽取的检查对象不足");

    /// <summary>Fewer officers without an interest than each object needs.</summary>
    public static readonly DomainError TooFewOfficers = new(
        "draw.too-few-officers",
        "INSP-54-1",
        ErrorKind.RuleBroken,
        "可抽取的持证检查人员不足",
        InspectionCircular.Whole
    );

    /// <summary>An interest was entered after the announcement: its lists would draw that officer for that object.</summary>
    public static readonly DomainError InterestSince = new(
        "draw.interest-since",
        "APL-43",
        ErrorKind.RuleBroken,
        "公告后登记了检查人员的利害关系，不得按公告的名单抽取",
        PenaltyLaw.At("第四十三条第一款")
    );

    /// <summary>The secret computed now is not the one whose hash was published.</summary>
    public static readonly DomainError SecretChanged = new(
        "draw.secret-changed",
        null,
        ErrorKind.Damaged,
        "抽取的随机数与公告的哈希不符，不得抽取"
    );
}
