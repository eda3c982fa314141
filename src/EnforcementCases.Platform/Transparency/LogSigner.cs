using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Keys;
using EnforcementCases.Transparency;

namespace EnforcementCases.Platform.Transparency;

/// <summary>Signs the checkpoints of the log. By default with a key file; a signing device or server takes its place by another implementation.</summary>
internal interface ICheckpointSigner
{
    /// <summary>The key with which the signatures of a key are verified.</summary>
    /// <param name="number">Number of the key, from 1; a key that does not exist yet is made.</param>
    NoteKey KeyOf(string name, int number);

    /// <summary>Signs a note.</summary>
    NoteSignature Sign(SignedNote note, string name, int number);
}

/// <summary>Signs with keys of the key ring: <c>log-signing</c>, after a rotation <c>log-signing-2</c> and so on.</summary>
internal sealed class KeyFileSigner(KeyRing keys, TimeProvider clock) : ICheckpointSigner
{
    public NoteKey KeyOf(string name, int number)
    {
        using var signer = Open(name, number);
        return signer.Verifier();
    }

    public NoteSignature Sign(SignedNote note, string name, int number)
    {
        using var signer = Open(name, number);
        return signer.Sign(note, clock.GetUtcNow());
    }

    private NoteSigner Open(string name, int number) =>
        new(name, NoteKeyKind.Note, keys.SigningKey(number == 1 ? "log-signing" : $"log-signing-{number}"));
}

/// <summary>What was signed or anchored does not belong to the history of the database: it is older, or another one.</summary>
internal sealed class LogForkedException(string message) : Exception(message);

/// <summary>The last checkpoint that was signed and the last one that a witness cosigned, kept beside the keys: outside the database and its backups.</summary>
internal sealed class LogMemory(Installation installation)
{
    /// <summary>File of the last signed checkpoint.</summary>
    public const string SignedFile = "log-signed.note";

    /// <summary>File of the last anchored checkpoint.</summary>
    public const string AnchoredFile = "log-anchored.note";

    private readonly Lock writing = new();

    /// <summary>The last signed checkpoint; null if none.</summary>
    public SignedNote? Signed => Read(SignedFile);

    /// <summary>The last anchored checkpoint; null if none.</summary>
    public SignedNote? Anchored => Read(AnchoredFile);

    /// <summary>What is kept of the last anchored checkpoint, or else of the last signed one, whether or not it can be read; null if nothing.</summary>
    public string? LastText() =>
        new[] { AnchoredFile, SignedFile }.Select(PathOf).FirstOrDefault(File.Exists) is { } path ? File.ReadAllText(path) : null;

    /// <summary>Refuses a checkpoint that does not extend the last one, before it is signed.</summary>
    /// <param name="proof">Proof that it extends the last one.</param>
    /// <exception cref="LogForkedException">It does not.</exception>
    public static void EnsureExtends(Checkpoint last, Checkpoint next, IReadOnlyList<byte[]> proof)
    {
        if (last.Origin != next.Origin || !TreeProof.Extends(last.Size, last.Root, next.Size, next.Root, proof))
            throw new LogForkedException(
                $"A checkpoint of {next.Size} leaves does not extend the one of {last.Size} that was signed before."
            );
    }

    /// <summary>Remembers a signed checkpoint that is about to be published; it is on the disk when this returns.</summary>
    /// <param name="last">The one that it was found to extend; null if there was none.</param>
    /// <returns>Whether it is remembered; if not, the last one is another now.</returns>
    public bool EnterSigned(Checkpoint? last, SignedNote note)
    {
        lock (writing)
        {
            if (CheckpointOf(Signed)?.Note.Text != last?.Note.Text)
                return false;
            Write(SignedFile, note);
            return true;
        }
    }

    /// <summary>Remembers a checkpoint that a witness has cosigned.</summary>
    public void EnterAnchored(SignedNote note)
    {
        lock (writing)
            Write(AnchoredFile, note);
    }

    /// <summary>Puts both notes aside under another name: a new log begins.</summary>
    public void PutAside(DateTimeOffset at)
    {
        lock (writing)
        {
            foreach (var file in new[] { SignedFile, AnchoredFile }.Where(f => File.Exists(PathOf(f))))
                File.Move(PathOf(file), PathOf($"{file}.{at.ToUnixTimeMilliseconds()}"), overwrite: true);
        }
    }

    /// <summary>The checkpoint in a note; null if there is no note.</summary>
    public static Checkpoint? CheckpointOf(SignedNote? note) => note is null ? null : Checkpoint.Of(note);

    private SignedNote? Read(string file)
    {
        if (!File.Exists(PathOf(file)))
            return null;
        var note = SignedNote.Read(File.ReadAllText(PathOf(file)));
        return note is not null && Checkpoint.Of(note) is not null
            ? note
            : throw new LogForkedException($"{PathOf(file)} holds no checkpoint.");
    }

    private void Write(string file, SignedNote note)
    {
        Directory.CreateDirectory(installation.KeyDirectory);
        var draft = PathOf($".{file}.{Guid.NewGuid():N}");
        using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
        {
            stream.Write(System.Text.Encoding.UTF8.GetBytes(note.Write()));
            DiskSync.Flush(stream);
        }
        File.Move(draft, PathOf(file), overwrite: true);
        DiskSync.Directory(installation.KeyDirectory);
    }

    private string PathOf(string file) => Path.Combine(installation.KeyDirectory, file);
}
