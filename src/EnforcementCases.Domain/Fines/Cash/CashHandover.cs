using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Fines.Cash;

/// <summary>A receipt whose cash is handed over.</summary>
public sealed class HandoverLine
{
    private HandoverLine() { }

    /// <summary>Sets the receipt, its case, its cash and its timer.</summary>
    public HandoverLine(Guid handoverId, Payment cash, DateOnly lastDay)
    {
        HandoverId = handoverId;
        ReceiptNumber = cash.ReceiptNumber!;
        CaseId = cash.CaseId;
        AmountFen = cash.AmountFen;
        CollectedAt = cash.PaidAt;
        LastDay = lastDay;
    }

    /// <summary>The handover.</summary>
    public Guid HandoverId { get; private set; }

    /// <summary>The receipt.</summary>
    public string ReceiptNumber { get; private set; } = "";

    /// <summary>The case.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>Its cash in fen.</summary>
    public long AmountFen { get; private set; }

    /// <summary>When it was collected.</summary>
    public DateTimeOffset CollectedAt { get; private set; }

    /// <summary>Last day to hand it in (APL-71).</summary>
    public DateOnly LastDay { get; private set; }
}

/// <summary>Cash handed to the organ (收缴款项交接, D05): by one officer, receipt by receipt, against a numbered slip. 行政处罚法 第七十一条.</summary>
public sealed class CashHandover : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>Most receipts on one slip.</summary>
    public const int MostReceipts = 100;

    /// <summary>No such handover, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("cash-handover.not-found", null, ErrorKind.NotFound, "没有找到该交接单");

    /// <summary>The receipts were used by different officers.</summary>
    public static readonly DomainError SeveralOfficers = new(
        "cash-handover.several-officers",
        null,
        ErrorKind.Unacceptable,
        "一张交接单只交接一名执法人员的收缴款"
    );

    /// <summary>The cashier has confirmed it already.</summary>
    public static readonly DomainError AlreadyConfirmed = new(
        "cash-handover.already-confirmed",
        null,
        ErrorKind.WrongStage,
        "该交接单已经接收确认"
    );

    /// <summary>A part of it is to be deposited before the whole has been counted.</summary>
    public static readonly DomainError NotCounted = new(
        "cash-handover.part-deposited-uncounted",
        null,
        ErrorKind.Unacceptable,
        "交接单尚未接收清点，不能只缴存其中一部分"
    );

    private readonly List<HandoverLine> lines = [];

    private CashHandover() { }

    /// <summary>Enters a handover.</summary>
    /// <param name="lines">The receipts, at least one.</param>
    /// <param name="bookedOn">The day it is booked on.</param>
    public CashHandover(
        Guid id,
        long seq,
        Guid organId,
        string organisationPath,
        string number,
        Guid officer,
        string officerName,
        DateTimeOffset at,
        DateOnly bookedOn,
        IEnumerable<HandoverLine> lines
    )
    {
        Id = id;
        Seq = seq;
        OrganId = organId;
        OrganisationPath = organisationPath;
        Number = number;
        OfficerId = officer;
        OfficerName = officerName;
        At = at;
        BookedOn = bookedOn;
        this.lines.AddRange(lines);
        AmountFen = this.lines.Sum(l => l.AmountFen);
        Record(
            new(
                "cash-handed-over",
                at,
                new RecordFields()
                    .Add("number", number)
                    .Add("officer", officer)
                    .Add("amountFen", AmountFen)
                    .Add("receipts", this.lines.Select(l => l.ReceiptNumber))
            )
        );
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Order of entry.</summary>
    public long Seq { get; private set; }

    /// <summary>The street or town.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Number of the slip (交接单编号).</summary>
    public string Number { get; private set; } = "";

    /// <summary>The officer who hands over (交款人).</summary>
    public Guid OfficerId { get; private set; }

    /// <summary>Name of the officer.</summary>
    public string OfficerName { get; private set; } = "";

    /// <summary>When, as claimed.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The day it is booked on.</summary>
    public DateOnly BookedOn { get; private set; }

    /// <summary>Total of the receipts, in fen.</summary>
    public long AmountFen { get; private set; }

    /// <summary>What was counted, in fen; null until it is received.</summary>
    public long? CountedFen { get; private set; }

    /// <summary>The cashier who received it (接收人); null if not received yet.</summary>
    public Guid? ReceivedBy { get; private set; }

    /// <summary>Name of the cashier.</summary>
    public string? ReceivedByName { get; private set; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset? ReceivedAt { get; private set; }

    /// <summary>Version, raised by each act.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The receipts.</summary>
    public IReadOnlyList<HandoverLine> Lines => lines;

    /// <inheritdoc />
    public override Guid RecordChainId => OrganId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>The cashier counts and receives the money (接收). A difference from the receipts is entered as counted and remains in the books until it is explained.</summary>
    /// <exception cref="DomainException"><see cref="AlreadyConfirmed"/> or <see cref="Remittance.OutOfOrder"/>.</exception>
    public void Receive(Guid cashier, string cashierName, Money counted, DateTimeOffset at)
    {
        if (ReceivedAt is not null)
            throw AlreadyConfirmed.With($"交接单 {Number}");
        if (at < At)
            throw Remittance.OutOfOrder.With($"交接单 {Number}");
        (ReceivedBy, ReceivedByName, CountedFen, ReceivedAt) = (cashier, cashierName, counted.Fen, at);
        Version++;
        Record(
            new(
                "cash-received",
                at,
                new RecordFields().Add("number", Number).Add("cashier", cashier).Add("countedFen", counted).Add("amountFen", AmountFen)
            )
        );
    }
}

/// <summary>Cash paid to the bank by the organ (缴存银行): receipts of one or more handovers against one slip of the bank. 行政处罚法 第七十一条.</summary>
public sealed class BankDeposit : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>Longest number of a bank slip (缴款回单号).</summary>
    public const int SlipMaxLength = 64;

    /// <summary>The slip is used for another deposit.</summary>
    public static readonly DomainError SlipAlreadyUsed = new(
        "bank-deposit.slip-already-used",
        null,
        ErrorKind.Conflict,
        "该缴款回单号已用于另一笔缴存"
    );

    private BankDeposit() { }

    /// <summary>Enters a deposit.</summary>
    /// <param name="slip">The bank's slip; null if none was named.</param>
    /// <param name="amount">Total of the receipts.</param>
    /// <param name="deposited">Amount on the slip.</param>
    public BankDeposit(
        Guid id,
        long seq,
        Guid organId,
        string organisationPath,
        string? slip,
        Money amount,
        Money deposited,
        DateTimeOffset at,
        DateOnly bookedOn,
        IReadOnlyList<string> receipts
    )
    {
        Id = id;
        Seq = seq;
        OrganId = organId;
        OrganisationPath = organisationPath;
        Slip = slip;
        AmountFen = amount.Fen;
        DepositedFen = deposited.Fen;
        At = at;
        On = LegalDate.Of(at);
        BookedOn = bookedOn;
        Record(
            new(
                "cash-deposited",
                at,
                new RecordFields().Add("slip", slip).Add("amountFen", amount).Add("depositedFen", deposited).Add("receipts", receipts)
            )
        );
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Order of entry.</summary>
    public long Seq { get; private set; }

    /// <summary>The street or town.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>The bank's slip (缴款回单号), unique; null if none was named.</summary>
    public string? Slip { get; private set; }

    /// <summary>Total of the receipts, in fen.</summary>
    public long AmountFen { get; private set; }

    /// <summary>Amount on the slip, in fen.</summary>
    public long DepositedFen { get; private set; }

    /// <summary>When, as claimed.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Its legal date.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The day it is booked on.</summary>
    public DateOnly BookedOn { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => OrganId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;
}
