using EnforcementCases.Platform.Access;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Recordings;

/// <summary>Who may do what with recordings of acts: one line per operation.</summary>
internal static class RecordingsRights
{
    public static IEnumerable<Right> Rows =>
        [
            Read("ReadRecordingMatrix", "查阅记录矩阵", CaseReaders),
            Read("ReadCaseRecording", "查阅案件的音像记录和缺口", CaseReaders),
            Read("ListRecordingGaps", "查阅记录缺口清单", CaseReaders),
        ];
}
