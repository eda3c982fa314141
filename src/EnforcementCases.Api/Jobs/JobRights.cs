using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Jobs;

/// <summary>Who may do what in recurring jobs: one line per operation.</summary>
internal static class JobRights
{
    public static IEnumerable<Right> Rows =>
        [
            Administer("ListJobs", "查看定时任务", Administrator),
            Administer("RunJob", "立即执行定时任务", Administrator),
            BySystem("RemoveExpiredRequests", "清理过期的幂等记录"),
        ];
}
