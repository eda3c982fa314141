using System.Runtime.InteropServices;

namespace EnforcementCases.Platform.Files;

/// <summary>Flushes what was written to the disk (fsync) and checks the result.</summary>
/// <remarks>.NET does not report a failed fsync on Linux, so it is called directly. A new name is safe only when its directory is synced too.</remarks>
internal static partial class DiskSync
{
    private const int ReadOnly = 0;

    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void Flush(FileStream stream)
    {
        stream.Flush();
        Sync(stream.SafeFileHandle.DangerousGetHandle().ToInt32(), stream.Name);
    }

    /// <summary>Syncs the names in a directory.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void Directory(string path) => Reopened(path);

    /// <summary>Syncs a file that another process wrote.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    public static void File(string path) => Reopened(path);

    private static void Reopened(string path)
    {
        var handle = Open(path, ReadOnly);
        if (handle < 0)
            throw Failed(path);
        try
        {
            Sync(handle, path);
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
