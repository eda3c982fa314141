using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Web;
using MediatR;

namespace EnforcementCases.Api.Publicity;

/// <summary>Routes of publicity (行政执法公示).</summary>
internal static class PublicityEndpoints
{
    private const string Csv = "text/csv";

    public static void MapPublicity(this IEndpointRouteBuilder api)
    {
        var publicity = api.MapGroup("/publicity").WithTags("Publicity 公示");
        publicity.MapQuery<ListPublicationsQuery, Page<PublicationLine>>(
            "/items",
            "Lists decisions and their publication: due day, lateness, and what each waits for."
        );
        publicity.MapQuery<ReadPublicationQuery, PublicationDetail>(
            "/items/{id:guid}",
            id => new(id),
            "Reads the publication of a decision with its masked copy and what was found in it."
        );
        publicity.MapCommand<PreviewPublicationQuery, PublicationDetail>(
            "/items/{id:guid}/preview",
            (q, id) => q with { Id = id },
            "Makes the masked copy with the answers of the clerk; stores nothing."
        );
        publicity.MapCommand<ConfirmPublicationCommand, PublicationDetail>(
            "/items/{id:guid}/acts/confirm",
            (c, id) => c with { Id = id },
            "Publishes exactly the copy that the clerk saw."
        );
        publicity.MapCommand<CorrectPublicationCommand, PublicationDetail>(
            "/items/{id:guid}/acts/correct",
            (c, id) => c with { Id = id },
            "Corrects what is shown."
        );
        publicity.MapCommand<AskToWithholdCommand, PublicationDetail>(
            "/items/{id:guid}/acts/ask-to-withhold",
            (c, id) => c with { Id = id },
            "Asks that a decision be withheld, on a ground."
        );
        publicity.MapCommand<DecideWithholdingCommand, PublicationDetail>(
            "/items/{id:guid}/acts/decide-withholding",
            (c, id) => c with { Id = id },
            "Decides whether a decision is withheld."
        );
        publicity.MapCommand<WithdrawPublicationCommand, PublicationDetail>(
            "/items/{id:guid}/acts/withdraw",
            (c, id) => c with { Id = id },
            "Takes a page down, or states to the public why it was taken down."
        );
        publicity.MapQuery<ReadPublicityFiguresQuery, PublicityFigures>(
            "/figures",
            "Reads how much of what was decided in a year was published, and how much of it in time."
        );
        publicity.MapQuery<ListCreditRecordsQuery, CreditRecordsOfPeriod>(
            "/credit-records/checks",
            "Checks the records of the double publication of a period: how many can be sent, and what is wrong with the others."
        );
        publicity
            .MapLate(
                HttpMethods.Get,
                "/credit-records",
                async ([AsParameters] ExportCreditRecordsQuery query, IMediator mediator, CancellationToken ct) =>
                {
                    var file = await mediator.Send(query, ct);
                    return TypedResults.File(
                        file.Content,
                        query.Format is CreditFileFormat.Csv ? Csv : SpreadsheetFile.MediaType,
                        file.Name
                    );
                }
            )
            .WithName("ExportCreditRecords")
            .WithSummary("Reads the credit file of a period (双公示), as a workbook (XLSX) or CSV.")
            .Produces<byte[]>(StatusCodes.Status200OK, SpreadsheetFile.MediaType, Csv);
    }
}
