using System.Globalization;
using EnforcementCases.Persistence.Databases;

namespace EnforcementCases.Benchmarks.Drills;

/// <summary><c>backup --api DIR --database Sqlite|PostgreSql --directory DIR --scripts DIR [--postgres STRING --cluster DIR]</c> and
/// <c>storage --api DIR --database Sqlite|PostgreSql --directory DIR --disk DIR --files DIR [--postgres STRING]</c> and
/// <c>jobs --api DIR --database Sqlite|PostgreSql --kills N --away SECONDS --directory DIR --scripts DIR [--postgres STRING --cluster DIR]</c></summary>
internal static class DrillCommands
{
    public static async Task<int> BackupAsync(Arguments arguments) =>
        Report(
            await new BackupDrill(
                new(
                    arguments.Required("api"),
                    ProviderOf(arguments),
                    arguments.Required("directory"),
                    arguments["postgres"],
                    arguments["cluster"],
                    arguments.Required("scripts")
                )
            ).RunAsync(CancellationToken.None),
            "nothing acknowledged before the backup is missing, all chains verify"
        );

    public static async Task<int> StorageAsync(Arguments arguments) =>
        Report(
            await new StorageDrill(
                new(
                    arguments.Required("api"),
                    ProviderOf(arguments),
                    arguments.Required("directory"),
                    arguments.Required("disk"),
                    arguments.Required("files"),
                    arguments["postgres"]
                )
            ).RunAsync(CancellationToken.None),
            "nothing acknowledged was lost, all chains verify"
        );

    public static async Task<int> JobsAsync(Arguments arguments) =>
        Report(
            await new JobsDrill(
                new(
                    arguments.Required("api"),
                    ProviderOf(arguments),
                    int.Parse(arguments.Required("kills"), CultureInfo.InvariantCulture),
                    TimeSpan.FromSeconds(int.Parse(arguments.Required("away"), CultureInfo.InvariantCulture)),
                    arguments.Required("directory"),
                    arguments["postgres"],
                    arguments["cluster"],
                    arguments.Required("scripts")
                )
            ).RunAsync(CancellationToken.None),
            "one final snapshot of every street and town, all chains verify"
        );

    private static DatabaseProvider ProviderOf(Arguments arguments) => Enum.Parse<DatabaseProvider>(arguments.Required("database"));

    private static int Report(IReadOnlyList<string> broken, string sound)
    {
        foreach (var line in broken)
            Console.WriteLine($"  BROKEN {line}");
        if (broken.Count == 0)
            Console.WriteLine($"  {sound}");
        return broken.Count == 0 ? 0 : 1;
    }
}
