using EnforcementCases.Api.Access.SecondPersons;
using EnforcementCases.Api.Access.Sessions;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Web;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Routes of administration (系统管理): organisations, accounts, rights.</summary>
internal static class AdministrationEndpoints
{
    public static void MapAdministration(this IEndpointRouteBuilder api)
    {
        var admin = api.MapGroup("/admin").WithTags("Administration 系统管理");
        admin.MapQuery<ReadRightsQuery, IReadOnlyList<PublishedRight>>("/rights", "Lists the rights table: who may do which operation.");
        admin.MapQuery<ReadRoleExclusionsQuery, IReadOnlyList<ExcludedRoles>>(
            "/role-exclusions",
            "Lists which roles one person must not hold together."
        );
        admin.MapQuery<ListSecurityEventsQuery, Page<SecurityLogLine>>("/security-events", "Lists the security log, newest first.");
        MapOrganisations(admin.MapGroup("/organisations"));
        MapAccounts(admin.MapGroup("/accounts"));
        MapChanges(admin.MapGroup("/changes"));
    }

    private static void MapChanges(RouteGroupBuilder changes)
    {
        changes.MapQuery<ListGuardedChangesQuery, Page<GuardedChangeView>>(
            "/",
            "Lists changes that a second person confirms: of the own accounts; for a head or an administrator, of the organisation."
        );
        changes.MapCommand<ConfirmGuardedChangeCommand, GuardedChangeView>(
            "/{id:guid}/confirm",
            id => new(id),
            "Confirms a change that somebody else asked for."
        );
        changes.MapCommand<RefuseGuardedChangeCommand, GuardedChangeView>(
            "/{id:guid}/refuse",
            id => new(id),
            "Refuses or withdraws a change that is not done yet."
        );
    }

    private static void MapOrganisations(RouteGroupBuilder organisations)
    {
        organisations.MapQuery<ListOrganisationsQuery, IReadOnlyList<OrganisationDetails>>(
            "/",
            "Lists the caller's organisation and all below it."
        );
        organisations.MapCreate<FoundOrganisationCommand, OrganisationDetails>(
            "/",
            founded => $"/api/v1/admin/organisations/{founded.Id}",
            "Founds an organisation below another."
        );
        organisations.MapQuery<ReadOrganisationQuery, OrganisationDetails>(
            "/{id:guid}",
            id => new(id),
            "Reads an organisation with its profile."
        );
        organisations.MapReplace<ChangeOrganisationProfileCommand, OrganisationDetails>(
            "/{id:guid}/profile",
            (c, id) => c with { OrganisationId = id },
            "Asks for a change of the particulars of an organisation that decisions print and document numbers use."
        );
        organisations
            .MapLate(
                HttpMethods.Put,
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
            .WithSummary("Asks for another seal image of an organisation: PNG or JPEG, at most 512 KB.");
    }

    private static void MapAccounts(RouteGroupBuilder accounts)
    {
        accounts.MapQuery<ListAccountsQuery, Page<AccountDetails>>(
            "/",
            "Lists the accounts of the caller's organisation and all below it, by user name."
        );
        accounts.MapCreate<CreateAccountCommand, AccountWithPassword>(
            "/",
            created => $"/api/v1/admin/accounts/{created.Id}",
            "Opens an account for a person; returns a one-time password."
        );
        accounts.MapQuery<ReadAccountQuery, AccountDetails>("/{id:guid}", id => new(id), "Reads an account.");
        accounts.MapCommand<ReplaceRolesCommand, AccountDetails>(
            "/{id:guid}/roles",
            (c, id) => c with { AccountId = id },
            "Replaces the roles of an account; rights that are removed stop at once."
        );
        accounts.MapCommand<ResetPasswordCommand, AccountWithPassword>(
            "/{id:guid}/password-reset",
            id => new(id),
            "Asks for a new one-time password of an account; a second person confirms it."
        );
        accounts.MapCommand<UnlockAccountCommand, AccountDetails>(
            "/{id:guid}/unlock",
            id => new(id),
            "Unlocks an account that wrong passwords have locked."
        );
        accounts.MapCommand<DisableAccountCommand, AccountDetails>(
            "/{id:guid}/disable",
            id => new(id),
            "Disables an account permanently and ends its sessions."
        );
        MapProofs(accounts);
    }

    private static void MapProofs(RouteGroupBuilder accounts)
    {
        accounts.MapCommand<ResetSecondFactorCommand, AccountDetails>(
            "/{id:guid}/second-factor-reset",
            id => new(id),
            "Asks for the removal of a lost second factor; a second person confirms it."
        );
        accounts.MapReplace<LinkExternalIdentityCommand, AccountDetails>(
            "/{id:guid}/external-identity",
            (c, id) => c with { AccountId = id },
            "Asks for a link of an account to an identity at the external authority, or removes the link."
        );
        accounts.MapQuery<ListAccountSessionsQuery, IReadOnlyList<SessionView>>(
            "/{id:guid}/sessions",
            id => new(id),
            "Lists the live sessions of an account, the latest used first."
        );
        accounts.MapEnd<EndAccountSessionsCommand>("/{id:guid}/sessions", id => new(id), "Ends all sessions of an account.");
        accounts
            .MapLate(
                HttpMethods.Delete,
                "/{id:guid}/sessions/{sessionId:guid}",
                async (Guid id, Guid sessionId, IMediator mediator, CancellationToken ct) =>
                {
                    await mediator.Send(new EndAccountSessionCommand { AccountId = id, SessionId = sessionId }, ct);
                    return TypedResults.NoContent();
                }
            )
            .WithName("EndAccountSession")
            .WithSummary("Ends one session of an account.");
    }
}
