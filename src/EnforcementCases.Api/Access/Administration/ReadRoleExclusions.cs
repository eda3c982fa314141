using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using MediatR;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Reads the table of roles that exclude each other (不相容岗位表), by person over all accounts.</summary>
public sealed record ReadRoleExclusionsQuery : IRequest<IReadOnlyList<ExcludedRoles>>;

/// <summary>A line of the table.</summary>
/// <param name="Role">The role.</param>
/// <param name="Others">Roles that the same person must not hold beside it.</param>
/// <param name="SameOrgan">Only if one of the two organisations is the other or lies below it, and is not listed as too small.</param>
/// <param name="Code">Code of the refusal.</param>
/// <param name="Title">The refusal, in the requested language.</param>
public sealed record ExcludedRoles(Role Role, IReadOnlyList<Role> Others, bool SameOrgan, string Code, [property: Bilingual] string Title);

internal sealed class ReadRoleExclusionsHandler : IRequestHandler<ReadRoleExclusionsQuery, IReadOnlyList<ExcludedRoles>>
{
    public Task<IReadOnlyList<ExcludedRoles>> Handle(ReadRoleExclusionsQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ExcludedRoles>>([
            .. RoleSet.Exclusions.Select(line => new ExcludedRoles(
                line.Role,
                [.. line.Others.Order()],
                line.SameOrgan,
                line.Why.Code,
                line.Why.Title
            )),
        ]);
}
