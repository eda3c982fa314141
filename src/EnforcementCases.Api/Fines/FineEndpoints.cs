using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Fines.Cash;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Platform.Web;
using EnforcementCases.Site;

namespace EnforcementCases.Api.Fines;

/// <summary>Routes of fines (罚款): the acts of a case that move money, and what is not of one case.</summary>
internal static class FineEndpoints
{
    public static void MapFines(this IEndpointRouteBuilder api)
    {
        api.MapGroup("/cases/{id:guid}/acts").MapActs();
        api.MapCash();
        api.MapLate(
                HttpMethods.Post,
                "/payments/callback",
                async (HttpRequest request, BankCallback bank, CancellationToken ct) =>
                    TypedResults.Ok(await bank.ReceiveAsync(request, ct))
            )
            .Accepts<ReceivePaymentCommand>("application/json")
            .WithTags("Fines 罚款")
            .WithName("ReceivePayment")
            .WithSummary("Receives the bank's report that a fine was paid (缴款到账).")
            .WithDescription(
                $"Signed with `{BankCallback.SignatureHeader}`: hex HMAC-SHA-256 over `sentAt + \".\" + body`, where `sentAt` is the value of `{BankCallback.SentAtHeader}` "
                    + "(RFC 3339, at most five minutes from now). Keyed by `bankTransactionId`: a repeated report gets the first answer."
            );
        api.MapQuery<ListRemittancesQuery, Remittances>(
                "/fines/remittances",
                "Lists cash collected on the spot with its remittance deadlines (to the organ, then to the bank), the earliest first."
            )
            .WithTags("Fines 罚款");
        api.MapQuery<ReadPublicFineQuery, PublicFine>(
                "/public/pay/{code}",
                "Shows what is owed for a fine, to whom and how to pay it, by its payment code; public, and returns nothing about the party."
            )
            .WithTags("Public 公开");
    }

    private static void MapActs(this RouteGroupBuilder acts)
    {
        acts.MapAct<CollectOnTheSpotCommand>(CaseAct.CollectOnTheSpot, (c, id) => c with { CaseId = id })
            .WithSummary("Collects a fine in cash on the spot (当场收缴), on one of the grounds of 行政处罚法 第六十八条、第六十九条.");
        acts.MapAct<RemitToOrganCommand>(CaseAct.RemitToOrgan, (c, id) => c with { CaseId = id })
            .WithSummary("Enters that the officer handed cash to the organ (交至行政机关).");
        acts.MapAct<RemitToBankCommand>(CaseAct.RemitToBank, (c, id) => c with { CaseId = id })
            .WithSummary("Enters that the organ paid cash to the bank (缴付银行).");
        acts.MapAct<RefundPaymentCommand>(CaseAct.Refund, (c, id) => c with { CaseId = id })
            .WithSummary("Refunds a fine after its decision was revoked (退款), with interest.");
    }
}
