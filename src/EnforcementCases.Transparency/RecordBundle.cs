using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EnforcementCases.Transparency;

/// <summary>An entry of the record in a bundle.</summary>
/// <param name="Seq">Position in the chain, from 1.</param>
/// <param name="Canonical">The bytes that were hashed.</param>
/// <param name="Leaf">Position of its leaf in the log; null if it has none within the checkpoint.</param>
/// <param name="Proof">The hashes from the leaf to the root; empty without a leaf.</param>
public sealed record BundleEntry(int Seq, byte[] Canonical, long? Leaf, IReadOnlyList<byte[]> Proof);

/// <summary>The record of a case with its proofs, as a file of JSON lines: a head, then a line for each entry.</summary>
/// <param name="Chain">The case.</param>
/// <param name="Salt">The salt under which the case appears in the log.</param>
/// <param name="Checkpoint">The signed note that the proofs lead to.</param>
/// <param name="Count">Number of entries.</param>
/// <param name="Entries">The entries, in order.</param>
public sealed record RecordBundle(Guid Chain, byte[] Salt, string Checkpoint, int Count, IReadOnlyList<BundleEntry> Entries)
{
    /// <summary>Name of the format in the head.</summary>
    public const string Format = "enforcementcases-record-v1";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Writes the file.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        text.Append(JsonSerializer.Serialize(new Head(Format, Chain, Salt, Checkpoint, Count), Json)).Append('\n');
        foreach (var entry in Entries)
            text.Append(JsonSerializer.Serialize(entry, Json)).Append('\n');
        return text.ToString();
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">It is not written as a bundle is.</exception>
    public static RecordBundle Read(string text)
    {
        if (!text.EndsWith('\n'))
            throw new FormatException("The file does not end with a line.");
        var lines = text[..^1].Split('\n');
        try
        {
            var head = JsonSerializer.Deserialize<Head>(lines[0], Json)!;
            if (head.Format != Format || head.Salt.Length != EntryLeaf.SaltLength)
                throw new FormatException("The file is not a bundle of a record.");
            var entries = lines.Skip(1).Select(line => JsonSerializer.Deserialize<BundleEntry>(line, Json)!).ToList();
            if (entries.Exists(e => e is null || e.Proof.Any(hash => hash is not { Length: TreeHash.Length })))
                throw new FormatException("A hash of a proof has another length.");
            return new(head.Chain, head.Salt, head.Checkpoint, head.Entries, entries);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new FormatException("The file is not a bundle of a record.", error);
        }
    }

    private sealed record Head(string Format, Guid Chain, byte[] Salt, string Checkpoint, int Entries);
}

/// <summary>A key of a log that is trusted.</summary>
/// <param name="Key">The key: <c>name+id+base64</c>.</param>
/// <param name="From">Smallest size of a checkpoint that it signs.</param>
/// <param name="Until">Largest size of a checkpoint that it signs; null for the present key.</param>
public sealed record TrustedLogKey(string Key, long From = 0, long? Until = null);

/// <summary>What somebody who verifies a bundle trusts, written by himself: the log, its keys, and how many witnesses must have seen a checkpoint.</summary>
/// <param name="Origin">Identity of the log.</param>
/// <param name="LogKeys">Its keys.</param>
/// <param name="WitnessKeys">Keys of witnesses.</param>
/// <param name="Witnesses">How many of them must have cosigned.</param>
public sealed record TrustFile(string Origin, IReadOnlyList<TrustedLogKey> LogKeys, IReadOnlyList<string> WitnessKeys, int Witnesses)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Reads a trust file.</summary>
    /// <exception cref="FormatException">It is not one, or a key cannot be read, or more witnesses are required than named.</exception>
    public static TrustFile Read(string text)
    {
        TrustFile? trust;
        try
        {
            trust = JsonSerializer.Deserialize<TrustFile>(text, Json);
        }
        catch (JsonException error)
        {
            throw new FormatException("This is not a trust file.", error);
        }
        if (trust is null || trust.LogKeys.Count == 0 || trust.Witnesses < 0 || trust.Witnesses > trust.WitnessKeys.Count)
            throw new FormatException("This is not a trust file.");
        if (trust.LogKeys.Any(k => k is null) || trust.WitnessKeys.Any(k => k is null)) // the serializer lets a null into a list
            throw new FormatException("This is not a trust file.");
        foreach (var key in trust.LogKeys.Select(k => k.Key).Concat(trust.WitnessKeys))
            NoteKey.Read(key).Dispose();
        return trust;
    }
}
