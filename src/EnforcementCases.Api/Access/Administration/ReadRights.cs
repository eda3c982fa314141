using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Platform.Access;
using MediatR;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Reads the rights table (权限表): who may do which operation.</summary>
public sealed record ReadRightsQuery : IRequest<IReadOnlyList<PublishedRight>>;

/// <summary>A row of the rights table.</summary>
/// <param name="Operation">Operation id.</param>
/// <param name="Term">Name of the operation, in the requested language.</param>
/// <param name="Grant"><c>Anonymous</c>: anyone; <c>SignedIn</c>: any signed-in user; <c>Signed</c>: an external system by signature; <c>Roles</c>: the roles
/// listed; <c>System</c>: scheduled jobs.</param>
/// <param name="Reach"><c>None</c>: no limit; <c>OwnAndBelow</c>: the caller's organisation and those below it; <c>OwnOrgan</c>: only in the name of the
/// caller's street or town.</param>
/// <param name="Relation">Required relation of the person to the case: <c>Any</c>, <c>OfficerOfCase</c> or <c>NotOfficerOfCase</c>.</param>
/// <param name="Roles">Roles that may do it; empty unless the right is granted by role.</param>
/// <param name="StepUp">Whether a recent second factor is required (二次验证); recent means within five minutes by default.</param>
/// <param name="Approves">Whether it approves what others prepared in a case (审批环节): nobody may do it who is an officer of the case, proposed the matter or signed
/// another level of the same paper, whatever the account.</param>
public sealed record PublishedRight(
    string Operation,
    [property: Bilingual] string Term,
    string Grant,
    string Reach,
    string Relation,
    IReadOnlyList<Role> Roles,
    bool StepUp,
    bool Approves
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
                    r.StepUp,
                    r.Approves
                )),
        ]);
}
