using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.Parties;

/// <summary>Registers the services of parties.</summary>
internal static class PartyRegistration
{
    public static IServiceCollection AddParties(this IServiceCollection services)
    {
        services.AddScoped<PartyDesk>();
        services.AddScoped<PartyRegister>();
        services.AddFollowUp<FineKeysFollowUp>();
        return services.AddRights(PartyRights.Rows);
    }
}
