using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Makes new recovery codes (更换恢复码); the earlier ones become void.</summary>
public sealed record ReplaceRecoveryCodesCommand : IUnkeyedCommand<NewRecoveryCodes>;

internal sealed class ReplaceRecoveryCodesHandler(AppDbContext db, CurrentUser user, SecondFactors factors, SecurityJournal journal)
    : IRequestHandler<ReplaceRecoveryCodesCommand, NewRecoveryCodes>
{
    public async Task<NewRecoveryCodes> Handle(ReplaceRecoveryCodesCommand request, CancellationToken cancellationToken)
    {
        var factor =
            await db
                .SecondFactors.Include(f => f.RecoveryCodes)
                .FirstOrDefaultAsync(f => f.AccountId == user.AccountId && f.Secret != null, cancellationToken)
            ?? throw SecondFactors.NotSet.With("恢复码用于代替动态口令");
        journal.Note(SecurityEventKind.RecoveryCodesReplaced);
        return new(factors.NewRecoveryCodes(factor));
    }
}
