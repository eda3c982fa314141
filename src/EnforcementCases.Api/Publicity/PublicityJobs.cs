using EnforcementCases.Platform.Jobs;

namespace EnforcementCases.Api.Publicity;

/// <summary>Recurring jobs for publicity.</summary>
internal static class PublicityJobs
{
    /// <summary>Ends the display of decisions whose longest period is over.</summary>
    public static readonly RecurringJob Expiry = new(
        "end-display",
        "结束公示期满决定的公示",
        "0 5 0 * * ?",
        Misfire.RunOnce,
        RecurringJob.Day,
        (_, _, _) => JobStep.These(JobStep.Repeat("slices", new ExpirePublicationsCommand()))
    );

    public static IReadOnlyList<RecurringJob> All => [Expiry];
}
