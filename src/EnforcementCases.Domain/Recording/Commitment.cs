using System.Security.Cryptography;

namespace EnforcementCases.Domain.Recording;

/// <summary>A salted commitment to a value that must not appear in the record in clear.</summary>
public static class Commitment
{
    /// <summary>Length of a salt in bytes.</summary>
    public const int SaltBytes = 16;

    /// <summary>SHA-256("enforcementcases-commitment-v1\n" ‖ salt ‖ canonical value), lower-case hex.</summary>
    /// <param name="salt">Sixteen random bytes, new for each value.</param>
    /// <param name="canonicalValue">Canonical bytes of a group with the single name <c>v</c>.</param>
    public static string Of(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> canonicalValue)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("enforcementcases-commitment-v1\n"u8);
        hash.AppendData(salt);
        hash.AppendData(canonicalValue);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
