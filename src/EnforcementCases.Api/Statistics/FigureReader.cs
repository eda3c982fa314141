using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
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

/// <summary>Counts figures. Nothing leaves it before the parts add up to their totals.</summary>
internal sealed class FigureReader(AppDbContext db)
{
    /// <summary>Statements of one reading see the database at slightly different moments: a case decided in between is no contradiction.</summary>
    private const int Tries = 4;

    public async Task<FigureSource> SourceAsync(Organisation organisation, int year, CancellationToken ct)
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
            db.Violations.AsNoTracking(),
            year
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
        var rows = await Figures
            .All.Select(
                (figure, place) =>
                    source
                        .Rows(figure)
                        .Select(r => new
                        {
                            Place = place,
                            r.Case.Seq,
                            r.Case.Id,
                            r.Measure,
                        })
            )
            .Aggregate((all, next) => all.Concat(next))
            .ToListAsync(ct);
        return rows.OrderBy(r => r.Place)
            .ThenBy(r => r.Seq)
            .ToLookup(r => Figures.All[r.Place].Key, r => new CountedCase(r.Id, r.Measure), StringComparer.Ordinal);
    }

    /// <summary>All figures in one statement: they are of one moment.</summary>
    private static async Task<IReadOnlyList<CountedFigure>> CountAsync(FigureSource source, CancellationToken ct)
    {
        var counted = await Figures
            .All.Select(
                (figure, place) =>
                    source
                        .Rows(figure)
                        .GroupBy(_ => place)
                        .Select(g => new
                        {
                            Place = g.Key,
                            Measure = g.Sum(r => r.Measure),
                            Cases = g.Count(),
                        })
            )
            .Aggregate((all, next) => all.Concat(next))
            .ToDictionaryAsync(c => c.Place, ct);
        return
        [
            .. Figures.All.Select(
                (figure, place) =>
                    counted.TryGetValue(place, out var c) ? new CountedFigure(figure, c.Measure, c.Cases) : new CountedFigure(figure, 0, 0)
            ),
        ];
    }
}
