using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Operations;

/// <summary>Whether the schema of the database and this version of the program fit each other.</summary>
internal static class Schema
{
    /// <summary>The last migration that this version of the program knows.</summary>
    public static string KnownBy(AppDbContext db) => db.Database.GetMigrations().Last();

    /// <summary>The last migration that the database has; null if none.</summary>
    public static async Task<string?> OfAsync(AppDbContext db, CancellationToken ct) =>
        (await db.Database.GetAppliedMigrationsAsync(ct)).LastOrDefault();

    /// <summary>Brings the database to this version, or refuses to go on.</summary>
    /// <param name="migrate">Whether missing migrations may be applied now.</param>
    /// <returns>The migrations that were applied.</returns>
    /// <exception cref="RefusedOperationException">The schema is newer than the program, or older and must not be changed now; or the database is set in a way in which
    /// the program cannot use it.</exception>
    public static async Task<IReadOnlyList<string>> EnsureFitsAsync(AppDbContext db, bool migrate, CancellationToken ct)
    {
        EnsureSet(await SqlServerSettings.ReadAsync(db, ct));
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        var newer = applied.Except(known, StringComparer.Ordinal).ToList();
        if (newer.Count > 0)
            throw Newer(newer);
        var missing = known.Except(applied, StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
            return [];
        if (!migrate)
        {
            throw new RefusedOperationException(
                ExitCodes.SchemaOlder,
                $"数据库尚缺本版本所需的结构变更：{string.Join("、", missing)}。请先执行 scripts/migrate（或者以 migrate 命令运行本程序），再启动。\n"
                    + $"The database lacks migrations of this version: {string.Join(", ", missing)}. Run scripts/migrate (the command `migrate` of this program), then start again."
            );
        }
        await db.Database.MigrateAsync(ct);
        EnsureSet(await SqlServerSettings.ReadAsync(db, ct)); // it may have been created just now
        return missing;
    }

    /// <summary>The refusal of a database without the schema of the recurring jobs.</summary>
    public static RefusedOperationException JobsLack(string schema) =>
        new(
            ExitCodes.SchemaOlder,
            $"数据库尚缺定时任务所需的架构 {schema}。请先执行 scripts/migrate（或者以 migrate 命令运行本程序），再启动。\n"
                + $"The database lacks the schema {schema} of the recurring jobs. Run scripts/migrate (the command `migrate` of this program), then start again."
        );

    /// <summary>Refuses a database of SQL Server that is set in a way in which the program cannot use it.</summary>
    /// <exception cref="RefusedOperationException"><see cref="ExitCodes.DatabaseUnfit"/>, with the statement that corrects the setting.</exception>
    public static void EnsureSet(SqlServerSettings? settings)
    {
        if (settings?.Faults().ToList() is not { Count: > 0 } faults)
            return;
        throw new RefusedOperationException(
            ExitCodes.DatabaseUnfit,
            $"数据库 {settings.Name} 的设置不符合要求，请由数据库管理员改正后再执行。\n"
                + $"The database {settings.Name} is not set as the program needs it; its administrator corrects that by:\n"
                + string.Join('\n', faults.Select(f => $"  {f}"))
        );
    }

    /// <summary>The refusal of a schema that this version does not know.</summary>
    public static RefusedOperationException Newer(IReadOnlyCollection<string> unknown) =>
        new(
            ExitCodes.SchemaNewer,
            $"数据库结构比本程序新，含有本版本不认识的变更：{string.Join("、", unknown)}。请使用相应的新版本程序；为免损坏数据，本版本不启动。\n"
                + $"The database is newer than this program: it has the unknown migrations {string.Join(", ", unknown)}. Use the version that made them."
        );
}
