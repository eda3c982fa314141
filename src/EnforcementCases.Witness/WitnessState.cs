using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EnforcementCases.Transparency;

namespace EnforcementCases.Witness;

/// <summary>What the witness keeps: its key, and the last checkpoint that it cosigned.</summary>
internal sealed partial class WitnessState(string directory)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private string KeyFile => Path.Combine(directory, "witness.pem");

    private string NoteFile => Path.Combine(directory, "last.note");

    /// <summary>The last checkpoint that was cosigned; null if none.</summary>
    public SignedNote? Last =>
        File.Exists(NoteFile)
            ? SignedNote.Read(File.ReadAllText(NoteFile)) ?? throw new InvalidDataException($"{NoteFile} holds no note.")
            : null;

    /// <summary>The key of the witness, made at the first start.</summary>
    public NoteSigner Signer(string name)
    {
        Directory.CreateDirectory(directory);
        if (!File.Exists(KeyFile))
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            Write(KeyFile, made.ExportPkcs8PrivateKeyPem());
        }
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(KeyFile));
        return new(name, NoteKeyKind.Cosignature, key);
    }

    /// <summary>Remembers a checkpoint; it is on the disk when this returns.</summary>
    public void Enter(SignedNote note) => Write(NoteFile, note.Write());

    private void Write(string file, string text)
    {
        var draft = $"{file}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Options = FileOptions.WriteThrough,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(draft, options))
            stream.Write(Encoding.UTF8.GetBytes(text)); // through to the disk, and an error is raised
        File.Move(draft, file, overwrite: true);
        SyncDirectory();
    }

    /// <summary>The new name is on the disk too.</summary>
    private void SyncDirectory()
    {
        if (OperatingSystem.IsWindows())
            return;
        var handle = Open(directory, 0);
        if (handle < 0 || Fsync(handle) != 0)
            throw new IOException($"fsync of {directory} failed.", Marshal.GetLastPInvokeError());
        _ = Close(handle);
    }

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int handle);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
