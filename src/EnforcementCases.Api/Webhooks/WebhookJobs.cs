using EnforcementCases.Platform.Jobs;

namespace EnforcementCases.Api.Webhooks;

/// <summary>Recurring jobs for events to other systems.</summary>
internal static class WebhookJobs
{
    /// <summary>Removes events whose time of keeping is over.</summary>
    public static readonly RecurringJob Delivered = new(
        "delivered-events",
        "清理超过保存期限的推送记录",
        "0 35 3 * * ?",
        Misfire.Skip,
        RecurringJob.Day,
        (_, _, _) => JobStep.These(JobStep.Repeat("slices", new RemoveDeliveredEventsCommand()))
    );

    public static IReadOnlyList<RecurringJob> All => [Delivered];
}
