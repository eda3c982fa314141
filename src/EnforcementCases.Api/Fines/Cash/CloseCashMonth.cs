using System.Text.Json.Serialization;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>Explains a difference in the books of a month (差异说明); every difference needs a note before the month can be closed.</summary>
/// <param name="Month">The month in which it shows, <c>2024-05</c>.</param>
/// <param name="Difference">Its key, <c>receipt-lost:120000000001</c>.</param>
/// <param name="Text">The explanation, at most 1,000 characters.</param>
public sealed record ExplainDifferenceCommand(string Month, string Difference, string Text) : ICommand<NoteView>;

/// <summary>Closes a month in the cash book (结账). Movements of the month that are entered later are booked in the next month.</summary>
public sealed record CloseCashMonthCommand : ICommand<CashMonthClosing>
{
    /// <summary>The month, <c>2024-05</c>; from the route.</summary>
    [JsonIgnore]
    public string Month { get; init; } = "";
}

/// <summary>Countersigns the closing of a month (复核), by a person who did not close it.</summary>
public sealed record CountersignCashMonthCommand : ICommand<CashMonthClosing>
{
    /// <summary>The month, <c>2024-05</c>; from the route.</summary>
    [JsonIgnore]
    public string Month { get; init; } = "";
}

/// <summary>Sends the closing of a month back (退回): it is open again.</summary>
/// <param name="Reason">Why it is sent back, at most 400 characters.</param>
public sealed record SendBackCashMonthCommand(string Reason) : ICommand<CashMonthClosing>
{
    /// <summary>The month, <c>2024-05</c>; from the route.</summary>
    [JsonIgnore]
    public string Month { get; init; } = "";
}

/// <summary>The closing of a month.</summary>
/// <param name="Month">The month, <c>2024-05</c>.</param>
/// <param name="State">Current state.</param>
/// <param name="ClosedBy">Name of the person who closed it; null while open.</param>
/// <param name="ClosedAt">When it was closed; null while open.</param>
/// <param name="CountersignedBy">Name of the person who countersigned it; null before.</param>
/// <param name="CountersignedAt">When it was countersigned; null before.</param>
public sealed record CashMonthClosing(
    string Month,
    CashMonthState State,
    string? ClosedBy,
    DateTimeOffset? ClosedAt,
    string? CountersignedBy,
    DateTimeOffset? CountersignedAt
)
{
    internal static CashMonthClosing Of(CashMonth m) =>
        new(CashMonths.Text(m.Month), m.State, m.ClosedByName, m.ClosedAt, m.CountersignedByName, m.CountersignedAt);
}

internal sealed class ExplainDifferenceValidator : AbstractValidator<ExplainDifferenceCommand>
{
    public ExplainDifferenceValidator()
    {
        RuleFor(c => c.Difference).NotEmpty().MaximumLength(CashDifference.KeyMaxLength);
        RuleFor(c => c.Text).NotEmpty().MaximumLength(DifferenceNote.TextMaxLength);
    }
}

internal sealed class SendBackCashMonthValidator : AbstractValidator<SendBackCashMonthCommand>
{
    public SendBackCashMonthValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(CashMonth.ReasonMaxLength);
}

internal sealed class ExplainDifferenceHandler(
    AppDbContext db,
    CurrentUser user,
    CashDesk desk,
    CashSheets sheets,
    SequenceSource sequence,
    TimeProvider clock
) : IRequestHandler<ExplainDifferenceCommand, NoteView>
{
    public async Task<NoteView> Handle(ExplainDifferenceCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var organ = user.OrganId!.Value;
        var month = CashMonths.Parse(request.Month);
        var book = await desk.HoldAsync(organ, cancellationToken);
        var sheet = await sheets.ReadAsync(organ, month, CashMonths.LastDay(month, LegalDate.Of(now)), cancellationToken);
        if (sheet.Differences.All(d => d.Key != request.Difference))
            throw DifferenceNote.NoSuchDifference.With($"{request.Month}：{request.Difference}");
        var note = new DifferenceNote(
            desk.NewId(),
            sequence.Next(),
            organ,
            book.OrganisationPath,
            request.Difference,
            TextRules.Paragraphs(request.Text),
            user.PersonId,
            user.PersonName,
            now
        );
        db.DifferenceNotes.Add(note);
        return new(note.Text, note.ByName, note.At);
    }
}

internal sealed class CloseCashMonthHandler(AppDbContext db, CurrentUser user, CashDesk desk, CashSheets sheets, TimeProvider clock)
    : IRequestHandler<CloseCashMonthCommand, CashMonthClosing>
{
    public async Task<CashMonthClosing> Handle(CloseCashMonthCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var organ = user.OrganId!.Value;
        var first = CashMonths.Parse(request.Month);
        var book = await desk.HoldAsync(organ, cancellationToken);
        var month = await db.CashMonths.FirstOrDefaultAsync(m => m.OrganId == organ && m.Month == first, cancellationToken);
        if (month is null)
        {
            month = new(desk.NewId(), book, first);
            db.CashMonths.Add(month);
        }
        var open = book.ClosedThrough?.AddDays(1) ?? DateOnly.MinValue;
        var earlier = await db.CashEntries.AnyAsync(e => e.OrganId == organ && e.BookedOn >= open && e.BookedOn < first, cancellationToken);
        var today = LegalDate.Of(now);
        var sheet = await sheets.ReadAsync(organ, first, CashMonths.LastDay(first, today), cancellationToken);
        month.Close(
            book,
            sheet.Closing,
            sheet.Receipts,
            [.. sheet.Differences.Where(d => d.Notes.Count == 0).Select(d => d.Key)],
            earlier,
            today,
            user.PersonId,
            user.PersonName,
            now
        );
        return CashMonthClosing.Of(month);
    }
}

internal sealed class CountersignCashMonthHandler(AppDbContext db, CurrentUser user, CashDesk desk, TimeProvider clock)
    : IRequestHandler<CountersignCashMonthCommand, CashMonthClosing>
{
    public async Task<CashMonthClosing> Handle(CountersignCashMonthCommand request, CancellationToken cancellationToken)
    {
        var month = await db.ClosedMonthAsync(desk, user.OrganId!.Value, request.Month, cancellationToken);
        month.Countersign(user.PersonId, user.PersonName, clock.GetUtcNow());
        return CashMonthClosing.Of(month);
    }
}

internal sealed class SendBackCashMonthHandler(AppDbContext db, CurrentUser user, CashDesk desk, TimeProvider clock)
    : IRequestHandler<SendBackCashMonthCommand, CashMonthClosing>
{
    public async Task<CashMonthClosing> Handle(SendBackCashMonthCommand request, CancellationToken cancellationToken)
    {
        var month = await db.ClosedMonthAsync(desk, user.OrganId!.Value, request.Month, cancellationToken);
        var book = await desk.HoldAsync(month.OrganId, cancellationToken);
        var closedBefore = await db
            .CashMonths.Where(m => m.OrganId == month.OrganId && m.Month < month.Month && m.State != CashMonthState.Open)
            .MaxAsync(m => (DateOnly?)m.Month, cancellationToken);
        month.SendBack(
            book,
            closedBefore?.AddMonths(1).AddDays(-1),
            TextRules.Paragraphs(request.Reason),
            user.PersonId,
            clock.GetUtcNow()
        );
        return CashMonthClosing.Of(month);
    }
}

/// <summary>Finds the closing that waits for the second person.</summary>
internal static class ClosedMonths
{
    /// <exception cref="DomainException"><see cref="CashMonth.NotClosed"/>.</exception>
    public static async Task<CashMonth> ClosedMonthAsync(
        this AppDbContext db,
        CashDesk desk,
        Guid organ,
        string month,
        CancellationToken ct
    )
    {
        var first = CashMonths.Parse(month);
        await desk.HoldAsync(organ, ct);
        return await db.CashMonths.FirstOrDefaultAsync(m => m.OrganId == organ && m.Month == first, ct)
            ?? throw CashMonth.NotClosed.With(month);
    }
}
