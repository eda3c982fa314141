using EnforcementCases.Api.Cases.Deadlines;
using EnforcementCases.Api.Cases.Work;
using EnforcementCases.Platform.Jobs;

namespace EnforcementCases.Api.Cases;

/// <summary>Recurring jobs for cases.</summary>
internal static class CaseJobs
{
    /// <summary>Recomputes running deadlines after a change of the calendar. It also runs when the program starts with another calendar;
    /// the nightly run finishes one that was interrupted.</summary>
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

    /// <summary>Lists the work of cases that are in no work list yet: after an upgrade, and after a bulk load. The others are listed with every act.</summary>
    public static readonly RecurringJob Work = new(
        "list-work",
        "整理待办",
        "0 10 * * * ?",
        Misfire.RunOnce,
        RecurringJob.Day,
        (_, _, _) => JobStep.These(new JobStep("slices", (mediator, ct) => mediator.Send(new ListWorkOfCasesCommand(), ct)))
    );

    public static IReadOnlyList<RecurringJob> All => [Deadlines, Work];
}
