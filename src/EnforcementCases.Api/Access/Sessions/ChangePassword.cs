using EnforcementCases.Api.Access.Administration;
using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Changes the caller's password (修改口令); all other sessions of the account end.</summary>
/// <param name="CurrentPassword">The current password.</param>
/// <param name="NewPassword">At least 10 characters of at least three kinds (upper case, lower case, digits, others); must not contain the user name.</param>
public sealed record ChangePasswordCommand(string CurrentPassword, string NewPassword) : IRequest<Unit>;

internal sealed class ChangePasswordValidator : AbstractValidator<ChangePasswordCommand>
{
    public ChangePasswordValidator()
    {
        RuleFor(c => c.CurrentPassword).NotEmpty().MaximumLength(Passwords.MaxLength).WithMessage("请填写当前口令");
        RuleFor(c => c.NewPassword).NotEmpty().MaximumLength(Passwords.MaxLength).WithMessage("请填写新口令");
    }
}

/// <summary>Runs its own unit of work, because a wrong password is refused and must still be counted; it hashes before the unit of work begins.</summary>
internal sealed class ChangePasswordHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    CurrentUser user,
    Passwords passwords,
    SessionOpening opening,
    SessionDirectory directory,
    SecurityJournal journal,
    TimeProvider clock
) : IRequestHandler<ChangePasswordCommand, Unit>
{
    public static readonly DomainError WrongPassword = new("access.wrong-password", null, ErrorKind.Unacceptable, "当前口令不正确");

    public static readonly DomainError SamePassword = new("access.same-password", null, ErrorKind.Unacceptable, "新口令不得与当前口令相同");

    public async Task<Unit> Handle(ChangePasswordCommand request, CancellationToken cancellationToken)
    {
        var seen = await db.Users.AsNoTracking().FirstAsync(a => a.Id == user.AccountId, cancellationToken);
        var right = passwords.Verify(seen, request.CurrentPassword) != PasswordVerificationResult.Failed;
        if (right && request.NewPassword == request.CurrentPassword)
            throw SamePassword.With("请另设口令");
        if (right && !Passwords.IsAllowed(request.NewPassword, seen.UserName))
            throw Passwords.TooWeak.With("新口令过于简单");
        var newHash = right ? passwords.Hash(request.NewPassword) : null;

        var done = await unitOfWork.RunAsync(cancel => Judge(seen, newHash, cancel), beforeSave: null, cancellationToken);
        return done ? Unit.Value : throw WrongPassword.With("连续输错五次将暂时锁定");
    }

    private async Task<bool> Judge(Account seen, string? newHash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var account = (await opening.LockAccountAsync(seen.Id, ct))!;
        if (newHash is null || account.IsLockedAt(now) || account.HasExpiredPassword(now) || account.PasswordHash != seen.PasswordHash)
        {
            if (newHash is null && !account.IsLockedAt(now))
                journal.Note(account.CountWrongPassword(now) ? SecurityEventKind.SignInFailed : SecurityEventKind.AccountLocked, account);
            return false;
        }
        account.PasswordHash = newHash;
        account.Unlock();
        account.PasswordWasChosen();
        journal.Note(SecurityEventKind.PasswordChanged, account);
        await db.EndSessionsAsync(account.Id, SessionEnd.PasswordChanged, now, ct, except: user.SessionId);
        unitOfWork.AfterCommit(() => directory.Forget(account.Id));
        return true;
    }
}
