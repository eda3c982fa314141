using System.Linq.Expressions;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.SecondPersons;

/// <summary>Changes that are asked for and not done.</summary>
internal static class OpenChanges
{
    /// <summary>Refuses all of an account: it is disabled, or belongs to another organisation now.</summary>
    /// <param name="except">The change that is being done; null if none is.</param>
    /// <param name="by">Who caused it; null if the program did.</param>
    public static Task RefuseOpenChangesAsync(
        this AppDbContext db,
        Guid accountId,
        Guid? except,
        Guid? by,
        DateTimeOffset now,
        CancellationToken ct
    ) => db.RefuseOpenChangesAsync(c => c.AccountId == accountId && c.Id != except, by, now, ct);

    /// <summary>Refuses some of them.</summary>
    /// <param name="which">Those that are refused.</param>
    /// <param name="by">Who caused it; null if the program did.</param>
    public static async Task RefuseOpenChangesAsync(
        this AppDbContext db,
        Expression<Func<GuardedChange, bool>> which,
        Guid? by,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var open = await db
            .GuardedChanges.IgnoreQueryFilters([AppDbContext.ScopeFilter])
            .Where(which)
            .Where(c => c.State == GuardedChangeState.Waiting || c.State == GuardedChangeState.Confirmed)
            .ToListAsync(ct);
        foreach (var change in open)
            change.Refuse(by, now);
    }
}
