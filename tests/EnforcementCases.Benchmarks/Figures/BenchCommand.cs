using System.Globalization;
using EnforcementCases.Benchmarks.Databases;
using EnforcementCases.Persistence.Databases;

namespace EnforcementCases.Benchmarks.Figures;

/// <summary><c>bench --api DIR --directory DIR --seconds N --databases Sqlite,PostgreSql --clients 16,50 [--postgres STRING]</c></summary>
internal static class BenchCommand
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var ct = CancellationToken.None;
        var seconds = TimeSpan.FromSeconds(int.Parse(arguments.Required("seconds"), CultureInfo.InvariantCulture));
        var clients = arguments.Required("clients").Split(',').Select(int.Parse).ToList();
        Console.WriteLine(
            $"{Environment.ProcessorCount} processors, load before the run {LoadAverage()}, {seconds.TotalSeconds:0} s for each measurement"
        );
        var report = new List<string>();
        foreach (var name in arguments.Required("databases").Split(','))
        {
            var provider = Enum.Parse<DatabaseProvider>(name);
            var directory = Path.Combine(arguments.Required("directory"), name);
            Directory.CreateDirectory(directory);
            var database = await TestDatabase.CreateAsync(provider, directory, arguments["postgres"], ct);
            var run = new BenchRun(arguments.Required("api"), database, directory, seconds);
            report.AddRange(await run.RunAsync(clients, ct));
        }
        report.Add("");
        report.AddRange(PdfSpeed.Measure(seconds));
        Console.WriteLine();
        foreach (var line in report)
            Console.WriteLine(line);
        Console.WriteLine();
        Console.WriteLine(
            "not measured: SQL Server; clients or database on another machine; a disk other than this one; more than one replica"
        );
        Console.WriteLine($"load after the run {LoadAverage()}");
        return 0;
    }

    private static string LoadAverage() =>
        string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)).ToString(CultureInfo.InvariantCulture);
}
