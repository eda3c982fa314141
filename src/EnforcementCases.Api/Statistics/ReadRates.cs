using EnforcementCases.Domain;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Statistics;

/// <summary>Counts the ratios of a year (三率等比率指标): each with its two numbers, the day on which they were taken, and what is missing from the whole.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="OrganisationId">Organisation, with all below it; default: the caller's own.</param>
public sealed record ReadRatesQuery(int Year, Guid? OrganisationId) : IRequest<RatesOfYear>;

/// <summary>The ratios of a year.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="OrganisationName">Its name.</param>
/// <param name="CountedAt">When they were counted.</param>
/// <param name="AsOf">Day on which powers, organs and officers were taken: the last day of the year, or today.</param>
/// <param name="Rates">The ratios.</param>
public sealed record RatesOfYear(
    int Year,
    Guid OrganisationId,
    string OrganisationName,
    DateTimeOffset CountedAt,
    DateOnly AsOf,
    IReadOnlyList<RateView> Rates
);

/// <summary>A ratio.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Name">Its name.</param>
/// <param name="NumeratorMeans">What is counted above the line.</param>
/// <param name="Numerator">That number, in the unit.</param>
/// <param name="DenominatorMeans">What is counted below the line.</param>
/// <param name="Denominator">That number, in the unit.</param>
/// <param name="Unit">Unit of both numbers.</param>
/// <param name="Percent">The ratio in per cent, with two decimals; null where there is nothing below the line.</param>
/// <param name="Missing">The powers not exercised, officers without a case, organs without an act: at most 500; empty for other ratios.</param>
/// <param name="MissingCount">How many there are.</param>
public sealed record RateView(
    string Key,
    [property: Bilingual] string Name,
    [property: Bilingual] string NumeratorMeans,
    decimal Numerator,
    [property: Bilingual] string DenominatorMeans,
    decimal Denominator,
    FigureUnit Unit,
    decimal? Percent,
    IReadOnlyList<MissingFromRate> Missing,
    int MissingCount
);

/// <summary>Something that counts below the line and not above it.</summary>
/// <param name="Key">Code of the matter, or identity of the officer or organ.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">The organisation it belongs to.</param>
public sealed record MissingFromRate(string Key, string Name, string Unit);

internal sealed class ReadRatesValidator : AbstractValidator<ReadRatesQuery>
{
    public ReadRatesValidator() => RuleFor(q => q.Year).IsStatisticalYear();
}

internal sealed class ReadRatesHandler(FigureReader figures, RateReader rates, OrganisationReader organisations, TimeProvider clock)
    : IRequestHandler<ReadRatesQuery, RatesOfYear>
{
    /// <summary>Longest list in an answer.</summary>
    private const int Listed = 500;

    public async Task<RatesOfYear> Handle(ReadRatesQuery request, CancellationToken cancellationToken)
    {
        var organisation = await organisations.ReadAsync(request.OrganisationId, cancellationToken);
        var source = await figures.SourceAsync(organisation, FigurePeriod.OfYear(request.Year), cancellationToken);
        var now = clock.GetUtcNow();
        var counted = await rates.ReadAsync(organisation, source, LegalDate.Of(now), cancellationToken);
        return new(
            request.Year,
            organisation.Id,
            organisation.Name,
            now,
            RateReader.DayOf(source, LegalDate.Of(now)),
            [.. counted.Select(View)]
        );
    }

    private static RateView View(CountedRate counted)
    {
        var rate = counted.Rate;
        return new(
            rate.Key,
            rate.Name,
            rate.Numerator,
            rate.Unit.ValueOf(counted.Numerator),
            rate.Denominator,
            rate.Unit.ValueOf(counted.Denominator),
            rate.Unit,
            Rates.Percent(counted.Numerator, counted.Denominator),
            [.. (counted.Missing ?? []).Take(Listed)],
            counted.Missing?.Count ?? 0
        );
    }
}
