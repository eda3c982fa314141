using System.Globalization;
using EnforcementCases.Api.Access.Upkeep;
using EnforcementCases.Api.Cases.Deadlines;
using EnforcementCases.Api.Documents;
using EnforcementCases.Api.Infrastructure.Pipeline;
using EnforcementCases.Api.Statistics;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Jobs;

/// <summary>Everything that recurs.</summary>
internal static class RecurringJobs
{
    public static readonly DomainError Unknown = new("jobs.unknown", null, ErrorKind.NotFound, "没有该定时任务");

    /// <summary>Freezes the figures of the year that ended, for every street and town.</summary>
    public static readonly RecurringJob YearlySnapshots = new(
        "yearly-snapshots",
        "生成上一年度统计快照",
        "0 30 2 5 1 ?",
        Misfire.RunOnce,
        on => Year(on.Year - 1),
        async (db, period, ct) =>
        {
            var organs = await db
                .Organisations.AsNoTracking()
                .Where(o => o.Kind == OrganisationKind.Street || o.Kind == OrganisationKind.Town)
                .OrderBy(o => o.Path)
                .Select(o => o.Id)
                .ToListAsync(ct);
            var year = int.Parse(period, CultureInfo.InvariantCulture);
            return organs.ConvertAll(organ =>
                JobStep.Of(
                    organ.ToString("N"),
                    new TakeSnapshotCommand(Reason: null)
                    {
                        Year = year,
                        OrganisationId = organ,
                        OnlyFirst = true,
                    }
                )
            );
        }
    );

    /// <summary>Creates the number counters of the coming year, so that nobody's first decision waits for them.</summary>
    public static readonly RecurringJob NumberCounters = new(
        "number-counters",
        "建立下一年度文号计数器",
        "0 0 1 1 12 ?",
        Misfire.RunOnce,
        on => Year(on.Year + 1),
        (_, period, _) => Steps(JobStep.Of("all", new CreateNumberCountersCommand(int.Parse(period, CultureInfo.InvariantCulture))))
    );

    /// <summary>Removes idempotency rows past their time, in slices.</summary>
    public static readonly RecurringJob ExpiredRequests = new(
        "expired-requests",
        "清理过期的幂等记录",
        "0 10 3 * * ?",
        Misfire.Skip,
        on => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (_, _, _) => Steps(JobStep.Repeat("slices", new RemoveExpiredRequestsCommand()))
    );

    /// <summary>Counts running deadlines again where the calendar changed since. The start of the program that brings another calendar runs it too; the nightly run is for one that was broken off.</summary>
    public static readonly RecurringJob Deadlines = new(
        "recompute-deadlines",
        "按现行工作日历重新计算期限",
        "0 40 3 * * ?",
        Misfire.RunOnce,
        on => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (_, _, _) =>
        {
            DeadlineSlice? after = null;
            return Steps(
                new JobStep(
                    "slices",
                    async (mediator, ct) => (after = await mediator.Send(new RecomputeDeadlinesCommand(after), ct)) is not null
                )
            );
        }
    );

    /// <summary>Removes what of the security log has been kept for long enough, in slices.</summary>
    public static readonly RecurringJob ExpiredSecurityEvents = new(
        "expired-security-events",
        "清理超过保存期限的安全日志",
        "0 20 3 * * ?",
        Misfire.Skip,
        on => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (_, _, _) => Steps(JobStep.Repeat("slices", new RemoveExpiredSecurityEventsCommand()))
    );

    /// <summary>On the first day of a transfer to another organ the person's accounts follow.</summary>
    public static readonly RecurringJob TransferredAccounts = new(
        "transferred-accounts",
        "随人员调动转移账号",
        "0 5 0 * * ?",
        Misfire.RunOnce,
        on => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (_, _, _) => Steps(JobStep.Of("all", new MoveTransferredAccountsCommand()))
    );

    public static readonly IReadOnlyList<RecurringJob> All =
    [
        YearlySnapshots,
        NumberCounters,
        ExpiredRequests,
        Deadlines,
        ExpiredSecurityEvents,
        TransferredAccounts,
    ];

    /// <exception cref="DomainException"><see cref="Unknown"/>.</exception>
    public static RecurringJob Find(string name) => All.FirstOrDefault(j => j.Name == name) ?? throw Unknown.With($"任务 {name}");

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static Task<IReadOnlyList<JobStep>> Steps(params IReadOnlyList<JobStep> steps) => Task.FromResult(steps);
}
