using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform.Keys;
using Microsoft.Data.Sqlite;

namespace EnforcementCases.Platform.Operations;

/// <summary>Restores a backup into empty folders and checks that everything is as it was written. The backup itself is only read.</summary>
internal sealed class Restore(IConfiguration configuration, TextWriter output)
{
    /// <summary>Default folder of the data directory of PostgreSQL, below the new data directory.</summary>
    private const string PostgresFolder = "postgresql";

    /// <param name="backup">Folder that <see cref="Backup"/> wrote.</param>
    /// <param name="to">The new data directory; an empty folder, or one that does not exist yet.</param>
    /// <param name="keys">Folder of the copied keys; null if the keys come from configuration.</param>
    /// <param name="databaseTo">The new data directory of PostgreSQL; null: <c>postgresql</c> in <paramref name="to"/>.</param>
    public async Task RunAsync(string backup, string to, string? keys, string? databaseTo, CancellationToken ct)
    {
        backup = Path.GetFullPath(backup);
        to = Path.GetFullPath(to);
        databaseTo = databaseTo is null ? Path.Combine(to, PostgresFolder) : Path.GetFullPath(databaseTo);
        var manifest = BackupManifest.Read(backup);
        Folders.EnsureFree(to);
        Folders.EnsureFree(databaseTo);
        EnsureKeysFit(manifest, keys);
        if (manifest.FaultsOf(backup) is { Count: > 0 } faults)
            throw RefusedOperationException.Wrong(
                $"备份已损坏，未恢复 | the backup is damaged; nothing was restored\n  {string.Join("\n  ", faults)}"
            );
        await output.WriteLineAsync(
            $"备份完好：{manifest.Provider}，{manifest.TakenAt:yyyy-MM-dd HH:mm:ss} UTC，{manifest.Files.Count} 个文件 | the backup is sound"
        );

        Directory.CreateDirectory(to);
        // the server's user may have to reach its database in it
        File.SetUnixFileMode(to, manifest.Provider == DatabaseProvider.PostgreSql ? Folders.PassedThrough : Folders.OwnerOnly);
        var database = manifest.Provider == DatabaseProvider.Sqlite ? to : Folders.MakeEmpty(databaseTo);
        CopyTree(Path.Combine(backup, BackupManifest.DatabaseFolder), database, manifest, BackupManifest.DatabaseFolder);
        CopyTree(Path.Combine(backup, BackupManifest.FilesFolder), Path.Combine(to, "files"), manifest, BackupManifest.FilesFolder);
        CopyKeys(keys, Path.Combine(to, "keys"));
        Folders.Sync(to);
        Folders.Sync(database);

        if (manifest.Provider == DatabaseProvider.Sqlite)
        {
            await CheckAsync(Said(to, manifest, null), ct);
            SqliteConnection.ClearAllPools(); // the last one to close writes everything into the one file
        }
        else
        {
            await using var server = await PostgresTools.StartAsync(configuration, database, ct);
            await CheckAsync(Said(to, manifest, server.ConnectionString(manifest.Database!, manifest.DatabaseUser!)), ct);
        }
        await output.WriteLineAsync(
            manifest.Provider == DatabaseProvider.Sqlite
                ? $"已恢复到 {to}：以 --Data:Directory {to} 启动 | restored"
                : $"已恢复到 {to}，数据库目录 {database}：先在其上启动 PostgreSQL，再以 --Data:Directory {to} 启动 | restored"
        );
    }

    private void EnsureKeysFit(BackupManifest manifest, string? keys)
    {
        if (keys is not null && !Directory.Exists(keys))
            throw RefusedOperationException.Wrong($"没有密钥目录 {keys} | no such folder of keys");
        var given = new KeyRing(configuration, keys ?? Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"))).Fingerprints();
        var wrong = manifest.Keys.Where(k => !given.TryGetValue(k.Key, out var print) || print != k.Value).Select(k => k.Key).ToList();
        if (wrong.Count > 0)
        {
            throw RefusedOperationException.Wrong(
                $"密钥与备份不符（{string.Join("、", wrong)}），未恢复。以 --keys 指明备份时另存的密钥 | the keys are not those of the backup; nothing was restored"
            );
        }
    }

    /// <summary>Copies what the manifest lists, and the empty folders, which PostgreSQL needs.</summary>
    private static void CopyTree(string from, string to, BackupManifest manifest, string folder)
    {
        Directory.CreateDirectory(to);
        foreach (var empty in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, empty)), Folders.OwnerOnly);
        foreach (var file in manifest.Files.Where(f => f.Path.StartsWith(folder + '/', StringComparison.Ordinal)))
        {
            var below = file.Path[(folder.Length + 1)..];
            Folders.Copy(Path.Combine(from, below), Path.Combine(to, below));
        }
    }

    private static void CopyKeys(string? from, string to)
    {
        if (from is null)
            return;
        Folders.MakeEmpty(to);
        foreach (var file in Directory.EnumerateFiles(from))
            Folders.Copy(file, Path.Combine(to, Path.GetFileName(file)), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>The current configuration, pointed at the restored installation.</summary>
    private IConfiguration Said(string to, BackupManifest manifest, string? connectionString) =>
        new ConfigurationBuilder()
            .AddConfiguration(configuration)
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Data:Directory"] = to,
                    ["Database:Provider"] = manifest.Provider.ToString(),
                    ["ConnectionStrings:Default"] = connectionString ?? Installation.EmbeddedConnection(to),
                }
            )
            .Build();

    /// <summary>An older backup is first brought to the schema of this version, in the restored copy.</summary>
    private async Task CheckAsync(IConfiguration restored, CancellationToken ct)
    {
        await using var services = OperatorCommands.Services(Installation.From(restored), restored);
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().SeeingAll();
        foreach (var migration in await Schema.EnsureFitsAsync(scope.ServiceProvider.GetRequiredService<AppDbContext>(), migrate: true, ct))
            await output.WriteLineAsync($"恢复的副本已执行结构变更 {migration} | migration applied to the restored copy");
        var bound = await scope.ServiceProvider.GetRequiredService<Resealing>().EnsureBoundAsync(migrate: true, ct);
        if (bound > 0)
            await output.WriteLineAsync($"恢复的副本已绑定 {bound} 项加密内容 | sealed values of the restored copy bound to their rows");
        await scope.ServiceProvider.GetRequiredService<InstallationCheck>().EnsureSoundAsync(output, ct);
    }
}
