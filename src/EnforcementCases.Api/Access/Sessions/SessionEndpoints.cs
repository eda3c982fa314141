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
            .WithSummary("Signs in with user name and password.")
            .ProducesProblem(400)
            .ProducesProblem(401);
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
}
