using EnforcementCases.Api.Access.Administration;
using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Confirms the second factor (确认绑定): the first code proves that the app has the secret. All other sessions of the account end.</summary>
/// <param name="Code">The six digits that the app shows now.</param>
public sealed record ConfirmSecondFactorCommand(string Code) : IUnkeyedCommand<NewRecoveryCodes>;

/// <summary>Recovery codes (恢复码), to be kept on paper. They are shown only here.</summary>
/// <param name="Codes">The codes; each can be used once, to sign in without the app. Earlier codes are void.</param>
public sealed record NewRecoveryCodes(IReadOnlyList<string> Codes);

internal sealed class ConfirmSecondFactorValidator : AbstractValidator<ConfirmSecondFactorCommand>
{
    public ConfirmSecondFactorValidator() => RuleFor(c => c.Code).IsTimeCode();
}

internal sealed class ConfirmSecondFactorHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    CurrentUser user,
    SecondFactors factors,
    SessionOpening opening,
    SessionDirectory directory,
    SecurityJournal journal,
    AccessSettings settings,
    TimeProvider clock
) : IRequestHandler<ConfirmSecondFactorCommand, NewRecoveryCodes>
{
    public static readonly DomainError NotBegun = new(
        "session.second-factor-not-begun",
        null,
        ErrorKind.Conflict,
        "没有待确认的动态口令，请先发起绑定"
    );

    /// <summary>A secret that was not confirmed becomes void after this time, which is long enough to install an app.</summary>
    private static readonly TimeSpan PendingFor = TimeSpan.FromMinutes(30);

    /// <summary>Wrong codes are not counted here: the secret was shown to this account and is not in use yet.</summary>
    public static readonly DomainError WrongFirstCode = new(
        "session.first-code-wrong",
        null,
        ErrorKind.Unacceptable,
        "动态口令不正确，请核对手机时间后重试"
    );

    public async Task<NewRecoveryCodes> Handle(ConfirmSecondFactorCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        user.EnsureMaySetSecondFactor(now, settings.StepUpFor);
        var account = (await opening.LockAccountAsync(user.AccountId, cancellationToken))!;
        var factor = await db
            .SecondFactors.Include(f => f.RecoveryCodes)
            .FirstOrDefaultAsync(f => f.AccountId == account.Id, cancellationToken);
        if (factor?.PendingSecret is null || !(now < factor.PendingSince + PendingFor))
            throw NotBegun.With("请先发起绑定", "POST /api/v1/session/second-factor");
        if (!factors.Confirm(factor, request.Code))
            throw WrongFirstCode.With("动态口令每三十秒更换一次");
        account.SecondFactorWasSet(now);
        await db.EndSessionsAsync(account.Id, SessionEnd.SecondFactorChanged, now, cancellationToken, except: user.SessionId);
        (await db.Sessions.FirstAsync(s => s.Id == user.SessionId, cancellationToken)).Prove(SecondProof.Code, now);
        journal.Note(SecurityEventKind.SecondFactorSet, account);
        unitOfWork.AfterCommit(() => directory.Forget(account.Id));
        return new(factors.NewRecoveryCodes(factor));
    }
}
