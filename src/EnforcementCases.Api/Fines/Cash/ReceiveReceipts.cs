using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>Enters treasury receipts that the finance department handed out (罚没票据入库), by number range.</summary>
/// <param name="From">First number as printed, prefix and digits.</param>
/// <param name="To">Last number as printed; same prefix and length, at most 1,000 receipts in all.</param>
/// <param name="Source">Who handed them out, on which slip.</param>
/// <param name="DoneAt">When they were received.</param>
public sealed record ReceiveReceiptsCommand(string From, string To, string Source, DateTimeOffset DoneAt) : ICommand<ReceiptBatchView>;

/// <summary>A batch of treasury receipts (票据批次).</summary>
/// <param name="Id">The batch.</param>
/// <param name="Version">Its version; the next movement sends it as <c>If-Match</c>.</param>
/// <param name="From">First number.</param>
/// <param name="To">Last number.</param>
/// <param name="Source">Who handed them out.</param>
/// <param name="ReceivedAt">When they were received.</param>
/// <param name="Book">Where its receipts are.</param>
/// <param name="Spans">Its receipts in runs that are alike.</param>
public sealed record ReceiptBatchView(
    Guid Id,
    int Version,
    string From,
    string To,
    string Source,
    DateTimeOffset ReceivedAt,
    ReceiptBook Book,
    IReadOnlyList<ReceiptSpanView> Spans
) : IVersioned
{
    internal static ReceiptBatchView Of(ReceiptBatch batch)
    {
        var receipts = batch.Receipts.OrderBy(r => r.Serial).ToList();
        return new(
            batch.Id,
            batch.Version,
            receipts[0].Number,
            receipts[^1].Number,
            batch.Source,
            batch.ReceivedAt,
            ReceiptBook.On(DateOnly.MaxValue, [batch]),
            ReceiptSpanView.Of(receipts)
        );
    }
}

/// <summary>Receipts one after the other that are in the same place.</summary>
/// <param name="From">First number.</param>
/// <param name="To">Last number.</param>
/// <param name="Count">How many.</param>
/// <param name="State">Where they are.</param>
/// <param name="HolderId">The officer who holds them, or used them.</param>
/// <param name="HolderName">Name of that officer.</param>
/// <param name="Ground">Why they were voided.</param>
/// <param name="AnnouncedOn">When lost ones were announced.</param>
public sealed record ReceiptSpanView(
    string From,
    string To,
    int Count,
    ReceiptState State,
    Guid? HolderId,
    string? HolderName,
    ReceiptVoidGround? Ground,
    DateOnly? AnnouncedOn
)
{
    internal static IReadOnlyList<ReceiptSpanView> Of(IEnumerable<TreasuryReceipt> receipts)
    {
        var spans = new List<ReceiptSpanView>();
        foreach (var receipt in receipts)
        {
            var here = new ReceiptSpanView(
                receipt.Number,
                receipt.Number,
                1,
                receipt.State,
                receipt.HolderId,
                receipt.HolderName,
                receipt.Ground,
                receipt.AnnouncedOn
            );
            if (spans.Count > 0 && spans[^1] with { From = here.From, To = here.To, Count = 1 } == here)
                spans[^1] = spans[^1] with { To = here.To, Count = spans[^1].Count + 1 };
            else
                spans.Add(here);
        }
        return spans;
    }
}

internal sealed class ReceiveReceiptsValidator : AbstractValidator<ReceiveReceiptsCommand>
{
    public ReceiveReceiptsValidator()
    {
        RuleFor(c => c.From).NotEmpty().MaximumLength(Payment.ReceiptNumberMaxLength);
        RuleFor(c => c.To).NotEmpty().MaximumLength(Payment.ReceiptNumberMaxLength);
        RuleFor(c => c.Source).NotEmpty().MaximumLength(200);
    }
}

internal sealed class ReceiveReceiptsHandler(
    AppDbContext db,
    CurrentUser user,
    CashDesk desk,
    OrganDirectory organs,
    SequenceSource sequence,
    TimeProvider clock
) : IRequestHandler<ReceiveReceiptsCommand, ReceiptBatchView>
{
    public async Task<ReceiptBatchView> Handle(ReceiveReceiptsCommand request, CancellationToken cancellationToken)
    {
        ClaimedTime.Ensure(request.DoneAt, clock.GetUtcNow(), "/doneAt");
        var book = await desk.HoldAsync(user.OrganId!.Value, cancellationToken);
        var batch = new ReceiptBatch(
            desk.NewId(),
            sequence.Next(),
            await organs.OrganAsync(user.OrganId.Value, cancellationToken),
            ReceiptNumber.Normalise(request.From)!,
            ReceiptNumber.Normalise(request.To)!,
            TextRules.Line(request.Source),
            book.Book(request.DoneAt),
            desk.NewId
        );
        foreach (var numbers in batch.Receipts.Select(r => r.Number).Chunk(200))
        {
            var taken = await db
                .TreasuryReceipts.IgnoreQueryFilters([AppDbContext.ScopeFilter])
                .Where(r => numbers.Contains(r.Number))
                .Select(r => r.Number)
                .FirstOrDefaultAsync(cancellationToken);
            if (taken is not null)
                throw ReceiptBatch.NumbersTaken.With($"票据 {taken}");
        }
        db.ReceiptBatches.Add(batch);
        return ReceiptBatchView.Of(batch);
    }
}
