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
            .WithSummary("Signs in with user name and password: tokens, or a challenge.")
            .ProducesProblem(400)
            .ProducesProblem(401);
        session
            .MapPost(
                "/challenge",
                async (AnswerChallengeCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command, ct))
            )
            .WithName("AnswerChallenge")
            .WithSummary("Finishes a sign-in with a code or a recovery code.")
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
            .WithSummary("Gives a new pair of tokens for the newest refresh token; an older one ends the session.")
            .ProducesProblem(400)
            .ProducesProblem(401);
        session
            .MapGet(
                "/",
                async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ReadSessionQuery(), ct))
            )
            .WithName("ReadSession")
            .WithSummary("Says who is signed in: person, organisation, roles.")
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
            .WithSummary("Ends the session.")
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
            .WithSummary("Changes the own password; all other sessions of the account end.")
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
            .WithSummary("Begins a sign-in through the external authority.")
            .ProducesProblem(400)
            .ProducesProblem(404)
            .ProducesProblem(422);
        oidc.MapPost(
                "/",
                async (SignInExternallyCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command, ct))
            )
            .WithName("SignInExternally")
            .WithSummary("Signs in with what came back from the external authority: tokens, or a challenge.")
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
            .WithSummary("Proves once more who is there, for acts that need it.")
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
            .WithSummary("Hands out a secret for an authenticator app; it counts once confirmed.")
            .ProducesProblem(401);
        session
            .MapPost(
                "/second-factor/confirm",
                async (ConfirmSecondFactorCommand command, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(command, ct))
            )
            .WithName("ConfirmSecondFactor")
            .WithSummary("Sets the second factor with its first code; answers with recovery codes.")
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
            .WithSummary("Makes new recovery codes; the earlier ones are void.")
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
            .WithSummary("Lists where one is signed in, with device and time.")
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
            .WithSummary("Ends all of one's own sessions but this one.")
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
            .WithSummary("Ends one of one's own sessions.")
            .ProducesProblem(400)
            .ProducesProblem(401)
            .ProducesProblem(404);
    }
}
