using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Reads an organisation with its profile (机构信息).</summary>
public sealed record ReadOrganisationQuery(Guid OrganisationId) : IRequest<OrganisationDetails>;

internal sealed class ReadOrganisationHandler(AppDbContext db, CurrentUser user)
    : IRequestHandler<ReadOrganisationQuery, OrganisationDetails>
{
    public async Task<OrganisationDetails> Handle(ReadOrganisationQuery request, CancellationToken cancellationToken) =>
        Organisations.Describe(
            await db
                .Organisations.AsNoTracking()
                .Within(user.Scope)
                .FirstOrDefaultAsync(o => o.Id == request.OrganisationId, cancellationToken)
                ?? throw Organisations.NotFound.With($"机构 {request.OrganisationId}")
        );
}
