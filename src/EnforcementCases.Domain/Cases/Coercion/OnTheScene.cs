using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Coercion;

/// <summary>The owner of the things is not known (当事人不明).</summary>
/// <param name="WhatWasDone">What was done on the scene to find the owner (查找经过).</param>
/// <param name="DescribedAs">What is known of the owner, <c>四十岁左右男子，骑三轮车离开</c>; null if nothing.</param>
public sealed record UnknownOwner(string WhatWasDone, string? DescribedAs = null)
{
    /// <summary>How papers name an owner who is unknown.</summary>
    public const string Name = "当事人不明";

    /// <summary>The address that they print.</summary>
    public const string Address = "不明";
}

/// <summary>What has to happen on the scene of a measure, and not afterwards: the party is informed and heard, decision and list are handed over, the record is made. 行政强制法 第十八条、
/// 第二十四条.</summary>
public static class OnTheScene
{
    /// <summary>Longest stay at a scene, inclusive: what lies further from the measure did not happen on the spot. Design: the law has 当场 and no number.</summary>
    public static readonly TimeSpan LongestStay = TimeSpan.FromHours(12);

    /// <summary>Informed, or handed over, on another occasion than the measure.</summary>
    public static readonly DomainError NotOnTheSpot = new(
        "coercion.not-on-the-spot",
        "ACL-18-SPOT",
        ErrorKind.RuleBroken,
        "实施查封、扣押应当当场告知当事人理由、依据、权利和救济途径，当场交付决定书和清单",
        CoercionLaw.At("第二十四条第一款")
    );

    /// <summary>An absent party is entered as informed, heard or handed the decision; or the decision was not put up for it.</summary>
    public static readonly DomainError NobodyThere = new(
        "coercion.nobody-there",
        "ACL-18-SPOT",
        ErrorKind.RuleBroken,
        "当事人不到场的，邀请见证人到场签名，决定书和清单张贴于现场，并依法送达当事人",
        CoercionLaw.At("第十八条")
    );

    /// <summary>The record that is named is not the one of this scene.</summary>
    public static readonly DomainError RecordOfAnotherScene = new(
        "coercion.record-of-another-scene",
        "ACL-18",
        ErrorKind.RuleBroken,
        "查封、扣押应当制作现场笔录，所引用的笔录不是实施该项措施时制作的",
        CoercionLaw.At("第十八条")
    );

    /// <summary>A basis that is not the one by which the place holds the power.</summary>
    public static readonly DomainError BasisNotOfCatalogue = new(
        "coercion.basis-not-of-catalogue",
        "ACL-17",
        ErrorKind.RuleBroken,
        "查封、扣押的依据应当是目录中载明的本事项行政强制措施权的依据",
        CoercionLaw.At("第十七条")
    );

    /// <summary>The owner is unknown and nothing is entered of how it was sought.</summary>
    public static readonly DomainError OwnerNotSought = new(
        "measure.owner-not-sought",
        null,
        ErrorKind.Unacceptable,
        "尚未核实当事人身份，也没有写明当事人不明和查找经过"
    );

    /// <summary>The owner is entered as unknown, and the party of the case is identified.</summary>
    public static readonly DomainError OwnerKnown = new(
        "measure.owner-known",
        null,
        ErrorKind.Unacceptable,
        "案件已经核实当事人，不得写明当事人不明"
    );

    /// <summary>Refuses a measure whose owner is neither identified nor entered as unknown, or both.</summary>
    /// <exception cref="DomainException"><see cref="OwnerNotSought"/> or <see cref="OwnerKnown"/>.</exception>
    public static void EnsureOwner(EnforcementCase @case, UnknownOwner? unknown)
    {
        if (@case.PartyId is null && unknown is null)
            throw OwnerNotSought.With("没有当事人", "核实当事人；当事人不明的，写明查找经过").At("/ownerUnknown");
        if (@case.PartyId is not null && unknown is not null)
            throw OwnerKnown.With($"当事人为“{@case.Party.Name}”").At("/ownerUnknown");
    }

    /// <summary>Refuses what did not happen on the spot, and what an absent party cannot have heard, stated or received.</summary>
    /// <param name="appliedAt">When the measure was applied.</param>
    /// <param name="present">Whether the party was there.</param>
    /// <param name="notifiedAt">When it was informed of reasons, basis, rights and remedies; null if absent.</param>
    /// <param name="heard">What it stated; null if absent.</param>
    /// <param name="signed">Whether it signed the record.</param>
    /// <param name="deliveredAt">When decision and list were handed to it; null if absent.</param>
    /// <param name="postedAt">When they were put up on the scene (张贴); null if the party was present.</param>
    /// <exception cref="DomainException"><see cref="NotOnTheSpot"/> or <see cref="NobodyThere"/>.</exception>
    public static void EnsureToldAndHandedOver(
        DateTimeOffset appliedAt,
        bool present,
        DateTimeOffset? notifiedAt,
        string? heard,
        bool signed,
        DateTimeOffset? deliveredAt,
        DateTimeOffset? postedAt
    )
    {
        EnsureNear(appliedAt, notifiedAt, "告知", "/reasonsBasisAndRightsNotifiedAt");
        EnsureNear(appliedAt, deliveredAt, "交付", "/deliveredAt");
        EnsureNear(appliedAt, postedAt, "张贴", "/postedAt");
        if (present && postedAt is not null)
            throw NotOnTheSpot.With("当事人到场，应当当场交付", "写明当场交付的时间").At("/postedAt");
        if (present)
            return;
        if (notifiedAt is not null)
            throw NobodyThere.With("当事人没有到场，却写明当场告知").At("/reasonsBasisAndRightsNotifiedAt");
        if (heard is not null)
            throw NobodyThere.With("当事人没有到场，却写明其陈述").At("/partyHeard");
        if (signed)
            throw NobodyThere.With("当事人没有到场，却写明其签名").At("/partySigned");
        if (deliveredAt is not null)
            throw NobodyThere.With("当事人没有到场，却写明当场交付", "写明张贴的时间，再依法送达").At("/deliveredAt");
        if (postedAt is null)
            throw NobodyThere.With("没有张贴决定书和清单的时间", "张贴于现场，再依法送达").At("/postedAt");
    }

    /// <summary>Refuses a scene record that was not made at the measure: on another day, or by other officers.</summary>
    /// <param name="record">The record that is named.</param>
    /// <exception cref="DomainException"><see cref="RecordOfAnotherScene"/>.</exception>
    public static void EnsureRecordOf(DateTimeOffset appliedAt, Attendance attendance, RecordScene record)
    {
        if (record.StartedAt > appliedAt || appliedAt - record.DoneAt > LongestStay || record.DoneAt - appliedAt > LongestStay)
            throw RecordOfAnotherScene
                .With($"笔录 {Moment(record.StartedAt)}至{Moment(record.DoneAt)}，措施 {Moment(appliedAt)}", "写明当场制作的现场笔录")
                .At("/sceneRecordId");
        var both = attendance.Officers.Select(o => o.OfficerId).Intersect(record.Attendance.Officers.Select(o => o.OfficerId));
        if (both.Count() < Personnel.OfficersPresent.AtLeast)
            throw RecordOfAnotherScene.With("笔录由其他执法人员制作", "写明当场制作的现场笔录").At("/sceneRecordId");
    }

    private static void EnsureNear(DateTimeOffset appliedAt, DateTimeOffset? at, string what, string pointer)
    {
        if (at is { } when && (appliedAt - when).Duration() > LongestStay)
            throw NotOnTheSpot.With($"{what} {Moment(when)}，措施 {Moment(appliedAt)}").At(pointer);
    }

    private static string Moment(DateTimeOffset at) => $"{at.ToOffset(LegalDate.Offset):yyyy-MM-dd HH:mm}";
}
