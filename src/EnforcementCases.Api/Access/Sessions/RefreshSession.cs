using System.Security.Cryptography;
using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Continues a session with its refresh token, which is spent by this (续期).</summary>
/// <param name="RefreshToken">The newest refresh token of the session.</param>
public sealed record RefreshSessionCommand(string RefreshToken) : IRequest<SessionTokens>;

internal sealed class RefreshSessionValidator : AbstractValidator<RefreshSessionCommand>
{
    public RefreshSessionValidator() => RuleFor(c => c.RefreshToken).NotEmpty().MaximumLength(200).WithMessage("请提供续期令牌");
}

/// <summary>The end of a stolen session has to be kept although the call is refused: this handler runs its own unit of work.</summary>
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

    /// <summary>For so long the immediate predecessor gets the same successor once more: the answer may have been lost on the way.</summary>
    /// <remarks>A thief who is that quick gets the token that the owner has, too; the first of the two to refresh again makes the other's a
    /// token used twice, and the session ends. An older generation is never excused.</remarks>
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
        await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.Generation, x => x.Generation), ct); // holds the row
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == id, ct);
        if (session is null || !session.IsLiveAt(now))
            return null;
        var account = await db.Users.IgnoreQueryFilters().Include(a => a.Roles).FirstAsync(a => a.Id == session.AccountId, ct);
        if (account.Disabled)
            return null; // a locked account goes on: else anybody could throw an officer out by typing wrong passwords
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
