using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Cases.Ordinary;
using EnforcementCases.Api.Cases.Simple;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Jobs;

namespace EnforcementCases.Api.Cases;

/// <summary>Takes cases into service: both procedures, deadlines, orders to correct.</summary>
internal static class CaseRegistration
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddScoped<CasesInReach>();
        services.AddScoped<CaseFile>();
        services.AddScoped<ReceiptWriter>();
        services.AddScoped<CorrectionOrders>();
        services.AddOrdinaryProcedure();
        return services.AddRights(CaseRights.Rows).AddRecurringJobs(CaseJobs.All);
    }
}
