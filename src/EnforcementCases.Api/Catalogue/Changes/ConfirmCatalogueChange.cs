using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using MediatR;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Confirms a catalogue change that another clerk of the same organisation entered (确认目录变更); its rows apply from then on, each on its days
/// of validity. A change with a calendar year recomputes running deadlines.</summary>
/// <param name="Id">The change.</param>
public sealed record ConfirmCatalogueChangeCommand(Guid Id) : ICommand<CatalogueChangeDetail>, IChangesVersion, IChangesSnapshot;

internal sealed class ConfirmCatalogueChangeHandler(
    AppDbContext db,
    CurrentUser user,
    CatalogueDesk desk,
    CataloguePlanner planner,
    RequestContext context,
    TimeProvider clock
) : IRequestHandler<ConfirmCatalogueChangeCommand, CatalogueChangeDetail>
{
    public async Task<CatalogueChangeDetail> Handle(ConfirmCatalogueChangeCommand request, CancellationToken cancellationToken)
    {
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Catalogue, cancellationToken); // first, so that two confirmations at once are serialised
        var change = await desk.FindAsync(request.Id, cancellationToken);
        context.EnsureSeen(change.Id, change.Version);
        change.EnsureMayBeConfirmedBy(user.PersonId);
        await desk.EnsureReachesAsync(change.Rows.Select(r => r.Kind), cancellationToken);
        var plan = await planner.PlanAsync(
            [.. change.Rows.Select(r => new CatalogueFileRow(r.Kind, r.Place, r.Content))],
            cancellationToken
        );
        var now = clock.GetUtcNow();
        change.Confirm([.. plan.Rows.Select(r => r.AsRow())], user.PersonId, now);
        await desk.TakeOverAsync(change, plan, now, cancellationToken);
        return CatalogueChangeDetail.Of(change);
    }
}
