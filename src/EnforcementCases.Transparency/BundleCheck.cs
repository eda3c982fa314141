using System.Text.Json;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Transparency;

/// <summary>How a verification ended; the number is the exit code of the program.</summary>
public enum BundleVerdict
{
    /// <summary>Every entry is as it was written, and as many witnesses as required have seen it.</summary>
    Sound = 0,

    /// <summary>Something was changed.</summary>
    Tampered = 1,

    /// <summary>Nothing was found to be changed, but the last entries are not in the log, or too few witnesses have seen the checkpoint.</summary>
    Unanchored = 2,

    /// <summary>The checkpoint is of another log, or signed by no key that is trusted for its size.</summary>
    UnknownKey = 3,

    /// <summary>The bundle or the trust file cannot be read.</summary>
    BadInput = 4,
}

/// <summary>The result of a verification.</summary>
/// <param name="Entry">Position of the first bad entry, or of the first that is not in the log, from 1; null if the result is about no entry.</param>
/// <param name="Why">What was found, in one word.</param>
public sealed record BundleResult(BundleVerdict Verdict, int? Entry, string Why)
{
    /// <summary>One line: <c>1 tampered: entry 5: leaf</c>.</summary>
    public override string ToString() =>
        $"{(int)Verdict} {Verdict.ToString().ToLowerInvariant()}: {(Entry is { } seq ? $"entry {seq}: " : "")}{Why}";
}

/// <summary>Verifies a bundle with nothing but the bundle and a trust file: signatures, every entry of the chain, its leaf and its proof.</summary>
public static class BundleCheck
{
    /// <summary>Verifies a bundle.</summary>
    public static BundleResult Run(string bundle, string trust)
    {
        try
        {
            return Run(RecordBundle.Read(bundle), TrustFile.Read(trust));
        }
        catch (FormatException)
        {
            return new(BundleVerdict.BadInput, null, "input");
        }
    }

    private static BundleResult Run(RecordBundle bundle, TrustFile trust)
    {
        if (SignedNote.Read(bundle.Checkpoint) is not { } note || Checkpoint.Of(note) is not { } checkpoint)
            return new(BundleVerdict.BadInput, null, "checkpoint");
        if (checkpoint.Origin != trust.Origin)
            return new(BundleVerdict.UnknownKey, null, "origin");
        var own = trust
            .LogKeys.Where(k => k.From <= checkpoint.Size && !(k.Until < checkpoint.Size))
            .Select(k => VerdictOf(k.Key, note))
            .ToList();
        var witnesses = trust.WitnessKeys.Distinct(StringComparer.Ordinal).Select(k => VerdictOf(k, note)).ToList();
        if (own.Concat(witnesses).Contains(NoteVerdict.Wrong))
            return new(BundleVerdict.Tampered, null, "signature");
        if (!own.Contains(NoteVerdict.Signed))
            return new(BundleVerdict.UnknownKey, null, "key");
        if (Tampered(bundle, checkpoint) is { } fault)
            return fault;
        if (bundle.Entries.FirstOrDefault(e => e.Leaf is null) is { } tail)
            return new(BundleVerdict.Unanchored, tail.Seq, "tail");
        return witnesses.Count(v => v == NoteVerdict.Signed) < trust.Witnesses
            ? new(BundleVerdict.Unanchored, null, "witnesses")
            : new(BundleVerdict.Sound, null, $"{bundle.Entries.Count} entries");
    }

    private static BundleResult? Tampered(RecordBundle bundle, Checkpoint checkpoint)
    {
        var previous = RecordChain.GenesisOf(bundle.Chain);
        for (var i = 0; i < bundle.Entries.Count; i++)
        {
            var entry = bundle.Entries[i];
            if (entry.Seq != i + 1)
                return new(BundleVerdict.Tampered, i + 1, "order");
            if (!CanonicalCheck.IsCanonical(entry.Canonical))
                return new(BundleVerdict.Tampered, i + 1, "bytes");
            if (!IsOf(bundle.Chain, entry))
                return new(BundleVerdict.Tampered, i + 1, "place");
            previous = RecordEntry.HashOf(previous, entry.Canonical);
            if (entry.Leaf is not { } position)
                continue;
            var leaf = EntryLeaf.HashOf(checkpoint.Origin, bundle.Salt, bundle.Chain, entry.Seq, previous);
            if (!TreeProof.Includes(position, checkpoint.Size, leaf, entry.Proof, checkpoint.Root))
                return new(BundleVerdict.Tampered, i + 1, "leaf");
        }
        return bundle.Entries.Count == bundle.Count && bundle.Count > 0
            ? null
            : new(BundleVerdict.Tampered, bundle.Entries.Count + 1, "count");
    }

    /// <summary>Whether the bytes themselves name the chain and the position.</summary>
    private static bool IsOf(Guid chain, BundleEntry entry)
    {
        using var content = JsonDocument.Parse(entry.Canonical);
        return content.RootElement.TryGetProperty("chain", out var named)
            && named.ValueKind == JsonValueKind.String
            && named.ValueEquals(chain.ToString("D"))
            && content.RootElement.TryGetProperty("seq", out var seq)
            && seq.ValueKind == JsonValueKind.Number
            && seq.TryGetInt32(out var at)
            && at == entry.Seq;
    }

    private static NoteVerdict VerdictOf(string text, SignedNote note)
    {
        using var key = NoteKey.Read(text);
        return key.VerdictOn(note);
    }
}
