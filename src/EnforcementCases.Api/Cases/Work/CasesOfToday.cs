using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Work;

/// <summary>The cases of the present user's day (今日本人办理): touched or opened today, or with work of the user's due today. They are as many as a person does in a day.</summary>
internal sealed class CasesOfToday(AppDbContext db, CurrentUser user, MyWork work)
{
    /// <summary>More than anybody does in a day.</summary>
    private const int Most = 1_000;

    public async Task<IReadOnlyList<Guid>> ReadAsync(DateOnly today, CancellationToken ct)
    {
        var (person, begin, end) = (user.PersonId, LegalDate.StartOf(today), LegalDate.EndOf(today));
        var touched = await db
            .CaseTouches.AsNoTracking()
            .Where(t => t.PersonId == person && t.TouchedAt >= begin && t.TouchedAt < end)
            .Select(t => t.CaseId)
            .Take(Most)
            .ToListAsync(ct);
        var opened = await db.Set<CaseOfficer>()
            .AsNoTracking()
            .Where(o => o.PersonId == person && o.OpenedAt >= begin && o.OpenedAt < end)
            .Select(o => o.CaseId)
            .Take(Most)
            .ToListAsync(ct);
        var due = user.OrganId is null
            ? []
            : await work.On(today, mine: true, user.OrganId).Where(w => w.SortOn == today).Select(w => w.CaseId).Take(Most).ToListAsync(ct);
        return [.. touched.Concat(opened).Concat(due).Distinct().Take(Most)];
    }
}
