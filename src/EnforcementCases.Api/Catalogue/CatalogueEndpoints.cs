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
            "Searches the violations in force on a day by category, name or code; what the caller used most comes first on request."
        );
        catalogue.MapQuery<ReadViolationQuery, ViolationDetail>(
            "/violations/{code}",
            "Reads the version of a violation that is in force on a day."
        );
        catalogue.MapQuery<ListCategoriesQuery, IReadOnlyList<ViolationCategory>>(
            "/categories",
            "Lists the categories of violations with how many can be decided."
        );
        catalogue.MapQuery<ListPowersQuery, IReadOnlyList<PowerDetail>>(
            "/power-list",
            "Lists the power and duty list, a pattern for adoptions."
        );
        catalogue.MapQuery<ReadCalendarQuery, CalendarYearDetail>(
            "/calendar/{year:int}",
            "Reads a year of the working-day calendar with its notice."
        );
        catalogue.MapQuery<ListParametersQuery, IReadOnlyList<ParameterDetail>>(
            "/parameters",
            "Lists the place-dependent parameters as they stand for an organisation: default, value, where it comes from, whether it is confirmed."
        );
        catalogue.MapQuery<ListBenchmarksQuery, IReadOnlyList<BenchmarkDetail>>(
            "/benchmarks",
            "Lists discretion benchmarks with their tiers, and whether they bind."
        );
        catalogue.MapQuery<ListExemptionsQuery, IReadOnlyList<ExemptionDetail>>(
            "/exemption-list",
            "Lists the exemption list with its conditions, and whether an entry can be relied on."
        );
        catalogue.MapQuery<ListAdoptionsQuery, IReadOnlyList<AdoptionDetail>>(
            "/adoptions",
            "Lists what the organs of the reader's scope have adopted, by code."
        );
        catalogue.MapCatalogueChanges();
    }
}
