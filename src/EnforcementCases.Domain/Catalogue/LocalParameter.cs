using System.Collections.Frozen;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Catalogue;

/// <summary>Unit of a local parameter.</summary>
public enum ParameterUnit
{
    /// <summary>元.</summary>
    Yuan,

    /// <summary>工作日.</summary>
    WorkingDays,

    /// <summary>A list of values separated by commas; empty for none.</summary>
    List,

    /// <summary>年.</summary>
    Years,

    /// <summary>One of a fixed set of words.</summary>
    Choice,

    /// <summary>A span of the day, <c>22:00-06:00</c>.</summary>
    Clock,

    /// <summary>每年学时.</summary>
    HoursAYear,

    /// <summary>件.</summary>
    Cases,

    /// <summary>日.</summary>
    CalendarDays,

    /// <summary>月.</summary>
    Months,

    /// <summary>A day of the month.</summary>
    DayOfMonth,

    /// <summary>A month and day, <c>01-31</c>.</summary>
    Date,
}

/// <summary>A value that differs by place (因地而异的参数): the law leaves it open, or only local rules set it. Organisations set their own value; those below inherit it.</summary>
/// <param name="Key">Stable key, <c>simple.individualBusiness.cap</c>.</param>
/// <param name="Default">Value until a place sets its own, in the format of the unit.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Rule">Id in the rule table that depends on it.</param>
/// <param name="Why">Why it is a parameter, in Chinese, for the clerk who enters it.</param>
/// <param name="Confirmed">Whether a second person has confirmed the default; false for all as shipped.</param>
/// <param name="Words">The words allowed for a choice or a list, or in place of a number; null if none are fixed.</param>
/// <param name="AtMost">Highest number, inclusive; null if the law sets none.</param>
public sealed partial record LocalParameter(
    ParameterKey Key,
    string Default,
    ParameterUnit Unit,
    string Rule,
    string Why,
    bool Confirmed = false,
    IReadOnlyList<string>? Words = null,
    int? AtMost = null
)
{
    /// <summary>All of them, as shipped. Credit publication has its own table.</summary>
    public static IReadOnlyList<LocalParameter> Shipped { get; } =
    [
        new(
            LocalParameters.HearingFineCitizen,
            "5000",
            ParameterUnit.Yuan,
            "TJ-HEAR",
            "较大数额罚款由省级或者部委规章规定，生产使用前须由两名目录管理员录入并确认"
        ),
        new(
            LocalParameters.HearingFineOrganisation,
            "50000",
            ParameterUnit.Yuan,
            "TJ-HEAR",
            "较大数额罚款由省级或者部委规章规定，生产使用前须由两名目录管理员录入并确认"
        ),
        new(
            LocalParameters.HearingGainsCitizen,
            "5000",
            ParameterUnit.Yuan,
            "TJ-HEAR",
            "较大数额罚款由省级或者部委规章规定，生产使用前须由两名目录管理员录入并确认"
        ),
        new(
            LocalParameters.HearingGainsOrganisation,
            "50000",
            ParameterUnit.Yuan,
            "TJ-HEAR",
            "较大数额罚款由省级或者部委规章规定，生产使用前须由两名目录管理员录入并确认"
        ),
        new(
            LocalParameters.HearingGoodsCitizen,
            "5000",
            ParameterUnit.Yuan,
            "TJ-HEAR",
            "较大数额罚款由省级或者部委规章规定，生产使用前须由两名目录管理员录入并确认"
        ),
        new(
            LocalParameters.HearingGoodsOrganisation,
            "50000",
            ParameterUnit.Yuan,
            "TJ-HEAR",
            "较大数额罚款由省级或者部委规章规定，生产使用前须由两名目录管理员录入并确认"
        ),
        new(
            LocalParameters.MajorFineCitizen,
            "5000",
            ParameterUnit.Yuan,
            "REV-118-LIST",
            "各机关公布自己的重大执法决定目录，默认与听证数额相同"
        ),
        new(
            LocalParameters.MajorFineOrganisation,
            "50000",
            ParameterUnit.Yuan,
            "REV-118-LIST",
            "各机关公布自己的重大执法决定目录，默认与听证数额相同"
        ),
        new(LocalParameters.ReviewDays, "5", ParameterUnit.WorkingDays, "REV-TIME", "法制审核期限由地方规定"),
        new(LocalParameters.ReviewExtension, "3", ParameterUnit.WorkingDays, "REV-TIME", "法制审核期限由地方规定"),
        new(LocalParameters.DefenceWait, "3", ParameterUnit.WorkingDays, "APL-44-WAIT", "各领域规章不同（3至5日）"),
        new(
            LocalParameters.OrdersAsSuspension,
            "SuspendWorkToRectify,SuspendBusinessToRectify,SuspendConstruction",
            ParameterUnit.List,
            "PEN-STOP",
            "责令停工整治、停业整治、暂停施工是否按责令停产停业听证、审核，由法制机构确认；默认按责令停产停业办理",
            Words: Enum.GetNames<CorrectiveOrder>()
        ),
        new(
            LocalParameters.OrdersWithHearing,
            "DemolishByDate",
            ParameterUnit.List,
            "ORDER-ALONE",
            "责令限期拆除等只含责令事项的决定是否告知听证权利，由法制机构确认；默认告知",
            Words: Enum.GetNames<CorrectiveOrder>()
        ),
        new(
            LocalParameters.OrdersLeastDays,
            "3",
            ParameterUnit.CalendarDays,
            "APL-28",
            "法律没有规定决定送达后至少留几日履行责令事项；写明日期的，不早于送达后该日数"
        ),
        new(
            LocalParameters.FineAfterUnmetDemolition,
            "yes",
            ParameterUnit.Choice,
            "APL-28-BRANCH",
            "城乡规划法第六十四条责令限期拆除，按期拆除的是否不再罚款，各地做法不一（yes 为逾期不拆除的才罚款）",
            Words: ["yes", "no"]
        ),
        new(
            LocalParameters.SimpleIndividualBusinessCap,
            "200",
            ParameterUnit.Yuan,
            "APL-51-4",
            "法律没有规定个体工商户适用哪一限额，各地做法不一"
        ),
        new(
            LocalParameters.IndividualBusinessFineRange,
            "individual",
            ParameterUnit.Choice,
            "APL-51-4",
            "罚则分个人和单位规定幅度而没有规定个体工商户适用哪一幅度",
            Words: ["individual", "organisation"]
        ),
        new(LocalParameters.SimpleReportBack, "2", ParameterUnit.WorkingDays, "APL-52-4", "法律没有规定备案期限"),
        new(LocalParameters.FilingLimit, "7", ParameterUnit.WorkingDays, "APL-54", "法律没有规定立案期限"),
        new(LocalParameters.TransferDecide, "3", ParameterUnit.CalendarDays, "APL-27", "移送规定写“3日”，没有写明是否为工作日"),
        new(
            LocalParameters.RecordingMandatory,
            "Hearing,LeavingService",
            ParameterUnit.List,
            "REC-118-2",
            "除始终应当音像记录的环节以外，哪些环节应当音像记录由地方清单规定",
            Words: Enum.GetNames<RecordedAct>()
        ),
        new(
            LocalParameters.RecordingMatrix,
            "none",
            ParameterUnit.Choice,
            "REC-118-2",
            "设备和存储条件由地方落实：自设为 inForce 之日起，该日以后的环节按照记录矩阵核对音像记录，此前的环节不核对",
            Words: ["none", "inForce"]
        ),
        new(
            LocalParameters.EvidenceFiles,
            "optional",
            ParameterUnit.Choice,
            "REC-118-3",
            "存储条件由地方落实：自设为 required 之日起，该日以后取得的证据和音像记录应当上传原始文件，缺少文件的不得据以认定事实，也不得结案",
            Words: ["optional", "required"]
        ),
        new(
            LocalParameters.CoercionMatters,
            "",
            ParameterUnit.List,
            "ACL-17",
            "街道、乡镇承接处罚权是否一并承接查封、扣押，由地方决定规定；填写有此权力的案由代码，来源写明依据"
        ),
        new(
            LocalParameters.UnclaimedNotice,
            "30",
            ParameterUnit.CalendarDays,
            "ACL-27-28",
            "法律没有规定无人领取的财物公告认领多少日，各地规定不一（30日、60日等）；期满才可以处理"
        ),
        new(LocalParameters.CaseExclusions, "", ParameterUnit.List, "APL-60", "只有存在依据时才可以扣除期间"),
        new(LocalParameters.FirstOffenceLookBack, "2", ParameterUnit.Years, "APL-33-1b", "由免罚清单规定"),
        new(
            LocalParameters.LenientPart,
            "belowMiddle",
            ParameterUnit.Choice,
            "APL-30",
            "法律没有规定从轻应当低多少：低于阶次的中间数额，或者在阶次的下半部分（含中间数额）",
            Words: ["belowMiddle", "lowerHalf"]
        ),
        new(LocalParameters.PublishPenalty, "7", ParameterUnit.WorkingDays, "PUB-118-3", "地方可以规定更短期限", AtMost: 7),
        new(LocalParameters.PublishOther, "20", ParameterUnit.WorkingDays, "PUB-118-3", "地方可以规定更短期限", AtMost: 20),
        new(
            LocalParameters.CreditOrganCode,
            "",
            ParameterUnit.List,
            "APL-48-1",
            "双公示数据须填报本机关的统一社会信用代码，由各机关录入；没有录入的不能报送"
        ),
        new(
            LocalParameters.CreditNaturalPersons,
            "no",
            ParameterUnit.Choice,
            "APL-48-1",
            "自然人的处罚是否报送信用平台，各地做法不一（yes 为报送）；默认不报送",
            Words: ["yes", "no"]
        ),
        new(
            LocalParameters.SurchargeBase,
            "unpaid",
            ParameterUnit.Choice,
            "APL-72-1",
            "部分缴款后的计算基数有争议",
            Words: ["unpaid", "fine"]
        ),
        new(
            LocalParameters.SurchargePauseFrom,
            "acceptance",
            ParameterUnit.Choice,
            "APL-73-3",
            "停止计算的起点有争议",
            Words: ["acceptance", "application"]
        ),
        new(LocalParameters.EnforceNight, "22:00-06:00", ParameterUnit.Clock, "ACL-43", "行政强制法没有规定夜间的起止"),
        new(
            LocalParameters.CourtSimpleWindow,
            "reconsideration",
            ParameterUnit.Choice,
            "ACL-53-S",
            "当场处罚复议前置后，未申请复议的法定期限按六十日还是六个月届满有争议（reconsideration 或者 suit）",
            Words: ["reconsideration", "suit"]
        ),
        new(
            LocalParameters.EnforceRestDays,
            "all",
            ParameterUnit.Choice,
            "ACL-43",
            "是否将周末和调休放假日同法定节假日一并避开（all 或者 statutory）",
            Words: ["all", "statutory"]
        ),
        new(LocalParameters.TrainingHours, "60", ParameterUnit.HoursAYear, "CERT-TRAIN", "国家纲要为60学时，部分地方旧规定为40学时"),
        new(LocalParameters.SimpleVolumeSize, "50", ParameterUnit.Cases, "FILE-1", "地方档案规定"),
        new(LocalParameters.ArchiveAfter, "30", ParameterUnit.CalendarDays, "FILE-3", "由档案部门规定"),
        new(LocalParameters.RetentionOrdinary, "30", ParameterUnit.Years, "FILE-4", "由档案部门规定", Words: ["permanent"]),
        new(LocalParameters.RetentionSimple, "10", ParameterUnit.Years, "FILE-4", "由档案部门规定", Words: ["permanent"]),
        new(LocalParameters.RetentionMajor, "permanent", ParameterUnit.Years, "FILE-4", "由档案部门规定", Words: ["permanent"]),
        new(
            LocalParameters.ArchiveInnerVolume,
            "LegalReview,CollectiveDiscussion",
            ParameterUnit.List,
            "FILE-2",
            "哪些材料放入副卷由档案部门规定",
            Words: Enum.GetNames<FilePart>()
        ),
        new(LocalParameters.VideoRetention, "6", ParameterUnit.Months, "REC-KEEP", "地方规定"),
        new(LocalParameters.QuarterReportDay, "10", ParameterUnit.DayOfMonth, "STAT-TJ-2", "区规定"),
        new(LocalParameters.YearlyDataDue, "01-31", ParameterUnit.Date, "PUB-ANNUAL", "国办发〔2018〕118号"),
    ];

    private static readonly FrozenDictionary<string, LocalParameter> ByKey = Shipped.ToFrozenDictionary(
        p => p.Key.Text,
        StringComparer.Ordinal
    );

    /// <summary>The parameter with the key that somebody wrote; null if there is none.</summary>
    public static LocalParameter? Find(string key) => ByKey.GetValueOrDefault(key);
}
