using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.Discretion;

/// <summary>Registers the services of discretion.</summary>
internal static class DiscretionRegistration
{
    public static IServiceCollection AddDiscretion(this IServiceCollection services)
    {
        services.AddScoped<PartyHistories>();
        services.AddScoped<PenaltyAssessments>();
        services.AddScoped<FirstOffenceLedger>();
        services.AddFollowUp<FirstOffenceFollowUp>();
        return services.AddRights(DiscretionRights.Rows);
    }
}
