using System.Globalization;
using EnforcementCases.Transparency;

namespace EnforcementCases.Witness;

/// <summary>What the witness answers.</summary>
/// <param name="Status">Status of HTTP, as C2SP tlog-witness defines it.</param>
/// <param name="Body">The signature line, or the size that the witness knows.</param>
internal sealed record WitnessAnswer(int Status, string Body)
{
    /// <summary>The media type of an answer that contains the known size.</summary>
    public const string SizeType = "text/x.tlog.size";
}

/// <summary>Cosigns checkpoints of one log that extend the last one it has seen, C2SP tlog-witness.</summary>
/// <remarks>It has no interest in what the log contains: it holds that the log showed it one history only.</remarks>
internal sealed class Cosigning(TrustFile log, NoteSigner signer, WitnessState state, TimeProvider clock)
{
    private readonly Lock one = new();

    /// <summary>Answers a request.</summary>
    /// <param name="body"><c>old SIZE</c>, the proof line by line, an empty line, the checkpoint.</param>
    public WitnessAnswer Answer(string body)
    {
        if (Request.Read(body) is not { } request)
            return new(400, "");
        if (request.Checkpoint.Origin != log.Origin)
            return new(404, "");
        if (!IsSigned(request))
            return new(403, "");
        if (request.Old > request.Checkpoint.Size)
            return new(400, "");
        lock (one)
            return Cosign(request);
    }

    private WitnessAnswer Cosign(Request request)
    {
        var last = state.Last is { } note ? Checkpoint.Of(note)! : new Checkpoint(log.Origin, 0, TreeHash.Empty());
        var next = request.Checkpoint;
        if (request.Old != last.Size || (next.Size == last.Size && !next.Root.AsSpan().SequenceEqual(last.Root)))
            return new(409, last.Size.ToString(CultureInfo.InvariantCulture) + "\n");
        if (!TreeProof.Extends(last.Size, last.Root, next.Size, next.Root, request.Proof))
            return new(422, "");
        var signature = signer.Sign(request.Note, clock.GetUtcNow());
        state.Enter(request.Note.With(signature));
        return new(200, signature.Line);
    }

    private bool IsSigned(Request request)
    {
        var signed = false;
        foreach (var trusted in log.LogKeys.Where(k => k.From <= request.Checkpoint.Size && !(k.Until < request.Checkpoint.Size)))
        {
            using var key = NoteKey.Read(trusted.Key);
            var verdict = key.VerdictOn(request.Note);
            if (verdict == NoteVerdict.Wrong)
                return false;
            signed |= verdict == NoteVerdict.Signed;
        }
        return signed;
    }

    private sealed record Request(long Old, IReadOnlyList<byte[]> Proof, SignedNote Note, Checkpoint Checkpoint)
    {
        /// <summary>A proof in a tree of less than 2⁶³ leaves is no longer than this.</summary>
        private const int LongestProof = 63;

        public static Request? Read(string body)
        {
            var end = body.IndexOf("\n\n", StringComparison.Ordinal);
            if (end < 0)
                return null;
            var lines = body[..end].Split('\n');
            if (
                lines.Length > 1 + LongestProof
                || !lines[0].StartsWith("old ", StringComparison.Ordinal)
                || !long.TryParse(lines[0].AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var old)
            )
                return null;
            var proof = new List<byte[]>();
            foreach (var line in lines.Skip(1))
            {
                var hash = new byte[line.Length];
                if (!Convert.TryFromBase64String(line, hash, out var length) || length != TreeHash.Length)
                    return null;
                proof.Add(hash[..length]);
            }
            return SignedNote.Read(body[(end + 2)..]) is { } note && Checkpoint.Of(note) is { } checkpoint
                ? new(old, proof, note, checkpoint)
                : null;
        }
    }
}
