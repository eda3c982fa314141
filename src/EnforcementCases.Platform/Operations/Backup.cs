using System.Reflection;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Keys;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace EnforcementCases.Platform.Operations;

/// <summary>Copies an installation while it serves: the database first, then the files. A file is there before the row that names it and is never changed,
/// so every file of the copied rows is in the later copy.</summary>
internal sealed class Backup(IConfiguration configuration, TextWriter output)
{
    /// <param name="to">An empty folder, or one that does not exist yet.</param>
    /// <param name="keysTo">Folder that the keys are copied to, apart from the backup; null copies no keys.</param>
    public async Task RunAsync(string to, string? keysTo, CancellationToken ct)
    {
        var installation = Installation.From(configuration);
        to = Path.GetFullPath(to);
        keysTo = keysTo is null ? null : Path.GetFullPath(keysTo);
        if (keysTo is not null && (keysTo + '/').StartsWith(to + '/', StringComparison.Ordinal))
            throw RefusedOperationException.Wrong("密钥不得与备份放在一起 | the keys do not belong into the backup");
        Folders.EnsureFree(to);
        if (keysTo is not null)
            Folders.EnsureFree(keysTo);

        await using var services = OperatorCommands.Services(installation, configuration);
        var clock = services.GetRequiredService<TimeProvider>();
        var takenAt = clock.GetUtcNow();
        var migration = await MigrationAsync(services, ct);
        Folders.MakeEmpty(to);
        var database = Folders.MakeEmpty(Path.Combine(to, BackupManifest.DatabaseFolder));
        switch (installation.Provider)
        {
            case DatabaseProvider.Sqlite:
                await CopySqliteAsync(installation, database, ct);
                break;
            case DatabaseProvider.PostgreSql:
                await PostgresTools.BaseBackupAsync(configuration, installation.ConnectionString, database, ct);
                break;
            case DatabaseProvider.SqlServer:
                throw RefusedOperationException.Wrong(
                    "SQL Server 请以 BACKUP DATABASE … WITH CHECKSUM 备份，之后再复制 files 目录 | SQL Server makes its own: BACKUP DATABASE, then copy the files"
                );
        }
        CopyFiles(installation, services.GetRequiredService<FileStore>(), Path.Combine(to, BackupManifest.FilesFolder));
        Folders.Sync(to);
        var server =
            installation.Provider == DatabaseProvider.PostgreSql ? new NpgsqlConnectionStringBuilder(installation.ConnectionString) : null;
        var keys = services.GetRequiredService<KeyRing>();
        var manifest = new BackupManifest(
            BackupManifest.PresentFormat,
            takenAt,
            clock.GetUtcNow(),
            typeof(Backup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion,
            installation.Provider,
            server is null ? null : server.Database ?? server.Username,
            server?.Username,
            migration,
            keys.Fingerprints(),
            [.. BackupFile.Under(to).Select(f => BackupFile.Of(to, Path.Combine(to, f)))]
        );
        manifest.Write(to);
        await output.WriteLineAsync(
            $"已备份到 {to}：{manifest.Files.Count} 个文件，{manifest.Files.Sum(f => f.Bytes) / 1024} KiB，结构 {migration} | backed up"
        );
        await CopyKeysAsync(keys, keysTo);
    }

    private static async Task<string> MigrationAsync(ServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().SeeingAll();
        return await Schema.OfAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), ct)
            ?? throw RefusedOperationException.Wrong("没有可备份的数据库 | there is no database to back up");
    }

    /// <summary>Copies the main file and the job engine's. <c>VACUUM INTO</c> reads in one transaction: meanwhile writes go on; they are not in the copy.</summary>
    private static async Task CopySqliteAsync(Installation installation, string to, CancellationToken ct)
    {
        var main = new SqliteConnectionStringBuilder(installation.ConnectionString).DataSource;
        (string From, string Name)[] databases =
        [
            (main, Installation.SqliteFile),
            (JobStore.SqliteFileOf(installation), JobStore.SqliteFile),
        ];
        foreach (var (from, name) in databases.Where(d => File.Exists(d.From)))
        {
            var copy = Path.Combine(to, name);
            var journal = await SqliteAsync(from, "PRAGMA busy_timeout = 60000; VACUUM INTO $copy; PRAGMA journal_mode", copy, ct);
            await SqliteAsync(copy, $"PRAGMA journal_mode = {journal}", copy, ct); // the copy has forgotten it
            File.SetUnixFileMode(copy, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            DiskSync.File(copy);
        }
    }

    /// <returns>The first value of the last statement that returns one.</returns>
    private static async Task<string?> SqliteAsync(string file, string sql, string copy, CancellationToken ct)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadWrite;Pooling=False");
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$copy", copy);
        await using var reader = await command.ExecuteReaderAsync(ct);
        string? last = null;
        do
        {
            while (await reader.ReadAsync(ct))
                last = reader.GetString(0);
        } while (await reader.NextResultAsync(ct));
        return last;
    }

    private static void CopyFiles(Installation installation, FileStore files, string to)
    {
        Folders.MakeEmpty(to);
        foreach (var name in files.Names())
            Folders.Copy(Path.Combine(installation.FileDirectory, name[..2], name), Path.Combine(to, name[..2], name));
    }

    private async Task CopyKeysAsync(KeyRing keys, string? to)
    {
        if (to is null)
        {
            await output.WriteLineAsync(
                "未复制密钥：没有密钥，加密的个人信息无法读取，请另行保管 | the keys were not copied; without them personal data stay closed"
            );
            return;
        }
        Folders.MakeEmpty(to);
        foreach (var file in keys.Files())
            Folders.Copy(file, Path.Combine(to, Path.GetFileName(file)), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Folders.Sync(to);
        await output.WriteLineAsync(
            $"密钥 {keys.Files().Count} 个另存于 {to}；由配置给出的密钥不在其中 | keys copied; those from configuration are not among them"
        );
    }
}
