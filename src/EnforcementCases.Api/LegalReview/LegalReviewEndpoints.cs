using EnforcementCases.Platform.Web;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Routes of legal review (法制审核): the reviewers' queue, the catalogue of major decisions.</summary>
internal static class LegalReviewEndpoints
{
    public static void MapLegalReview(this IEndpointRouteBuilder api)
    {
        var reviews = api.MapGroup("/legal-reviews").WithTags("Legal review 法制审核");
        reviews.MapQuery<ListReviewTasksQuery, Page<ReviewTaskItem>>(
            "/",
            "Lists the reviewers' queue: what waits, is being reviewed, was passed or returned, and what is late."
        );
        reviews.MapQuery<ReadReviewWorkloadQuery, ReviewWorkload>(
            "/workload",
            "Reads who reviews how much, and whether each organ has the five reviewers in a hundred officers."
        );
        MapCatalogue(reviews.MapGroup("/catalogue"));
    }

    private static void MapCatalogue(RouteGroupBuilder catalogue)
    {
        catalogue.MapQuery<ReadReviewCatalogueQuery, ReviewCatalogueInForce>(
            "/",
            "Reads the catalogue of major decisions that counts for an organisation on a day: its own, one from above, or the default amounts."
        );
        catalogue.MapQuery<ListReviewTemplatesQuery, IReadOnlyList<ReviewTemplateDetail>>(
            "/templates",
            "Lists the templates for a catalogue of major decisions; none counts before it is adopted."
        );
        catalogue.MapQuery<ListReviewCataloguesQuery, IReadOnlyList<ReviewCatalogueDetail>>(
            "/adoptions",
            "Lists the catalogues of major decisions that were adopted, confirmed or not."
        );
        catalogue.MapCreate<AdoptReviewCatalogueCommand, ReviewCatalogueDetail>(
            "/adoptions",
            _ => "/api/v1/legal-reviews/catalogue/adoptions",
            "Adopts a catalogue of major decisions, whole, from templates and rows of one's own; a second clerk confirms it."
        );
        catalogue.MapCommand<ConfirmReviewCatalogueCommand, ReviewCatalogueDetail>(
            "/adoptions/{id:guid}/confirmation",
            id => new(id),
            "Confirms a catalogue that another clerk of the same organisation entered; from then on it counts."
        );
    }
}
