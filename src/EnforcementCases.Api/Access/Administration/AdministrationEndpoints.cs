using EnforcementCases.Platform.Files;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Routes of administration (系统管理): organisations, accounts, rights.</summary>
internal static class AdministrationEndpoints
{
    public static void MapAdministration(this IEndpointRouteBuilder api)
    {
        var admin = api.MapGroup("/admin").WithTags("Administration 系统管理");
        admin
            .MapGet(
                "/rights",
                async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ReadRightsQuery(), ct))
            )
            .WithName("ReadRights")
            .WithSummary("Publishes who may do what.")
            .ProducesProblem(401);
        admin
            .MapGet(
                "/security-events",
                async ([AsParameters] ListSecurityEventsQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListSecurityEvents")
            .WithSummary("Lists the security log, newest first.")
            .ProducesProblem(400)
            .ProducesProblem(401)
            .ProducesProblem(403);
        MapOrganisations(admin.MapGroup("/organisations"));
        MapAccounts(admin.MapGroup("/accounts"));
    }

    private static void MapOrganisations(RouteGroupBuilder organisations)
    {
        organisations
            .MapGet(
                "/",
                async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListOrganisationsQuery(), ct))
            )
            .WithName("ListOrganisations")
            .WithSummary("Lists the own organisation and all below it.")
            .ProducesProblem(401)
            .ProducesProblem(403);
        organisations
            .MapPost(
                "/",
                async (FoundOrganisationCommand command, IMediator mediator, CancellationToken ct) =>
                {
                    var founded = await mediator.Send(command, ct);
                    return TypedResults.Created($"/api/v1/admin/organisations/{founded.Id}", founded);
                }
            )
            .WithName("FoundOrganisation")
            .WithSummary("Founds an organisation below another.")
            .ProducesRefusals(404, 409, 422);
        organisations
            .MapGet(
                "/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadOrganisationQuery(id), ct))
            )
            .WithName("ReadOrganisation")
            .WithSummary("Reads an organisation with its profile.")
            .ProducesProblem(401)
            .ProducesProblem(403)
            .ProducesProblem(404);
        organisations
            .MapPut(
                "/{id:guid}/profile",
                async (Guid id, ChangeOrganisationProfileCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { OrganisationId = id }, ct))
            )
            .WithName("ChangeOrganisationProfile")
            .WithSummary("Changes what decisions print and numbers need.")
            .ProducesRefusals(404, 409, 412, 428);
        organisations
            .MapPut(
                "/{id:guid}/seal",
                async (Guid id, Stream body, FileStore files, IMediator mediator, CancellationToken ct) =>
                {
                    var image = await SealImage.ReadAsync(body, ct);
                    return TypedResults.Ok(await mediator.Send(new ChangeSealCommand(id, files.Keep(image.Span)), ct));
                }
            )
            .Accepts<Stream>("image/png", "image/jpeg")
            .WithMetadata(new RequestSizeLimitAttribute(SealImage.MaxBytes + 1))
            .WithName("ChangeSeal")
            .WithSummary("Changes the seal image: PNG or JPEG, at most 512 KB.")
            .ProducesRefusals(404, 412, 413, 422, 428);
    }

    private static void MapAccounts(RouteGroupBuilder accounts)
    {
        accounts
            .MapGet(
                "/",
                async ([AsParameters] ListAccountsQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListAccounts")
            .WithSummary("Lists accounts of the own organisation and below.")
            .ProducesProblem(400)
            .ProducesProblem(401)
            .ProducesProblem(403);
        accounts
            .MapPost(
                "/",
                async (CreateAccountCommand command, IMediator mediator, CancellationToken ct) =>
                {
                    var created = await mediator.Send(command, ct);
                    return TypedResults.Created($"/api/v1/admin/accounts/{created.Id}", created);
                }
            )
            .WithName("CreateAccount")
            .WithSummary("Opens an account for a person; answers with a one-time password.")
            .ProducesRefusals(404, 409, 422);
        accounts
            .MapGet(
                "/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadAccountQuery(id), ct))
            )
            .WithName("ReadAccount")
            .WithSummary("Reads an account.")
            .ProducesProblem(401)
            .ProducesProblem(403)
            .ProducesProblem(404);
        accounts
            .MapPost(
                "/{id:guid}/roles",
                async (Guid id, ReplaceRolesCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { AccountId = id }, ct))
            )
            .WithName("ReplaceRoles")
            .WithSummary("Replaces the roles of an account; what was taken away stops working at once.")
            .ProducesRefusals(404, 412, 422, 428);
        accounts
            .MapPost(
                "/{id:guid}/password-reset",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ResetPasswordCommand(id), ct))
            )
            .WithName("ResetPassword")
            .WithSummary("Gives an account a new one-time password and ends its sessions.")
            .ProducesRefusals(404);
        accounts
            .MapPost(
                "/{id:guid}/unlock",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new UnlockAccountCommand(id), ct))
            )
            .WithName("UnlockAccount")
            .WithSummary("Unlocks an account that wrong passwords have locked.")
            .ProducesRefusals(404);
        accounts
            .MapPost(
                "/{id:guid}/disable",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new DisableAccountCommand(id), ct))
            )
            .WithName("DisableAccount")
            .WithSummary("Takes an account out of use and ends its sessions.")
            .ProducesRefusals(404);
        MapProofs(accounts);
    }

    private static void MapProofs(RouteGroupBuilder accounts)
    {
        accounts
            .MapPost(
                "/{id:guid}/second-factor-reset",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ResetSecondFactorCommand(id), ct))
            )
            .WithName("ResetSecondFactor")
            .WithSummary("Takes away a second factor that was lost and ends the account's sessions.")
            .ProducesRefusals(404, 409);
        accounts
            .MapPut(
                "/{id:guid}/external-identity",
                async (Guid id, LinkExternalIdentityCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command with { AccountId = id }, ct))
            )
            .WithName("LinkExternalIdentity")
            .WithSummary("Says what the external authority calls the owner of an account.")
            .ProducesRefusals(404, 409, 412, 428);
        accounts
            .MapGet(
                "/{id:guid}/sessions",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ListAccountSessionsQuery(id), ct))
            )
            .WithName("ListAccountSessions")
            .WithSummary("Lists where somebody is signed in.")
            .ProducesProblem(401)
            .ProducesProblem(403)
            .ProducesProblem(404);
        accounts
            .MapDelete(
                "/{id:guid}/sessions",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                {
                    await mediator.Send(new EndAccountSessionsCommand(id), ct);
                    return TypedResults.NoContent();
                }
            )
            .WithName("EndAccountSessions")
            .WithSummary("Ends all sessions of somebody.")
            .ProducesRefusals(404);
        accounts
            .MapDelete(
                "/{id:guid}/sessions/{sessionId:guid}",
                async (Guid id, Guid sessionId, IMediator mediator, CancellationToken ct) =>
                {
                    await mediator.Send(new EndAccountSessionCommand { AccountId = id, SessionId = sessionId }, ct);
                    return TypedResults.NoContent();
                }
            )
            .WithName("EndAccountSession")
            .WithSummary("Ends one session of somebody.")
            .ProducesRefusals(404);
    }

    /// <summary>What every keyed write may answer, and what this one may in addition.</summary>
    private static RouteHandlerBuilder ProducesRefusals(this RouteHandlerBuilder route, params int[] more)
    {
        foreach (var status in (int[])[400, 401, 403, .. more])
            route.ProducesProblem(status);
        return route;
    }
}
