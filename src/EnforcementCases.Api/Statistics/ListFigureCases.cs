using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Web;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>Lists the cases behind a figure (指标逐案清单), last decided first.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="Key">Key of the figure.</param>
/// <param name="OrganisationId">Organisation whose cases are listed, with all below it; default: the caller's own.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">Cases on a page, 1 to 200; default 50. A case with several decisions counted is listed once for each, on one page.</param>
/// <param name="Quarter">Quarter of the year, 1 to 4; the whole year if omitted.</param>
/// <param name="Month">Month of the year, 1 to 12; the whole year if omitted.</param>
public sealed record ListFigureCasesQuery(
    int Year,
    string Key,
    Guid? OrganisationId,
    string? Cursor,
    int? Limit,
    int? Quarter = null,
    int? Month = null
) : IRequest<Page<FigureCase>>;

/// <summary>A case behind a figure.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="DecisionNumber">Number of the decision; null before it.</param>
/// <param name="DecidedOn">Legal date of the decision; null before it.</param>
/// <param name="ClosedOn">Legal date of the closing; null while it is open.</param>
/// <param name="Stage">Current stage of the case.</param>
/// <param name="ViolationCode">Code of the violation.</param>
/// <param name="ViolationName">Name of the violation (案由).</param>
/// <param name="Value">Its contribution to the figure, in the figure's unit; the contributions sum up to the figure's value.</param>
public sealed record FigureCase(
    Guid CaseId,
    string? DecisionNumber,
    DateOnly? DecidedOn,
    DateOnly? ClosedOn,
    CaseStage Stage,
    string ViolationCode,
    string ViolationName,
    decimal Value
)
{
    /// <summary>Legal date on which the decision fell, revoked or found invalid; null while it is in force.</summary>
    public DateOnly? FellOn { get; init; }

    /// <summary>The decision fell and the case was handled again: number and day are those of the decision that fell.</summary>
    public bool Reopened { get; init; }
}

internal sealed class ListFigureCasesValidator : AbstractValidator<ListFigureCasesQuery>
{
    public ListFigureCasesValidator() => RuleFor(q => q.Year).IsStatisticalYear();
}

internal sealed class ListFigureCasesHandler(FigureReader reader, OrganisationReader organisations)
    : IRequestHandler<ListFigureCasesQuery, Page<FigureCase>>
{
    public async Task<Page<FigureCase>> Handle(ListFigureCasesQuery request, CancellationToken cancellationToken)
    {
        var limit = Cursor.LimitOf(request.Limit);
        var figure = Figures.Find(request.Key);
        var organisation = await organisations.ReadAsync(request.OrganisationId, cancellationToken);
        var source = await reader.SourceAsync(
            organisation,
            FigurePeriod.Of(request.Year, request.Quarter, request.Month),
            cancellationToken
        );
        var (rows, fallen) = (source.Rows(figure), source.FallenRows(figure));
        if (Cursor.Parse(request.Cursor) is { } cursor)
        {
            var at = cursor.Instant;
            rows = rows.Where(r => r.Case.OpenedAt < at || (r.Case.OpenedAt == at && r.Case.Seq < cursor.Seq));
            fallen = fallen?.Where(r => r.Case.OpenedAt < at || (r.Case.OpenedAt == at && r.Case.Seq < cursor.Seq));
        }
        var page = await rows.OrderByDescending(r => r.Case.OpenedAt)
            .ThenByDescending(r => r.Case.Seq)
            .Take(limit + 1)
            .Select(r => new Listed(
                r.Case.Seq,
                r.Case.OpenedAt,
                r.Case.Id,
                r.Case.DecisionNumber,
                r.Case.DecidedOn,
                r.Case.Closing.On,
                r.Case.Stage,
                r.Case.ViolationCode,
                r.Case.ViolationName,
                r.Measure,
                r.Case.Effect.RevokedAt ?? r.Case.Effect.InvalidatedAt,
                false
            ))
            .ToListAsync(cancellationToken);
        if (fallen is not null) // few among all: none is left out of a page that its case is on
            page.AddRange(
                await fallen
                    .Select(r => new Listed(
                        r.Case.Seq,
                        r.Case.OpenedAt,
                        r.Case.Id,
                        r.Decision.Number,
                        r.Decision.DecidedOn,
                        r.Case.Closing.On,
                        r.Case.Stage,
                        r.Decision.ViolationCode,
                        r.Decision.ViolationName,
                        r.Measure,
                        r.Decision.FellAt,
                        true
                    ))
                    .ToListAsync(cancellationToken)
            );
        // all decisions of a case are on one page
        var cases = page.GroupBy(r => (r.OpenedAt, r.Seq)).OrderByDescending(g => g.Key).ToList();
        var items = cases.Take(limit).ToList();
        return new(
            [
                .. items
                    .SelectMany(g => g.OrderByDescending(r => r.DecidedOn))
                    .Select(r => new FigureCase(
                        r.Id,
                        r.DecisionNumber,
                        r.DecidedOn,
                        r.ClosedOn,
                        r.Stage,
                        r.ViolationCode,
                        r.ViolationName,
                        figure.Unit.ValueOf(r.Measure)
                    )
                    {
                        FellOn = r.FellAt is { } fell ? LegalDate.Of(fell) : null,
                        Reopened = r.Reopened,
                    }),
            ],
            cases.Count > limit ? new Cursor(items[^1].Key.OpenedAt.ToUnixTimeMilliseconds(), items[^1].Key.Seq).ToString() : null
        );
    }

    private sealed record Listed(
        long Seq,
        DateTimeOffset OpenedAt,
        Guid Id,
        string? DecisionNumber,
        DateOnly? DecidedOn,
        DateOnly? ClosedOn,
        CaseStage Stage,
        string ViolationCode,
        string ViolationName,
        long Measure,
        DateTimeOffset? FellAt,
        bool Reopened
    );
}
