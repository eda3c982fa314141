using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.OpenApi;
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
            .MapLate(
                HttpMethods.Post,
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
            .MapLate(
                HttpMethods.Get,
                "/export",
                async ([AsParameters] ExportCatalogueQuery query, IMediator mediator, CancellationToken ct) =>
                {
                    var file = await mediator.Send(query, ct);
                    return TypedResults.File(file.Content, file.MediaType, file.Name);
                }
            )
            .Produces<byte[]>(StatusCodes.Status200OK, "application/json", SpreadsheetFile.MediaType)
            .WithMetadata(new BodySchema(CatalogueFileSchema.Write))
            .WithName("ExportCatalogue")
            .WithSummary("Exports the catalogue in the form of the import (JSON or XLSX); importing the export changes nothing.");
        var changes = catalogue.MapGroup("/changes");
        changes
            .MapLate(
                HttpMethods.Post,
                "/",
                async (
                    [FromQuery] bool? dryRun,
                    [FromQuery] string? basis,
                    Stream body,
                    ImportTurns imports,
                    CurrentUser user,
                    IMediator mediator,
                    CancellationToken ct
                ) =>
                {
                    using var turn = await imports.EnterAsync(user, ct);
                    var rows = await CatalogueFile.ReadAsync(body, ct);
                    return TypedResults.Ok(await mediator.Send(new EnterCatalogueChangeCommand(rows, basis, dryRun ?? true), ct));
                }
            )
            .Accepts<IFormFile>("application/json", SpreadsheetFile.MediaType)
            .WithMetadata(new RequestSizeLimitAttribute(CatalogueFile.MaxBytes + 1))
            .WithMetadata(new BodySchema(CatalogueFileSchema.Write))
            .WithName("EnterCatalogueChange")
            .WithSummary(
                "Enters a change of the catalogue from a file (JSON, XLSX); reports rows and effects. Dry run by default; one wrong row rejects the file. A second clerk confirms."
            );
        changes
            .MapLate(
                HttpMethods.Get,
                "/template",
                () => TypedResults.File(CatalogueSheets.Write([]), SpreadsheetFile.MediaType, "catalogue.xlsx")
            )
            .Produces<byte[]>(StatusCodes.Status200OK, SpreadsheetFile.MediaType)
            .WithName("ReadCatalogueTemplate")
            .WithSummary("Reads the empty workbook of the catalogue, with instructions.");
        changes.MapQuery<ListCatalogueChangesQuery, Page<CatalogueChangeItem>>(
            "/",
            "Lists the changes of the catalogue, the newest first."
        );
        var change = changes.MapGroup("/{id:guid}");
        change.MapQuery<ReadCatalogueChangeQuery, CatalogueChangeDetail>(
            "/",
            id => new(id),
            "Reads a change of the catalogue with old and new values, field by field."
        );
        change.MapQuery<ReadCatalogueChangeEffectsQuery, CatalogueEffects>(
            "/effects",
            id => new(id),
            "Reads the effects that a pending change would have now on open cases, orders and deadlines."
        );
        change.MapCommand<ConfirmCatalogueChangeCommand, CatalogueChangeDetail>(
            "/confirmation",
            id => new(id),
            "Confirms a change that another person of the same organisation entered; it applies from then on."
        );
        change.MapCommand<RejectCatalogueChangeCommand, CatalogueChangeDetail>(
            "/rejection",
            (c, id) => c with { Id = id },
            "Rejects a change that another person entered, with the reason."
        );
        change.MapCommand<WithdrawCatalogueChangeCommand, CatalogueChangeDetail>(
            "/withdrawal",
            (c, id) => c with { Id = id },
            "Withdraws a change that the caller entered, with the reason."
        );
    }
}
