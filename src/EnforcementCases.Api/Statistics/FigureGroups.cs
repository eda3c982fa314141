using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Statistics;

namespace EnforcementCases.Api.Statistics;

/// <summary>A part of a figure that is counted for itself.</summary>
internal sealed record FigurePart(string Key, string Name, IQueryable<FigureRow> Rows, IQueryable<FallenRow>? Fallen);

/// <summary>Assigns the rows of a figure to groups: one line for each grouping, for the decisions as the cases have them now and for those that fell before their case was
/// handled again. Months, quarters and kinds of penalty are no lines here: the figure is counted for each of them.</summary>
internal static class FigureGroups
{
    public static Func<FigureSource, IQueryable<FigureRow>, IQueryable<FigureTableCell>> CellsOf(FigureGrouping by) =>
        by switch
        {
            FigureGrouping.Organ => (source, rows) =>
                rows.Join(
                    source.Organisations,
                    r => r.Case.OrganId,
                    o => o.Id,
                    (r, o) =>
                        new FigureTableCell
                        {
                            Key = o.Path,
                            Name = o.Name,
                            Measure = r.Measure,
                        }
                ),
            FigureGrouping.Unit => (source, rows) =>
                rows.Join(
                    source.Organisations,
                    r => r.Case.OrganisationPath,
                    o => o.Path,
                    (r, o) =>
                        new FigureTableCell
                        {
                            Key = o.Path,
                            Name = o.Name,
                            Measure = r.Measure,
                        }
                ),
            FigureGrouping.Officer => (_, rows) =>
                rows.SelectMany(
                    r => r.Case.Officers,
                    (r, o) =>
                        new FigureTableCell
                        {
                            Key = o.CertificateNumber,
                            Name = o.Name,
                            Measure = r.Measure,
                        }
                ),
            FigureGrouping.Procedure => (_, rows) =>
                rows.Select(r => new FigureTableCell
                {
                    Key = r.Case.Procedure == CaseProcedure.Simple ? nameof(CaseProcedure.Simple) : nameof(CaseProcedure.Ordinary),
                    Name = r.Case.Procedure == CaseProcedure.Simple ? Simple : Ordinary,
                    Measure = r.Measure,
                }),
            FigureGrouping.Violation => (_, rows) =>
                rows.Select(r => new FigureTableCell
                {
                    Key = r.Case.ViolationCode,
                    Name = r.Case.ViolationName,
                    Measure = r.Measure,
                }),
            FigureGrouping.Category => (source, rows) =>
                rows.Join(
                    source.Violations,
                    r => r.Case.ViolationVersionId,
                    v => v.Id,
                    (r, v) =>
                        new FigureTableCell
                        {
                            Key = v.Category,
                            Name = v.Category,
                            Measure = r.Measure,
                        }
                ),
            FigureGrouping.Instrument => (source, rows) =>
                rows.Join(
                    source.Violations,
                    r => r.Case.ViolationVersionId,
                    v => v.Id,
                    (r, v) =>
                        new FigureTableCell
                        {
                            Key = v.Instrument,
                            Name = v.Instrument,
                            Measure = r.Measure,
                        }
                ),
            _ => throw CountedForEach(by),
        };

    public static Func<FigureSource, IQueryable<FallenRow>, IQueryable<FigureTableCell>> FallenOf(FigureGrouping by) =>
        by switch
        {
            FigureGrouping.Violation => (_, rows) =>
                rows.Select(r => new FigureTableCell
                {
                    Key = r.Decision.ViolationCode,
                    Name = r.Decision.ViolationName,
                    Measure = r.Measure,
                }),
            FigureGrouping.Category => (source, rows) =>
                rows.Join(
                    source.Violations,
                    r => r.Decision.ViolationVersionId,
                    v => v.Id,
                    (r, v) =>
                        new FigureTableCell
                        {
                            Key = v.Category,
                            Name = v.Category,
                            Measure = r.Measure,
                        }
                ),
            FigureGrouping.Instrument => (source, rows) =>
                rows.Join(
                    source.Violations,
                    r => r.Decision.ViolationVersionId,
                    v => v.Id,
                    (r, v) =>
                        new FigureTableCell
                        {
                            Key = v.Instrument,
                            Name = v.Instrument,
                            Measure = r.Measure,
                        }
                ),
            // organ, unit and procedure of the case are still those of the first decision; its officers are those who have it now
            _ => (source, rows) => CellsOf(by)(source, rows.Select(r => new FigureRow { Case = r.Case, Measure = r.Measure })),
        };

    /// <summary>The parts that a figure is counted for one by one; null if the grouping is a property that the rows have.</summary>
    public static IReadOnlyList<FigurePart>? PartsOf(FigureGrouping by, FigureSource source, FigureDefinition figure)
    {
        return by switch
        {
            FigureGrouping.Month => [.. FigurePeriod.MonthsOf(source.Year).Select(OfPeriod)],
            FigureGrouping.Quarter => [.. FigurePeriod.QuartersOf(source.Year).Select(OfPeriod)],
            FigureGrouping.HeaviestKind =>
            [
                .. Enum.GetValues<PenaltyKind>()
                    .Select(kind => new FigurePart(
                        kind.ToString(),
                        kind.Term(),
                        source.Rows(figure).Where(r => r.Case.Penalty.HeaviestKind == kind),
                        source.FallenRows(figure)?.Where(r => r.Decision.HeaviestKind == kind)
                    )),
            ],
            _ => null,
        };

        FigurePart OfPeriod(FigurePeriod period)
        {
            var part = source with { Period = period };
            return new(period.Key, period.Name, part.Rows(figure), part.FallenRows(figure));
        }
    }

    private const string Simple = "简易程序";
    private const string Ordinary = "普通程序";

    private static InvalidOperationException CountedForEach(FigureGrouping by) => new($"{by} is no property of a case.");
}
