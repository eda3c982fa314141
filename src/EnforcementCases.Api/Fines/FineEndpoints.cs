using EnforcementCases.Api.Fines.Cash;
using MediatR;

namespace EnforcementCases.Api.Fines;

/// <summary>Routes of fines (罚款) that are not acts of one case.</summary>
internal static class FineEndpoints
{
    public static void MapFines(this IEndpointRouteBuilder api)
    {
        api.MapCash();
        api.MapPost(
                "/payments/callback",
                async (HttpRequest request, BankCallback bank, CancellationToken ct) =>
                    TypedResults.Ok(await bank.ReceiveAsync(request, ct))
            )
            .Accepts<ReceivePaymentCommand>("application/json")
            .WithTags("Fines 罚款")
            .WithName("ReceivePayment")
            .WithSummary("Takes the bank's word that a fine was paid (缴款到账).")
            .WithDescription(
                $"Signed with `{BankCallback.SignatureHeader}`: hex HMAC-SHA-256 over `sentAt + \".\" + body`, where `sentAt` is the value of `{BankCallback.SentAtHeader}` "
                    + "(RFC 3339, at most five minutes from now). Keyed by `bankTransactionId`: told again, it answers as the first time."
            )
            .ProducesProblem(400)
            .ProducesProblem(401)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
        api.MapGet(
                "/fines/remittances",
                async ([AsParameters] ListRemittancesQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithTags("Fines 罚款")
            .WithName("ListRemittances")
            .WithSummary("Lists cash that was collected on the spot with both remittance timers, the earliest deadline first.");
    }
}
