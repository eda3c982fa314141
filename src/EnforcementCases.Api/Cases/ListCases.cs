using AutoMapper;
using AutoMapper.QueryableExtensions;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Infrastructure.Web;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases;

/// <summary>Lists that officers and cashiers work from.</summary>
public enum WorkList
{
    /// <summary>今日本人办理: decided today with the caller as an officer.</summary>
    MyToday,

    /// <summary>未缴罚款.</summary>
    Unpaid,

    /// <summary>未报备案.</summary>
    Unreported,

    /// <summary>收缴款未缴付.</summary>
    Unremitted,
}

/// <summary>Lists cases, newest first.</summary>
/// <param name="List">A ready-made work list.</param>
/// <param name="Stage">Stage of the case.</param>
/// <param name="ViolationCode">Code of the violation.</param>
/// <param name="DecidedFrom">First legal date of the decision, inclusive.</param>
/// <param name="DecidedTo">Last legal date of the decision, inclusive.</param>
/// <param name="PartyName">Beginning of the party's name.</param>
/// <param name="Number">Number of the decision, exactly.</param>
/// <param name="Cursor">From the <c>Link</c> header of the page before.</param>
/// <param name="Limit">1 to 200; 50 where nothing is said.</param>
public sealed record ListCasesQuery(
    WorkList? List = null,
    CaseStage? Stage = null,
    string? ViolationCode = null,
    DateOnly? DecidedFrom = null,
    DateOnly? DecidedTo = null,
    string? PartyName = null,
    string? Number = null,
    string? Cursor = null,
    int? Limit = null
) : IRequest<Page<CaseListItem>>;

/// <summary>A case in a list.</summary>
public sealed record CaseListItem
{
    /// <summary>The case.</summary>
    public Guid Id { get; init; }

    /// <summary>Breaks ties of the order.</summary>
    public long Seq { get; init; }

    /// <summary>Number of the decision; null while none is made.</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>Where it stands.</summary>
    public CaseStage Stage { get; init; }

    /// <summary>Name of the party.</summary>
    public string PartyName { get; init; } = "";

    /// <summary>Kind of party.</summary>
    public PartyKind PartyKind { get; init; }

    /// <summary>Code of the violation.</summary>
    public string ViolationCode { get; init; } = "";

    /// <summary>Name of the violation.</summary>
    public string ViolationName { get; init; } = "";

    /// <summary>Where it happened.</summary>
    public string PlaceText { get; init; } = "";

    /// <summary>Fine in fen.</summary>
    public long FineFen { get; init; }

    /// <summary>Procedure.</summary>
    public CaseProcedure Procedure { get; init; }

    /// <summary>When the case began: the decision on the spot, or the registering of the clue. The list goes by it.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>When the penalty was decided; null while none is.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Legal date of the decision.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Entered late (补录).</summary>
    public bool EnteredLate { get; init; }

    /// <summary>Where the payment stands; null for a warning alone.</summary>
    public PaymentState? PaymentState { get; init; }

    /// <summary>Last day to pay; null for a warning alone.</summary>
    public DateOnly? PayBy { get; init; }
}

internal sealed class CaseListProfile : Profile
{
    /// <summary>What a warning alone has none of is null.</summary>
    public CaseListProfile() =>
        CreateMap<EnforcementCase, CaseListItem>()
            .ForMember(i => i.PaymentState, p => p.MapFrom(c => c.PaymentOrder == null ? (PaymentState?)null : c.PaymentOrder.State))
            .ForMember(i => i.PayBy, p => p.MapFrom(c => c.PaymentOrder == null ? (DateOnly?)null : c.PaymentOrder.DueOn));
}

internal sealed class ListCasesHandler(AppDbContext db, CurrentUser user, TimeProvider clock, AutoMapper.IConfigurationProvider projections)
    : IRequestHandler<ListCasesQuery, Page<CaseListItem>>
{
    public async Task<Page<CaseListItem>> Handle(ListCasesQuery request, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(request.Limit);
        var cases = Filter(db.Cases.AsNoTracking(), request);
        if (Cursor.Parse(request.Cursor) is { } cursor)
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(cursor.At);
            cases = cases.Where(c => c.OpenedAt < at || (c.OpenedAt == at && c.Seq < cursor.Seq));
        }
        var rows = await cases
            .OrderByDescending(c => c.OpenedAt)
            .ThenByDescending(c => c.Seq)
            .Take(limit + 1)
            .ProjectTo<CaseListItem>(projections)
            .ToListAsync(cancellationToken);
        if (rows.Count <= limit)
            return new(rows, null);
        rows.RemoveAt(limit);
        return new(rows, new Cursor(rows[^1].OpenedAt.ToUnixTimeMilliseconds(), rows[^1].Seq).ToString());
    }

    private IQueryable<EnforcementCase> Filter(IQueryable<EnforcementCase> cases, ListCasesQuery request)
    {
        if (user.OrganId is { } organ)
            cases = cases.Where(c => c.OrganId == organ); // said again beside the scope, so that the index of the organ is used
        if (request.Stage is { } stage)
            cases = cases.Where(c => c.Stage == stage);
        if (request.ViolationCode is { } violation)
            cases = cases.Where(c => c.ViolationCode == violation);
        if (request.DecidedFrom is { } from)
            cases = cases.Where(c => c.DecidedOn >= from);
        if (request.DecidedTo is { } to)
            cases = cases.Where(c => c.DecidedOn <= to);
        if (request.Number is { } number)
            cases = cases.Where(c => c.DecisionNumber == number);
        if (request.PartyName is { Length: > 0 } name)
        {
            var after = name + char.MaxValue;
            cases = cases.Where(c => string.Compare(c.Party.Name, name) >= 0 && string.Compare(c.Party.Name, after) < 0);
        }
        var today = LegalDate.Of(clock.GetUtcNow());
        return request.List is not { } list
            ? cases
            : list switch
            {
                WorkList.MyToday => cases.Where(c => c.DecidedOn == today && c.Officers.Any(o => o.PersonId == user.PersonId)),
                WorkList.Unpaid => cases.Where(c =>
                    c.Stage == CaseStage.Decided
                    && (c.PaymentOrder!.State == PaymentState.Unpaid || c.PaymentOrder.State == PaymentState.PartlyPaid)
                ),
                WorkList.Unreported => cases.Where(c => c.Stage == CaseStage.Decided && c.ReportedAt == null),
                WorkList.Unremitted => cases.Where(c => c.Payments.Any(p => p.ReceiptNumber != null && p.RemittedToBankAt == null)),
            };
    }
}
