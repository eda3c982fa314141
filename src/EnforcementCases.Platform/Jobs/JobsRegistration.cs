using Hangfire;
using MediatR;

namespace EnforcementCases.Platform.Jobs;

/// <summary>Registers recurring jobs. <c>Jobs:Enabled=false</c> leaves the engine out; a job can still be run by hand.</summary>
internal static class JobsRegistration
{
    /// <summary>Adds the jobs of a capability.</summary>
    public static IServiceCollection AddRecurringJobs(this IServiceCollection services, IReadOnlyList<RecurringJob> jobs)
    {
        foreach (var job in jobs)
            services.AddSingleton(job);
        return services;
    }

    /// <summary>Registers what runs them.</summary>
    public static IServiceCollection AddJobRunner(this IServiceCollection services, IConfiguration configuration, Installation installation)
    {
        var settings = JobSettings.From(configuration);
        services.AddSingleton(settings);
        services.AddSingleton<RecurringJobs>();
        services.AddScoped<JobLease>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(JobLeaseBehavior<,>));
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobsHealth>();
        if (!settings.UsesStore)
            return services;
        services.AddSingleton(_ => JobStore.Open(installation, settings)); // before AddHangfire, which would take one that is static
        services.AddHangfire(
            (provider, engine) =>
                engine.UseSimpleAssemblyNameTypeSerializer().UseLogProvider(new JobEngineLog(provider.GetRequiredService<ILoggerFactory>()))
        );
        if (settings.Dashboard)
            services.AddJobDashboard(installation);
        if (settings.Enabled)
            services.AddHostedService<JobServer>();
        return services;
    }
}
