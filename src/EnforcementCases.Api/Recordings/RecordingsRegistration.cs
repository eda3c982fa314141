using EnforcementCases.Platform.Access;

namespace EnforcementCases.Api.Recordings;

/// <summary>Registers the services of recordings of acts.</summary>
internal static class RecordingsRegistration
{
    public static IServiceCollection AddRecordings(this IServiceCollection services) =>
        services.AddScoped<RecordingDesk>().AddRights(RecordingsRights.Rows);
}
