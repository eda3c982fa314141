using System.Globalization;
using EnforcementCases.Benchmarks.Databases;
using EnforcementCases.Persistence.Databases;

namespace EnforcementCases.Benchmarks.Figures;

/// <summary><c>lists --api DIR --directory DIR --cases N --seconds N --databases Sqlite,PostgreSql --clients N [--postgres STRING] [--only lists]</c></summary>
internal static class ListsCommand
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var ct = CancellationToken.None;
        var api = arguments.Required("api");
        var cases = int.Parse(arguments.Required("cases"), CultureInfo.InvariantCulture);
        var seconds = TimeSpan.FromSeconds(int.Parse(arguments.Required("seconds"), CultureInfo.InvariantCulture));
        var clients = int.Parse(arguments.Required("clients"), CultureInfo.InvariantCulture);
        Console.WriteLine(
            $"{Environment.ProcessorCount} processors, {cases} cases, {clients} clients, {seconds.TotalSeconds:0} s for each measurement"
        );
        foreach (var name in arguments.Required("databases").Split(','))
        {
            var provider = Enum.Parse<DatabaseProvider>(name);
            var data = Path.Combine(arguments.Required("directory"), name);
            Directory.CreateDirectory(data);
            var database = await DatabaseOf(provider, data, arguments["postgres"], "lists_full", ct);
            Console.WriteLine($"\n== {provider}, load {LoadAverage()}");
            var filled = await FillCommand.FillAsync(api, data, database, cases, seed: 1, ct);
            Console.WriteLine(FillCommand.Describe(filled));

            var empty = Path.Combine(data, "empty");
            Directory.CreateDirectory(empty);
            var run = new ListsRun(
                api,
                (data, database),
                (empty, await DatabaseOf(provider, empty, arguments["postgres"], "lists_empty", ct)),
                cases,
                clients,
                seconds
            );
            if (arguments["only"] is null or "lists")
                await run.ReadAsync(ct);
            if (arguments["only"] is null or "writes")
                await run.WriteAsync(ct);
        }
        return 0;
    }

    public static string LoadAverage() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3));

    /// <summary>A database that stays where the folder stays, so that a second run measures the same.</summary>
    private static async Task<TestDatabase> DatabaseOf(
        DatabaseProvider provider,
        string directory,
        string? postgres,
        string name,
        CancellationToken ct
    )
    {
        if (provider == DatabaseProvider.Sqlite)
            return await TestDatabase.CreateAsync(provider, directory, postgres, ct);
        var server = new Npgsql.NpgsqlConnectionStringBuilder(
            postgres ?? throw new InvalidOperationException("--postgres is needed for PostgreSQL.")
        );
        var database = new TestDatabase(provider, server.ConnectionString);
        if (await database.CountAsync($"SELECT COUNT(*) FROM pg_database WHERE datname = '{name}'", ct) == 0)
            await database.QueryAsync($"CREATE DATABASE {name}", _ => 0, ct);
        server.Database = name;
        return new(provider, server.ConnectionString);
    }
}
