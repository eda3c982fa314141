using EnforcementCases.Persistence;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Uploads;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Evidence;

/// <summary>Removes uploads that can no longer be continued, with what arrived of them. True if more are left.</summary>
public sealed record EndExpiredUploadsCommand : IUnkeyedCommand<bool>;

internal sealed class EndExpiredUploadsHandler(AppDbContext db, UnitOfWork unitOfWork, StagedUploads staged, TimeProvider clock)
    : IRequestHandler<EndExpiredUploadsCommand, bool>
{
    private const int Slice = 200;

    public async Task<bool> Handle(EndExpiredUploadsCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var over = await db.Uploads.Where(u => u.ExpiresAt <= now).OrderBy(u => u.ExpiresAt).Take(Slice).ToListAsync(cancellationToken);
        db.Uploads.RemoveRange(over);
        unitOfWork.AfterCommit(() => over.ForEach(u => staged.Drop(u.Id)));
        return over.Count == Slice;
    }
}
