using Hangfire;

namespace EnforcementCases.Platform.Jobs;

/// <summary>What the engine calls. It is only the clock: who runs, what is resumed and what was done is decided by <see cref="JobRunner"/> and its leases. So the engine
/// repeats nothing by itself, locks nothing, and its token, which would cut a command in the middle, is not taken.</summary>
/// <remarks>The store names this class and its methods.</remarks>
[AutomaticRetry(Attempts = 0)]
internal sealed class JobTick(JobRunner runner, RecurringJobs jobs)
{
    /// <summary>Runs a job for the period that is due.</summary>
    /// <returns>The outcome, which the engine's pages show: for them a run that failed in our sense has succeeded.</returns>
    public async Task<string> RunAsync(string name) => (await runner.RunAsync(jobs.Find(name), CancellationToken.None)).ToString();

    /// <summary>Takes up what nobody works on.</summary>
    public Task ResumeAsync() => runner.ResumeAsync(CancellationToken.None);
}
