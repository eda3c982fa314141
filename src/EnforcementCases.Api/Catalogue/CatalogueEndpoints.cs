using EnforcementCases.Api.Catalogue.Changes;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Routes of the catalogue (目录): violations, power list, calendar, parameters, benchmarks, exemption list, adoptions.</summary>
internal static class CatalogueEndpoints
{
    public static void MapCatalogue(this IEndpointRouteBuilder api)
    {
        var catalogue = api.MapGroup("/catalogue").WithTags("Catalogue 目录");
        catalogue.MapQuery<ListViolationsQuery, Page<ViolationListItem>>(
            "/violations",
            "Searches the violations in force on a day by category, name or code; ordered by code, or by how often the caller used them."
        );
        catalogue.MapQuery<ReadViolationQuery, ViolationDetail>(
            "/violations/{code}",
            "Reads the version of a violation that is in force on a day."
        );
        catalogue.MapQuery<ListCategoriesQuery, IReadOnlyList<ViolationCategory>>(
            "/categories",
            "Lists the categories of violations, each with the number of violations and how many of them can be decided."
        );
        catalogue.MapQuery<ListPowersQuery, IReadOnlyList<PowerDetail>>(
            "/power-list",
            "Lists the items of the power list (权责清单), models for adoptions."
        );
        catalogue.MapQuery<ReadCalendarQuery, CalendarYearDetail>(
            "/calendar/{year:int}",
            "Reads a year of the working-day calendar with the State Council's notice."
        );
        catalogue.MapQuery<ListParametersQuery, IReadOnlyList<ParameterDetail>>(
            "/parameters",
            "Lists the local parameters in force for an organisation: default, value, its source, and whether it is confirmed."
        );
        catalogue.MapQuery<ListBenchmarksQuery, IReadOnlyList<BenchmarkDetail>>(
            "/benchmarks",
            "Lists discretion benchmarks with their tiers, and whether they are binding here."
        );
        catalogue.MapQuery<ListExemptionsQuery, IReadOnlyList<ExemptionDetail>>(
            "/exemption-list",
            "Lists the entries of the exemption list with their conditions, and whether they can be relied on here."
        );
        catalogue.MapQuery<ListAdoptionsQuery, Page<AdoptionDetail>>(
            "/adoptions",
            "Lists the violations adopted by organs within the caller's scope, by code."
        );
        catalogue.MapCatalogueChanges();
    }
}
