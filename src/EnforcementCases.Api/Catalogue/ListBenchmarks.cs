using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using MediatR;

namespace EnforcementCases.Api.Catalogue;

/// <summary>Lists discretion benchmarks (裁量权基准) in force on a day, by code.</summary>
/// <param name="ViolationCode">Only benchmarks of this violation; all if omitted.</param>
/// <param name="Binding">True: only those that may bind a decision here; false: only the others; all if omitted.</param>
/// <param name="OnDate">The day on which they must be in force; default: today.</param>
public sealed record ListBenchmarksQuery(string? ViolationCode, bool? Binding, DateOnly? OnDate) : IRequest<IReadOnlyList<BenchmarkDetail>>;

/// <summary>A discretion benchmark.</summary>
/// <param name="VersionId">The version; an assessment refers to it.</param>
/// <param name="Code">Code of the benchmark.</param>
/// <param name="Version">Label of the version.</param>
/// <param name="ViolationCode">The violation it grades.</param>
/// <param name="Jurisdiction">Where it applies.</param>
/// <param name="Source">Kind of source.</param>
/// <param name="Issuer">Who issued it; null if the gradation is in the provision itself.</param>
/// <param name="ValidFrom">First day; null if it applies as long as its provision.</param>
/// <param name="ValidTo">Last day, inclusive; null if open-ended.</param>
/// <param name="Binding">Whether it may bind a decision here; an illustrative benchmark, or one of another place, never does.</param>
/// <param name="Tiers">Its tiers, the lightest first.</param>
/// <param name="Evidence">The source in which it was checked.</param>
/// <param name="Note">Note; null if none.</param>
public sealed record BenchmarkDetail(
    Guid VersionId,
    string Code,
    string Version,
    string ViolationCode,
    string Jurisdiction,
    BenchmarkSource Source,
    string? Issuer,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    bool Binding,
    IReadOnlyList<BenchmarkTier> Tiers,
    string Evidence,
    string? Note
);

internal sealed class ListBenchmarksHandler(CatalogueDirectory directory, TimeProvider clock)
    : IRequestHandler<ListBenchmarksQuery, IReadOnlyList<BenchmarkDetail>>
{
    public Task<IReadOnlyList<BenchmarkDetail>> Handle(ListBenchmarksQuery request, CancellationToken cancellationToken)
    {
        var day = request.OnDate ?? LegalDate.Of(clock.GetUtcNow());
        return Task.FromResult<IReadOnlyList<BenchmarkDetail>>([
            .. directory
                .Current.BenchmarksOn(day)
                .Where(b =>
                    (request.ViolationCode is null || b.ViolationCode == request.ViolationCode)
                    && (request.Binding is null || b.IsBinding == request.Binding)
                )
                .Select(b => new BenchmarkDetail(
                    b.Id,
                    b.Code,
                    b.Version,
                    b.ViolationCode,
                    b.Jurisdiction,
                    b.Source,
                    b.Issuer,
                    b.ValidFrom,
                    b.ValidTo,
                    b.IsBinding,
                    b.Tiers,
                    b.Evidence,
                    b.Note
                )),
        ]);
    }
}
