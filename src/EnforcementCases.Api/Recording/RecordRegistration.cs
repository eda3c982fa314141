using EnforcementCases.Api.Recording.Audits;
using EnforcementCases.Api.Recording.Log;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Transparency;

namespace EnforcementCases.Api.Recording;

/// <summary>Registers the services that read and verify the process record, and the log over it.</summary>
internal static class RecordRegistration
{
    public static IServiceCollection AddRecording(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddLog(configuration)
            .AddScoped<RecordAudits>()
            .AddScoped<RecordBundles>()
            .AddRights(RecordRights.Rows)
            .AddRecurringJobs(RecordJobs.All);
}
