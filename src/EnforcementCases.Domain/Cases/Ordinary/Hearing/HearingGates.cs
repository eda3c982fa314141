using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What must have happened before acts of the hearing (听证).</summary>
internal static class HearingGates
{
    /// <summary>The notice did not offer a hearing.</summary>
    public static readonly DomainError HearingNotOffered = new(
        "hearing.not-offered",
        "APL-63",
        ErrorKind.RuleBroken,
        "告知书没有告知听证权利，本案不属于应当听证的情形",
        PenaltyLaw.At("第六十三条第一款")
    );

    /// <summary>Nobody asked for a hearing.</summary>
    public static readonly DomainError HearingNotAsked = new("hearing.not-asked", null, ErrorKind.WrongStage, "当事人没有要求听证");

    /// <summary>No date is set.</summary>
    public static readonly DomainError HearingNotCalled = new("hearing.not-called", null, ErrorKind.WrongStage, "尚未通知听证");

    /// <summary>No hearing took place.</summary>
    public static readonly DomainError HearingNotHeld = new("hearing.not-held", null, ErrorKind.WrongStage, "尚未举行听证");

    public static readonly Gate HearingOffered = new(
        nameof(HearingOffered),
        (file, _) => file.Notice.Served is { HearingRightNotified: false } ? HearingNotOffered.With("没有告知听证权利") : null
    );

    public static readonly Gate HearingAsked = new(
        nameof(HearingAsked),
        (file, _) => file.Hearing.Requested is null ? HearingNotAsked.With("没有听证申请") : null
    );

    public static readonly Gate HearingCalled = new(
        nameof(HearingCalled),
        (file, _) => file.Hearing.Called is null ? HearingNotCalled.With("没有听证通知") : null
    );

    public static readonly Gate HearingHeld = new(
        nameof(HearingHeld),
        (file, _) => file.Hearing.Held is null ? HearingNotHeld.With("没有听证笔录") : null
    );
}
