namespace EnforcementCases.Api.Cases.Acts;

/// <summary>Registers what the acts of a case share.</summary>
internal static class CaseActRegistration
{
    public static IServiceCollection AddCaseActs(this IServiceCollection services)
    {
        services.AddScoped<CaseFile>();
        services.AddScoped<CorrectionOrders>();
        return services;
    }
}
