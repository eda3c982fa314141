using EnforcementCases.Api.Cases.Acts;
using EnforcementCases.Api.Cases.Corrections;
using EnforcementCases.Api.Cases.Deadlines;
using EnforcementCases.Api.Cases.Ordinary;
using EnforcementCases.Api.Cases.Papers;
using EnforcementCases.Api.Cases.Procedures;
using EnforcementCases.Api.Cases.Setup;
using EnforcementCases.Api.Cases.Simple;
using EnforcementCases.Api.Cases.Work;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.OpenApi;
using EnforcementCases.Platform.Web;
using MediatR;

namespace EnforcementCases.Api.Cases;

/// <summary>Routes of cases (案件).</summary>
internal static class CaseEndpoints
{
    public static void MapCases(this IEndpointRouteBuilder api)
    {
        api.MapLate(
                HttpMethods.Post,
                "/simple-cases",
                async (DecideOnTheSpotCommand command, IMediator mediator, ReceiptWriter receipts, CancellationToken ct) =>
                {
                    var answer = await receipts.WithReceiptAsync(await mediator.Send(command, ct), ct);
                    return TypedResults.Created($"/api/v1/cases/{answer.Id}", answer);
                }
            )
            .WithName("DecideOnTheSpot")
            .WithTags(ActTags.OnTheSpot)
            .WithSummary("Decides a case on the spot (当场处罚): the whole decision in one call.")
            .WithMetadata(new SentRequest(typeof(DecideOnTheSpotCommand)) { Papers = [DocumentKind.OnTheSpotDecision] });

        api.MapCommand<PreviewOnTheSpotQuery, OnTheSpotPreview>(
                "/simple-cases/assessment",
                "Shows tier, range, exemption and obstacles of a decision on the spot, before the party is notified; stores nothing."
            )
            .WithTags(ActTags.OnTheSpot);

        api.MapLate(
                HttpMethods.Get,
                "/simple-cases/ledger",
                async ([AsParameters] ReadSimpleCaseLedgerQuery query, IMediator mediator, CancellationToken ct) =>
                {
                    var file = await mediator.Send(query, ct);
                    return TypedResults.File(file.Content, SpreadsheetFile.MediaType, file.Name);
                }
            )
            .WithName("ReadSimpleCaseLedger")
            .WithTags(ActTags.OnTheSpot)
            .WithSummary("Reads the ledger of cases decided on the spot in a period (简易程序备案登记, D02) as a workbook (XLSX).")
            .Produces<byte[]>(StatusCodes.Status200OK, SpreadsheetFile.MediaType);

        var cases = api.MapGroup("/cases").WithTags(ActTags.Cases);
        cases.MapQuery<ListCasesQuery, Page<CaseListItem>>("/", "Lists cases, newest first.");
        cases
            .MapLate(
                HttpMethods.Get,
                "/{id:guid}",
                async (Guid id, string? include, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await CaseScreen.ReadAsync(mediator, id, include, ct))
            )
            .WithName("ReadCase")
            .WithSummary("Reads a case; with include=acts,deadlines,documents,record also what a screen shows beside it.");
        cases.MapQuery<ListCaseDeadlinesQuery, IReadOnlyList<CaseDeadlineView>>(
            "/{id:guid}/deadlines",
            id => new(id),
            "Lists the deadlines of a case, each with how it was computed."
        );

        api.MapCaseActs();
        api.MapOrdinaryProcedure();
        api.MapProcedures();
        api.MapCorrectionOrders();
        api.MapDeadlines();
        api.MapWork();
        api.MapCasePapers();
        api.MapSetup();
    }
}
