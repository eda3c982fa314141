using System.Security.Cryptography;
using System.Text;

namespace EnforcementCases.Platform.Keys;

/// <summary>Encrypts personal data at rest (AES-256-GCM) and makes the blind index by which an exact ID number is found.</summary>
internal sealed class PersonalDataVault(KeyRing keys)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly byte[] dataKey = keys.Secret("personal-data");
    private readonly byte[] indexKey = keys.Secret("blind-index");

    /// <summary>Encrypts; the purpose is bound in, so that a value cannot be moved to another field.</summary>
    public byte[] Seal(ReadOnlySpan<byte> clear, string purpose)
    {
        var sealedBytes = new byte[NonceBytes + TagBytes + clear.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(dataKey, TagBytes);
        cipher.Encrypt(
            nonce,
            clear,
            sealedBytes.AsSpan(NonceBytes + TagBytes),
            sealedBytes.AsSpan(NonceBytes, TagBytes),
            Encoding.UTF8.GetBytes(purpose)
        );
        return sealedBytes;
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="CryptographicException">The value was changed, moved, or sealed with another key.</exception>
    public byte[] Open(ReadOnlySpan<byte> sealedBytes, string purpose)
    {
        var clear = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        using var cipher = new AesGcm(dataKey, TagBytes);
        cipher.Decrypt(
            sealedBytes[..NonceBytes],
            sealedBytes[(NonceBytes + TagBytes)..],
            sealedBytes.Slice(NonceBytes, TagBytes),
            clear,
            Encoding.UTF8.GetBytes(purpose)
        );
        return clear;
    }

    /// <summary>Encrypts text; null stays null.</summary>
    public byte[]? SealText(string? clear, string purpose) => clear is null ? null : Seal(Encoding.UTF8.GetBytes(clear), purpose);

    /// <summary>Decrypts text; null stays null.</summary>
    public string? OpenText(byte[]? sealedBytes, string purpose) =>
        sealedBytes is null ? null : Encoding.UTF8.GetString(Open(sealedBytes, purpose));

    /// <summary>HMAC-SHA-256 over a normalised number, hex: equal for equal numbers, telling nothing else.</summary>
    public string BlindIndex(string normalised) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(indexKey, Encoding.UTF8.GetBytes(normalised)));
}
