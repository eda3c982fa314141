using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Begins to set the second factor (绑定动态口令): returns a secret for the authenticator app. It is used once its first code is confirmed; a second
/// call before that makes the earlier secret void. An account that has a second factor keeps it until then, and needs one given recently,
/// for which a recovery code is accepted here.</summary>
public sealed record SetSecondFactorCommand : IUnkeyedCommand<NewSecondFactor>;

/// <summary>The secret of an authenticator app; shown this once.</summary>
/// <param name="Secret">The secret in base32, to type into the app.</param>
/// <param name="OtpauthUri">The secret as a link, to show as a QR code.</param>
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
