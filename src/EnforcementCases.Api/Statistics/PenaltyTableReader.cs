using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>Counts the table of penalties. It is returned only if rows, columns and figures agree.</summary>
internal sealed class PenaltyTableReader(AppDbContext db, FigureReader reader, OrganisationReader organisations, TimeProvider clock)
{
    private const string SumName = "合计";

    /// <summary>The statements see the database at slightly different moments.</summary>
    private const int Tries = 4;

    public async Task<PenaltyTable> ReadAsync(
        int year,
        int? quarter,
        string? formKey,
        Guid? organisationId,
        CancellationToken cancellationToken
    )
    {
        var form = PenaltyForm.Find(formKey ?? PenaltyForm.All[0].Key);
        var organisation = await organisations.ReadAsync(organisationId, cancellationToken);
        var period = FigurePeriod.Of(year, quarter, month: null);
        var source = await reader.SourceAsync(organisation, period, cancellationToken);
        var organs = await OrgansAsync(organisation, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var now = clock.GetUtcNow();
            var cells = await CellsAsync(source, cancellationToken);
            var rows = organs.ConvertAll(o => RowOf(form, o.Id, o.Name, [.. cells.Where(c => c.OrganId == o.Id)]));
            var sum = RowOf(form, null, SumName, cells);
            FigureCheck[] checks =
            [
                new(
                    $"{Figures.PenaltyCasesEntered.Name} = {form.Name}之和",
                    await SumAsync(source, Figures.PenaltyCasesEntered),
                    sum.Total
                ),
                new($"{form.Name}合计 = 各单位之和", sum.Total, rows.Sum(r => r.Total)),
                new(
                    $"{Figures.FinesAndConfiscationsYuan.Name} = {form.Name}之和",
                    await SumAsync(source, Figures.FinesAndConfiscationsYuan),
                    cells.Sum(c => c.Fen)
                ),
            ];
            if (attempt == Tries)
                FigureIdentity.EnsureHold(checks);
            else if (Array.Exists(checks, c => !c.Holds))
                continue;
            return new(
                year,
                period.Key,
                form.Key,
                form.Name,
                organisation.Id,
                organisation.Name,
                now,
                period.IsOver(LegalDate.Of(now)),
                [.. form.Columns.Select(c => new PenaltyTableColumn(c.Key, c.Heading, c.Kinds))],
                rows,
                sum,
                cells.Sum(c => c.Unknown)
            );
        }

        Task<long> SumAsync(FigureSource of, FigureDefinition figure) => FigureReader.SumAsync(of, figure, cancellationToken);
    }

    private async Task<List<(Guid Id, string Name)>> OrgansAsync(Organisation organisation, CancellationToken ct)
    {
        var scope = OrganisationScope.Below(organisation.Path);
        var organs = await db
            .Organisations.AsNoTracking()
            .Where(o => o.OrganId == o.Id && string.Compare(o.Path, scope.From) >= 0 && string.Compare(o.Path, scope.To) < 0)
            .OrderBy(o => o.Path)
            .Select(o => new { o.Id, o.Name })
            .ToListAsync(ct);
        if (organs.Count == 0 && organisation.OrganId is { } organ) // a team: its organ's decisions that are its own
            return [(organ, organisation.Name)];
        return organs.ConvertAll(o => (o.Id, o.Name));
    }

    private static async Task<List<Cell>> CellsAsync(FigureSource source, CancellationToken ct)
    {
        var cells = await source
            .Rows(Figures.PenaltyCasesEntered)
            .GroupBy(r => new { r.Case.OrganId, r.Case.Penalty.HeaviestKind })
            .Select(g => new Cell
            {
                OrganId = g.Key.OrganId,
                Kind = g.Key.HeaviestKind,
                Cases = g.Count(),
                Fen = g.Sum(r => r.Case.Penalty.FineFen + (r.Case.Penalty.ConfiscatedFen ?? 0)),
                Unknown = g.Sum(r => r.Case.Penalty.ConfiscatedFen == null ? 1 : 0),
            })
            .ToListAsync(ct);
        cells.AddRange(
            await source
                .FallenRows(Figures.PenaltyCasesEntered)!
                .GroupBy(r => new { r.Case.OrganId, r.Decision.HeaviestKind })
                .Select(g => new Cell
                {
                    OrganId = g.Key.OrganId,
                    Kind = g.Key.HeaviestKind,
                    Cases = g.Count(),
                    Fen = g.Sum(r => r.Decision.FineFen + (r.Decision.ConfiscatedFen ?? 0)),
                    Unknown = g.Sum(r => r.Decision.ConfiscatedFen == null ? 1 : 0),
                })
                .ToListAsync(ct)
        );
        return cells;
    }

    private static PenaltyTableRow RowOf(PenaltyForm form, Guid? organ, string name, IReadOnlyCollection<Cell> cells)
    {
        long[] counts =
        [
            .. form.Columns.Select(column => cells.Where(c => c.Kind is { } kind && column.Kinds.Contains(kind)).Sum(c => (long)c.Cases)),
        ];
        return new(organ, name, counts, counts.Sum(), FigureUnit.Yuan.ValueOf(cells.Sum(c => c.Fen)));
    }

    private sealed class Cell
    {
        public required Guid OrganId { get; init; }
        public required PenaltyKind? Kind { get; init; }
        public required int Cases { get; init; }
        public required long Fen { get; init; }
        public required int Unknown { get; init; }
    }
}
