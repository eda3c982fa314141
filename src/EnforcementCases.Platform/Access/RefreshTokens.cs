using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using EnforcementCases.Platform.Keys;

namespace EnforcementCases.Platform.Access;

/// <summary>Refresh tokens: session, generation and a MAC of 256 bits over both under a key of the installation; the database keeps only the newest one's SHA-256.</summary>
/// <remarks>Because a token can be made again, a client whose answer was lost gets the same successor a second time. Because the MAC proves that we
/// issued it, a token of an earlier generation is recognised as a copy in somebody else's hands, without a row for each token.</remarks>
internal sealed class RefreshTokens(KeyRing keys)
{
    private const int SessionBytes = 16;
    private const int GenerationBytes = 4;
    private const int NameBytes = SessionBytes + GenerationBytes;

    private readonly byte[] key = keys.Secret("refresh-tokens");

    public string Make(Guid session, int generation)
    {
        Span<byte> token = stackalloc byte[NameBytes + HMACSHA256.HashSizeInBytes];
        session.TryWriteBytes(token, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(token[SessionBytes..], generation);
        HMACSHA256.HashData(key, token[..NameBytes], token[NameBytes..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Reads a token that we issued; null for any other text.</summary>
    public (Guid Session, int Generation)? Read(string text)
    {
        Span<byte> token = stackalloc byte[NameBytes + HMACSHA256.HashSizeInBytes];
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (
            text.Length != Base64Url.GetEncodedLength(token.Length)
            || !Base64Url.TryDecodeFromChars(text, token, out var written)
            || written != token.Length
        )
            return null;
        HMACSHA256.HashData(key, token[..NameBytes], mac);
        return CryptographicOperations.FixedTimeEquals(mac, token[NameBytes..])
            ? (new(token[..SessionBytes], bigEndian: true), BinaryPrimitives.ReadInt32BigEndian(token[SessionBytes..]))
            : null;
    }

    /// <summary>The hash that is stored of a token.</summary>
    public static byte[] Hash(string token) => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(token));
}
