using EnforcementCases.Platform.Operations;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.Storage;

namespace EnforcementCases.Platform.Jobs;

/// <summary>The job engine in this process: declares <see cref="RecurringJobs"/> in the store, then lets the engine fire them. While the store does not answer, it tries
/// again; the web server does not wait for it.</summary>
internal sealed class JobServer(
    IServiceProvider services,
    Installation installation,
    JobSettings settings,
    RecurringJobs jobs,
    IHostApplicationLifetime lifetime,
    ILogger<JobServer> log
) : BackgroundService
{
    /// <summary>Jobs at once in this process: a long one must not hold up what resumes others.</summary>
    private const int Workers = 3;

    /// <summary>Name under which runs that nobody works on any more are looked for, and when.</summary>
    private const string ResumeRuns = "resume-runs";

    private const string EveryTenMinutes = "0 */10 * * * ?";

    /// <summary>Time to end between two commands; shorter than <see cref="OrderlyStop.LongestStop"/>.</summary>
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(40);

    /// <summary>What the name of this process's server in the store begins with.</summary>
    public static string NameOf(Installation installation) =>
        $"{installation.Node}-{Environment.MachineName}-{Environment.ProcessId}".ToLowerInvariant();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // the store's calls block
        using var server = await StartAsync(services.GetRequiredService<JobStorage>, stoppingToken);
        if (server is null)
            return;
        await using var early = lifetime.ApplicationStopping.Register(server.SendStop); // nothing more is begun while the last requests finish
        await Task.Delay(Timeout.Infinite, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        server.SendStop();
        using var patience = new CancellationTokenSource(LongestStop);
        await server.WaitForShutdownAsync(patience.Token);
    }

    /// <returns>Null if the program is stopped before the store has answered.</returns>
    private async Task<BackgroundJobServer?> StartAsync(Func<JobStorage> open, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                services.GetRequiredService<IGlobalConfiguration>(); // where the engine logs
                var storage = open();
                Declare(storage);
                return Start(storage);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                log.LogWarning(error, "The store of the recurring jobs does not answer; it is tried again.");
                await Task.Delay(settings.Poll, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        return null;
    }

    /// <summary>Writes the declared jobs into the store and removes those that are no longer declared. The time of a missed run is kept.</summary>
    private void Declare(JobStorage storage)
    {
        var manager = new RecurringJobManager(storage);
        foreach (var job in jobs.All)
            Declare(manager, job.Name, Job.FromExpression<JobTick>(tick => tick.RunAsync(job.Name)), job.Cron, job.Misfire);
        Declare(manager, ResumeRuns, Job.FromExpression<JobTick>(tick => tick.ResumeAsync()), EveryTenMinutes, Misfire.Skip);
        using var connection = storage.GetConnection();
        foreach (var stored in connection.GetRecurringJobs())
        {
            if (stored.Id != ResumeRuns && jobs.All.All(job => job.Name != stored.Id))
                manager.RemoveIfExists(stored.Id);
        }
        manager.TriggerJob(ResumeRuns); // what a stopped or killed process left goes on now
    }

    private static void Declare(RecurringJobManager manager, string name, Job job, string cron, Misfire misfire) =>
        manager.AddOrUpdate(
            name,
            job,
            cron,
            new()
            {
                TimeZone = RecurringJob.Zone,
                MisfireHandling = misfire switch
                {
                    Misfire.RunOnce => MisfireHandlingMode.Relaxed,
                    Misfire.Skip => MisfireHandlingMode.Ignorable,
                },
            }
        );

    private BackgroundJobServer Start(JobStorage storage) =>
        new(
            new()
            {
                ServerName = NameOf(installation),
                WorkerCount = Workers,
                Activator = new AspNetCoreJobActivator(services.GetRequiredService<IServiceScopeFactory>()),
                HeartbeatInterval = settings.Heartbeat,
                SchedulePollingInterval = settings.Poll,
                ShutdownTimeout = LongestStop,
            },
            storage
        );
}
