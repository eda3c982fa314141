namespace EnforcementCases.Platform.Files;

/// <summary>Flushes files and folders; a test lets it fail.</summary>
internal class DiskFlush
{
    /// <exception cref="IOException">The disk did not take it.</exception>
    public virtual void File(FileStream stream) => DiskSync.Flush(stream);

    /// <exception cref="IOException">The disk did not take it.</exception>
    public virtual void Directory(string path) => DiskSync.Directory(path);
}
