using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Publicity;

/// <summary>Ends the display of a slice of the decisions whose last day of display is over (公示期满). A second run changes nothing.</summary>
public sealed record ExpirePublicationsCommand : IUnkeyedCommand<bool>;

internal sealed class ExpirePublicationsHandler(AppDbContext db, TimeProvider clock) : IRequestHandler<ExpirePublicationsCommand, bool>
{
    private const int Slice = 200;

    public async Task<bool> Handle(ExpirePublicationsCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = LegalDate.Of(now);
        var over = await db
            .PublicationItems.Where(i => i.State == PublicationState.Published && i.DisplayUntil < today)
            .OrderBy(i => i.DisplayUntil)
            .ThenBy(i => i.Seq)
            .Take(Slice)
            .ToListAsync(cancellationToken);
        over.ForEach(i => i.Expire(now));
        return over.Count == Slice;
    }
}
