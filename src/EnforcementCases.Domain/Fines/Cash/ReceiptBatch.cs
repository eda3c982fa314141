using System.Globalization;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Fines.Cash;

/// <summary>A batch of treasury receipts received together (票据领购批次): prefix and numbers from–to. The cashier's acts apply to a range of its numbers.</summary>
public sealed class ReceiptBatch : RecordedAggregate, IOwnedByOrganisation
{
    /// <summary>Most receipts in one batch.</summary>
    public const int MostReceipts = 1_000;

    /// <summary>Longest prefix.</summary>
    public const int PrefixMaxLength = 40;

    /// <summary>Longest number without prefix, in digits.</summary>
    public const int MostDigits = 18;

    /// <summary>No such batch, or not within the reader's scope.</summary>
    public static readonly DomainError NotFound = new("receipt-batch.not-found", null, ErrorKind.NotFound, "没有找到该票据批次");

    /// <summary>The numbers do not form a sequence.</summary>
    public static readonly DomainError RangeInvalid = new(
        "receipt-batch.range-invalid",
        null,
        ErrorKind.Unacceptable,
        "票据号段不成立：前缀和位数应当相同，起号不大于止号，一次不超过1000份"
    );

    /// <summary>A number of the batch is in the book already.</summary>
    public static readonly DomainError NumbersTaken = new(
        "receipt-batch.numbers-taken",
        null,
        ErrorKind.Conflict,
        "号段中有已经登记的票据号码"
    );

    /// <summary>The range does not lie within the batch.</summary>
    public static readonly DomainError OutsideBatch = new("receipt-batch.outside", null, ErrorKind.Unacceptable, "号段不在该批次之内");

    private readonly List<TreasuryReceipt> receipts = [];

    private ReceiptBatch() { }

    /// <summary>Enters receipts issued by the treasury (票据入库).</summary>
    /// <param name="from">First number as printed.</param>
    /// <param name="to">Last number as printed.</param>
    /// <param name="source">The issuing body and the number of its slip.</param>
    /// <param name="newId">Creates the identity of a receipt.</param>
    /// <exception cref="DomainException"><see cref="RangeInvalid"/>.</exception>
    public ReceiptBatch(Guid id, long seq, Organisation organ, string from, string to, string source, BookTime received, Func<Guid> newId)
    {
        var digits = TrailingDigits(from);
        if (digits == 0 || from.Length != to.Length || from[..^digits] != to[..^digits] || TrailingDigits(to) < digits)
            throw RangeInvalid.With($"{from} 至 {to}");
        Id = id;
        Seq = seq;
        OrganId = organ.Id;
        OrganisationPath = organ.Path;
        Prefix = from[..^digits];
        Digits = digits;
        First = long.Parse(from.AsSpan(from.Length - digits), CultureInfo.InvariantCulture);
        Last = long.Parse(to.AsSpan(to.Length - digits), CultureInfo.InvariantCulture);
        Source = source;
        ReceivedAt = received.At;
        ReceivedOn = received.On;
        if (Last < First || Last - First >= MostReceipts || Prefix.Length > PrefixMaxLength)
            throw RangeInvalid.With($"{from} 至 {to}");
        for (var serial = First; serial <= Last; serial++)
            receipts.Add(new(newId(), this, NumberOf(serial), serial, received));
        Record(
            new(
                "receipts-received",
                received.At,
                new RecordFields().Add("from", from).Add("to", to).Add("count", Count).Add("source", source)
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

    /// <summary>Prefix common to all numbers.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>Number of digits after the prefix.</summary>
    public int Digits { get; private set; }

    /// <summary>First serial.</summary>
    public long First { get; private set; }

    /// <summary>Last serial.</summary>
    public long Last { get; private set; }

    /// <summary>The issuing body and the number of its slip (核发单位、领购单号).</summary>
    public string Source { get; private set; } = "";

    /// <summary>When they were received.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>The day it is booked on.</summary>
    public DateOnly ReceivedOn { get; private set; }

    /// <summary>Version, raised by each act of the cashier.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>How many receipts it has.</summary>
    public long Count => Last - First + 1;

    /// <summary>The receipts.</summary>
    public IReadOnlyList<TreasuryReceipt> Receipts => receipts;

    /// <inheritdoc />
    public override Guid RecordChainId => OrganId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Issues receipts to an officer (领用).</summary>
    /// <exception cref="DomainException"><see cref="OutsideBatch"/>, <see cref="TreasuryReceipt.WrongState"/> or <see cref="TreasuryReceipt.OutOfOrder"/>.</exception>
    public void Issue(string from, string to, Guid officer, string officerName, BookTime at) =>
        Act(
            "receipts-issued",
            from,
            to,
            at,
            r => r.EnsureMay(at, ReceiptState.InHand),
            r => r.Issue(officer, officerName, at),
            f => f.Add("officer", officer)
        );

    /// <summary>Takes unused receipts back from an officer (交回).</summary>
    /// <exception cref="DomainException">As <see cref="Issue"/>.</exception>
    public void TakeBack(string from, string to, BookTime at) =>
        Act("receipts-taken-back", from, to, at, r => r.EnsureMay(at, ReceiptState.WithOfficer), r => r.TakeBack(at));

    /// <summary>Voids receipts (作废); also lost ones (遗失), whose loss must then be announced.</summary>
    /// <exception cref="DomainException">As <see cref="Issue"/>.</exception>
    public void Void(string from, string to, ReceiptVoidGround ground, string reason, BookTime at) =>
        Act(
            "receipts-voided",
            from,
            to,
            at,
            r => r.EnsureMay(at, ReceiptState.InHand, ReceiptState.WithOfficer),
            r => r.Void(ground, reason, at),
            f => f.Add("ground", ground).Add("reason", reason)
        );

    /// <summary>Enters that the loss of receipts was announced (声明作废).</summary>
    /// <exception cref="DomainException">As <see cref="Issue"/>.</exception>
    public void Announce(string from, string to, string announcement, BookTime at) =>
        Act(
            "lost-receipts-announced",
            from,
            to,
            at,
            r => r.EnsureMayBeAnnounced(at),
            r => r.Announce(announcement, at),
            f => f.Add("announcement", announcement)
        );

    /// <summary>Returns unused receipts to the treasury (缴回).</summary>
    /// <exception cref="DomainException">As <see cref="Issue"/>.</exception>
    public void ReturnToTreasury(string from, string to, BookTime at) =>
        Act("receipts-returned", from, to, at, r => r.EnsureMay(at, ReceiptState.InHand), r => r.ReturnToTreasury(at));

    private void Act(
        string type,
        string from,
        string to,
        BookTime at,
        Action<TreasuryReceipt> ensure,
        Action<TreasuryReceipt> step,
        Func<RecordFields, RecordFields>? more = null
    )
    {
        var (first, last) = (SerialOf(from), SerialOf(to));
        if (last < first)
            throw OutsideBatch.With($"{from} 至 {to}");
        var span = receipts.Where(r => r.Serial >= first && r.Serial <= last).ToList();
        span.ForEach(ensure); // either all of them are moved, or none
        span.ForEach(step);
        Version++;
        var fields = new RecordFields().Add("from", from).Add("to", to).Add("count", span.Count);
        Record(new(type, at.At, more is null ? fields : more(fields)));
    }

    private long SerialOf(string number) =>
        number.Length == Prefix.Length + Digits
        && number.StartsWith(Prefix, StringComparison.Ordinal)
        && long.TryParse(number.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
        && serial >= First
        && serial <= Last
            ? serial
            : throw OutsideBatch.With($"票据 {number}");

    private string NumberOf(long serial) => Prefix + serial.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');

    private static int TrailingDigits(string number)
    {
        var digits = 0;
        while (digits < number.Length && digits < MostDigits && char.IsAsciiDigit(number[^(digits + 1)]))
            digits++;
        return digits;
    }
}
