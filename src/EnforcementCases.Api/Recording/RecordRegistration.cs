using EnforcementCases.Platform.Access;

namespace EnforcementCases.Api.Recording;

/// <summary>Registers the services that read the process record.</summary>
internal static class RecordRegistration
{
    public static IServiceCollection AddRecording(this IServiceCollection services) => services.AddRights(RecordRights.Rows);
}
