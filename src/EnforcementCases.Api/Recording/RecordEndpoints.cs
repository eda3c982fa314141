using MediatR;

namespace EnforcementCases.Api.Recording;

/// <summary>Routes of the process record (全过程记录).</summary>
internal static class RecordEndpoints
{
    public static void MapRecording(this IEndpointRouteBuilder api)
    {
        var record = api.MapGroup("/cases/{id:guid}/record").WithTags("Recording 全过程记录");
        record
            .MapGet(
                "/",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadRecordQuery(id), ct))
            )
            .WithName("ReadRecord")
            .WithSummary("Lists the entries of a case's record, in order.");
        record
            .MapGet(
                "/verification",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new VerifyRecordQuery(id), ct))
            )
            .WithName("VerifyRecord")
            .WithSummary("Verifies the hash chain of a case's record by recomputing it from the stored bytes.");
    }
}
