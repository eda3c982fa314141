using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Ends all sessions of somebody (结束账号的全部登录). They stop within five seconds everywhere.</summary>
public sealed record EndAccountSessionsCommand(Guid AccountId) : ICommand<Unit>;

internal sealed class EndAccountSessionsHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    SessionDirectory directory,
    SecurityJournal journal,
    TimeProvider clock
) : IRequestHandler<EndAccountSessionsCommand, Unit>
{
    public async Task<Unit> Handle(EndAccountSessionsCommand request, CancellationToken cancellationToken)
    {
        var account = await db.ToChangeAsync(request.AccountId, cancellationToken);
        await db.EndSessionsAsync(account.Id, SessionEnd.EndedByAdministrator, clock.GetUtcNow(), cancellationToken);
        journal.Note(SecurityEventKind.SessionsEnded, account);
        unitOfWork.AfterCommit(() => directory.Forget(account.Id));
        return Unit.Value;
    }
}
