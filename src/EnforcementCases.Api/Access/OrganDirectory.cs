using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access;

/// <summary>The organ of a decision, read outside the tracker: deciding changes nothing of it.</summary>
internal sealed class OrganDirectory(AppDbContext db)
{
    public Task<Organisation> OrganAsync(Guid organId, CancellationToken ct) =>
        db.Organisations.AsNoTracking().SingleAsync(o => o.Id == organId, ct);
}
