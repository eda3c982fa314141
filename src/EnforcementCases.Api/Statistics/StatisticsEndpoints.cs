using MediatR;

namespace EnforcementCases.Api.Statistics;

/// <summary>Routes of the yearly figures (统计).</summary>
internal static class StatisticsEndpoints
{
    public static void MapStatistics(this IEndpointRouteBuilder api)
    {
        var statistics = api.MapGroup("/statistics/{year:int}").WithTags("Statistics 统计");
        statistics
            .MapGet(
                "/figures",
                async (int year, Guid? organisation, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadFiguresQuery(year, organisation), ct))
            )
            .WithName("ReadFigures")
            .WithSummary("Counts the figures of a year from the cases, each with its definition.")
            .ProducesProblem(404)
            .ProducesProblem(422);
        statistics
            .MapGet(
                "/figures/{key}/cases",
                async (int year, string key, Guid? organisation, string? cursor, int? limit, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ListFigureCasesQuery(year, key, organisation, cursor, limit), ct))
            )
            .WithName("ListFigureCases")
            .WithSummary("Lists the cases behind a figure; what they add sums up to its value.")
            .ProducesProblem(404);
        statistics
            .MapGet(
                "/report",
                async (int year, Guid? organisation, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadYearReportQuery(year, organisation), ct))
            )
            .WithName("ReadYearReport")
            .WithSummary("Writes the sentences of a yearly report from the figures; names the figures that are missing.")
            .ProducesProblem(404)
            .ProducesProblem(422);
        statistics
            .MapGet(
                "/snapshots",
                async (int year, Guid? organisation, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ListSnapshotsQuery(year, organisation), ct))
            )
            .WithName("ListSnapshots")
            .WithSummary("Lists the frozen figures of a year, newest revision first.")
            .ProducesProblem(404);
        statistics
            .MapPost(
                "/snapshots",
                async (int year, TakeSnapshotCommand command, IMediator mediator, CancellationToken ct) =>
                {
                    var taken = await mediator.Send(command with { Year = year }, ct);
                    return TypedResults.Created($"/api/v1/statistics/snapshots/{taken.Id}", taken);
                }
            )
            .WithName("TakeSnapshot")
            .WithSummary("Freezes the figures of a year for the caller's organ, now. A second one needs a reason and supersedes the first.")
            .ProducesProblem(409)
            .ProducesProblem(422);
        api.MapGet(
                "/statistics/snapshots/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadSnapshotQuery(id), ct))
            )
            .WithTags("Statistics 统计")
            .WithName("ReadSnapshot")
            .WithSummary("Reads frozen figures with the cases behind each.")
            .ProducesProblem(404);
    }
}
