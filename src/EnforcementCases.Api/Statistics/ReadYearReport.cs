using System.Globalization;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;

namespace EnforcementCases.Api.Statistics;

/// <summary>Writes the sentences of a yearly report from the figures (年度报告文字).</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="OrganisationId">Organisation whose report it is; default: the caller's own.</param>
public sealed record ReadYearReportQuery(int Year, Guid? OrganisationId) : IRequest<YearReport>;

/// <summary>Sentences of a yearly report.</summary>
/// <param name="Year">Statistical year.</param>
/// <param name="OrganisationId">The organisation whose report it is.</param>
/// <param name="CountedAt">When its figures were counted.</param>
/// <param name="Sentences">The sentences for a report of this kind of organisation.</param>
public sealed record YearReport(int Year, Guid OrganisationId, DateTimeOffset CountedAt, IReadOnlyList<ReportSentence> Sentences);

/// <summary>A sentence of a report.</summary>
/// <param name="Key">Key of its template.</param>
/// <param name="TemplateVersion">Version of the template.</param>
/// <param name="Source">The published report on which the sentence is modelled.</param>
/// <param name="Text">The sentence; null if a figure is missing, because figures are never invented.</param>
/// <param name="MissingFigures">Keys of the figures that it quotes and that the system cannot count; empty if none.</param>
/// <param name="Figures">The computed figures that it quotes, by key, with their values.</param>
/// <param name="OwnFigures">The figures that the place typed in and that it quotes, by key, with their values.</param>
public sealed record ReportSentence(
    string Key,
    int TemplateVersion,
    [property: Bilingual] string Source,
    [property: Bilingual] string? Text,
    IReadOnlyList<string> MissingFigures,
    IReadOnlyDictionary<string, decimal> Figures,
    IReadOnlyDictionary<string, decimal> OwnFigures
);

internal sealed class ReadYearReportValidator : AbstractValidator<ReadYearReportQuery>
{
    public ReadYearReportValidator() => RuleFor(q => q.Year).IsStatisticalYear();
}

internal sealed class ReadYearReportHandler(
    FigureReader reader,
    RateReader rates,
    OwnFigureReader ownFigures,
    OrganisationReader organisations,
    TimeProvider clock
) : IRequestHandler<ReadYearReportQuery, YearReport>
{
    public async Task<YearReport> Handle(ReadYearReportQuery request, CancellationToken cancellationToken)
    {
        var organisation = await organisations.ReadAsync(request.OrganisationId, cancellationToken);
        var source = await reader.SourceAsync(organisation, FigurePeriod.OfYear(request.Year), cancellationToken);
        var now = clock.GetUtcNow();
        var counted = await FigureReader.ReadAsync(source, cancellationToken);
        var values = counted.Figures.ToDictionary(f => f.Figure.Key, f => f.Figure.Unit.ValueOf(f.Measure), StringComparer.Ordinal);
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["organisation"] = ReportName.Of(organisation.Kind, organisation.Name),
            ["year"] = request.Year.ToString(CultureInfo.InvariantCulture),
        };
        var own = (await ownFigures.ReadAsync(organisation.Id, request.Year, cancellationToken)).ToDictionary(
            f => f.Key,
            f => f.Value,
            StringComparer.Ordinal
        );
        foreach (var rate in await rates.ReadAsync(organisation, source, LegalDate.Of(now), cancellationToken))
        {
            if (Rates.Percent(rate.Numerator, rate.Denominator) is { } percent)
                values.Add($"{rate.Rate.Key}Percent", percent);
        }
        foreach (var (key, value) in values.Concat(own))
            words.Add(key, value.ToString("0.##", CultureInfo.InvariantCulture));
        return new(
            request.Year,
            organisation.Id,
            now,
            [.. ReportTemplates.All.Where(t => t.Kinds.Contains(organisation.Kind)).Select(t => Write(t, words, values, own))]
        );
    }

    private static ReportSentence Write(
        ReportTemplate template,
        Dictionary<string, string> words,
        Dictionary<string, decimal> values,
        Dictionary<string, decimal> own
    )
    {
        string[] missing = [.. template.Names.Where(n => !words.ContainsKey(n))];
        return new(
            template.Key,
            template.Version,
            template.Source,
            missing.Length == 0 ? template.Fill(words) : null,
            missing,
            Quoted(values),
            Quoted(own)
        );

        Dictionary<string, decimal> Quoted(Dictionary<string, decimal> from) =>
            template.Names.Where(from.ContainsKey).ToDictionary(n => n, n => from[n], StringComparer.Ordinal);
    }
}
