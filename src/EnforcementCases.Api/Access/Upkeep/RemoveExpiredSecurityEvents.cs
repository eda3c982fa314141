using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Upkeep;

/// <summary>Removes a slice of the security log that has been kept for as long as configured, never less than 183 days; answers whether there is more.</summary>
public sealed record RemoveExpiredSecurityEventsCommand : IUnkeyedCommand<bool>;

internal sealed class RemoveExpiredSecurityEventsHandler(AppDbContext db, AccessSettings settings, TimeProvider clock)
    : IRequestHandler<RemoveExpiredSecurityEventsCommand, bool>
{
    /// <summary>Small enough that no writer waits for it noticeably.</summary>
    private const int Slice = 500;

    public async Task<bool> Handle(RemoveExpiredSecurityEventsCommand request, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - settings.SecurityLogKept;
        var first = SequenceSource.FirstOf(before); // the log is ordered by it: what is younger is not even read
        var expired = await db
            .SecurityEvents.AsNoTracking()
            .Where(e => e.Seq < first && e.At < before)
            .OrderBy(e => e.Seq)
            .Select(e => e.Seq)
            .Take(Slice)
            .ToListAsync(cancellationToken);
        await db.SecurityEvents.Where(e => expired.Contains(e.Seq)).ExecuteDeleteAsync(cancellationToken);
        return expired.Count == Slice;
    }
}
