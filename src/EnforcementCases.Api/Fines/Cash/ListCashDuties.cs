using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines.Cash;

/// <summary>What has to be done at the cash desk.</summary>
public enum CashDutyKind
{
    /// <summary>An officer must hand cash to the organ (收缴款交机关). APL-71.</summary>
    HandIn,

    /// <summary>A cashier must receive the cash that an officer entered as handed in (接收确认).</summary>
    Receive,

    /// <summary>The organ must pay cash to the bank (缴付银行). APL-71.</summary>
    Deposit,

    /// <summary>Money that was not or is no longer owed must be refunded (退还款项).</summary>
    Refund,

    /// <summary>A leader must approve the refund of money that was not owed (批准退还).</summary>
    ApproveRefund,

    /// <summary>Less was paid than is owed: the party must be asked for the rest (通知补缴).</summary>
    AskForRest,

    /// <summary>A lost receipt must be announced (遗失票据声明作废).</summary>
    Announce,

    /// <summary>A month that is over must be closed (结账).</summary>
    CloseMonth,

    /// <summary>A second person must check a closed month (复核).</summary>
    Countersign,
}

/// <summary>Lists what has to be done at the cash desk of a street or town (出纳待办), the nearest last day first.</summary>
/// <param name="OrganisationId">The street or town; default: the caller's own.</param>
public sealed record ListCashDutiesQuery(Guid? OrganisationId = null) : IRequest<CashDuties>;

/// <summary>What has to be done at the cash desk of a street or town.</summary>
/// <param name="OrganId">The street or town.</param>
/// <param name="Today">The legal date of the answer.</param>
/// <param name="Items">The duties, the nearest last day first, those without one at the end.</param>
public sealed record CashDuties(Guid OrganId, DateOnly Today, IReadOnlyList<CashDuty> Items);

/// <summary>Something that has to be done at the cash desk.</summary>
/// <param name="Kind">Kind of duty.</param>
/// <param name="Reference">The receipt, handover, bank transaction, decision number or month.</param>
/// <param name="CaseId">The case; null if it concerns more than one case or none.</param>
/// <param name="AmountFen">The money concerned, in fen.</param>
/// <param name="LastDay">Last day that is still in time; null if the law sets none.</param>
/// <param name="Warning">How near the last day is.</param>
/// <param name="Text">Description, in Chinese.</param>
public sealed record CashDuty(
    CashDutyKind Kind,
    string Reference,
    Guid? CaseId,
    long AmountFen,
    DateOnly? LastDay,
    DeadlineWarning Warning,
    [property: Bilingual] string Text
);

internal sealed class ListCashDutiesHandler(AppDbContext db, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<ListCashDutiesQuery, CashDuties>
{
    public async Task<CashDuties> Handle(ListCashDutiesQuery request, CancellationToken cancellationToken)
    {
        var organ = (await organisations.OrganAsync(request.OrganisationId, cancellationToken)).Id;
        var today = LegalDate.Of(clock.GetUtcNow());
        var duties = new List<CashDuty>();
        duties.AddRange(await RemittancesAsync(organ, today, cancellationToken));
        duties.AddRange(await HandoversAsync(organ, cancellationToken));
        duties.AddRange(await RefundsAsync(organ, cancellationToken));
        duties.AddRange(await RestsAsync(organ, today, cancellationToken));
        duties.AddRange(await LostReceiptsAsync(organ, today, cancellationToken));
        duties.AddRange(await MonthsAsync(organ, today, cancellationToken));
        return new(
            organ,
            today,
            [.. duties.OrderBy(d => d.LastDay ?? DateOnly.MaxValue).ThenBy(d => d.Kind).ThenBy(d => d.Reference, StringComparer.Ordinal)]
        );
    }

    private async Task<IEnumerable<CashDuty>> RemittancesAsync(Guid organ, DateOnly today, CancellationToken ct)
    {
        var open = await (
            from deadline in db.CaseDeadlines.AsNoTracking()
            join payment in db.Payments on deadline.Reference equals payment.ReceiptNumber
            where deadline.OrganId == organ && deadline.MetAt == null && deadline.EndedAt == null
            where deadline.Kind == DeadlineKind.RemitToOrgan || deadline.Kind == DeadlineKind.RemitToBank
            select new
            {
                deadline.Kind,
                deadline.Reference,
                deadline.CaseId,
                payment.AmountFen,
                deadline.LastDay,
            }
        ).ToListAsync(ct);
        return open.Select(d => new CashDuty(
            d.Kind == DeadlineKind.RemitToOrgan ? CashDutyKind.HandIn : CashDutyKind.Deposit,
            d.Reference!,
            d.CaseId,
            d.AmountFen,
            d.LastDay,
            DeadlineWarnings.On(d.Kind, d.LastDay, today),
            $"票据 {d.Reference}：{(d.Kind == DeadlineKind.RemitToOrgan ? "交机关" : "缴付银行")} {Yuan(d.AmountFen)} 元"
        ));
    }

    private async Task<IEnumerable<CashDuty>> HandoversAsync(Guid organ, CancellationToken ct) =>
        (await db.CashHandovers.AsNoTracking().Where(h => h.OrganId == organ && h.ReceivedAt == null).ToListAsync(ct)).Select(
            h => new CashDuty(
                CashDutyKind.Receive,
                h.Number,
                null,
                h.AmountFen,
                null,
                DeadlineWarning.None,
                $"交接单 {h.Number}：接收 {h.OfficerName} 交款 {Yuan(h.AmountFen)} 元"
            )
        );

    private async Task<IEnumerable<CashDuty>> RefundsAsync(Guid organ, CancellationToken ct)
    {
        var notOwed = await db.PaymentsNotOwed.AsNoTracking().Where(p => p.OrganId == organ && p.RefundedAt == null).ToListAsync(ct);
        var orders = await (
            from order in db.PaymentOrders.AsNoTracking()
            join @case in db.Cases on order.CaseId equals @case.Id
            where @case.OrganId == organ && order.PaidFen > order.RefundedFen
            where order.State == PaymentState.Cancelled || order.PaidFen - order.RefundedFen > order.AmountFen + order.SurchargeFen
            select new { Order = order, @case.DecisionNumber }
        ).ToListAsync(ct);
        return
        [
            .. notOwed.Select(p => new CashDuty(
                p.ApprovedAt is null ? CashDutyKind.ApproveRefund : CashDutyKind.Refund,
                p.BankTransactionId,
                p.CaseId,
                p.AmountFen,
                null,
                DeadlineWarning.None,
                $"流水 {p.BankTransactionId}：{p.Because.Term()}，{(p.ApprovedAt is null ? "报负责人批准后" : "")}退还 {Yuan(p.AmountFen)} 元"
            )),
            .. orders.Select(o => new CashDuty(
                CashDutyKind.Refund,
                o.DecisionNumber ?? o.Order.Code,
                o.Order.CaseId,
                o.Order.Refundable.Fen,
                null,
                DeadlineWarning.None,
                $"{o.DecisionNumber}：退还 {o.Order.Refundable.InYuan} 元"
            )),
        ];
    }

    /// <summary>Fines of which a part was paid and no payment in parts was granted.</summary>
    private async Task<IEnumerable<CashDuty>> RestsAsync(Guid organ, DateOnly today, CancellationToken ct)
    {
        var orders = await (
            from order in db.PaymentOrders.AsNoTracking()
            join @case in db.Cases on order.CaseId equals @case.Id
            where @case.OrganId == organ && order.State == PaymentState.PartlyPaid
            where @case.Stage == CaseStage.Decided || @case.Stage == CaseStage.Served
            where
                !db.CaseDeadlines.Any(d =>
                    d.CaseId == @case.Id && d.Kind == DeadlineKind.Instalment && d.MetAt == null && d.EndedAt == null
                )
            select new
            {
                Order = order,
                @case.DecisionNumber,
                @case.OwedUntil,
            }
        ).ToListAsync(ct);
        return orders.Select(o =>
        {
            var lastDay = o.OwedUntil ?? o.Order.DueOn;
            return new CashDuty(
                CashDutyKind.AskForRest,
                o.DecisionNumber ?? o.Order.Code,
                o.Order.CaseId,
                o.Order.Outstanding.Fen,
                lastDay,
                DeadlineWarnings.On(DeadlineKind.Payment, lastDay, today),
                $"{o.DecisionNumber}：已缴 {Yuan(o.Order.PaidFen - o.Order.RefundedFen)} 元，尚欠 {o.Order.Outstanding.InYuan} 元，通知当事人补缴"
            );
        });
    }

    private async Task<IEnumerable<CashDuty>> LostReceiptsAsync(Guid organ, DateOnly today, CancellationToken ct) =>
        (
            await db
                .TreasuryReceipts.AsNoTracking()
                .IgnoreAutoIncludes()
                .Where(r => r.OrganId == organ && r.Ground == ReceiptVoidGround.Lost && r.AnnouncedOn == null)
                .ToListAsync(ct)
        ).Select(r =>
        {
            var lastDay = LegalDate.Of(r.Since).AddDays(TreasuryReceipt.AnnounceWithinDays);
            return new CashDuty(
                CashDutyKind.Announce,
                r.Number,
                null,
                0,
                lastDay,
                DeadlineWarnings.OfDays(lastDay, today),
                $"票据 {r.Number}：遗失，查明原因报财政部门并声明作废"
            );
        });

    private async Task<IEnumerable<CashDuty>> MonthsAsync(Guid organ, DateOnly today, CancellationToken ct)
    {
        var closedThrough = await db.CashBooks.Where(b => b.OrganId == organ).Select(b => b.ClosedThrough).FirstOrDefaultAsync(ct);
        var from = closedThrough?.AddDays(1) ?? DateOnly.MinValue;
        var month = new DateOnly(today.Year, today.Month, 1);
        var open = await db
            .CashEntries.Where(e => e.OrganId == organ && e.BookedOn >= from && e.BookedOn < month)
            .Select(e => new { e.BookedOn.Year, e.BookedOn.Month })
            .Distinct()
            .ToListAsync(ct);
        var waiting = await db
            .CashMonths.Where(m => m.OrganId == organ && m.State == CashMonthState.Closed)
            .Select(m => m.Month)
            .ToListAsync(ct);
        return
        [
            .. open.Select(m => Month(CashDutyKind.CloseMonth, new(m.Year, m.Month, 1), "月账结账")),
            .. waiting.Select(m => Month(CashDutyKind.Countersign, m, "月账复核")),
        ];
    }

    private static CashDuty Month(CashDutyKind kind, DateOnly month, string what) =>
        new(kind, CashMonths.Text(month), null, 0, null, DeadlineWarning.None, $"{CashMonths.Text(month)} {what}");

    private static string Yuan(long fen) => Money.OfFen(fen).InYuan;
}
