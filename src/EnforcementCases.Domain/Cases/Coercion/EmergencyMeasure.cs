using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Coercion;

/// <summary>A measure applied on the spot in an emergency (情况紧急，当场实施), and what becomes of one that the head does not approve within twenty-four hours. 行政强制法
/// 第十九条.</summary>
public static class EmergencyMeasure
{
    /// <summary>Nobody approved the measure within twenty-four hours: it has to be lifted at once.</summary>
    public static readonly DomainError NotApprovedInTime = new(
        "coercion.emergency-not-approved-in-time",
        "ACL-18-SPOT",
        ErrorKind.RuleBroken,
        "当场实施查封、扣押，未在二十四小时内补办批准手续的，应当立即解除",
        CoercionLaw.At("第十九条")
    );

    /// <summary>A measure is lifted as not approved, and it was approved or still may be.</summary>
    public static readonly DomainError NotUnapproved = new(
        "coercion.emergency-not-unapproved",
        "ACL-19",
        ErrorKind.RuleBroken,
        "以未获批准为由解除的，应当是负责人不同意或者逾期未批准的当场查封、扣押",
        CoercionLaw.At("第十九条")
    );

    private const string LiftAtOnce = "立即解除查封、扣押并退还财物";

    /// <summary>Why a measure has to be lifted at once; null while it may go on.</summary>
    /// <param name="at">The instant at which something is to rest on it.</param>
    public static DomainException? WhyLiftAtOnce(SealedThings measure, DateTimeOffset at, WorkingCalendar calendar)
    {
        if (measure.HeadAgreed is false)
            return CoerciveMeasure.EmergencyRefused.With("负责人不同意", "立即解除并返还财物");
        if (measure is not { Emergency: true, HeadAgreed: null })
            return null;
        var due = CoerciveMeasure.EmergencyReportDue(measure.AppliedAt, calendar);
        return due.IsMissedAt(at) ? Late(measure, at, due) : null;
    }

    /// <summary>Refuses to rest anything on a measure that has to be lifted at once.</summary>
    /// <exception cref="DomainException"><see cref="CoerciveMeasure.EmergencyRefused"/> or <see cref="NotApprovedInTime"/>.</exception>
    public static void EnsureStands(SealedThings measure, DateTimeOffset at, WorkingCalendar calendar)
    {
        if (WhyLiftAtOnce(measure, at, calendar) is { } why)
            throw why;
    }

    /// <summary>Refuses an approval that comes after the twenty-four hours.</summary>
    /// <exception cref="DomainException"><see cref="NotApprovedInTime"/>.</exception>
    public static void EnsureApprovedInTime(SealedThings measure, DateTimeOffset approvedAt, WorkingCalendar calendar)
    {
        var due = CoerciveMeasure.EmergencyReportDue(measure.AppliedAt, calendar);
        if (due.IsMissedAt(approvedAt))
            throw Late(measure, approvedAt, due);
    }

    /// <summary>Refuses to lift a measure as not approved that was approved, needs no later approval, or may still be approved.</summary>
    /// <exception cref="DomainException"><see cref="NotUnapproved"/>.</exception>
    public static void EnsureUnapproved(SealedThings measure, DateTimeOffset at, WorkingCalendar calendar)
    {
        if (WhyLiftAtOnce(measure, at, calendar) is null)
            throw NotUnapproved
                .With(
                    measure is { Emergency: true, HeadAgreed: null } ? "二十四小时尚未届满" : "该项查封、扣押经负责人批准",
                    "选择实际的解除情形"
                )
                .At("/ground");
    }

    private static DomainException Late(SealedThings measure, DateTimeOffset at, Deadline due) =>
        NotApprovedInTime.With($"{Moment(measure.AppliedAt)}当场实施，至{Moment(due.LastInstant ?? at)}未获批准", LiftAtOnce);

    private static string Moment(DateTimeOffset at) => $"{at.ToOffset(LegalDate.Offset):yyyy-MM-dd HH:mm}";
}
