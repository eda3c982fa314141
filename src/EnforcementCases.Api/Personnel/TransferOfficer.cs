using System.Text.Json.Serialization;
using EnforcementCases.Api.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Snapshots;
using MediatR;

namespace EnforcementCases.Api.Personnel;

/// <summary>Moves a person to another organisation (调动). Within the organ, accounts do not change. To another organ, they move on the first day there, lose
/// their roles, and their sessions end; an administrator of the new organ grants new roles.</summary>
/// <param name="OrganisationId">The new organisation; within the caller's scope.</param>
/// <param name="From">First day there, inclusive.</param>
public sealed record TransferOfficerCommand(Guid OrganisationId, DateOnly From) : ICommand<OfficerDetail>, IChangesVersion, IChangesSnapshot
{
    /// <summary>The officer; from the route.</summary>
    [JsonIgnore]
    public Guid OfficerId { get; init; }
}

internal sealed class TransferOfficerHandler(OfficerDesk desk, OrganisationReader organisations, AccountTransfer accounts)
    : IRequestHandler<TransferOfficerCommand, OfficerDetail>
{
    public Task<OfficerDetail> Handle(TransferOfficerCommand request, CancellationToken cancellationToken) =>
        desk.ChangeAsync(
            request.OfficerId,
            async (officer, person, at) =>
            {
                var organisation = await organisations.ReadAsync(request.OrganisationId, cancellationToken);
                officer.Transfer(organisation, request.From, at);
                person.MoveTo(organisation);
                await accounts.FollowAsync(officer, alsoNewer: true, cancellationToken);
            },
            cancellationToken
        );
}
