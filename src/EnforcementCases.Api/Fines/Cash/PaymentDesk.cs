using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>A payment as it was booked.</summary>
/// <param name="TransactionId">The bank's transaction id.</param>
/// <param name="Code">The payment code.</param>
/// <param name="Payment">What of it was owed; null if nothing was.</param>
/// <param name="NotOwed">What of it must be refunded; null if all of it was owed.</param>
internal sealed record BookedPayment(string TransactionId, string Code, Payment? Payment, PaymentNotOwed? NotOwed)
{
    /// <summary>The whole amount as the bank received it.</summary>
    public Money Amount => Money.OfFen((Payment?.AmountFen ?? 0) + (NotOwed?.AmountFen ?? 0));
}

/// <summary>Books payments that the bank reports by a call or in its file: each payment once, and whatever of it is not owed as money to be refunded.</summary>
internal sealed class PaymentDesk(AppDbContext db, CaseLoader file, CashDesk desk, SequenceSource sequence)
{
    /// <summary>The case whose payment order has a code, within the reader's scope, locked with the book of its organ; null if none.</summary>
    public async Task<EnforcementCase?> CaseOfAsync(string code, CancellationToken ct)
    {
        var found = await db
            .PaymentOrders.Where(o => o.Code == code)
            .Join(db.Cases, o => o.CaseId, c => c.Id, (_, c) => new { c.Id, c.OrganId })
            .FirstOrDefaultAsync(ct);
        if (found is null)
            return null;
        await desk.HoldAsync(found.OrganId, ct);
        await file.HoldAsync(found.Id, ct); // a bank sends no version: parts of one fine that arrive at once wait for each other
        return await file.ReadAsync(found.Id, ct);
    }

    /// <summary>The payment with a transaction id, in whatever street it was booked; null if none.</summary>
    public async Task<BookedPayment?> FindAsync(string transaction, CancellationToken ct)
    {
        var payment = await db
            .Payments.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .AsNoTracking()
            .Where(p => p.BankTransactionId == transaction)
            .Join(
                db.PaymentOrders.IgnoreQueryFilters([AppDbContext.ScopeFilter]),
                p => p.CaseId,
                o => o.CaseId,
                (p, o) => new { o.Code, Payment = p }
            )
            .FirstOrDefaultAsync(ct);
        var notOwed = await db
            .PaymentsNotOwed.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .AsNoTracking()
            .FirstOrDefaultAsync(p => p.BankTransactionId == transaction, ct);
        return payment is null && notOwed is null
            ? null
            : new(transaction, notOwed?.PaymentCode ?? payment!.Code, payment?.Payment, notOwed);
    }

    /// <summary>Books a payment in its case and in the day book: what is owed as paid, the rest as money to be refunded.</summary>
    /// <exception cref="DomainException">The payment is dated before the decision; then nothing was changed.</exception>
    public async Task<BookedPayment> BookAsync(EnforcementCase @case, BankRow row, CancellationToken ct)
    {
        var at = row.DayOnly ? @case.PaidOnDay(row.At) : row.At;
        @case.EnsureAfterDecision(at);
        var order = @case.OrderInBook();
        var (outcome, _) = BankReconciliation.Judge(row, new(Order: order, PartDue: @case.PartDue()));
        var owed = BankReconciliation.Owed(row.Amount, order.Outstanding, outcome);
        Payment? payment = null;
        PaymentNotOwed? notOwed = null;
        if (owed > Money.Zero)
        {
            payment = @case.ReceivePayment(desk.NewId(), row.Channel, owed, row.TransactionId, at);
            await desk.EnterAsync(@case.OrganId, CashEntryKind.PaidByBank, owed, at, ct, @case.Id, reference: row.TransactionId);
        }
        if (owed < row.Amount)
        {
            var rest = row.Amount - owed;
            notOwed = new(desk.NewId(), sequence.Next(), @case.AsCaseOfMoney, row with { At = at }, outcome, rest);
            db.PaymentsNotOwed.Add(notOwed);
            await desk.EnterAsync(@case.OrganId, CashEntryKind.PaidNotOwed, rest, at, ct, @case.Id, reference: row.TransactionId);
        }
        return new(row.TransactionId, row.Code, payment, notOwed);
    }
}
