using EnforcementCases.Api.Infrastructure;
using MediatR;

namespace EnforcementCases.Api.Jobs;

/// <summary>Takes recurring jobs into service. <c>Jobs:Enabled=false</c> leaves the scheduler out; a job can still be run by hand.</summary>
internal static class JobsRegistration
{
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, Installation installation)
    {
        var enabled = configuration.GetValue("Jobs:Enabled", true);
        services.AddScoped<JobLease>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(JobLeaseBehavior<,>));
        services.AddSingleton<JobRunner>();
        services.AddSingleton(provider => new JobsHealth(provider, enabled));
        if (enabled)
            services.AddQuartzScheduler(installation);
        return services;
    }
}
