namespace EnforcementCases.Platform.Operations;

/// <summary>What the exit code of the program says.</summary>
internal static class ExitCodes
{
    /// <summary>Done; after serving: stopped as asked.</summary>
    public const int Done = 0;

    /// <summary>Something is wrong, and was said: a broken chain, a damaged backup.</summary>
    public const int Wrong = 1;

    /// <summary>The command was not understood.</summary>
    public const int Usage = 2;

    /// <summary>The database was migrated by a newer version of the program; starting again does not help.</summary>
    public const int SchemaNewer = 3;

    /// <summary>The database server lacks migrations of this version, or holds sealed values that are not bound to their rows: <c>scripts/migrate</c> comes first.</summary>
    public const int SchemaOlder = 4;
}

/// <summary>The program cannot go on, and says in one sentence why; no stack trace helps whoever reads it.</summary>
internal sealed class RefusedOperationException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static RefusedOperationException Wrong(string message) => new(ExitCodes.Wrong, message);

    public static RefusedOperationException Usage(string message) => new(ExitCodes.Usage, message);
}
