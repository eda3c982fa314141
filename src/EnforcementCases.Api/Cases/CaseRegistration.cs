using EnforcementCases.Api.Access;
using EnforcementCases.Api.Cases.Parties;
using EnforcementCases.Api.Infrastructure.Snapshots;

namespace EnforcementCases.Api.Cases;

/// <summary>Registers what use cases of cases share.</summary>
internal static class CaseRegistration
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddSnapshot<OrganDirectory>();
        services.AddScoped<CasesInReach>();
        services.AddScoped<PartyDesk>();
        services.AddScoped<PartyRegister>();
        return services;
    }
}
