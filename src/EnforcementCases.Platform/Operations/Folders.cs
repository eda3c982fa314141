using EnforcementCases.Platform.Files;

namespace EnforcementCases.Platform.Operations;

/// <summary>Folders that a backup or a restore makes: never into something that is there.</summary>
internal static class Folders
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes a folder that only its owner reads; an empty one that is there is used.</summary>
    /// <exception cref="RefusedOperationException">There is something in it.</exception>
    public static string MakeEmpty(string path)
    {
        EnsureFree(path);
        Directory.CreateDirectory(path, OwnerOnly);
        return path;
    }

    /// <exception cref="RefusedOperationException">There is something in it.</exception>
    public static void EnsureFree(string path)
    {
        if (File.Exists(path) || (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any()))
            throw RefusedOperationException.Wrong($"{path} 不是空目录，未作任何改动 | not an empty directory; nothing was changed");
    }

    /// <summary>Copies a file and brings it to the disk.</summary>
    public static void Copy(string from, string to, UnixFileMode? mode = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = mode ?? File.GetUnixFileMode(from),
        };
        using var target = new FileStream(to, options);
        using var source = File.OpenRead(from);
        source.CopyTo(target);
        DiskSync.Flush(target);
    }

    /// <summary>Brings the names in a folder and all below it to the disk.</summary>
    public static void Sync(string path)
    {
        foreach (var folder in Directory.EnumerateDirectories(path, "*", SearchOption.AllDirectories))
            DiskSync.Directory(folder);
        DiskSync.Directory(path);
    }
}
