using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>Enters payments that the bank reports by a call or in its file: each payment once.</summary>
internal sealed class PaymentDesk(AppDbContext db, CaseLoader file, CashDesk desk)
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

    /// <summary>Enters the payment in its case and in the day book.</summary>
    public async Task<Payment> EnterAsync(
        EnforcementCase @case,
        PaymentChannel channel,
        Money amount,
        string bankTransactionId,
        DateTimeOffset paidAt,
        CancellationToken ct
    )
    {
        var payment = @case.ReceivePayment(desk.NewId(), channel, amount, bankTransactionId, paidAt);
        await desk.EnterAsync(@case.OrganId, CashEntryKind.PaidByBank, amount, paidAt, ct, @case.Id, reference: bankTransactionId);
        return payment;
    }
}
