using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Evidence.Archives;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Uploads;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace EnforcementCases.Api.Evidence;

/// <summary>Routes of uploads (tus 1.0.0) and of the files of cases (证据文件).</summary>
internal static class EvidenceEndpoints
{
    public static void MapEvidence(this IEndpointRouteBuilder api)
    {
        MapUploads(api.MapGroup("/uploads").WithTags("Uploads 上传"));
        MapFiles(api.MapGroup("/cases/{id:guid}/evidence").WithTags("Evidence 证据文件"));
        api.MapArchives();
    }

    private static void MapUploads(RouteGroupBuilder uploads)
    {
        uploads
            .MapLate(
                HttpMethods.Options,
                "/",
                (HttpResponse response, UploadSettings settings) =>
                {
                    UploadHeaders.Describe(response.Headers, settings.LargestFile);
                    return TypedResults.NoContent();
                }
            )
            .WithName("DescribeUploads")
            .WithSummary("Shows in headers which parts of the protocol tus 1.0.0 are spoken, and the largest file.");
        uploads
            .MapLate(
                HttpMethods.Post,
                "/",
                async (HttpContext http, IMediator mediator, CancellationToken ct) =>
                {
                    UploadHeaders.EnsureVersion(http);
                    var headers = http.Request.Headers;
                    var begun = await mediator.Send(
                        new CreateUploadCommand(UploadHeaders.LengthOf(headers), UploadHeaders.MetadataOf(headers)),
                        ct
                    );
                    Show(http.Response, begun);
                    return TypedResults.Created($"/api/v1/uploads/{begun.Id}", begun);
                }
            )
            .WithName("CreateUpload")
            .WithSummary("Begins the upload of a file of a case in parts.");
        uploads
            .MapLate(
                HttpMethods.Get,
                "/{id:guid}",
                async (Guid id, HttpResponse response, IMediator mediator, CancellationToken ct) =>
                {
                    var upload = await mediator.Send(new ReadUploadQuery(id), ct);
                    Show(response, upload);
                    return TypedResults.Ok(upload);
                }
            )
            .WithName("ReadUpload")
            .WithSummary("Shows how much of an upload is stored, and its receipt.");
        uploads
            .MapLate(
                HttpMethods.Patch,
                "/{id:guid}",
                async (Guid id, Stream body, HttpContext http, UploadIntake intake, CancellationToken ct) =>
                {
                    UploadHeaders.EnsureVersion(http);
                    Show(http.Response, await intake.TakeAsync(id, UploadHeaders.PartOf(http.Request.Headers), body, ct));
                    return TypedResults.NoContent();
                }
            )
            .Accepts<Stream>(UploadHeaders.Part)
            .WithMetadata(new DisableRequestSizeLimitAttribute()) // the declared length bounds it
            .WithName("WriteUpload")
            .WithSummary("Uploads a part of a file; the last part stores it.");
        uploads
            .MapLate(
                HttpMethods.Delete,
                "/{id:guid}",
                async (Guid id, HttpContext http, IMediator mediator, CancellationToken ct) =>
                {
                    UploadHeaders.EnsureVersion(http);
                    await mediator.Send(new EndUploadCommand(id), ct);
                    return TypedResults.NoContent();
                }
            )
            .WithName("EndUpload")
            .WithSummary("Gives up an upload.");
    }

    private static void MapFiles(RouteGroupBuilder files)
    {
        files.MapQuery<ListEvidenceFilesQuery, EvidenceFiles>(
            "/",
            id => new(id),
            "Lists the files of a case, and those that its acts name and that have not arrived."
        );
        files
            .MapLate(
                HttpMethods.Get,
                "/{fileId:guid}/file",
                async (Guid id, Guid fileId, HttpRequest request, IMediator mediator, FileStore store, CancellationToken ct) =>
                {
                    var ranges = request.GetTypedHeaders().Range?.Ranges;
                    var from = ranges is { Count: > 0 } && ranges.All(r => r.From is not null) ? ranges.Min(r => r.From) : null;
                    var file = await mediator.Send(new ReadEvidenceFileCommand(id, fileId, request.Headers.Range.Count > 0, from), ct);
                    var content = store.OpenRead(file.Sha256) ?? throw FileStore.Gone.With($"文件 {file.Sha256}", FileStore.FromBackup);
                    return TypedResults.File(
                        content,
                        file.MediaType,
                        file.Name,
                        file.ReceivedAt,
                        new EntityTagHeaderValue($"\"{file.Sha256}\""),
                        enableRangeProcessing: true
                    );
                }
            )
            .WithName("ReadEvidenceFile")
            .WithSummary("Reads a file of a case as a download, whole or in parts.")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .Produces<byte[]>(StatusCodes.Status206PartialContent, "application/octet-stream")
            .Produces(StatusCodes.Status304NotModified);
        files.MapCommand<ExcuseMissingFilesCommand, CaseAfterAct>(
            "/excuse",
            (c, id) => c with { CaseId = id },
            "States why files that acts name will never come, so that the case may be closed without them."
        );
    }

    private static void Show(HttpResponse response, UploadView upload) =>
        UploadHeaders.Show(response.Headers, new(upload.Offset, upload.Length, upload.ExpiresAt, upload.Receipt?.FileId));
}
