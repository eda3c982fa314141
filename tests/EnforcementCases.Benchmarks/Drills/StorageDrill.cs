using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using EnforcementCases.Benchmarks.Crash;
using EnforcementCases.Benchmarks.Databases;
using EnforcementCases.Benchmarks.Load;
using EnforcementCases.Persistence.Databases;
using Npgsql;

namespace EnforcementCases.Benchmarks.Drills;

/// <summary>What a storage drill is told.</summary>
/// <param name="Api">The published program.</param>
/// <param name="Directory">For logs and the ledger; never full.</param>
/// <param name="Disk">A small disk: the data directory with SQLite, a tablespace with PostgreSQL.</param>
/// <param name="Files">Another small disk, mounted where the files are kept.</param>
/// <param name="Postgres">Connection to a throw-away server; null for SQLite.</param>
internal sealed record StoragePlan(string Api, DatabaseProvider Provider, string Directory, string Disk, string Files, string? Postgres);

/// <summary>Fills the disk under writers and makes it read-only: writes answer 503 with a time to come again, reads go on, nothing acknowledged is lost, and
/// when there is room again the same process goes on.</summary>
/// <remarks>The kernel remounts no disk on which files are open for writing. The disk of the files, where none is, is remounted; to the open database of SQLite the
/// system calls answer EROFS (strace), to PostgreSQL every transaction is read-only.</remarks>
internal sealed partial class StorageDrill(StoragePlan plan)
{
    private const int WritersAtOnce = 16;
    private const int SomeCases = 30;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly List<string> broken = [];
    private Process? strace;

    private string Data => plan.Provider == DatabaseProvider.Sqlite ? plan.Disk : Path.GetDirectoryName(plan.Files)!;

    private string Ballast => Path.Combine(plan.Disk, "ballast");

    /// <returns>What is broken; empty when everything holds.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken ct)
    {
        var database = await DatabaseAsync(ct);
        using var ledger = new AcknowledgedCases(Path.Combine(plan.Directory, "acknowledged.tsv"));
        var writers = new Writers(WritersAtOnce, ledger);
        await using var server = await DemoServer.StartAsync(
            plan.Api,
            Data,
            database,
            Path.Combine(plan.Directory, "api.log"),
            ["--Health:MinimumFreeMegabytes", "1", "--Jobs:Enabled", "false"],
            ct
        );
        using var handhelds = await Handhelds.SignedInAsync(server.Address, ct);
        using var enough = new CancellationTokenSource();
        var writing = writers.RunAsync(handhelds, enough.Token);
        try
        {
            await GoesOnAsync("before", ledger, handhelds, ct);
            await InAndOutAsync("full", FillAsync, FreeAsync, writers, ledger, handhelds, ct);
            await InAndOutAsync(
                "read-only",
                () => ReadOnlyAsync(server, database, ct),
                () => WritableAsync(ct),
                writers,
                ledger,
                handhelds,
                ct
            );
        }
        finally
        {
            await enough.CancelAsync();
            await writing;
            strace?.Dispose();
        }
        await writers.FinishAsync(handhelds, ct);
        var promises = new Promises(database, handhelds, ledger.Read(), onlyThese: true);
        broken.AddRange(await promises.BrokenAsync(ct));
        await server.StopAsync();
        if (writers.LastFailure is { } failure)
            broken.Add($"an answer without a reason: {failure}{LogOf(failure)}");
        Console.WriteLine(
            $"  {plan.Provider}: {ledger.Count} acknowledged, {writers.StorageRefusals} times 503 for want of storage, {promises.ChainsVerified} chains verified"
        );
        return [.. writers.Surprises, .. broken];
    }

    /// <summary>What the program's log says of an answer, found by its trace.</summary>
    private string LogOf(string failure) =>
        TraceId().Match(failure) is { Success: true } trace
            ? string.Concat(
                File.ReadLines(Path.Combine(plan.Directory, "api.log"))
                    .Where(line => line.Contains(trace.Groups[1].Value, StringComparison.Ordinal))
                    .Select(line => Environment.NewLine + "    " + line)
            )
            : "";

    [GeneratedRegex("\"traceId\":\"([0-9a-f]+)\"")]
    private static partial Regex TraceId();

    private async Task InAndOutAsync(
        string state,
        Func<Task> into,
        Func<Task> outOf,
        Writers writers,
        AcknowledgedCases ledger,
        Handhelds handhelds,
        CancellationToken ct
    )
    {
        var known = ledger.Read()[^1];
        var refusals = writers.StorageRefusals;
        await into();
        await Patience.UntilAsync($"{state}: 503 to writers", LongestWait, () => writers.StorageRefusals >= refusals + WritersAtOnce, ct);
        await ReadsGoOnAsync(state, known, handhelds, ct);
        await Patience.UntilAsync(
            $"{state}: not ready",
            LongestWait,
            async () => await ReadyAsync(handhelds, ct) == HttpStatusCode.ServiceUnavailable,
            ct
        );
        if (state == "read-only")
            await NoFileIsKeptAsync(known, handhelds, ct);
        await outOf();
        await GoesOnAsync(state, ledger, handhelds, ct);
        Console.WriteLine(
            $"  {plan.Provider}, {state}: {writers.StorageRefusals - refusals} writes refused, reads went on, goes on without a restart"
        );
    }

    private async Task GoesOnAsync(string state, AcknowledgedCases ledger, Handhelds handhelds, CancellationToken ct)
    {
        var before = ledger.Count;
        await Patience.UntilAsync($"{state}: cases again", LongestWait, () => ledger.Count >= before + SomeCases, ct);
        await Patience.UntilAsync(
            $"{state}: ready again",
            LongestWait,
            async () => await ReadyAsync(handhelds, ct) == HttpStatusCode.OK,
            ct
        );
        var last = ledger.Read()[^1];
        if (await PrintAsync(last, handhelds, ct) is var (status, said) && status != HttpStatusCode.Created)
            broken.Add($"{state}: a decision does not print: {(int)status} {said}");
    }

    private async Task ReadsGoOnAsync(string state, AcknowledgedCase known, Handhelds handhelds, CancellationToken ct)
    {
        foreach (
            var path in (string[])
                ["/api/v1/cases?limit=5", $"/api/v1/cases/{known.CaseId}", $"/api/v1/cases/{known.CaseId}/record/verification"]
        )
        {
            // 503 is no lie: PostgreSQL opens no new connection while its disk is full and it has a file to write for it; an open one comes free
            await Patience.UntilAsync(
                $"{state}: GET {path}",
                LongestWait,
                async () =>
                {
                    using var answer = await handhelds.SendAsync(HttpMethod.Get, path, known.Officer, key: null, body: null, ct);
                    if (!answer.IsSuccessStatusCode && answer.StatusCode != HttpStatusCode.ServiceUnavailable)
                        broken.Add($"{state}: GET {path} {(int)answer.StatusCode}{LogOf(await answer.Content.ReadAsStringAsync(ct))}");
                    return answer.IsSuccessStatusCode;
                },
                ct
            );
        }
    }

    private async Task NoFileIsKeptAsync(AcknowledgedCase known, Handhelds handhelds, CancellationToken ct)
    {
        var (status, said) = await PrintAsync(known, handhelds, ct);
        if (status != HttpStatusCode.ServiceUnavailable)
            broken.Add($"read-only: a print answered {(int)status} {said}");
    }

    private static async Task<(HttpStatusCode Status, string Said)> PrintAsync(
        AcknowledgedCase known,
        Handhelds handhelds,
        CancellationToken ct
    )
    {
        using var papers = await handhelds.SendAsync(
            HttpMethod.Get,
            $"/api/v1/cases/{known.CaseId}/documents",
            known.Officer,
            key: null,
            body: null,
            ct
        );
        using var list = JsonDocument.Parse(await papers.Content.ReadAsStringAsync(ct));
        var paper = list.RootElement.EnumerateArray().First().GetProperty("id").GetGuid();
        using var answer = await handhelds.SendAsync(
            HttpMethod.Post,
            $"/api/v1/cases/{known.CaseId}/documents/{paper}/prints",
            known.Officer,
            $"print-{Guid.NewGuid():N}",
            Encoding.UTF8.GetBytes("""{"format":"A4"}"""),
            ct
        );
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
    }

    private static async Task<HttpStatusCode> ReadyAsync(Handhelds handhelds, CancellationToken ct)
    {
        using var answer = await handhelds.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), ct);
        return answer.StatusCode;
    }

    private async Task<TestDatabase> DatabaseAsync(CancellationToken ct)
    {
        if (plan.Provider == DatabaseProvider.Sqlite)
            return await TestDatabase.CreateAsync(plan.Provider, plan.Disk, null, ct);
        const string tablespace = "small_disk";
        await ServerAsync($"CREATE TABLESPACE {tablespace} LOCATION '{plan.Disk}/space'", ct);
        return await TestDatabase.CreateAsync(plan.Provider, plan.Directory, plan.Postgres, ct, tablespace);
    }

    /// <summary>Takes all the room there is, to the last byte.</summary>
    private Task FillAsync()
    {
        using var file = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        for (var block = new byte[64 * 1024]; ; )
        {
            try
            {
                file.Write(block);
            }
            catch (IOException) when (block.Length > 1)
            {
                block = new byte[block.Length / 2];
            }
            catch (IOException)
            {
                return Task.CompletedTask;
            }
        }
    }

    private Task FreeAsync()
    {
        File.Delete(Ballast);
        return Task.CompletedTask;
    }

    private async Task ReadOnlyAsync(ServerProcess server, TestDatabase database, CancellationToken ct)
    {
        await ToolProcess.RunAsync("mount", ["-o", "remount,ro", plan.Files]);
        if (plan.Provider == DatabaseProvider.PostgreSql)
        {
            await ServerAsync("ALTER SYSTEM SET default_transaction_read_only = on", ct);
            await ServerAsync("SELECT pg_reload_conf()", ct);
            return;
        }
        var file = new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(database.ConnectionString).DataSource;
        var calls = "write,pwrite64,ftruncate,fsync,fdatasync";
        strace = Process.Start(
            "strace",
            [
                "-f",
                "-qq",
                "-o",
                "/dev/null",
                "-P",
                file,
                "-P",
                $"{file}-wal",
                "-e",
                $"trace={calls}",
                "-e",
                $"inject={calls}:error=EROFS",
                "-p",
                server.Id.ToString(CultureInfo.InvariantCulture),
            ]
        );
    }

    private async Task WritableAsync(CancellationToken ct)
    {
        await ToolProcess.RunAsync("mount", ["-o", "remount,rw", plan.Files]);
        if (plan.Provider == DatabaseProvider.PostgreSql)
        {
            await ServerAsync("ALTER SYSTEM RESET default_transaction_read_only", ct);
            await ServerAsync("SELECT pg_reload_conf()", ct);
            return;
        }
        await ToolProcess.RunAsync("kill", ["-INT", strace!.Id.ToString(CultureInfo.InvariantCulture)]); // it lets the program go
        await strace.WaitForExitAsync(ct);
    }

    private async Task ServerAsync(string sql, CancellationToken ct)
    {
        await using var server = new NpgsqlConnection(plan.Postgres);
        await server.OpenAsync(ct);
        await using (var writable = new NpgsqlCommand("SET default_transaction_read_only = off", server))
            await writable.ExecuteNonQueryAsync(ct);
        await using var command = new NpgsqlCommand(sql, server);
        await command.ExecuteNonQueryAsync(ct);
    }
}
