using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace EnforcementCases.Platform.Operations;

/// <summary>The programs of PostgreSQL that a backup needs: those of the server's version, from <c>Backup:PostgresTools</c>, Debian's folders or the path.</summary>
internal static class PostgresTools
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>A base backup with the write-ahead log of its time, so that it starts by itself.</summary>
    /// <remarks><c>Backup:ConnectionString</c> names a role with REPLICATION if the program's own role lacks it.</remarks>
    public static async Task BaseBackupAsync(IConfiguration configuration, string connectionString, string to, CancellationToken ct)
    {
        var server = new NpgsqlConnectionStringBuilder(configuration["Backup:ConnectionString"] ?? connectionString);
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PGHOST"] = server.Host!,
            ["PGPORT"] = server.Port.ToString(CultureInfo.InvariantCulture),
            ["PGUSER"] = server.Username!,
            ["PGSSLMODE"] = server.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                var other => other.ToString().ToLowerInvariant(),
            },
        };
        if (server.Password is { Length: > 0 } password)
            environment["PGPASSWORD"] = password; // not on the command line, which everybody on the machine can read
        if (server.Passfile is { Length: > 0 } file)
            environment["PGPASSFILE"] = file;
        if (server.RootCertificate is { Length: > 0 } root)
            environment["PGSSLROOTCERT"] = root;
        await RunAsync(
            Tool(configuration, "pg_basebackup", version: null),
            [
                $"--pgdata={to}",
                "--format=plain",
                "--wal-method=stream",
                "--checkpoint=fast",
                "--manifest-checksums=SHA256",
                "--no-password",
                "--label=enforcement-cases",
            ],
            owner: null,
            environment,
            ct
        );
    }

    /// <summary>Runs a server on a restored data directory, for this program alone: no network, its own settings, a socket that only its owner reaches.</summary>
    /// <returns>Stops the server when disposed of.</returns>
    public static async Task<RunningServer> StartAsync(IConfiguration configuration, string data, CancellationToken ct)
    {
        var version = (await File.ReadAllTextAsync(Path.Combine(data, "PG_VERSION"), ct)).Trim();
        var tool = Tool(configuration, "pg_ctl", version);
        var owner = OwnerOf(configuration);
        var socket = Directory.CreateTempSubdirectory("enforcement-cases-pg-").FullName; // a path short enough for a socket
        await File.WriteAllTextAsync(Path.Combine(socket, "hba"), "local all all trust\n", ct);
        await File.WriteAllTextAsync(Path.Combine(socket, "conf"), "", ct);
        await File.WriteAllTextAsync(Path.Combine(socket, "ident"), "", ct);
        // given on the command line, they override what the copy contains in postgresql.auto.conf
        string[] settings =
        [
            $"config_file={socket}/conf",
            $"hba_file={socket}/hba",
            $"ident_file={socket}/ident",
            $"unix_socket_directories={socket}",
            "listen_addresses=",
            "archive_mode=off",
            "archive_command=",
            "primary_conninfo=",
        ];
        if (owner is not null)
            await RunAsync("/bin/chown", ["-R", owner, data, socket], owner: null, [], ct);
        File.SetUnixFileMode(data, Folders.OwnerOnly);
        await RunAsync(
            tool,
            [
                "-s",
                "-D",
                data,
                "-w",
                "-t",
                "3600",
                "-l",
                Path.Combine(socket, "log"),
                "-o",
                string.Join(' ', settings.Select(o => $"-c {o}")),
                "start",
            ],
            owner,
            [],
            ct
        );
        return new(tool, data, socket, owner);
    }

    /// <summary>The user who owns a data directory: PostgreSQL refuses to run as root. <c>Backup:PostgresOwner</c>, default postgres; null: the present user.</summary>
    private static string? OwnerOf(IConfiguration configuration) =>
        Environment.IsPrivilegedProcess ? configuration["Backup:PostgresOwner"] ?? "postgres" : null;

    private static string Tool(IConfiguration configuration, string name, string? version)
    {
        const string debian = "/usr/lib/postgresql";
        var folders = new List<string>();
        if (configuration["Backup:PostgresTools"] is { Length: > 0 } said)
            folders.Add(said);
        if (Directory.Exists(debian))
        {
            folders.AddRange(
                Directory
                    .EnumerateDirectories(debian)
                    .Where(d => version is null || Path.GetFileName(d) == version)
                    .OrderByDescending(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out var n) ? n : 0)
                    .Select(d => Path.Combine(d, "bin"))
            );
        }
        folders.AddRange((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));
        return folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists)
            ?? throw RefusedOperationException.Wrong(
                $"找不到 {name}：请安装 PostgreSQL {version} 的程序，或者以 Backup:PostgresTools 指明所在目录 | {name} was not found"
            );
    }

    private static async Task RunAsync(
        string program,
        string[] arguments,
        string? owner,
        Dictionary<string, string> environment,
        CancellationToken ct
    )
    {
        var start = owner is null
            ? new ProcessStartInfo(program, arguments)
            : new ProcessStartInfo("runuser", ["-u", owner, "--", program, .. arguments]) { WorkingDirectory = "/" };
        start.RedirectStandardError = true;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Hour);
        try
        {
            // a started server keeps the pipe: what is waited for is the end of the program, not of its output
            var said = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            if (process.ExitCode != 0)
                throw RefusedOperationException.Wrong($"{Path.GetFileName(program)}: {process.ExitCode}\n{await said}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>A server that runs for one check.</summary>
    public sealed class RunningServer(string tool, string data, string socket, string? owner) : IAsyncDisposable
    {
        public string ConnectionString(string database, string user) =>
            new NpgsqlConnectionStringBuilder
            {
                Host = socket,
                Database = database,
                Username = user,
                Pooling = false,
            }.ConnectionString;

        public async ValueTask DisposeAsync()
        {
            await RunAsync(tool, ["-s", "-D", data, "-w", "-m", "fast", "stop"], owner, [], CancellationToken.None);
            Directory.Delete(socket, recursive: true);
        }
    }
}
