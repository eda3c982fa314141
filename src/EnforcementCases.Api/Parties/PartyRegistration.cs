using EnforcementCases.Platform.Access;

namespace EnforcementCases.Api.Parties;

/// <summary>Takes parties into service.</summary>
internal static class PartyRegistration
{
    public static IServiceCollection AddParties(this IServiceCollection services)
    {
        services.AddScoped<PartyDesk>();
        services.AddScoped<PartyRegister>();
        return services.AddRights(PartyRights.Rows);
    }
}
