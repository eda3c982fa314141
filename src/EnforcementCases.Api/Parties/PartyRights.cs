using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Parties;

/// <summary>Who may do what in parties: one line per operation.</summary>
internal static class PartyRights
{
    public static IEnumerable<Right> Rows =>
        [
            Read("FindParties", "查询当事人", CaseReaders),
            Read("ReadPartyArchive", "查阅一户式执法档案", CaseReaders),
            Write("MergeParty", "当事人并户", Head),
            Write("SplitParty", "当事人拆分", Head),
        ];
}
