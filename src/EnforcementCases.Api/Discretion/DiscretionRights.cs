using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Discretion;

/// <summary>Who may do what in discretion: one line per operation.</summary>
internal static class DiscretionRights
{
    public static IEnumerable<Right> Rows =>
        [
            Write("AssessPenalty", "裁量评估", Officer, TeamLead, LegalReviewer, DeputyHead, Head),
            Read("ReadAssessment", "查阅裁量评估", CaseReaders),
            Read("ReplayAssessment", "重演裁量评估", CaseReaders),
        ];
}
