using System.Globalization;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>Reads the day book (收缴款日记账) of a street or town.</summary>
/// <param name="Day">The legal date; default: today.</param>
/// <param name="OrganisationId">The street or town; default: the caller's own.</param>
public sealed record ReadDayBookQuery(DateOnly? Day = null, Guid? OrganisationId = null) : IRequest<CashDayBook>;

/// <summary>Reads the month book (收缴款月报) of a street or town.</summary>
/// <param name="Month">The month, <c>2024-05</c>; default: the current month.</param>
/// <param name="OrganisationId">The street or town; default: the caller's own.</param>
public sealed record ReadMonthBookQuery(string? Month = null, Guid? OrganisationId = null) : IRequest<CashMonthBook>;

/// <summary>Balances by place, in fen (结存).</summary>
/// <param name="WithOfficersFen">Held by officers: collected and not handed in yet (执法人员手中).</param>
/// <param name="WithOrganFen">Held by the organ: handed in and not deposited yet (机关库存).</param>
/// <param name="AtTreasuryFen">At the treasury, minus refunds (已入库净额).</param>
public sealed record CashPosition(long WithOfficersFen, long WithOrganFen, long AtTreasuryFen)
{
    internal static CashPosition Of(CashBalance b) => new(b.WithOfficersFen, b.WithOrganFen, b.AtTreasuryFen);
}

/// <summary>Movements, in fen (发生额).</summary>
/// <param name="CollectedFen">Collected on the spot (当场收缴).</param>
/// <param name="HandedInFen">Handed to the organ (交机关).</param>
/// <param name="DepositedFen">Paid to the bank in cash (缴存银行).</param>
/// <param name="PaidByBankFen">Paid by the party directly into the treasury (银行到账).</param>
/// <param name="PaidNotOwedFen">Paid although not owed (重复、误缴).</param>
/// <param name="RefundedFen">Refunded (退款).</param>
/// <param name="InterestFen">Interest paid with refunds (退款利息).</param>
public sealed record CashTotals(
    long CollectedFen,
    long HandedInFen,
    long DepositedFen,
    long PaidByBankFen,
    long PaidNotOwedFen,
    long RefundedFen,
    long InterestFen
)
{
    internal static CashTotals Of(CashBalance b) =>
        new(b.CollectedFen, b.HandedInFen, b.DepositedFen, b.PaidByBankFen, b.PaidNotOwedFen, b.RefundedFen, b.InterestFen);
}

/// <summary>The day book of a street or town.</summary>
/// <param name="OrganId">The street or town.</param>
/// <param name="Day">The day.</param>
/// <param name="Opening">Balances at the beginning of the day.</param>
/// <param name="Moved">Movements.</param>
/// <param name="Closing">Balances at the end of the day.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Receipts">Number of treasury receipts by place at the end of the day.</param>
/// <param name="Handovers">Its handovers.</param>
/// <param name="Deposits">Its deposits.</param>
/// <param name="Checks">Comparisons of the lines with receipts, handovers and deposits.</param>
/// <param name="Differences">Differences between what was done and what was required, with notes.</param>
public sealed record CashDayBook(
    Guid OrganId,
    DateOnly Day,
    CashPosition Opening,
    CashTotals Moved,
    CashPosition Closing,
    IReadOnlyList<CashLine> Lines,
    ReceiptBook Receipts,
    IReadOnlyList<HandoverView> Handovers,
    IReadOnlyList<DepositView> Deposits,
    IReadOnlyList<BookCheck> Checks,
    IReadOnlyList<DifferenceView> Differences
);

/// <summary>A line of the day book.</summary>
/// <param name="Kind">Kind of movement.</param>
/// <param name="AmountFen">Amount in fen.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="BookedOn">The day on which it is booked; later than it happened if the month had been closed by then.</param>
/// <param name="CaseId">The case; null if the movement belongs to none.</param>
/// <param name="ReceiptNumber">Number of the treasury receipt; null if no cash was moved.</param>
/// <param name="Reference">Number of the bank slip, the bank transaction or the refund voucher; null if none.</param>
public sealed record CashLine(
    CashEntryKind Kind,
    long AmountFen,
    DateTimeOffset OccurredAt,
    DateOnly BookedOn,
    Guid? CaseId,
    string? ReceiptNumber,
    string? Reference
)
{
    internal static CashLine Of(CashEntry e) => new(e.Kind, e.AmountFen, e.OccurredAt, e.BookedOn, e.CaseId, e.ReceiptNumber, e.Reference);
}

/// <summary>A day in the month book.</summary>
/// <param name="Day">The day.</param>
/// <param name="Moved">Movements of the day.</param>
/// <param name="Closing">Balances at the end of the day.</param>
public sealed record CashDay(DateOnly Day, CashTotals Moved, CashPosition Closing);

/// <summary>The month book of a street or town.</summary>
/// <param name="OrganId">The street or town.</param>
/// <param name="Month">The month, <c>2024-05</c>.</param>
/// <param name="State">Whether it is closed and countersigned.</param>
/// <param name="ClosedBy">Person who closed it; null while open.</param>
/// <param name="CountersignedBy">Person who countersigned it; null before.</param>
/// <param name="SentBackBecause">Why it was last sent back; null if never.</param>
/// <param name="Opening">Balances at the beginning of the month.</param>
/// <param name="Moved">Movements.</param>
/// <param name="Closing">Balances at the end of the month, or today if it is not over.</param>
/// <param name="Days">The days of the month that have lines.</param>
/// <param name="ReceiptsBefore">Number of treasury receipts by place at the end of the month before.</param>
/// <param name="Receipts">Number of treasury receipts by place at the end of the month, or today if it is not over.</param>
/// <param name="Handovers">Its handovers.</param>
/// <param name="Deposits">Its deposits.</param>
/// <param name="Checks">Comparisons of the lines with receipts, handovers and deposits.</param>
/// <param name="Balances">Whether all checks agree and every receipt is in exactly one place.</param>
/// <param name="Differences">Differences between what was done and what was required, with notes.</param>
public sealed record CashMonthBook(
    Guid OrganId,
    string Month,
    CashMonthState State,
    string? ClosedBy,
    string? CountersignedBy,
    string? SentBackBecause,
    CashPosition Opening,
    CashTotals Moved,
    CashPosition Closing,
    IReadOnlyList<CashDay> Days,
    ReceiptBook ReceiptsBefore,
    ReceiptBook Receipts,
    IReadOnlyList<HandoverView> Handovers,
    IReadOnlyList<DepositView> Deposits,
    IReadOnlyList<BookCheck> Checks,
    bool Balances,
    IReadOnlyList<DifferenceView> Differences
);

/// <summary>Months as written in routes and queries.</summary>
internal static class CashMonths
{
    public static readonly DomainError Malformed = new("cash-month.malformed", null, ErrorKind.Malformed, "月份应写作 2024-05");

    /// <summary>First day of a month.</summary>
    /// <exception cref="DomainException"><see cref="Malformed"/>.</exception>
    public static DateOnly Parse(string month) =>
        DateOnly.TryParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
        && first.Year is >= 2000 and < 2100
            ? first
            : throw Malformed.With(month);

    public static string Text(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>The last day of a month that can have lines: its end, or today.</summary>
    public static DateOnly LastDay(DateOnly month, DateOnly today) =>
        month.AddMonths(1).AddDays(-1) is var end && end <= today ? end
        : today >= month ? today
        : end;
}

internal sealed class ReadDayBookHandler(CashSheets sheets, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<ReadDayBookQuery, CashDayBook>
{
    public async Task<CashDayBook> Handle(ReadDayBookQuery request, CancellationToken cancellationToken)
    {
        var organ = (await organisations.OrganAsync(request.OrganisationId, cancellationToken)).Id;
        var day = request.Day ?? LegalDate.Of(clock.GetUtcNow());
        var sheet = await sheets.ReadAsync(organ, day, day, cancellationToken);
        return new(
            organ,
            day,
            CashPosition.Of(sheet.Opening),
            CashTotals.Of(sheet.Moved),
            CashPosition.Of(sheet.Closing),
            [.. sheet.Entries.Select(CashLine.Of)],
            sheet.Receipts,
            [.. sheet.Handovers.Select(HandoverView.Of)],
            [.. sheet.Deposits.Select(DepositView.Of)],
            sheet.Checks,
            sheet.Differences
        );
    }
}

internal sealed class ReadMonthBookHandler(AppDbContext db, CashSheets sheets, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<ReadMonthBookQuery, CashMonthBook>
{
    public async Task<CashMonthBook> Handle(ReadMonthBookQuery request, CancellationToken cancellationToken)
    {
        var organ = (await organisations.OrganAsync(request.OrganisationId, cancellationToken)).Id;
        var today = LegalDate.Of(clock.GetUtcNow());
        var first = request.Month is { } said ? CashMonths.Parse(said) : new(today.Year, today.Month, 1);
        var sheet = await sheets.ReadAsync(organ, first, CashMonths.LastDay(first, today), cancellationToken);
        var month = await db.CashMonths.AsNoTracking().FirstOrDefaultAsync(m => m.OrganId == organ && m.Month == first, cancellationToken);
        return new(
            organ,
            CashMonths.Text(first),
            month?.State ?? CashMonthState.Open,
            month?.ClosedByName,
            month?.CountersignedByName,
            month?.SentBackBecause,
            CashPosition.Of(sheet.Opening),
            CashTotals.Of(sheet.Moved),
            CashPosition.Of(sheet.Closing),
            [.. Days(sheet)],
            sheet.ReceiptsBefore,
            sheet.Receipts,
            [.. sheet.Handovers.Select(HandoverView.Of)],
            [.. sheet.Deposits.Select(DepositView.Of)],
            sheet.Checks,
            sheet.Receipts.Balances && sheet.Checks.All(c => c.Agrees),
            sheet.Differences
        );
    }

    private static IEnumerable<CashDay> Days(CashSheet sheet)
    {
        var running = sheet.Opening;
        foreach (var day in sheet.Entries.GroupBy(e => e.BookedOn))
        {
            var moved = CashBalance.Of(day);
            running += moved;
            yield return new(day.Key, CashTotals.Of(moved), CashPosition.Of(running));
        }
    }
}
