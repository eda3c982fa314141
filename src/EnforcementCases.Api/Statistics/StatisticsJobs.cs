using System.Globalization;
using EnforcementCases.Domain.Access;
using EnforcementCases.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>What recurs in statistics.</summary>
internal static class StatisticsJobs
{
    /// <summary>Freezes the figures of the year that ended, for every street and town.</summary>
    public static readonly RecurringJob YearlySnapshots = new(
        "yearly-snapshots",
        "生成上一年度统计快照",
        "0 30 2 5 1 ?",
        Misfire.RunOnce,
        on => RecurringJob.Year(on.Year - 1),
        async (db, period, ct) =>
        {
            var organs = await db
                .Organisations.AsNoTracking()
                .Where(o => o.Kind == OrganisationKind.Street || o.Kind == OrganisationKind.Town)
                .OrderBy(o => o.Path)
                .Select(o => o.Id)
                .ToListAsync(ct);
            var year = int.Parse(period, CultureInfo.InvariantCulture);
            return organs.ConvertAll(organ =>
                JobStep.Of(
                    organ.ToString("N"),
                    new TakeSnapshotCommand(Reason: null)
                    {
                        Year = year,
                        OrganisationId = organ,
                        OnlyFirst = true,
                    }
                )
            );
        }
    );

    public static IReadOnlyList<RecurringJob> All => [YearlySnapshots];
}
