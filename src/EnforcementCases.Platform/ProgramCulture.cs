using System.Globalization;

namespace EnforcementCases.Platform;

/// <summary>The culture of the process: the invariant one, whatever the machine is set to. Files, hashes and the contract have one form of a number, a date and an order.</summary>
/// <remarks>Globalization itself is on (ICU): SqlClient opens no connection without it.</remarks>
internal static class ProgramCulture
{
    /// <summary>Sets it for this thread and all later ones; the first thing that the program does.</summary>
    public static void Set()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
    }
}
