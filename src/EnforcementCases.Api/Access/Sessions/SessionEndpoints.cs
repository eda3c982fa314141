using EnforcementCases.Api.Access.External;
using EnforcementCases.Platform.Web;
using MediatR;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Routes of the session (登录).</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Access 登录与权限");
        session.MapCommand<SignInCommand, SignInAnswer>("/", "Signs in with user name and password: tokens, or a challenge.");
        session.MapCommand<AnswerChallengeCommand, SessionTokens>("/challenge", "Finishes a sign-in with a code or a recovery code.");
        MapExternalSignIn(session.MapGroup("/oidc"));
        MapSecondFactor(session);
        MapSessions(session.MapGroup("/list"));
        session.MapCommand<RefreshSessionCommand, SessionTokens>(
            "/refresh",
            "Gives a new pair of tokens for the newest refresh token; an older one ends the session."
        );
        session.MapQuery<ReadSessionQuery, CurrentSession>("/", "Says who is signed in: person, organisation, roles.");
        session.MapEnd<SignOutCommand>("/", () => new(), "Ends the session.");
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
            .WithSummary("Changes the own password; all other sessions of the account end.");
    }

    private static void MapExternalSignIn(RouteGroupBuilder oidc)
    {
        oidc.MapCommand<StartExternalSignInCommand, ExternalSignIn>("/start", "Begins a sign-in through the external authority.");
        oidc.MapCommand<SignInExternallyCommand, SignInAnswer>(
            "/",
            "Signs in with what came back from the external authority: tokens, or a challenge."
        );
    }

    private static void MapSecondFactor(RouteGroupBuilder session)
    {
        session.MapCommand<StepUpCommand, SteppedUp>("/step-up", "Proves once more who is there, for acts that need it.");
        session.MapCommand<SetSecondFactorCommand, NewSecondFactor>(
            "/second-factor",
            () => new(),
            "Hands out a secret for an authenticator app; it counts once confirmed."
        );
        session.MapCommand<ConfirmSecondFactorCommand, NewRecoveryCodes>(
            "/second-factor/confirm",
            "Sets the second factor with its first code; answers with recovery codes."
        );
        session.MapCommand<ReplaceRecoveryCodesCommand, NewRecoveryCodes>(
            "/second-factor/recovery-codes",
            () => new(),
            "Makes new recovery codes; the earlier ones are void."
        );
    }

    private static void MapSessions(RouteGroupBuilder list)
    {
        list.MapQuery<ListSessionsQuery, IReadOnlyList<SessionView>>("/", "Lists where one is signed in, with device and time.");
        list.MapEnd<EndOtherSessionsCommand>("/", () => new(), "Ends all of one's own sessions but this one.");
        list.MapEnd<EndSessionCommand>("/{id:guid}", id => new() { SessionId = id }, "Ends one of one's own sessions.");
    }
}
