namespace EnforcementCases.Persistence.Access;

/// <summary>Why a session ended.</summary>
public enum SessionEnd
{
    SignedOut,

    /// <summary>A refresh token that had been rotated was used again: somebody has a copy.</summary>
    TokenReused,

    PasswordChanged,

    AccountDisabled,

    /// <summary>Its owner ended it from another session.</summary>
    EndedByOwner,

    EndedByAdministrator,

    /// <summary>A second factor was set or reset: it was opened without.</summary>
    SecondFactorChanged,

    /// <summary>The person went to another organ.</summary>
    AccountMoved,
}

/// <summary>How a session was opened.</summary>
public enum SignInWay
{
    /// <summary>With a password of this system (口令).</summary>
    Password,

    /// <summary>Through the external authority (统一身份认证).</summary>
    Authority,
}

/// <summary>What proved the person's identity in addition to the first factor.</summary>
public enum SecondProof
{
    /// <summary>A code of the authenticator app (动态口令).</summary>
    Code,

    /// <summary>A recovery code (恢复码): valid for signing in, not for a step-up.</summary>
    RecoveryCode,

    /// <summary>The external authority states that it required a second factor, and is trusted with it.</summary>
    Authority,
}

/// <summary>A sign-in and all that was refreshed from it: the family of its refresh tokens. Only the newest token is valid.</summary>
public sealed class Session
{
    public const int DeviceMaxLength = 100;

    public const int AddressMaxLength = 48;

    private Session() { }

    public Session(Guid id, Guid accountId, string? device, SignInWay openedBy, byte[] refreshHash, DateTimeOffset at, TimeSpan idle)
    {
        (Id, AccountId, Device, OpenedBy, RefreshHash) = (id, accountId, device, openedBy, refreshHash);
        CreatedAt = RotatedAt = at;
        ExpiresAt = at + idle;
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>Name that the client gives itself.</summary>
    public string? Device { get; private set; }

    public SignInWay OpenedBy { get; private set; }

    /// <summary>Kind of the second factor; null if none was required.</summary>
    public SecondProof? SecondProof { get; private set; }

    /// <summary>When the second factor was given last; null if it never was, or if the authority does not state it.</summary>
    public DateTimeOffset? SecondProofAt { get; private set; }

    /// <summary>The address that it was last opened or refreshed from, masked.</summary>
    public string? Address { get; private set; }

    /// <summary>How often the refresh token was rotated; the token names the rotation it came from.</summary>
    public int Generation { get; private set; }

    /// <summary>SHA-256 of the newest refresh token.</summary>
    public byte[] RefreshHash { get; private set; } = [];

    /// <summary>The challenge that it answered: no challenge opens two sessions. Null if none was asked.</summary>
    public Guid? ChallengeId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset RotatedAt { get; private set; }

    /// <summary>Exclusive; moved on by each rotation.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public SessionEnd? EndedBecause { get; private set; }

    public bool IsLiveAt(DateTimeOffset now) => EndedAt is null && ExpiresAt > now;

    public void Prove(SecondProof by, DateTimeOffset? at) => (SecondProof, SecondProofAt) = (by, at);

    public void Answered(Guid challenge) => ChallengeId = challenge;

    public void SeenFrom(string? maskedAddress) => Address = maskedAddress;

    public void Rotate(byte[] refreshHash, DateTimeOffset at, DateTimeOffset expiresAt)
    {
        Generation++;
        RefreshHash = refreshHash;
        RotatedAt = at;
        ExpiresAt = expiresAt;
    }

    public void End(SessionEnd why, DateTimeOffset at)
    {
        EndedAt ??= at;
        EndedBecause ??= why;
    }
}
