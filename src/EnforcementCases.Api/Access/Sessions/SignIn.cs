using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Signs in with user name and password (登录).</summary>
/// <param name="UserName">User name; upper and lower case are the same.</param>
/// <param name="Password">Password.</param>
/// <param name="Device">What the client calls itself, to tell sessions apart; optional.</param>
public sealed record SignInCommand(string UserName, string Password, string? Device = null) : IRequest<SessionTokens>;

/// <summary>The tokens of a session.</summary>
/// <param name="AccessToken">Goes into <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresInSeconds">How long the access token is good.</param>
/// <param name="RefreshToken">Good once, for the next pair of tokens.</param>
/// <param name="RefreshExpiresAt">When the session ends unless it is refreshed; exclusive.</param>
/// <param name="MustChangePassword">The password was a one-time one: nothing but changing it is allowed.</param>
public sealed record SessionTokens(
    string AccessToken,
    int ExpiresInSeconds,
    string RefreshToken,
    DateTimeOffset RefreshExpiresAt,
    bool MustChangePassword
);

internal sealed class SignInValidator : AbstractValidator<SignInCommand>
{
    public SignInValidator()
    {
        RuleFor(c => c.UserName).NotEmpty().MaximumLength(Account.UserNameMaxLength).WithMessage("请填写用户名");
        RuleFor(c => c.Password).NotEmpty().MaximumLength(Passwords.MaxLength).WithMessage("请填写口令");
        RuleFor(c => c.Device).MaximumLength(100).WithMessage("设备名称不超过 100 字");
    }
}

/// <summary>A wrong password has to be counted although it is refused: this handler runs its own units of work, and hashes before them.</summary>
internal sealed class SignInHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    Passwords passwords,
    SessionOpening opening,
    SecurityJournal journal,
    ILookupNormalizer normalizer,
    TimeProvider clock
) : IRequestHandler<SignInCommand, SessionTokens>
{
    /// <summary>One answer for an unknown user, a wrong password, a locked and a disabled account.</summary>
    public static readonly DomainError Failed = new(
        "access.sign-in-failed",
        null,
        ErrorKind.Unauthenticated,
        "用户名或者口令不正确，或者账号已停用、暂时锁定"
    );

    public async Task<SessionTokens> Handle(SignInCommand request, CancellationToken cancellationToken)
    {
        var name = normalizer.NormalizeName(request.UserName);
        var seen = await db
            .Users.IgnoreQueryFilters()
            .AsNoTracking()
            .FirstOrDefaultAsync(a => a.NormalizedUserName == name, cancellationToken);
        var verified = passwords.Verify(seen, request.Password);
        var newHash = verified == PasswordVerificationResult.SuccessRehashNeeded ? passwords.Hash(request.Password) : null;

        return await unitOfWork.RunAsync(cancel => Judge(request, seen, verified, newHash, cancel), beforeSave: null, cancellationToken)
            ?? throw Failed.With("连续输错五次将暂时锁定；如需解锁或者重置口令，请联系管理员");
    }

    /// <returns>Null when refused: the wrong password is counted all the same.</returns>
    private async Task<SessionTokens?> Judge(
        SignInCommand request,
        Account? seen,
        PasswordVerificationResult verified,
        string? newHash,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var account = seen is null ? null : await opening.LockAccountAsync(seen.Id, ct);
        if (account is null || account.Disabled || account.IsLockedAt(now))
        {
            journal.Note(SecurityEventKind.SignInFailed, account);
            return null;
        }
        if (verified == PasswordVerificationResult.Failed || account.PasswordHash != seen!.PasswordHash)
        {
            journal.Note(account.CountWrongPassword(now) ? SecurityEventKind.SignInFailed : SecurityEventKind.AccountLocked, account);
            return null;
        }
        account.Unlock();
        if (newHash is not null)
            account.PasswordHash = newHash;
        journal.Note(SecurityEventKind.SignedIn, account);
        return opening.Open(account, request.Device);
    }
}

/// <summary>Opens and continues sessions.</summary>
internal sealed class SessionOpening(AppDbContext db, AccessTokens access, RefreshTokens refresh, TimeProvider clock)
{
    /// <summary>A session that was not refreshed for so long ends: a shift.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>However often it is refreshed, a session ends after so long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Reads an account and holds its row until the commit: wrong passwords that come at the same moment are all counted.</summary>
    public async Task<Account?> LockAccountAsync(Guid id, CancellationToken ct)
    {
        var account = db.Users.IgnoreQueryFilters().Where(a => a.Id == id);
        await account.ExecuteUpdateAsync(a => a.SetProperty(x => x.AccessFailedCount, x => x.AccessFailedCount), ct);
        return await account.FirstOrDefaultAsync(ct);
    }

    public SessionTokens Open(Account account, string? device)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var session = new Session(id, account.Id, device, RefreshTokens.Hash(refresh.Make(id, 0)), now, Idle);
        db.Sessions.Add(session);
        return TokensOf(session, account);
    }

    public SessionTokens Rotate(Session session, Account account)
    {
        var now = clock.GetUtcNow();
        var end = session.CreatedAt + Longest;
        session.Rotate(RefreshTokens.Hash(refresh.Make(session.Id, session.Generation + 1)), now, now + Idle < end ? now + Idle : end);
        return TokensOf(session, account);
    }

    public SessionTokens TokensOf(Session session, Account account) =>
        new(
            access.Issue(account.Id, session.Id),
            (int)AccessTokens.Lifetime.TotalSeconds,
            refresh.Make(session.Id, session.Generation),
            session.ExpiresAt,
            account.MustChangePassword
        );
}
