using EnforcementCases.Paper;
using EnforcementCases.Platform;

namespace EnforcementCases.Api;

/// <summary>The capabilities of this program.</summary>
internal static class Capabilities
{
    /// <summary>The assemblies that are searched for use cases and for the errors they can refuse with.</summary>
    public static readonly ProgramAssemblies Assemblies = new(typeof(Capabilities).Assembly) { Libraries = [typeof(FormLayout).Assembly] };
}
