using EnforcementCases.Api.Evidence.Archives;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Uploads;

namespace EnforcementCases.Api.Evidence;

/// <summary>Registers uploads and the files of cases.</summary>
internal static class EvidenceRegistration
{
    public static IServiceCollection AddEvidence(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Uploads").Get<UploadSettings>() ?? new());
        services.AddSingleton<StagedUploads>();
        services.AddScoped<OwnUploads>();
        services.AddScoped<UploadIntake>();
        services.AddScoped<UploadTarget>();
        services.AddScoped<AwaitedFiles>();
        services.AddSingleton(configuration.GetSection("Archives").Get<ArchiveSettings>() ?? new());
        services.AddSingleton<ArchiveTurns>();
        services.AddScoped<ArchivePress>();
        services.AddScoped<ArchiveCounter>();
        return services.AddRights(EvidenceRights.Rows).AddRecurringJobs(EvidenceJobs.All);
    }
}
