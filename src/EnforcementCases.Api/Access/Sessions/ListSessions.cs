using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Lists the caller's live sessions (本人的登录和设备), the latest used first.</summary>
public sealed record ListSessionsQuery : IRequest<IReadOnlyList<SessionView>>;

/// <summary>A live session (登录).</summary>
/// <param name="Id">Identity.</param>
/// <param name="Device">Name that the client gave its device; null if none.</param>
/// <param name="OpenedBy">How it was opened.</param>
/// <param name="SecondFactor">Kind of second factor given; null if none was required.</param>
/// <param name="SecondFactorAt">When the second factor was last given; null if never.</param>
/// <param name="CreatedAt">When it was opened.</param>
/// <param name="LastUsedAt">When it was opened or last refreshed; a client in use refreshes every ten minutes.</param>
/// <param name="ExpiresAt">When it ends unless it is refreshed before; exclusive.</param>
/// <param name="Address">First part of the network address from which it was last refreshed; null if unknown.</param>
/// <param name="Current">Whether this request belongs to it.</param>
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

/// <summary>Shared by the owner's and the administrator's view of sessions.</summary>
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
