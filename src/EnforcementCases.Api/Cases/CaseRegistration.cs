using EnforcementCases.Api.Access;

namespace EnforcementCases.Api.Cases;

/// <summary>Registers what use cases of cases share.</summary>
internal static class CaseRegistration
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddScoped<OrganDirectory>();
        services.AddScoped<PartyDesk>();
        return services;
    }
}
