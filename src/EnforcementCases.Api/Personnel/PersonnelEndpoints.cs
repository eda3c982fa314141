using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace EnforcementCases.Api.Personnel;

/// <summary>Routes of the service records (执法人员).</summary>
internal static class PersonnelEndpoints
{
    public static void MapPersonnel(this IEndpointRouteBuilder api)
    {
        api.MapPersons();
        var officers = api.MapGroup("/officers").WithTags("Personnel 人员");
        officers.MapReads();
        officers.MapImport();
        officers
            .MapPost(
                "/",
                async (EnterOfficerCommand command, IMediator mediator, CancellationToken ct) =>
                {
                    var officer = await mediator.Send(command, ct);
                    return TypedResults.Created($"/api/v1/officers/{officer.Id}", officer);
                }
            )
            .WithName("EnterOfficer")
            .WithSummary("Enters a person's service record.")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409);

        var officer = officers.MapGroup("/{id:guid}");
        officer
            .MapPost(
                "/certificates",
                async (Guid id, CertifyOfficerCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { OfficerId = id }, ct))
            )
            .WithName("CertifyOfficer")
            .WithSummary("Enters a certificate of an officer.")
            .ProducesRefusalsOfChange();
        officer
            .MapPost(
                "/certificates/{number}/suspension",
                async (Guid id, string number, SuspendCertificateCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { OfficerId = id, Number = number }, ct))
            )
            .WithName("SuspendCertificate")
            .WithSummary("Suspends a certificate from a day on.")
            .ProducesRefusalsOfChange();
        officer
            .MapPost(
                "/certificates/{number}/lifting",
                async (Guid id, string number, LiftCertificateSuspensionCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { OfficerId = id, Number = number }, ct))
            )
            .WithName("LiftCertificateSuspension")
            .WithSummary("Lifts the suspension of a certificate, with its last day.")
            .ProducesRefusalsOfChange();
        officer
            .MapPost(
                "/certificates/{number}/cancellation",
                async (Guid id, string number, CancelCertificateCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { OfficerId = id, Number = number }, ct))
            )
            .WithName("CancelCertificate")
            .WithSummary("Cancels a certificate from a day on, with the reason.")
            .ProducesRefusalsOfChange();
        officer
            .MapPost(
                "/transfer",
                async (Guid id, TransferOfficerCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { OfficerId = id }, ct))
            )
            .WithName("TransferOfficer")
            .WithSummary("Moves a person to another organisation from a day on.")
            .ProducesRefusalsOfChange();
    }

    private static void MapPersons(this IEndpointRouteBuilder api)
    {
        var person = api.MapGroup("/persons/{id:guid}").WithTags("Personnel 人员");
        person
            .MapGet(
                "/",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadPersonQuery(id), ct))
            )
            .WithName("ReadPerson")
            .WithSummary("Reads a person, whether with a service record or only with an account.")
            .ProducesProblem(403)
            .ProducesProblem(404);
        person
            .MapPost(
                "/legal-qualification",
                async (Guid id, EnterLegalQualificationCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { PersonId = id }, ct))
            )
            .WithName("EnterLegalQualification")
            .WithSummary("Enters a person's legal profession qualification and first legal review, which determine whether the person may review.")
            .ProducesProblem(403)
            .ProducesRefusalsOfChange();
    }

    private static void MapReads(this RouteGroupBuilder officers)
    {
        officers
            .MapGet(
                "/",
                async ([AsParameters] ListOfficersQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListOfficers")
            .WithSummary("Lists the service records within the caller's scope, newest entry first.")
            .ProducesProblem(400);
        officers
            .MapGet(
                "/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadOfficerQuery(id), ct))
            )
            .WithName("ReadOfficer")
            .WithSummary("Reads a service record with postings and certificates.")
            .ProducesProblem(404);
    }

    private static void MapImport(this RouteGroupBuilder officers)
    {
        officers
            .MapPost(
                "/import",
                async ([FromQuery] bool? dryRun, [FromQuery] bool? skipBad, Stream body, IMediator mediator, CancellationToken ct) =>
                {
                    var rows = await OfficerSheet.ReadAsync(body, ct);
                    return TypedResults.Ok(await mediator.Send(new ImportOfficersCommand(rows, dryRun ?? true, skipBad ?? false), ct));
                }
            )
            .Accepts<IFormFile>(OfficerSheet.MediaType)
            .WithMetadata(new RequestSizeLimitAttribute(OfficerSheet.MaxBytes + 1))
            .WithName("ImportOfficers")
            .WithSummary(
                "Imports service records from a sheet (XLSX); reports each line. Dry run by default; one wrong line rejects the sheet unless skipBad is true."
            )
            .ProducesProblem(400)
            .ProducesProblem(413)
            .ProducesProblem(422);
        officers
            .MapGet("/import-template", () => TypedResults.File(OfficerSheetTemplate.Write(), OfficerSheet.MediaType, "officers.xlsx"))
            .Produces<byte[]>(StatusCodes.Status200OK, OfficerSheet.MediaType)
            .WithName("ReadImportTemplate")
            .WithSummary("Reads the empty sheet for an import, with instructions.");
    }

    private static void ProducesRefusalsOfChange(this RouteHandlerBuilder change) =>
        change
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .ProducesProblem(422)
            .ProducesProblem(428);
}
