using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Web;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Signs in with user name and password (登录). An account with a second factor gets a challenge instead of tokens, to be answered at <c>/session/challenge</c>.</summary>
/// <param name="UserName">User name, case-insensitive.</param>
/// <param name="Password">Password.</param>
/// <param name="Device">Name of the client's device, shown in the list of sessions; null for none.</param>
public sealed record SignInCommand(string UserName, string Password, string? Device = null) : IRequest<SignInAnswer>;

/// <summary>What follows the first factor.</summary>
public enum SignInStep
{
    /// <summary>Signed in: the answer has the tokens.</summary>
    SignedIn,

    /// <summary>A code of the authenticator app, or a recovery code, is required.</summary>
    SecondFactor,
}

/// <summary>The answer to the first factor: the tokens of a session, or a challenge.</summary>
/// <param name="Step">Whether the answer has tokens or a challenge.</param>
/// <param name="AccessToken">Access token, to be sent as <c>Authorization: Bearer</c>; null with a challenge.</param>
/// <param name="ExpiresInSeconds">Number of seconds for which the access token, or the challenge, is valid.</param>
/// <param name="RefreshToken">Refresh token; it can be used once, to get the next pair of tokens. Null with a challenge.</param>
/// <param name="RefreshExpiresAt">When the session ends unless it is refreshed before; exclusive. Null with a challenge.</param>
/// <param name="MustChangePassword">Whether the password is a one-time password; then only changing it is allowed.</param>
/// <param name="MustSetSecondFactor">Whether a role requires a second factor and the account has none; then only setting one is allowed.</param>
/// <param name="Challenge">The challenge, to be sent with the code to <c>/session/challenge</c>; null with tokens.</param>
public sealed record SignInAnswer(
    SignInStep Step,
    string? AccessToken,
    int ExpiresInSeconds,
    string? RefreshToken,
    DateTimeOffset? RefreshExpiresAt,
    bool MustChangePassword,
    bool MustSetSecondFactor,
    string? Challenge
)
{
    internal static SignInAnswer Of(SessionTokens tokens) =>
        new(
            SignInStep.SignedIn,
            tokens.AccessToken,
            tokens.ExpiresInSeconds,
            tokens.RefreshToken,
            tokens.RefreshExpiresAt,
            tokens.MustChangePassword,
            tokens.MustSetSecondFactor,
            Challenge: null
        );

    internal static SignInAnswer Asking(string challenge, TimeSpan goodFor) =>
        new(SignInStep.SecondFactor, null, (int)goodFor.TotalSeconds, null, null, false, false, challenge);
}

/// <summary>The tokens of a session.</summary>
/// <param name="AccessToken">Access token, to be sent as <c>Authorization: Bearer</c>.</param>
/// <param name="ExpiresInSeconds">Number of seconds for which the access token is valid.</param>
/// <param name="RefreshToken">Refresh token; it can be used once, to get the next pair of tokens.</param>
/// <param name="RefreshExpiresAt">When the session ends unless it is refreshed before; exclusive.</param>
/// <param name="MustChangePassword">Whether the password is a one-time password; then only changing it is allowed.</param>
/// <param name="MustSetSecondFactor">Whether a role requires a second factor and the account has none; then only setting one is allowed.</param>
public sealed record SessionTokens(
    string AccessToken,
    int ExpiresInSeconds,
    string RefreshToken,
    DateTimeOffset RefreshExpiresAt,
    bool MustChangePassword,
    bool MustSetSecondFactor
);

internal sealed class SignInValidator : AbstractValidator<SignInCommand>
{
    public SignInValidator()
    {
        RuleFor(c => c.UserName).NotEmpty().MaximumLength(Account.UserNameMaxLength).WithMessage("请填写用户名");
        RuleFor(c => c.Password).NotEmpty().MaximumLength(Passwords.MaxLength).WithMessage("请填写口令");
        RuleFor(c => c.Device).MaximumLength(Session.DeviceMaxLength).WithMessage("设备名称不超过 100 字");
    }
}

/// <summary>Runs its own units of work, because a wrong password is refused and must still be counted; it hashes before they begin.</summary>
internal sealed class SignInHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    Passwords passwords,
    SessionOpening opening,
    SecurityJournal journal,
    ILookupNormalizer normalizer,
    RequestContext context,
    RateLimits limits,
    TimeProvider clock
) : IRequestHandler<SignInCommand, SignInAnswer>
{
    /// <summary>The same answer for an unknown user, a wrong password, a locked and a disabled account.</summary>
    public static readonly DomainError Failed = new(
        "access.sign-in-failed",
        null,
        ErrorKind.Unauthenticated,
        "用户名或者口令不正确，或者账号已停用、暂时锁定"
    );

    public async Task<SignInAnswer> Handle(SignInCommand request, CancellationToken cancellationToken)
    {
        var name = normalizer.NormalizeName(request.UserName);
        limits.CountSignIn(name, context.RemoteAddress);
        var seen = await db
            .Users.IgnoreQueryFilters()
            .AsNoTracking()
            .FirstOrDefaultAsync(a => a.NormalizedUserName == name, cancellationToken);
        var verified = passwords.Verify(seen, request.Password);
        var newHash = verified == PasswordVerificationResult.SuccessRehashNeeded ? passwords.Hash(request.Password) : null;

        return await unitOfWork.RunAsync(cancel => Judge(request, seen, verified, newHash, cancel), beforeSave: null, cancellationToken)
            ?? throw Failed.With("连续输错五次将暂时锁定；如需解锁或者重置口令，请联系管理员");
    }

    /// <returns>Null if refused; the wrong password is counted nevertheless.</returns>
    private async Task<SignInAnswer?> Judge(
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
        if (account.HasExpiredPassword(now))
        {
            journal.Note(SecurityEventKind.SignInFailed, account, "one-time password expired");
            return null;
        }
        if (newHash is not null)
            account.PasswordHash = newHash;
        return await opening.AfterFirstFactorAsync(account, request.Device, SignInWay.Password, ct);
    }
}
