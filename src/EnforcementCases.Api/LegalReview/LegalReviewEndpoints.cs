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
            "Lists the reviewers' queue: reviews that wait, are taken or are done, and whether they are late."
        );
        reviews.MapQuery<ReadReviewWorkloadQuery, ReviewWorkload>(
            "/workload",
            "Reads the workload of each reviewer, and whether the reviewers of each organ are at least 5 % of its officers."
        );
        MapCatalogue(reviews.MapGroup("/catalogue"));
    }

    private static void MapCatalogue(RouteGroupBuilder catalogue)
    {
        catalogue.MapQuery<ReadReviewCatalogueQuery, ReviewCatalogueInForce>(
            "/",
            "Reads the catalogue of major decisions in force for an organisation on a day: its own, an inherited one, or the default amounts."
        );
        catalogue.MapQuery<ListReviewTemplatesQuery, IReadOnlyList<ReviewTemplateDetail>>(
            "/templates",
            "Lists the templates for a catalogue of major decisions; a template applies only once adopted."
        );
        catalogue.MapQuery<ListReviewCataloguesQuery, Page<ReviewCatalogueDetail>>(
            "/adoptions",
            "Lists the catalogues of major decisions that were adopted, confirmed or not."
        );
        catalogue.MapCreate<AdoptReviewCatalogueCommand, ReviewCatalogueDetail>(
            "/adoptions",
            _ => "/api/v1/legal-reviews/catalogue/adoptions",
            "Adopts a whole catalogue of major decisions, from templates and the organisation's own rows; a second clerk confirms it."
        );
        catalogue.MapCommand<ConfirmReviewCatalogueCommand, ReviewCatalogueDetail>(
            "/adoptions/{id:guid}/confirmation",
            id => new(id),
            "Confirms a catalogue that another clerk of the same organisation entered; it applies from then on."
        );
    }
}
