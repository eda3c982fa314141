using EnforcementCases.Api.Access.Upkeep;
using EnforcementCases.Platform.Jobs;

namespace EnforcementCases.Api.Access;

/// <summary>What recurs for sign-in and accounts.</summary>
internal static class AccessJobs
{
    /// <summary>Removes what of the security log has been kept for long enough, in slices.</summary>
    public static readonly RecurringJob ExpiredSecurityEvents = new(
        "expired-security-events",
        "清理超过保存期限的安全日志",
        "0 20 3 * * ?",
        Misfire.Skip,
        RecurringJob.Day,
        (_, _, _) => JobStep.These(JobStep.Repeat("slices", new RemoveExpiredSecurityEventsCommand()))
    );

    /// <summary>On the first day of a transfer to another organ the person's accounts follow.</summary>
    public static readonly RecurringJob TransferredAccounts = new(
        "transferred-accounts",
        "随人员调动转移账号",
        "0 5 0 * * ?",
        Misfire.RunOnce,
        RecurringJob.Day,
        (_, _, _) => JobStep.These(JobStep.Of("all", new MoveTransferredAccountsCommand()))
    );

    public static IReadOnlyList<RecurringJob> All => [ExpiredSecurityEvents, TransferredAccounts];
}
