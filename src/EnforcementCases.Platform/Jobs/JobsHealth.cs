using Hangfire;

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

/// <summary>Whether recurring jobs run in this process, by the heartbeat of its server in the store; read by the readiness check.</summary>
internal sealed class JobsHealth(IServiceProvider services, Installation installation, JobSettings settings)
{
    /// <summary>How long it takes at most until a server that starts is in the store.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private readonly long began = TimeProvider.System.GetTimestamp();

    /// <summary>The engine writes by the machine's clock, not by the program's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public async ValueTask<JobsState> ReadAsync(CancellationToken ct)
    {
        if (!settings.Enabled)
            return JobsState.Off;
        var heard = await Task.Run(LastHeartbeat, ct).WaitAsync(ct); // the store's calls block
        return heard is { } at
            ? Clock.GetUtcNow() - at <= settings.Heartbeat * 3
                ? JobsState.Running
                : JobsState.Stopped
            : TimeProvider.System.GetElapsedTime(began) <= LongestStart
                ? JobsState.Running
                : JobsState.Stopped;
    }

    private DateTimeOffset? LastHeartbeat()
    {
        var name = JobServer.NameOf(installation) + ":";
        return services
            .GetRequiredService<JobStorage>()
            .GetMonitoringApi()
            .Servers()
            .Where(server => server.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase) && server.Heartbeat is not null)
            .Max(server => (DateTimeOffset?)DateTime.SpecifyKind(server.Heartbeat!.Value, DateTimeKind.Utc));
    }
}
