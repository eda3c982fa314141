using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.Sessions;

/// <summary>Begins to set the second factor (绑定动态口令): hands out a secret for the authenticator app. It counts once its first code was confirmed; asked for
/// again before, the earlier secret is void. An account that has one already keeps it until then, and needs a second factor given a moment ago,
/// for which here a recovery code will do.</summary>
public sealed record SetSecondFactorCommand : IUnkeyedCommand<NewSecondFactor>;

/// <summary>The secret of an authenticator app; shown this once.</summary>
/// <param name="Secret">In base32, to be typed into the app.</param>
/// <param name="OtpauthUri">The same as a link, to be shown as a QR code.</param>
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
