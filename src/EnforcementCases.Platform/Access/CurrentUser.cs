using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence.Access;

namespace EnforcementCases.Platform.Access;

/// <summary>The user of the request, as the directory of sessions has it now; rights are never taken from the token.</summary>
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

    public static readonly DomainError SecondFactorNeeded = new(
        "access.second-factor-needed",
        null,
        ErrorKind.Forbidden,
        "该岗位须使用动态口令，请先绑定"
    );

    public static readonly DomainError StepUpRequired = new(
        "session.step-up-required",
        null,
        ErrorKind.Unauthenticated,
        "办理该事项须再次验证动态口令"
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

    /// <summary>A role asks for a second factor and the account has none: nothing but setting one is allowed.</summary>
    public bool MustSetSecondFactor { get; private set; }

    /// <summary>Whether the account signs in with a second factor.</summary>
    public bool HasSecondFactor { get; private set; }

    /// <summary>Kind of the second factor given in this session; null if none.</summary>
    public SessionProof Proof { get; private set; } = SessionProof.None;

    /// <summary>Until when the second factor counts as fresh, exclusive; null if it is not fresh.</summary>
    public DateTimeOffset? StepUpUntil { get; private set; }

    public OrganisationScope Scope { get; private set; } = OrganisationScope.None;

    public void SignIn(SignedInUser user)
    {
        IsSignedIn = true;
        (AccountId, PersonId, PersonName, SessionId) = (user.AccountId, user.PersonId, user.PersonName, user.SessionId);
        (OrganisationId, OrganisationPath, OrganId) = (user.OrganisationId, user.OrganisationPath, user.OrganId);
        Roles = user.Roles;
        (MustChangePassword, MustSetSecondFactor) = (user.MustChangePassword, user.MustSetSecondFactor);
        (HasSecondFactor, Proof, StepUpUntil) = (user.HasSecondFactor, user.Proof, user.StepUpUntil);
        Scope = OrganisationScope.Below(user.OrganisationPath);
    }

    /// <summary>The system itself: jobs and start-up.</summary>
    public void ActAsSystem()
    {
        IsSignedIn = true;
        Roles = new HashSet<Role> { Role.System };
        Scope = OrganisationScope.All;
    }

    /// <summary>Refuses an operation that needs a fresh second factor if there is none.</summary>
    /// <exception cref="DomainException"><see cref="StepUpRequired"/>.</exception>
    public void EnsureSteppedUp(DateTimeOffset now)
    {
        if (StepUpUntil > now)
            return;
        throw HasSecondFactor
            ? StepUpRequired.With("请输入动态口令后重试", "POST /api/v1/session/step-up")
            : StepUpRequired.With("请先绑定动态口令", "POST /api/v1/session/second-factor");
    }

    /// <summary>Refuses to set another second factor if one is in use, here or at the external authority, and is not fresh. A recovery code just used suffices: the phone
    /// is lost and the code was the way to sign in.</summary>
    /// <exception cref="DomainException"><see cref="StepUpRequired"/>.</exception>
    public void EnsureMaySetSecondFactor(DateTimeOffset now, TimeSpan fresh)
    {
        var proved = HasSecondFactor || Proof.Second is SecondProof.Authority;
        var recovered = Proof is { Second: SecondProof.RecoveryCode, SecondAt: { } at } && now < at + fresh;
        if (proved && !recovered)
            EnsureSteppedUp(now);
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
    bool PasswordIsOneTime,
    bool HasSecondFactor,
    bool OwesSecondFactor,
    SessionProof Proof,
    TimeSpan StepUpFor
)
{
    /// <summary>A user who signs in through the external authority needs no password of ours.</summary>
    public bool MustChangePassword => PasswordIsOneTime && Proof.OpenedBy == SignInWay.Password;

    public bool MustSetSecondFactor => OwesSecondFactor && !HasSecondFactor && Proof.Second != SecondProof.Authority;

    /// <summary>A recovery code is valid for signing in, not for a step-up.</summary>
    public DateTimeOffset? StepUpUntil => Proof.Second is SecondProof.Code or SecondProof.Authority ? Proof.SecondAt + StepUpFor : null;
}

/// <summary>How the person of a session was authenticated.</summary>
internal sealed record SessionProof(SignInWay OpenedBy, SecondProof? Second, DateTimeOffset? SecondAt)
{
    public static readonly SessionProof None = new(SignInWay.Password, null, null);
}
