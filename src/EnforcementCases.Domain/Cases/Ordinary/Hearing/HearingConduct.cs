using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Why a hearing is not public (不公开听证的理由).</summary>
public enum ClosedHearingGround
{
    /// <summary>涉及国家秘密.</summary>
    [Term("涉及国家秘密")]
    StateSecret,

    /// <summary>涉及商业秘密.</summary>
    [Term("涉及商业秘密")]
    TradeSecret,

    /// <summary>涉及个人隐私.</summary>
    [Term("涉及个人隐私")]
    Privacy,
}

/// <summary>Whether the party attended the hearing.</summary>
public enum HearingAttendance
{
    /// <summary>出席.</summary>
    Attended,

    /// <summary>有正当理由未出席: another date must be set.</summary>
    ExcusedAbsence,

    /// <summary>无正当理由拒不出席: the right to a hearing is waived.</summary>
    UnexcusedAbsence,

    /// <summary>未经许可中途退出: the right to a hearing is waived.</summary>
    LeftWithoutLeave,
}

/// <summary>How a hearing ended.</summary>
public enum HearingEnd
{
    /// <summary>举行完毕.</summary>
    Held,

    /// <summary>视为放弃听证权利，终止听证.</summary>
    DeemedWaived,

    /// <summary>延期: it is still to be held.</summary>
    Postponed,
}

/// <summary>A hearing as its record shows it (听证笔录).</summary>
/// <param name="At">When it took place.</param>
/// <param name="HostPersonId">The host (主持人).</param>
/// <param name="ClosedGround">Why it was not public; null if it was.</param>
/// <param name="IsPublic">Whether it was public.</param>
/// <param name="Agents">Number of the party's agents (代理人).</param>
/// <param name="Attendance">Whether the party came.</param>
/// <param name="InvestigatorsSpoke">The investigators put forward facts, evidence and the proposed penalty.</param>
/// <param name="PartyArgued">The party argued and examined the evidence, or was given the floor.</param>
/// <param name="RecordSigned">The party or its agent checked and signed the record.</param>
/// <param name="RefusalNote">The host's note that signing was refused; otherwise null.</param>
/// <param name="HostRecusalUndecided">The party asked that the host withdraw, and nobody has decided.</param>
public sealed record HearingRecord(
    DateTimeOffset At,
    Guid HostPersonId,
    ClosedHearingGround? ClosedGround,
    bool IsPublic,
    int Agents,
    HearingAttendance Attendance,
    bool InvestigatorsSpoke,
    bool PartyArgued,
    bool RecordSigned,
    string? RefusalNote = null,
    bool HostRecusalUndecided = false
);

/// <summary>Calling, holding and using a hearing (组织听证). 行政处罚法 第六十四条第二项至第八项、第六十五条.</summary>
public static class HearingConduct
{
    /// <summary>Whole working days between notice and hearing (举行听证的七日前).</summary>
    public const int NoticeClearWorkingDays = 7;

    /// <summary>Most agents (一至二人).</summary>
    public const int AgentsAtMost = 2;

    /// <summary>Somebody was notified too late of date and place.</summary>
    public static readonly DomainError NoticeTooShort = new(
        "hearing.notice-too-short",
        "APL-64-2",
        ErrorKind.RuleBroken,
        "应当在举行听证的七个工作日前通知当事人及有关人员听证的时间、地点",
        PenaltyLaw.At("第六十四条第二项")
    );

    /// <summary>Held on another day than the party was called to, or before the hour.</summary>
    public static readonly DomainError NotAsCalled = new(
        "hearing.not-as-called",
        "APL-64-2",
        ErrorKind.RuleBroken,
        "听证应当按照通知的时间举行；改期的，应当重新通知",
        PenaltyLaw.At("第六十四条第二项")
    );

    /// <summary>Closed without one of the three grounds, or both public and closed.</summary>
    public static readonly DomainError NotPublic = new(
        "hearing.not-public",
        "APL-64-3",
        ErrorKind.RuleBroken,
        "除涉及国家秘密、商业秘密或者个人隐私依法予以保密外，听证公开举行",
        PenaltyLaw.At("第六十四条第三项")
    );

    /// <summary>The host investigated the case.</summary>
    public static readonly DomainError HostInvestigated = new(
        "hearing.host-investigated",
        "APL-64-3",
        ErrorKind.RuleBroken,
        "听证由行政机关指定的非本案调查人员主持",
        PenaltyLaw.At("第六十四条第四项")
    );

    /// <summary>The host is nobody whom the organ has appointed to host hearings.</summary>
    public static readonly DomainError HostUnknown = new(
        "hearing.host-unknown",
        "APL-64-3",
        ErrorKind.RuleBroken,
        "听证由行政机关指定的听证主持人主持",
        PenaltyLaw.At("第六十四条第四项")
    );

    /// <summary>A request that the host withdraw is undecided.</summary>
    public static readonly DomainError HostRecusalUndecided = new(
        "hearing.host-recusal-undecided",
        "APL-64-3",
        ErrorKind.RuleBroken,
        "当事人申请主持人回避，尚未决定",
        PenaltyLaw.At("第六十四条第四项")
    );

    /// <summary>More than two agents.</summary>
    public static readonly DomainError TooManyAgents = new(
        "hearing.too-many-agents",
        "APL-64-3",
        ErrorKind.RuleBroken,
        "当事人可以委托一至二人代理听证",
        PenaltyLaw.At("第六十四条第五项")
    );

    /// <summary>The investigators did not put their case, or the party could not answer it.</summary>
    public static readonly DomainError NotArgued = new(
        "hearing.not-argued",
        "APL-64-3",
        ErrorKind.RuleBroken,
        "听证时，调查人员提出违法事实、证据和处罚建议，当事人进行申辩和质证",
        PenaltyLaw.At("第六十四条第七项")
    );

    /// <summary>The record has neither a signature nor a note of the refusal.</summary>
    public static readonly DomainError RecordNotSigned = new(
        "hearing.record-not-signed",
        "APL-64-3",
        ErrorKind.RuleBroken,
        "听证笔录应当交当事人或者其代理人核对无误后签字或者盖章，拒绝的由主持人注明",
        PenaltyLaw.At("第六十四条第八项")
    );

    /// <summary>The hearing was called and is not over, or the decision does not rest on its record.</summary>
    public static readonly DomainError NotDecidedOnRecord = new(
        "hearing.not-decided-on-record",
        "APL-65",
        ErrorKind.RuleBroken,
        "听证结束后，应当根据听证笔录作出决定",
        PenaltyLaw.At("第六十五条")
    );

    /// <summary>Last day on which the notice of a hearing may be served.</summary>
    [StatutoryRule("APL-64-2")]
    public static DateOnly LatestNotice(DateOnly hearingOn, WorkingCalendar calendar) =>
        ClearDays.LatestBefore(hearingOn, NoticeClearWorkingDays, calendar);

    /// <summary>First day for a hearing whose notice is served on a day.</summary>
    public static DateOnly EarliestHearing(DateOnly noticeServedOn, WorkingCalendar calendar) =>
        ClearDays.EarliestAfter(noticeServedOn, NoticeClearWorkingDays, calendar);

    /// <summary>Refuses a date that leaves the party or another participant fewer than seven whole working days.</summary>
    /// <param name="noticesServedOn">Dates of service, one for each person notified: the party and every other participant.</param>
    /// <exception cref="DomainException"><see cref="NoticeTooShort"/>.</exception>
    public static void EnsureNotifiedInTime(IReadOnlyCollection<DateOnly> noticesServedOn, DateOnly hearingOn, WorkingCalendar calendar)
    {
        var latest = LatestNotice(hearingOn, calendar);
        if (noticesServedOn.Count == 0)
            throw NoticeTooShort.With("没有送达听证通知书");
        if (noticesServedOn.Max() is var last && last > latest)
            throw NoticeTooShort.With(
                $"通知 {last:yyyy-MM-dd}，听证 {hearingOn:yyyy-MM-dd}，最迟应当于 {latest:yyyy-MM-dd} 通知",
                $"听证最早定于 {EarliestHearing(last, calendar):yyyy-MM-dd}"
            );
    }

    /// <summary>Refuses a hearing at another time than the party was called to.</summary>
    /// <exception cref="DomainException"><see cref="NotAsCalled"/>.</exception>
    public static void EnsureAsCalled(DateTimeOffset calledTo, DateTimeOffset heldAt)
    {
        if (LegalDate.Of(calledTo) != LegalDate.Of(heldAt) || heldAt < calledTo)
            throw NotAsCalled.With(
                $"通知的时间为 {calledTo.ToOffset(LegalDate.Offset):yyyy-MM-dd HH:mm}",
                "按照通知的时间举行，或者重新通知"
            );
    }

    /// <summary>How the hearing ended.</summary>
    public static HearingEnd EndOf(HearingRecord hearing) =>
        hearing.Attendance switch
        {
            HearingAttendance.Attended => HearingEnd.Held,
            HearingAttendance.UnexcusedAbsence or HearingAttendance.LeftWithoutLeave => HearingEnd.DeemedWaived,
            HearingAttendance.ExcusedAbsence => HearingEnd.Postponed,
        };

    /// <summary>What is wrong with a hearing.</summary>
    /// <param name="investigators">Persons who investigated the case.</param>
    public static IReadOnlyList<DomainException> Faults(HearingRecord hearing, IReadOnlyCollection<Guid> investigators) =>
        [.. WhyFaulty(hearing, investigators)];

    /// <summary>Refuses a hearing that was not held as the law asks.</summary>
    /// <exception cref="DomainException">One of the errors of 第六十四条.</exception>
    public static void EnsureLawful(HearingRecord hearing, IReadOnlyCollection<Guid> investigators) =>
        Faults(hearing, investigators).RefuseFirst();

    /// <summary>Why a decision does not rest on the hearing: it is not over, or its record is not referred to; null if it does, or none was asked for.</summary>
    /// <param name="requested">A hearing was asked for in time, or accepted.</param>
    /// <param name="hearing">The last hearing; null if none took place.</param>
    /// <param name="refersToRecord">The decision refers to the record of the hearing.</param>
    public static DomainException? ObstacleUnlessOnRecord(
        bool requested,
        HearingRecord? hearing,
        bool refersToRecord,
        DateTimeOffset decidedAt
    ) =>
        hearing is null ? (requested ? NotDecidedOnRecord.With("当事人要求听证，尚未举行") : null)
        : hearing.At > decidedAt ? NotDecidedOnRecord.With("听证尚未结束")
        : EndOf(hearing) is HearingEnd.Postponed ? (requested ? NotDecidedOnRecord.With("听证尚未结束") : null) // withdrawn since
        : EndOf(hearing) is HearingEnd.Held && !refersToRecord ? NotDecidedOnRecord.With("决定没有引用听证笔录")
        : null;

    /// <summary>Refuses a decision while an asked-for hearing is not over, or on something else than its record.</summary>
    /// <inheritdoc cref="ObstacleUnlessOnRecord" />
    /// <exception cref="DomainException"><see cref="NotDecidedOnRecord"/>.</exception>
    public static void EnsureDecidedOnRecord(bool requested, HearingRecord? hearing, bool refersToRecord, DateTimeOffset decidedAt)
    {
        if (ObstacleUnlessOnRecord(requested, hearing, refersToRecord, decidedAt) is { } why)
            throw why;
    }

    private static IEnumerable<DomainException> WhyFaulty(HearingRecord hearing, IReadOnlyCollection<Guid> investigators)
    {
        if (hearing.IsPublic == hearing.ClosedGround is not null)
            yield return NotPublic.With(hearing.IsPublic ? "公开举行而列有不公开的理由" : "没有不公开的法定理由");
        if (investigators.Contains(hearing.HostPersonId))
            yield return HostInvestigated.With("主持人参与了本案调查", "另行指定主持人");
        if (hearing.HostRecusalUndecided)
            yield return HostRecusalUndecided.With("请先决定主持人是否回避");
        if (hearing.Agents is < 0 or > AgentsAtMost)
            yield return TooManyAgents.With($"代理人 {hearing.Agents} 名");
        if (EndOf(hearing) is HearingEnd.Held && !(hearing.InvestigatorsSpoke && hearing.PartyArgued))
            yield return NotArgued.With(hearing.InvestigatorsSpoke ? "没有当事人申辩和质证的记录" : "没有调查人员举证的记录");
        if (EndOf(hearing) is HearingEnd.Held && !hearing.RecordSigned && !hearing.RefusalNote.IsGiven())
            yield return RecordNotSigned.With("笔录既无签字，也无拒签说明");
    }
}
