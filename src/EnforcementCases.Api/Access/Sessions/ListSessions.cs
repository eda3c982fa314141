using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Lists where one is signed in (本人的登录和设备), the latest used first.</summary>
public sealed record ListSessionsQuery : IRequest<IReadOnlyList<SessionView>>;

/// <summary>A session that lives (登录).</summary>
/// <param name="Id">Names it.</param>
/// <param name="Device">What the client called itself; null where it said nothing.</param>
/// <param name="OpenedBy">How it was opened.</param>
/// <param name="SecondFactor">What the second factor was; null where none was asked for.</param>
/// <param name="SecondFactorAt">When the second factor was given last.</param>
/// <param name="CreatedAt">When it was opened.</param>
/// <param name="LastUsedAt">When it was opened or refreshed last; a client in use refreshes every ten minutes.</param>
/// <param name="ExpiresAt">When it ends unless it is refreshed; exclusive.</param>
/// <param name="Address">Beginning of the address that it was last refreshed from.</param>
/// <param name="Current">Whether it is the one that asks.</param>
public sealed record SessionView(
    Guid Id,
    string? Device,
    SignInWay OpenedBy,
    SecondProof? SecondFactor,
    DateTimeOffset? SecondFactorAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset LastUsedAt,
    DateTimeOffset ExpiresAt,
    string? Address,
    bool Current
);

internal sealed class ListSessionsHandler(AppDbContext db, CurrentUser user, TimeProvider clock)
    : IRequestHandler<ListSessionsQuery, IReadOnlyList<SessionView>>
{
    public Task<IReadOnlyList<SessionView>> Handle(ListSessionsQuery request, CancellationToken cancellationToken) =>
        db.LiveSessionsAsync(user.AccountId, user.SessionId, clock.GetUtcNow(), cancellationToken);
}

/// <summary>What the owner's and the administrator's view of sessions share.</summary>
internal static class LiveSessions
{
    public static readonly DomainError NotFound = new("session.not-found", null, ErrorKind.NotFound, "没有找到该登录，或者已经结束");

    /// <summary>The live sessions of an account.</summary>
    public static async Task<IReadOnlyList<SessionView>> LiveSessionsAsync(
        this AppDbContext db,
        Guid account,
        Guid current,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        await db
            .Sessions.AsNoTracking()
            .Where(s => s.AccountId == account && s.EndedAt == null && s.ExpiresAt > now)
            .OrderByDescending(s => s.RotatedAt)
            .ThenByDescending(s => s.CreatedAt)
            .Select(s => new SessionView(
                s.Id,
                s.Device,
                s.OpenedBy,
                s.SecondProof,
                s.SecondProofAt,
                s.CreatedAt,
                s.RotatedAt,
                s.ExpiresAt,
                s.Address,
                s.Id == current
            ))
            .ToListAsync(ct);

    /// <summary>Ends one live session of an account.</summary>
    /// <exception cref="DomainException"><see cref="NotFound"/>.</exception>
    public static async Task EndSessionAsync(
        this AppDbContext db,
        Guid account,
        Guid session,
        SessionEnd why,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var found = await db.Sessions.FirstOrDefaultAsync(s => s.Id == session && s.AccountId == account, ct);
        if (found is null || !found.IsLiveAt(now))
            throw NotFound.With($"登录 {session}");
        found.End(why, now);
    }
}
