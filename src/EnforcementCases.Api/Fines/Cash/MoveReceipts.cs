using System.Text.Json.Serialization;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>A movement of receipts by a cashier (票据流转).</summary>
public enum ReceiptMove
{
    /// <summary>Issued to an officer (领用).</summary>
    Issue,

    /// <summary>Taken back from an officer, unused (交回).</summary>
    TakeBack,

    /// <summary>Voided (作废); the ground <c>Lost</c> reports a loss (遗失).</summary>
    Void,

    /// <summary>The loss of a receipt was announced (声明作废).</summary>
    Announce,

    /// <summary>Returned to the treasury, unused (缴回财政部门).</summary>
    ReturnToTreasury,
}

/// <summary>Moves a range of receipts of a batch (票据领用、交回、作废、声明、缴回): either all of them or none.</summary>
/// <param name="Move">Kind of movement.</param>
/// <param name="From">First number.</param>
/// <param name="To">Last number, inclusive; if null, only the first number is moved.</param>
/// <param name="OfficerId">The receiving officer; required for <c>Issue</c>, otherwise null. Must serve in the organ on that day and must not be auxiliary
/// staff.</param>
/// <param name="Ground">Ground of voiding; required for <c>Void</c>, otherwise null.</param>
/// <param name="Reason">For <c>Void</c>, the reason in words or how the receipt was lost; for <c>Announce</c>, where and how the loss was announced. Otherwise
/// null.</param>
/// <param name="DoneAt">When they were moved; not before the last movement of any of them.</param>
public sealed record MoveReceiptsCommand(
    ReceiptMove Move,
    string From,
    DateTimeOffset DoneAt,
    string? To = null,
    Guid? OfficerId = null,
    ReceiptVoidGround? Ground = null,
    string? Reason = null
) : ICommand<ReceiptBatchView>, IChangesVersion
{
    /// <summary>The batch, from the route.</summary>
    [JsonIgnore]
    public Guid BatchId { get; init; }
}

internal sealed class MoveReceiptsValidator : AbstractValidator<MoveReceiptsCommand>
{
    public MoveReceiptsValidator()
    {
        RuleFor(c => c.From).NotEmpty().MaximumLength(Payment.ReceiptNumberMaxLength);
        RuleFor(c => c.To).MaximumLength(Payment.ReceiptNumberMaxLength);
        RuleFor(c => c.Reason).MaximumLength(TreasuryReceipt.ReasonMaxLength);
        RuleFor(c => c.OfficerId).NotNull().When(c => c.Move == ReceiptMove.Issue).WithMessage("领用须写明领用人");
        RuleFor(c => c.Ground).NotNull().When(c => c.Move == ReceiptMove.Void).WithMessage("作废须写明原因类别");
        RuleFor(c => c.Reason)
            .NotEmpty()
            .When(c => c.Move is ReceiptMove.Void or ReceiptMove.Announce)
            .WithMessage("作废须写明原因，声明须写明载体和内容");
    }
}

internal sealed class MoveReceiptsHandler(
    AppDbContext db,
    CurrentUser user,
    RequestContext context,
    CashDesk desk,
    OfficerDirectory officers,
    OrganDirectory organs,
    TimeProvider clock
) : IRequestHandler<MoveReceiptsCommand, ReceiptBatchView>
{
    public async Task<ReceiptBatchView> Handle(MoveReceiptsCommand request, CancellationToken cancellationToken)
    {
        ClaimedTime.Ensure(request.DoneAt, clock.GetUtcNow(), "/doneAt");
        var book = await desk.HoldAsync(user.OrganId!.Value, cancellationToken);
        var batch =
            await db
                .ReceiptBatches.Include(b => b.Receipts)
                .AsSplitQuery()
                .FirstOrDefaultAsync(b => b.Id == request.BatchId, cancellationToken)
            ?? throw ReceiptBatch.NotFound.With($"批次 {request.BatchId}");
        user.EnsureActsFor(batch.OrganId);
        context.EnsureSeen(batch.Id, batch.Version);
        var at = book.Book(request.DoneAt);
        var from = ReceiptNumber.Normalise(request.From)!;
        var to = ReceiptNumber.Normalise(request.To) ?? from;
        var reason = request.Reason is { } said ? TextRules.Paragraphs(said) : "";
        switch (request.Move)
        {
            case ReceiptMove.Issue:
                var organ = await organs.OrganAsync(batch.OrganId, cancellationToken);
                var officer = officers.Current.AtScene(request.OfficerId!.Value, organ.Path, LegalDate.Of(request.DoneAt));
                if (officer.Acting.Capacity == OfficerCapacity.Auxiliary)
                    throw OfficersPresent.AuxiliaryActing.With($"{officer.Name} 是辅助人员，不得领用票据");
                batch.Issue(from, to, request.OfficerId.Value, officer.Name, at);
                break;
            case ReceiptMove.TakeBack:
                batch.TakeBack(from, to, at);
                break;
            case ReceiptMove.Void:
                batch.Void(from, to, request.Ground!.Value, reason, at);
                break;
            case ReceiptMove.Announce:
                batch.Announce(from, to, reason, at);
                break;
            case ReceiptMove.ReturnToTreasury:
                batch.ReturnToTreasury(from, to, at);
                break;
        }
        return ReceiptBatchView.Of(batch);
    }
}
