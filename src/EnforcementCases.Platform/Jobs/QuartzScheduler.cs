using EnforcementCases.Persistence.Databases;
using Quartz;

namespace EnforcementCases.Platform.Jobs;

/// <summary>Quartz behind <see cref="RecurringJobs"/>: a persistent store, in a file of its own beside an embedded database, else in the same database and clustered.</summary>
internal static class QuartzScheduler
{
    /// <summary>How often runs that nobody works on any more are looked for.</summary>
    private const string EveryTenMinutes = "0 */10 * * * ?";

    /// <summary>Name of the scheduler's own file beside an embedded database.</summary>
    public const string SqliteFile = "jobs.db";

    public static string SqliteFileOf(Installation installation) => Path.Combine(installation.DataDirectory, SqliteFile);

    public static void AddQuartzScheduler(this IServiceCollection services, Installation installation, IReadOnlyList<RecurringJob> jobs)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseTypeLoader(WrittenBefore);
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "EnforcementCases";
                options.InstanceId = $"{installation.Node}-{Environment.MachineName}-{Environment.ProcessId}";
            });
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
                switch (installation.Provider)
                {
                    case DatabaseProvider.Sqlite:
                        store.UseSqlite($"Data Source={SqliteFileOf(installation)}");
                        break;
                    case DatabaseProvider.PostgreSql:
                        store.UsePostgres(installation.ConnectionString);
                        store.UseClustering(options => options.CheckinInterval = TimeSpan.FromSeconds(10));
                        break;
                    case DatabaseProvider.SqlServer:
                        store.UseSqlServer(installation.ConnectionString);
                        store.UseClustering(options => options.CheckinInterval = TimeSpan.FromSeconds(10));
                        break;
                }
                store.UseSystemTextJsonSerializer();
            });
            foreach (var job in jobs)
                Add<SendCommandsOfJob>(quartz, job.Name, job.Cron, job.Misfire);
            Add<ResumeRuns>(quartz, "resume-runs", EveryTenMinutes, Misfire.Skip);
        });
        services.Configure<QuartzOptions>(options =>
        {
            options.Scheduling.OverwriteExistingData = false; // else a second node starting re-creates a trigger and both fire it
            options.Scheduling.IgnoreDuplicates = true;
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <summary>The store names the class of a job; one written before Platform was a project of its own names it where it was then.</summary>
    private static void WrittenBefore(TypeLoaderOptions types)
    {
        foreach (var type in new[] { typeof(SendCommandsOfJob), typeof(ResumeRuns) })
            types.Aliases[$"EnforcementCases.Api.Jobs.{nameof(QuartzScheduler)}+{type.Name}, EnforcementCases.Api"] =
                $"{type.FullName}, {type.Assembly.GetName().Name}";
    }

    private static void Add<T>(IQuartzBuilder quartz, string name, string cron, Misfire misfire)
        where T : class, IJob
    {
        quartz.AddJob<T>(job => job.WithIdentity(name).StoreDurably().RequestRecovery());
        quartz.AddTrigger(trigger =>
            trigger
                .ForJob(name)
                .WithIdentity($"{name}-cron")
                .WithCronSchedule(
                    cron,
                    schedule =>
                        schedule
                            .InTimeZone(RecurringJob.Zone)
                            .WithMisfireInstruction(
                                misfire switch
                                {
                                    Misfire.RunOnce => CronTriggerMisfireInstruction.FireAndProceed,
                                    Misfire.Skip => CronTriggerMisfireInstruction.DoNothing,
                                }
                            )
                )
        );
    }

    /// <summary>The next time of a cron expression.</summary>
    public static DateTimeOffset? NextTime(string cron, DateTimeOffset after) =>
        new CronExpression(cron, RecurringJob.Zone).GetNextValidTimeAfter(after);

    [DisallowConcurrentExecution]
    private sealed class SendCommandsOfJob(JobRunner runner, RecurringJobs jobs) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
            await runner.RunAsync(jobs.Find(context.JobDetail.Key.Name), cancellationToken);
    }

    [DisallowConcurrentExecution]
    private sealed class ResumeRuns(JobRunner runner) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
            await runner.ResumeAsync(cancellationToken);
    }
}
