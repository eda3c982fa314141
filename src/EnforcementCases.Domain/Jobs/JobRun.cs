namespace EnforcementCases.Domain.Jobs;

/// <summary>One run of a recurring job for one period (定时任务执行记录). Its row is the lease: whoever holds the newest token works, everybody else stops.</summary>
public sealed class JobRun
{
    /// <summary>How long a holder that says nothing keeps the run.</summary>
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

    /// <summary>What the run is for, <c>2022</c> or <c>2022-12-31</c>; with the name unique.</summary>
    public string Period { get; private set; } = "";

    /// <summary>Fencing token: raised by each new holder; a step of an older one is refused.</summary>
    public int Token { get; private set; }

    /// <summary>Which process holds it.</summary>
    public string Holder { get; private set; } = "";

    /// <summary>Until when; later anybody may take over.</summary>
    public DateTimeOffset LeaseUntil { get; private set; }

    /// <summary>When the present holder began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it was done; null while it is not.</summary>
    public DateTimeOffset? FinishedAt { get; private set; }

    /// <summary>Steps done by the present holder.</summary>
    public int StepsDone { get; private set; }

    /// <summary>Why the last try stopped: code of a refusal or type of an error; null where it did not.</summary>
    public string? Error { get; private set; }
}
