using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using MediatR;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Changes the seal image of an organisation (印章图样), from now on.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Sha256">SHA-256 of the image, which is already in the file store.</param>
public sealed record ChangeSealCommand(Guid OrganisationId, string Sha256)
    : ICommand<OrganisationDetails>,
        IChangesVersion,
        IChangesSnapshot;

internal sealed class ChangeSealHandler(AppDbContext db, OrganisationReader organisations, RequestContext context, TimeProvider clock)
    : IRequestHandler<ChangeSealCommand, OrganisationDetails>
{
    public async Task<OrganisationDetails> Handle(ChangeSealCommand request, CancellationToken cancellationToken)
    {
        var organisation = await organisations.ReadAsync(request.OrganisationId, cancellationToken);
        context.EnsureSeen(organisation.Id, organisation.Version);
        organisation.ChangeSeal(request.Sha256, clock.GetUtcNow());
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Organs, cancellationToken);
        return Organisations.Describe(organisation);
    }
}
