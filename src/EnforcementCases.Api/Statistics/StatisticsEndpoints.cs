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
            "Lists the snapshots (frozen figures) of a year, newest revision first."
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
                "Freezes the figures of a year as a snapshot, for the caller's organ. A further snapshot needs a reason and supersedes the one before."
            );
        api.MapQuery<ReadSnapshotQuery, SnapshotDetail>(
                "/statistics/snapshots/{id:guid}",
                id => new(id),
                "Reads a snapshot: frozen figures, with the cases behind each."
            )
            .WithTags("Statistics 统计");
    }
}
