using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;

namespace EnforcementCases.Api.Access;

/// <summary>Who is asking, as the directory of sessions knows it now; never what the token says.</summary>
internal sealed class CurrentUser
{
    public static readonly DomainError NotSignedIn = new("access.not-signed-in", null, ErrorKind.Unauthenticated, "请先登录");

    public static readonly DomainError NotAllowed = new("access.not-allowed", null, ErrorKind.Forbidden, "当前岗位无权办理");

    public static readonly DomainError PasswordChangeNeeded = new(
        "access.password-change-needed",
        null,
        ErrorKind.Forbidden,
        "当前口令为一次性口令，请先修改口令"
    );

    public bool IsSignedIn { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>The person behind the account; separation of duty is by person.</summary>
    public Guid PersonId { get; private set; }

    public string PersonName { get; private set; } = "";

    public Guid SessionId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public string OrganisationPath { get; private set; } = "";

    /// <summary>The street or town in whose name this person acts; null above streets.</summary>
    public Guid? OrganId { get; private set; }

    public IReadOnlySet<Role> Roles { get; private set; } = new HashSet<Role>();

    /// <summary>Signed in with a one-time password: nothing but changing it is allowed.</summary>
    public bool MustChangePassword { get; private set; }

    public OrganisationScope Scope { get; private set; } = OrganisationScope.None;

    public void SignIn(SignedInUser user)
    {
        IsSignedIn = true;
        (AccountId, PersonId, PersonName, SessionId) = (user.AccountId, user.PersonId, user.PersonName, user.SessionId);
        (OrganisationId, OrganisationPath, OrganId) = (user.OrganisationId, user.OrganisationPath, user.OrganId);
        Roles = user.Roles;
        MustChangePassword = user.MustChangePassword;
        Scope = OrganisationScope.Below(user.OrganisationPath);
    }

    /// <summary>The system itself: jobs and start-up.</summary>
    public void ActAsSystem()
    {
        IsSignedIn = true;
        Roles = new HashSet<Role> { Role.System };
        Scope = OrganisationScope.All;
    }

    /// <summary>Refuses a write in the name of another organ: supervision reads, it does not write.</summary>
    public void EnsureActsFor(Guid organId)
    {
        if (OrganId != organId && !Roles.Contains(Role.System))
            throw NotAllowed.With("上级机关或者其他机关不得代为办理");
    }
}

/// <summary>A signed-in user as the directory of sessions holds it.</summary>
internal sealed record SignedInUser(
    Guid AccountId,
    Guid PersonId,
    string PersonName,
    Guid SessionId,
    Guid OrganisationId,
    string OrganisationPath,
    Guid? OrganId,
    IReadOnlySet<Role> Roles,
    bool MustChangePassword
);
