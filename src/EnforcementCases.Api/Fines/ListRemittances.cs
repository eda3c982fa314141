using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Fines;

/// <summary>Lists the remittance deadlines of cash collected on the spot (收缴款缴付), APL-71.</summary>
/// <param name="Open">True: only deadlines that still run; default false: all.</param>
public sealed record ListRemittancesQuery(bool Open = false) : IRequest<Remittances>;

/// <summary>Remittance deadlines, the earliest first.</summary>
/// <param name="Today">The legal date on which the deadlines are overdue.</param>
/// <param name="Items">The deadlines, at most 200.</param>
/// <param name="More">Whether there are more than those listed.</param>
public sealed record Remittances(DateOnly Today, IReadOnlyList<RemittanceTimer> Items, bool More);

/// <summary>A remittance deadline of one receipt.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="DecisionNumber">Number of its decision.</param>
/// <param name="ReceiptNumber">Number of the treasury receipt.</param>
/// <param name="AmountFen">Cash in fen.</param>
/// <param name="CollectedAt">When it was collected.</param>
/// <param name="Step"><c>RemitToOrgan</c> or <c>RemitToBank</c>.</param>
/// <param name="LastDay">Last day that is still in time.</param>
/// <param name="DoneAt">When it was done; null while open.</param>
/// <param name="Overdue">Whether it is still open after its last day, or was done after it.</param>
/// <param name="Officers">Names of the officers of the case, who hold or held the money.</param>
public sealed record RemittanceTimer(
    Guid CaseId,
    string DecisionNumber,
    string ReceiptNumber,
    long AmountFen,
    DateTimeOffset CollectedAt,
    DeadlineKind Step,
    DateOnly LastDay,
    DateTimeOffset? DoneAt,
    bool Overdue,
    IReadOnlyList<string> Officers
);

internal sealed class ListRemittancesHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<ListRemittancesQuery, Remittances>
{
    private const int Most = 200;

    public async Task<Remittances> Handle(ListRemittancesQuery request, CancellationToken cancellationToken)
    {
        var today = LegalDate.Of(clock.GetUtcNow());
        var rows = await (
            from deadline in db.CaseDeadlines.AsNoTracking()
            join payment in db.Payments
                on new { deadline.CaseId, Receipt = deadline.Reference } equals new { payment.CaseId, Receipt = payment.ReceiptNumber }
            join @case in db.Cases on deadline.CaseId equals @case.Id
            where deadline.Kind == DeadlineKind.RemitToOrgan || deadline.Kind == DeadlineKind.RemitToBank
            where !request.Open || deadline.MetAt == null
            orderby deadline.LastDay, payment.ReceiptNumber, deadline.Kind
            select new
            {
                deadline.CaseId,
                @case.DecisionNumber,
                deadline.Reference,
                payment.AmountFen,
                payment.PaidAt,
                deadline.Kind,
                deadline.LastDay,
                deadline.MetAt,
                Officers = @case.Officers.OrderBy(o => o.Place).Select(o => o.Name).ToList(),
            }
        )
            .Take(Most + 1)
            .ToListAsync(cancellationToken);
        return new(
            today,
            [
                .. rows.Take(Most)
                    .Select(r => new RemittanceTimer(
                        r.CaseId,
                        r.DecisionNumber,
                        r.Reference!,
                        r.AmountFen,
                        r.PaidAt,
                        r.Kind,
                        r.LastDay,
                        r.MetAt,
                        (r.MetAt is { } at ? LegalDate.Of(at) : today) > r.LastDay,
                        r.Officers
                    )),
            ],
            rows.Count > Most
        );
    }
}
