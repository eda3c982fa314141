using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Jobs;

namespace EnforcementCases.Api.Jobs;

/// <summary>Takes the jobs of all capabilities into service; called after them.</summary>
internal static class JobRegistration
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, Installation installation) =>
        services.AddRights(JobRights.Rows).AddRecurringJobs(UpkeepJobs.All).AddJobRunner(configuration, installation);
}
