using System.Text.Json.Serialization;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Recording;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>Enters that the cash of several receipts was handed to the organ on one numbered slip (收缴款项交接单, D05). 行政处罚法 第七十一条.</summary>
/// <param name="ReceiptNumbers">Numbers of the receipts, all of one officer, at most 100.</param>
/// <param name="CountedFen">Amount counted by the cashier, in fen; required if a cashier enters the handover. If an officer enters it, null: it is pending
/// until a cashier receives it.</param>
/// <param name="DoneAt">When the cash was handed over; not before any of it was collected.</param>
public sealed record HandOverCashCommand(IReadOnlyList<string> ReceiptNumbers, DateTimeOffset DoneAt, long? CountedFen = null)
    : ICommand<HandoverView>;

/// <summary>Receives the cash of a handover that an officer entered (接收确认).</summary>
/// <param name="CountedFen">Amount counted by the cashier, in fen.</param>
/// <param name="DoneAt">When the cash was received; not before it was handed over.</param>
public sealed record ReceiveHandoverCommand(long CountedFen, DateTimeOffset DoneAt) : ICommand<HandoverView>, IChangesVersion
{
    /// <summary>The handover, from the route.</summary>
    [JsonIgnore]
    public Guid HandoverId { get; init; }
}

/// <summary>Enters that the cash of handovers was paid to the bank (缴存银行). 行政处罚法 第七十一条.</summary>
/// <param name="HandoverIds">The handovers, at most 100. All their cash that was not deposited before is deposited.</param>
/// <param name="BankSlip">Number of the bank's slip (缴款回单号), unique.</param>
/// <param name="DepositedFen">Amount on the slip, in fen.</param>
/// <param name="DoneAt">When it was deposited; not before the cash was handed to the organ.</param>
public sealed record DepositCashCommand(IReadOnlyList<Guid> HandoverIds, string BankSlip, long DepositedFen, DateTimeOffset DoneAt)
    : ICommand<DepositView>;

/// <summary>Cash handed to the organ (交接单).</summary>
/// <param name="Id">The handover.</param>
/// <param name="Version">Version, also in the <c>ETag</c>; send it as <c>If-Match</c> to receive the handover.</param>
/// <param name="Number">Number of the slip.</param>
/// <param name="OfficerName">Name of the officer who handed over (交款人).</param>
/// <param name="At">When it was handed over.</param>
/// <param name="BookedOn">The day on which it is booked; later than it was handed over if the month had been closed by then.</param>
/// <param name="AmountFen">Sum of the receipts, in fen.</param>
/// <param name="CountedFen">Amount counted, in fen; null until it is received.</param>
/// <param name="ReceivedByName">Name of the cashier who received it (接收人); null until it is received.</param>
/// <param name="ReceivedAt">When it was received; null until then.</param>
/// <param name="Receipts">The receipts.</param>
public sealed record HandoverView(
    Guid Id,
    int Version,
    string Number,
    string OfficerName,
    DateTimeOffset At,
    DateOnly BookedOn,
    long AmountFen,
    long? CountedFen,
    string? ReceivedByName,
    DateTimeOffset? ReceivedAt,
    IReadOnlyList<HandoverReceipt> Receipts
) : IVersioned
{
    internal static HandoverView Of(CashHandover h) =>
        new(
            h.Id,
            h.Version,
            h.Number,
            h.OfficerName,
            h.At,
            h.BookedOn,
            h.AmountFen,
            h.CountedFen,
            h.ReceivedByName,
            h.ReceivedAt,
            [
                .. h
                    .Lines.OrderBy(l => l.ReceiptNumber, StringComparer.Ordinal)
                    .Select(l => new HandoverReceipt(l.ReceiptNumber, l.CaseId, l.AmountFen, l.CollectedAt, l.LastDay)),
            ]
        );
}

/// <summary>A receipt on a slip.</summary>
/// <param name="ReceiptNumber">The receipt.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="AmountFen">Cash collected on it, in fen.</param>
/// <param name="CollectedAt">When it was collected.</param>
/// <param name="LastDay">Last day to hand it to the organ, inclusive (APL-71).</param>
public sealed record HandoverReceipt(string ReceiptNumber, Guid CaseId, long AmountFen, DateTimeOffset CollectedAt, DateOnly LastDay);

/// <summary>Cash paid to the bank (缴存).</summary>
/// <param name="Id">The deposit.</param>
/// <param name="BankSlip">The bank's slip; null if none was entered.</param>
/// <param name="AmountFen">Sum of the receipts, in fen.</param>
/// <param name="DepositedFen">Amount on the slip, in fen.</param>
/// <param name="At">When it was deposited.</param>
/// <param name="BookedOn">The day on which it is booked; later than it was deposited if the month had been closed by then.</param>
public sealed record DepositView(Guid Id, string? BankSlip, long AmountFen, long DepositedFen, DateTimeOffset At, DateOnly BookedOn)
{
    internal static DepositView Of(BankDeposit d) => new(d.Id, d.Slip, d.AmountFen, d.DepositedFen, d.At, d.BookedOn);
}

internal sealed class HandOverCashValidator : AbstractValidator<HandOverCashCommand>
{
    public HandOverCashValidator()
    {
        RuleFor(c => c.ReceiptNumbers).NotEmpty().Must(r => r.Count <= CashHandover.MostReceipts).WithMessage("一张交接单不超过100份票据");
        RuleForEach(c => c.ReceiptNumbers).NotEmpty().MaximumLength(Payment.ReceiptNumberMaxLength);
        RuleFor(c => c.CountedFen).GreaterThanOrEqualTo(0);
    }
}

internal sealed class ReceiveHandoverValidator : AbstractValidator<ReceiveHandoverCommand>
{
    public ReceiveHandoverValidator() => RuleFor(c => c.CountedFen).GreaterThanOrEqualTo(0);
}

internal sealed class DepositCashValidator : AbstractValidator<DepositCashCommand>
{
    public DepositCashValidator()
    {
        RuleFor(c => c.HandoverIds).NotEmpty().Must(h => h.Count <= 100).WithMessage("一次缴存不超过100张交接单");
        RuleFor(c => c.BankSlip).NotEmpty().MaximumLength(BankDeposit.SlipMaxLength);
        RuleFor(c => c.DepositedFen).GreaterThan(0);
    }
}

internal sealed class HandOverCashHandler(CurrentUser user, CashDesk desk, TimeProvider clock)
    : IRequestHandler<HandOverCashCommand, HandoverView>
{
    /// <summary>A cashier must enter the counted amount.</summary>
    public static readonly DomainError NotCounted = new(
        "cash-handover.not-counted",
        null,
        ErrorKind.Unacceptable,
        "接收收缴款应当清点并写明清点金额"
    );

    public async Task<HandoverView> Handle(HandOverCashCommand request, CancellationToken cancellationToken)
    {
        ClaimedTime.Ensure(request.DoneAt, clock.GetUtcNow(), "/doneAt");
        var organId = user.OrganId!.Value;
        await desk.HoldAsync(organId, cancellationToken);
        var numbers = request.ReceiptNumbers.Select(n => ReceiptNumber.Normalise(n)!).Distinct(StringComparer.Ordinal).ToList();
        var receipts = await desk.UsedAsync(organId, numbers, cancellationToken);
        Money? counted = null;
        if (user.Roles.Contains(Role.Cashier))
            counted = request.CountedFen is { } fen ? Money.OfFen(fen) : throw NotCounted.With("没有清点金额");
        var handover = await desk.HandOverAsync(request, organId, receipts, counted, request.DoneAt, cancellationToken);
        if (counted is null && handover.OfficerId != user.PersonId)
            throw CurrentUser.NotAllowed.With("执法人员只能交接本人收缴的款项");
        return HandoverView.Of(handover);
    }
}

internal sealed class ReceiveHandoverHandler(AppDbContext db, CurrentUser user, RequestContext context, CashDesk desk, TimeProvider clock)
    : IRequestHandler<ReceiveHandoverCommand, HandoverView>
{
    public async Task<HandoverView> Handle(ReceiveHandoverCommand request, CancellationToken cancellationToken)
    {
        var handover =
            await db.CashHandovers.FirstOrDefaultAsync(h => h.Id == request.HandoverId, cancellationToken)
            ?? throw CashHandover.NotFound.With($"交接单 {request.HandoverId}");
        user.EnsureActsFor(handover.OrganId);
        context.EnsureSeen(handover.Id, handover.Version);
        ClaimedTime.Ensure(request.DoneAt, clock.GetUtcNow(), "/doneAt");
        desk.Receive(handover, Money.OfFen(request.CountedFen), request.DoneAt);
        return HandoverView.Of(handover);
    }
}

internal sealed class DepositCashHandler(AppDbContext db, CurrentUser user, CashDesk desk, TimeProvider clock)
    : IRequestHandler<DepositCashCommand, DepositView>
{
    public async Task<DepositView> Handle(DepositCashCommand request, CancellationToken cancellationToken)
    {
        ClaimedTime.Ensure(request.DoneAt, clock.GetUtcNow(), "/doneAt");
        var organId = user.OrganId!.Value;
        await desk.HoldAsync(organId, cancellationToken);
        var handovers = await db
            .CashHandovers.Where(h => h.OrganId == organId && request.HandoverIds.Contains(h.Id))
            .ToListAsync(cancellationToken);
        if (request.HandoverIds.FirstOrDefault(id => handovers.TrueForAll(h => h.Id != id)) is var unknown && unknown != default)
            throw CashHandover.NotFound.With($"交接单 {unknown}");
        var lines = handovers.SelectMany(h => h.Lines).ToList();
        var numbers = lines.ConvertAll(l => l.ReceiptNumber);
        var deposited = await db
            .CashEntries.Where(e => e.Kind == CashEntryKind.Deposited && numbers.Contains(e.ReceiptNumber!))
            .Select(e => e.ReceiptNumber!)
            .ToListAsync(cancellationToken);
        var open = lines.Where(l => !deposited.Contains(l.ReceiptNumber)).Select(l => (l.ReceiptNumber, l.CaseId)).ToList();
        if (open.Count == 0)
            throw Domain.Cases.PaymentsOfCase.NothingToRemit.With("交接单的款项已经缴存");
        return DepositView.Of(
            await desk.DepositAsync(
                request,
                organId,
                open,
                TextRules.Line(request.BankSlip),
                Money.OfFen(request.DepositedFen),
                request.DoneAt,
                cancellationToken
            )
        );
    }
}
