using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Cases.Corrections;
using EnforcementCases.Api.Cases.Deadlines;
using EnforcementCases.Api.Cases.Ordinary;
using EnforcementCases.Api.Cases.Papers;
using EnforcementCases.Api.Cases.Procedures;
using EnforcementCases.Api.Cases.Simple;
using EnforcementCases.Platform.Files;
using MediatR;

namespace EnforcementCases.Api.Cases;

/// <summary>Routes of cases (案件).</summary>
internal static class CaseEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder api)
    {
        api.MapPost(
                "/simple-cases",
                async (DecideOnTheSpotCommand command, IMediator mediator, ReceiptWriter receipts, CancellationToken ct) =>
                {
                    var answer = await receipts.WithReceiptAsync(await mediator.Send(command, ct), ct);
                    return TypedResults.Created($"/api/v1/cases/{answer.Id}", answer);
                }
            )
            .WithName("DecideOnTheSpot")
            .WithTags("Cases 案件")
            .WithSummary("Decides a case on the spot (当场处罚): the whole decision in one call.")
            .ProducesProblem(400)
            .ProducesProblem(403)
            .ProducesProblem(409)
            .ProducesProblem(422);

        api.MapGet(
                "/simple-cases/ledger",
                async ([AsParameters] ReadSimpleCaseLedgerQuery query, IMediator mediator, CancellationToken ct) =>
                {
                    var file = await mediator.Send(query, ct);
                    return TypedResults.File(file.Content, Personnel.OfficerSheet.MediaType, file.Name);
                }
            )
            .WithName("ReadSimpleCaseLedger")
            .WithTags("Cases 案件")
            .WithSummary("Reads the ledger of cases decided on the spot in a period (简易程序备案登记, D02) as a workbook (XLSX).")
            .Produces<byte[]>(StatusCodes.Status200OK, Personnel.OfficerSheet.MediaType)
            .ProducesProblem(404)
            .ProducesProblem(422);

        var cases = api.MapGroup("/cases").WithTags("Cases 案件");
        cases
            .MapGet(
                "/",
                async ([AsParameters] ListCasesQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListCases")
            .WithSummary("Lists cases, newest first.")
            .ProducesProblem(400);
        cases
            .MapGet(
                "/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ReadCaseQuery(id), ct))
            )
            .WithName("ReadCase")
            .WithSummary("Reads a case.")
            .ProducesProblem(404);
        cases
            .MapGet(
                "/{id:guid}/deadlines",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ListCaseDeadlinesQuery(id), ct))
            )
            .WithName("ListCaseDeadlines")
            .WithSummary("Lists the deadlines of a case, each with how it was computed.")
            .ProducesProblem(404);

        api.MapCaseActs();
        api.MapOrdinaryProcedure();
        api.MapProcedures();
        api.MapCorrectionOrders();
        api.MapDeadlines();
        api.MapCasePapers();
    }
}
