using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>Recurring jobs for statistics.</summary>
internal static class StatisticsJobs
{
    /// <summary>Freezes the figures of the year that ended, for every street and town.</summary>
    public static readonly RecurringJob YearlySnapshots = Freeze(
        "yearly-snapshots",
        "生成上一年度统计快照",
        "0 30 2 5 1 ?",
        on => FigurePeriod.OfYear(on.Year - 1)
    );

    /// <summary>Freezes the figures of the quarter that ended (季度统计), due by the 10th of the next month.</summary>
    public static readonly RecurringJob QuarterlySnapshots = Freeze(
        "quarterly-snapshots",
        "生成上一季度统计快照",
        "0 0 3 4 1,4,7,10 ?",
        on => FigurePeriod.OfQuarter(on.AddMonths(-1).Year, ((on.AddMonths(-1).Month - 1) / 3) + 1)
    );

    /// <summary>Freezes the figures of the month that ended.</summary>
    public static readonly RecurringJob MonthlySnapshots = Freeze(
        "monthly-snapshots",
        "生成上月统计快照",
        "0 30 3 3 * ?",
        on => FigurePeriod.OfMonth(on.AddMonths(-1).Year, on.AddMonths(-1).Month)
    );

    public static IReadOnlyList<RecurringJob> All => [YearlySnapshots, QuarterlySnapshots, MonthlySnapshots];

    private static RecurringJob Freeze(string name, string term, string cron, Func<DateOnly, FigurePeriod> periodOf) =>
        new(
            name,
            term,
            cron,
            Misfire.RunOnce,
            on => periodOf(on).Key,
            async (db, period, ct) =>
            {
                var organs = await db
                    .Organisations.AsNoTracking()
                    .Where(o => o.Kind == OrganisationKind.Street || o.Kind == OrganisationKind.Town)
                    .OrderBy(o => o.Path)
                    .Select(o => o.Id)
                    .ToListAsync(ct);
                var of = FigurePeriod.Parse(period)!;
                return organs.ConvertAll(organ =>
                    JobStep.Of(
                        organ.ToString("N"),
                        new TakeSnapshotCommand(Reason: null, of.Quarter, of.Month)
                        {
                            Year = of.Year,
                            OrganisationId = organ,
                            OnlyFirst = true,
                        }
                    )
                );
            }
        );
}
