using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Begins to set the second factor (绑定动态口令): returns a secret for the authenticator app. The secret is used once its first code is confirmed; another
/// call before that makes it void. If the account already has a second factor, that one stays valid until then, and the call requires that it was given
/// recently; here a recovery code is accepted too.</summary>
public sealed record SetSecondFactorCommand : IUnkeyedCommand<NewSecondFactor>;

/// <summary>The secret of an authenticator app. It is shown only here.</summary>
/// <param name="Secret">The secret in base32, to type into the app.</param>
/// <param name="OtpauthUri">The secret as an <c>otpauth:</c> link, to be shown as a QR code.</param>
public sealed record NewSecondFactor(string Secret, string OtpauthUri);

internal sealed class SetSecondFactorHandler(
    AppDbContext db,
    CurrentUser user,
    SecondFactors factors,
    AccessSettings settings,
    TimeProvider clock
) : IRequestHandler<SetSecondFactorCommand, NewSecondFactor>
{
    public async Task<NewSecondFactor> Handle(SetSecondFactorCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        user.EnsureMaySetSecondFactor(now, settings.StepUpFor);
        var factor = await db.SecondFactors.FirstOrDefaultAsync(f => f.AccountId == user.AccountId, cancellationToken);
        if (factor is null)
            db.SecondFactors.Add(factor = new(user.AccountId));
        var secret = SecondFactors.NewSecret();
        factors.Begin(factor, secret);
        var userName = await db.Users.Where(a => a.Id == user.AccountId).Select(a => a.UserName!).FirstAsync(cancellationToken);
        return new(SecondFactors.Base32(secret), SecondFactors.UriOf(userName, secret));
    }
}
