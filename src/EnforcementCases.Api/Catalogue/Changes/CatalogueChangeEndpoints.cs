using EnforcementCases.Api.Personnel;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Routes of the catalogue's maintenance (目录变更): one clerk enters, a second confirms.</summary>
internal static class CatalogueChangeEndpoints
{
    public static void MapCatalogueChanges(this RouteGroupBuilder catalogue)
    {
        catalogue
            .MapPost(
                "/calendar/{year:int}",
                async (int year, EnterCalendarYearCommand command, IMediator mediator, CancellationToken ct) =>
                {
                    var entered = await mediator.Send(command with { Year = year }, ct);
                    return TypedResults.Created($"/api/v1/catalogue/changes/{entered.Id}", entered);
                }
            )
            .WithName("EnterCalendarYear")
            .WithSummary(
                "Enters a year of the working-day calendar and lists the deadlines that it would change; a second clerk confirms it."
            );
        catalogue
            .MapGet(
                "/export",
                async ([AsParameters] ExportCatalogueQuery query, IMediator mediator, CancellationToken ct) =>
                {
                    var file = await mediator.Send(query, ct);
                    return TypedResults.File(file.Content, file.MediaType, file.Name);
                }
            )
            .Produces<byte[]>(StatusCodes.Status200OK, "application/json", OfficerSheet.MediaType)
            .WithName("ExportCatalogue")
            .WithSummary(
                "Exports what clerks maintain in the form in which it is imported (JSON or XLSX): an import of it changes nothing."
            );
        var changes = catalogue.MapGroup("/changes");
        changes
            .MapPost(
                "/",
                async ([FromQuery] bool? dryRun, [FromQuery] string? basis, Stream body, IMediator mediator, CancellationToken ct) =>
                {
                    var rows = await CatalogueFile.ReadAsync(body, ct);
                    return TypedResults.Ok(await mediator.Send(new EnterCatalogueChangeCommand(rows, basis, dryRun ?? true), ct));
                }
            )
            .Accepts<IFormFile>("application/json", OfficerSheet.MediaType)
            .WithMetadata(new RequestSizeLimitAttribute(CatalogueFile.MaxBytes + 1))
            .WithName("EnterCatalogueChange")
            .WithSummary(
                "Enters a change of the catalogue from a file (JSON or XLSX): a report per row with old and new, and what it means for open cases; nothing is entered in a dry run, which is the default, nor when a row is wrong. A second clerk confirms it."
            );
        changes
            .MapGet("/template", () => TypedResults.File(CatalogueSheets.Write([]), OfficerSheet.MediaType, "catalogue.xlsx"))
            .Produces<byte[]>(StatusCodes.Status200OK, OfficerSheet.MediaType)
            .WithName("ReadCatalogueTemplate")
            .WithSummary("The empty workbook of the catalogue, with how to fill it in.");
        changes.MapQuery<ListCatalogueChangesQuery, Page<CatalogueChangeItem>>(
            "/",
            "Lists the changes of the catalogue, the newest first."
        );
        var change = changes.MapGroup("/{id:guid}");
        change.MapQuery<ReadCatalogueChangeQuery, CatalogueChangeDetail>(
            "/",
            id => new(id),
            "Reads a change of the catalogue with old and new, field by field."
        );
        change.MapQuery<ReadCatalogueChangeEffectsQuery, CatalogueEffects>(
            "/effects",
            id => new(id),
            "Says what a pending change means for open cases, orders and deadlines, as things stand now."
        );
        change.MapCommand<ConfirmCatalogueChangeCommand, CatalogueChangeDetail>(
            "/confirmation",
            id => new(id),
            "Confirms a change that another person of the same organisation entered; from then on it counts."
        );
        change.MapCommand<RejectCatalogueChangeCommand, CatalogueChangeDetail>(
            "/rejection",
            (c, id) => c with { Id = id },
            "Sends a change back that another person entered, with the reason."
        );
        change.MapCommand<WithdrawCatalogueChangeCommand, CatalogueChangeDetail>(
            "/withdrawal",
            (c, id) => c with { Id = id },
            "Takes a change back that the caller entered, with the reason."
        );
    }
}
