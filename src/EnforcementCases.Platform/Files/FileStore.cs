using System.Security.Cryptography;
using EnforcementCases.Domain;

namespace EnforcementCases.Platform.Files;

/// <summary>What is wrong with a stored file.</summary>
internal enum FileFault
{
    /// <summary>There is none of that name.</summary>
    Missing,

    /// <summary>Its hash is not its name.</summary>
    Changed,

    /// <summary>The disk does not give it.</summary>
    Unreadable,
}

/// <summary>Files named by their SHA-256: written under a draft name, synced, then renamed. A file with its final name is complete.</summary>
internal sealed class FileStore(Installation installation, DiskFlush disk)
{
    /// <summary>The file was changed on disk: its hash is no longer its name.</summary>
    public static readonly DomainError Changed = new("file.changed", null, ErrorKind.Damaged, "保存的文件已被改动，不予输出");

    /// <summary>The file was removed from the disk.</summary>
    public static readonly DomainError Gone = new("file.gone", null, ErrorKind.Damaged, "保存的文件已不在磁盘上");

    /// <summary>What is to be done where a file is damaged.</summary>
    public const string FromBackup = "请系统管理员从备份中恢复该文件";

    /// <summary>Stores the bytes and returns their name: SHA-256 in lower-case hex. The same bytes are stored once.</summary>
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
                disk.File(stream);
            }
            File.Move(draft, path, overwrite: true); // a twin wrote the same bytes
            disk.Directory(directory);
            disk.Directory(installation.FileDirectory); // the folder itself may be new
            return name;
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>Takes over a whole file that was written and synced elsewhere on the same disk; from then on nobody may write to it. Repeated after a failure, it finishes what was begun.</summary>
    /// <param name="path">The file; it is gone afterwards.</param>
    /// <param name="name">Its SHA-256.</param>
    /// <exception cref="IOException">The disk is full or read-only: it may be there, and is not safe.</exception>
    /// <exception cref="FileNotFoundException">There is neither the file nor one of that name.</exception>
    public void Adopt(string path, string name)
    {
        var kept = PathOf(name);
        var directory = Path.GetDirectoryName(kept)!;
        Directory.CreateDirectory(directory);
        if (File.Exists(path))
        {
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead);
            File.Move(path, kept, overwrite: true);
        }
        else if (!File.Exists(kept))
        {
            throw new FileNotFoundException("There is no such file.", name);
        }
        disk.Directory(directory);
        disk.Directory(installation.FileDirectory);
    }

    /// <summary>Opens a file for reading from any place in it; null if there is no file of that name. Its hash is not compared: a film is read in parts.</summary>
    public FileStream? OpenRead(string name)
    {
        var path = PathOf(name);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete) : null;
    }

    /// <summary>Tries whether a file could be stored now.</summary>
    /// <exception cref="IOException">The disk is full or read-only.</exception>
    public void TryWriting()
    {
        Directory.CreateDirectory(installation.FileDirectory);
        var path = Path.Combine(installation.FileDirectory, $".probe-{Guid.NewGuid():N}");
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        stream.WriteByte(1);
        disk.File(stream);
    }

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="DomainException"><see cref="Changed"/> or <see cref="Gone"/>.</exception>
    public byte[] Read(string name)
    {
        var path = PathOf(name);
        if (!File.Exists(path))
            throw Gone.With($"文件 {name}", FromBackup);
        var content = File.ReadAllBytes(path);
        return Convert.ToHexStringLower(SHA256.HashData(content)) == name ? content : throw Changed.With($"文件 {name}", FromBackup);
    }

    /// <summary>What is wrong with a file; null if nothing. However large it is, it is read in pieces.</summary>
    public async Task<FileFault?> FaultOfAsync(string name, CancellationToken ct)
    {
        try
        {
            await using var file = IsName(name) ? OpenRead(name) : null;
            if (file is null)
                return FileFault.Missing;
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct)) == name ? null : FileFault.Changed;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return FileFault.Unreadable;
        }
    }

    /// <summary>Whether there is a file of that name.</summary>
    public bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>When a file was written.</summary>
    public DateTimeOffset WrittenAt(string name) => new(File.GetLastWriteTimeUtc(PathOf(name)));

    /// <summary>Names of all stored files; unfinished drafts are left out.</summary>
    public IEnumerable<string> Names() =>
        Directory.Exists(installation.FileDirectory)
            ? Directory
                .EnumerateFiles(installation.FileDirectory, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetFileName(path))
                .Where(IsName)
            : [];

    private static bool IsName(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);

    private string PathOf(string name) =>
        IsName(name)
            ? Path.Combine(installation.FileDirectory, name[..2], name)
            : throw new ArgumentException("A file is named by its SHA-256.", nameof(name));
}
