using EnforcementCases.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Lists the own organisation and all below it, in the order of the tree (机构列表).</summary>
public sealed record ListOrganisationsQuery : IRequest<IReadOnlyList<OrganisationDetails>>;

internal sealed class ListOrganisationsHandler(AppDbContext db, CurrentUser user)
    : IRequestHandler<ListOrganisationsQuery, IReadOnlyList<OrganisationDetails>>
{
    /// <summary>A city has some three hundred streets.</summary>
    private const int Most = 2_000;

    public async Task<IReadOnlyList<OrganisationDetails>> Handle(ListOrganisationsQuery request, CancellationToken cancellationToken)
    {
        var organisations = await db
            .Organisations.AsNoTracking()
            .Within(user.Scope)
            .OrderBy(o => o.Path)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return organisations.ConvertAll(Organisations.Describe);
    }
}
