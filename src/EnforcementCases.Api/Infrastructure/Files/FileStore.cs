using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace EnforcementCases.Api.Infrastructure.Files;

/// <summary>Files under their SHA-256: written aside, synced with the result checked, then given their name. A file that has its name is whole.</summary>
/// <remarks>.NET does not report a failed fsync on Linux, so it is called directly; the directory is synced too, or the name could be lost.</remarks>
internal sealed partial class FileStore(Installation installation)
{
    /// <summary>Keeps the bytes and tells their name: SHA-256 in lower-case hex. The same bytes are kept once.</summary>
    /// <exception cref="IOException">The disk is full or read-only; nothing was kept.</exception>
    public string Keep(ReadOnlySpan<byte> content)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(content));
        var path = PathOf(name);
        if (File.Exists(path))
            return name;
        var directory = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(directory);
        var draft = Path.Combine(directory, $".{name}.{Guid.NewGuid():N}");
        try
        {
            using (var stream = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush();
                Sync(stream.SafeFileHandle.DangerousGetHandle().ToInt32(), draft);
            }
            File.Move(draft, path, overwrite: true); // a twin wrote the same bytes
            SyncDirectory(directory);
            SyncDirectory(installation.FileDirectory); // the folder itself may be new
            return name;
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>The bytes of a name; null where there are none.</summary>
    /// <exception cref="InvalidDataException">The file was changed on disk: it no longer gives its own name.</exception>
    public byte[]? Read(string name)
    {
        var path = PathOf(name);
        if (!File.Exists(path))
            return null;
        var content = File.ReadAllBytes(path);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == name
            ? content
            : throw new InvalidDataException($"The stored file {name} was changed.");
    }

    private string PathOf(string name) =>
        name.Length == 64 && name.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(installation.FileDirectory, name[..2], name)
            : throw new ArgumentException("A file is named by its SHA-256.", nameof(name));

    private static void SyncDirectory(string directory)
    {
        const int readOnly = 0;
        var handle = Open(directory, readOnly);
        if (handle < 0)
            throw Failed(directory);
        try
        {
            Sync(handle, directory);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    private static void Sync(int handle, string path)
    {
        if (Fsync(handle) != 0)
            throw Failed(path);
    }

    private static IOException Failed(string path) => new($"fsync of {path} failed.", Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int handle);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
