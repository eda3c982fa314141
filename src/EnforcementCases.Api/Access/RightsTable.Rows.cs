using EnforcementCases.Domain.Access;
using static EnforcementCases.Domain.Access.Role;

namespace EnforcementCases.Api.Access;

internal static partial class RightsTable
{
    private static Role[] CaseReaders =>
        [Officer, Auxiliary, TeamLead, LegalReviewer, HearingHost, DeputyHead, Head, Cashier, PublicityClerk, Supervisor];

    /// <summary>One line per operation; a new operation without a line fails the build.</summary>
    private static IEnumerable<Right> All() =>
        [
            // Recording
            Read("ReadRecord", "查阅全过程记录", [.. CaseReaders, Auditor]),
            Read("VerifyRecord", "校验全过程记录", [.. CaseReaders, Auditor]),
        ];
}
