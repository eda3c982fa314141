using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Domain.Supervision;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Supervision;

/// <summary>Something that a rule found.</summary>
/// <param name="OrganId">The street or town.</param>
/// <param name="CaseId">The case; null if it is about no single one.</param>
/// <param name="PersonId">The person; null if it is about none.</param>
/// <param name="What">Case number, code of a violation or number that it is about; null if it is about the organ as such.</param>
/// <param name="Count">How much: days, cases, numbers; 1 where there is nothing to count.</param>
internal sealed record FoundProblem(Guid OrganId, Guid? CaseId, Guid? PersonId, string? What, int Count);

/// <summary>Looks for what the rules of supervision find in a year, in the cases of an organisation and all below it.</summary>
internal sealed class ProblemReader(AppDbContext db)
{
    /// <summary>Share of an officer in the cases of an organ from which they are in one hand, in tenths.</summary>
    private const int TenthsOfOneOfficer = 8;

    public async Task<IReadOnlyList<FoundProblem>> FindAsync(ProblemRule rule, string path, int year, DateOnly today, CancellationToken ct)
    {
        var scope = OrganisationScope.Below(path);
        var cases = db
            .Cases.AsNoTracking()
            .Where(c => string.Compare(c.OrganisationPath, scope.From) >= 0 && string.Compare(c.OrganisationPath, scope.To) < 0);
        return rule.Key switch
        {
            "zeroEnforcement" => await ZeroAsync(scope, cases, year, today, ct),
            "lateDecision" => await LateDecisionsAsync(rule, cases, year, ct),
            "sameSum" => await SameSumsAsync(rule, cases, year, ct),
            "oneOfficer" => await OneOfficerAsync(rule, cases, year, ct),
            "latePublication" => await LatePublicationsAsync(scope, year, today, ct),
            "unpaidUncalled" => await UnpaidAsync(rule, cases, year, today, ct),
            "neverReturns" => await NeverReturnsAsync(rule, scope, year, ct),
            "enteredLate" => await EnteredLateAsync(rule, cases, year, ct),
            "voidedNumbers" => await VoidedAsync(rule, scope, year, ct),
            "fallenDecisions" => await FallenAsync(cases, year, ct),
            "overdueDeadlines" => await OverdueAsync(cases, year, today, ct),
            "longOpen" => await LongOpenAsync(rule, cases, year, today, ct),
            _ => throw new InvalidOperationException($"Rule {rule.Key} is declared and finds nothing."),
        };
    }

    private async Task<IReadOnlyList<FoundProblem>> ZeroAsync(
        OrganisationScope scope,
        IQueryable<EnforcementCase> cases,
        int year,
        DateOnly today,
        CancellationToken ct
    )
    {
        var day = today.Year > year ? new DateOnly(year, 12, 31) : today;
        var (first, next) = DaysOf(year);
        var able = await db
            .Adoptions.AsNoTracking()
            .Where(a => string.Compare(a.OrganisationPath, scope.From) >= 0 && string.Compare(a.OrganisationPath, scope.To) < 0)
            .Where(a => a.From <= day && (a.To == null || a.To >= day))
            .Select(a => a.OrganId)
            .Distinct()
            .ToListAsync(ct);
        var busy = await cases
            .Where(c => c.DecidedYear == year || (c.FiledOn >= first && c.FiledOn < next))
            .Select(c => c.OrganId)
            .Distinct()
            .ToListAsync(ct);
        return [.. able.Except(busy).Order().Select(id => new FoundProblem(id, null, null, null, 1))];
    }

    private static async Task<IReadOnlyList<FoundProblem>> LateDecisionsAsync(
        ProblemRule rule,
        IQueryable<EnforcementCase> cases,
        int year,
        CancellationToken ct
    )
    {
        var decided = await cases
            .Where(c => c.DecidedYear == year && c.FiledOn != null)
            .Select(c => new
            {
                c.OrganId,
                c.Id,
                c.DecisionNumber,
                FiledOn = c.FiledOn!.Value,
                DecidedOn = c.DecidedOn!.Value,
            })
            .ToListAsync(ct);
        return
        [
            .. decided
                .Select(c => new FoundProblem(c.OrganId, c.Id, null, c.DecisionNumber, c.DecidedOn.DayNumber - c.FiledOn.DayNumber))
                .Where(p => p.Count >= rule.Threshold)
                .OrderByDescending(p => p.Count),
        ];
    }

    private static async Task<IReadOnlyList<FoundProblem>> SameSumsAsync(
        ProblemRule rule,
        IQueryable<EnforcementCase> cases,
        int year,
        CancellationToken ct
    ) => [.. (
                await cases
                    .Where(c => c.DecidedYear == year && c.Penalty.FineFen > 0)
                    .GroupBy(c => new { c.OrganId, c.ViolationCode })
                    .Select(g => new
                    {
                        g.Key.OrganId,
                        g.Key.ViolationCode,
                        Count = g.Count(),
                        Least = g.Min(c => c.Penalty.FineFen),
                        Most = g.Max(c => c.Penalty.FineFen),
                    })
                    .Where(g => g.Count >= rule.Threshold && g.Least == g.Most)
                    .ToListAsync(ct)
            ).OrderByDescending(g => g.Count).ThenBy(g => g.ViolationCode, StringComparer.Ordinal).Select(g => new FoundProblem(g.OrganId, null, null, g.ViolationCode, g.Count))];

    private static async Task<IReadOnlyList<FoundProblem>> OneOfficerAsync(
        ProblemRule rule,
        IQueryable<EnforcementCase> cases,
        int year,
        CancellationToken ct
    )
    {
        var ofYear = cases.Where(c => c.DecidedYear == year);
        var totals = await ofYear
            .GroupBy(c => c.OrganId)
            .Select(g => new { OrganId = g.Key, Count = g.Count() })
            .Where(g => g.Count >= rule.Threshold)
            .ToDictionaryAsync(g => g.OrganId, g => g.Count, ct);
        var shares = await ofYear
            .SelectMany(c => c.Officers, (c, o) => new { c.OrganId, o.PersonId })
            .GroupBy(o => new { o.OrganId, o.PersonId })
            .Select(g => new
            {
                g.Key.OrganId,
                g.Key.PersonId,
                Count = g.Count(),
            })
            .ToListAsync(ct);
        return
        [
            .. shares
                .Where(s => totals.TryGetValue(s.OrganId, out var all) && s.Count * 10 >= all * TenthsOfOneOfficer)
                .OrderByDescending(s => s.Count)
                .ThenBy(s => s.PersonId)
                .Select(s => new FoundProblem(s.OrganId, null, s.PersonId, null, s.Count)),
        ];
    }

    private async Task<IReadOnlyList<FoundProblem>> LatePublicationsAsync(
        OrganisationScope scope,
        int year,
        DateOnly today,
        CancellationToken ct
    )
    {
        var (first, next) = DaysOf(year);
        var items = await db
            .PublicationItems.AsNoTracking()
            .Where(i => string.Compare(i.OrganisationPath, scope.From) >= 0 && string.Compare(i.OrganisationPath, scope.To) < 0)
            .Where(i => i.DecidedOn >= first && i.DecidedOn < next)
            .Where(i =>
                i.PublishedOn > i.DueOn
                || (i.PublishedOn == null && i.ServedOn != null && i.DueOn < today && PublicationItem.Waiting.Contains(i.State))
            )
            .Select(i => new
            {
                i.OrganId,
                i.CaseId,
                i.Number,
                i.DueOn,
                i.PublishedOn,
            })
            .ToListAsync(ct);
        return
        [
            .. items
                .Select(i => new FoundProblem(i.OrganId, i.CaseId, null, i.Number, (i.PublishedOn ?? today).DayNumber - i.DueOn.DayNumber))
                .OrderByDescending(p => p.Count),
        ];
    }

    private async Task<IReadOnlyList<FoundProblem>> UnpaidAsync(
        ProblemRule rule,
        IQueryable<EnforcementCase> cases,
        int year,
        DateOnly today,
        CancellationToken ct
    )
    {
        var before = today.AddDays(-rule.Threshold);
        var unpaid = await cases
            .Where(c => c.DecidedYear == year && c.Closing.On == null && c.Effect.RevokedAt == null && c.Effect.InvalidatedAt == null)
            .Where(c => c.PaymentOrder!.State != PaymentState.Paid && c.PaymentOrder.DueOn < before)
            .Where(c => !db.CaseActs.Any(a => a.CaseId == c.Id && a.Act == CaseAct.CallToPerform))
            .Select(c => new
            {
                c.OrganId,
                c.Id,
                c.DecisionNumber,
                c.PaymentOrder!.DueOn,
            })
            .ToListAsync(ct);
        return
        [
            .. unpaid
                .Select(c => new FoundProblem(c.OrganId, c.Id, null, c.DecisionNumber, today.DayNumber - c.DueOn.DayNumber))
                .OrderByDescending(p => p.Count),
        ];
    }

    private async Task<IReadOnlyList<FoundProblem>> NeverReturnsAsync(
        ProblemRule rule,
        OrganisationScope scope,
        int year,
        CancellationToken ct
    )
    {
        var (first, next) = DaysOf(year);
        var given = await db
            .ReviewTasks.AsNoTracking()
            .Where(t => string.Compare(t.OrganisationPath, scope.From) >= 0 && string.Compare(t.OrganisationPath, scope.To) < 0)
            .Where(t => t.DoneOn >= first && t.DoneOn < next && t.TakenBy != null && t.Outcome != null)
            .GroupBy(t => new { t.OrganId, Person = t.TakenBy!.Value })
            .Select(g => new
            {
                g.Key.OrganId,
                g.Key.Person,
                Count = g.Count(),
                Passed = g.Count(t => t.Outcome == ReviewOutcome.Passed),
            })
            .Where(g => g.Count >= rule.Threshold && g.Count == g.Passed)
            .ToListAsync(ct);
        return [.. given.OrderByDescending(g => g.Count).Select(g => new FoundProblem(g.OrganId, null, g.Person, null, g.Count))];
    }

    private async Task<IReadOnlyList<FoundProblem>> EnteredLateAsync(
        ProblemRule rule,
        IQueryable<EnforcementCase> cases,
        int year,
        CancellationToken ct
    )
    {
        var (first, next) = DaysOf(year);
        var late = await db
            .CaseActs.AsNoTracking()
            .Where(a => a.EnteredLate && a.DoneOn >= first && a.DoneOn < next)
            .GroupBy(a => a.CaseId)
            .Select(g => new { CaseId = g.Key, Count = g.Count() })
            .Where(g => g.Count >= rule.Threshold)
            .Join(
                cases,
                g => g.CaseId,
                c => c.Id,
                (g, c) =>
                    new
                    {
                        c.OrganId,
                        c.Id,
                        c.DecisionNumber,
                        g.Count,
                    }
            )
            .ToListAsync(ct);
        return
        [
            .. late.OrderByDescending(c => c.Count)
                .ThenBy(c => c.Id)
                .Select(c => new FoundProblem(c.OrganId, c.Id, null, c.DecisionNumber, c.Count)),
        ];
    }

    private async Task<IReadOnlyList<FoundProblem>> VoidedAsync(ProblemRule rule, OrganisationScope scope, int year, CancellationToken ct)
    {
        var voided = await db
            .DocumentNumbers.AsNoTracking()
            .Where(n => string.Compare(n.OrganisationPath, scope.From) >= 0 && string.Compare(n.OrganisationPath, scope.To) < 0)
            .Where(n => n.Year == year && n.State == NumberState.Voided)
            .GroupBy(n => n.OrganId)
            .Select(g => new { OrganId = g.Key, Count = g.Count() })
            .Where(g => g.Count >= rule.Threshold)
            .ToListAsync(ct);
        return [.. voided.OrderByDescending(g => g.Count).Select(g => new FoundProblem(g.OrganId, null, null, null, g.Count))];
    }

    private async Task<IReadOnlyList<FoundProblem>> FallenAsync(IQueryable<EnforcementCase> cases, int year, CancellationToken ct)
    {
        var now = cases
            .Where(c => c.DecidedYear == year && (c.Effect.RevokedAt != null || c.Effect.InvalidatedAt != null))
            .Select(c => new
            {
                c.OrganId,
                c.Id,
                Number = c.DecisionNumber,
            });
        var before = db
            .FallenDecisions.AsNoTracking()
            .Where(d => d.DecidedYear == year && d.Outcome != CaseOutcome.OrderAlone)
            .Join(
                cases,
                d => d.CaseId,
                c => c.Id,
                (d, c) =>
                    new
                    {
                        c.OrganId,
                        c.Id,
                        Number = (string?)d.Number,
                    }
            );
        var fallen = await now.ToListAsync(ct);
        fallen.AddRange(await before.ToListAsync(ct));
        return [.. fallen.OrderBy(c => c.Id).Select(c => new FoundProblem(c.OrganId, c.Id, null, c.Number, 1))];
    }

    private async Task<IReadOnlyList<FoundProblem>> OverdueAsync(
        IQueryable<EnforcementCase> cases,
        int year,
        DateOnly today,
        CancellationToken ct
    )
    {
        var (first, next) = DaysOf(year);
        DeadlineKind[] ours = [.. Enum.GetValues<DeadlineKind>().Where(k => DeadlineNature.Of(k).Binds is not DeadlineBinds.Party)];
        var overdue = await db
            .CaseDeadlines.AsNoTracking()
            .Where(d => d.LastDay >= first && d.LastDay < next && d.LastDay < today && d.MetAt == null && d.EndedAt == null)
            .Where(d => ours.Contains(d.Kind))
            .GroupBy(d => d.CaseId)
            .Select(g => new { CaseId = g.Key, LastDay = g.Min(d => d.LastDay) })
            .Join(
                cases,
                g => g.CaseId,
                c => c.Id,
                (g, c) =>
                    new
                    {
                        c.OrganId,
                        c.Id,
                        c.DecisionNumber,
                        g.LastDay,
                    }
            )
            .ToListAsync(ct);
        return
        [
            .. overdue
                .Select(c => new FoundProblem(c.OrganId, c.Id, null, c.DecisionNumber, today.DayNumber - c.LastDay.DayNumber))
                .OrderByDescending(p => p.Count)
                .ThenBy(p => p.CaseId),
        ];
    }

    private static async Task<IReadOnlyList<FoundProblem>> LongOpenAsync(
        ProblemRule rule,
        IQueryable<EnforcementCase> cases,
        int year,
        DateOnly today,
        CancellationToken ct
    )
    {
        var (first, next) = DaysOf(year);
        var before = today.AddDays(-rule.Threshold);
        var open = await cases
            .Where(c => c.FiledOn >= first && c.FiledOn < next && c.FiledOn <= before && c.Closing.On == null)
            .Select(c => new
            {
                c.OrganId,
                c.Id,
                c.DecisionNumber,
                FiledOn = c.FiledOn!.Value,
            })
            .ToListAsync(ct);
        return
        [
            .. open.Select(c => new FoundProblem(c.OrganId, c.Id, null, c.DecisionNumber, today.DayNumber - c.FiledOn.DayNumber))
                .OrderByDescending(p => p.Count)
                .ThenBy(p => p.CaseId),
        ];
    }

    private static (DateOnly First, DateOnly Next) DaysOf(int year) => (new(year, 1, 1), new(year + 1, 1, 1));
}
