using MediatR;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Routes of legal review (法制审核): the reviewers' queue, the catalogue of major decisions.</summary>
internal static class LegalReviewEndpoints
{
    public static void MapLegalReview(this IEndpointRouteBuilder api)
    {
        var reviews = api.MapGroup("/legal-reviews").WithTags("Legal review 法制审核");
        reviews
            .MapGet(
                "/",
                async ([AsParameters] ListReviewTasksQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListReviewTasks")
            .WithSummary("Lists the reviewers' queue: what waits, is being reviewed, was passed or returned, and what is late.")
            .ProducesProblem(400)
            .ProducesProblem(403);
        reviews
            .MapGet(
                "/workload",
                async ([AsParameters] ReadReviewWorkloadQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ReadReviewWorkload")
            .WithSummary("Reads who reviews how much, and whether each organ has the five reviewers in a hundred officers.")
            .ProducesProblem(403);
        MapCatalogue(reviews.MapGroup("/catalogue"));
    }

    private static void MapCatalogue(RouteGroupBuilder catalogue)
    {
        catalogue
            .MapGet(
                "/",
                async ([AsParameters] ReadReviewCatalogueQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ReadReviewCatalogue")
            .WithSummary(
                "Reads the catalogue of major decisions that counts for an organisation on a day: its own, one from above, or the default amounts."
            )
            .ProducesProblem(401)
            .ProducesProblem(404);
        catalogue
            .MapGet(
                "/templates",
                async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListReviewTemplatesQuery(), ct))
            )
            .WithName("ListReviewTemplates")
            .WithSummary("Lists the templates for a catalogue of major decisions; none counts before it is adopted.")
            .ProducesProblem(401);
        catalogue
            .MapGet(
                "/adoptions",
                async ([AsParameters] ListReviewCataloguesQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListReviewCatalogues")
            .WithSummary("Lists the catalogues of major decisions that were adopted, confirmed or not.")
            .ProducesProblem(400)
            .ProducesProblem(403);
        catalogue
            .MapPost(
                "/adoptions",
                async (AdoptReviewCatalogueCommand command, IMediator mediator, CancellationToken ct) =>
                {
                    var adopted = await mediator.Send(command, ct);
                    return TypedResults.Created("/api/v1/legal-reviews/catalogue/adoptions", adopted);
                }
            )
            .WithName("AdoptReviewCatalogue")
            .WithSummary("Adopts a catalogue of major decisions, whole, from templates and rows of one's own; a second clerk confirms it.")
            .ProducesProblem(400)
            .ProducesProblem(403)
            .ProducesProblem(409)
            .ProducesProblem(422);
        catalogue
            .MapPost(
                "/adoptions/{id:guid}/confirmation",
                async (Guid id, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ConfirmReviewCatalogueCommand(id), ct))
            )
            .WithName("ConfirmReviewCatalogue")
            .WithSummary("Confirms a catalogue that another clerk of the same organisation entered; from then on it counts.")
            .ProducesProblem(403)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .ProducesProblem(428);
    }
}
