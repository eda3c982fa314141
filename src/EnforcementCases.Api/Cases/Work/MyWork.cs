using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Cases.Work;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Work;

/// <summary>Which rows of the work lists are the present user's, by role, organ and relation to the case: the same as who may do the act.</summary>
internal sealed class MyWork(AppDbContext db, CurrentUser user)
{
    /// <summary>Work that can be done on a day: of the user alone, or all within the scope.</summary>
    /// <param name="organ">Only of this organ, repeated beside the scope so that its index is used; null: all within the scope.</param>
    public IQueryable<CaseWork> On(DateOnly today, bool mine, Guid? organ)
    {
        var work = db.CaseWork.AsNoTracking().Where(w => w.ShowFrom <= today);
        if (organ is { } one)
            work = work.Where(w => w.OrganId == one);
        if (!mine)
            return work;
        var (person, roles, none) = (user.PersonId, CaseWork.MaskOf(user.Roles), user.OrganId is null); // acts are done for the own organ only
        var officers = db.Set<CaseOfficer>();
        return work.Where(w =>
            !none
            && (w.Roles & roles) != 0
            && (
                w.Relation == ActorRelation.Any
                || (w.Relation == ActorRelation.Handler && officers.Any(o => o.CaseId == w.CaseId && o.PersonId == person))
                || (w.Relation == ActorRelation.Outsider && !officers.Any(o => o.CaseId == w.CaseId && o.PersonId == person))
            )
        );
    }
}
