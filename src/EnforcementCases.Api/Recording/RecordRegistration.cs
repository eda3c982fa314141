using EnforcementCases.Platform.Access;

namespace EnforcementCases.Api.Recording;

/// <summary>Takes the reading of the process record into service.</summary>
internal static class RecordRegistration
{
    public static IServiceCollection AddRecording(this IServiceCollection services) => services.AddRights(RecordRights.Rows);
}
