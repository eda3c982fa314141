using EnforcementCases.Platform.Web;

namespace EnforcementCases.Api.Recordings;

/// <summary>Routes of the recording matrix and of the gaps (记录矩阵、记录缺口).</summary>
internal static class RecordingsEndpoints
{
    public static void MapRecordings(this IEndpointRouteBuilder api)
    {
        var recording = api.MapGroup("/recording").WithTags("Recording 全过程记录");
        recording.MapQuery<ReadRecordingMatrixQuery, RecordingMatrixView>(
            "/matrix",
            "Reads which acts are recorded in which medium, on a day and for an organisation."
        );
        recording.MapQuery<ListRecordingGapsQuery, Page<CaseWithGaps>>(
            "/gaps",
            "Lists the cases with gaps in the recording of their acts of a period."
        );
        api.MapGroup("/cases/{id:guid}/recording")
            .WithTags("Recording 全过程记录")
            .MapQuery<ReadCaseRecordingQuery, CaseRecording>(
                "/",
                id => new(id),
                "Reads how the acts of a case were recorded, and what is lacking."
            );
    }
}
