using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Domain.Statistics;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Statistics;

/// <summary>A ratio as it was counted.</summary>
/// <param name="Missing">What the denominator has and the numerator lacks; null if the ratio has no such list.</param>
internal sealed record CountedRate(RateDefinition Rate, long Numerator, long Denominator, IReadOnlyList<MissingFromRate>? Missing = null);

/// <summary>Counts the ratios of a year: what was done in it, of what there was on its last day, or is today if the year runs.</summary>
internal sealed class RateReader(AppDbContext db)
{
    private static readonly CaseAct[] Measures = [CaseAct.SealProperty];

    public async Task<IReadOnlyList<CountedRate>> ReadAsync(
        Organisation organisation,
        FigureSource source,
        DateOnly today,
        CancellationToken ct
    )
    {
        var scope = OrganisationScope.Below(organisation.Path);
        var day = DayOf(source, today);
        var done = await DoneAsync(source, ct);
        var sums = await SumsAsync(source, ct);
        var (powers, organs) = await PowersAsync(scope, day, done, ct);
        CountedRate[] counted =
        [
            organs,
            powers,
            await OfficersAsync(scope, source, day, ct),
            new(Rates.CasesClosed, sums[FiguresOfStock.FiledAndClosed], sums[FiguresOfStock.Opening] + sums[FiguresOfStock.Filed]),
            new(
                Rates.FirstOffencesSpared,
                sums[FiguresOfOutcomes.FirstOffence],
                sums[Figures.PenaltyCasesEntered] + sums[FiguresOfOutcomes.NoPenalty]
            ),
            await FinesAsync(source, ct),
            await PublishedAsync(scope, source, today, ct),
        ];
        return [.. Rates.All.Select(rate => counted.Single(c => c.Rate == rate))];
    }

    /// <summary>The day on which the denominators are taken.</summary>
    public static DateOnly DayOf(FigureSource source, DateOnly today) =>
        source.Period.IsOver(today) ? source.Period.NextDay.AddDays(-1) : today;

    private static async Task<Dictionary<FigureDefinition, long>> SumsAsync(FigureSource source, CancellationToken ct)
    {
        var sums = new Dictionary<FigureDefinition, long>();
        foreach (
            var figure in (FigureDefinition[])
                [
                    FiguresOfStock.FiledAndClosed,
                    FiguresOfStock.Opening,
                    FiguresOfStock.Filed,
                    FiguresOfOutcomes.FirstOffence,
                    Figures.PenaltyCasesEntered,
                    FiguresOfOutcomes.NoPenalty,
                ]
        )
            sums.Add(figure, await FigureReader.SumAsync(source, figure, ct));
        return sums;
    }

    /// <summary>The matters, by organ, with a penalty or measure in the year, and the organs that filed a case besides.</summary>
    private static async Task<(HashSet<(Guid Organ, string Matter)> Matters, HashSet<Guid> Organs)> DoneAsync(
        FigureSource source,
        CancellationToken ct
    )
    {
        var decided = source
            .Rows(Figures.PenaltyCasesEntered)
            .Select(r => new { r.Case.OrganId, Matter = r.Case.ViolationCode })
            .Concat(source.FallenRows(Figures.PenaltyCasesEntered)!.Select(r => new { r.Case.OrganId, Matter = r.Decision.ViolationCode }));
        var taken = source
            .Acts.Where(a => Measures.Contains(a.Act) && a.DoneOn >= source.FirstDay && a.DoneOn < source.NextDay)
            .Join(source.Cases, a => a.CaseId, c => c.Id, (a, c) => new { c.OrganId, Matter = c.ViolationCode });
        var matters = await decided.Concat(taken).Distinct().ToListAsync(ct);
        var filed = await source.Rows(FiguresOfStock.Filed).Select(r => r.Case.OrganId).Distinct().ToListAsync(ct);
        return ([.. matters.Select(m => (m.OrganId, m.Matter))], [.. filed, .. matters.Select(m => m.OrganId)]);
    }

    private async Task<(CountedRate Powers, CountedRate Organs)> PowersAsync(
        OrganisationScope scope,
        DateOnly day,
        (HashSet<(Guid Organ, string Matter)> Matters, HashSet<Guid> Organs) done,
        CancellationToken ct
    )
    {
        var adopted = await db
            .Adoptions.AsNoTracking()
            .Where(a => string.Compare(a.OrganisationPath, scope.From) >= 0 && string.Compare(a.OrganisationPath, scope.To) < 0)
            .Where(a => a.From <= day && (a.To == null || a.To >= day))
            .Select(a => new { a.OrganId, a.ViolationCode })
            .Distinct()
            .ToListAsync(ct);
        var organIds = adopted.Select(a => a.OrganId).Distinct().ToList();
        var organs = await db
            .Organisations.AsNoTracking()
            .Where(o => organIds.Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var codes = adopted.Select(a => a.ViolationCode).Distinct(StringComparer.Ordinal).ToList();
        var names = await db
            .Violations.AsNoTracking()
            .Where(v => codes.Contains(v.Code))
            .GroupBy(v => v.Code)
            .Select(g => new { Code = g.Key, Name = g.Max(v => v.Name)! })
            .ToDictionaryAsync(v => v.Code, v => v.Name, StringComparer.Ordinal, ct);
        var idle = adopted.Where(a => !done.Matters.Contains((a.OrganId, a.ViolationCode))).ToList();
        var resting = organIds.Where(id => !done.Organs.Contains(id)).ToList();
        return (
            new(
                Rates.PowersExercised,
                adopted.Count - idle.Count,
                adopted.Count,
                [
                    .. idle.OrderBy(a => organs[a.OrganId], StringComparer.Ordinal)
                        .ThenBy(a => a.ViolationCode, StringComparer.Ordinal)
                        .Select(a => new MissingFromRate(
                            a.ViolationCode,
                            names.GetValueOrDefault(a.ViolationCode, a.ViolationCode),
                            organs[a.OrganId]
                        )),
                ]
            ),
            new(
                Rates.OrgansEnforcing,
                organIds.Count - resting.Count,
                organIds.Count,
                [
                    .. resting
                        .Select(id => new MissingFromRate(id.ToString("D"), organs[id], organs[id]))
                        .OrderBy(m => m.Name, StringComparer.Ordinal),
                ]
            )
        );
    }

    private async Task<CountedRate> OfficersAsync(OrganisationScope scope, FigureSource source, DateOnly day, CancellationToken ct)
    {
        var officers = await db
            .Officers.AsNoTracking()
            .Include(o => o.Postings)
            .Include(o => o.Certificates)
                .ThenInclude(c => c.Suspensions)
            .AsSplitQuery()
            .Where(o => o.Kind == StaffKind.Establishment)
            .ToListAsync(ct);
        var inPost = officers
            .Select(o => (Officer: o, Posting: o.Postings.LastOrDefault(p => p.Holds(day))))
            .Where(o =>
                o.Posting is { } posting
                && string.CompareOrdinal(posting.OrganisationPath, scope.From) >= 0
                && string.CompareOrdinal(posting.OrganisationPath, scope.To) < 0
                && o.Officer.Certificates.Any(c => c.OnDay.ReasonInvalidOn(day) is null)
            )
            .ToList();
        var (from, before) = (source.From, source.Before);
        var busy = await source
            .Cases.Where(c => (c.OpenedAt >= from && c.OpenedAt < before) || c.DecidedYear == source.Year)
            .SelectMany(c => c.Officers.Select(o => o.PersonId))
            .Distinct()
            .ToListAsync(ct);
        var idle = inPost.Where(o => !busy.Contains(o.Officer.Id)).ToList();
        var idleIds = idle.ConvertAll(o => o.Officer.Id);
        var names = await db.Persons.AsNoTracking().Where(p => idleIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var paths = idle.Select(o => o.Posting!.OrganisationPath).Distinct(StringComparer.Ordinal).ToList();
        var units = await db
            .Organisations.AsNoTracking()
            .Where(o => paths.Contains(o.Path))
            .ToDictionaryAsync(o => o.Path, o => o.Name, StringComparer.Ordinal, ct);
        return new(
            Rates.OfficersTakingPart,
            inPost.Count - idle.Count,
            inPost.Count,
            [
                .. idle.Select(o => new MissingFromRate(
                        o.Officer.Id.ToString("D"),
                        names[o.Officer.Id],
                        units.GetValueOrDefault(o.Posting!.OrganisationPath, o.Posting.OrganisationPath)
                    ))
                    .OrderBy(m => m.Unit, StringComparer.Ordinal)
                    .ThenBy(m => m.Name, StringComparer.Ordinal),
            ]
        );
    }

    private static async Task<CountedRate> FinesAsync(FigureSource source, CancellationToken ct)
    {
        var fines = await source
            .Rows(Figures.FinesImposedYuan)
            .Where(r => r.Case.Effect.RevokedAt == null && r.Case.Effect.InvalidatedAt == null)
            .Select(r => new { r.Measure, Paid = r.Case.Payments.Sum(p => p.AmountFen) - r.Case.Refunds.Sum(b => b.AmountFen) })
            .GroupBy(_ => 1)
            .Select(g => new { Due = g.Sum(f => f.Measure), Paid = g.Sum(f => f.Paid > f.Measure ? f.Measure : f.Paid) })
            .FirstOrDefaultAsync(ct);
        return new(Rates.FinesCollected, fines?.Paid ?? 0, fines?.Due ?? 0);
    }

    private async Task<CountedRate> PublishedAsync(OrganisationScope scope, FigureSource source, DateOnly today, CancellationToken ct)
    {
        var items = db
            .PublicationItems.AsNoTracking()
            .Where(i => i.DecidedOn >= source.FirstDay && i.DecidedOn < source.NextDay)
            .Where(i => string.Compare(i.OrganisationPath, scope.From) >= 0 && string.Compare(i.OrganisationPath, scope.To) < 0);
        var inTime = await items.LongCountAsync(i => i.PublishedOn != null && i.PublishedOn <= i.DueOn, ct);
        var late = await items.LongCountAsync(i => i.PublishedOn > i.DueOn, ct);
        var waiting = await items.LongCountAsync(
            i => i.PublishedOn == null && i.ServedOn != null && i.DueOn < today && PublicationItem.Waiting.Contains(i.State),
            ct
        );
        return new(Rates.PublishedInTime, inTime, inTime + late + waiting);
    }
}
