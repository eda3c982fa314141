using EnforcementCases.Domain;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Statistics;

/// <summary>Counts the figures of a year (年度统计指标), or of a quarter or month of it.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="Quarter">Quarter of the year, 1 to 4; the whole year if omitted.</param>
/// <param name="Month">Month of the year, 1 to 12; the whole year if omitted.</param>
/// <param name="OrganisationId">Organisation whose cases are counted, with all below it; default: the caller's own.</param>
public sealed record ReadFiguresQuery(int Year, int? Quarter, int? Month, Guid? OrganisationId) : IRequest<FiguresOfYear>;

/// <summary>The figures of a period, counted now from the cases.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="Period">The period: <c>2026</c>, <c>2026-Q2</c> or <c>2026-05</c>.</param>
/// <param name="OrganisationId">Whose cases.</param>
/// <param name="OrganisationName">Its name.</param>
/// <param name="CountedAt">When they were counted.</param>
/// <param name="PeriodEnded">Whether the period had ended by then; if not, the figures are preliminary.</param>
/// <param name="Figures">The figures, each with its definition.</param>
/// <param name="Tables">The decisions of the year, grouped.</param>
/// <param name="Checks">The arithmetic identities that were checked; figures that violate one are never returned.</param>
public sealed record FiguresOfYear(
    int Year,
    string Period,
    Guid OrganisationId,
    string OrganisationName,
    DateTimeOffset CountedAt,
    bool PeriodEnded,
    IReadOnlyList<FigureValue> Figures,
    IReadOnlyList<FigureTableView> Tables,
    IReadOnlyList<FigureCheckView> Checks
);

/// <summary>A figure with its definition.</summary>
/// <param name="Key">Stable name of the figure.</param>
/// <param name="Name">Name, in the requested language.</param>
/// <param name="Value">Value in its unit: a number of cases or times, or yuan.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="CountedBy">The date that determines the year of a case.</param>
/// <param name="Population">Which cases are counted, in the requested language.</param>
/// <param name="Version">Version of the definition.</param>
/// <param name="Rules">Counting rules that it follows.</param>
/// <param name="Cases">Number of cases behind it.</param>
public sealed record FigureValue(
    string Key,
    [property: Bilingual] string Name,
    decimal Value,
    FigureUnit Unit,
    CountingDate CountedBy,
    [property: Bilingual] string Population,
    int Version,
    IReadOnlyList<string> Rules,
    int Cases
);

/// <summary>The penalty decisions of the year, grouped.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Name">Name, in the requested language.</param>
/// <param name="Rows">Its rows, those with most cases first.</param>
public sealed record FigureTableView(string Key, [property: Bilingual] string Name, IReadOnlyList<FigureTableRowView> Rows);

/// <summary>A row of a table.</summary>
/// <param name="Key">Key of the group.</param>
/// <param name="Name">Its name, in the requested language.</param>
/// <param name="Cases">Number of decisions of the year.</param>
/// <param name="FinesYuan">Fines imposed by them, in yuan.</param>
public sealed record FigureTableRowView(string Key, [property: Bilingual] string Name, long Cases, decimal FinesYuan);

/// <summary>An arithmetic check of the figures.</summary>
/// <param name="Name">The identity that is checked.</param>
/// <param name="Holds">Whether it is satisfied.</param>
public sealed record FigureCheckView([property: Bilingual] string Name, bool Holds);

internal sealed class ReadFiguresValidator : AbstractValidator<ReadFiguresQuery>
{
    public ReadFiguresValidator() => RuleFor(q => q.Year).IsStatisticalYear();
}

internal sealed class ReadFiguresHandler(FigureReader reader, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<ReadFiguresQuery, FiguresOfYear>
{
    public async Task<FiguresOfYear> Handle(ReadFiguresQuery request, CancellationToken cancellationToken)
    {
        var organisation = await organisations.ReadAsync(request.OrganisationId, cancellationToken);
        var period = FigurePeriod.Of(request.Year, request.Quarter, request.Month);
        var source = await reader.SourceAsync(organisation, period, cancellationToken);
        var now = clock.GetUtcNow();
        var counted = await FigureReader.ReadAsync(source, cancellationToken);
        return new(
            request.Year,
            period.Key,
            organisation.Id,
            organisation.Name,
            now,
            period.IsOver(LegalDate.Of(now)),
            [.. counted.Figures.Select(Describe)],
            [
                .. counted.Tables.Select(t => new FigureTableView(
                    t.Table.Key,
                    t.Table.Name,
                    [.. t.Rows.Select(r => new FigureTableRowView(r.Key, r.Name, r.Cases, r.FineFen / 100m))]
                )),
            ],
            [.. counted.Checks.Select(c => new FigureCheckView(c.Name, c.Holds))]
        );
    }

    private static FigureValue Describe(CountedFigure counted)
    {
        var figure = counted.Figure;
        return new(
            figure.Key,
            figure.Name,
            figure.Unit.ValueOf(counted.Measure),
            figure.Unit,
            figure.CountedBy,
            figure.Population,
            figure.Version,
            figure.Rules,
            counted.Cases
        );
    }
}
