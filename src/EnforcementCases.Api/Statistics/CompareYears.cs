using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>Compares the figures of a year with those of the year before (同比), as they were frozen then.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="OrganisationId">Organisation whose cases are counted, with all below it; default: the caller's own.</param>
public sealed record CompareYearsQuery(int Year, Guid? OrganisationId) : IRequest<YearComparison>;

/// <summary>Where the figures of the year before come from.</summary>
public enum ComparisonBase
{
    /// <summary>Released.</summary>
    [Term("已发布的数据")]
    Released,

    /// <summary>Frozen after its end, and not released.</summary>
    [Term("已冻结、未发布的数据")]
    Frozen,

    /// <summary>Never frozen: counted now.</summary>
    [Term("未冻结，现时统计的数据")]
    Counted,
}

/// <summary>A year beside the one before.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="CountedAt">When the figures were counted.</param>
/// <param name="PeriodEnded">Whether the year had ended by then; if not, its figures are preliminary.</param>
/// <param name="Base">Where the figures of the year before come from.</param>
/// <param name="BaseSnapshotId">The snapshot that they come from; null if they were counted now.</param>
/// <param name="Figures">The figures.</param>
public sealed record YearComparison(
    int Year,
    Guid OrganisationId,
    DateTimeOffset CountedAt,
    bool PeriodEnded,
    ComparisonBase Base,
    Guid? BaseSnapshotId,
    IReadOnlyList<FigureComparison> Figures
);

/// <summary>A figure beside that of the year before.</summary>
/// <param name="Key">The figure.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">Its value in the year.</param>
/// <param name="Before">Its value in the year before, as frozen; null if it was not counted then, or by another definition.</param>
/// <param name="Restated">What the year before gives if it is counted now; differs from <c>before</c> where something was entered or corrected since.</param>
/// <param name="Change">How much more or less than <c>before</c>; null without it.</param>
/// <param name="ChangePercent">The same in per cent, with one decimal; null (printed as —) where the year before had none.</param>
public sealed record FigureComparison(
    string Key,
    [property: Bilingual] string Name,
    FigureUnit Unit,
    decimal Value,
    decimal? Before,
    decimal Restated,
    decimal? Change,
    decimal? ChangePercent
);

internal sealed class CompareYearsValidator : AbstractValidator<CompareYearsQuery>
{
    public CompareYearsValidator() => RuleFor(q => q.Year).IsStatisticalYear();
}

internal sealed class CompareYearsHandler(AppDbContext db, FigureReader reader, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<CompareYearsQuery, YearComparison>
{
    public async Task<YearComparison> Handle(CompareYearsQuery request, CancellationToken cancellationToken)
    {
        var organisation = await organisations.ReadAsync(request.OrganisationId, cancellationToken);
        var (period, earlier) = (FigurePeriod.OfYear(request.Year), FigurePeriod.OfYear(request.Year - 1));
        var now = clock.GetUtcNow();
        var values = await ValuesAsync(organisation, period, cancellationToken);
        var restated = await ValuesAsync(organisation, earlier, cancellationToken);
        var frozen = await db
            .StatisticsSnapshots.AsNoTracking()
            .Include(s => s.Figures)
            .Where(s => s.OrganisationId == organisation.Id && s.Period == earlier.Key && !s.IsPreliminary)
            .OrderBy(s => s.ReleasedAt == null)
            .ThenByDescending(s => s.Revision)
            .FirstOrDefaultAsync(cancellationToken);
        frozen?.EnsureUnaltered();
        return new(
            request.Year,
            organisation.Id,
            now,
            period.IsOver(LegalDate.Of(now)),
            frozen is null ? ComparisonBase.Counted
                : frozen.ReleasedAt is null ? ComparisonBase.Frozen
                : ComparisonBase.Released,
            frozen?.Id,
            [.. Figures.All.Select(f => Compare(f, values[f.Key], restated[f.Key], frozen))]
        );
    }

    private async Task<Dictionary<string, decimal>> ValuesAsync(Organisation organisation, FigurePeriod period, CancellationToken ct)
    {
        var counted = await FigureReader.ReadAsync(await reader.SourceAsync(organisation, period, ct), ct);
        return counted.Figures.ToDictionary(f => f.Figure.Key, f => f.Figure.Unit.ValueOf(f.Measure), StringComparer.Ordinal);
    }

    /// <summary>A base of another version of the definition is none: the two are not the same figure.</summary>
    private static FigureComparison Compare(FigureDefinition figure, decimal value, decimal restated, StatisticsSnapshot? frozen)
    {
        decimal? before = frozen is null
            ? restated
            : frozen.Figures.FirstOrDefault(f => f.Key == figure.Key && f.DefinitionVersion == figure.Version)?.Value;
        return new(
            figure.Key,
            figure.Name,
            figure.Unit,
            value,
            before,
            restated,
            value - before,
            before is { } then ? Rates.ChangePercent(value, then) : null
        );
    }
}
