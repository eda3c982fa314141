using EnforcementCases.Api.Catalogue.Changes;
using MediatR;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Routes of the catalogue (目录): violations, power list, calendar, parameters, benchmarks, exemption list, adoptions.</summary>
internal static class CatalogueEndpoints
{
    public static void MapCatalogue(this IEndpointRouteBuilder api)
    {
        var catalogue = api.MapGroup("/catalogue").WithTags("Catalogue 目录");
        catalogue
            .MapGet(
                "/violations",
                async ([AsParameters] ListViolationsQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListViolations")
            .WithSummary(
                "Searches the violations in force on a day by category, name or code; ordered by code, or by how often the caller used them."
            )
            .ProducesProblem(400)
            .ProducesProblem(401);
        catalogue
            .MapGet(
                "/violations/{code}",
                async (string code, DateOnly? onDate, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadViolationQuery(code, onDate), ct))
            )
            .WithName("ReadViolation")
            .WithSummary("Reads the version of a violation that is in force on a day.")
            .ProducesProblem(401)
            .ProducesProblem(404);
        catalogue
            .MapGet(
                "/categories",
                async (IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new ListCategoriesQuery(), ct))
            )
            .WithName("ListCategories")
            .WithSummary("Lists the categories of violations, each with the number of violations and how many of them can be decided.")
            .ProducesProblem(401);
        catalogue
            .MapGet(
                "/power-list",
                async ([AsParameters] ListPowersQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListPowers")
            .WithSummary("Lists the power and duty list (权责清单), a model for adoptions.")
            .ProducesProblem(401);
        catalogue
            .MapGet(
                "/calendar/{year:int}",
                async (int year, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(new ReadCalendarQuery(year), ct))
            )
            .WithName("ReadCalendar")
            .WithSummary("Reads a year of the working-day calendar with the State Council's notice.")
            .ProducesProblem(401)
            .ProducesProblem(404);
        catalogue
            .MapGet(
                "/parameters",
                async ([AsParameters] ListParametersQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListParameters")
            .WithSummary(
                "Lists the local parameters in force for an organisation: default, value, its source, and whether it is confirmed."
            )
            .ProducesProblem(401)
            .ProducesProblem(404);
        catalogue
            .MapGet(
                "/benchmarks",
                async ([AsParameters] ListBenchmarksQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListBenchmarks")
            .WithSummary("Lists discretion benchmarks with their tiers, and whether they are binding here.")
            .ProducesProblem(401);
        catalogue
            .MapGet(
                "/exemption-list",
                async ([AsParameters] ListExemptionsQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListExemptions")
            .WithSummary("Lists the entries of the exemption list with their conditions, and whether they can be relied on here.")
            .ProducesProblem(401);
        catalogue
            .MapGet(
                "/adoptions",
                async ([AsParameters] ListAdoptionsQuery query, IMediator mediator, CancellationToken ct) =>
                    TypedResults.Ok(await mediator.Send(query, ct))
            )
            .WithName("ListAdoptions")
            .WithSummary("Lists the violations adopted by organs within the caller's scope, by code.")
            .ProducesProblem(400)
            .ProducesProblem(401)
            .ProducesProblem(403);
        catalogue.MapCatalogueChanges();
    }
}
