using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Fines.Cash;

/// <summary>State of a treasury receipt (罚没票据). On any day it is in exactly one of these.</summary>
public enum ReceiptState
{
    /// <summary>Held by the cashier (在库).</summary>
    [Term("在库")]
    InHand,

    /// <summary>Held by an officer, unused (已领用未使用).</summary>
    [Term("已领用")]
    WithOfficer,

    /// <summary>Given to a party for a collection (已使用).</summary>
    [Term("已使用")]
    Used,

    /// <summary>已作废: never to be used, also when it is lost (遗失).</summary>
    [Term("已作废")]
    Voided,

    /// <summary>已缴回财政部门: back at the treasury, unused.</summary>
    [Term("已缴回财政部门")]
    Returned,
}

/// <summary>Why a receipt was voided (作废原因).</summary>
public enum ReceiptVoidGround
{
    /// <summary>填写错误.</summary>
    Spoiled,

    /// <summary>污损.</summary>
    Damaged,

    /// <summary>停止使用: withdrawn by the treasury.</summary>
    Withdrawn,

    /// <summary>遗失: must be explained and announced.</summary>
    Lost,
}

/// <summary>When something happened, and the day on which it is booked: its legal date, or the first day after the closed months.</summary>
/// <param name="At">When, as claimed.</param>
/// <param name="On">The day it is booked on (记账日).</param>
public readonly record struct BookTime(DateTimeOffset At, DateOnly On);

/// <summary>A step in the life of a receipt (票据流转). Never changed.</summary>
public sealed class ReceiptChange
{
    private ReceiptChange() { }

    internal ReceiptChange(Guid receiptId, int place, ReceiptState state, BookTime at)
    {
        ReceiptId = receiptId;
        Place = place;
        State = state;
        (At, On) = (at.At, at.On);
    }

    /// <summary>The receipt.</summary>
    public Guid ReceiptId { get; private set; }

    /// <summary>Position of the step, from 0.</summary>
    public int Place { get; private set; }

    /// <summary>State of the receipt after the step.</summary>
    public ReceiptState State { get; private set; }

    /// <summary>When, as claimed.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The day it is booked on.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The officer who holds or used it; null if it is with the cashier or the treasury.</summary>
    public Guid? HolderId { get; internal init; }

    /// <summary>Name of that officer.</summary>
    public string? HolderName { get; internal init; }

    /// <summary>Why it was voided.</summary>
    public ReceiptVoidGround? Ground { get; internal init; }

    /// <summary>Reason in words.</summary>
    public string? Reason { get; internal init; }
}

/// <summary>A treasury receipt by its number (罚没票据), the special receipt of the finance department. 行政处罚法 第七十条.</summary>
[StatutoryRule("APL-70")]
public sealed class TreasuryReceipt : IOwnedByOrganisation
{
    /// <summary>Longest reason, also of an announcement.</summary>
    public const int ReasonMaxLength = 400;

    /// <summary>Calendar days within which a loss is announced (自发现之日起三日内登报声明作废): 财政票据管理办法, unverified.</summary>
    public const int AnnounceWithinDays = 3;

    /// <summary>No such receipt, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("treasury-receipt.not-found", null, ErrorKind.NotFound, "没有找到该票据");

    /// <summary>The collecting officer does not hold the receipt.</summary>
    public static readonly DomainError NotHeld = new(
        "treasury-receipt.not-held",
        "APL-70",
        ErrorKind.RuleBroken,
        "当场收缴应当使用收缴人员本人领用的财政票据",
        PenaltyLaw.At("第七十条")
    );

    /// <summary>The receipt is not in the state that the step starts from.</summary>
    public static readonly DomainError WrongState = new(
        "treasury-receipt.wrong-state",
        null,
        ErrorKind.WrongStage,
        "票据的状态不允许该操作"
    );

    /// <summary>A step dated before the previous one.</summary>
    public static readonly DomainError OutOfOrder = new(
        "treasury-receipt.out-of-order",
        null,
        ErrorKind.Unacceptable,
        "时间早于该票据上一次流转的时间"
    );

    private readonly List<ReceiptChange> changes = [];

    private TreasuryReceipt() { }

    internal TreasuryReceipt(Guid id, ReceiptBatch batch, string number, long serial, BookTime received)
    {
        Id = id;
        BatchId = batch.Id;
        OrganId = batch.OrganId;
        OrganisationPath = batch.OrganisationPath;
        Number = number;
        Serial = serial;
        changes.Add(new(id, 0, ReceiptState.InHand, received));
        (State, Since) = (ReceiptState.InHand, received.At);
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The batch it belongs to.</summary>
    public Guid BatchId { get; private set; }

    /// <summary>The street or town.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Number as printed, unique in the whole installation.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Its number without the prefix.</summary>
    public long Serial { get; private set; }

    /// <summary>Its present state.</summary>
    public ReceiptState State { get; private set; }

    /// <summary>When it entered that state, as claimed.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>The officer who holds or used it.</summary>
    public Guid? HolderId { get; private set; }

    /// <summary>Name of that officer.</summary>
    public string? HolderName { get; private set; }

    /// <summary>Why it was voided.</summary>
    public ReceiptVoidGround? Ground { get; private set; }

    /// <summary>Where and how a lost receipt was announced (登报声明作废); null if not announced.</summary>
    public string? Announcement { get; private set; }

    /// <summary>The day of the announcement.</summary>
    public DateOnly? AnnouncedOn { get; private set; }

    /// <summary>Version, raised by each step; detects concurrent changes.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Its steps; the first is its receipt from the treasury.</summary>
    public IReadOnlyList<ReceiptChange> Changes => changes;

    /// <summary>Its state at the end of a day; null before it was received.</summary>
    public ReceiptState? StateOn(DateOnly day) => LastOn(day)?.State;

    /// <summary>The last step up to the end of a day.</summary>
    public ReceiptChange? LastOn(DateOnly day) => changes.Where(c => c.On <= day).MaxBy(c => c.Place);

    /// <summary>Uses the receipt for a collection.</summary>
    /// <param name="collector">The officer who collects the money.</param>
    /// <exception cref="DomainException"><see cref="OnTheSpotCollection.ReceiptAlreadyUsed"/>, <see cref="NotHeld"/> or <see cref="OutOfOrder"/>.</exception>
    public void Use(Guid collector, BookTime at)
    {
        if (State == ReceiptState.Used)
            throw OnTheSpotCollection.ReceiptAlreadyUsed.With($"票据 {Number}");
        if (State != ReceiptState.WithOfficer || HolderId != collector)
            throw NotHeld.With(
                $"票据 {Number} {(State == ReceiptState.WithOfficer ? "由其他执法人员领用" : State.Term())}",
                "请使用本人领用的票据"
            );
        EnsureMay(at, ReceiptState.WithOfficer);
        Move(new(Id, changes.Count, ReceiptState.Used, at) { HolderId = HolderId, HolderName = HolderName });
    }

    internal void Issue(Guid officer, string officerName, BookTime at) =>
        Move(new(Id, changes.Count, ReceiptState.WithOfficer, at) { HolderId = officer, HolderName = officerName });

    internal void TakeBack(BookTime at) => Move(new(Id, changes.Count, ReceiptState.InHand, at));

    internal void Void(ReceiptVoidGround ground, string reason, BookTime at)
    {
        Move(
            new(Id, changes.Count, ReceiptState.Voided, at)
            {
                HolderId = HolderId,
                HolderName = HolderName,
                Ground = ground,
                Reason = reason,
            }
        );
        Ground = ground;
    }

    internal void Announce(string announcement, BookTime at)
    {
        (Announcement, AnnouncedOn) = (announcement, at.On);
        Version++;
    }

    internal void ReturnToTreasury(BookTime at) => Move(new(Id, changes.Count, ReceiptState.Returned, at));

    /// <summary>Refuses a step from another state, or dated before the last one.</summary>
    internal void EnsureMay(BookTime at, params ReadOnlySpan<ReceiptState> from)
    {
        if (!from.Contains(State))
            throw WrongState.With($"票据 {Number} {State.Term()}");
        if (at.At < Since)
            throw OutOfOrder.With($"票据 {Number}");
    }

    internal void EnsureMayBeAnnounced(BookTime at)
    {
        if (Ground != ReceiptVoidGround.Lost || AnnouncedOn is not null)
            throw WrongState.With($"票据 {Number} 不是待声明作废的遗失票据");
        EnsureMay(at, ReceiptState.Voided);
    }

    private void Move(ReceiptChange change)
    {
        changes.Add(change);
        (State, Since, HolderId, HolderName) = (change.State, change.At, change.HolderId, change.HolderName);
        Version++;
    }
}
