using System.Text.Json.Serialization;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Transparency;
using MediatR;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Ends one of the caller's sessions (结束一次登录), for a device that was lost or lent. It stops working within five seconds on every server.</summary>
public sealed record EndSessionCommand : ICommand<Unit>, IWritesWhenStopped
{
    /// <summary>The session; from the route.</summary>
    [JsonIgnore]
    public Guid SessionId { get; init; }
}

internal sealed class EndSessionHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    CurrentUser user,
    SessionDirectory directory,
    SecurityJournal journal,
    TimeProvider clock
) : IRequestHandler<EndSessionCommand, Unit>
{
    public async Task<Unit> Handle(EndSessionCommand request, CancellationToken cancellationToken)
    {
        await db.EndSessionAsync(user.AccountId, request.SessionId, SessionEnd.EndedByOwner, clock.GetUtcNow(), cancellationToken);
        journal.Note(SecurityEventKind.SessionsEnded);
        unitOfWork.AfterCommit(() => directory.Forget(request.SessionId));
        return Unit.Value;
    }
}
