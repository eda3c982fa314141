using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Jobs;

namespace EnforcementCases.Api.Statistics;

/// <summary>Takes statistics into service.</summary>
internal static class StatisticsRegistration
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) =>
        services.AddScoped<FigureReader>().AddRights(StatisticsRights.Rows).AddRecurringJobs(StatisticsJobs.All);
}
