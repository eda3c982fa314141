namespace EnforcementCases.Domain.Jobs;

/// <summary>One run of a recurring job for one period (定时任务执行记录). Its row is the lease: only the process with the newest token works, all others stop.</summary>
public sealed class JobRun
{
    /// <summary>How long a holder that does not report keeps the run.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private JobRun() { }

    /// <summary>Begins a run as its first holder.</summary>
    public JobRun(string name, string period, string holder, DateTimeOffset now)
    {
        Name = name;
        Period = period;
        Token = 1;
        Holder = holder;
        StartedAt = now;
        LeaseUntil = now + Lease;
    }

    /// <summary>Name of the job.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Period of the run, <c>2022</c> or <c>2022-12-31</c>; unique together with the name.</summary>
    public string Period { get; private set; } = "";

    /// <summary>Fencing token: raised by each new holder; a step of an older one is refused.</summary>
    public int Token { get; private set; }

    /// <summary>The process that holds it.</summary>
    public string Holder { get; private set; } = "";

    /// <summary>End of the lease; afterwards any process may take over.</summary>
    public DateTimeOffset LeaseUntil { get; private set; }

    /// <summary>When the present holder began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it was done; null if not done yet.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Steps done by the present holder.</summary>
    public int StepsDone { get; private set; }

    /// <summary>Why the last attempt stopped: code of a refusal or type of an error; null if it did not.</summary>
    public string? Error { get; private set; }
}
