using MediatR;

namespace EnforcementCases.Api.Parties;

/// <summary>Routes of the one-party archive (一户式执法档案) and of the register of parties.</summary>
internal static class PartyEndpoints
{
    public static void MapParties(this IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/parties/search",
                async (FindPartiesQuery query, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("FindParties")
            .WithTags("Cases 案件")
            .WithSummary("Finds parties within the caller's scope by exact document number or by name.")
            .ProducesProblem(400);

        var parties = api.MapGroup("/parties/{id:guid}").WithTags("Parties 当事人");
        parties
            .MapGet(
                "/archive",
                async (Guid id, ArchivePart[]? include, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadPartyArchiveQuery(id, include), ct))
            )
            .WithName("ReadPartyArchive")
            .WithSummary(
                "Reads everything within the caller's scope that concerns a party: cases, exemptions, orders to correct, payments, documents."
            )
            .ProducesProblem(400)
            .ProducesProblem(404);
        parties
            .MapPost(
                "/acts/merge",
                async (Guid id, MergePartyCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { PartyId = id }, ct))
            )
            .WithName("MergeParty")
            .WithSummary("Merges a party into another that it was found to be (并户), by document.")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .ProducesProblem(422)
            .ProducesProblem(428);
        parties
            .MapPost(
                "/acts/split",
                async (Guid id, SplitPartyCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { PartyId = id }, ct))
            )
            .WithName("SplitParty")
            .WithSummary("Undoes a merge (拆分).")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .ProducesProblem(428);
    }
}
