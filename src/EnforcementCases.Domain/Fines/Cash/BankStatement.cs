using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Fines.Cash;

/// <summary>Kind of a row of the bank's file (交易类型).</summary>
public enum BankRowKind
{
    /// <summary>缴款.</summary>
    Payment,

    /// <summary>退款.</summary>
    Refund,

    /// <summary>现金缴存, by the organ.</summary>
    Deposit,
}

/// <summary>Result of comparing a row (对账结果).</summary>
public enum BankRowOutcome
{
    /// <summary>The book has the same payment (相符).</summary>
    [Term("相符")]
    Matched,

    /// <summary>The bank had not reported the payment before; it was entered now (补记到账).</summary>
    [Term("补记到账")]
    Entered,

    /// <summary>The book has the payment, or it was entered now, but it was made after the last day to pay (逾期缴款).</summary>
    [Term("逾期缴款")]
    PaidLate,

    /// <summary>No payment order of this organ has the payment code (缴款码不存在).</summary>
    [Term("缴款码不存在")]
    CodeUnknown,

    /// <summary>The amount differs from the book's, or from what is owed, by one fen or more (金额不符).</summary>
    [Term("金额不符")]
    AmountDiffers,

    /// <summary>The fine was already paid; this payment must be refunded (重复缴款).</summary>
    [Term("重复缴款")]
    PaidTwice,

    /// <summary>The decision was revoked; this payment must be refunded (撤销后缴款).</summary>
    [Term("撤销后缴款")]
    PaidAfterRevocation,

    /// <summary>More than was owed: what was owed was entered, the rest must be refunded (多缴款).</summary>
    [Term("多缴款")]
    Overpaid,

    /// <summary>Less than was owed: it was entered, and the rest is still owed (少缴款).</summary>
    [Term("少缴款")]
    Underpaid,

    /// <summary>The case is closed although something was still owed; this payment must be refunded (结案后缴款).</summary>
    [Term("结案后缴款")]
    PaidAfterClosing,

    /// <summary>A refund as in the book (退款相符).</summary>
    [Term("退款相符")]
    RefundMatched,

    /// <summary>A refund that the book does not have (账上没有该退款).</summary>
    [Term("账上没有该退款")]
    RefundUnknown,

    /// <summary>A cash deposit as in the book (缴存相符).</summary>
    [Term("缴存相符")]
    DepositMatched,

    /// <summary>A cash deposit that the book does not have (账上没有该缴存).</summary>
    [Term("账上没有该缴存")]
    DepositUnknown,

    /// <summary>The book has it on a day that the file covers, but the file does not (银行文件没有).</summary>
    [Term("账上有而银行文件没有")]
    NotInBankFile,

    /// <summary>An earlier row of the file has the same transaction (文件内重复).</summary>
    [Term("文件内重复")]
    Repeated,

    /// <summary>The row cannot be read (无法识别).</summary>
    [Term("无法识别")]
    Malformed,

    /// <summary>The line is above the heading and was not read (表头以上).</summary>
    [Term("表头以上")]
    AboveHeading,
}

/// <summary>A row of the bank's file as it was read.</summary>
/// <param name="Line">Line in the file, as a spreadsheet numbers it.</param>
/// <param name="TransactionId">The bank's transaction id (银行流水号).</param>
/// <param name="Kind">Kind of the row.</param>
/// <param name="Code">Payment code, refund voucher or number of the deposit slip, by kind.</param>
/// <param name="Amount">Amount.</param>
/// <param name="At">When.</param>
/// <param name="Channel">How a fine was paid.</param>
/// <param name="DayOnly">Whether the file has the day alone: the time of <paramref name="At"/> is then the beginning of the day.</param>
public sealed record BankRow(
    int Line,
    string TransactionId,
    BankRowKind Kind,
    string Code,
    Money Amount,
    DateTimeOffset At,
    PaymentChannel Channel = PaymentChannel.Bank,
    bool DayOnly = false
);

/// <summary>What the book contains about a payment in the bank's file.</summary>
/// <param name="Entered">The payment with this transaction id: its code, and its amount together with what of it was not owed; null if none.</param>
/// <param name="NotOwed">The earlier result for this transaction if it was not owed; null if none.</param>
/// <param name="Order">The order with this code; null if none in the organ.</param>
/// <param name="PartDue">The next part that falls due (分期); null if it is paid in one.</param>
public sealed record PaymentInBook(
    (string Code, Money Amount)? Entered = null,
    BankRowOutcome? NotOwed = null,
    OrderInBook? Order = null,
    Money? PartDue = null
);

/// <summary>The state of a payment order before the row.</summary>
/// <param name="Outstanding">What is still owed.</param>
/// <param name="Cancelled">The decision is revoked.</param>
/// <param name="LastDay">Last day to pay.</param>
/// <param name="Closed">The case takes no payment any more, whatever was still owed.</param>
public sealed record OrderInBook(Money Outstanding, bool Cancelled, DateOnly LastDay, bool Closed = false);

/// <summary>A row of an imported file with its result.</summary>
public sealed class BankStatementLine : IOwnedByOrganisation
{
    /// <summary>Longest code, voucher or slip.</summary>
    public const int CodeMaxLength = 64;

    private BankStatementLine() { }

    internal BankStatementLine(Guid id, BankStatement statement, int place)
    {
        Id = id;
        StatementId = statement.Id;
        Place = place;
        OrganId = statement.OrganId;
        OrganisationPath = statement.OrganisationPath;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>The import.</summary>
    public Guid StatementId { get; private set; }

    /// <summary>Position in the report, from 0.</summary>
    public int Place { get; private set; }

    /// <summary>The street or town.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Line in the file; 0 for an entry that is not in the file.</summary>
    public int Line { get; init; }

    /// <summary>The bank's transaction id; that of the book if the file has none.</summary>
    public string TransactionId { get; init; } = "";

    /// <summary>Kind of the row; null if it cannot be read.</summary>
    public BankRowKind? Kind { get; init; }

    /// <summary>Payment code, refund voucher or deposit slip.</summary>
    public string Code { get; init; } = "";

    /// <summary>Amount in fen.</summary>
    public long AmountFen { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The day in whose books a difference is shown.</summary>
    public required DateOnly BookedOn { get; init; }

    /// <summary>Result of the row.</summary>
    public required BankRowOutcome Outcome { get; init; }

    /// <summary>Whether the payment was entered by this import.</summary>
    public bool Entered { get; init; }

    /// <summary>The case.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Detailed result, in Chinese.</summary>
    public string Text { get; init; } = "";
}

/// <summary>A bank file compared with the book (银行对账文件); each content is imported once.</summary>
public sealed class BankStatement : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>No such import, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("bank-statement.not-found", null, ErrorKind.NotFound, "没有找到该对账记录");

    private readonly List<BankStatementLine> lines = [];

    private BankStatement() { }

    /// <summary>Begins the report of an import.</summary>
    /// <param name="from">First day that the file covers.</param>
    /// <param name="to">Last day that it covers.</param>
    public BankStatement(
        Guid id,
        long seq,
        Guid organId,
        string organisationPath,
        string sha256,
        DateOnly from,
        DateOnly to,
        Guid importedBy,
        DateTimeOffset importedAt
    )
    {
        Id = id;
        Seq = seq;
        OrganId = organId;
        OrganisationPath = organisationPath;
        Sha256 = sha256;
        From = from;
        To = to;
        ImportedBy = importedBy;
        ImportedAt = importedAt;
    }

    /// <summary>Identity.</summary>
    public Guid Id { get; private set; }

    /// <summary>Order of entry.</summary>
    public long Seq { get; private set; }

    /// <summary>The street or town.</summary>
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>SHA-256 of the file, hex.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>First day that it covers.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day that it covers.</summary>
    public DateOnly To { get; private set; }

    /// <summary>Whether the file contains cash deposits of the organ, so that a missing one is a difference.</summary>
    public bool HasDeposits { get; private set; }

    /// <summary>Whether the file contains refunds, so that a missing one is a difference.</summary>
    public bool HasRefunds { get; private set; }

    /// <summary>Who imported it.</summary>
    public Guid ImportedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset ImportedAt { get; private set; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<BankStatementLine> Lines => lines;

    /// <inheritdoc />
    public override Guid RecordChainId => OrganId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Adds a row of the report.</summary>
    public BankStatementLine Report(
        Guid id,
        BankRowOutcome outcome,
        DateOnly bookedOn,
        string text,
        int line = 0,
        string transactionId = "",
        BankRowKind? kind = null,
        string code = "",
        long amountFen = 0,
        DateTimeOffset? at = null,
        Guid? caseId = null,
        bool entered = false
    )
    {
        var row = new BankStatementLine(id, this, lines.Count)
        {
            Line = line,
            TransactionId = transactionId,
            Kind = kind,
            Code = code,
            AmountFen = amountFen,
            At = at,
            BookedOn = bookedOn,
            Outcome = outcome,
            Entered = entered,
            CaseId = caseId,
            Text = text,
        };
        lines.Add(row);
        return row;
    }

    /// <summary>Sets which kinds of rows the file contains.</summary>
    public void Covers(bool deposits, bool refunds) => (HasDeposits, HasRefunds) = (deposits, refunds);

    /// <summary>Ends the report; the record contains its result.</summary>
    public void Finish() =>
        Record(
            new(
                "bank-statement-imported",
                ImportedAt,
                new RecordFields()
                    .Add("sha256", Sha256)
                    .Add("from", From)
                    .Add("to", To)
                    .Add("rows", lines.Count)
                    .Add("entered", lines.Count(l => l.Entered))
                    .Add("differences", lines.Count(l => BankReconciliation.IsDifference(l.Outcome)))
            )
        );
}
