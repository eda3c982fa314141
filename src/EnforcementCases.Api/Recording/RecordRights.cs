using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Recording;

/// <summary>Who may do what in the process record: one line per operation.</summary>
internal static class RecordRights
{
    public static IEnumerable<Right> Rows =>
        [
            Read("ReadRecord", "查阅全过程记录", [.. CaseReaders, Auditor]),
            Read("VerifyRecord", "校验全过程记录", [.. CaseReaders, Auditor]),
        ];
}
