using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>A comparison of two sums of the same money (核对).</summary>
/// <param name="Name">What is compared, in Chinese.</param>
/// <param name="BookFen">Total of the day book's lines, in fen.</param>
/// <param name="OtherFen">Total of the receipts, handovers or deposits, in fen.</param>
/// <param name="Agrees">Whether both sums are equal.</param>
public sealed record BookCheck([property: Bilingual] string Name, long BookFen, long OtherFen, bool Agrees)
{
    internal static BookCheck Of(string name, long book, long other) => new(name, book, other, book == other);
}

/// <summary>A difference with its explanations (差异及说明).</summary>
/// <param name="Key">Key by which a note refers to it.</param>
/// <param name="Kind">Kind of difference.</param>
/// <param name="Reference">The receipt, handover, slip or bank transaction that it is about.</param>
/// <param name="On">The day on which it appears.</param>
/// <param name="AmountFen">The money concerned, in fen.</param>
/// <param name="Text">Description, in Chinese.</param>
/// <param name="Notes">Explanations, the earliest first; empty if none.</param>
public sealed record DifferenceView(
    string Key,
    CashDifferenceKind Kind,
    string Reference,
    DateOnly On,
    long AmountFen,
    [property: Bilingual] string Text,
    IReadOnlyList<NoteView> Notes
);

/// <summary>A note on a difference.</summary>
/// <param name="Text">Text of the note.</param>
/// <param name="By">Name of the writer.</param>
/// <param name="At">When it was written.</param>
public sealed record NoteView(string Text, string By, DateTimeOffset At);

/// <summary>The books of a range of days.</summary>
/// <param name="OrganId">The street or town.</param>
/// <param name="First">First day.</param>
/// <param name="Last">Last day.</param>
/// <param name="Opening">Balance of everything booked before.</param>
/// <param name="Entries">The lines of the days.</param>
internal sealed record CashSheet(Guid OrganId, DateOnly First, DateOnly Last, CashBalance Opening, IReadOnlyList<CashEntry> Entries)
{
    public CashBalance Moved { get; } = CashBalance.Of(Entries);
    public CashBalance Closing => Opening + Moved;
    public required ReceiptBook ReceiptsBefore { get; init; }
    public required ReceiptBook Receipts { get; init; }
    public required IReadOnlyList<CashHandover> Handovers { get; init; }
    public required IReadOnlyList<BankDeposit> Deposits { get; init; }
    public required IReadOnlyList<BookCheck> Checks { get; init; }
    public required IReadOnlyList<DifferenceView> Differences { get; init; }
}

/// <summary>Reads the books of a street or town: lines, receipts, handovers, deposits, and the differences among them.</summary>
internal sealed class CashSheets(AppDbContext db)
{
    /// <summary>The batches that came in up to a day, with the history of each receipt.</summary>
    public Task<List<ReceiptBatch>> BatchesAsync(Guid organId, DateOnly day, CancellationToken ct) =>
        db
            .ReceiptBatches.AsNoTracking()
            .Include(b => b.Receipts)
            .Where(b => b.OrganId == organId && b.ReceivedOn <= day)
            .AsSplitQuery()
            .ToListAsync(ct);

    public async Task<CashSheet> ReadAsync(Guid organId, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var lines = db.CashEntries.AsNoTracking().Where(e => e.OrganId == organId);
        var entries = await lines
            .Where(e => e.BookedOn >= first && e.BookedOn <= last)
            .OrderBy(e => e.BookedOn)
            .ThenBy(e => e.OccurredAt)
            .ThenBy(e => e.Seq)
            .ToListAsync(ct);
        var before = await lines
            .Where(e => e.BookedOn < first)
            .GroupBy(e => e.Kind)
            .Select(g => new { Kind = g.Key, Fen = g.Sum(e => e.AmountFen) })
            .ToDictionaryAsync(g => g.Kind, g => g.Fen, ct);
        var batches = await BatchesAsync(organId, last, ct);
        var handovers = await db
            .CashHandovers.AsNoTracking()
            .Where(h => h.OrganId == organId && h.BookedOn <= last && (h.BookedOn >= first || h.CountedFen == null))
            .OrderBy(h => h.BookedOn)
            .ThenBy(h => h.Seq)
            .ToListAsync(ct);
        var deposits = await db
            .BankDeposits.AsNoTracking()
            .Where(d => d.OrganId == organId && d.BookedOn >= first && d.BookedOn <= last)
            .OrderBy(d => d.BookedOn)
            .ThenBy(d => d.Seq)
            .ToListAsync(ct);
        var sheet = new CashSheet(organId, first, last, CashBalance.Of(before), entries)
        {
            ReceiptsBefore = ReceiptBook.On(first.AddDays(-1), batches),
            Receipts = ReceiptBook.On(last, batches),
            Handovers = [.. handovers.Where(h => h.BookedOn >= first)],
            Deposits = deposits,
            Checks = [],
            Differences = [],
        };
        var checks = await ChecksAsync(sheet, batches, ct);
        IEnumerable<CashDifference> found =
        [
            .. CashDifferences.OfReceipts(batches, first, last),
            .. CashDifferences.OfCash(await TrailsAsync(organId, first, last, ct), first, last),
            .. CashDifferences.OfHandovers(handovers, first, last),
            .. CashDifferences.OfDeposits(deposits, first, last),
            .. CashDifferences.OfBank(await BankLinesAsync(organId, first, last, ct), first, last),
            .. await NotInBankFilesAsync(organId, first, last, ct),
            .. checks
                .Where(c => !c.Agrees)
                .Select(c => new CashDifference(
                    CashDifferenceKind.OutOfBalance,
                    c.Name,
                    last,
                    Math.Abs(c.BookFen - c.OtherFen),
                    $"{c.Name}：账面 {Yuan(c.BookFen)} 元，{Yuan(c.OtherFen)} 元"
                )),
        ];
        return sheet with { Checks = checks, Differences = await ExplainedAsync(organId, found, ct) };
    }

    /// <summary>Compares the day book with the receipts, the slips and the deposits.</summary>
    private async Task<List<BookCheck>> ChecksAsync(CashSheet sheet, List<ReceiptBatch> batches, CancellationToken ct)
    {
        var collected = sheet.Entries.Where(e => e.Kind == CashEntryKind.Collected).ToList();
        var numbers = collected.ConvertAll(e => e.ReceiptNumber!);
        var onReceipts = (
            await numbers.InStretchesAsync(
                some => db.Payments.Where(p => p.ReceiptNumber != null && some.Contains(p.ReceiptNumber)).Select(p => p.AmountFen),
                ct
            )
        ).Sum();
        var used = batches
            .SelectMany(b => b.Receipts)
            .LongCount(r => r.StateOn(sheet.Last) == ReceiptState.Used && r.StateOn(sheet.First.AddDays(-1)) != ReceiptState.Used);
        return
        [
            BookCheck.Of("收缴与票据金额", sheet.Moved.CollectedFen, onReceipts),
            BookCheck.Of("收缴笔数与使用票据份数", collected.Count, used),
            BookCheck.Of("交机关与交接单", sheet.Moved.HandedInFen, sheet.Handovers.Sum(h => h.AmountFen)),
            BookCheck.Of("缴存与缴款回单所列票据", sheet.Moved.DepositedFen, sheet.Deposits.Sum(d => d.AmountFen)),
        ];
    }

    /// <summary>The movements of all cash that was not yet deposited at some time during the days.</summary>
    private async Task<List<CashTrail>> TrailsAsync(Guid organId, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var lines = db.CashEntries.AsNoTracking().Where(e => e.OrganId == organId);
        var onTheWay = await lines
            .Where(e => e.Kind == CashEntryKind.Collected && e.BookedOn <= last)
            .Where(e => !lines.Any(d => d.Kind == CashEntryKind.Deposited && d.ReceiptNumber == e.ReceiptNumber && d.BookedOn < first))
            .Select(e => new
            {
                Receipt = e.ReceiptNumber!,
                e.AmountFen,
                HandedIn = lines
                    .Where(h => h.Kind == CashEntryKind.HandedIn && h.ReceiptNumber == e.ReceiptNumber)
                    .Select(h => new { h.OccurredOn, h.BookedOn })
                    .FirstOrDefault(),
                Deposited = lines
                    .Where(d => d.Kind == CashEntryKind.Deposited && d.ReceiptNumber == e.ReceiptNumber)
                    .Select(d => new { d.OccurredOn, d.BookedOn })
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        var deadlines = await db
            .CaseDeadlines.AsNoTracking()
            .Where(d => d.OrganId == organId && (d.Kind == DeadlineKind.RemitToOrgan || d.Kind == DeadlineKind.RemitToBank))
            .Where(d => !lines.Any(e => e.Kind == CashEntryKind.Deposited && e.ReceiptNumber == d.Reference && e.BookedOn < first))
            .Select(d => new
            {
                d.Kind,
                d.Reference,
                d.LastDay,
            })
            .ToListAsync(ct);
        var lastDays = deadlines.GroupBy(d => (d.Kind, d.Reference)).ToDictionary(g => g.Key, g => g.First().LastDay);
        return onTheWay.ConvertAll(c => new CashTrail(
            c.Receipt,
            c.AmountFen,
            lastDays[(DeadlineKind.RemitToOrgan, c.Receipt)],
            c.HandedIn?.OccurredOn,
            c.HandedIn?.BookedOn,
            lastDays.TryGetValue((DeadlineKind.RemitToBank, c.Receipt), out var toBankBy) ? toBankBy : null,
            c.Deposited?.OccurredOn,
            c.Deposited?.BookedOn
        ));
    }

    private Task<List<BankStatementLine>> BankLinesAsync(Guid organId, DateOnly first, DateOnly last, CancellationToken ct) =>
        db
            .BankStatementLines.AsNoTracking()
            .Where(l => l.OrganId == organId && l.BookedOn >= first && l.BookedOn <= last && l.Outcome != BankRowOutcome.NotInBankFile)
            .ToListAsync(ct);

    /// <summary>Entries of the book on days covered by a file of the bank that are in no file; a later file that has the entry removes the difference.</summary>
    private async Task<List<CashDifference>> NotInBankFilesAsync(Guid organId, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var statements = await db
            .BankStatements.AsNoTracking()
            .Where(s => s.OrganId == organId)
            .Select(s => new BankCoverage(s.From, s.To, s.HasDeposits, s.HasRefunds))
            .ToListAsync(ct);
        return statements.Count == 0
            ? []
            :
            [
                .. (await UnreportedAsync(organId, ct))
                    .Where(b => b.BookedOn >= first && b.BookedOn <= last && statements.Exists(s => s.Covers(b)))
                    .Select(b => new CashDifference(
                        CashDifferenceKind.NotInBankFile,
                        b.Reference,
                        b.BookedOn,
                        b.AmountFen,
                        $"{b.Text}，银行文件没有"
                    )),
            ];
    }

    /// <summary>Payments, refunds and deposits of the book that are in no file of the bank.</summary>
    public async Task<List<BookedAtBank>> UnreportedAsync(Guid organId, CancellationToken ct)
    {
        var told = db.BankStatementLines.Where(l => l.OrganId == organId && l.Line > 0);
        var moved = await db
            .CashEntries.AsNoTracking()
            .Where(e => e.OrganId == organId)
            .Where(e =>
                (
                    (e.Kind == CashEntryKind.PaidByBank || e.Kind == CashEntryKind.PaidNotOwed)
                    && !told.Any(l => l.TransactionId == e.Reference)
                )
                || (
                    (e.Kind == CashEntryKind.Refunded || e.Kind == CashEntryKind.NotOwedRefunded || e.Kind == CashEntryKind.InterestPaid)
                    && !told.Any(l => l.Kind == BankRowKind.Refund && l.Code == e.Reference)
                )
            )
            .Select(e => new
            {
                e.Kind,
                e.Reference,
                e.AmountFen,
                e.OccurredOn,
                e.BookedOn,
                e.CaseId,
            })
            .ToListAsync(ct);
        var deposits = await db
            .BankDeposits.AsNoTracking()
            .Where(d => d.OrganId == organId && !told.Any(l => l.Kind == BankRowKind.Deposit && l.Code == d.Slip))
            .ToListAsync(ct);
        return
        [
            .. moved
                .Where(e => e.Kind is CashEntryKind.PaidByBank or CashEntryKind.PaidNotOwed)
                .GroupBy(e => e.Reference!, StringComparer.Ordinal) // what was owed and what was not came with one transaction
                .Select(transaction => (transaction, First: transaction.First()))
                .Select(t => new BookedAtBank(
                    BankRowKind.Payment,
                    t.transaction.Key,
                    t.transaction.Sum(e => e.AmountFen),
                    t.First.OccurredOn,
                    t.First.BookedOn,
                    t.First.CaseId,
                    $"缴款 {t.transaction.Key}"
                )),
            .. moved
                .Where(e => e.Kind is not (CashEntryKind.PaidByBank or CashEntryKind.PaidNotOwed))
                .GroupBy(e => e.Reference!, StringComparer.Ordinal) // the refund and its interest have one voucher
                .Select(voucher => (voucher, First: voucher.First()))
                .Select(v => new BookedAtBank(
                    BankRowKind.Refund,
                    v.voucher.Key,
                    v.voucher.Sum(e => e.AmountFen),
                    v.First.OccurredOn,
                    v.First.BookedOn,
                    v.First.CaseId,
                    $"退款凭证 {v.voucher.Key}"
                )),
            .. deposits.Select(d => new BookedAtBank(
                BankRowKind.Deposit,
                d.Slip ?? d.Id.ToString("N"),
                d.DepositedFen,
                d.On,
                d.BookedOn,
                null,
                d.Slip is null ? $"{d.On:yyyy-MM-dd} 的缴存没有回单号" : $"缴款回单 {d.Slip}"
            )),
        ];
    }

    private async Task<List<DifferenceView>> ExplainedAsync(Guid organId, IEnumerable<CashDifference> found, CancellationToken ct)
    {
        var differences = found
            .DistinctBy(d => d.Key, StringComparer.Ordinal)
            .OrderBy(d => d.On)
            .ThenBy(d => d.Key, StringComparer.Ordinal)
            .ToList();
        var keys = differences.ConvertAll(d => d.Key);
        var notes = (
            await keys.InStretchesAsync(
                some => db.DifferenceNotes.AsNoTracking().Where(n => n.OrganId == organId && some.Contains(n.Key)).OrderBy(n => n.Seq),
                ct
            )
        ).ToLookup(n => n.Key, n => new NoteView(n.Text, n.ByName, n.At), StringComparer.Ordinal);
        return differences.ConvertAll(d => new DifferenceView(d.Key, d.Kind, d.Reference, d.On, d.AmountFen, d.Text, [.. notes[d.Key]]));
    }

    private static string Yuan(long fen) => Money.OfFen(fen).InYuan;
}

/// <summary>The days and kinds of rows that a file of the bank covers.</summary>
internal sealed record BankCoverage(DateOnly From, DateOnly To, bool HasDeposits, bool HasRefunds)
{
    public bool Covers(BookedAtBank booked) =>
        booked.On >= From
        && booked.On <= To
        && booked.Kind switch
        {
            BankRowKind.Payment => true,
            BankRowKind.Refund => HasRefunds,
            BankRowKind.Deposit => HasDeposits,
        };
}

/// <summary>An entry of the book that should be in the bank's file.</summary>
internal sealed record BookedAtBank(
    BankRowKind Kind,
    string Reference,
    long AmountFen,
    DateOnly On,
    DateOnly BookedOn,
    Guid? CaseId,
    string Text
);
