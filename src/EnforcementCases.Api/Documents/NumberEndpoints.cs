using MediatR;

namespace EnforcementCases.Api.Documents;

/// <summary>Routes of the ledger of document numbers (文号台账).</summary>
internal static class NumberEndpoints
{
    public static void MapDocumentNumbers(this IEndpointRouteBuilder api)
    {
        var numbers = api.MapGroup("/document-numbers").WithTags("Documents 文书");
        numbers
            .MapGet(
                "/",
                async ([AsParameters] ListDocumentNumbersQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListDocumentNumbers")
            .WithSummary("Reads the ledger of an organ, word and legal year, and says whether it is complete.")
            .ProducesProblem(404);
        numbers
            .MapPost(
                "/{id:guid}/void",
                async (Guid id, VoidDocumentNumberCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { NumberId = id }, ct))
            )
            .WithName("VoidDocumentNumber")
            .WithSummary("Voids the number of a revoked decision (作废).")
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409);
    }
}
