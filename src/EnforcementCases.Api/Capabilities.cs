using EnforcementCases.Paper;
using EnforcementCases.Platform;

namespace EnforcementCases.Api;

/// <summary>The capabilities of this program.</summary>
internal static class Capabilities
{
    /// <summary>Where use cases, and what may refuse them, are looked for.</summary>
    public static readonly ProgramAssemblies Assemblies = new(typeof(Capabilities).Assembly) { Libraries = [typeof(FormLayout).Assembly] };
}
