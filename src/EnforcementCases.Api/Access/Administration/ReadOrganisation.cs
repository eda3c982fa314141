using EnforcementCases.Platform.Access;
using MediatR;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Reads an organisation with its profile (机构信息).</summary>
public sealed record ReadOrganisationQuery(Guid OrganisationId) : IRequest<OrganisationDetails>;

internal sealed class ReadOrganisationHandler(OrganisationReader organisations)
    : IRequestHandler<ReadOrganisationQuery, OrganisationDetails>
{
    public async Task<OrganisationDetails> Handle(ReadOrganisationQuery request, CancellationToken cancellationToken) =>
        Organisations.Describe(await organisations.ReadAsync(request.OrganisationId, cancellationToken));
}
