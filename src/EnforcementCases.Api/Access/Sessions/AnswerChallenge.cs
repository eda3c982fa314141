using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Finishes a sign-in with a code of the authenticator app, or with a recovery code if the app is lost (登录第二步).</summary>
/// <param name="Challenge">From the answer to the first factor; valid for five minutes.</param>
/// <param name="Code">Six digits from the authenticator app; each code can be used once. Null if a recovery code is given.</param>
/// <param name="RecoveryCode">A recovery code in place of the six digits; each can be used once. Null if a code is given.</param>
public sealed record AnswerChallengeCommand(string Challenge, string? Code = null, string? RecoveryCode = null) : IRequest<SessionTokens>;

internal sealed class AnswerChallengeValidator : AbstractValidator<AnswerChallengeCommand>
{
    public AnswerChallengeValidator()
    {
        RuleFor(c => c.Challenge).NotEmpty().MaximumLength(SealedTickets.MaxLength).WithMessage("请提供登录第一步返回的 challenge");
        RuleFor(c => c.Code).Must((c, code) => code is null != c.RecoveryCode is null).WithMessage("请填写动态口令或者恢复码，二者择一");
        RuleFor(c => c.Code).IsTimeCode().When(c => c.Code is not null);
        RuleFor(c => c.RecoveryCode).NotEmpty().MaximumLength(SecondFactors.RecoveryCodeMaxLength).When(c => c.RecoveryCode is not null);
    }
}

/// <summary>Runs its own unit of work, because a wrong code is refused and must still be counted.</summary>
internal sealed class AnswerChallengeHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    SecondFactors factors,
    SessionOpening opening,
    SecurityJournal journal,
    TimeProvider clock
) : IRequestHandler<AnswerChallengeCommand, SessionTokens>
{
    /// <summary>The same answer for a wrong code, a used one, an expired challenge, a locked and a disabled account.</summary>
    public static readonly DomainError Refused = new(
        "session.second-factor-refused",
        null,
        ErrorKind.Unauthenticated,
        "动态口令不正确、已使用，或者登录已超时、账号已暂时锁定"
    );

    public async Task<SessionTokens> Handle(AnswerChallengeCommand request, CancellationToken cancellationToken)
    {
        if (opening.Asked(request.Challenge) is not { } asked)
            throw Refused.With("请重新登录", "POST /api/v1/session");
        return await unitOfWork.RunAsync(cancel => Judge(request, asked, cancel), beforeSave: null, cancellationToken)
            ?? throw Refused.With("每个动态口令只能使用一次；手机丢失的，可以使用恢复码或者联系管理员");
    }

    /// <returns>Null if refused; the wrong code is counted nevertheless.</returns>
    private async Task<SessionTokens?> Judge(AnswerChallengeCommand request, AskedSecondFactor asked, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var account = await opening.LockAccountAsync(asked.AccountId, ct);
        if (
            account is null
            || account.Disabled
            || account.AreCodesLockedAt(now)
            || account.RightsVersion != asked.RightsVersion
            || await db.Sessions.AnyAsync(s => s.AccountId == account.Id && s.ChallengeId == asked.Id, ct) // a challenge opens one session
        )
        {
            journal.Note(SecurityEventKind.SignInFailed, account);
            return null;
        }
        var factor = await db.SecondFactors.Include(f => f.RecoveryCodes).FirstAsync(f => f.AccountId == account.Id, ct);
        var right = request.Code is { } code ? factors.Take(factor, code) : factors.TakeRecoveryCode(factor, request.RecoveryCode!);
        if (!right)
        {
            journal.Note(
                account.CountWrongCode(now) ? SecurityEventKind.SecondFactorFailed : SecurityEventKind.SecondFactorLocked,
                account
            );
            return null;
        }
        account.CodeWasRight();
        if (request.Code is null)
            journal.Note(SecurityEventKind.RecoveryCodeUsed, account, $"余 {factor.RecoveryCodes.Count(c => c.UsedAt is null)} 个");
        var proof = request.Code is null ? SecondProof.RecoveryCode : SecondProof.Code;
        return await opening.OpenAsync(account, asked.Device, asked.By, proof, now, ct, asked.Id);
    }
}
