using EnforcementCases.Api.Catalogue.Changes;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Snapshots;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Takes the catalogue into service.</summary>
internal static class CatalogueRegistration
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddScoped<ProductData>();
        services.AddScoped<CatalogueDesk>();
        services.AddScoped<CataloguePlanner>();
        services.AddScoped<CatalogueEffectsReader>();
        services.AddSnapshot<CatalogueDirectory>();
        return services.AddRights(CatalogueRights.Rows);
    }
}
