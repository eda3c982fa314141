using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Recordings;

/// <summary>Lists the cases with gaps in the recording of their acts of a period (记录缺口清单), the earliest opened first. The file of each case is opened for it, so a page may have
/// fewer cases than its limit and still be followed by another.</summary>
/// <param name="From">First day of the acts, inclusive.</param>
/// <param name="To">Last day of the acts, inclusive; at most a year after the first.</param>
/// <param name="OrganisationId">Only cases of this organisation and those below it; all within the caller's scope if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListRecordingGapsQuery(
    DateOnly From,
    DateOnly To,
    Guid? OrganisationId = null,
    string? Cursor = null,
    int? Limit = null
) : IRequest<Page<CaseWithGaps>>;

/// <summary>A case with gaps.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="OrganId">The street or town whose case it is.</param>
/// <param name="Procedure">Procedure of the case.</param>
/// <param name="DecisionNumber">Number of its decision; null before the decision.</param>
/// <param name="ViolationName">Name of the violation.</param>
/// <param name="Gaps">The gaps of its acts of the period, in the order of the acts.</param>
public sealed record CaseWithGaps(
    Guid CaseId,
    Guid OrganId,
    CaseProcedure Procedure,
    string? DecisionNumber,
    string ViolationName,
    IReadOnlyList<RecordingGapView> Gaps
);

internal sealed class ListRecordingGapsHandler(AppDbContext db, OrganisationReader organisations, RecordingDesk desk)
    : IRequestHandler<ListRecordingGapsQuery, Page<CaseWithGaps>>
{
    /// <summary>A longest period, so that no answer opens the files of many years.</summary>
    public const int MostDays = 366;

    /// <summary>The period ends before it begins, or is longer than a year.</summary>
    public static readonly DomainError PeriodOutOfRange = new(
        "recording.period-out-of-range",
        null,
        ErrorKind.Unacceptable,
        "起止日期颠倒或者跨度超过一年"
    );

    public async Task<Page<CaseWithGaps>> Handle(ListRecordingGapsQuery request, CancellationToken cancellationToken)
    {
        var (from, to, limit) = (request.From, request.To, Cursor.LimitOf(request.Limit));
        if (to < from || to.DayNumber - from.DayNumber >= MostDays)
            throw PeriodOutOfRange.With($"{from:yyyy-MM-dd} 至 {to:yyyy-MM-dd}", "缩短期间").At("/to");
        var cases = await OfOrganisationAsync(request.OrganisationId, cancellationToken);
        if (Cursor.Parse(request.Cursor) is { } cursor)
            cases = cases.Where(c => c.Seq > cursor.Seq);
        var rows = await cases
            .Where(c =>
                (c.DecidedOn >= from && c.DecidedOn <= to) || db.CaseActs.Any(a => a.CaseId == c.Id && a.DoneOn >= from && a.DoneOn <= to)
            )
            .OrderBy(c => c.Seq)
            .Select(c => new { c.Id, c.Seq })
            .Take(limit + 1)
            .ToListAsync(cancellationToken);
        var found = new List<CaseWithGaps>();
        foreach (var row in rows.Take(limit))
        {
            var (@case, acts, gaps) = await desk.OfAsync(row.Id, cancellationToken);
            var within = acts.Where(a => a.Act.DoneOn >= from && a.Act.DoneOn <= to).Select(a => a.Act.Place).ToHashSet();
            var shown = gaps.Where(g => within.Contains(g.Place)).Select(RecordingGapView.Of).ToList();
            if (shown.Count > 0)
                found.Add(new(@case.Id, @case.OrganId, @case.Procedure, @case.DecisionNumber, @case.ViolationName, shown));
            db.ChangeTracker.Clear(); // a page of whole files is not kept in memory
        }
        return new(found, rows.Count > limit ? new Cursor(0, rows[limit - 1].Seq).ToString() : null);
    }

    private async Task<IQueryable<EnforcementCase>> OfOrganisationAsync(Guid? organisationId, CancellationToken ct)
    {
        var cases = db.Cases.AsNoTracking();
        if (organisationId is not { } wanted)
            return cases;
        var (from, to) = OrganisationScope.Below((await organisations.ReadAsync(wanted, ct)).Path);
        return cases.Where(c => string.Compare(c.OrganisationPath, from) >= 0 && string.Compare(c.OrganisationPath, to) < 0);
    }
}
