using System.Diagnostics;
using EnforcementCases.Benchmarks.Crash;
using EnforcementCases.Benchmarks.Databases;
using EnforcementCases.Benchmarks.Load;
using EnforcementCases.Persistence.Databases;
using Npgsql;

namespace EnforcementCases.Benchmarks.Drills;

/// <summary>What a backup drill is told.</summary>
/// <param name="Api">The published program.</param>
/// <param name="Directory">Where data, backup and restored data go.</param>
/// <param name="Postgres">Connection to a throw-away server; null for SQLite.</param>
/// <param name="Cluster">Folder of that server, for <c>scripts/postgres</c>.</param>
/// <param name="Scripts">Where the scripts are.</param>
internal sealed record BackupPlan(
    string Api,
    DatabaseProvider Provider,
    string Directory,
    string? Postgres,
    string? Cluster,
    string Scripts
);

/// <summary>Backs up under fifty writers, lets them go on, restores into empty folders and asks whether everything acknowledged before the backup began is there.</summary>
internal sealed class BackupDrill(BackupPlan plan)
{
    private const int WritersAtOnce = 50;
    private const int AcknowledgedBefore = 150;
    private const int AcknowledgedAfter = 100;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    private readonly List<string> broken = [];

    private string Data => Path.Combine(plan.Directory, "data");

    private string BackupFolder => Path.Combine(plan.Directory, "backup");

    private string Keys => Path.Combine(plan.Directory, "keys");

    private string Restored => Path.Combine(plan.Directory, "restored");

    /// <summary>Folder of the restored server, as <c>scripts/postgres</c> lays one out.</summary>
    private string RestoredCluster => Path.Combine(plan.Directory, "restored-postgres");

    private string RestoredPostgresData => Path.Combine(RestoredCluster, "data");

    /// <returns>What is broken; empty when everything holds.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(Data);
        var database = await TestDatabase.CreateAsync(plan.Provider, Data, plan.Postgres, ct);
        using var ledger = new AcknowledgedCases(Path.Combine(plan.Directory, "acknowledged.tsv"));
        var writers = new Writers(WritersAtOnce, ledger);
        var (before, after) = await BackUpUnderLoadAsync(database, writers, ledger, ct);

        var clock = Stopwatch.StartNew();
        await ProgramAsync("restore", BackupFolder, Restored, "--keys", Keys, "--database", RestoredPostgresData);
        var restoredIn = clock.Elapsed;
        if ((await TryProgramAsync("restore", BackupFolder, Restored, "--keys", Keys)).Code == 0)
            broken.Add("a restore into a folder that is not empty was not refused");
        var promises = await CheckAsync(database, before, ct);
        Console.WriteLine(
            $"  {plan.Provider}: {before.Count} acknowledged before the backup, {after} until the end, restored and verified in {restoredIn.TotalSeconds:0.0} s, "
                + $"{promises.ChainsVerified} of the former verified over HTTP"
        );
        return [.. writers.Surprises, .. broken];
    }

    private async Task<(List<AcknowledgedCase> Before, int All)> BackUpUnderLoadAsync(
        TestDatabase database,
        Writers writers,
        AcknowledgedCases ledger,
        CancellationToken ct
    )
    {
        await using var server = await DemoServer.StartAsync(plan.Api, Data, database, Log("api.log"), [], ct);
        using var handhelds = await Handhelds.SignedInAsync(server.Address, ct);
        using var enough = new CancellationTokenSource();
        var writing = writers.RunAsync(handhelds, enough.Token);
        await Patience.UntilAsync("cases before the backup", LongestWait, () => ledger.Count >= AcknowledgedBefore, ct);
        var before = ledger.Read();
        var clock = Stopwatch.StartNew();
        await ProgramAsync(["backup", BackupFolder, "--keys", Keys, "--Data:Directory", Data, .. database.Arguments]);
        var during = ledger.Count - before.Count;
        Console.WriteLine($"  {plan.Provider}: backed up in {clock.Elapsed.TotalSeconds:0.0} s, {during} acknowledged meanwhile");
        await Patience.UntilAsync(
            "cases after the backup",
            LongestWait,
            () => ledger.Count >= before.Count + during + AcknowledgedAfter,
            ct
        );
        await enough.CancelAsync();
        await writing;
        await server.StopAsync();
        return (before, ledger.Count);
    }

    private async Task<Promises> CheckAsync(TestDatabase live, List<AcknowledgedCase> before, CancellationToken ct)
    {
        var restored =
            plan.Provider == DatabaseProvider.Sqlite
                ? new TestDatabase(live.Provider, $"Data Source={Path.Combine(Restored, "enforcement-cases.db")}")
                : new TestDatabase(live.Provider, await StartRestoredServerAsync(live));
        try
        {
            await using var server = await DemoServer.StartAsync(plan.Api, Restored, restored, Log("restored.log"), [], ct);
            using var handhelds = await Handhelds.SignedInAsync(server.Address, ct);
            var promises = new Promises(restored, handhelds, before, onlyThese: false);
            broken.AddRange(await promises.BrokenAsync(ct));
            await server.StopAsync();
            return promises;
        }
        finally
        {
            if (plan.Provider == DatabaseProvider.PostgreSql)
                await ToolProcess.RunAsync(Path.Combine(plan.Scripts, "postgres"), ["stop", RestoredCluster]);
        }
    }

    private async Task<string> StartRestoredServerAsync(TestDatabase live)
    {
        File.Copy(Path.Combine(plan.Cluster!, "password"), Path.Combine(RestoredCluster, "password"));
        var server = await ToolProcess.RunAsync(Path.Combine(plan.Scripts, "postgres"), ["start", RestoredCluster, "--durable"]);
        return new NpgsqlConnectionStringBuilder(server.Trim())
        {
            Database = new NpgsqlConnectionStringBuilder(live.ConnectionString).Database,
        }.ConnectionString;
    }

    private string Log(string name) => Path.Combine(plan.Directory, name);

    private async Task ProgramAsync(params string[] arguments)
    {
        var (code, said) = await TryProgramAsync(arguments);
        Console.Write(string.Concat(said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => $"    {l}\n")));
        if (code != 0)
            throw new InvalidOperationException($"{arguments[0]}: exit code {code}");
    }

    private Task<(int Code, string Said)> TryProgramAsync(params string[] arguments) =>
        ToolProcess.TryAsync("dotnet", [Path.Combine(plan.Api, DemoServer.Assembly), .. arguments]);
}
