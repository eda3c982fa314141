using AutoMapper;
using AutoMapper.QueryableExtensions;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Lists the caller's organisation and all below it, in the order of the tree (机构列表).</summary>
public sealed record ListOrganisationsQuery : IRequest<IReadOnlyList<OrganisationDetails>>;

internal sealed class OrganisationListProfile : Profile
{
    public OrganisationListProfile() => CreateMap<Organisation, OrganisationDetails>().ForAllMembers(m => m.Ignore());
}

internal sealed class ListOrganisationsHandler(AppDbContext db, CurrentUser user, AutoMapper.IConfigurationProvider projections)
    : IRequestHandler<ListOrganisationsQuery, IReadOnlyList<OrganisationDetails>>
{
    /// <summary>Upper limit of the list; a city has about three hundred streets.</summary>
    private const int Most = 2_000;

    public async Task<IReadOnlyList<OrganisationDetails>> Handle(ListOrganisationsQuery request, CancellationToken cancellationToken)
    {
        return await db
            .Organisations.AsNoTracking()
            .Within(user.Scope)
            .OrderBy(o => o.Path)
            .Take(Most)
            .ProjectTo<OrganisationDetails>(projections)
            .ToListAsync(cancellationToken);
    }
}
