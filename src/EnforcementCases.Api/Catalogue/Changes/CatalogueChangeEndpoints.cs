using EnforcementCases.Api.Personnel;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Routes of the catalogue's maintenance (目录变更): one clerk enters a change, a second confirms it.</summary>
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
            )
            .ProducesProblem(400)
            .ProducesProblem(403)
            .ProducesProblem(409)
            .ProducesProblem(422);
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
                "Exports the catalogue in the form of the import (JSON or XLSX); importing the export changes nothing."
            )
            .ProducesProblem(403);
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
                "Enters a change of the catalogue from a file (JSON, XLSX); reports rows and effects. Dry run by default; one wrong row rejects the file. A second clerk confirms."
            )
            .ProducesProblem(400)
            .ProducesProblem(403)
            .ProducesProblem(413)
            .ProducesProblem(422);
        changes
            .MapGet("/template", () => TypedResults.File(CatalogueSheets.Write([]), OfficerSheet.MediaType, "catalogue.xlsx"))
            .Produces<byte[]>(StatusCodes.Status200OK, OfficerSheet.MediaType)
            .WithName("ReadCatalogueTemplate")
            .WithSummary("Reads the empty workbook of the catalogue, with instructions.");
        changes
            .MapGet(
                "/",
                async ([AsParameters] ListCatalogueChangesQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListCatalogueChanges")
            .WithSummary("Lists the changes of the catalogue, the newest first.")
            .ProducesProblem(400)
            .ProducesProblem(403);
        var change = changes.MapGroup("/{id:guid}");
        change
            .MapGet(
                "/",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadCatalogueChangeQuery(id), ct))
            )
            .WithName("ReadCatalogueChange")
            .WithSummary("Reads a change of the catalogue with old and new values, field by field.")
            .ProducesProblem(403)
            .ProducesProblem(404);
        change
            .MapGet(
                "/effects",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadCatalogueChangeEffectsQuery(id), ct))
            )
            .WithName("ReadCatalogueChangeEffects")
            .WithSummary("Reads the effects that a pending change would have now on open cases, orders and deadlines.")
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409);
        change
            .MapPost(
                "/confirmation",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ConfirmCatalogueChangeCommand(id), ct))
            )
            .WithName("ConfirmCatalogueChange")
            .WithSummary("Confirms a change that another person of the same organisation entered; it applies from then on.")
            .ProducesRefusalsOfSettling();
        change
            .MapPost(
                "/rejection",
                async (Guid id, RejectCatalogueChangeCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { Id = id }, ct))
            )
            .WithName("RejectCatalogueChange")
            .WithSummary("Rejects a change that another person entered, with the reason.")
            .ProducesRefusalsOfSettling();
        change
            .MapPost(
                "/withdrawal",
                async (Guid id, WithdrawCatalogueChangeCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { Id = id }, ct))
            )
            .WithName("WithdrawCatalogueChange")
            .WithSummary("Withdraws a change that the caller entered, with the reason.")
            .ProducesRefusalsOfSettling();
    }

    private static void ProducesRefusalsOfSettling(this RouteHandlerBuilder act) =>
        act.ProducesProblem(400)
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .ProducesProblem(422)
            .ProducesProblem(428);
}
