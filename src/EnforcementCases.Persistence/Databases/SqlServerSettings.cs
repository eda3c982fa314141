using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Persistence.Databases;

/// <summary>Settings of the program's database on SQL Server that it cannot do without.</summary>
/// <param name="Name">Name of the database.</param>
/// <param name="Collation">Its own collation; no text is compared by it, as every column has one.</param>
/// <param name="CompatibilityLevel">Version of the language that it understands: 150 is SQL Server 2019.</param>
/// <param name="ReadsVersions">Whether a reader sees the last committed version of a row instead of waiting for its writer (READ_COMMITTED_SNAPSHOT).</param>
public sealed record SqlServerSettings(string Name, string Collation, int CompatibilityLevel, bool ReadsVersions)
{
    /// <summary>SQL Server 2019.</summary>
    public const int OldestCompatibilityLevel = 150;

    /// <summary>The settings of the database; null on other databases, and if it does not exist yet.</summary>
    public static async Task<SqlServerSettings?> ReadAsync(AppDbContext db, CancellationToken ct) =>
        db.Database.IsSqlServer() && await db.Database.CanConnectAsync(ct)
            ? await db
                .Database.SqlQueryRaw<SqlServerSettings>(
                    "SELECT name AS Name, CONVERT(nvarchar(128), collation_name) AS Collation, CONVERT(int, compatibility_level) AS CompatibilityLevel, "
                        + "is_read_committed_snapshot_on AS ReadsVersions FROM sys.databases WHERE database_id = DB_ID()"
                )
                .SingleAsync(ct)
            : null;

    /// <summary>What is wrong, with the statement that corrects it.</summary>
    public IEnumerable<string> Faults()
    {
        if (!ReadsVersions)
            yield return $"READ_COMMITTED_SNAPSHOT = OFF → ALTER DATABASE [{Quoted}] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE";
        if (CompatibilityLevel < OldestCompatibilityLevel)
            yield return $"COMPATIBILITY_LEVEL = {CompatibilityLevel} → ALTER DATABASE [{Quoted}] SET COMPATIBILITY_LEVEL = {OldestCompatibilityLevel}";
    }

    private string Quoted => Name.Replace("]", "]]", StringComparison.Ordinal);
}
