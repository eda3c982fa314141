using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Platform.Access;
using MediatR;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Lists the local parameters (因地参数) with the values in force for an organisation.</summary>
/// <param name="OrganisationId">The organisation; default: the caller's own.</param>
/// <param name="OnDate">The day; default: today.</param>
public sealed record ListParametersQuery(Guid? OrganisationId, DateOnly? OnDate) : IRequest<IReadOnlyList<ParameterDetail>>;

/// <summary>A local parameter with its value in force.</summary>
/// <param name="Key">Key.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Rule">Rule that depends on it.</param>
/// <param name="Why">Why the value depends on the place.</param>
/// <param name="Default">The product's default.</param>
/// <param name="Value">The value in force.</param>
/// <param name="Source">Where the value comes from; for the default, why it has to be checked.</param>
/// <param name="ValidFrom">Since when; null for the default.</param>
/// <param name="InheritedFrom">Path of the organisation above that set it; null if the organisation set it itself or the default applies.</param>
/// <param name="IsDefault">Nobody has set it: the product's default applies.</param>
/// <param name="Confirmed">Whether a second person has confirmed it; if not, it is marked and acts that depend on it may be refused.</param>
public sealed record ParameterDetail(
    string Key,
    ParameterUnit Unit,
    string Rule,
    [property: Bilingual] string Why,
    string Default,
    string Value,
    [property: Bilingual] string Source,
    DateOnly? ValidFrom,
    string? InheritedFrom,
    bool IsDefault,
    bool Confirmed
);

internal sealed class ListParametersHandler(CatalogueDirectory directory, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<ListParametersQuery, IReadOnlyList<ParameterDetail>>
{
    public async Task<IReadOnlyList<ParameterDetail>> Handle(ListParametersQuery request, CancellationToken cancellationToken)
    {
        var path = await organisations.PathAsync(request.OrganisationId, cancellationToken);
        var day = request.OnDate ?? LegalDate.Of(clock.GetUtcNow());
        var catalogue = directory.Current;
        return
        [
            .. LocalParameter.Shipped.Select(parameter =>
            {
                var now = catalogue.Parameter(path, parameter.Key, day);
                return new ParameterDetail(
                    parameter.Key.Text,
                    parameter.Unit,
                    parameter.Rule,
                    parameter.Why,
                    parameter.Default,
                    now.Value,
                    now.Source,
                    now.ValidFrom,
                    now.SetBy == path ? null : now.SetBy,
                    now.ValueId is null,
                    now.IsConfirmed
                );
            }),
        ];
    }
}
