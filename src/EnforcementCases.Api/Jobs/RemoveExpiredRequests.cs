using EnforcementCases.Persistence;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Jobs;

/// <summary>Removes a slice of the idempotency rows whose time is over; answers whether there are more.</summary>
public sealed record RemoveExpiredRequestsCommand : IUnkeyedCommand<bool>;

internal sealed class RemoveExpiredRequestsHandler(AppDbContext db, TimeProvider clock)
    : IRequestHandler<RemoveExpiredRequestsCommand, bool>
{
    /// <summary>A device that was away for a month may still send what it had: its keys are known for longer.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(35);

    /// <summary>Small enough that no writer waits for it noticeably.</summary>
    private const int Slice = 500;

    public async Task<bool> Handle(RemoveExpiredRequestsCommand request, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Kept;
        var expired = await db
            .IdempotentRequests.AsNoTracking()
            .Where(r => r.CreatedAt < before)
            .OrderBy(r => r.CreatedAt)
            .Select(r => r.Id)
            .Take(Slice)
            .ToListAsync(cancellationToken);
        await db.IdempotentRequests.Where(r => expired.Contains(r.Id)).ExecuteDeleteAsync(cancellationToken);
        return expired.Count == Slice;
    }
}
