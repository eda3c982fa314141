using EnforcementCases.Api.Catalogue.Changes;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Health;
using EnforcementCases.Platform.Snapshots;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Registers the services of the catalogue.</summary>
internal static class CatalogueRegistration
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddScoped<ProductData>();
        services.AddScoped<CatalogueDesk>();
        services.AddScoped<CataloguePlanner>();
        services.AddScoped<CatalogueEffectsReader>();
        services.AddSnapshot<CatalogueDirectory>();
        services.AddSingleton<EndOfCalendar>();
        services.AddSingleton<IReadyCheck>(provider => provider.GetRequiredService<EndOfCalendar>());
        return services.AddRights(CatalogueRights.Rows);
    }
}
