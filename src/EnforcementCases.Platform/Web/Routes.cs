using EnforcementCases.Platform.Access;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EnforcementCases.Platform.Web;

/// <summary>The lines of a route table: route, request, answer, summary. The operation is named after the request; its headers, right and refusals are read
/// from the request's code (<see cref="OpenApi.DescribeOperations"/>), <c>ETag</c> and <c>Link</c> from the answer (<see cref="AnswerHeaders"/>).</summary>
/// <remarks>A route with other parameters than one id, with a file or with a header of its own is mapped with the framework's methods.</remarks>
internal static class Routes
{
    /// <summary>GET, with the request read from route and query string.</summary>
    public static RouteHandlerBuilder MapQuery<TQuery, TAnswer>(this IEndpointRouteBuilder app, string route, string summary)
        where TQuery : IRequest<TAnswer> =>
        app.MapLate(
                HttpMethods.Get,
                route,
                ([AsParameters] TQuery query, IMediator mediator, CancellationToken ct) => OkAsync(mediator, query, ct)
            )
            .Named<TQuery>(summary);

    /// <summary>GET of what <c>{id}</c> names.</summary>
    public static RouteHandlerBuilder MapQuery<TQuery, TAnswer>(
        this IEndpointRouteBuilder app,
        string route,
        Func<Guid, TQuery> of,
        string summary
    )
        where TQuery : IRequest<TAnswer> =>
        app.MapLate(HttpMethods.Get, route, (Guid id, IMediator mediator, CancellationToken ct) => OkAsync(mediator, of(id), ct))
            .Named<TQuery>(summary);

    /// <summary>POST, with the request as body.</summary>
    public static RouteHandlerBuilder MapCommand<TCommand, TAnswer>(this IEndpointRouteBuilder app, string route, string summary)
        where TCommand : IRequest<TAnswer> =>
        app.MapLate(HttpMethods.Post, route, (TCommand command, IMediator mediator, CancellationToken ct) => OkAsync(mediator, command, ct))
            .Named<TCommand>(summary);

    /// <summary>POST to what <c>{id}</c> names, with the request as body.</summary>
    public static RouteHandlerBuilder MapCommand<TCommand, TAnswer>(
        this IEndpointRouteBuilder app,
        string route,
        Func<TCommand, Guid, TCommand> to,
        string summary
    )
        where TCommand : IRequest<TAnswer> =>
        app.MapLate(
                HttpMethods.Post,
                route,
                (Guid id, TCommand command, IMediator mediator, CancellationToken ct) => OkAsync(mediator, to(command, id), ct)
            )
            .Named<TCommand>(summary);

    /// <summary>POST to what <c>{id}</c> names, without a body.</summary>
    public static RouteHandlerBuilder MapCommand<TCommand, TAnswer>(
        this IEndpointRouteBuilder app,
        string route,
        Func<Guid, TCommand> to,
        string summary
    )
        where TCommand : IRequest<TAnswer> =>
        app.MapLate(HttpMethods.Post, route, (Guid id, IMediator mediator, CancellationToken ct) => OkAsync(mediator, to(id), ct))
            .Named<TCommand>(summary);

    /// <summary>POST without a body.</summary>
    public static RouteHandlerBuilder MapCommand<TCommand, TAnswer>(
        this IEndpointRouteBuilder app,
        string route,
        Func<TCommand> command,
        string summary
    )
        where TCommand : IRequest<TAnswer> =>
        app.MapLate(HttpMethods.Post, route, (IMediator mediator, CancellationToken ct) => OkAsync(mediator, command(), ct))
            .Named<TCommand>(summary);

    /// <summary>POST that creates something, with the request as body: 201 with its address.</summary>
    public static RouteHandlerBuilder MapCreate<TCommand, TAnswer>(
        this IEndpointRouteBuilder app,
        string route,
        Func<TAnswer, string> location,
        string summary
    )
        where TCommand : IRequest<TAnswer> =>
        app.MapLate(
                HttpMethods.Post,
                route,
                async (TCommand command, IMediator mediator, CancellationToken ct) =>
                {
                    var created = await mediator.Send(command, ct);
                    return TypedResults.Created(location(created), created);
                }
            )
            .Named<TCommand>(summary);

    /// <summary>PUT in place of what <c>{id}</c> names, with the request as body.</summary>
    public static RouteHandlerBuilder MapReplace<TCommand, TAnswer>(
        this IEndpointRouteBuilder app,
        string route,
        Func<TCommand, Guid, TCommand> to,
        string summary
    )
        where TCommand : IRequest<TAnswer> =>
        app.MapLate(
                HttpMethods.Put,
                route,
                (Guid id, TCommand command, IMediator mediator, CancellationToken ct) => OkAsync(mediator, to(command, id), ct)
            )
            .Named<TCommand>(summary);

    /// <summary>DELETE: 204.</summary>
    public static RouteHandlerBuilder MapEnd<TCommand>(this IEndpointRouteBuilder app, string route, Func<TCommand> command, string summary)
        where TCommand : IRequest<Unit> =>
        app.MapLate(HttpMethods.Delete, route, (IMediator mediator, CancellationToken ct) => NoContentAsync(mediator, command(), ct))
            .Named<TCommand>(summary);

    /// <summary>DELETE of what <c>{id}</c> names: 204.</summary>
    public static RouteHandlerBuilder MapEnd<TCommand>(
        this IEndpointRouteBuilder app,
        string route,
        Func<Guid, TCommand> of,
        string summary
    )
        where TCommand : IRequest<Unit> =>
        app.MapLate(HttpMethods.Delete, route, (Guid id, IMediator mediator, CancellationToken ct) => NoContentAsync(mediator, of(id), ct))
            .Named<TCommand>(summary);

    private static RouteHandlerBuilder Named<TRequest>(this RouteHandlerBuilder route, string summary)
        where TRequest : IBaseRequest => route.WithName(RightsTable.OperationOf(typeof(TRequest))).WithSummary(summary);

    private static async Task<Ok<TAnswer>> OkAsync<TAnswer>(IMediator mediator, IRequest<TAnswer> request, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(request, ct));

    private static async Task<NoContent> NoContentAsync(IMediator mediator, IRequest<Unit> request, CancellationToken ct)
    {
        await mediator.Send(request, ct);
        return TypedResults.NoContent();
    }
}
