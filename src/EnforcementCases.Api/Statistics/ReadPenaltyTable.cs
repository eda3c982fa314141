using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>Counts the table of penalties (行政处罚实施情况统计表): one row for each organ, and their sum.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="Form">Form of the table: <c>a1-2024</c> (default), <c>a1-2021</c>, or <c>a1-2020</c> for the years before 2021.</param>
/// <param name="OrganisationId">Organisation whose organs are the rows, with all below it; default: the caller's own.</param>
/// <param name="Quarter">Quarter of the year, 1 to 4, for the quarterly return; the whole year if omitted.</param>
public sealed record ReadPenaltyTableQuery(int Year, string? Form, Guid? OrganisationId, int? Quarter = null) : IRequest<PenaltyTable>;

/// <summary>The table of penalties of a period.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="Period">The period: <c>2026</c> or <c>2026-Q2</c>.</param>
/// <param name="Form">Its form.</param>
/// <param name="Name">Title, in the requested language.</param>
/// <param name="OrganisationId">The organisation whose organs are the rows.</param>
/// <param name="OrganisationName">Its name.</param>
/// <param name="CountedAt">When it was counted.</param>
/// <param name="PeriodEnded">Whether the period had ended by then; if not, the table is preliminary.</param>
/// <param name="Columns">Columns, in the order of the form.</param>
/// <param name="Rows">One for each organ, by its place in the tree of organisations.</param>
/// <param name="Sum">The sum of the rows.</param>
/// <param name="DecisionsWithoutSum">Decisions of the time before confiscated sums were kept, that may have confiscated something; their confiscations are not in the money column.</param>
public sealed record PenaltyTable(
    int Year,
    string Period,
    string Form,
    [property: Bilingual] string Name,
    Guid OrganisationId,
    string OrganisationName,
    DateTimeOffset CountedAt,
    bool PeriodEnded,
    IReadOnlyList<PenaltyTableColumn> Columns,
    IReadOnlyList<PenaltyTableRow> Rows,
    PenaltyTableRow Sum,
    int DecisionsWithoutSum
);

/// <summary>A column of the table of penalties.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Heading">As the form prints it, in the requested language.</param>
/// <param name="Kinds">Kinds of penalty that it counts as the heaviest of a decision.</param>
public sealed record PenaltyTableColumn(string Key, [property: Bilingual] string Heading, IReadOnlyList<PenaltyKind> Kinds);

/// <summary>A row of the table of penalties.</summary>
/// <param name="OrganisationId">The organ; null in the sum.</param>
/// <param name="Name">Name of the organ; 合计 in the sum.</param>
/// <param name="Counts">Decisions, in the order of the columns; each decision is counted once, under its heaviest kind.</param>
/// <param name="Total">Their sum.</param>
/// <param name="FinesAndConfiscationsYuan">Fines and confiscated sums stated in these decisions, in yuan.</param>
public sealed record PenaltyTableRow(
    Guid? OrganisationId,
    string Name,
    IReadOnlyList<long> Counts,
    long Total,
    decimal FinesAndConfiscationsYuan
);

internal sealed class ReadPenaltyTableValidator : AbstractValidator<ReadPenaltyTableQuery>
{
    public ReadPenaltyTableValidator() => RuleFor(q => q.Year).IsStatisticalYear();
}

internal sealed class ReadPenaltyTableHandler(AppDbContext db, FigureReader reader, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<ReadPenaltyTableQuery, PenaltyTable>
{
    private const string SumName = "合计";

    /// <summary>The statements see the database at slightly different moments.</summary>
    private const int Tries = 4;

    public async Task<PenaltyTable> Handle(ReadPenaltyTableQuery request, CancellationToken cancellationToken)
    {
        var form = PenaltyForm.Find(request.Form ?? PenaltyForm.All[0].Key);
        var organisation = await organisations.ReadAsync(request.OrganisationId, cancellationToken);
        var period = FigurePeriod.Of(request.Year, request.Quarter, month: null);
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
                request.Year,
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
