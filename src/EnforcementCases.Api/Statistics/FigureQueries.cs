using System.Collections.Frozen;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Statistics;

namespace EnforcementCases.Api.Statistics;

/// <summary>A case counted by a figure, with its contribution.</summary>
internal sealed class FigureRow
{
    public required EnforcementCase Case { get; init; }

    /// <summary>1 for a count, fen for an amount.</summary>
    public required long Measure { get; init; }
}

/// <summary>A decision that fell before its case was handled again, counted by a figure of the year in which it was made.</summary>
internal sealed class FallenRow
{
    public required FallenDecision Decision { get; init; }

    public required EnforcementCase Case { get; init; }

    /// <summary>1 for a count, fen for an amount.</summary>
    public required long Measure { get; init; }
}

/// <summary>The source of a count: the cases of an organisation and all below it, and a year.</summary>
internal sealed record FigureSource(
    IQueryable<EnforcementCase> Cases,
    IQueryable<Payment> Payments,
    IQueryable<Refund> Refunds,
    IQueryable<FallenDecision> Fallen,
    IQueryable<ViolationVersion> Violations,
    IQueryable<CaseActEntry> Acts,
    IQueryable<Organisation> Organisations,
    FigurePeriod Period
)
{
    public int Year => Period.Year;

    public DateOnly FirstDay => Period.FirstDay;

    public DateOnly NextDay => Period.NextDay;

    public DateTimeOffset From => LegalDate.StartOf(Period.FirstDay);

    public DateTimeOffset Before => LegalDate.StartOf(Period.NextDay);
}

/// <summary>The query of each figure: population and measure. Value, case list and table cell are the sum, the rows and the groups of this one query.</summary>
internal static class FigureQueries
{
    private static readonly FrozenDictionary<string, Func<FigureSource, IQueryable<FigureRow>>> Queries = Figures.All.ToFrozenDictionary(
        f => f.Key,
        Of,
        StringComparer.Ordinal
    );

    public static IQueryable<FigureRow> Rows(this FigureSource source, FigureDefinition figure) => Queries[figure.Key](source);

    private static Func<FigureSource, IQueryable<FigureRow>> Of(FigureDefinition figure)
    {
        if (Figures.ByHeaviestKind.FirstOrDefault(k => k.Value == figure) is { Value: not null, Key: var kind })
            return s => Decided(s).Where(c => c.Penalty.HeaviestKind == kind).Select(c => new FigureRow { Case = c, Measure = 1 });
        if (FiguresOfOutcomes.CountedBy(figure) is { } outcomes)
            return s =>
                s.Cases.Where(c => c.OutcomeOn >= s.FirstDay && c.OutcomeOn < s.NextDay && outcomes.Contains(c.Outcome!.Value))
                    .Select(c => new FigureRow { Case = c, Measure = 1 });
        if (FiguresOfActs.CountedBy(figure) is { } act)
            return s =>
                s.Acts.Where(a => a.Act == act && a.DoneOn >= s.FirstDay && a.DoneOn < s.NextDay)
                    .GroupBy(a => a.CaseId)
                    .Select(g => new { CaseId = g.Key, Times = (long)g.Count() })
                    .Join(s.Cases, done => done.CaseId, c => c.Id, (done, c) => new FigureRow { Case = c, Measure = done.Times });
        return figure.Key switch
        {
            "openAtBeginning" => s =>
                s.Cases.Where(c => c.FiledOn < s.FirstDay && (c.Closing.On == null || c.Closing.On >= s.FirstDay))
                    .Select(c => new FigureRow { Case = c, Measure = 1 }),
            "casesFiled" => s =>
                s.Cases.Where(c => c.FiledOn >= s.FirstDay && c.FiledOn < s.NextDay).Select(c => new FigureRow { Case = c, Measure = 1 }),
            "filedCasesClosed" => s => Closed(s).Where(c => c.FiledOn != null).Select(c => new FigureRow { Case = c, Measure = 1 }),
            "openAtEnd" => s =>
                s.Cases.Where(c => c.FiledOn < s.NextDay && (c.Closing.On == null || c.Closing.On >= s.NextDay))
                    .Select(c => new FigureRow { Case = c, Measure = 1 }),
            "finesAndConfiscationsYuan" => s =>
                Decided(s)
                    .Where(c => c.Penalty.FineFen + (c.Penalty.ConfiscatedFen ?? 0) > 0)
                    .Select(c => new FigureRow { Case = c, Measure = c.Penalty.FineFen + (c.Penalty.ConfiscatedFen ?? 0) }),
            "penaltyCasesEntered" => s => Decided(s).Select(c => new FigureRow { Case = c, Measure = 1 }),
            "simpleProcedureCases" => s =>
                Decided(s).Where(c => c.Procedure == CaseProcedure.Simple).Select(c => new FigureRow { Case = c, Measure = 1 }),
            "ordinaryProcedureCases" => s =>
                Decided(s).Where(c => c.Procedure != CaseProcedure.Simple).Select(c => new FigureRow { Case = c, Measure = 1 }),
            "finesImposedYuan" => s => Fined(Decided(s)),
            "simpleProcedureFinesYuan" => s => Fined(Decided(s).Where(c => c.Procedure == CaseProcedure.Simple)),
            "ordinaryProcedureFinesYuan" => s => Fined(Decided(s).Where(c => c.Procedure != CaseProcedure.Simple)),
            "revokedDecisions" => s =>
                Decided(s).Where(c => c.Effect.RevokedAt != null).Select(c => new FigureRow { Case = c, Measure = 1 }),
            "invalidDecisions" => s =>
                Decided(s).Where(c => c.Effect.InvalidatedAt != null).Select(c => new FigureRow { Case = c, Measure = 1 }),
            "casesClosed" => s => Closed(s).Select(c => new FigureRow { Case = c, Measure = 1 }),
            "finesOfClosedCasesYuan" => s => Fined(Closed(s).Where(c => c.Closing.Because == ClosingReason.Performed)),
            "finesCollectedYuan" => s =>
                s.Payments.Where(p => p.PaidAt >= s.From && p.PaidAt < s.Before)
                    .GroupBy(p => p.CaseId)
                    .Select(g => new { CaseId = g.Key, Fen = g.Sum(p => p.AmountFen) })
                    .Join(s.Cases, paid => paid.CaseId, c => c.Id, (paid, c) => new FigureRow { Case = c, Measure = paid.Fen }),
            "finesRefundedYuan" => s =>
                s.Refunds.Where(r => r.RefundedAt >= s.From && r.RefundedAt < s.Before)
                    .GroupBy(r => r.CaseId)
                    .Select(g => new { CaseId = g.Key, Fen = g.Sum(r => r.AmountFen) })
                    .Join(s.Cases, back => back.CaseId, c => c.Id, (back, c) => new FigureRow { Case = c, Measure = back.Fen }),
            _ => throw new InvalidOperationException($"Figure {figure.Key} is defined and cannot be counted."),
        };
    }

    /// <summary>What decisions contribute that fell before their case was handled again: they stay in the figures of their year, beside the decision made anew (ST-5).</summary>
    /// <returns>Null if the figure is not counted by the date of the decision.</returns>
    public static IQueryable<FallenRow>? FallenRows(this FigureSource source, FigureDefinition figure)
    {
        if (figure.CountedBy is not CountingDate.Decision)
            return null;
        var decided = source.Fallen.Where(d => d.DecidedYear == source.Year && d.Outcome != CaseOutcome.OrderAlone);
        if (!source.Period.IsYear)
            decided = decided.Where(d => d.DecidedOn >= source.FirstDay && d.DecidedOn < source.NextDay);
        if (figure == Figures.FinesAndConfiscationsYuan)
            return decided
                .Where(d => d.FineFen + (d.ConfiscatedFen ?? 0) > 0)
                .Join(
                    source.Cases,
                    d => d.CaseId,
                    c => c.Id,
                    (d, c) =>
                        new FallenRow
                        {
                            Decision = d,
                            Case = c,
                            Measure = d.FineFen + (d.ConfiscatedFen ?? 0),
                        }
                );
        var fallen =
            figure.Unit is FigureUnit.Yuan
                ? decided
                    .Where(d => d.FineFen > 0)
                    .Join(
                        source.Cases,
                        d => d.CaseId,
                        c => c.Id,
                        (d, c) =>
                            new FallenRow
                            {
                                Decision = d,
                                Case = c,
                                Measure = d.FineFen,
                            }
                    )
                : decided.Join(
                    source.Cases,
                    d => d.CaseId,
                    c => c.Id,
                    (d, c) =>
                        new FallenRow
                        {
                            Decision = d,
                            Case = c,
                            Measure = 1L,
                        }
                );
        if (Figures.ByHeaviestKind.FirstOrDefault(k => k.Value == figure) is { Value: not null, Key: var kind })
            return fallen.Where(r => r.Decision.HeaviestKind == kind);
        return figure.Key switch
        {
            "penaltyCasesEntered" or "finesImposedYuan" => fallen,
            "simpleProcedureCases" or "simpleProcedureFinesYuan" => fallen.Where(r => r.Case.Procedure == CaseProcedure.Simple),
            "ordinaryProcedureCases" or "ordinaryProcedureFinesYuan" => fallen.Where(r => r.Case.Procedure != CaseProcedure.Simple),
            "revokedDecisions" => fallen.Where(r => r.Decision.Validity == DecisionValidity.Revoked),
            "invalidDecisions" => fallen.Where(r => r.Decision.Validity == DecisionValidity.Invalid),
            _ => throw new InvalidOperationException($"Figure {figure.Key} is counted by decisions, and not those that fell."),
        };
    }

    /// <summary>Penalties decided in the period; an order is no penalty. The year alone is indexed.</summary>
    private static IQueryable<EnforcementCase> Decided(FigureSource s)
    {
        var ofYear = s.Cases.Where(c => c.DecidedYear == s.Year && c.Outcome != CaseOutcome.OrderAlone);
        return s.Period.IsYear ? ofYear : ofYear.Where(c => c.DecidedOn >= s.FirstDay && c.DecidedOn < s.NextDay);
    }

    private static IQueryable<EnforcementCase> Closed(FigureSource s)
    {
        var ofYear = s.Cases.Where(c => c.ClosedYear == s.Year);
        return s.Period.IsYear ? ofYear : ofYear.Where(c => c.Closing.On >= s.FirstDay && c.Closing.On < s.NextDay);
    }

    private static IQueryable<FigureRow> Fined(IQueryable<EnforcementCase> cases) =>
        cases.Where(c => c.Penalty.FineFen > 0).Select(c => new FigureRow { Case = c, Measure = c.Penalty.FineFen });
}
