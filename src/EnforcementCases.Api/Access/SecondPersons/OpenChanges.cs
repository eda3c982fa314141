using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.SecondPersons;

/// <summary>Changes of an account that are asked for and not done.</summary>
internal static class OpenChanges
{
    /// <summary>Refuses all of them: the account is disabled, or belongs to another organisation now.</summary>
    /// <param name="by">Who caused it; null if the program did.</param>
    public static async Task RefuseOpenChangesAsync(
        this AppDbContext db,
        Guid accountId,
        Guid? by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var open = await db
            .GuardedChanges.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(c => c.AccountId == accountId)
            .Where(c => c.State == GuardedChangeState.Waiting || c.State == GuardedChangeState.Confirmed)
            .ToListAsync(ct);
        foreach (var change in open)
            change.Refuse(by, now);
    }
}
