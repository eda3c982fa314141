using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>A thing on a list of things taken, preserved, sealed or seized (清单).</summary>
/// <param name="Name">What it is.</param>
/// <param name="Quantity">Quantity, above 0.</param>
/// <param name="Unit">Unit, <c>件</c>.</param>
/// <param name="State">Condition of the thing (完好状况).</param>
public sealed record ListedThing(string Name, decimal Quantity, string Unit, string State);

/// <summary>What is done with a registered thing (先行登记保存的处理).</summary>
public enum PreserveDisposal
{
    /// <summary>采取记录、复制、拍照等证据保全措施后返还.</summary>
    [Term("采取记录、复制、拍照等证据保全措施后返还")]
    CopiedAndReturned,

    /// <summary>送交检验、检测、鉴定.</summary>
    [Term("送交检验、检测、鉴定")]
    SentForTesting,

    /// <summary>移送有关机关.</summary>
    [Term("移送有关机关")]
    Transferred,

    /// <summary>依法查封、扣押.</summary>
    [Term("依法查封、扣押")]
    SealedOrDetained,

    /// <summary>依法没收.</summary>
    [Term("依法没收")]
    Confiscated,

    /// <summary>解除登记保存并返还.</summary>
    [Term("解除登记保存并返还")]
    Returned,

    /// <summary>检验、检测、鉴定中已经消耗: of a thing that was sent for testing and does not come back.</summary>
    [Term("检验、检测、鉴定中已经消耗")]
    UsedUp,
}

/// <summary>State of a registration.</summary>
public enum PreserveState
{
    /// <summary>The seven working days are running.</summary>
    Running,

    /// <summary>A handling decision was made in time.</summary>
    Handled,

    /// <summary>The time ran out without a decision: it has lapsed, and the things go back.</summary>
    Lapsed,
}

/// <summary>Registering and keeping evidence that may be lost (先行登记保存证据).</summary>
/// <param name="At">When it was done.</param>
/// <param name="Risk">Why the evidence may be lost or hard to get later.</param>
/// <param name="Approval">Approval by the head; null if none.</param>
/// <param name="Things">What was registered.</param>
/// <param name="Disposal">The handling decision; null if none.</param>
/// <param name="DisposedAt">When it was made; null if none.</param>
public sealed record RegisterPreserveRecord(
    DateTimeOffset At,
    string Risk,
    HeadApproval? Approval,
    IReadOnlyList<ListedThing> Things,
    PreserveDisposal? Disposal = null,
    DateTimeOffset? DisposedAt = null
)
{
    /// <summary>Periods in which the things were with the judicial organs: they do not count.</summary>
    public IReadOnlyList<ExcludedSpan> Away { get; init; } = [];
}

/// <summary>A sample taken as evidence (抽样取证).</summary>
/// <param name="Thing">The thing taken as a sample.</param>
/// <param name="OutOf">Quantity from which it was taken.</param>
/// <param name="How">How the sample was chosen.</param>
/// <param name="SignedOrNoted">Whether the list has the party's signature, or the note that signing was refused.</param>
public sealed record SampleTaken(ListedThing Thing, decimal OutOf, string How, bool SignedOrNoted);

/// <summary>Sampling, and registering and keeping evidence first (抽样取证、先行登记保存). 行政处罚法 第五十六条.</summary>
public static class RegisterPreserve
{
    /// <summary>A handling decision within seven working days (七日内及时作出处理决定): a limit on the organ.</summary>
    [StatutoryRule("APL-56")]
    public static readonly DeadlineRule Seven = new(
        "APL-56",
        "作出先行登记保存的处理决定",
        PenaltyLaw.Days(7),
        PenaltyLaw.At("第五十六条"),
        DeadlineFor.AgencyPower,
        "先行登记保存"
    );

    /// <summary>No approval by the head, or only afterwards.</summary>
    public static readonly DomainError NotApproved = new(
        "register-preserve.not-approved",
        "APL-56",
        ErrorKind.RuleBroken,
        "先行登记保存应当经行政机关负责人批准",
        PenaltyLaw.At("第五十六条")
    );

    /// <summary>Things are registered that the head did not approve, or more of them.</summary>
    public static readonly DomainError ThingNotApproved = new(
        "register-preserve.thing-not-approved",
        "APL-56",
        ErrorKind.RuleBroken,
        "先行登记保存的物品应当是行政机关负责人批准的物品",
        PenaltyLaw.At("第五十六条")
    );

    /// <summary>No reason is given why the evidence may be lost, or nothing was registered.</summary>
    public static readonly DomainError NoGround = new(
        "register-preserve.no-ground",
        "APL-56",
        ErrorKind.RuleBroken,
        "先行登记保存限于证据可能灭失或者以后难以取得的情况，并应当列明物品",
        PenaltyLaw.At("第五十六条")
    );

    /// <summary>A handling decision after the seven working days: the registration has lapsed.</summary>
    public static readonly DomainError HasLapsed = new(
        "register-preserve.has-lapsed",
        "APL-56",
        ErrorKind.RuleBroken,
        "先行登记保存逾期未作处理决定，已经失效，应当返还物品",
        PenaltyLaw.At("第五十六条")
    );

    /// <summary>Confiscated without a decision that confiscates, or handed to a sealing that nobody decided.</summary>
    public static readonly DomainError Unfounded = new(
        "register-preserve.unfounded",
        "APL-56",
        ErrorKind.RuleBroken,
        "登记保存的物品没收的，应当有没收的处罚决定；查封、扣押的，应当依法办理查封、扣押",
        PenaltyLaw.At("第五十六条")
    );

    /// <summary>Used up in a test to which it was not sent, or sent to a test from which it is not back.</summary>
    public static readonly DomainError NotTested = new(
        "register-preserve.not-in-testing",
        "APL-56",
        ErrorKind.RuleBroken,
        "送交检验、检测、鉴定的物品应当收回后处理，或者注明已经消耗；没有送检的不得以消耗处理",
        PenaltyLaw.At("第五十六条")
    );

    /// <summary>A sample without quantity, choice or list.</summary>
    public static readonly DomainError SampleIncomplete = new(
        "register-preserve.sample-incomplete",
        "APL-56",
        ErrorKind.RuleBroken,
        "抽样取证应当记明抽取的数量、方法并由当事人在清单上签名或者注明拒签",
        PenaltyLaw.At("第五十六条")
    );

    /// <summary>Given back to the present party of the case, though it was taken from another.</summary>
    public static readonly DomainError ReturnedToAnother = new(
        "register-preserve.returned-to-another",
        "APL-56",
        ErrorKind.RuleBroken,
        "登记保存的物品应当返还被登记保存物品的当事人",
        PenaltyLaw.At("第五十六条")
    );

    /// <summary>Last day for the handling decision.</summary>
    public static Deadline Due(DateTimeOffset registeredAt, WorkingCalendar calendar, IReadOnlyList<ExcludedSpan>? away = null) =>
        Deadline.From(Seven, registeredAt, calendar, away);

    /// <summary>Last day for the handling decision on a registration.</summary>
    public static Deadline Due(RegisterPreserveRecord record, WorkingCalendar calendar) => Due(record.At, calendar, record.Away);

    /// <summary>Refuses a registration without approval or ground.</summary>
    /// <exception cref="DomainException"><see cref="NotApproved"/> or <see cref="NoGround"/>.</exception>
    public static void EnsureAllowed(RegisterPreserveRecord record)
    {
        if (record.Approval is not { } approval || approval.At > record.At)
            throw NotApproved.With(record.Approval is null ? "没有负责人批准" : "批准时间晚于登记保存时间");
        if (!record.Risk.IsGiven() || record.Things.Count == 0)
            throw NoGround.With(record.Things.Count == 0 ? "没有物品清单" : "没有说明证据可能灭失或者以后难以取得的理由");
    }

    /// <summary>State of the registration at an instant.</summary>
    public static PreserveState StateAt(RegisterPreserveRecord record, DateTimeOffset now, WorkingCalendar calendar)
    {
        var due = Due(record, calendar);
        if (record is { Disposal: not null, DisposedAt: { } at } && !due.IsMissedAt(at))
            return PreserveState.Handled;
        return due.IsMissedAt(now) ? PreserveState.Lapsed : PreserveState.Running;
    }

    /// <summary>Refuses a handling decision other than giving the things back once the time has run out.</summary>
    /// <exception cref="DomainException"><see cref="HasLapsed"/>.</exception>
    public static void EnsureMayDispose(
        RegisterPreserveRecord record,
        PreserveDisposal disposal,
        DateTimeOffset at,
        WorkingCalendar calendar
    )
    {
        if (disposal is not PreserveDisposal.Returned && Due(record, calendar) is var due && due.IsMissedAt(at))
            throw HasLapsed.With($"处理期限至 {due.LastDay:yyyy-MM-dd}", "解除登记保存，返还物品");
    }

    /// <summary>Refuses to give a thing back to anybody but the party from whom it was taken, once the case has another party.</summary>
    /// <param name="owner">From whom it was taken; null if unknown.</param>
    /// <param name="partyId">The present party of the case.</param>
    /// <param name="receiver">Who signed for it; null if not stated.</param>
    /// <exception cref="DomainException"><see cref="ReturnedToAnother"/>.</exception>
    public static void EnsureReturnedTo(OwnerOfThings? owner, Guid? partyId, string? receiver)
    {
        if (owner is null || owner.PartyId == partyId || Documents.PartyServed.IsSame(receiver, owner.Party.Name))
            return;
        const string next = "返还原当事人，写明领取人";
        throw receiver.IsGiven()
            ? ReturnedToAnother.With($"物品登记保存自“{owner.Party.Name}”，领取人是“{receiver}”", next)
            : ReturnedToAnother.With($"物品登记保存自“{owner.Party.Name}”，没有写明领取人", next);
    }

    /// <summary>Refuses a handling that rests on a decision which was not made.</summary>
    /// <param name="confiscated">The decision confiscates goods.</param>
    /// <param name="sealed">A sealing or detention of the case is in force.</param>
    /// <exception cref="DomainException"><see cref="Unfounded"/>.</exception>
    public static void EnsureFounded(PreserveDisposal disposal, bool confiscated, bool @sealed)
    {
        if (disposal is PreserveDisposal.Confiscated && !confiscated)
            throw Unfounded.With("处罚决定没有没收非法财物", "返还物品，或者采取其他处理方式");
        if (disposal is PreserveDisposal.SealedOrDetained && !@sealed)
            throw Unfounded.With("没有查封、扣押", "先办理查封、扣押");
    }

    /// <summary>Refuses a sample that is not described.</summary>
    /// <exception cref="DomainException"><see cref="SampleIncomplete"/>.</exception>
    public static void EnsureSampled(SampleTaken sample)
    {
        var missing = Obstacles.NotGiven(
            ("数量", sample.Thing.Quantity > 0 && sample.Thing.Quantity <= sample.OutOf),
            ("抽样方法", sample.How.IsGiven()),
            ("签名或者拒签说明", sample.SignedOrNoted)
        );
        if (missing.Count > 0)
            throw SampleIncomplete.With($"缺少：{string.Join('、', missing)}");
    }
}
