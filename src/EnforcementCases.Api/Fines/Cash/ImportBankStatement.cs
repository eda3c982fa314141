using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>Compares a file of the bank with the book (银行对账): enters payments not yet reported, what of them was not owed as money to be refunded, reports each row.</summary>
/// <param name="Sha256">SHA-256 of the file; the same file changes nothing a second time.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="From">First day that the file covers, inclusive; default: the day of its first row.</param>
/// <param name="To">Last day that the file covers, inclusive; default: the day of its last row.</param>
/// <param name="DryRun">True, the default: only report what would happen. False: enter the result.</param>
public sealed record ImportBankStatementCommand(string Sha256, IReadOnlyList<ReadBankRow> Rows, DateOnly? From, DateOnly? To, bool DryRun)
    : ICommand<BankStatementReport>,
        IWritesMany;

/// <summary>Result of an import of a bank file (对账结果).</summary>
/// <param name="Id">The import; null in a dry run.</param>
/// <param name="DryRun">True if it was a dry run: nothing was written.</param>
/// <param name="ImportedBefore">True if the same file was imported before; then this is the result of that import.</param>
/// <param name="Sha256">SHA-256 of the file, 64 lower-case hex digits.</param>
/// <param name="From">First day that the file covers, inclusive.</param>
/// <param name="To">Last day that the file covers, inclusive.</param>
/// <param name="Entered">Number of payments that were entered.</param>
/// <param name="Differences">Number of rows that do not agree with the book.</param>
/// <param name="Rows">The rows of the file, then what the book has and the file lacks.</param>
public sealed record BankStatementReport(
    Guid? Id,
    bool DryRun,
    bool ImportedBefore,
    string Sha256,
    DateOnly From,
    DateOnly To,
    int Entered,
    int Differences,
    IReadOnlyList<BankStatementRow> Rows
)
{
    internal static BankStatementReport Of(BankStatement s, bool dryRun, bool before) =>
        new(
            dryRun ? null : s.Id,
            dryRun,
            before,
            s.Sha256,
            s.From,
            s.To,
            s.Lines.Count(l => l.Entered),
            s.Lines.Count(l => BankReconciliation.IsDifference(l.Outcome)),
            [
                .. s
                    .Lines.OrderBy(l => l.Place)
                    .Select(l => new BankStatementRow(
                        l.Line,
                        l.TransactionId,
                        l.Kind,
                        l.Code,
                        l.AmountFen,
                        l.At,
                        l.Outcome,
                        l.Entered,
                        l.CaseId,
                        l.Text
                    )),
            ]
        );
}

/// <summary>A row of the report.</summary>
/// <param name="Line">Line number in the file; 0 for an entry of the book that the file lacks.</param>
/// <param name="TransactionId">The bank's transaction id.</param>
/// <param name="Kind">Payment, refund or deposit; null if it cannot be read.</param>
/// <param name="Code">Payment code, refund voucher or number of the deposit slip, depending on the kind.</param>
/// <param name="AmountFen">Amount in fen.</param>
/// <param name="At">Time of the transaction; null if it cannot be read.</param>
/// <param name="Outcome">Result of the comparison.</param>
/// <param name="Entered">True if this import entered the payment.</param>
/// <param name="CaseId">The case; null if none was found.</param>
/// <param name="Text">Description of the result, in Chinese.</param>
public sealed record BankStatementRow(
    int Line,
    string TransactionId,
    BankRowKind? Kind,
    string Code,
    long AmountFen,
    DateTimeOffset? At,
    BankRowOutcome Outcome,
    bool Entered,
    Guid? CaseId,
    [property: Bilingual] string Text
);

/// <summary>Reads the report of an import (对账结果).</summary>
public sealed record ReadBankStatementQuery(Guid Id) : IRequest<BankStatementReport>;

internal sealed class ReadBankStatementHandler(AppDbContext db) : IRequestHandler<ReadBankStatementQuery, BankStatementReport>
{
    public async Task<BankStatementReport> Handle(ReadBankStatementQuery request, CancellationToken cancellationToken) =>
        BankStatementReport.Of(
            await db.BankStatements.AsNoTracking().Include(s => s.Lines).FirstOrDefaultAsync(s => s.Id == request.Id, cancellationToken)
                ?? throw BankStatement.NotFound.With($"对账记录 {request.Id}"),
            dryRun: false,
            before: false
        );
}

internal sealed class ImportBankStatementHandler(
    AppDbContext db,
    CurrentUser user,
    CashDesk desk,
    PaymentDesk payments,
    CashSheets sheets,
    SequenceSource sequence,
    TimeProvider clock
) : IRequestHandler<ImportBankStatementCommand, BankStatementReport>
{
    public async Task<BankStatementReport> Handle(ImportBankStatementCommand request, CancellationToken cancellationToken)
    {
        var organ = user.OrganId!.Value;
        var book = await desk.HoldAsync(organ, cancellationToken);
        var known = await db
            .BankStatements.AsNoTracking()
            .Include(s => s.Lines)
            .FirstOrDefaultAsync(s => s.OrganId == organ && s.Sha256 == request.Sha256, cancellationToken);
        if (known is not null)
            return BankStatementReport.Of(known, request.DryRun, before: true);

        var now = clock.GetUtcNow();
        var days = request
            .Rows.Where(r => r.Row is not null)
            .Select(r => LegalDate.Of(r.Row!.At))
            .DefaultIfEmpty(LegalDate.Of(now))
            .ToList();
        var statement = new BankStatement(
            desk.NewId(),
            sequence.Next(),
            organ,
            book.OrganisationPath,
            request.Sha256,
            request.From ?? days.Min(),
            request.To ?? days.Max(),
            user.PersonId,
            now
        );
        statement.Covers(
            deposits: request.Rows.Any(r => r.Row?.Kind == BankRowKind.Deposit),
            refunds: request.Rows.Any(r => r.Row?.Kind == BankRowKind.Refund)
        );
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var read in request.Rows)
        {
            if (read.IsAboveHeading)
                statement.Report(
                    desk.NewId(),
                    BankRowOutcome.AboveHeading,
                    book.BookedOn(LegalDate.Of(now)),
                    $"第 {read.Line} 行在表头以上，未读取：{read.Fault}",
                    read.Line
                );
            else if (read.Row is not { } row)
                statement.Report(
                    desk.NewId(),
                    BankRowOutcome.Malformed,
                    book.BookedOn(LegalDate.Of(now)),
                    $"第 {read.Line} 行：{read.Fault}",
                    read.Line,
                    read.TransactionId
                );
            else if (!seen.Add(row.TransactionId))
                Report(statement, book, row, BankRowOutcome.Repeated, null, "同一流水号在本文件中已经出现");
            else if (row.Kind == BankRowKind.Payment)
                await PaymentAsync(statement, book, row, now, cancellationToken);
            else
                await VoucherAsync(statement, book, row, cancellationToken);
        }
        await ReportUnreportedAsync(statement, seen, cancellationToken);
        statement.Finish();
        var report = BankStatementReport.Of(statement, request.DryRun, before: false);
        if (request.DryRun)
            db.ChangeTracker.Clear(); // a dry run is executed like a real one, but not saved
        else
            db.BankStatements.Add(statement);
        return report;
    }

    private async Task PaymentAsync(BankStatement statement, CashBook book, BankRow row, DateTimeOffset now, CancellationToken ct)
    {
        var known = await payments.FindAsync(row.TransactionId, ct);
        var @case = known is not null ? null : await payments.CaseOfAsync(row.Code, ct);
        if (@case is not null && @case.OrganId != book.OrganId)
            @case = null;
        var order = known is not null ? await OrderAsync(book.OrganId, row.Code, ct) : @case?.PaymentOrder; // most rows agree and need no case to be loaded
        var (outcome, enter) = BankReconciliation.Judge(
            row,
            new(
                known is null ? null : (known.Code, known.Amount),
                known?.NotOwed?.Because,
                @case is not null ? @case.OrderInBook()
                    : order is null ? null
                    : new(order.Outstanding, order.State == PaymentState.Cancelled, await DueOnAsync(order, row.At, ct)),
                @case?.PartDue()
            )
        );
        // if another street booked this transaction, that is a difference here; the case is not disclosed
        var text = Say(outcome, row, order is null ? null : known?.Amount ?? order.Outstanding);
        if (@case is not null)
        {
            try
            {
                ClaimedTime.Ensure(row.At, now, "");
                await payments.BookAsync(@case, row, ct);
            }
            catch (DomainException refused) // refused before anything was changed: the row is reported, and the import continues
            {
                Report(statement, book, row, BankRowOutcome.Malformed, @case.Id, $"不能入账：{refused.Error.Title}（{refused.Detail}）");
                return;
            }
        }
        Report(statement, book, row, outcome, @case?.Id ?? order?.CaseId, text, enter);
    }

    private async Task VoucherAsync(BankStatement statement, CashBook book, BankRow row, CancellationToken ct)
    {
        Money? inBook = null;
        Guid? caseId = null;
        if (row.Kind == BankRowKind.Deposit)
        {
            var fen = await db
                .BankDeposits.Where(d => d.OrganId == book.OrganId && d.Slip == row.Code)
                .Select(d => (long?)d.DepositedFen)
                .FirstOrDefaultAsync(ct);
            inBook = fen is { } f ? Money.OfFen(f) : null;
        }
        else
        {
            var refund = await db
                .CashEntries.Where(e => e.OrganId == book.OrganId && e.Reference == row.Code)
                .Where(e =>
                    e.Kind == CashEntryKind.Refunded || e.Kind == CashEntryKind.NotOwedRefunded || e.Kind == CashEntryKind.InterestPaid
                )
                .Select(e => new { e.AmountFen, e.CaseId })
                .ToListAsync(ct);
            if (refund is [var first, ..])
                (inBook, caseId) = (Money.OfFen(refund.Sum(e => e.AmountFen)), first.CaseId);
        }
        var outcome = BankReconciliation.JudgeVoucher(row, inBook);
        Report(statement, book, row, outcome, caseId, Say(outcome, row, inBook));
    }

    /// <summary>Last day for a payment that was booked before: of the part that it paid, if payment was deferred or is made in parts.</summary>
    private async Task<DateOnly> DueOnAsync(PaymentOrder order, DateTimeOffset paidAt, CancellationToken ct) =>
        await db
            .CaseDeadlines.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(d => d.CaseId == order.CaseId && d.Kind == DeadlineKind.Instalment && d.MetAt == paidAt)
            .MaxAsync(d => (DateOnly?)d.LastDay, ct)
        ?? order.DueOn;

    private Task<PaymentOrder?> OrderAsync(Guid organ, string code, CancellationToken ct) =>
        db
            .PaymentOrders.AsNoTracking()
            .Where(o => o.Code == code && db.Cases.Any(c => c.Id == o.CaseId && c.OrganId == organ))
            .FirstOrDefaultAsync(ct);

    private async Task ReportUnreportedAsync(BankStatement statement, HashSet<string> seen, CancellationToken ct)
    {
        var coverage = new BankCoverage(statement.From, statement.To, statement.HasDeposits, statement.HasRefunds);
        var vouchers = statement.Lines.Select(l => l.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var booked in (await sheets.UnreportedAsync(statement.OrganId, ct)).Where(coverage.Covers))
        {
            if (booked.Kind == BankRowKind.Payment ? seen.Contains(booked.Reference) : vouchers.Contains(booked.Reference))
                continue;
            statement.Report(
                desk.NewId(),
                BankRowOutcome.NotInBankFile,
                booked.BookedOn,
                $"{booked.Text}，账上 {Money.OfFen(booked.AmountFen).InYuan} 元，银行文件没有",
                transactionId: booked.Kind == BankRowKind.Payment ? booked.Reference : "",
                kind: booked.Kind,
                code: booked.Kind == BankRowKind.Payment ? "" : booked.Reference,
                amountFen: booked.AmountFen,
                caseId: booked.CaseId
            );
        }
    }

    private void Report(
        BankStatement statement,
        CashBook book,
        BankRow row,
        BankRowOutcome outcome,
        Guid? caseId,
        string text,
        bool entered = false
    ) =>
        statement.Report(
            desk.NewId(),
            outcome,
            book.BookedOn(LegalDate.Of(row.At)),
            text,
            row.Line,
            row.TransactionId,
            row.Kind,
            row.Code,
            row.Amount.Fen,
            row.At,
            caseId,
            entered
        );

    /// <param name="inBook">The amount in the book, or what was owed before the payment; null if the book has neither.</param>
    private static string Say(BankRowOutcome outcome, BankRow row, Money? inBook) =>
        $"流水 {row.TransactionId}：{outcome.Term()}，银行 {row.Amount.InYuan} 元"
        + (
            inBook is not { } book ? ""
            : outcome == BankRowOutcome.AmountDiffers ? $"，账面 {book.InYuan} 元"
            : outcome == BankRowOutcome.Overpaid && book < row.Amount ? $"，应缴 {book.InYuan} 元，应退还 {(row.Amount - book).InYuan} 元"
            : outcome == BankRowOutcome.Underpaid ? $"，应缴 {book.InYuan} 元，尚欠 {(book - row.Amount).InYuan} 元"
            : ""
        );
}
