using EnforcementCases.Api.Access.External;
using MediatR;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Routes of the session (登录).</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Access 登录与权限");
        session
            .MapPost(
                "/",
                async (SignInCommand command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct))
            )
            .WithName("SignIn")
            .WithSummary("Signs in with user name and password; returns tokens, or a challenge for the second factor.")
            .ProducesProblem(400)
            .ProducesProblem(401);
        session
            .MapPost(
                "/challenge",
                async (AnswerChallengeCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command, ct))
            )
            .WithName("AnswerChallenge")
            .WithSummary("Finishes a sign-in with a code of the authenticator app or a recovery code.")
            .ProducesProblem(400)
            .ProducesProblem(401);
        MapExternalSignIn(session.MapGroup("/oidc"));
        MapSecondFactor(session);
        MapSessions(session.MapGroup("/list"));
        session
            .MapPost(
                "/refresh",
                async (RefreshSessionCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command, ct))
            )
            .WithName("RefreshSession")
            .WithSummary("Returns a new pair of tokens for the newest refresh token; using an older one ends the session.")
            .ProducesProblem(400)
            .ProducesProblem(401);
        session
            .MapGet(
                "/",
                async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ReadSessionQuery(), ct))
            )
            .WithName("ReadSession")
            .WithSummary("Reads who is signed in: person, organisation, roles.")
            .ProducesProblem(401);
        session
            .MapDelete(
                "/",
                async (IMediator mediator, CancellationToken ct) =>
                {
                    await mediator.Send(new SignOutCommand(), ct);
                    return TypedResults.NoContent();
                }
            )
            .WithName("SignOut")
            .WithSummary("Signs out: ends the current session.")
            .ProducesProblem(401);
        session
            .MapPost(
                "/password",
                async (ChangePasswordCommand command, IMediator mediator, CancellationToken ct) =>
                {
                    await mediator.Send(command, ct);
                    return TypedResults.NoContent();
                }
            )
            .WithName("ChangePassword")
            .WithSummary("Changes the caller's password; all other sessions of the account end.")
            .ProducesProblem(400)
            .ProducesProblem(401)
            .ProducesProblem(422);
    }

    private static void MapExternalSignIn(RouteGroupBuilder oidc)
    {
        oidc.MapPost(
                "/start",
                async (StartExternalSignInCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command, ct))
            )
            .WithName("StartExternalSignIn")
            .WithSummary("Begins a sign-in through the external authority; returns the address to open and a ticket.")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(422);
        oidc.MapPost(
                "/",
                async (SignInExternallyCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command, ct))
            )
            .WithName("SignInExternally")
            .WithSummary("Finishes a sign-in through the external authority; returns tokens, or a challenge for the second factor.")
            .ProducesProblem(400)
            .ProducesProblem(401);
    }

    private static void MapSecondFactor(RouteGroupBuilder session)
    {
        session
            .MapPost(
                "/step-up",
                async (StepUpCommand command, IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(command, ct))
            )
            .WithName("StepUp")
            .WithSummary("Gives the second factor again, for operations that need a recent one.")
            .ProducesProblem(400)
            .ProducesProblem(401)
            .ProducesProblem(409)
            .ProducesProblem(422);
        session
            .MapPost(
                "/second-factor",
                async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new SetSecondFactorCommand(), ct))
            )
            .WithName("SetSecondFactor")
            .WithSummary("Returns a new secret for an authenticator app; it is used once confirmed.")
            .ProducesProblem(401);
        session
            .MapPost(
                "/second-factor/confirm",
                async (ConfirmSecondFactorCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command, ct))
            )
            .WithName("ConfirmSecondFactor")
            .WithSummary("Confirms the second factor with its first code; returns recovery codes.")
            .ProducesProblem(400)
            .ProducesProblem(401)
            .ProducesProblem(409)
            .ProducesProblem(422);
        session
            .MapPost(
                "/second-factor/recovery-codes",
                async (IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReplaceRecoveryCodesCommand(), ct))
            )
            .WithName("ReplaceRecoveryCodes")
            .WithSummary("Makes new recovery codes; the earlier ones become void.")
            .ProducesProblem(401)
            .ProducesProblem(409);
    }

    private static void MapSessions(RouteGroupBuilder list)
    {
        list.MapGet(
                "/",
                async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListSessionsQuery(), ct))
            )
            .WithName("ListSessions")
            .WithSummary("Lists the caller's live sessions, with device and time.")
            .ProducesProblem(401);
        list.MapDelete(
                "/",
                async (IMediator mediator, CancellationToken ct) =>
                {
                    await mediator.Send(new EndOtherSessionsCommand(), ct);
                    return TypedResults.NoContent();
                }
            )
            .WithName("EndOtherSessions")
            .WithSummary("Ends all of the caller's sessions except the current one.")
            .ProducesProblem(400)
            .ProducesProblem(401);
        list.MapDelete(
                "/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                {
                    await mediator.Send(new EndSessionCommand { SessionId = id }, ct);
                    return TypedResults.NoContent();
                }
            )
            .WithName("EndSession")
            .WithSummary("Ends one of the caller's sessions.")
            .ProducesProblem(400)
            .ProducesProblem(401)
            .ProducesProblem(404);
    }
}
