using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Jobs;

namespace EnforcementCases.Api.Jobs;

/// <summary>Registers the recurring jobs of all capabilities; must be called after all of them.</summary>
internal static class JobRegistration
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, Installation installation) =>
        services.AddRights(JobRights.Rows).AddRecurringJobs(UpkeepJobs.All).AddJobRunner(configuration, installation);
}
