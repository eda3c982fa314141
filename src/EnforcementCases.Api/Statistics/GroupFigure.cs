using EnforcementCases.Domain;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>Counts a figure in groups (分组统计): its trend by month, its parts by organ, unit, officer, procedure, violation.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="Key">Key of the figure.</param>
/// <param name="By">What it is grouped by.</param>
/// <param name="OrganisationId">Organisation whose cases are counted, with all below it; default: the caller's own.</param>
public sealed record GroupFigureQuery(int Year, string Key, FigureGrouping By, Guid? OrganisationId) : IRequest<FigureInGroups>;

/// <summary>A figure in groups.</summary>
/// <param name="Key">The figure.</param>
/// <param name="Name">Its name, in the requested language.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="By">What it is grouped by.</param>
/// <param name="CountedAt">When it was counted.</param>
/// <param name="Value">Value of the figure.</param>
/// <param name="AddsUp">Whether the rows add up to the value. They do not where a case is in the row of each of its officers, and for a stock at the end of each month.</param>
/// <param name="Rows">The groups: months and quarters in their order, other groups with the largest first.</param>
public sealed record FigureInGroups(
    string Key,
    [property: Bilingual] string Name,
    FigureUnit Unit,
    FigureGrouping By,
    DateTimeOffset CountedAt,
    decimal Value,
    bool AddsUp,
    IReadOnlyList<FigureGroup> Rows
);

/// <summary>A group of a figure.</summary>
/// <param name="Key">Key of the group: a month, a path of an organisation, the number of a certificate, a code.</param>
/// <param name="Name">Its name, in the requested language.</param>
/// <param name="Value">Its value, in the unit of the figure.</param>
public sealed record FigureGroup(string Key, [property: Bilingual] string Name, decimal Value);

internal sealed class GroupFigureValidator : AbstractValidator<GroupFigureQuery>
{
    public GroupFigureValidator() => RuleFor(q => q.Year).IsStatisticalYear();
}

internal sealed class GroupFigureHandler(FigureReader reader, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<GroupFigureQuery, FigureInGroups>
{
    /// <summary>Key and name of what has no group: a case without a violation in force, a decision without a kind.</summary>
    private static readonly (string Key, string Name) Rest = ("none", "未归类");

    /// <summary>The statements see the database at slightly different moments.</summary>
    private const int Tries = 4;

    public async Task<FigureInGroups> Handle(GroupFigureQuery request, CancellationToken cancellationToken)
    {
        var figure = Figures.Find(request.Key);
        figure.EnsureGroupedBy(request.By);
        var organisation = await organisations.ReadAsync(request.OrganisationId, cancellationToken);
        var source = await reader.SourceAsync(organisation, FigurePeriod.OfYear(request.Year), cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var now = clock.GetUtcNow();
            var total = await FigureReader.SumAsync(source, figure, cancellationToken);
            var cells = await CellsAsync(source, figure, request.By, cancellationToken);
            var addsUp = figure.AddsUpBy(request.By);
            var rest = addsUp ? total - cells.Sum(c => c.Measure) : 0;
            if (rest < 0 && attempt < Tries)
                continue; // a case was counted between the two statements
            if (rest != 0)
                cells.Add(
                    new()
                    {
                        Key = Rest.Key,
                        Name = Rest.Name,
                        Measure = rest,
                    }
                );
            FigureIdentity.EnsureHold(addsUp ? [new($"{figure.Name} = {request.By.Term()}之和", total, cells.Sum(c => c.Measure))] : []);
            return new(
                figure.Key,
                figure.Name,
                figure.Unit,
                request.By,
                now,
                figure.Unit.ValueOf(total),
                addsUp,
                [.. cells.Select(c => new FigureGroup(c.Key, c.Name, figure.Unit.ValueOf(c.Measure)))]
            );
        }
    }

    private static async Task<List<FigureTableCell>> CellsAsync(
        FigureSource source,
        FigureDefinition figure,
        FigureGrouping by,
        CancellationToken ct
    )
    {
        if (FigureGroups.PartsOf(by, source, figure) is { } parts)
        {
            var sums = await parts
                .Select((part, place) => Summed(part.Rows.Select(r => new PartSum { Place = place, Measure = r.Measure })))
                .Concat(
                    parts
                        .Select(
                            (part, place) =>
                                part.Fallen is { } of ? Summed(of.Select(r => new PartSum { Place = place, Measure = r.Measure })) : null
                        )
                        .OfType<IQueryable<PartSum>>()
                )
                .Aggregate((all, next) => all.Concat(next))
                .ToListAsync(ct);
            var measures = sums.ToLookup(s => s.Place, s => s.Measure);
            return
            [
                .. parts.Select(
                    (part, place) =>
                        new FigureTableCell
                        {
                            Key = part.Key,
                            Name = part.Name,
                            Measure = measures[place].Sum(),
                        }
                ),
            ];
        }
        var table = new FigureTable(by.ToString(), by.Term(), FigureGroups.CellsOf(by), FigureGroups.FallenOf(by));
        var cells = await table.SumAsync(source, figure, ct);
        return [.. cells.OrderByDescending(c => c.Measure).ThenBy(c => c.Key, StringComparer.Ordinal)];
    }

    private static IQueryable<PartSum> Summed(IQueryable<PartSum> rows) =>
        rows.GroupBy(r => r.Place).Select(g => new PartSum { Place = g.Key, Measure = g.Sum(r => r.Measure) });

    private sealed class PartSum
    {
        public required int Place { get; init; }
        public required long Measure { get; init; }
    }
}
