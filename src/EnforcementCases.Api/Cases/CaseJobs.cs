using EnforcementCases.Api.Cases.Deadlines;
using EnforcementCases.Platform.Jobs;

namespace EnforcementCases.Api.Cases;

/// <summary>What recurs for cases.</summary>
internal static class CaseJobs
{
    /// <summary>Counts running deadlines again where the calendar changed since. The start of the program that brings another calendar runs it too; the nightly run is for one that was broken off.</summary>
    public static readonly RecurringJob Deadlines = new(
        "recompute-deadlines",
        "按现行工作日历重新计算期限",
        "0 40 3 * * ?",
        Misfire.RunOnce,
        RecurringJob.Day,
        (_, _, _) =>
        {
            DeadlineSlice? after = null;
            return JobStep.These(
                new JobStep(
                    "slices",
                    async (mediator, ct) => (after = await mediator.Send(new RecomputeDeadlinesCommand(after), ct)) is not null
                )
            );
        }
    );

    public static IReadOnlyList<RecurringJob> All => [Deadlines];
}
