using EnforcementCases.Platform.Files;

namespace EnforcementCases.Platform.Operations;

/// <summary>Creates the folders of a backup or a restore; existing content is never overwritten.</summary>
internal static class Folders
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Others reach what they may read in it, but do not see what else it holds.</summary>
    public const UnixFileMode PassedThrough = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Creates a folder that only its owner can read; an existing empty folder is used.</summary>
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

    /// <summary>Copies a file and flushes it to the disk.</summary>
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

    /// <summary>Flushes the names in a folder and all below it to the disk.</summary>
    public static void Sync(string path)
    {
        foreach (var folder in Directory.EnumerateDirectories(path, "*", SearchOption.AllDirectories))
            DiskSync.Directory(folder);
        DiskSync.Directory(path);
    }
}
