using System.Globalization;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Statistics;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>Lists the cases behind a figure (指标逐案清单), last entered first.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="Key">Key of the figure.</param>
/// <param name="Organisation">Whose cases, with all below it; null: the caller's organisation.</param>
/// <param name="Cursor">From the page before; null is the first page.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record ListFigureCasesQuery(int Year, string Key, Guid? Organisation, string? Cursor, int Limit) : IRequest<FigureCases>;

/// <summary>A page of the cases behind a figure.</summary>
/// <param name="Key">The figure.</param>
/// <param name="Unit">In what the values are told.</param>
/// <param name="Items">The cases; their values add up to the figure.</param>
/// <param name="NextCursor">Where the next page begins; null on the last.</param>
public sealed record FigureCases(string Key, FigureUnit Unit, IReadOnlyList<FigureCase> Items, string? NextCursor);

/// <summary>A case behind a figure.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="DecisionNumber">Number of its decision.</param>
/// <param name="DecidedOn">Legal date of the decision.</param>
/// <param name="ClosedOn">Legal date of the closing; null while it is open.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="ViolationCode">Code of the violation.</param>
/// <param name="ViolationName">Name of the violation (案由).</param>
/// <param name="Value">What it adds to the figure, in the figure's unit.</param>
public sealed record FigureCase(
    Guid CaseId,
    string DecisionNumber,
    DateOnly DecidedOn,
    DateOnly? ClosedOn,
    CaseStage Stage,
    string ViolationCode,
    string ViolationName,
    decimal Value
);

internal sealed class ListFigureCasesValidator : AbstractValidator<ListFigureCasesQuery>
{
    public ListFigureCasesValidator()
    {
        RuleFor(q => q.Year).IsStatisticalYear();
        RuleFor(q => q.Limit).InclusiveBetween(1, 200).WithMessage("limit 应在 1 与 200 之间");
        RuleFor(q => q.Cursor)
            .Must(c => long.TryParse(c, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .When(q => q.Cursor is not null)
            .WithMessage("cursor 不是本列表给出的");
    }
}

internal sealed class ListFigureCasesHandler(FigureReader reader) : IRequestHandler<ListFigureCasesQuery, FigureCases>
{
    public async Task<FigureCases> Handle(ListFigureCasesQuery request, CancellationToken cancellationToken)
    {
        var figure = Figures.Find(request.Key);
        var organisation = await reader.OrganisationAsync(request.Organisation, cancellationToken);
        var rows = (await reader.SourceAsync(organisation, request.Year, cancellationToken)).Rows(figure);
        if (request.Cursor is not null)
        {
            var before = long.Parse(request.Cursor, CultureInfo.InvariantCulture);
            rows = rows.Where(r => r.Case.Seq < before);
        }
        var page = await rows.OrderByDescending(r => r.Case.Seq)
            .Take(request.Limit + 1)
            .Select(r => new
            {
                r.Case.Seq,
                r.Case.Id,
                r.Case.DecisionNumber,
                r.Case.DecidedOn,
                r.Case.ClosedOn,
                r.Case.Stage,
                r.Case.ViolationCode,
                r.Case.ViolationName,
                r.Measure,
            })
            .ToListAsync(cancellationToken);
        var items = page.Take(request.Limit).ToList();
        return new(
            figure.Key,
            figure.Unit,
            [
                .. items.Select(r => new FigureCase(
                    r.Id,
                    r.DecisionNumber,
                    r.DecidedOn,
                    r.ClosedOn,
                    r.Stage,
                    r.ViolationCode,
                    r.ViolationName,
                    figure.Unit.ValueOf(r.Measure)
                )),
            ],
            page.Count > request.Limit ? items[^1].Seq.ToString(CultureInfo.InvariantCulture) : null
        );
    }
}
