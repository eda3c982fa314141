using EnforcementCases.Domain.Statistics;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>Reads the figures that a place has typed in.</summary>
internal sealed class OwnFigureReader(AppDbContext db)
{
    /// <summary>The figures in force: the last revision of each that is not taken back.</summary>
    public async Task<IReadOnlyList<OwnFigure>> ReadAsync(Guid organisation, int year, CancellationToken ct) =>
        [
            .. (await AllAsync(organisation, year, ct))
                .GroupBy(f => f.Key, StringComparer.Ordinal)
                .Select(g => g.First())
                .Where(f => !f.IsWithdrawn),
        ];

    /// <summary>Every revision, the last one of each figure first.</summary>
    public async Task<IReadOnlyList<OwnFigure>> AllAsync(Guid organisation, int year, CancellationToken ct) =>
        await db
            .OwnFigures.AsNoTracking()
            .Where(f => f.OrganisationId == organisation && f.Year == year)
            .OrderBy(f => f.Key)
            .ThenByDescending(f => f.Revision)
            .ToListAsync(ct);
}
