namespace EnforcementCases.Domain.Inspections;

/// <summary>Something of inspections that belongs to a street or town; everybody of the organ who may read it reads all of it, whatever the team.</summary>
public interface IInspectionMatter : IOwnedByOrganisation
{
    /// <summary>Identity.</summary>
    Guid Id { get; }

    /// <summary>Order of entry; breaks ties in lists.</summary>
    long Seq { get; }

    /// <summary>The street or town.</summary>
    Guid OrganId { get; }

    /// <summary>Version, raised by every change.</summary>
    int Version { get; }
}

/// <summary>Type of a check (检查类型), which determines what it must rest on.</summary>
public enum CheckPlanType
{
    /// <summary>日常检查: by the published yearly plan.</summary>
    [Term("日常检查")]
    Daily,

    /// <summary>专项检查: part of a campaign, by the published yearly plan.</summary>
    [Term("专项检查")]
    Special,

    /// <summary>个案检查: on a clue about one object; no plan is required.</summary>
    [Term("个案检查")]
    Individual,
}

/// <summary>State of a check (检查状态).</summary>
public enum CheckState
{
    /// <summary>待审批.</summary>
    [Term("待审批")]
    Applied,

    /// <summary>不予批准.</summary>
    [Term("不予批准")]
    Refused,

    /// <summary>待检查: approved.</summary>
    [Term("待检查")]
    Approved,

    /// <summary>检查中: the officers have entered, the record is not made.</summary>
    [Term("检查中")]
    Entered,

    /// <summary>已检查: recorded.</summary>
    [Term("已检查")]
    Recorded,

    /// <summary>已撤销: withdrawn before the officers entered.</summary>
    [Term("检查任务已撤销")]
    Withdrawn,
}

/// <summary>Result of a check (检查结果), as published.</summary>
public enum CheckResult
{
    /// <summary>未发现问题.</summary>
    [Term("未发现问题")]
    NoProblem,

    /// <summary>发现问题，当场改正.</summary>
    [Term("发现问题，当场改正")]
    CorrectedAtOnce,

    /// <summary>发现问题，责令改正: an order to correct follows.</summary>
    [Term("发现问题，责令改正")]
    OrderedToCorrect,

    /// <summary>发现问题，待后续处理: a case or an order follows.</summary>
    [Term("发现问题，待后续处理")]
    ToBeHandled,

    /// <summary>不配合检查.</summary>
    [Term("不配合检查")]
    Uncooperative,

    /// <summary>通过登记的场所无法联系.</summary>
    [Term("通过登记的场所无法联系")]
    NotReached,
}

/// <summary>Ground on which a check is made beyond the yearly cap (不受年度频次上限限制的情形).</summary>
public enum CapExemption
{
    /// <summary>投诉举报.</summary>
    [Term("投诉举报")]
    Complaint,

    /// <summary>转办交办.</summary>
    [Term("转办交办")]
    HandedDown,

    /// <summary>数据监测.</summary>
    [Term("数据监测")]
    DataMonitoring,

    /// <summary>企业申请.</summary>
    [Term("企业申请")]
    AskedByObject,
}

/// <summary>What is missing for a complete record of a check (检查记录缺少的内容).</summary>
public enum MissingInCheck
{
    /// <summary>扫码入企或者未扫码的原因: neither the code was read nor is it stated why not.</summary>
    [Term("扫码入企或者未扫码的原因")]
    Scan,

    /// <summary>事前通知或者未通知的原因.</summary>
    [Term("事前通知或者未通知的原因")]
    Notice,

    /// <summary>出示执法证件.</summary>
    [Term("出示执法证件")]
    Certificates,

    /// <summary>检查情况.</summary>
    [Term("检查情况")]
    Findings,

    /// <summary>检查结果.</summary>
    [Term("检查结果")]
    Result,

    /// <summary>被检查人签字或者拒签说明.</summary>
    [Term("被检查人签字或者拒签说明")]
    Signature,
}

/// <summary>How a reminder ended (提醒单的办结方式).</summary>
public enum ReminderEnd
{
    /// <summary>已改正.</summary>
    [Term("已改正")]
    Corrected,

    /// <summary>转立案: a case was entered.</summary>
    [Term("转立案")]
    CaseEntered,

    /// <summary>当事人已离开.</summary>
    [Term("当事人已离开")]
    PartyGone,
}

/// <summary>State of a random draw (抽查状态).</summary>
public enum DrawState
{
    /// <summary>已公告: the lists and the hash of the secret are public, nothing is drawn.</summary>
    [Term("已公告")]
    Announced,

    /// <summary>已抽取.</summary>
    [Term("已抽取")]
    Drawn,

    /// <summary>已取消.</summary>
    [Term("已取消")]
    Cancelled,
}

/// <summary>Work of inspections that waits for somebody (检查待办).</summary>
public enum InspectionWorkKind
{
    /// <summary>批准检查计划.</summary>
    [Term("批准检查计划")]
    PlanApproval,

    /// <summary>审批检查.</summary>
    [Term("审批检查")]
    CheckApproval,

    /// <summary>实施检查.</summary>
    [Term("实施检查")]
    Visit,

    /// <summary>补齐检查记录: the record is missing or incomplete, so the check does not count.</summary>
    [Term("补齐检查记录")]
    Record,

    /// <summary>登记后续处理: problems were found, and what followed is not entered.</summary>
    [Term("登记后续处理")]
    FollowUp,

    /// <summary>公示检查结果.</summary>
    [Term("公示检查结果")]
    Publication,

    /// <summary>办结提醒单.</summary>
    [Term("办结提醒单")]
    Reminder,

    /// <summary>抽取检查对象和人员.</summary>
    [Term("抽取检查对象和人员")]
    Draw,
}

/// <summary>A figure of inspections (巡查检查数据). Value and list of rows come from one query.</summary>
public enum InspectionFigure
{
    /// <summary>行政检查次数: objects checked with a complete record and without a case or order that follows (ST-6).</summary>
    [Term("行政检查次数")]
    Checks,

    /// <summary>记录不完整的检查: not counted as checks.</summary>
    [Term("记录不完整的检查")]
    IncompleteChecks,

    /// <summary>转入案件或者责令改正的检查: not counted as checks.</summary>
    [Term("转入案件或者责令改正的检查")]
    ChecksFollowed,

    /// <summary>计划检查次数.</summary>
    [Term("计划检查次数")]
    PlannedChecks,

    /// <summary>巡查次数.</summary>
    [Term("巡查次数")]
    Patrols,

    /// <summary>出动人次.</summary>
    [Term("出动人次")]
    PersonTimes,

    /// <summary>出动车次.</summary>
    [Term("出动车次")]
    VehicleTimes,

    /// <summary>巡查处次.</summary>
    [Term("巡查处次")]
    PlaceTimes,

    /// <summary>清理摊位.</summary>
    [Term("清理摊位")]
    StallsCleared,

    /// <summary>规范商户.</summary>
    [Term("规范商户")]
    ShopsCorrected,

    /// <summary>发放提醒单.</summary>
    [Term("发放提醒单")]
    RemindersHanded,

    /// <summary>办结提醒单, by the day of its end.</summary>
    [Term("办结的提醒单")]
    RemindersEnded,

    /// <summary>双随机抽查批次.</summary>
    [Term("双随机抽查批次")]
    Draws,

    /// <summary>双随机抽取对象.</summary>
    [Term("双随机抽取对象")]
    ObjectsDrawn,

    /// <summary>应公示检查结果: whose last day for publication lies in the year.</summary>
    [Term("应公示检查结果")]
    ResultsDue,

    /// <summary>按期公示检查结果.</summary>
    [Term("按期公示检查结果")]
    ResultsInTime,
}
