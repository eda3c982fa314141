using EnforcementCases.Domain.Law;
using MediatR;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Lists the categories (类别) of the violations in force today.</summary>
public sealed record ListCategoriesQuery : IRequest<IReadOnlyList<ViolationCategory>>;

/// <summary>A category of violations.</summary>
/// <param name="Name">Name, 占道经营.</param>
/// <param name="Violations">Number of violations in it that may be recorded.</param>
/// <param name="Decidable">For how many of these a penalty can be decided.</param>
public sealed record ViolationCategory(string Name, int Violations, int Decidable);

internal sealed class ListCategoriesHandler(CatalogueDirectory directory, TimeProvider clock)
    : IRequestHandler<ListCategoriesQuery, IReadOnlyList<ViolationCategory>>
{
    public Task<IReadOnlyList<ViolationCategory>> Handle(ListCategoriesQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ViolationCategory>>([
            .. directory
                .Current.ViolationsOn(LegalDate.Of(clock.GetUtcNow()))
                .Where(v => v.IsRecordable)
                .GroupBy(v => v.Category, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new ViolationCategory(g.Key, g.Count(), g.Count(v => v.IsDecidable))),
        ]);
}
