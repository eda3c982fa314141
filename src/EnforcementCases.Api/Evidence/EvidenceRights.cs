using EnforcementCases.Domain.Access;
using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Evidence;

/// <summary>Who may do what with uploads and files of cases: one line per operation.</summary>
internal static class EvidenceRights
{
    /// <summary>Those who record: at the scene, and at a hearing.</summary>
    private static Role[] Recorders => [Officer, Auxiliary, TeamLead, HearingHost];

    public static IEnumerable<Right> Rows =>
        [
            // Evidence: uploads
            Open("DescribeUploads", "了解上传协议"),
            Write("CreateUpload", "开始上传文件", Recorders),
            Write("ReadUpload", "查看上传进度和回执", Recorders),
            Write("WriteUpload", "上传文件内容", Recorders),
            Write("EndUpload", "放弃上传", Recorders),
            BySystem("EndExpiredUploads", "清除过期的上传"),
            // Evidence: files
            Read("ListEvidenceFiles", "查阅证据文件清单", CaseReaders),
            Read("ReadEvidenceFile", "调阅、下载证据文件", CaseReaders),
            Write("ExcuseMissingFiles", "说明文件无法上传的理由", Relation.NotOfficerOfCase, Head, DeputyHead),
            Read("DrawArchive", "调取案卷", Officer, TeamLead, LegalReviewer, DeputyHead, Head, Supervisor),
            Read("DrawWholeArchive", "调取案卷及副卷", TeamLead, LegalReviewer, DeputyHead, Head, Supervisor),
            BySystem("ScrubFiles", "核对存储的文件"),
            BySystem("FindStrayFiles", "查找没有登记的文件"),
        ];
}
