namespace EnforcementCases.Persistence.Access;

/// <summary>Kind of an event in the security log.</summary>
public enum SecurityEventKind
{
    SignedIn,
    SignInFailed,
    AccountLocked,
    SignedOut,

    /// <summary>The password was correct; a code of the second factor was requested.</summary>
    SecondFactorAsked,

    /// <summary>The code was wrong, used before, or too late.</summary>
    SecondFactorFailed,

    SecondFactorSet,
    SecondFactorReset,
    RecoveryCodeUsed,
    RecoveryCodesReplaced,
    SteppedUp,

    /// <summary>An operation that needs a recent second factor was requested without one.</summary>
    StepUpAsked,

    SessionsEnded,

    /// <summary>The answer of the external authority was not accepted; <c>detail</c> gives the reason.</summary>
    ExternalSignInRefused,

    ExternalIdentityLinked,
    ExternalIdentityUnlinked,

    /// <summary>A person was transferred to another organ and the account followed, without its roles.</summary>
    AccountMoved,

    /// <summary>A refresh token was used a second time; its session was ended.</summary>
    RefreshTokenReused,

    /// <summary>A token was not issued by this server, or was changed.</summary>
    TokenRefused,

    RightRefused,

    /// <summary>A report of the bank was unsigned, wrongly signed or too old.</summary>
    CallbackRefused,

    /// <summary>The bank reported money that cannot be entered: another amount under the same id, or for a revoked decision.</summary>
    PaymentRefused,

    /// <summary>Something was requested that does not exist or is outside the caller's scope; the answer does not disclose which.</summary>
    OutOfReach,

    /// <summary>Many things were requested that do not exist or are outside the caller's scope: somebody may be guessing ids.</summary>
    ManyUnknownIds,

    AccountCreated,
    RolesChanged,
    PasswordChanged,
    PasswordReset,
    AccountUnlocked,
    AccountDisabled,
    FirstAccountCreated,

    /// <summary>Stored content differed from what was written and was not returned; <c>detail</c> names the refusal and the row.</summary>
    StoredContentDamaged,

    /// <summary>An administrator asked for a change that a second person confirms; <c>detail</c> names its kind and id.</summary>
    ChangeAsked,

    /// <summary>A second person confirmed it.</summary>
    ChangeConfirmed,

    /// <summary>It was refused, withdrawn, or no longer possible.</summary>
    ChangeRefused,

    /// <summary>A particular of an organisation that papers print was changed; <c>detail</c> holds its name, the old and the new value.</summary>
    OrganisationChanged,

    /// <summary>Wrong codes locked the second factor.</summary>
    SecondFactorLocked,

    /// <summary>A subscription of another system to events was made, given another secret, replayed or ended; <c>detail</c> names what and its id.</summary>
    WebhookChanged,
}

/// <summary>A line of the security log (安全日志). No password, no token, no name that was typed.</summary>
public sealed class SecurityEvent
{
    public const int DetailMaxLength = 400;

    /// <summary>Id of the line; orders the log.</summary>
    public long Seq { get; init; }

    public DateTimeOffset At { get; init; }

    public SecurityEventKind Kind { get; init; }

    /// <summary>Who acted; null when nobody was signed in.</summary>
    public Guid? ActorAccountId { get; init; }

    public Guid? ActorPersonId { get; init; }

    /// <summary>The account it is about; null if none.</summary>
    public Guid? AccountId { get; init; }

    /// <summary>Path of the organisation of the account or the actor; empty if neither is known.</summary>
    public string OwnerPath { get; init; } = "";

    /// <summary>Operation of the rights table.</summary>
    public string? Operation { get; init; }

    /// <summary>Details: roles before and after, why a sign-in was refused. Codes of the program, never text that a user typed, but for the particulars of an
    /// organisation that papers print.</summary>
    public string? Detail { get; init; }

    public string TraceId { get; init; } = "";

    /// <summary>Keyed hash of the remote address: equal for equal addresses, disclosing nothing else.</summary>
    public string? RemoteHash { get; init; }
}
