using System.Text.Json.Serialization;
using EnforcementCases.Api.Access.Sessions;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;

namespace EnforcementCases.Api.Access.Administration;

/// <summary>Ends one session of somebody (结束账号的一次登录). It stops within five seconds everywhere.</summary>
public sealed record EndAccountSessionCommand : ICommand<Unit>
{
    /// <summary>The account; from the route.</summary>
    [JsonIgnore]
    public Guid AccountId { get; init; }

    /// <summary>The session; from the route.</summary>
    [JsonIgnore]
    public Guid SessionId { get; init; }
}

internal sealed class EndAccountSessionHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    SessionDirectory directory,
    SecurityJournal journal,
    TimeProvider clock
) : IRequestHandler<EndAccountSessionCommand, Unit>
{
    public async Task<Unit> Handle(EndAccountSessionCommand request, CancellationToken cancellationToken)
    {
        var account = await db.ToChangeAsync(request.AccountId, cancellationToken);
        await db.EndSessionAsync(account.Id, request.SessionId, SessionEnd.EndedByAdministrator, clock.GetUtcNow(), cancellationToken);
        journal.Note(SecurityEventKind.SessionsEnded, account);
        unitOfWork.AfterCommit(() => directory.Forget(request.SessionId));
        return Unit.Value;
    }
}
