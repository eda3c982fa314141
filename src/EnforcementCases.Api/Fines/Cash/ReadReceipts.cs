using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>Reads a batch of treasury receipts (票据批次).</summary>
public sealed record ReadReceiptBatchQuery(Guid Id) : IRequest<ReceiptBatchView>;

/// <summary>Reads the book of treasury receipts at the end of a day (票据结存).</summary>
/// <param name="Day">The legal date; default: today.</param>
/// <param name="OrganisationId">The street or town; default: the caller's own.</param>
public sealed record ReadReceiptBookQuery(DateOnly? Day = null, Guid? OrganisationId = null) : IRequest<ReceiptBookView>;

/// <summary>The book of treasury receipts of a street or town.</summary>
/// <param name="OrganId">The street or town.</param>
/// <param name="Day">The day at whose end it is read.</param>
/// <param name="Book">Number of receipts by place.</param>
/// <param name="Balances">Whether every receipt is in exactly one place.</param>
/// <param name="Holders">Officers who hold receipts.</param>
/// <param name="Batches">The batches received up to the day, newest first.</param>
public sealed record ReceiptBookView(
    Guid OrganId,
    DateOnly Day,
    ReceiptBook Book,
    bool Balances,
    IReadOnlyList<ReceiptHolder> Holders,
    IReadOnlyList<ReceiptBatchLine> Batches
);

/// <summary>An officer who holds receipts.</summary>
/// <param name="OfficerId">The officer.</param>
/// <param name="Name">Name of the officer.</param>
/// <param name="Count">Number of receipts held.</param>
public sealed record ReceiptHolder(Guid OfficerId, string Name, int Count);

/// <summary>A batch in the book.</summary>
/// <param name="Id">The batch.</param>
/// <param name="From">First number.</param>
/// <param name="To">Last number.</param>
/// <param name="ReceivedOn">The day on which its receipt is booked.</param>
/// <param name="Book">Number of receipts by place.</param>
public sealed record ReceiptBatchLine(Guid Id, string From, string To, DateOnly ReceivedOn, ReceiptBook Book);

/// <summary>Reads the history of a treasury receipt (票据流转记录).</summary>
/// <param name="Number">Number of the receipt, as printed.</param>
public sealed record ReadReceiptQuery(string Number) : IRequest<ReceiptView>;

/// <summary>A treasury receipt.</summary>
/// <param name="Number">Its number.</param>
/// <param name="BatchId">The batch it came in.</param>
/// <param name="State">Current state.</param>
/// <param name="CaseId">The case in which it was used; null if it was not used, or the case is outside the caller's scope.</param>
/// <param name="Announcement">For a lost receipt, where and how the loss was announced; null otherwise.</param>
/// <param name="AnnouncedOn">Legal date on which the loss was announced; null if it was not.</param>
/// <param name="Steps">Its history; the first step is its arrival from the finance department.</param>
public sealed record ReceiptView(
    string Number,
    Guid BatchId,
    ReceiptState State,
    Guid? CaseId,
    string? Announcement,
    DateOnly? AnnouncedOn,
    IReadOnlyList<ReceiptStep> Steps
);

/// <summary>A step in the history of a treasury receipt.</summary>
/// <param name="State">Its state after the step.</param>
/// <param name="At">When the step happened.</param>
/// <param name="BookedOn">The day it is booked on.</param>
/// <param name="Officer">Name of the officer who holds or used it; null if none.</param>
/// <param name="Ground">Why it was voided; null unless it was voided.</param>
/// <param name="Reason">The reason in words; null if none.</param>
public sealed record ReceiptStep(
    ReceiptState State,
    DateTimeOffset At,
    DateOnly BookedOn,
    string? Officer,
    ReceiptVoidGround? Ground,
    string? Reason
);

internal sealed class ReadReceiptBatchHandler(AppDbContext db) : IRequestHandler<ReadReceiptBatchQuery, ReceiptBatchView>
{
    public async Task<ReceiptBatchView> Handle(ReadReceiptBatchQuery request, CancellationToken cancellationToken) =>
        ReceiptBatchView.Of(
            await db
                .ReceiptBatches.AsNoTracking()
                .Include(b => b.Receipts)
                .AsSplitQuery()
                .FirstOrDefaultAsync(b => b.Id == request.Id, cancellationToken)
                ?? throw ReceiptBatch.NotFound.With($"批次 {request.Id}")
        );
}

internal sealed class ReadReceiptBookHandler(CashSheets sheets, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<ReadReceiptBookQuery, ReceiptBookView>
{
    public async Task<ReceiptBookView> Handle(ReadReceiptBookQuery request, CancellationToken cancellationToken)
    {
        var organ = (await organisations.OrganAsync(request.OrganisationId, cancellationToken)).Id;
        var day = request.Day ?? LegalDate.Of(clock.GetUtcNow());
        var batches = await sheets.BatchesAsync(organ, day, cancellationToken);
        var book = ReceiptBook.On(day, batches);
        var held = batches
            .SelectMany(b => b.Receipts)
            .Select(r => r.LastOn(day))
            .OfType<ReceiptChange>()
            .Where(step => step.State == ReceiptState.WithOfficer)
            .GroupBy(step => (Id: step.HolderId!.Value, Name: step.HolderName!))
            .OrderBy(holder => holder.Key.Name, StringComparer.Ordinal)
            .ThenBy(holder => holder.Key.Id)
            .Select(holder => new ReceiptHolder(holder.Key.Id, holder.Key.Name, holder.Count()));
        return new(
            organ,
            day,
            book,
            book.Balances,
            [.. held],
            [
                .. batches
                    .OrderByDescending(b => b.Seq)
                    .Select(b => new ReceiptBatchLine(
                        b.Id,
                        b.Receipts.MinBy(r => r.Serial)!.Number,
                        b.Receipts.MaxBy(r => r.Serial)!.Number,
                        b.ReceivedOn,
                        ReceiptBook.On(day, [b])
                    )),
            ]
        );
    }
}

internal sealed class ReadReceiptHandler(AppDbContext db) : IRequestHandler<ReadReceiptQuery, ReceiptView>
{
    public async Task<ReceiptView> Handle(ReadReceiptQuery request, CancellationToken cancellationToken)
    {
        var number = ReceiptNumber.Normalise(request.Number)!;
        var receipt =
            await db.TreasuryReceipts.AsNoTracking().FirstOrDefaultAsync(r => r.Number == number, cancellationToken)
            ?? throw TreasuryReceipt.NotFound.With($"票据 {number}");
        return new(
            receipt.Number,
            receipt.BatchId,
            receipt.State,
            await db.Payments.Where(p => p.ReceiptNumber == number).Select(p => (Guid?)p.CaseId).FirstOrDefaultAsync(cancellationToken),
            receipt.Announcement,
            receipt.AnnouncedOn,
            [.. receipt.Changes.OrderBy(c => c.Place).Select(c => new ReceiptStep(c.State, c.At, c.On, c.HolderName, c.Ground, c.Reason))]
        );
    }
}
