using MediatR;

namespace EnforcementCases.Api.Cases.Corrections;

/// <summary>Routes of orders to correct before a penalty (责令改正).</summary>
internal static class CorrectionOrderEndpoints
{
    public static void MapCorrectionOrders(this IEndpointRouteBuilder api)
    {
        var orders = api.MapGroup("/correction-orders").WithTags("Cases 案件");
        orders
            .MapPost(
                "/",
                async (OrderCorrectionCommand command, IMediator mediator, CancellationToken ct) =>
                {
                    var order = await mediator.Send(command, ct);
                    return TypedResults.Created($"/api/v1/correction-orders/{order.Id}", order);
                }
            )
            .WithName("OrderCorrection")
            .WithSummary("Orders a party to put a violation right by a given day (责令限期改正).")
            .ProducesProblem(422);
        orders
            .MapGet(
                "/",
                async ([AsParameters] ListCorrectionOrdersQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListCorrectionOrders")
            .WithSummary("Lists orders to correct, newest first.");
        orders
            .MapGet(
                "/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadCorrectionOrderQuery(id), ct))
            )
            .WithName("ReadCorrectionOrder")
            .WithSummary("Reads an order to correct.")
            .ProducesProblem(404);
        orders
            .MapPost(
                "/{id:guid}/recheck",
                async (Guid id, RecheckCorrectionOrderCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { OrderId = id }, ct))
            )
            .WithName("RecheckCorrectionOrder")
            .WithSummary("Enters a re-check of an order to correct (复查).")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .ProducesProblem(422)
            .ProducesProblem(428);
    }
}
