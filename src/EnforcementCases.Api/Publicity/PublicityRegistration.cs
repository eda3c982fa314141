using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.Publicity;

/// <summary>Registers the services of publicity.</summary>
internal static class PublicityRegistration
{
    public static IServiceCollection AddPublicity(this IServiceCollection services)
    {
        services.AddScoped<PublicityDesk>();
        services.AddScoped<PublishedDecisions>();
        services.AddScoped<PublicCatalogue>();
        services.AddScoped<CreditRegister>();
        services.AddFollowUp<PublicityFollowUp>();
        return services.AddRights(PublicityRights.Rows).AddRecurringJobs(PublicityJobs.All);
    }
}
