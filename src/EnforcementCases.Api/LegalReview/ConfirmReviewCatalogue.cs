using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.LegalReview;

/// <summary>Confirms a catalogue of major decisions that another clerk of the same organisation entered (确认审核目录); from then on it counts on its days.</summary>
/// <param name="Id">The adoption.</param>
public sealed record ConfirmReviewCatalogueCommand(Guid Id) : ICommand<ReviewCatalogueDetail>, IChangesVersion, IChangesSnapshot;

internal sealed class ConfirmReviewCatalogueHandler(AppDbContext db, CurrentUser user, RequestContext context, TimeProvider clock)
    : IRequestHandler<ConfirmReviewCatalogueCommand, ReviewCatalogueDetail>
{
    public async Task<ReviewCatalogueDetail> Handle(ConfirmReviewCatalogueCommand request, CancellationToken cancellationToken)
    {
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Catalogue, cancellationToken);
        var adoption =
            await db.ReviewCatalogues.FirstOrDefaultAsync(a => a.Id == request.Id, cancellationToken)
            ?? throw ReviewCatalogueAdoption.NotFound.With($"目录 {request.Id}");
        if (adoption.OrganisationId != (user.OrganId ?? user.OrganisationId))
            throw CurrentUser.NotAllowed.With("审核目录由本机构的另一名目录管理员确认");
        context.EnsureSeen(adoption.Id, adoption.Version);
        adoption.Confirm(user.PersonId, clock.GetUtcNow());
        return ReviewCatalogueDetail.Of(adoption);
    }
}
