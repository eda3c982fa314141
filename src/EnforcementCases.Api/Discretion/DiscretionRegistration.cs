using EnforcementCases.Platform.Access;

namespace EnforcementCases.Api.Discretion;

/// <summary>Takes discretion into service.</summary>
internal static class DiscretionRegistration
{
    public static IServiceCollection AddDiscretion(this IServiceCollection services)
    {
        services.AddScoped<PartyHistories>();
        services.AddScoped<FirstOffenceLedger>();
        return services.AddRights(DiscretionRights.Rows);
    }
}
