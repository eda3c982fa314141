using MediatR;

namespace EnforcementCases.Api.Cases.Deadlines;

/// <summary>Routes of the ledger of deadlines (期限台账).</summary>
internal static class DeadlineEndpoints
{
    public static void MapDeadlines(this IEndpointRouteBuilder api)
    {
        var deadlines = api.MapGroup("/deadlines").WithTags("Deadlines 期限");
        deadlines
            .MapGet(
                "/",
                async ([AsParameters] ListDeadlinesQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListDeadlines")
            .WithSummary("Lists the deadlines of all cases within the caller's scope, the nearest last day first.")
            .ProducesProblem(400)
            .ProducesProblem(404);
        deadlines
            .MapGet(
                "/overdue",
                async (IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new CountOverdueDeadlinesQuery(), ct))
            )
            .WithName("CountOverdueDeadlines")
            .WithSummary("Counts the overdue deadlines of the caller's organisation and of each one below it.");
    }
}
