using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Jobs;

namespace EnforcementCases.Api.Statistics;

/// <summary>Registers the services of statistics.</summary>
internal static class StatisticsRegistration
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) =>
        services
            .AddScoped<FigureReader>()
            .AddScoped<OwnFigureReader>()
            .AddScoped<RateReader>()
            .AddScoped<PenaltyTableReader>()
            .AddRights(StatisticsRights.Rows)
            .AddRecurringJobs(StatisticsJobs.All);
}
