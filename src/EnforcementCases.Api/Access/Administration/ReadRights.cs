using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Platform.Access;
using MediatR;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Publishes the rights table (权限表).</summary>
public sealed record ReadRightsQuery : IRequest<IReadOnlyList<PublishedRight>>;

/// <summary>A row of the rights table.</summary>
/// <param name="Operation">Operation id.</param>
/// <param name="Term">What it is, in the language asked for.</param>
/// <param name="Grant">Anonymous, SignedIn, Roles, or System for jobs.</param>
/// <param name="Reach">Within which organisations.</param>
/// <param name="Relation">How the person must stand to the case.</param>
/// <param name="Roles">The roles that may, where the grant is by role.</param>
/// <param name="StepUp">Whether a second factor has to have been given a moment ago (二次验证).</param>
public sealed record PublishedRight(
    string Operation,
    [property: Bilingual] string Term,
    string Grant,
    string Reach,
    string Relation,
    IReadOnlyList<Role> Roles,
    bool StepUp
);

internal sealed class ReadRightsHandler(RightsTable rights) : IRequestHandler<ReadRightsQuery, IReadOnlyList<PublishedRight>>
{
    public Task<IReadOnlyList<PublishedRight>> Handle(ReadRightsQuery request, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<PublishedRight>>([
            .. rights
                .Rows.Values.OrderBy(r => r.Operation, StringComparer.Ordinal)
                .Select(r => new PublishedRight(
                    r.Operation,
                    r.Term,
                    r.Grant.ToString(),
                    r.Reach.ToString(),
                    r.Relation.ToString(),
                    [.. r.Roles.Order()],
                    r.StepUp
                )),
        ]);
}
