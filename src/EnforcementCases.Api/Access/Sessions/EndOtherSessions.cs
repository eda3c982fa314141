using EnforcementCases.Api.Access.Administration;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Transparency;
using MediatR;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Ends all of the caller's sessions except the current one (结束其他登录).</summary>
public sealed record EndOtherSessionsCommand : ICommand<Unit>, IWritesWhenStopped;

internal sealed class EndOtherSessionsHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    CurrentUser user,
    SessionDirectory directory,
    SecurityJournal journal,
    TimeProvider clock
) : IRequestHandler<EndOtherSessionsCommand, Unit>
{
    public async Task<Unit> Handle(EndOtherSessionsCommand request, CancellationToken cancellationToken)
    {
        await db.EndSessionsAsync(user.AccountId, SessionEnd.EndedByOwner, clock.GetUtcNow(), cancellationToken, except: user.SessionId);
        journal.Note(SecurityEventKind.SessionsEnded);
        unitOfWork.AfterCommit(() => directory.Forget(user.AccountId));
        return Unit.Value;
    }
}
