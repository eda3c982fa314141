using System.Globalization;

namespace EnforcementCases.Simulation;

/// <summary>What was asked for on the command line.</summary>
/// <param name="Report">Name of a file in <c>Reports</c>, without its ending.</param>
/// <param name="Url">A server that runs; null starts one.</param>
/// <param name="Server">The server's program, to start it.</param>
/// <param name="Data">Where the started server keeps its data; null: a folder that is deleted.</param>
/// <param name="Seed">The same seed plays the same year, with the same keys.</param>
/// <param name="OrdinaryFineYuan">What each ordinary case of the plan is fined; the rest is for the simple ones.</param>
internal sealed record Options(string Report, Uri? Url, string? Server, string? Data, int Seed, int OrdinaryFineYuan, string DivisionCode)
{
    public const string Usage =
        "scripts/simulate --report NAME [--url http://127.0.0.1:8080] [--seed N] [--data DIR] [--ordinary-fine YUAN] [--division CODE]";

    public static Options Parse(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal) || i + 1 == args.Length)
                throw new StoppedException($"不认识的参数 {args[i]}\n{Usage}");
            given[args[i][2..]] = args[i + 1];
        }
        string? Take(string name) => given.Remove(name, out var value) ? value : null;
        var options = new Options(
            Take("report") ?? throw new StoppedException(Usage),
            Take("url") is { } url ? new Uri(url.TrimEnd('/') + "/") : null,
            Take("server"),
            Take("data"),
            Number(Take("seed"), 1),
            Number(Take("ordinary-fine"), 300),
            Take("division") ?? "120116"
        );
        return given.Count == 0 ? options : throw new StoppedException($"不认识的参数 --{given.Keys.First()}\n{Usage}");
    }

    private static int Number(string? text, int otherwise) =>
        text is null ? otherwise
        : int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number
        : throw new StoppedException($"{text} 不是数字\n{Usage}");
}

/// <summary>The simulation cannot go on; the message says why.</summary>
internal sealed class StoppedException(string message) : Exception(message);
