using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Snapshots;

namespace EnforcementCases.Api.Personnel;

/// <summary>Takes the service records into service.</summary>
internal static class PersonnelRegistration
{
    public static IServiceCollection AddPersonnel(this IServiceCollection services)
    {
        services.AddScoped<OfficerDesk>();
        services.AddSnapshot<OfficerDirectory>();
        return services.AddRights(PersonnelRights.Rows);
    }
}
