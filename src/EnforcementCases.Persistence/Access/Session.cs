namespace EnforcementCases.Persistence.Access;

/// <summary>Why a session ended.</summary>
public enum SessionEnd
{
    SignedOut,

    /// <summary>A refresh token that had been rotated was used again: somebody has a copy.</summary>
    TokenReused,

    PasswordChanged,

    AccountDisabled,
}

/// <summary>A sign-in and all that was refreshed from it: the family of its refresh tokens. Only the newest token is good.</summary>
public sealed class Session
{
    private Session() { }

    public Session(Guid id, Guid accountId, string? device, byte[] refreshHash, DateTimeOffset at, TimeSpan idle)
    {
        (Id, AccountId, Device, RefreshHash) = (id, accountId, device, refreshHash);
        CreatedAt = RotatedAt = at;
        ExpiresAt = at + idle;
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>What the client calls itself.</summary>
    public string? Device { get; private set; }

    /// <summary>How often the refresh token was rotated; the token says which rotation it came from.</summary>
    public int Generation { get; private set; }

    /// <summary>SHA-256 of the newest refresh token.</summary>
    public byte[] RefreshHash { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset RotatedAt { get; private set; }

    /// <summary>Exclusive; moved on by each rotation.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public SessionEnd? EndedBecause { get; private set; }

    public bool IsLiveAt(DateTimeOffset now) => EndedAt is null && ExpiresAt > now;

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
