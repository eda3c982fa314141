using System.Buffers.Binary;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases;

/// <summary>What a running deadline is about.</summary>
public enum DeadlineKind
{
    /// <summary>报备案 (APL-52-4).</summary>
    [Term("报备案")]
    ReportBack,

    /// <summary>缴纳罚款 (APL-67-2).</summary>
    [Term("缴纳罚款")]
    Payment,

    /// <summary>改正违法行为 (APL-28).</summary>
    [Term("改正违法行为")]
    Correction,

    /// <summary>收缴款交机关 (APL-71).</summary>
    [Term("收缴款交机关")]
    RemitToOrgan,

    /// <summary>机关缴付银行 (APL-71).</summary>
    [Term("机关缴付银行")]
    RemitToBank,

    /// <summary>立案 (APL-54).</summary>
    [Term("立案")]
    Filing,

    /// <summary>作出处理决定 (APL-60).</summary>
    [Term("作出处理决定")]
    Decision,

    /// <summary>处理先行登记保存的证据 (APL-56).</summary>
    [Term("处理先行登记保存的证据")]
    Preservation,

    /// <summary>查封扣押期限 (ACL-25).</summary>
    [Term("查封扣押期限")]
    Sealing,

    /// <summary>紧急查封扣押补办批准 (ACL-19).</summary>
    [Term("紧急查封扣押补办批准")]
    SealingApproval,

    /// <summary>陈述申辩 (APL-44-WAIT).</summary>
    [Term("陈述申辩")]
    Defence,

    /// <summary>申请听证 (APL-64-1).</summary>
    [Term("申请听证")]
    HearingRequest,

    /// <summary>法制审核 (REV-TIME).</summary>
    [Term("法制审核")]
    LegalReview,

    /// <summary>拟实施行为的法制审核 (REV-TIME).</summary>
    [Term("拟实施行为的法制审核")]
    PlannedActReview,

    /// <summary>送达决定 (APL-61-1).</summary>
    [Term("送达决定")]
    Service,

    /// <summary>送达补正决定书 (CORR-SLIP).</summary>
    [Term("送达补正决定书")]
    ServiceOfCorrection,

    /// <summary>分期或者延期缴款 (APL-66).</summary>
    [Term("分期或者延期缴款")]
    Instalment,

    /// <summary>催告期限 (ACL-54).</summary>
    [Term("催告期限")]
    Call,

    /// <summary>申请法院强制执行 (ACL-53).</summary>
    [Term("申请法院强制执行")]
    CourtApplication,

    /// <summary>负责人决定是否移送司法 (APL-27).</summary>
    [Term("负责人决定是否移送司法")]
    CrimeDecision,

    /// <summary>移送司法机关 (APL-27).</summary>
    [Term("移送司法机关")]
    CrimeTransfer,

    /// <summary>归档 (FILE-3).</summary>
    [Term("归档")]
    Archiving,

    /// <summary>履行罚款以外的处罚 (没收、停产停业、关闭): counted from the service of the decision.</summary>
    [Term("履行罚款以外的处罚")]
    Performance,

    /// <summary>认领财物 (ACL-27-28): until then the owner may claim things that nobody collects.</summary>
    [Term("认领财物")]
    Claim,

    /// <summary>上传证据文件 (REC-118-3): files that acts of the case name and that have not arrived.</summary>
    [Term("上传证据文件")]
    EvidenceFiles,
}

/// <summary>A deadline of a case (办案期限), with how it came about.</summary>
public sealed class CaseDeadline : IOwnedByOrganisation
{
    private CaseDeadline() { }

    internal CaseDeadline(Guid id, EnforcementCase @case, DeadlineKind kind, Deadline deadline, string? reference = null)
    {
        Id = id;
        Seq = BinaryPrimitives.ReadInt64BigEndian(id.ToByteArray(bigEndian: true).AsSpan(8)) & long.MaxValue;
        CaseId = @case.Id;
        OrganId = @case.OrganId;
        OrganisationPath = @case.OrganisationPath;
        Kind = kind;
        Rule = deadline.Explanation.Rule;
        LastDay = deadline.LastDay;
        IsProvisional = deadline.IsProvisional;
        Explanation = deadline.Explanation;
        CalendarVersion = deadline.Explanation.CalendarVersion;
        Reference = reference;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Breaks ties in lists: the random half of the identity as a number, which every database orders alike.</summary>
    public long Seq { get; private set; }

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The street or town whose case it is.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>What it is about.</summary>
    public DeadlineKind Kind { get; private set; }

    /// <summary>Id in the rule table.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>Last day of the deadline, inclusive.</summary>
    public DateOnly LastDay { get; private set; }

    /// <summary>True while a calendar year that is not loaded yet may still move it.</summary>
    public bool IsProvisional { get; private set; }

    /// <summary>How it was computed.</summary>
    public DeadlineExplanation Explanation { get; private set; } = null!;

    /// <summary>The calendar it was counted by.</summary>
    public string CalendarVersion { get; private set; } = "";

    /// <summary>Its last day before a later calendar changed the count; null if none did.</summary>
    public DateOnly? PreviousLastDay { get; private set; }

    /// <summary>The calendar of that earlier count.</summary>
    public string? PreviousCalendarVersion { get; private set; }

    /// <summary>When it was counted again; null if it never was.</summary>
    public DateTimeOffset? RecomputedAt { get; private set; }

    /// <summary>What it belongs to inside the case, such as the receipt number of a remittance; null if it belongs to the case as a whole.</summary>
    public string? Reference { get; private set; }

    /// <summary>Total to be paid by then, in fen, earlier instalments included; null if it is not about an instalment.</summary>
    public long? DueFen { get; internal set; }

    /// <summary>When the duty was done; null while it is open.</summary>
    public DateTimeOffset? MetAt { get; private set; }

    /// <summary>When the duty fell away (the decision was revoked); null otherwise.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Whether the duty is still open: neither done nor fallen away.</summary>
    public bool IsOpen => MetAt is null && EndedAt is null;

    /// <summary>The deadline as counted by another calendar; null if it does not change.</summary>
    /// <remarks>A provisional date is only waiting for its calendar. Any other that has run out stays: a later calendar does not change the past (TIME-RULE-VERSION).</remarks>
    public Deadline? Recounted(WorkingCalendar calendar, DateOnly today)
    {
        if (!IsOpen || CalendarVersion == calendar.Version || (!IsProvisional && today > LastDay))
            return null;
        var counted = Explanation.CountAgain(calendar);
        return counted.Explanation.SaysTheSameAs(Explanation) ? null : counted;
    }

    internal void TakeOver(Deadline counted, DateTimeOffset at)
    {
        (PreviousLastDay, PreviousCalendarVersion, RecomputedAt) = (LastDay, CalendarVersion, at);
        Explanation = counted.Explanation;
        (LastDay, IsProvisional, CalendarVersion) = (counted.LastDay, counted.IsProvisional, counted.Explanation.CalendarVersion);
    }

    internal void Meet(DateTimeOffset at)
    {
        if (EndedAt is null)
            MetAt ??= at;
    }

    internal void End(DateTimeOffset at)
    {
        if (MetAt is null)
            EndedAt ??= at;
    }

    /// <summary>The duty falls away for what it covers so far.</summary>
    /// <param name="upTo">The last of what it covers; it becomes the reference.</param>
    internal void Excuse(DateTimeOffset at, string upTo)
    {
        End(at);
        Reference = upTo;
    }
}
