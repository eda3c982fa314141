using EnforcementCases.Domain.Documents;
using EnforcementCases.Platform.Web;
using EnforcementCases.Site;
using MediatR;

namespace EnforcementCases.Api.Documents;

/// <summary>Routes of documents (文书).</summary>
internal static class DocumentEndpoints
{
    private const string WordDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapDocuments(this IEndpointRouteBuilder api)
    {
        api.MapDocumentNumbers();
        var documents = api.MapGroup("/cases/{id:guid}/documents").WithTags("Documents 文书");
        documents.MapQuery<ListCaseDocumentsQuery, IReadOnlyList<CaseDocumentView>>("/", id => new(id), "Lists the documents of a case.");
        documents
            .MapLate(
                HttpMethods.Post,
                "/{documentId:guid}/prints",
                async (
                    Guid id,
                    Guid documentId,
                    PrintDocumentCommand command,
                    IMediator mediator,
                    DocumentPress press,
                    CancellationToken ct
                ) =>
                {
                    var file = await press.FileAsync(id, documentId, command.Format, ct);
                    var print = await mediator.Send(command with { CaseId = id, DocumentId = documentId, File = file }, ct);
                    return TypedResults.Created($"/api/v1/cases/{id}/documents/{documentId}/file?format={print.Format}", print);
                }
            )
            .WithName("PrintDocument")
            .WithSummary("Prints a document; reprints have the same number and are counted.");
        documents
            .MapLate(
                HttpMethods.Get,
                "/{documentId:guid}/file",
                async (Guid id, Guid documentId, PrintFormat format, IMediator mediator, CancellationToken ct) =>
                {
                    var file = await mediator.Send(new ReadDocumentFileQuery(id, documentId, format), ct);
                    return TypedResults.File(file.Pdf, "application/pdf", file.Name);
                }
            )
            .WithName("ReadDocumentFile")
            .WithSummary("Reads the printed file of a document (PDF), byte for byte as first printed.")
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf");
        documents
            .MapLate(
                HttpMethods.Get,
                "/{documentId:guid}/word",
                async (Guid id, Guid documentId, IMediator mediator, CancellationToken ct) =>
                {
                    var file = await mediator.Send(new ReadDocumentWordQuery(id, documentId), ct);
                    return TypedResults.File(file.Docx, WordDocument, file.Name);
                }
            )
            .WithName("ReadDocumentWord")
            .WithSummary("Reads a document for a word processor (DOCX), if it is of a kind that is edited before it is signed.")
            .Produces<byte[]>(StatusCodes.Status200OK, WordDocument);
        documents
            .MapLate(
                HttpMethods.Get,
                "/{documentId:guid}/reading-copy",
                async (Guid id, Guid documentId, IMediator mediator, CancellationToken ct) =>
                {
                    var file = await mediator.Send(new ReadReadingCopyQuery(id, documentId), ct);
                    return TypedResults.File(file.Pdf, "application/pdf", file.Name);
                }
            )
            .WithName("ReadReadingCopy")
            .WithSummary(
                "Reads a document with its labels in Chinese and English (PDF), for reading only: not counted as a print and not stored."
            )
            .Produces<byte[]>(StatusCodes.Status200OK, "application/pdf");

        api.MapQuery<VerifyDocumentQuery, VerifiedDocument>(
                "/public/verify/{code}",
                "Checks a document by the code in its QR code; public, and returns nothing private."
            )
            .WithTags("Public 公开");
    }
}
