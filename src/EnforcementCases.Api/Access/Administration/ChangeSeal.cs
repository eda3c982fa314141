using EnforcementCases.Api.Access.SecondPersons;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using MediatR;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Asks for another seal image of an organisation (印章图样); it applies once a second administrator or the head of the organ has confirmed it.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Sha256">SHA-256 of the image, which is already in the file store.</param>
public sealed record ChangeSealCommand(Guid OrganisationId, string Sha256)
    : ICommand<OrganisationDetails>,
        IChangesVersion,
        IChangesSnapshot;

internal sealed class ChangeSealHandler(OrganisationReader organisations, RequestContext context, GuardedChanges changes)
    : IRequestHandler<ChangeSealCommand, OrganisationDetails>
{
    public async Task<OrganisationDetails> Handle(ChangeSealCommand request, CancellationToken cancellationToken)
    {
        var organisation = await organisations.ReadAsync(request.OrganisationId, cancellationToken);
        context.EnsureSeen(organisation.Id, organisation.Version);
        await changes.AskAsync(
            organisation,
            GuardedChangeKind.Seal,
            new() { SealSha256 = request.Sha256 },
            effectiveFrom: null,
            cancellationToken
        );
        return Organisations.Describe(organisation);
    }
}
