using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Web;
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
        officers.MapCreate<EnterOfficerCommand, OfficerDetail>(
            "/",
            officer => $"/api/v1/officers/{officer.Id}",
            "Enters a person's service record."
        );

        var officer = officers.MapGroup("/{id:guid}");
        officer.MapCommand<CertifyOfficerCommand, OfficerDetail>(
            "/certificates",
            (c, id) => c with { OfficerId = id },
            "Enters a certificate of an officer."
        );
        officer
            .MapLate(
                HttpMethods.Post,
                "/certificates/{number}/suspension",
                async (Guid id, string number, SuspendCertificateCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { OfficerId = id, Number = number }, ct))
            )
            .WithName("SuspendCertificate")
            .WithSummary("Suspends a certificate from a day on.");
        officer
            .MapLate(
                HttpMethods.Post,
                "/certificates/{number}/lifting",
                async (Guid id, string number, LiftCertificateSuspensionCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { OfficerId = id, Number = number }, ct))
            )
            .WithName("LiftCertificateSuspension")
            .WithSummary("Lifts the suspension of a certificate, with its last day.");
        officer
            .MapLate(
                HttpMethods.Post,
                "/certificates/{number}/cancellation",
                async (Guid id, string number, CancelCertificateCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { OfficerId = id, Number = number }, ct))
            )
            .WithName("CancelCertificate")
            .WithSummary("Cancels a certificate from a day on, with the reason.");
        officer.MapCommand<TransferOfficerCommand, OfficerDetail>(
            "/transfer",
            (c, id) => c with { OfficerId = id },
            "Moves a person to another organisation from a day on."
        );
    }

    private static void MapPersons(this IEndpointRouteBuilder api)
    {
        var person = api.MapGroup("/persons/{id:guid}").WithTags("Personnel 人员");
        person.MapQuery<ReadPersonQuery, PersonDetail>(
            "/",
            id => new(id),
            "Reads a person, whether with a service record or only with an account."
        );
        person.MapCommand<EnterLegalQualificationCommand, PersonDetail>(
            "/legal-qualification",
            (c, id) => c with { PersonId = id },
            "Enters a person's legal profession qualification and first legal review, which determine whether the person may review."
        );
    }

    private static void MapReads(this RouteGroupBuilder officers)
    {
        officers.MapQuery<ListOfficersQuery, Page<OfficerDetail>>(
            "/",
            "Lists the service records within the caller's scope, newest entry first."
        );
        officers.MapQuery<ReadOfficerQuery, OfficerDetail>(
            "/{id:guid}",
            id => new(id),
            "Reads a service record with postings and certificates."
        );
    }

    private static void MapImport(this RouteGroupBuilder officers)
    {
        officers
            .MapLate(
                HttpMethods.Post,
                "/import",
                async (
                    [FromQuery] bool? dryRun,
                    [FromQuery] bool? skipBad,
                    Stream body,
                    ImportTurns imports,
                    CurrentUser user,
                    IMediator mediator,
                    CancellationToken ct
                ) =>
                {
                    using var turn = await imports.EnterAsync(user, ct);
                    var rows = await OfficerSheet.ReadAsync(body, ct);
                    return TypedResults.Ok(await mediator.Send(new ImportOfficersCommand(rows, dryRun ?? true, skipBad ?? false), ct));
                }
            )
            .Accepts<IFormFile>(SpreadsheetFile.MediaType)
            .WithMetadata(new RequestSizeLimitAttribute(OfficerSheet.MaxBytes + 1))
            .WithName("ImportOfficers")
            .WithSummary(
                "Imports service records from a sheet (XLSX); reports each line. Dry run by default; one wrong line rejects the sheet unless skipBad is true."
            );
        officers
            .MapLate(
                HttpMethods.Get,
                "/import-template",
                () => TypedResults.File(OfficerSheetTemplate.Write(), SpreadsheetFile.MediaType, "officers.xlsx")
            )
            .Produces<byte[]>(StatusCodes.Status200OK, SpreadsheetFile.MediaType)
            .WithName("ReadImportTemplate")
            .WithSummary("Reads the empty sheet for an import, with instructions.");
    }
}
