using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Keys;

namespace EnforcementCases.Platform.Access;

/// <summary>Makes and checks the second factor (动态口令、恢复码). Secrets are encrypted at rest, recovery codes kept as keyed hashes.</summary>
internal sealed class SecondFactors(PersonalDataVault vault, TimeProvider clock)
{
    public const int RecoveryCodeCount = 10;

    /// <summary>The printed form: XXXX-XXXX-XX, without characters that look alike.</summary>
    public const int RecoveryCodeMaxLength = 20;

    public static readonly DomainError NotSet = new("session.no-second-factor", null, ErrorKind.Conflict, "尚未绑定动态口令，请先绑定");

    private const string Signs = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
    private const int RecoverySigns = 10;
    private const string Issuer = "EnforcementCases";

    /// <summary>A new secret.</summary>
    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(TimeCode.SecretBytes);

    /// <summary>Hands out a secret; the one in use stays in use until the first code of the new one comes.</summary>
    public void Begin(SecondFactor factor, ReadOnlySpan<byte> secret) =>
        factor.Begin(vault.Seal(secret, SealedCell.PendingSecondFactor(factor.AccountId)), clock.GetUtcNow());

    /// <summary>Takes a code of the app in use; false if it is wrong or was used before.</summary>
    public bool Take(SecondFactor factor, string code)
    {
        if (factor.Secret is not { } secret || StepOf(secret, factor, code) is not { } step)
            return false;
        factor.Accepted(step);
        return true;
    }

    /// <summary>Takes the first code of the pending secret, which is in use from then on.</summary>
    public bool Confirm(SecondFactor factor, string code)
    {
        if (factor.PendingSecret is not { } pending)
            return false;
        var secret = vault.Open(pending, SealedCell.PendingSecondFactor(factor.AccountId));
        var step = TimeCode.Accept(secret, code, clock.GetUtcNow(), lastStep: null);
        if (step is { } first)
            Confirm(factor, secret, first);
        return step is not null;
    }

    /// <summary>Takes a secret into use.</summary>
    /// <param name="step">The time step whose code was accepted; 0 if none.</param>
    public void Confirm(SecondFactor factor, ReadOnlySpan<byte> secret, long step) =>
        factor.Confirm(vault.Seal(secret, SealedCell.SecondFactor(factor.AccountId)), step);

    /// <summary>Takes a recovery code; false if it is wrong or was used before.</summary>
    public bool TakeRecoveryCode(SecondFactor factor, string code)
    {
        var hash = HashOf(factor.AccountId, code);
        if (factor.RecoveryCodes.Find(c => c.UsedAt is null && c.Hash == hash) is not { } found)
            return false;
        found.Use(clock.GetUtcNow());
        return true;
    }

    /// <summary>Makes new recovery codes in the place of all old ones; they are shown this once.</summary>
    public IReadOnlyList<string> NewRecoveryCodes(SecondFactor factor)
    {
        var codes = Enumerable.Range(0, RecoveryCodeCount).Select(_ => RandomNumberGenerator.GetString(Signs, RecoverySigns)).ToList();
        factor.ReplaceRecoveryCodes(codes.Select(code => HashOf(factor.AccountId, code)));
        return codes.ConvertAll(code => $"{code[..4]}-{code[4..8]}-{code[8..]}");
    }

    /// <summary>What an authenticator app reads, mostly from a QR code.</summary>
    public static string UriOf(string userName, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(userName)}?secret={Base32(secret)}&issuer={Issuer}"
        + $"&algorithm=SHA1&digits={TimeCode.Digits}&period={TimeCode.StepLength.TotalSeconds:0}";

    /// <summary>RFC 4648, without padding: what people type into an app.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var text = new StringBuilder(((bytes.Length * 8) + 4) / 5);
        var (held, bits) = (0, 0);
        foreach (var b in bytes)
        {
            held = (held << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5)
                text.Append(Alphabet[(held >> (bits - 5)) & 31]);
            held &= (1 << bits) - 1;
        }
        if (bits > 0)
            text.Append(Alphabet[(held << (5 - bits)) & 31]);
        return text.ToString();
    }

    private long? StepOf(byte[] secret, SecondFactor factor, string code) =>
        TimeCode.Accept(vault.Open(secret, SealedCell.SecondFactor(factor.AccountId)), code, clock.GetUtcNow(), factor.LastStep);

    /// <summary>Hyphens, spaces and small letters are how people copy from paper.</summary>
    private string HashOf(Guid account, string code) =>
        vault.BlindIndex(
            $"recovery-code\n{account:N}\n{new string([.. code.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)])}"
        );
}
