using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Api.Cases.Corrections;

/// <summary>Routes of orders to correct before a penalty (责令改正).</summary>
internal static class CorrectionOrderEndpoints
{
    public static void MapCorrectionOrders(this IEndpointRouteBuilder api)
    {
        var orders = api.MapGroup("/correction-orders").WithTags(ActTags.OnTheSpot);
        orders.MapCreate<OrderCorrectionCommand, CorrectionOrderView>(
            "/",
            order => $"/api/v1/correction-orders/{order.Id}",
            "Orders a party to put a violation right by a given day, before any penalty (责令限期改正)."
        );
        orders.MapQuery<ListCorrectionOrdersQuery, Page<CorrectionOrderItem>>("/", "Lists orders to correct, newest first.");
        orders.MapQuery<ReadCorrectionOrderQuery, CorrectionOrderView>("/{id:guid}", id => new(id), "Reads an order to correct.");
        orders.MapCommand<RecheckCorrectionOrderCommand, CorrectionOrderView>(
            "/{id:guid}/recheck",
            (c, id) => c with { OrderId = id },
            "Enters a re-check of an order to correct (复查)."
        );
        orders.MapCommand<WithdrawCorrectionOrderCommand, CorrectionOrderView>(
            "/{id:guid}/withdraw",
            (c, id) => c with { OrderId = id },
            "Withdraws an order to correct (撤回责令改正), by a leader who did not give it."
        );
    }
}
