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
        session.MapCommand<SignInCommand, SignInAnswer>(
            "/",
            "Signs in with user name and password; returns tokens, or a challenge for the second factor."
        );
        session.MapCommand<AnswerChallengeCommand, SessionTokens>(
            "/challenge",
            "Finishes a sign-in with a code of the authenticator app or a recovery code."
        );
        MapExternalSignIn(session.MapGroup("/oidc"));
        MapSecondFactor(session);
        MapSessions(session.MapGroup("/list"));
        session.MapCommand<RefreshSessionCommand, SessionTokens>(
            "/refresh",
            "Returns a new pair of tokens for the newest refresh token; using an older one ends the session."
        );
        session.MapQuery<ReadSessionQuery, CurrentSession>("/", "Reads who is signed in: person, organisation, roles.");
        session.MapEnd<SignOutCommand>("/", () => new(), "Signs out: ends the current session.");
        session
            .MapLate(
                HttpMethods.Post,
                "/password",
                async (ChangePasswordCommand command, IMediator mediator, CancellationToken ct) =>
                {
                    await mediator.Send(command, ct);
                    return TypedResults.NoContent();
                }
            )
            .WithName("ChangePassword")
            .WithSummary("Changes the caller's password; all other sessions of the account end.");
    }

    private static void MapExternalSignIn(RouteGroupBuilder oidc)
    {
        oidc.MapCommand<StartExternalSignInCommand, ExternalSignIn>(
            "/start",
            "Begins a sign-in through the external authority; returns the address to open and a ticket."
        );
        oidc.MapCommand<SignInExternallyCommand, SignInAnswer>(
            "/",
            "Finishes a sign-in through the external authority; returns tokens, or a challenge for the second factor."
        );
    }

    private static void MapSecondFactor(RouteGroupBuilder session)
    {
        session.MapCommand<StepUpCommand, SteppedUp>(
            "/step-up",
            "Steps a session up by giving the second factor again, for operations that need a recent one."
        );
        session.MapCommand<SetSecondFactorCommand, NewSecondFactor>(
            "/second-factor",
            () => new(),
            "Returns a new secret for an authenticator app; it is used once confirmed."
        );
        session.MapCommand<ConfirmSecondFactorCommand, NewRecoveryCodes>(
            "/second-factor/confirm",
            "Confirms the second factor with its first code; returns recovery codes."
        );
        session.MapCommand<ReplaceRecoveryCodesCommand, NewRecoveryCodes>(
            "/second-factor/recovery-codes",
            () => new(),
            "Makes new recovery codes; the earlier ones become void."
        );
    }

    private static void MapSessions(RouteGroupBuilder list)
    {
        list.MapQuery<ListSessionsQuery, IReadOnlyList<SessionView>>("/", "Lists the caller's live sessions, with device and time.");
        list.MapEnd<EndOtherSessionsCommand>("/", () => new(), "Ends all of the caller's sessions except the current one.");
        list.MapEnd<EndSessionCommand>("/{id:guid}", id => new() { SessionId = id }, "Ends one of the caller's sessions.");
    }
}
