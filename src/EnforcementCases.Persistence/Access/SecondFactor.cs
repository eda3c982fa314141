namespace EnforcementCases.Persistence.Access;

/// <summary>The authenticator app of an account (动态口令) and its recovery codes.</summary>
public sealed class SecondFactor
{
    private SecondFactor() { }

    public SecondFactor(Guid accountId) => AccountId = accountId;

    public Guid AccountId { get; private set; }

    /// <summary>The secret in use, encrypted; null before the first enrolment is confirmed.</summary>
    public byte[]? Secret { get; private set; }

    /// <summary>A secret that was handed out and whose first code has not come yet, encrypted; the one in use stays in use.</summary>
    public byte[]? PendingSecret { get; private set; }

    /// <summary>When the pending secret was handed out.</summary>
    public DateTimeOffset? PendingSince { get; private set; }

    /// <summary>The last step whose code was accepted: no code is accepted twice.</summary>
    public long? LastStep { get; private set; }

    public List<RecoveryCode> RecoveryCodes { get; private set; } = [];

    public void Begin(byte[] sealedSecret, DateTimeOffset at) => (PendingSecret, PendingSince) = (sealedSecret, at);

    /// <summary>The first code of the pending secret came: it is the one in use from now on.</summary>
    /// <param name="sealedSecret">The pending secret, encrypted for the place that it moves to.</param>
    public void Confirm(byte[] sealedSecret, long step)
    {
        Secret = sealedSecret;
        (PendingSecret, PendingSince) = (null, null);
        LastStep = step;
    }

    public void Accepted(long step) => LastStep = step;

    /// <summary>Replaces all recovery codes with new ones.</summary>
    public void ReplaceRecoveryCodes(IEnumerable<string> hashes)
    {
        RecoveryCodes.Clear();
        RecoveryCodes.AddRange(hashes.Select(hash => new RecoveryCode { AccountId = AccountId, Hash = hash }));
    }
}

/// <summary>A recovery code (恢复码), valid once for a sign-in without the app. Only its keyed hash is kept.</summary>
public sealed class RecoveryCode
{
    public Guid AccountId { get; init; }

    public string Hash { get; init; } = "";

    public DateTimeOffset? UsedAt { get; private set; }

    public void Use(DateTimeOffset at) => UsedAt = at;
}
