using EnforcementCases.Api.Infrastructure.Pipeline;
using EnforcementCases.Api.Infrastructure.Snapshots;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Changes the seal image of an organisation (印章图样), from now on.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Sha256">The image, already kept in the file store.</param>
public sealed record ChangeSealCommand(Guid OrganisationId, string Sha256)
    : ICommand<OrganisationDetails>,
        IChangesVersion,
        IChangesSnapshot;

internal sealed class ChangeSealHandler(AppDbContext db, CurrentUser user, RequestContext context, TimeProvider clock)
    : IRequestHandler<ChangeSealCommand, OrganisationDetails>
{
    public async Task<OrganisationDetails> Handle(ChangeSealCommand request, CancellationToken cancellationToken)
    {
        var organisation =
            await db.Organisations.Within(user.Scope).FirstOrDefaultAsync(o => o.Id == request.OrganisationId, cancellationToken)
            ?? throw Organisations.NotFound.With($"机构 {request.OrganisationId}");
        context.EnsureSeen(organisation.Id, organisation.Version);
        organisation.ChangeSeal(request.Sha256, clock.GetUtcNow());
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Organs, cancellationToken);
        return Organisations.Describe(organisation);
    }
}
