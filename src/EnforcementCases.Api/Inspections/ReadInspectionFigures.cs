using EnforcementCases.Domain;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Web;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Inspections;

/// <summary>Reads the figures of patrols, checks and draws of a year (巡查检查数据).</summary>
/// <param name="Year">The year, 2000 to 2199.</param>
/// <param name="OrganisationId">The organisation, counted with all below it; the caller's if omitted. A team's figures are those of its street.</param>
public sealed record ReadInspectionFiguresQuery(int Year, Guid? OrganisationId = null) : IRequest<InspectionFiguresOfYear>;

/// <summary>The figures of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Figures">All figures, in their order.</param>
public sealed record InspectionFiguresOfYear(int Year, IReadOnlyList<InspectionFigureValue> Figures);

/// <summary>A figure.</summary>
/// <param name="Figure">Which.</param>
/// <param name="Name">Its name, in the requested language.</param>
/// <param name="Value">Its value.</param>
public sealed record InspectionFigureValue(InspectionFigure Figure, [property: Bilingual] string Name, int Value);

/// <summary>Lists the rows that a figure counts, newest entry first.</summary>
/// <param name="Figure">Which figure.</param>
/// <param name="Year">The year, 2000 to 2199.</param>
/// <param name="OrganisationId">The organisation, counted with all below it; the caller's if omitted.</param>
/// <param name="Cursor">Value of <c>next</c> of the page before; the first page if omitted.</param>
/// <param name="Limit">1 to 200; default 50.</param>
public sealed record ListInspectionFigureRowsQuery(
    InspectionFigure Figure,
    int Year,
    Guid? OrganisationId = null,
    string? Cursor = null,
    int? Limit = null
) : IRequest<Page<InspectionFigureRow>>;

/// <summary>A row that a figure counts.</summary>
/// <param name="Id">The check, plan, patrol sheet, reminder or draw.</param>
/// <param name="On">Legal date by which it counts; null for a plan.</param>
/// <param name="Title">Name of the object, plan or draw, or number of the reminder; empty for a patrol.</param>
/// <param name="Measure">Its contribution to the figure.</param>
public sealed record InspectionFigureRow(Guid Id, DateOnly? On, string Title, int Measure);

internal sealed class ReadInspectionFiguresValidator : AbstractValidator<ReadInspectionFiguresQuery>
{
    public ReadInspectionFiguresValidator() => RuleFor(q => q.Year).InclusiveBetween(2000, 2199);
}

internal sealed class ListInspectionFigureRowsValidator : AbstractValidator<ListInspectionFigureRowsQuery>
{
    public ListInspectionFigureRowsValidator()
    {
        RuleFor(q => q.Figure).IsInEnum();
        RuleFor(q => q.Year).InclusiveBetween(2000, 2199);
    }
}

internal sealed class InspectionFiguresHandler(AppDbContext db, InspectionFigures figures, OrganisationReader organisations)
    : IRequestHandler<ReadInspectionFiguresQuery, InspectionFiguresOfYear>,
        IRequestHandler<ListInspectionFigureRowsQuery, Page<InspectionFigureRow>>
{
    public async Task<InspectionFiguresOfYear> Handle(ReadInspectionFiguresQuery request, CancellationToken cancellationToken)
    {
        var path = await PathAsync(request.OrganisationId, cancellationToken);
        var values = new List<InspectionFigureValue>();
        foreach (var figure in Enum.GetValues<InspectionFigure>())
            values.Add(new(figure, figure.Term(), await figures.ValueAsync(figure, path, request.Year, cancellationToken)));
        return new(request.Year, values);
    }

    public async Task<Page<InspectionFigureRow>> Handle(ListInspectionFigureRowsQuery request, CancellationToken cancellationToken)
    {
        var size = Cursor.LimitOf(request.Limit);
        var rows = figures.Rows(request.Figure, await PathAsync(request.OrganisationId, cancellationToken), request.Year);
        if (Cursor.Parse(request.Cursor) is { } after)
            rows = rows.Where(r => r.Seq < after.Seq);
        var found = await rows.OrderByDescending(r => r.Seq).Take(size + 1).ToListAsync(cancellationToken);
        return new(
            [.. found.Take(size).Select(r => new InspectionFigureRow(r.Id, r.On, r.Title, r.Measure))],
            found.Count > size ? new Cursor(0, found[size - 1].Seq).ToString() : null
        );
    }

    /// <summary>Path of the organisation, within the reader's scope; of a team that of its street, to which everything of inspections belongs.</summary>
    private async Task<string> PathAsync(Guid? id, CancellationToken ct)
    {
        var organisation = await organisations.ReadAsync(id, ct);
        return organisation.OrganId is { } organ && organ != organisation.Id
            ? await db.Organisations.Where(o => o.Id == organ).Select(o => o.Path).SingleAsync(ct)
            : organisation.Path;
    }
}
