using EnforcementCases.Platform.Access;
using MediatR;

namespace EnforcementCases.Platform.Pipeline;

/// <summary>Checks the rights table; an operation without a row is refused to everybody.</summary>
internal sealed class AuthorizationBehavior<TRequest, TResponse>(RightsTable rights, CurrentUser user, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly string Operation = RightsTable.OperationOf(typeof(TRequest));

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        Authorization.Ensure(rights, Operation, user, clock.GetUtcNow());
        return next();
    }
}

/// <summary>Whether a user may do an operation at all; the user's relation to a case is checked once the case has been read.</summary>
internal static class Authorization
{
    public static void Ensure(RightsTable rights, string operation, CurrentUser user, DateTimeOffset now)
    {
        if (!rights.Rows.TryGetValue(operation, out var right))
            throw CurrentUser.NotAllowed.With("该操作未列入权限表");
        Ensure(right, user, now);
    }

    public static void Ensure(Right right, CurrentUser user, DateTimeOffset now)
    {
        if (right.Grant is Grant.Anonymous or Grant.Signed || user.Roles.Contains(Domain.Access.Role.System))
            return;
        if (!user.IsSignedIn)
            throw CurrentUser.NotSignedIn.With("该操作需要登录");
        if (user.MustChangePassword && !right.WithOneTimePassword)
            throw CurrentUser.PasswordChangeNeeded.With("首次登录或者口令被重置后须先修改口令", "POST /api/v1/session/password");
        if (user.MustSetSecondFactor && right.Grant != Grant.SignedIn)
            throw CurrentUser.SecondFactorNeeded.With("首次登录须绑定动态口令", "POST /api/v1/session/second-factor");
        if (right.Grant is Grant.Roles or Grant.System && !right.Roles.Overlaps(user.Roles))
            throw CurrentUser.NotAllowed.With($"当前岗位不能办理：{right.Term}");
        if (right.Reach == Reach.OwnOrgan && user.OrganId is null)
            throw CurrentUser.NotAllowed.With("上级机关不得代街道、乡镇办理");
        if (right.StepUp)
            user.EnsureSteppedUp(now);
    }
}
