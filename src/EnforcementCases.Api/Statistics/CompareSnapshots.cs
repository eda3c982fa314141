using EnforcementCases.Domain;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>Compares a snapshot with the one that it supersedes (更正说明): which figures changed, and through which cases.</summary>
/// <param name="Id">The snapshot.</param>
public sealed record CompareSnapshotQuery(Guid Id) : IRequest<SnapshotDifferences>;

/// <summary>What changed from one snapshot to the next.</summary>
/// <param name="Snapshot">The snapshot.</param>
/// <param name="Before">The one that it supersedes; null if none.</param>
/// <param name="IsRestatement">Whether the earlier one was released, so that published figures are corrected.</param>
/// <param name="Figures">Figures whose value, definition or cases differ; empty if nothing changed.</param>
public sealed record SnapshotDifferences(
    SnapshotSummary Snapshot,
    SnapshotSummary? Before,
    bool IsRestatement,
    IReadOnlyList<FigureDifference> Figures
);

/// <summary>A figure that changed.</summary>
/// <param name="Key">The figure.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="ValueBefore">Its value before; null if it was not counted then.</param>
/// <param name="Value">Its value; null if it is no longer counted.</param>
/// <param name="DefinitionChanged">Whether it was counted by another version of its definition.</param>
/// <param name="CasesAdded">Cases counted now and not before, with what they contribute.</param>
/// <param name="CasesDropped">Cases counted before and no longer, with what they contributed.</param>
/// <param name="CasesChanged">Cases whose contribution changed, with the difference.</param>
public sealed record FigureDifference(
    string Key,
    [property: Bilingual] string Name,
    FigureUnit Unit,
    decimal? ValueBefore,
    decimal? Value,
    bool DefinitionChanged,
    IReadOnlyList<SnapshotCaseView> CasesAdded,
    IReadOnlyList<SnapshotCaseView> CasesDropped,
    IReadOnlyList<SnapshotCaseView> CasesChanged
);

internal sealed class CompareSnapshotHandler(AppDbContext db) : IRequestHandler<CompareSnapshotQuery, SnapshotDifferences>
{
    public async Task<SnapshotDifferences> Handle(CompareSnapshotQuery request, CancellationToken cancellationToken)
    {
        var snapshot = await ReadAsync(request.Id, cancellationToken) ?? throw StatisticsSnapshot.NotFound.With($"快照 {request.Id}");
        var before = snapshot.SupersedesId is { } id ? await ReadAsync(id, cancellationToken) : null;
        return new(
            SnapshotSummary.Of(snapshot),
            before is null ? null : SnapshotSummary.Of(before),
            before?.ReleasedAt is not null,
            before is null ? [] : [.. Differences(before, snapshot)]
        );
    }

    private async Task<StatisticsSnapshot?> ReadAsync(Guid id, CancellationToken ct)
    {
        var snapshot = await db
            .StatisticsSnapshots.AsNoTracking()
            .Include(s => s.Figures.OrderBy(f => f.Place))
            .FirstOrDefaultAsync(s => s.Id == id, ct);
        snapshot?.EnsureUnaltered();
        return snapshot;
    }

    private static IEnumerable<FigureDifference> Differences(StatisticsSnapshot before, StatisticsSnapshot after)
    {
        var (old, now) = (ByKey(before), ByKey(after));
        foreach (var key in after.Figures.Select(f => f.Key).Union(before.Figures.Select(f => f.Key), StringComparer.Ordinal))
        {
            var (then, current) = (old.GetValueOrDefault(key), now.GetValueOrDefault(key));
            var (casesThen, casesNow) = (MeasuresOf(then), MeasuresOf(current));
            var shown = (current ?? then)!;
            var difference = new FigureDifference(
                key,
                shown.Name,
                shown.Unit,
                then?.Value,
                current?.Value,
                then is not null && current is not null && then.DefinitionVersion != current.DefinitionVersion,
                Views(shown.Unit, casesNow.Where(c => !casesThen.ContainsKey(c.Key))),
                Views(shown.Unit, casesThen.Where(c => !casesNow.ContainsKey(c.Key))),
                Views(
                    shown.Unit,
                    casesNow
                        .Where(c => casesThen.TryGetValue(c.Key, out var measure) && measure != c.Value)
                        .Select(c => KeyValuePair.Create(c.Key, c.Value - casesThen[c.Key]))
                )
            );
            if (
                difference.ValueBefore != difference.Value
                || difference.DefinitionChanged
                || difference.CasesAdded.Count + difference.CasesDropped.Count + difference.CasesChanged.Count > 0
            )
                yield return difference;
        }
    }

    private static Dictionary<string, SnapshotFigure> ByKey(StatisticsSnapshot snapshot) =>
        snapshot.Figures.ToDictionary(f => f.Key, StringComparer.Ordinal);

    /// <summary>What each case contributes; a case with several decisions contributes their sum.</summary>
    private static Dictionary<Guid, long> MeasuresOf(SnapshotFigure? figure) =>
        figure?.Cases.GroupBy(c => c.CaseId).ToDictionary(g => g.Key, g => g.Sum(c => c.Measure)) ?? [];

    private static IReadOnlyList<SnapshotCaseView> Views(FigureUnit unit, IEnumerable<KeyValuePair<Guid, long>> cases) =>
        [.. cases.OrderBy(c => c.Key).Select(c => new SnapshotCaseView(c.Key, unit.ValueOf(c.Value)))];
}
