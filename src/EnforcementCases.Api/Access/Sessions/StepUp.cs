using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Gives the second factor again (二次验证), for operations that need a recent one.</summary>
/// <param name="Code">Six digits of the authenticator app; a recovery code is not accepted.</param>
public sealed record StepUpCommand(string Code) : IRequest<SteppedUp>;

/// <summary>A step-up: the second factor was given again.</summary>
/// <param name="Until">Until when operations that need a recent second factor are allowed; exclusive.</param>
public sealed record SteppedUp(DateTimeOffset Until);

internal sealed class StepUpValidator : AbstractValidator<StepUpCommand>
{
    public StepUpValidator() => RuleFor(c => c.Code).IsTimeCode();
}

/// <summary>The required form of a code.</summary>
internal static class TimeCodeShape
{
    public static IRuleBuilderOptions<T, string?> IsTimeCode<T>(this IRuleBuilder<T, string?> code) =>
        code.Must(text => text is { Length: TimeCode.Digits } && text.All(char.IsAsciiDigit)).WithMessage("动态口令为 6 位数字");
}

/// <summary>Runs its own unit of work, because a wrong code is refused and must still be counted.</summary>
internal sealed class StepUpHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    CurrentUser user,
    SecondFactors factors,
    SessionOpening opening,
    SessionDirectory directory,
    SecurityJournal journal,
    AccessSettings settings,
    TimeProvider clock
) : IRequestHandler<StepUpCommand, SteppedUp>
{
    /// <summary>The same answer for a wrong code, a used one and a locked account.</summary>
    public static readonly DomainError WrongCode = new(
        "session.code-refused",
        null,
        ErrorKind.Unacceptable,
        "动态口令不正确、已使用，或者账号已暂时锁定"
    );

    public async Task<SteppedUp> Handle(StepUpCommand request, CancellationToken cancellationToken)
    {
        if (!user.HasSecondFactor)
            throw SecondFactors.NotSet.With("请先绑定动态口令", "POST /api/v1/session/second-factor");
        return await unitOfWork.RunAsync(cancel => Judge(request, cancel), beforeSave: null, cancellationToken)
            ?? throw WrongCode.With("每个动态口令只能使用一次；连续输错五次将暂时锁定");
    }

    private async Task<SteppedUp?> Judge(StepUpCommand request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var account = (await opening.LockAccountAsync(user.AccountId, ct))!;
        var factor = await db.SecondFactors.FirstOrDefaultAsync(f => f.AccountId == account.Id, ct);
        if (factor is null || account.AreCodesLockedAt(now) || !factors.Take(factor, request.Code))
        {
            if (!account.AreCodesLockedAt(now))
                journal.Note(
                    account.CountWrongCode(now) ? SecurityEventKind.SecondFactorFailed : SecurityEventKind.SecondFactorLocked,
                    account
                );
            return null;
        }
        account.CodeWasRight();
        var session = await db.Sessions.FirstAsync(s => s.Id == user.SessionId, ct);
        session.Prove(SecondProof.Code, now);
        journal.Note(SecurityEventKind.SteppedUp, account);
        unitOfWork.AfterCommit(() => directory.Forget(session.Id));
        return new(now + settings.StepUpFor);
    }
}
