using EnforcementCases.Api.Recording.Audits;
using EnforcementCases.Api.Recording.Log;
using EnforcementCases.Platform.Recording;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Api.Recording;

/// <summary>Routes of the process record (全过程记录).</summary>
internal static class RecordEndpoints
{
    public static void MapRecording(this IEndpointRouteBuilder api)
    {
        var record = api.MapGroup("/cases/{id:guid}/record").WithTags("Recording 全过程记录");
        record.MapQuery<ReadRecordQuery, CaseRecord>("/", id => new(id), "Lists the entries of a case's record, in order.");
        record.MapQuery<VerifyRecordQuery, RecordVerification>(
            "/verification",
            id => new(id),
            "Verifies the hash chain of a case's record by recomputing it from the stored bytes."
        );
        api.MapLog();
        api.MapRecordAudits();
    }
}
