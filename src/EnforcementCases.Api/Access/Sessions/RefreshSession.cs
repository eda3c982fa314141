using System.Security.Cryptography;
using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Continues a session with its refresh token, which can be used only once (续期).</summary>
/// <param name="RefreshToken">The newest refresh token of the session.</param>
public sealed record RefreshSessionCommand(string RefreshToken) : IRequest<SessionTokens>;

internal sealed class RefreshSessionValidator : AbstractValidator<RefreshSessionCommand>
{
    public RefreshSessionValidator() => RuleFor(c => c.RefreshToken).NotEmpty().MaximumLength(200).WithMessage("请提供续期令牌");
}

/// <summary>Runs its own unit of work, because the end of a stolen session must be saved although the call is refused.</summary>
internal sealed class RefreshSessionHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    RefreshTokens tokens,
    SessionOpening opening,
    SessionDirectory directory,
    SecurityJournal journal,
    TimeProvider clock
) : IRequestHandler<RefreshSessionCommand, SessionTokens>
{
    public static readonly DomainError Refused = new("access.refresh-refused", null, ErrorKind.Unauthenticated, "登录已失效，请重新登录");

    /// <summary>Time during which the refresh token just used returns the same new token again, since the answer may have been lost.</summary>
    /// <remarks>A thief who is that quick gets the same token as the owner; when one of the two refreshes again, the other's becomes a
    /// token used twice, and the session ends. Older tokens have no such grace.</remarks>
    public static readonly TimeSpan LostAnswerGrace = TimeSpan.FromSeconds(10);

    public async Task<SessionTokens> Handle(RefreshSessionCommand request, CancellationToken cancellationToken)
    {
        if (tokens.Read(request.RefreshToken) is not { } token)
            throw Refused.With("续期令牌无效");
        var hash = RefreshTokens.Hash(request.RefreshToken);
        return await unitOfWork.RunAsync(
                cancel => Judge(token.Session, token.Generation, hash, cancel),
                beforeSave: null,
                cancellationToken
            ) ?? throw Refused.With("登录已过期、已退出，或者续期令牌已被使用");
    }

    private async Task<SessionTokens?> Judge(Guid id, int generation, byte[] hash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Generation, x => x.Generation), ct); // locks the row
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == id, ct);
        if (session is null || !session.IsLiveAt(now))
            return null;
        var account = await db.Users.IgnoreQueryFilters().Include(a => a.Roles).FirstAsync(a => a.Id == session.AccountId, ct);
        if (account.Disabled)
            return null; // a locked account keeps its sessions: otherwise anybody could sign an officer out by typing wrong passwords
        if (generation == session.Generation && CryptographicOperations.FixedTimeEquals(hash, session.RefreshHash))
            return opening.Rotate(session, account);
        if (generation == session.Generation - 1 && now - session.RotatedAt <= LostAnswerGrace)
            return opening.TokensOf(session, account);

        session.End(SessionEnd.TokenReused, now);
        journal.Note(SecurityEventKind.RefreshTokenReused, account);
        unitOfWork.AfterCommit(() => directory.Forget(id));
        return null;
    }
}
