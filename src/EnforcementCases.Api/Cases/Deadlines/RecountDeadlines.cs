using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.Cases.Deadlines;

/// <summary>A calendar changed: recomputes all running deadlines before the answer is sent. If that is interrupted, the nightly run finishes it.</summary>
internal sealed class RecountDeadlines(JobRunner jobs) : IAfterCommit<CalendarChanged>
{
    public async Task AfterCommitAsync(CalendarChanged happened) => await jobs.RunNowAsync(CaseJobs.Deadlines, CancellationToken.None);
}
