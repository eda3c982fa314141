using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Fines.Cash;

/// <summary>State of the closing of a month (结账状态).</summary>
public enum CashMonthState
{
    /// <summary>Open: entries are still added (未结账).</summary>
    Open,

    /// <summary>Closed by the cashier, waiting for the second person (待复核).</summary>
    Closed,

    /// <summary>Countersigned (已复核).</summary>
    Countersigned,
}

/// <summary>The closing of a month in the cash book (结账): by the cashier, then by a second person. Later entries go into the next month.</summary>
public sealed class CashMonth : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>Longest reason of sending it back.</summary>
    public const int ReasonMaxLength = 400;

    /// <summary>The month is not over.</summary>
    public static readonly DomainError NotOver = new("cash-month.not-over", null, ErrorKind.WrongStage, "当月尚未结束，不能结账");

    /// <summary>It is closed already, or a later month is.</summary>
    public static readonly DomainError AlreadyClosed = new("cash-month.already-closed", null, ErrorKind.WrongStage, "该月已经结账");

    /// <summary>An earlier month has entries and is still open.</summary>
    public static readonly DomainError EarlierOpen = new("cash-month.earlier-open", null, ErrorKind.WrongStage, "以前月份尚未结账");

    /// <summary>A difference has no note.</summary>
    public static readonly DomainError DifferenceUnexplained = new(
        "cash-month.difference-unexplained",
        null,
        ErrorKind.Unacceptable,
        "有差异尚未说明，不能结账"
    );

    /// <summary>The books do not balance.</summary>
    public static readonly DomainError OutOfBalance = new("cash-month.out-of-balance", null, ErrorKind.Conflict, "账簿不平，不能结账");

    /// <summary>It is not waiting for the second person.</summary>
    public static readonly DomainError NotClosed = new("cash-month.not-closed", null, ErrorKind.WrongStage, "该月没有待复核的结账");

    /// <summary>The cashier who closed it cannot be the second person.</summary>
    public static readonly DomainError SamePerson = new("cash-month.same-person", null, ErrorKind.Forbidden, "结账人员不得复核本人的结账");

    private CashMonth() { }

    /// <summary>Opens the sheet of a month.</summary>
    /// <param name="month">Its first day.</param>
    public CashMonth(Guid id, CashBook book, DateOnly month)
    {
        Id = id;
        OrganId = book.OrganId;
        OrganisationPath = book.OrganisationPath;
        Month = month;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The street or town.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>Its state.</summary>
    public CashMonthState State { get; private set; }

    /// <summary>Who closed it.</summary>
    public Guid? ClosedBy { get; private set; }

    /// <summary>Name of the person who closed it.</summary>
    public string? ClosedByName { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The second person.</summary>
    public Guid? CountersignedBy { get; private set; }

    /// <summary>Name of the second person.</summary>
    public string? CountersignedByName { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? CountersignedAt { get; private set; }

    /// <summary>Why the second person sent it back last; null if nobody did.</summary>
    public string? SentBackBecause { get; private set; }

    /// <summary>Version, raised by each act.</summary>
    public int Version { get; private set; } = 1;

    /// <inheritdoc />
    public override Guid RecordChainId => OrganId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Last day of the month.</summary>
    public DateOnly LastDay => Month.AddMonths(1).AddDays(-1);

    /// <summary>Closes the month (结账).</summary>
    /// <param name="closing">The state of the books at its end.</param>
    /// <param name="unexplained">Keys of the differences without a note.</param>
    /// <param name="earlierEntries">Whether an earlier month that is open has entries.</param>
    /// <param name="today">The legal date on which it is closed.</param>
    /// <exception cref="DomainException"><see cref="NotOver"/>, <see cref="AlreadyClosed"/>, <see cref="EarlierOpen"/> or <see cref="DifferenceUnexplained"/>.</exception>
    public void Close(
        CashBook book,
        CashBalance closing,
        ReceiptBook receipts,
        IReadOnlyCollection<string> unexplained,
        bool earlierEntries,
        DateOnly today,
        Guid by,
        string byName,
        DateTimeOffset at
    )
    {
        if (today <= LastDay)
            throw NotOver.With($"{Month:yyyy-MM}");
        if (State != CashMonthState.Open || book.ClosedThrough >= Month)
            throw AlreadyClosed.With($"{Month:yyyy-MM}");
        if (earlierEntries)
            throw EarlierOpen.With($"请先结 {Month:yyyy-MM} 以前的月份");
        if (!receipts.Balances)
            throw OutOfBalance.With("票据结存不平");
        if (unexplained.Count > 0)
            throw DifferenceUnexplained.With($"{unexplained.Count} 项：{string.Join('、', unexplained.Take(5))}", "逐项说明后再结账");
        State = CashMonthState.Closed;
        (ClosedBy, ClosedByName, ClosedAt) = (by, byName, at);
        book.ClosedThrough = LastDay;
        Version++;
        Record(
            new(
                "cash-month-closed",
                at,
                new RecordFields()
                    .Add("month", Month)
                    .Add("collectedFen", closing.CollectedFen)
                    .Add("handedInFen", closing.HandedInFen)
                    .Add("depositedFen", closing.DepositedFen)
                    .Add("paidByBankFen", closing.PaidByBankFen)
                    .Add("paidNotOwedFen", closing.PaidNotOwedFen)
                    .Add("refundedFen", closing.RefundedFen)
                    .Add("interestFen", closing.InterestFen)
                    .Add("receiptsUsed", receipts.Used)
                    .Add("receiptsVoided", receipts.Voided)
            )
        );
    }

    /// <summary>The second person confirms (复核).</summary>
    /// <exception cref="DomainException"><see cref="NotClosed"/> or <see cref="SamePerson"/>.</exception>
    public void Countersign(Guid by, string byName, DateTimeOffset at)
    {
        EnsureSecondPerson(by);
        State = CashMonthState.Countersigned;
        (CountersignedBy, CountersignedByName, CountersignedAt) = (by, byName, at);
        Version++;
        Record(new("cash-month-countersigned", at, new RecordFields().Add("month", Month)));
    }

    /// <summary>The second person rejects it (退回): the month is open again, unless a later one is closed.</summary>
    /// <exception cref="DomainException"><see cref="NotClosed"/>, <see cref="SamePerson"/> or <see cref="AlreadyClosed"/>.</exception>
    /// <param name="closedBefore">Last day of the latest earlier month that is closed; null if none is.</param>
    public void SendBack(CashBook book, DateOnly? closedBefore, string reason, Guid by, DateTimeOffset at)
    {
        EnsureSecondPerson(by);
        if (book.ClosedThrough > LastDay)
            throw AlreadyClosed.With($"{Month:yyyy-MM} 以后的月份已经结账");
        State = CashMonthState.Open;
        SentBackBecause = reason;
        book.ClosedThrough = closedBefore;
        Version++;
        Record(new("cash-month-sent-back", at, new RecordFields().Add("month", Month), new RecordFields().Add("reason", reason)));
    }

    private void EnsureSecondPerson(Guid by)
    {
        if (State != CashMonthState.Closed)
            throw NotClosed.With($"{Month:yyyy-MM}");
        if (ClosedBy == by)
            throw SamePerson.With($"{Month:yyyy-MM}", "由另一人复核");
    }
}
