using EnforcementCases.Platform.Files;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>A disk that does not take what is synced while a test breaks it, as .NET itself would not notice.</summary>
internal sealed class BreakableDisk : DiskFlush
{
    private int synced;

    /// <summary>Files are refused: the disk is full, or gone.</summary>
    public bool RefusesFiles { get; set; }

    /// <summary>Folders are refused.</summary>
    public bool RefusesFolders { get; set; }

    /// <summary>How many files were synced.</summary>
    public int Synced => Volatile.Read(ref synced);

    public override void File(FileStream stream)
    {
        if (RefusesFiles)
            throw Refusal;
        base.File(stream);
        Interlocked.Increment(ref synced);
    }

    public override void Directory(string path)
    {
        if (RefusesFolders)
            throw Refusal;
        base.Directory(path);
    }

    /// <summary>EIO, as the kernel answers it.</summary>
    private static IOException Refusal => new("The disk is broken by a test.", 5);
}
