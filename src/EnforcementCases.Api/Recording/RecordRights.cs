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
            Read("ExportRecord", "导出全过程记录和证明", [.. CaseReaders, Auditor]),
            Open("ReadCheckpoint", "查看记录日志的检查点"),
            Open("ReadTile", "读取记录日志的瓦片"),
            Open("ReadConsistency", "证明记录日志只增不改"),
            Open("ReadLogKeys", "查看记录日志的公钥"),
            StepUp(Administer("RotateLogKey", "更换记录日志的签名密钥", Administrator)),
            StepUp(Administer("RecoverLog", "登记记录日志的恢复", Administrator)),
            Read("ListRecordVerifications", "查看全过程记录的校验结果", Auditor, Administrator),
            Read("ReadRecordVerification", "查看全过程记录的校验结果", Auditor, Administrator),
            Administer("StartRecordVerification", "立即校验全过程记录", Auditor, Administrator),
            BySystem("VerifyRecordNightly", "每夜校验全过程记录"),
        ];
}
