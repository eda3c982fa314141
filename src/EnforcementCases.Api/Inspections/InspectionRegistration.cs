using EnforcementCases.Platform.Access;

namespace EnforcementCases.Api.Inspections;

/// <summary>Registers the services of patrols, checks and draws.</summary>
internal static class InspectionRegistration
{
    public static IServiceCollection AddInspections(this IServiceCollection services)
    {
        services.AddScoped<InspectionDesk>();
        services.AddScoped<InspectionFigures>();
        return services.AddRights(InspectionRights.Rows);
    }
}
