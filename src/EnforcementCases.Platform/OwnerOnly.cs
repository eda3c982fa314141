using System.Runtime.InteropServices;

namespace EnforcementCases.Platform;

/// <summary>Files and folders that the server creates can be read by its own account alone, whatever the shell or the service that started it has set.</summary>
internal static class OwnerOnly
{
    /// <summary>Permissions that are taken from every new file and folder: all of the group's and of others.</summary>
    private const uint GroupAndOthers = 0b000_111_111;

    /// <summary>Sets it for the process; before it creates its first file.</summary>
    public static void Set()
    {
        if (!OperatingSystem.IsWindows())
            _ = UMask(GroupAndOthers);
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint UMask(uint mask);
}
