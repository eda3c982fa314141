using MediatR;

namespace EnforcementCases.Platform.Jobs;

/// <summary>Registers recurring jobs. <c>Jobs:Enabled=false</c> leaves the scheduler out; a job can still be run by hand.</summary>
internal static class JobsRegistration
{
    /// <summary>Adds the jobs of a capability.</summary>
    public static IServiceCollection AddRecurringJobs(this IServiceCollection services, IReadOnlyList<RecurringJob> jobs)
    {
        foreach (var job in jobs)
            services.AddSingleton(job);
        return services;
    }

    /// <summary>Registers what runs them; all jobs must have been added before.</summary>
    public static IServiceCollection AddJobRunner(this IServiceCollection services, IConfiguration configuration, Installation installation)
    {
        var enabled = configuration.GetValue("Jobs:Enabled", true);
        services.AddSingleton<RecurringJobs>();
        services.AddScoped<JobLease>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(JobLeaseBehavior<,>));
        services.AddSingleton<JobRunner>();
        services.AddSingleton(provider => new JobsHealth(provider, enabled));
        if (enabled)
            services.AddQuartzScheduler(installation, [.. services.Select(s => s.ImplementationInstance).OfType<RecurringJob>()]);
        return services;
    }
}
