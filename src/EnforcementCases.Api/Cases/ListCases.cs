using System.Text.Json.Serialization;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using EnforcementCases.Api.Cases.Work;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Text;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases;

/// <summary>Ready-made work lists for officers and cashiers.</summary>
public enum WorkList
{
    /// <summary>本人办理: the caller is an officer of the case.</summary>
    Mine,

    /// <summary>今日本人办理: cases that the caller did something in or opened today, or with work of the caller's due today.</summary>
    MyToday,

    /// <summary>未缴罚款.</summary>
    Unpaid,

    /// <summary>逾期未缴罚款: unpaid after the last day to pay; if payment was deferred or split, after the last day of the part due next.</summary>
    Overdue,

    /// <summary>未报备案.</summary>
    Unreported,

    /// <summary>收缴款未缴付.</summary>
    Unremitted,
}

/// <summary>Lists cases, newest first: by the beginning of the case, or by the decision if <c>decidedFrom</c> or <c>decidedTo</c> is given.</summary>
/// <param name="List">A ready-made work list; all cases if omitted.</param>
/// <param name="OrganisationId">Only cases of this organisation and those below it; all within the caller's scope if omitted.</param>
/// <param name="Stage">Only cases in this stage; all if omitted.</param>
/// <param name="Procedure">Only cases of this procedure; both if omitted.</param>
/// <param name="ViolationCode">Only cases of this violation, by its code; all if omitted.</param>
/// <param name="DecidedFrom">First legal date of the decision, inclusive; no limit if omitted.</param>
/// <param name="DecidedTo">Last legal date of the decision, inclusive; no limit if omitted.</param>
/// <param name="PartyName">Only cases whose party's name begins with this text; all if omitted.</param>
/// <param name="Number">Only the case whose decision has exactly this number; all if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListCasesQuery(
    WorkList? List = null,
    Guid? OrganisationId = null,
    CaseStage? Stage = null,
    CaseProcedure? Procedure = null,
    string? ViolationCode = null,
    DateOnly? DecidedFrom = null,
    DateOnly? DecidedTo = null,
    string? PartyName = null,
    string? Number = null,
    string? Cursor = null,
    int? Limit = null
) : IRequest<Page<CaseListItem>>;

/// <summary>A case in a list.</summary>
public record CaseListItem
{
    /// <summary>The case.</summary>
    public Guid Id { get; init; }

    /// <summary>Sequence number of the case; orders rows with equal times.</summary>
    [JsonConverter(typeof(SequenceText))]
    public long Seq { get; init; }

    /// <summary>Number of the decision; null before the decision.</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>Current stage of the case.</summary>
    public CaseStage Stage { get; init; }

    /// <summary>Name of the party.</summary>
    public string PartyName { get; init; } = "";

    /// <summary>Kind of party.</summary>
    public PartyKind PartyKind { get; init; }

    /// <summary>Code of the violation.</summary>
    public string ViolationCode { get; init; } = "";

    /// <summary>Name of the violation.</summary>
    public string ViolationName { get; init; } = "";

    /// <summary>Place of the offence, as printed.</summary>
    public string PlaceText { get; init; } = "";

    /// <summary>Fine in fen; 0 if there is none.</summary>
    public long FineFen { get; init; }

    /// <summary>Procedure.</summary>
    public CaseProcedure Procedure { get; init; }

    /// <summary>When the case began: the decision on the spot, or the registration of the clue. The list is ordered by it unless filtered by decision date.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the penalty was decided; null before.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Legal date of the decision; null before.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Whether the case was entered late (补录): more than three days after the decision on the spot, or after the clue was registered, as stated by the
    /// caller.</summary>
    public bool EnteredLate { get; init; }

    /// <summary>State of the payment; null if there is no fine.</summary>
    public PaymentState? PaymentState { get; init; }

    /// <summary>Last day to pay, inclusive; if payment was deferred or split, of the part due next. Null if there is no fine.</summary>
    public DateOnly? PayBy { get; init; }
}

/// <summary>A row that is not yet checked against the reader's scope.</summary>
internal sealed record ReachedCaseListItem : CaseListItem
{
    /// <summary>Path of the organisation that handles the case.</summary>
    public string OrganisationPath { get; init; } = "";
}

internal sealed class CaseListProfile : Profile
{
    /// <summary>Members that a warning alone does not have are null.</summary>
    public CaseListProfile()
    {
        CreateMap<EnforcementCase, CaseListItem>()
            .ForMember(i => i.FineFen, p => p.MapFrom(c => c.Penalty.FineFen))
            .ForMember(i => i.EnteredLate, p => p.MapFrom(c => c.Entry.EnteredLate))
            .ForMember(i => i.PaymentState, p => p.MapFrom(c => c.PaymentOrder == null ? (PaymentState?)null : c.PaymentOrder.State))
            .ForMember(i => i.PayBy, p => p.MapFrom(c => c.PaymentOrder == null ? (DateOnly?)null : c.OwedUntil ?? c.PaymentOrder.DueOn));
        CreateMap<EnforcementCase, ReachedCaseListItem>().IncludeBase<EnforcementCase, CaseListItem>();
    }
}

internal sealed class ListCasesHandler(
    AppDbContext db,
    CurrentUser user,
    CasesInReach reach,
    CasesOfToday day,
    Dialect dialect,
    TimeProvider clock,
    AutoMapper.IConfigurationProvider projections
) : IRequestHandler<ListCasesQuery, Page<CaseListItem>>
{
    /// <summary>Factor by which a stretch grows if few of its rows are within the scope.</summary>
    private const int StretchGrowth = 4;

    /// <summary>Largest number of rows read in one stretch.</summary>
    private const int LongestStretch = 2_000;

    public async Task<Page<CaseListItem>> Handle(ListCasesQuery request, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(request.Limit);
        var today = LegalDate.Of(clock.GetUtcNow());
        if (request.List is WorkList.MyToday)
            return await OfTodayAsync(request, today, limit, cancellationToken);
        var byDecision = request.DecidedFrom is not null || request.DecidedTo is not null;
        var mine = request.List is WorkList.Mine && !byDecision;
        var (reached, scope) = await ReachAsync(request, mine, cancellationToken);
        var cases = Filter(reached, request, mine, today);
        var rows = await RowsAsync(
            after =>
                mine ? Mine(cases, after)
                : byDecision ? ByDecision(cases, request, after)
                : ByBeginning(cases, after),
            CursorOf,
            scope,
            Cursor.Parse(request.Cursor),
            limit + 1,
            cancellationToken
        );
        if (rows.Count <= limit)
            return new(rows, null);
        rows.RemoveAt(limit);
        return new(rows, CursorOf(rows[^1]).ToString());

        Cursor CursorOf(CaseListItem row) => new((byDecision ? row.DecidedAt!.Value : row.OpenedAt).ToUnixTimeMilliseconds(), row.Seq);
    }

    /// <summary>A day's cases are few: they are read by their ids and put in order here.</summary>
    private async Task<Page<CaseListItem>> OfTodayAsync(ListCasesQuery request, DateOnly today, int limit, CancellationToken ct)
    {
        var ids = await day.ReadAsync(today, ct);
        if (ids.Count == 0)
            return new([], null);
        var (cases, scope) = reach.IsOwn(request.OrganisationId) ? reach.ByOthers() : await reach.OfAsync(request.OrganisationId, ct);
        var rows = await Filter(cases.Where(c => ids.Contains(c.Id)), request, mine: false, today)
            .ProjectTo<ReachedCaseListItem>(projections)
            .ToListAsync(ct);
        var after = Cursor.Parse(request.Cursor);
        var page = rows.Where(c => scope.Contains(c.OrganisationPath))
            .Where(c =>
                (request.DecidedFrom is not { } from || c.DecidedOn >= from) && (request.DecidedTo is not { } to || c.DecidedOn <= to)
            )
            .OrderByDescending(c => c.OpenedAt)
            .ThenByDescending(c => c.Seq)
            .Where(c => after is not { } cursor || c.OpenedAt < cursor.Instant || (c.OpenedAt == cursor.Instant && c.Seq < cursor.Seq))
            .Take(limit + 1)
            .ToList<CaseListItem>();
        if (page.Count <= limit)
            return new(page, null);
        page.RemoveAt(limit);
        return new(page, new Cursor(page[^1].OpenedAt.ToUnixTimeMilliseconds(), page[^1].Seq).ToString());
    }

    /// <summary>Chooses the index: the officers of cases or a decision number select the rows by themselves.</summary>
    private async Task<ReachedCases> ReachAsync(ListCasesQuery request, bool mine, CancellationToken ct) =>
        !reach.IsOwn(request.OrganisationId) ? await reach.OfAsync(request.OrganisationId, ct)
        : mine ? reach.ByOthers()
        : request.Number is not null ? reach.ByScope()
        : await reach.OfAsync(null, ct);

    /// <summary>The rows that the reader may see, read stretch by stretch; rows outside the scope are skipped.</summary>
    private async Task<List<CaseListItem>> RowsAsync(
        Func<Cursor?, IQueryable<EnforcementCase>> ordered,
        Func<CaseListItem, Cursor> cursorOf,
        OrganisationScope scope,
        Cursor? cursor,
        int wanted,
        CancellationToken ct
    )
    {
        var found = new List<CaseListItem>();
        for (var stretch = wanted; ; stretch = Math.Min(stretch * StretchGrowth, LongestStretch))
        {
            var rows = await ordered(cursor).Take(stretch).ProjectTo<ReachedCaseListItem>(projections).ToListAsync(ct);
            found.AddRange(rows.Where(c => scope.Contains(c.OrganisationPath)).Take(wanted - found.Count));
            if (found.Count == wanted || rows.Count < stretch)
                return found;
            cursor = cursorOf(rows[^1]);
        }
    }

    // A page begins where the last one ended: the first condition alone lets the database enter the index, which an OR would prevent.

    private static IOrderedQueryable<EnforcementCase> ByBeginning(IQueryable<EnforcementCase> cases, Cursor? cursor)
    {
        if (cursor is { } after)
            cases = cases.Where(c => c.OpenedAt <= after.Instant && (c.OpenedAt < after.Instant || c.Seq < after.Seq));
        return cases.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Seq);
    }

    private static IOrderedQueryable<EnforcementCase> ByDecision(IQueryable<EnforcementCase> cases, ListCasesQuery request, Cursor? cursor)
    {
        if (request.DecidedFrom is { } from)
        {
            var begin = LegalDate.StartOf(from);
            cases = cases.Where(c => c.DecidedAt >= begin);
        }
        if (request.DecidedTo is { } to)
        {
            var end = LegalDate.EndOf(to);
            cases = cases.Where(c => c.DecidedAt < end);
        }
        if (cursor is { } after)
            cases = cases.Where(c => c.DecidedAt <= after.Instant && (c.DecidedAt < after.Instant || c.Seq < after.Seq));
        return cases.OrderByDescending(c => c.DecidedAt).ThenByDescending(c => c.Seq);
    }

    /// <summary>Selects by the officers of cases, a table that also has the order of the list.</summary>
    private IQueryable<EnforcementCase> Mine(IQueryable<EnforcementCase> cases, Cursor? cursor)
    {
        var officers = db.Set<CaseOfficer>().AsNoTracking().Where(o => o.PersonId == user.PersonId);
        if (cursor is { } after)
            officers = officers.Where(o => o.OpenedAt <= after.Instant && (o.OpenedAt < after.Instant || o.Seq < after.Seq));
        return officers
            .Join(cases, o => o.CaseId, c => c.Id, (o, c) => new { Officer = o, Case = c })
            .OrderByDescending(m => m.Officer.OpenedAt)
            .ThenByDescending(m => m.Officer.Seq)
            .Select(m => m.Case);
    }

    private IQueryable<EnforcementCase> Filter(IQueryable<EnforcementCase> cases, ListCasesQuery request, bool mine, DateOnly today)
    {
        if (request.Stage is { } stage)
            cases = cases.Where(c => c.Stage == stage);
        if (request.Procedure is { } procedure)
            cases = cases.Where(c => c.Procedure == procedure);
        if (request.ViolationCode is { } violation)
            cases = cases.Where(c => c.ViolationCode == violation);
        if (DocumentNumber.AsPrinted(request.Number) is { } number)
            cases = string.Equals(number, request.Number, StringComparison.Ordinal)
                ? cases.Where(c => c.DecisionNumber == number)
                : cases.Where(c => c.DecisionNumber == number || c.DecisionNumber == request.Number); // a template may have other brackets, or blanks
        if (request.PartyName is { Length: > 0 } typed)
        {
            var name = TextRules.Name(typed);
            var after = name + dialect.HighestCharacter;
            cases = cases.Where(c => string.Compare(c.ListedName, name) >= 0 && string.Compare(c.ListedName, after) < 0);
        }
        return request.List is not { } list
            ? cases
            : list switch
            {
                WorkList.Mine when mine => cases, // the query already starts from the officers
                WorkList.MyToday => cases, // read by the ids of the day
                WorkList.Mine => cases.Where(c => c.Officers.Any(o => o.PersonId == user.PersonId)),
                WorkList.Unpaid => cases.Where(c => c.OwedUntil != null),
                WorkList.Overdue => cases.Where(c => c.OwedUntil < today),
                WorkList.Unreported => cases.Where(c => c.Stage == CaseStage.Decided && c.ReportedAt == null),
                WorkList.Unremitted => cases.Where(c =>
                    db.Payments.Where(p => p.ReceiptNumber != null && p.RemittedToBankAt == null).Select(p => p.CaseId).Contains(c.Id)
                ),
            };
    }
}
