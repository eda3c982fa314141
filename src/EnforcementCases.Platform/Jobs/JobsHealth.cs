using Quartz;

namespace EnforcementCases.Platform.Jobs;

/// <summary>State of the scheduler.</summary>
public enum JobsState
{
    /// <summary>Switched off by configuration: not a fault.</summary>
    Off,

    /// <summary>The scheduler runs.</summary>
    Running,

    /// <summary>The scheduler should run and does not.</summary>
    Stopped,
}

/// <summary>Whether recurring jobs run; read by the readiness check.</summary>
internal sealed class JobsHealth(IServiceProvider services, bool enabled)
{
    public async ValueTask<JobsState> ReadAsync(CancellationToken ct)
    {
        if (!enabled)
            return JobsState.Off;
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(ct);
        return await scheduler.GetStatus(ct) == SchedulerStatus.Running ? JobsState.Running : JobsState.Stopped;
    }
}
