using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Transparency;

/// <summary>What an entry of the record is in the log: canonical bytes without personal data, which only somebody who has the salt can trace to a case.</summary>
public static class EntryLeaf
{
    /// <summary>Length of a salt in bytes.</summary>
    public const int SaltLength = 16;

    /// <summary>The hash of the leaf of an entry.</summary>
    /// <param name="origin">Identity of the log.</param>
    /// <param name="salt">Salt of the chain.</param>
    /// <param name="chain">The case or organisation that the chain belongs to.</param>
    /// <param name="seq">Position in the chain, from 1.</param>
    /// <param name="hash">Hash of the entry.</param>
    public static byte[] HashOf(string origin, ReadOnlySpan<byte> salt, Guid chain, int seq, ReadOnlySpan<byte> hash) =>
        TreeHash.Leaf(
            CanonicalJson.Write(
                new RecordFields()
                    .Add("v", 1)
                    .Add("origin", origin)
                    .Add("case_ref", ReferenceOf(salt, chain))
                    .Add("case_seq", seq)
                    .Add("event_hash", Convert.ToHexStringLower(hash))
            )
        );

    private static string ReferenceOf(ReadOnlySpan<byte> salt, Guid chain) =>
        Convert.ToHexStringLower(
            SHA256.HashData([.. "enforcementcases-case-ref-v1\n"u8, .. salt, .. Encoding.ASCII.GetBytes(chain.ToString("D"))])
        );
}
