using System.Numerics;
using System.Security.Cryptography;

namespace EnforcementCases.Transparency;

/// <summary>The hashes of a Merkle tree, RFC 6962 section 2.1: SHA-256; the first byte distinguishes leaves from nodes.</summary>
public static class TreeHash
{
    /// <summary>Length of a hash in bytes.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>The root of a tree without leaves.</summary>
    public static byte[] Empty() => SHA256.HashData([]);

    /// <summary>SHA-256(0x00 ‖ data).</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0x00]);
        hash.AppendData(data);
        return hash.GetHashAndReset();
    }

    /// <summary>SHA-256(0x01 ‖ left ‖ right).</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> both = stackalloc byte[1 + 2 * Length];
        both[0] = 0x01;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + Length)..]);
        return SHA256.HashData(both);
    }

    /// <summary>The root over a complete subtree's hashes; their number is a power of two.</summary>
    /// <param name="hashes">The hashes of one height, one after the other.</param>
    /// <exception cref="InvalidDataException">It is not a power of two of whole hashes.</exception>
    public static byte[] RootOf(ReadOnlySpan<byte> hashes)
    {
        var (count, rest) = Math.DivRem(hashes.Length, Length);
        if (rest != 0 || !BitOperations.IsPow2(count))
            throw new InvalidDataException($"{hashes.Length} bytes are not the hashes of a complete subtree.");
        return RootOfComplete(hashes);
    }

    private static byte[] RootOfComplete(ReadOnlySpan<byte> hashes)
    {
        if (hashes.Length == Length)
            return hashes.ToArray();
        var half = hashes.Length / 2;
        return Node(RootOfComplete(hashes[..half]), RootOfComplete(hashes[half..]));
    }
}
