using EnforcementCases.Platform.Web;
using MediatR;

namespace EnforcementCases.Api.Recording.Log;

/// <summary>Routes of the log over the record (记录日志): open to anyone, because it holds hashes alone.</summary>
internal static class LogEndpoints
{
    private const string Lines = "application/jsonl";

    public static void MapLog(this IEndpointRouteBuilder api)
    {
        var log = api.MapGroup("/transparency").WithTags("Recording 全过程记录");
        log.MapLate(
                HttpMethods.Get,
                "/checkpoint",
                async ([AsParameters] ReadCheckpointQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Text(await mediator.Send(query, ct), "text/plain", System.Text.Encoding.UTF8)
            )
            .WithName("ReadCheckpoint")
            .WithSummary("Reads the last signed state of the log, as a signed note.")
            .Produces<string>(StatusCodes.Status200OK, "text/plain");
        log.MapLate(
                HttpMethods.Get,
                "/tile/{**path}",
                async (string path, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Bytes(await mediator.Send(new ReadTileQuery(path), ct), "application/octet-stream")
            )
            .WithName("ReadTile")
            .WithSummary("Reads a tile of the log: `0/x001/067`, or `0/x001/067.p/8` for the first 8 hashes of one that is not full.")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream");
        log.MapQuery<ReadConsistencyQuery, ConsistencyProof>(
            "/consistency",
            "Proves that the log at one size begins with the log at a smaller size."
        );
        log.MapQuery<ReadLogKeysQuery, KeysOfLog>("/keys", "Reads the keys of the log and of its witnesses.");
        api.MapGroup("/cases/{id:guid}/record")
            .WithTags("Recording 全过程记录")
            .MapLate(
                HttpMethods.Get,
                "/bundle",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                {
                    var file = await mediator.Send(new ExportRecordQuery(id), ct);
                    return TypedResults.File(file.Content, Lines, file.Name);
                }
            )
            .WithName("ExportRecord")
            .WithSummary("Exports the record of a case with its proofs as JSON lines, to be verified without this system.")
            .Produces<byte[]>(StatusCodes.Status200OK, Lines);
        var admin = api.MapGroup("/admin/log").WithTags("Recording 全过程记录");
        admin.MapCommand<RotateLogKeyCommand, LogKeyView>(
            "/key-rotations",
            "Lets a new key sign the checkpoints of the log. The statement in the record is signed by both keys."
        );
        admin.MapCommand<RecoverLogCommand, LogKeyView>(
            "/recoveries",
            "Begins a new log after an older database was restored; possible only while writing is stopped for that reason."
        );
    }
}
