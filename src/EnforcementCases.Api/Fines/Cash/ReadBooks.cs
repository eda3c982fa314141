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
/// <param name="Day">The day; today where it is left out.</param>
/// <param name="Organisation">The street or town; the caller's own where it is left out.</param>
public sealed record ReadDayBookQuery(DateOnly? Day = null, Guid? Organisation = null) : IRequest<CashDayBook>;

/// <summary>Reads the month book (收缴款月报) of a street or town.</summary>
/// <param name="Month">The month, <c>2024-05</c>; the present one where it is left out.</param>
/// <param name="Organisation">The street or town; the caller's own where it is left out.</param>
public sealed record ReadMonthBookQuery(string? Month = null, Guid? Organisation = null) : IRequest<CashMonthBook>;

/// <summary>Where the money is, in fen (结存).</summary>
/// <param name="WithOfficersFen">With officers: collected and not handed in (执法人员手中).</param>
/// <param name="WithOrganFen">With the organ: handed in and not deposited (机关库存).</param>
/// <param name="AtTreasuryFen">At the treasury, after what was given back (已入库净额).</param>
public sealed record CashPosition(long WithOfficersFen, long WithOrganFen, long AtTreasuryFen)
{
    internal static CashPosition Of(CashBalance b) => new(b.WithOfficersFen, b.WithOrganFen, b.AtTreasuryFen);
}

/// <summary>What moved, in fen (发生额).</summary>
/// <param name="CollectedFen">Collected on the spot (当场收缴).</param>
/// <param name="HandedInFen">Handed to the organ (交机关).</param>
/// <param name="DepositedFen">Paid to the bank in cash (缴存银行).</param>
/// <param name="PaidByBankFen">Paid straight into the treasury (银行到账).</param>
/// <param name="PaidNotOwedFen">Paid and not owed (重复、误缴).</param>
/// <param name="RefundedFen">Given back (退款).</param>
/// <param name="InterestFen">Interest paid with what was given back (退款利息).</param>
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
/// <param name="Opening">Where the money was at its beginning.</param>
/// <param name="Moved">What moved.</param>
/// <param name="Closing">Where the money is at its end.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Receipts">The treasury receipts at its end.</param>
/// <param name="Handovers">Its handovers.</param>
/// <param name="Deposits">Its deposits.</param>
/// <param name="Checks">The lines against receipts, handovers and deposits.</param>
/// <param name="Differences">What does not agree, with notes.</param>
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
/// <param name="Kind">What moved the money.</param>
/// <param name="AmountFen">Amount in fen.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="BookedOn">The day it is booked on; later than it happened where that month was closed.</param>
/// <param name="CaseId">The case.</param>
/// <param name="ReceiptNumber">The receipt, for cash.</param>
/// <param name="Reference">Bank slip, bank transaction or refund voucher.</param>
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
/// <param name="Moved">What moved.</param>
/// <param name="Closing">Where the money is at its end.</param>
public sealed record CashDay(DateOnly Day, CashTotals Moved, CashPosition Closing);

/// <summary>The month book of a street or town.</summary>
/// <param name="OrganId">The street or town.</param>
/// <param name="Month">The month, <c>2024-05</c>.</param>
/// <param name="State">Whether it is closed and countersigned.</param>
/// <param name="ClosedBy">Who closed it.</param>
/// <param name="CountersignedBy">The second person.</param>
/// <param name="SentBackBecause">Why the second person sent it back last.</param>
/// <param name="Opening">Where the money was at its beginning.</param>
/// <param name="Moved">What moved.</param>
/// <param name="Closing">Where the money is at its end, or today.</param>
/// <param name="Days">Its days with lines.</param>
/// <param name="ReceiptsBefore">The treasury receipts before it.</param>
/// <param name="Receipts">The treasury receipts at its end, or today.</param>
/// <param name="Handovers">Its handovers.</param>
/// <param name="Deposits">Its deposits.</param>
/// <param name="Checks">The lines against receipts, handovers and deposits.</param>
/// <param name="Balances">All checks agree and every receipt is in exactly one place.</param>
/// <param name="Differences">What does not agree between what was done and what should have been, with notes.</param>
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

/// <summary>Months as they are written in routes and queries.</summary>
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
        var organ = (await organisations.OrganAsync(request.Organisation, cancellationToken)).Id;
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
        var organ = (await organisations.OrganAsync(request.Organisation, cancellationToken)).Id;
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
