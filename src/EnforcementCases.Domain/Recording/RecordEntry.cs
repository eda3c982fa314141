using System.Security.Cryptography;
using System.Text;

namespace EnforcementCases.Domain.Recording;

/// <summary>One entry of the process record (行政执法全过程记录, APL-47): the exact bytes that were hashed, and their place in the chain.</summary>
public sealed class RecordEntry : IOwnedByOrganisation
{
    private RecordEntry() { }

    /// <summary>Appends an entry to a chain.</summary>
    public RecordEntry(
        Guid id,
        long seq,
        RecordChain chain,
        string type,
        byte[] canonical,
        DateTimeOffset claimedAt,
        DateTimeOffset recordedAt
    )
    {
        Id = id;
        Seq = seq;
        ChainId = chain.Id;
        OrganisationPath = chain.OrganisationPath;
        Type = type;
        Canonical = canonical;
        ClaimedAt = claimedAt;
        RecordedAt = recordedAt;
        PreviousHash = chain.LastHash;
        Hash = HashOf(chain.LastHash, canonical);
        ChainSeq = chain.Append(Hash);
    }

    /// <summary>Identity; UUIDv7.</summary>
    public Guid Id { get; private set; }

    /// <summary>Order of entries across the whole installation; entries without a leaf in the log are given one later.</summary>
    public long Seq { get; private set; }

    /// <summary>The case, or the organisation for administrative acts.</summary>
    public Guid ChainId { get; private set; }

    /// <summary>Position in the chain, from 1.</summary>
    public int ChainSeq { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Name of the act.</summary>
    public string Type { get; private set; } = "";

    /// <summary>The bytes that were hashed; never rewritten from a parsed form.</summary>
    public byte[] Canonical { get; private set; } = [];

    /// <summary>Hash of the previous entry; of the genesis for the first.</summary>
    public byte[] PreviousHash { get; private set; } = [];

    /// <summary>SHA-256 over domain, previous hash and canonical bytes.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>When it happened, as claimed.</summary>
    public DateTimeOffset ClaimedAt { get; private set; }

    /// <summary>When the server wrote it; sets the order of the record.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Hash of an entry: SHA-256("enforcementcases-event-v1\n" ‖ previous ‖ canonical).</summary>
    public static byte[] HashOf(ReadOnlySpan<byte> previous, ReadOnlySpan<byte> canonical)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("enforcementcases-event-v1\n"u8);
        hash.AppendData(previous);
        hash.AppendData(canonical);
        return hash.GetHashAndReset();
    }
}

/// <summary>Head of a chain: its row lock serialises the entries of one case.</summary>
public sealed class RecordChain : IOwnedByOrganisation
{
    private RecordChain() { }

    /// <summary>Begins a chain.</summary>
    public RecordChain(Guid id, string organisationPath)
    {
        Id = id;
        OrganisationPath = organisationPath;
        LastHash = GenesisOf(id);
    }

    /// <summary>The case or organisation.</summary>
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>Number of entries.</summary>
    public int LastSeq { get; private set; }

    /// <summary>Hash of the last entry; of the genesis if there are none.</summary>
    public byte[] LastHash { get; private set; } = [];

    /// <summary>Takes the next position.</summary>
    internal int Append(byte[] hash)
    {
        LastHash = hash;
        return ++LastSeq;
    }

    /// <summary>The previous hash of the first entry: SHA-256("enforcementcases-genesis-v1\n" ‖ id). It binds the chain to its case.</summary>
    public static byte[] GenesisOf(Guid id) =>
        SHA256.HashData([.. "enforcementcases-genesis-v1\n"u8, .. Encoding.ASCII.GetBytes(id.ToString("D"))]);
}

/// <summary>Values and salts behind an entry's commitments, encrypted; a lawful deletion removes the row and the chain still verifies.</summary>
public sealed class RecordSecret
{
    private RecordSecret() { }

    /// <summary>Stores the values of an entry.</summary>
    public RecordSecret(Guid entryId, byte[] payload)
    {
        EntryId = entryId;
        Payload = payload;
    }

    /// <summary>The entry.</summary>
    public Guid EntryId { get; private set; }

    /// <summary>Encrypted JSON: name → [salt, value].</summary>
    public byte[] Payload { get; private set; } = [];
}
