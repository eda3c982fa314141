using EnforcementCases.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>A row of a table.</summary>
/// <param name="Key">Key of the group.</param>
/// <param name="Name">Its name in Chinese.</param>
/// <param name="Cases">Penalty cases, by date of decision.</param>
/// <param name="FineFen">Fines stated in those decisions, in fen.</param>
internal sealed record FigureTableRow(string Key, string Name, long Cases, long FineFen);

/// <summary>The contribution of a case to a row.</summary>
internal sealed class FigureTableCell
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public required long Measure { get; init; }
}

/// <summary>A table over the decisions of the year: <see cref="Figures.PenaltyCasesEntered"/> and <see cref="Figures.FinesImposedYuan"/>, grouped.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Name">Name in Chinese.</param>
/// <param name="Cells">Assigns each case to a row; an omitted case breaks the sum and is detected by it.</param>
/// <param name="Fallen">The same for decisions that fell before their case was handled again.</param>
internal sealed record FigureTable(
    string Key,
    string Name,
    Func<FigureSource, IQueryable<FigureRow>, IQueryable<FigureTableCell>> Cells,
    Func<FigureSource, IQueryable<FallenRow>, IQueryable<FigureTableCell>> Fallen
)
{
    public async Task<IReadOnlyList<FigureTableRow>> ReadAsync(FigureSource source, CancellationToken ct)
    {
        var cases = await SumAsync(source, Figures.PenaltyCasesEntered, ct);
        var fines = (await SumAsync(source, Figures.FinesImposedYuan, ct)).ToDictionary(c => c.Key, c => c.Measure, StringComparer.Ordinal);
        return
        [
            .. cases
                .OrderByDescending(c => c.Measure)
                .ThenBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => new FigureTableRow(c.Key, c.Name, c.Measure, fines.GetValueOrDefault(c.Key))),
        ];
    }

    /// <summary>The groups of a figure.</summary>
    public async Task<List<FigureTableCell>> SumAsync(FigureSource source, FigureDefinition figure, CancellationToken ct)
    {
        var cells = await Summed(Cells(source, source.Rows(figure))).ToListAsync(ct);
        if (source.FallenRows(figure) is { } fallen)
            cells.AddRange(await Summed(Fallen(source, fallen)).ToListAsync(ct));
        return
        [
            .. cells
                .GroupBy(c => c.Key, StringComparer.Ordinal)
                .Select(g => new FigureTableCell
                {
                    Key = g.Key,
                    Name = g.First().Name,
                    Measure = g.Sum(c => c.Measure),
                }),
        ];
    }

    private static IQueryable<FigureTableCell> Summed(IQueryable<FigureTableCell> cells) =>
        cells
            .GroupBy(c => c.Key)
            .Select(g => new FigureTableCell
            {
                Key = g.Key,
                Name = g.Max(c => c.Name)!,
                Measure = g.Sum(c => c.Measure),
            });
}

/// <summary>The tables of the yearly figures.</summary>
internal static class FigureTables
{
    public static readonly IReadOnlyList<FigureTable> All =
    [
        Of("byViolation", "各案由", FigureGrouping.Violation),
        Of("byInstrument", "各适用法律法规规章", FigureGrouping.Instrument),
    ];

    private static FigureTable Of(string key, string name, FigureGrouping by) =>
        new(key, name, FigureGroups.CellsOf(by), FigureGroups.FallenOf(by));
}
