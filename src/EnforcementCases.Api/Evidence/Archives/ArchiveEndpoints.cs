using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Web;
using MediatR;

namespace EnforcementCases.Api.Evidence.Archives;

/// <summary>Routes on which the file of a case is drawn (调取案卷).</summary>
internal static class ArchiveEndpoints
{
    public const string Zip = "application/zip";

    public static void MapArchives(this IEndpointRouteBuilder api)
    {
        var archive = api.MapGroup("/cases/{id:guid}/archive").WithTags(ActTags.Cases);
        archive
            .MapLate(
                HttpMethods.Get,
                "/",
                (
                    Guid id,
                    FileForm? form,
                    EvidenceInArchive? evidence,
                    HttpResponse response,
                    ArchiveCounter counter,
                    CancellationToken ct
                ) => counter.DrawAsync(new DrawArchiveCommand(id, form ?? FileForm.Main, evidence ?? EvidenceInArchive.Files), response, ct)
            )
            .WithName("DrawArchive")
            .WithSummary("Draws the file of a case as one ZIP, without its inner volume.")
            .Produces<byte[]>(StatusCodes.Status200OK, Zip);
        archive
            .MapLate(
                HttpMethods.Get,
                "/whole",
                (
                    Guid id,
                    FileForm? form,
                    EvidenceInArchive? evidence,
                    HttpResponse response,
                    ArchiveCounter counter,
                    CancellationToken ct
                ) =>
                    counter.DrawAsync(
                        new DrawWholeArchiveCommand(id, form ?? FileForm.Main, evidence ?? EvidenceInArchive.Files),
                        response,
                        ct
                    )
            )
            .WithName("DrawWholeArchive")
            .WithSummary("Draws the file of a case as one ZIP, with its inner volume in a folder of its own.")
            .Produces<byte[]>(StatusCodes.Status200OK, Zip);
    }
}

/// <summary>Makes the file of a case and hands it over; what it holds for that is given back when the answer ends.</summary>
internal sealed class ArchiveCounter(
    ArchivePress press,
    ArchiveTurns turns,
    RightsTable rights,
    CurrentUser user,
    Installation installation,
    IMediator mediator,
    TimeProvider clock
)
{
    /// <summary>The header with the SHA-256 of the list of entries.</summary>
    private const string ManifestHeader = "Archive-Manifest-Sha256";

    public async Task<IResult> DrawAsync(IDrawsArchive command, HttpResponse response, CancellationToken ct)
    {
        Authorization.Ensure(rights, RightsTable.OperationOf(command.GetType()), user, clock.GetUtcNow()); // before anything is read
        response.RegisterForDispose(turns.Enter());
        var scratch = new ScratchFile(installation);
        response.RegisterForDisposeAsync(scratch);
        var ready = await press.MakeAsync(command, scratch, ct);
        await mediator.Send(command.As(ready.InHand), ct);
        response.Headers[ManifestHeader] = ready.InHand.ManifestSha256;
        response.ContentLength = ready.InHand.Bytes;
        var aborted = response.HttpContext.RequestAborted;
        return TypedResults.Stream(
            body => StoredZip.WriteAsync(ready.Items, body, ready.At, aborted),
            ArchiveEndpoints.Zip,
            $"case-{command.CaseId:D}-{command.Form.ToString().ToLowerInvariant()}.zip"
        );
    }
}
