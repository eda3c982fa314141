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

/// <summary>Enters treasury receipts that the finance department issued (罚没票据入库), by number range.</summary>
/// <param name="From">First number as printed: prefix and digits.</param>
/// <param name="To">Last number as printed, inclusive; same prefix and length, at most 1,000 receipts in all.</param>
/// <param name="Source">Who issued them, and on which slip.</param>
/// <param name="DoneAt">When they were received.</param>
public sealed record ReceiveReceiptsCommand(string From, string To, string Source, DateTimeOffset DoneAt) : ICommand<ReceiptBatchView>;

/// <summary>A batch of treasury receipts (票据批次).</summary>
/// <param name="Id">The batch.</param>
/// <param name="Version">Version, also in the <c>ETag</c>; the next movement sends it as <c>If-Match</c>.</param>
/// <param name="From">First number.</param>
/// <param name="To">Last number, inclusive.</param>
/// <param name="Source">Who issued the receipts, and on which slip.</param>
/// <param name="ReceivedAt">When they were received.</param>
/// <param name="Book">Number of receipts by place.</param>
/// <param name="Spans">Its receipts, in runs of consecutive numbers in the same state.</param>
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

/// <summary>A run of consecutive receipts in the same state.</summary>
/// <param name="From">First number.</param>
/// <param name="To">Last number, inclusive.</param>
/// <param name="Count">Number of receipts.</param>
/// <param name="State">Their state.</param>
/// <param name="HolderId">The officer who holds or used them; null if none does or did.</param>
/// <param name="HolderName">Name of that officer; null if none.</param>
/// <param name="Ground">Why they were voided; null if they were not.</param>
/// <param name="AnnouncedOn">Legal date on which the loss was announced; null if it was not.</param>
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
                .Join(
                    db.Organisations.IgnoreQueryFilters([AppDbContext.ScopeFilter]),
                    r => r.OrganId,
                    o => o.Id,
                    (r, o) => new { r.Number, Organ = o.Name }
                )
                .FirstOrDefaultAsync(cancellationToken);
            if (taken is not null)
                throw ReceiptBatch.NumbersTaken.With($"票据 {taken.Number}，登记单位：{taken.Organ}", "与该单位的票据管理人员核对号段");
        }
        db.ReceiptBatches.Add(batch);
        return ReceiptBatchView.Of(batch);
    }
}
