namespace EnforcementCases.Persistence.Access;

/// <summary>What an auditor wants to see of access.</summary>
public enum SecurityEventKind
{
    SignedIn,
    SignInFailed,
    AccountLocked,
    SignedOut,

    /// <summary>The password was right; a code of the second factor was asked for.</summary>
    SecondFactorAsked,

    /// <summary>A wrong code, one that was used before, or one that came too late.</summary>
    SecondFactorFailed,

    SecondFactorSet,
    SecondFactorReset,
    RecoveryCodeUsed,
    RecoveryCodesReplaced,
    SteppedUp,

    /// <summary>An act that needs a fresh second factor was asked for without.</summary>
    StepUpAsked,

    SessionsEnded,

    /// <summary>What the external authority said was not accepted; <see cref="SecurityEvent.Detail"/> says why.</summary>
    ExternalSignInRefused,

    ExternalIdentityLinked,
    ExternalIdentityUnlinked,

    /// <summary>A person was transferred to another organ and the account followed, without its roles.</summary>
    AccountMoved,

    /// <summary>A refresh token was used a second time; its session was ended.</summary>
    RefreshTokenReused,

    /// <summary>A token that we did not issue, or that was changed.</summary>
    TokenRefused,

    RightRefused,

    /// <summary>A call of the bank that was not signed, wrongly signed or old.</summary>
    CallbackRefused,

    /// <summary>The bank told of money that cannot be entered: another amount under the same id, or for a revoked decision.</summary>
    PaymentRefused,

    /// <summary>Something was asked for that does not exist or lies outside the scope: which of the two nobody is told.</summary>
    OutOfReach,

    /// <summary>Many things were asked for that do not exist or lie outside the scope: somebody tries ids.</summary>
    ManyUnknownIds,

    AccountCreated,
    RolesChanged,
    PasswordChanged,
    PasswordReset,
    AccountUnlocked,
    AccountDisabled,
    FirstAccountCreated,

    /// <summary>Stored content was not what had been written, and was not given out; <see cref="SecurityEvent.Detail"/> names the refusal and the row.</summary>
    StoredContentDamaged,
}

/// <summary>A line of the security log (安全日志). No password, no token, no name that was typed.</summary>
public sealed class SecurityEvent
{
    public const int DetailMaxLength = 400;

    /// <summary>Orders the log and names the line.</summary>
    public long Seq { get; init; }

    public DateTimeOffset At { get; init; }

    public SecurityEventKind Kind { get; init; }

    /// <summary>Who acted; null when nobody was signed in.</summary>
    public Guid? ActorAccountId { get; init; }

    public Guid? ActorPersonId { get; init; }

    /// <summary>The account it is about; null when it is about none.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Where the account or the actor belongs; empty when neither is known.</summary>
    public string OwnerPath { get; init; } = "";

    /// <summary>Operation of the rights table.</summary>
    public string? Operation { get; init; }

    /// <summary>What exactly: roles before and after, why a sign-in was refused. Codes of ours, nothing that was typed.</summary>
    public string? Detail { get; init; }

    public string TraceId { get; init; } = "";

    /// <summary>Keyed hash of the remote address: equal for equal addresses, telling nothing else.</summary>
    public string? RemoteHash { get; init; }
}
