using System.Globalization;
using EnforcementCases.Benchmarks.Load;
using EnforcementCases.Persistence.Databases;

namespace EnforcementCases.Benchmarks.Crash;

/// <summary><c>crash --api DIR --cycles N --database Sqlite|PostgreSql --directory DIR [--postgres STRING --cluster DIR --scripts DIR]</c></summary>
internal static class CrashCommand
{
    public static async Task<int> RunAsync(Arguments arguments)
    {
        var provider = Enum.Parse<DatabaseProvider>(arguments.Required("database"));
        Func<Task>? crashDatabase = arguments["cluster"] is { } cluster
            ? async () =>
            {
                var script = Path.Combine(arguments.Required("scripts"), "postgres");
                await ToolProcess.RunAsync(script, ["kill", cluster]);
                await ToolProcess.RunAsync(script, ["start", cluster, "--durable"]);
            }
            : null;
        var plan = new CrashPlan(
            arguments.Required("api"),
            provider,
            int.Parse(arguments.Required("cycles"), CultureInfo.InvariantCulture),
            arguments.Required("directory"),
            arguments["postgres"],
            crashDatabase
        );
        var broken = await new CrashTest(plan).RunAsync(CancellationToken.None);
        foreach (var line in broken)
            Console.WriteLine($"  BROKEN {line}");
        if (broken.Count == 0)
            Console.WriteLine("  lost 0, doubled numbers 0, gaps without a void 0, all chains verify");
        return broken.Count == 0 ? 0 : 1;
    }
}
