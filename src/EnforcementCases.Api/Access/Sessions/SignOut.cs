using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Transparency;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Signs out (退出): ends the session of the access token and its refresh tokens.</summary>
public sealed record SignOutCommand : IUnkeyedCommand<Unit>, IWritesWhenStopped;

internal sealed class SignOutHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    CurrentUser user,
    SessionDirectory directory,
    SecurityJournal journal,
    TimeProvider clock
) : IRequestHandler<SignOutCommand, Unit>
{
    public async Task<Unit> Handle(SignOutCommand request, CancellationToken cancellationToken)
    {
        var session = await db.Sessions.FirstAsync(s => s.Id == user.SessionId, cancellationToken);
        session.End(SessionEnd.SignedOut, clock.GetUtcNow());
        journal.Note(SecurityEventKind.SignedOut);
        unitOfWork.AfterCommit(() => directory.Forget(session.Id));
        return Unit.Value;
    }
}
