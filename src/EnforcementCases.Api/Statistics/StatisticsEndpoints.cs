using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Web;
using MediatR;

namespace EnforcementCases.Api.Statistics;

/// <summary>Routes of the yearly figures (统计).</summary>
internal static class StatisticsEndpoints
{
    public static void MapStatistics(this IEndpointRouteBuilder api)
    {
        var statistics = api.MapGroup("/statistics/{year:int}").WithTags("Statistics 统计");
        statistics.MapQuery<ReadFiguresQuery, FiguresOfYear>(
            "/figures",
            "Counts the figures of a year from the cases now, each with its definition."
        );
        statistics.MapQuery<ListFigureCasesQuery, Page<FigureCase>>(
            "/figures/{key}/cases",
            "Lists the cases behind a figure; their contributions sum up to its value."
        );
        statistics.MapQuery<GroupFigureQuery, FigureInGroups>(
            "/figures/{key}/groups",
            "Counts a figure in groups: by month, quarter, organ, unit, officer, procedure, violation, category, instrument or kind of penalty."
        );
        statistics.MapQuery<ReadRatesQuery, RatesOfYear>(
            "/rates",
            "Counts the ratios of a year: powers exercised, officers taking part, organs enforcing, cases closed, fines collected, published in time."
        );
        statistics.MapQuery<CompareYearsQuery, YearComparison>(
            "/comparison",
            "Compares the figures of a year with the year before as it was frozen, and as it counts now."
        );
        statistics.MapQuery<ReadYearReportQuery, YearReport>(
            "/report",
            "Reads the sentences of a yearly report with the figures filled in, and the figures that are missing."
        );
        statistics.MapQuery<ReadPenaltyTableQuery, PenaltyTable>(
            "/penalty-table",
            "Counts the table of penalties (行政处罚实施情况统计表) in the form of a year, one row for each organ."
        );
        statistics
            .MapLate(
                HttpMethods.Get,
                "/penalty-table/file",
                async ([AsParameters] ExportPenaltyTableQuery query, IMediator mediator, CancellationToken ct) =>
                {
                    var file = await mediator.Send(query, ct);
                    return TypedResults.File(file.Content, SpreadsheetFile.MediaType, file.Name);
                }
            )
            .WithName("ExportPenaltyTable")
            .WithSummary("Reads the table of penalties as a workbook (XLSX): numbers, sums as formulas, and a sheet with the definitions.")
            .Produces<byte[]>(StatusCodes.Status200OK, SpreadsheetFile.MediaType);
        statistics.MapQuery<ListSnapshotsQuery, IReadOnlyList<SnapshotSummary>>(
            "/snapshots",
            "Lists the snapshots (frozen figures) of a year, its quarters and months, each with the newest revision first."
        );
        statistics
            .MapLate(
                HttpMethods.Post,
                "/snapshots",
                async (int year, TakeSnapshotCommand command, IMediator mediator, CancellationToken ct) =>
                {
                    var taken = await mediator.Send(command with { Year = year }, ct);
                    return TypedResults.Created($"/api/v1/statistics/snapshots/{taken.Id}", taken);
                }
            )
            .WithName("TakeSnapshot")
            .WithSummary(
                "Freezes the figures of a year, quarter or month as a snapshot, for the caller's organ. A further snapshot needs a reason and supersedes the one before."
            );
        api.MapQuery<ReadSnapshotQuery, SnapshotDetail>(
                "/statistics/snapshots/{id:guid}",
                id => new(id),
                "Reads a snapshot: frozen figures, with the cases behind each."
            )
            .WithTags("Statistics 统计");
        api.MapQuery<CompareSnapshotQuery, SnapshotDifferences>(
                "/statistics/snapshots/{id:guid}/differences",
                id => new(id),
                "Reads what changed from the superseded snapshot to this one: figures, and the cases behind each change."
            )
            .WithTags("Statistics 统计");
        api.MapCommand<ApproveSnapshotCommand, SnapshotSummary>(
                "/statistics/snapshots/{id:guid}/acts/approve",
                (c, id) => c with { Id = id },
                "Approves a snapshot; the approval of a second person releases it."
            )
            .WithTags("Statistics 统计");
        MapOwnFigures(statistics);
    }

    private static void MapOwnFigures(RouteGroupBuilder statistics)
    {
        statistics.MapQuery<ListOwnFiguresQuery, IReadOnlyList<OwnFigureView>>(
            "/own-figures",
            "Lists the figures that a place typed in, with every revision."
        );
        statistics
            .MapLate(
                HttpMethods.Put,
                "/own-figures/{key}",
                async (int year, string key, EnterOwnFigureCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { Year = year, Key = key }, ct))
            )
            .WithName("EnterOwnFigure")
            .WithSummary("Types in a figure of the place's own, or corrects it; computed figures cannot be typed over.");
        statistics
            .MapLate(
                HttpMethods.Post,
                "/own-figures/{key}/acts/withdraw",
                async (int year, string key, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new WithdrawOwnFigureCommand { Year = year, Key = key }, ct))
            )
            .WithName("WithdrawOwnFigure")
            .WithSummary("Takes a figure of the place's own back; its revisions remain.");
    }
}
