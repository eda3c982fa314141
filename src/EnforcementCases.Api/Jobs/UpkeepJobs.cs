using EnforcementCases.Platform.Jobs;

namespace EnforcementCases.Api.Jobs;

/// <summary>What recurs for the program itself.</summary>
internal static class UpkeepJobs
{
    /// <summary>Removes idempotency rows past their time, in slices.</summary>
    public static readonly RecurringJob ExpiredRequests = new(
        "expired-requests",
        "清理过期的幂等记录",
        "0 10 3 * * ?",
        Misfire.Skip,
        RecurringJob.Day,
        (_, _, _) => JobStep.These(JobStep.Repeat("slices", new RemoveExpiredRequestsCommand()))
    );

    public static IReadOnlyList<RecurringJob> All => [ExpiredRequests];
}
