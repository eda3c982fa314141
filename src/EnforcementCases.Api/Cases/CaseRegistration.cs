using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Cases.Corrections;
using EnforcementCases.Api.Cases.Deadlines;
using EnforcementCases.Api.Cases.Ordinary;
using EnforcementCases.Api.Cases.Simple;
using EnforcementCases.Api.Cases.Work;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.Cases;

/// <summary>Registers the services of cases: both procedures, deadlines, orders to correct.</summary>
internal static class CaseRegistration
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddScoped<CasesInReach>();
        services.AddScoped<Setup.SetupReader>();
        services.AddScoped<CaseLoader>();
        services.AddScoped<ReceiptWriter>();
        services.AddScoped<CorrectionOrders>();
        services.AddScoped<FinesInForce>();
        services.AddScoped<MyWork>();
        services.AddScoped<CasesOfToday>();
        services.AddScoped<WorkDesk>();
        services.AddScoped<IBeforeSave>(provider => provider.GetRequiredService<WorkDesk>());
        services.AddFollowUp<CorrectionOrderFollowUp>();
        services.AddFollowUp<RecountDeadlines>();
        services.AddOrdinaryProcedure();
        return services.AddRights(CaseRights.Rows).AddRecurringJobs(CaseJobs.All);
    }
}
