using EnforcementCases.Domain.Catalogue;

namespace EnforcementCases.Api.Catalogue;

internal sealed class CatalogueDirectory
{
    public CatalogueSnapshot Current { get; } = CatalogueSnapshot.Empty;
}
