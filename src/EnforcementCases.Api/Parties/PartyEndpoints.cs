using EnforcementCases.Platform.Web;
using MediatR;

namespace EnforcementCases.Api.Parties;

/// <summary>Routes of the one-party archive (一户式执法档案) and of the register of parties.</summary>
internal static class PartyEndpoints
{
    public static void MapParties(this IEndpointRouteBuilder api)
    {
        api.MapCommand<FindPartiesQuery, IReadOnlyList<FoundParty>>(
                "/parties/search",
                "Finds parties within the caller's scope by exact document number or by the beginning of the name."
            )
            .WithTags("Parties 当事人");

        var parties = api.MapGroup("/parties/{id:guid}").WithTags("Parties 当事人");
        parties
            .MapLate(
                HttpMethods.Get,
                "/archive",
                async (Guid id, ArchivePart[]? include, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadPartyArchiveQuery(id, include), ct))
            )
            .WithName("ReadPartyArchive")
            .WithSummary(
                "Reads everything within the caller's scope that concerns a party: cases, exemptions, orders to correct, payments, documents."
            );
        parties.MapCommand<MergePartyCommand, PartyAfterAct>(
            "/acts/merge",
            (c, id) => c with { PartyId = id },
            "Merges a party into another entry of the same party (并户), proved by its document."
        );
        parties.MapCommand<SplitPartyCommand, PartyAfterAct>("/acts/split", (c, id) => c with { PartyId = id }, "Undoes a merge (拆分).");
    }
}
