namespace EnforcementCases.Platform.Operations;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCodes
{
    /// <summary>Done; after serving: stopped as asked.</summary>
    public const int Done = 0;

    /// <summary>Something is wrong and was reported: a broken chain, a damaged backup.</summary>
    public const int Wrong = 1;

    /// <summary>The command was not understood.</summary>
    public const int Usage = 2;

    /// <summary>The database was migrated by a newer version of the program; starting again does not help.</summary>
    public const int SchemaNewer = 3;

    /// <summary>The database server lacks migrations of this version, or holds sealed values that are not bound to their rows: run <c>scripts/migrate</c> first.</summary>
    public const int SchemaOlder = 4;

    /// <summary>The database of SQL Server is set in a way in which the program cannot use it; the message contains the statement that corrects it. Starting again does not help.</summary>
    public const int DatabaseUnfit = 5;
}

/// <summary>The program cannot go on; the message gives the reason in one sentence for the operator, without a stack trace.</summary>
internal sealed class RefusedOperationException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static RefusedOperationException Wrong(string message) => new(ExitCodes.Wrong, message);

    public static RefusedOperationException Usage(string message) => new(ExitCodes.Usage, message);
}
