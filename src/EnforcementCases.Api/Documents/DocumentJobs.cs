using System.Globalization;
using EnforcementCases.Platform.Jobs;

namespace EnforcementCases.Api.Documents;

/// <summary>What recurs for documents.</summary>
internal static class DocumentJobs
{
    /// <summary>Creates the number counters of the coming year, so that nobody's first decision waits for them.</summary>
    public static readonly RecurringJob NumberCounters = new(
        "number-counters",
        "建立下一年度文号计数器",
        "0 0 1 1 12 ?",
        Misfire.RunOnce,
        on => RecurringJob.Year(on.Year + 1),
        (_, period, _) => JobStep.These(JobStep.Of("all", new CreateNumberCountersCommand(int.Parse(period, CultureInfo.InvariantCulture))))
    );

    public static IReadOnlyList<RecurringJob> All => [NumberCounters];
}
