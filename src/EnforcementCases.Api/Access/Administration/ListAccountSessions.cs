using EnforcementCases.Api.Access.Sessions;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using MediatR;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Lists the live sessions of an account (账号的登录和设备), the latest used first.</summary>
public sealed record ListAccountSessionsQuery(Guid AccountId) : IRequest<IReadOnlyList<SessionView>>;

internal sealed class ListAccountSessionsHandler(AppDbContext db, CurrentUser user, TimeProvider clock)
    : IRequestHandler<ListAccountSessionsQuery, IReadOnlyList<SessionView>>
{
    public async Task<IReadOnlyList<SessionView>> Handle(ListAccountSessionsQuery request, CancellationToken cancellationToken)
    {
        var account = await db.ToChangeAsync(request.AccountId, cancellationToken);
        return await db.LiveSessionsAsync(account.Id, user.SessionId, clock.GetUtcNow(), cancellationToken);
    }
}
