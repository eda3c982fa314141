using MediatR;

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
    }
}
