using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>A figure as it was counted.</summary>
internal sealed record CountedFigure(FigureDefinition Figure, long Measure, int Cases);

/// <summary>The figures of an organisation's year, with tables and the checks they passed.</summary>
internal sealed record YearFigures(
    IReadOnlyList<CountedFigure> Figures,
    IReadOnlyList<(FigureTable Table, IReadOnlyList<FigureTableRow> Rows)> Tables,
    IReadOnlyList<FigureCheck> Checks
);

/// <summary>Counts figures. Figures are returned only if the parts add up to their totals.</summary>
internal sealed class FigureReader(AppDbContext db)
{
    /// <summary>Number of tries: the statements of one reading see the database at slightly different moments, so a case decided in between may make them disagree.</summary>
    private const int Tries = 4;

    public async Task<FigureSource> SourceAsync(Organisation organisation, FigurePeriod period, CancellationToken ct)
    {
        var scope = OrganisationScope.Below(organisation.Path);
        var organs = await db
            .Organisations.Where(o => o.OrganId != null && string.Compare(o.Path, scope.From) >= 0 && string.Compare(o.Path, scope.To) < 0)
            .Select(o => o.OrganId!.Value)
            .Distinct()
            .ToListAsync(ct);
        return new(
            db.Cases.AsNoTracking()
                .Where(c =>
                    organs.Contains(c.OrganId)
                    && string.Compare(c.OrganisationPath, scope.From) >= 0
                    && string.Compare(c.OrganisationPath, scope.To) < 0
                ),
            db.Payments.AsNoTracking(),
            db.Refunds.AsNoTracking(),
            db.FallenDecisions.AsNoTracking(),
            db.Violations.AsNoTracking(),
            db.CaseActs.AsNoTracking(),
            db.Organisations.AsNoTracking(),
            period
        );
    }

    /// <summary>Counts every figure and table of the year.</summary>
    /// <exception cref="DomainException"><see cref="FigureIdentity.Broken"/>.</exception>
    public static async Task<YearFigures> ReadAsync(FigureSource source, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var figures = await CountAsync(source, ct);
            var measures = figures.ToDictionary(f => f.Figure.Key, f => f.Measure, StringComparer.Ordinal);
            var checks = new List<FigureCheck>(FigureIdentity.Check(measures));
            var tables = new List<(FigureTable, IReadOnlyList<FigureTableRow>)>();
            foreach (var table in FigureTables.All)
            {
                var rows = await table.ReadAsync(source, ct);
                checks.Add(
                    new(
                        $"{Figures.PenaltyCasesEntered.Name} = {table.Name}之和",
                        measures[Figures.PenaltyCasesEntered.Key],
                        rows.Sum(r => r.Cases)
                    )
                );
                checks.Add(
                    new(
                        $"{Figures.FinesImposedYuan.Name} = {table.Name}之和",
                        measures[Figures.FinesImposedYuan.Key],
                        rows.Sum(r => r.FineFen)
                    )
                );
                tables.Add((table, rows));
            }
            if (attempt == Tries)
                FigureIdentity.EnsureHold(checks);
            if (checks.TrueForAll(c => c.Holds))
                return new(figures, tables, checks);
        }
    }

    /// <summary>The cases behind every figure, by its key.</summary>
    public static async Task<ILookup<string, CountedCase>> CasesAsync(FigureSource source, CancellationToken ct)
    {
        var rows = await All(
                (figure, place) =>
                    source
                        .Rows(figure)
                        .Select(r => new PlacedCase
                        {
                            Place = place,
                            Seq = r.Case.Seq,
                            Id = r.Case.Id,
                            Measure = r.Measure,
                        }),
                (figure, place) =>
                    source
                        .FallenRows(figure)
                        ?.Select(r => new PlacedCase
                        {
                            Place = place,
                            Seq = r.Case.Seq,
                            Id = r.Case.Id,
                            Measure = r.Measure,
                        })
            )
            .ToListAsync(ct);
        return rows.OrderBy(r => r.Place)
            .ThenBy(r => r.Seq)
            .ToLookup(r => Figures.All[r.Place].Key, r => new CountedCase(r.Id, r.Measure), StringComparer.Ordinal);
    }

    /// <summary>The value of one figure.</summary>
    public static async Task<long> SumAsync(FigureSource source, FigureDefinition figure, CancellationToken ct) =>
        await source.Rows(figure).SumAsync(r => r.Measure, ct)
        + (source.FallenRows(figure) is { } fallen ? await fallen.SumAsync(r => r.Measure, ct) : 0);

    /// <summary>Counts all figures in one statement, so that they are of one moment.</summary>
    private static async Task<IReadOnlyList<CountedFigure>> CountAsync(FigureSource source, CancellationToken ct)
    {
        var sums = await All(
                (figure, place) =>
                    source
                        .Rows(figure)
                        .GroupBy(_ => place)
                        .Select(g => new PlacedSum
                        {
                            Place = g.Key,
                            Measure = g.Sum(r => r.Measure),
                            Cases = g.Count(),
                        }),
                (figure, place) =>
                    source
                        .FallenRows(figure)
                        ?.GroupBy(_ => place)
                        .Select(g => new PlacedSum
                        {
                            Place = g.Key,
                            Measure = g.Sum(r => r.Measure),
                            Cases = g.Count(),
                        })
            )
            .ToListAsync(ct);
        var counted = sums.ToLookup(s => s.Place);
        return
        [
            .. Figures.All.Select(
                (figure, place) => new CountedFigure(figure, counted[place].Sum(c => c.Measure), counted[place].Sum(c => c.Cases))
            ),
        ];
    }

    /// <summary>The queries of every figure in one: decisions as the cases have them now, and those that fell before their case was handled again.</summary>
    private static IQueryable<T> All<T>(
        Func<FigureDefinition, int, IQueryable<T>> now,
        Func<FigureDefinition, int, IQueryable<T>?> fallen
    ) => Figures.All.Select(now).Concat(Figures.All.Select(fallen).OfType<IQueryable<T>>()).Aggregate((all, next) => all.Concat(next));

    private sealed class PlacedCase
    {
        public required int Place { get; init; }
        public required long Seq { get; init; }
        public required Guid Id { get; init; }
        public required long Measure { get; init; }
    }

    private sealed class PlacedSum
    {
        public required int Place { get; init; }
        public required long Measure { get; init; }
        public required int Cases { get; init; }
    }
}
