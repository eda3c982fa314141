using EnforcementCases.Platform.Jobs;

namespace EnforcementCases.Api.Evidence;

/// <summary>Recurring jobs for uploads and files.</summary>
internal static class EvidenceJobs
{
    /// <summary>Removes uploads that can no longer be continued, with what arrived of them.</summary>
    public static readonly RecurringJob Expired = new(
        "end-expired-uploads",
        "清除过期的上传",
        "0 25 4 * * ?",
        Misfire.RunOnce,
        RecurringJob.Day,
        (_, _, _) => JobStep.These(JobStep.Repeat("slices", new EndExpiredUploadsCommand()))
    );

    /// <summary>Compares every stored file with its rows and its hash; what differs is an alarm of the security log.</summary>
    public static readonly RecurringJob Scrub = new(
        "scrub-files",
        "核对存储的文件",
        "0 50 1 * * ?",
        Misfire.RunOnce,
        RecurringJob.Day,
        (_, _, _) =>
        {
            string? after = null;
            return JobStep.These(
                new JobStep("rows", async (mediator, ct) => (after = await mediator.Send(new ScrubFilesQuery(after), ct)) is not null),
                JobStep.Of("files", new FindStrayFilesQuery())
            );
        }
    );

    public static IReadOnlyList<RecurringJob> All => [Expired, Scrub];
}
