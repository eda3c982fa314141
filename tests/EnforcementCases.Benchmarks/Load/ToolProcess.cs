using System.Diagnostics;

namespace EnforcementCases.Benchmarks.Load;

/// <summary>A program that is run to its end.</summary>
internal static class ToolProcess
{
    /// <returns>What it printed.</returns>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments)
    {
        var (code, said) = await TryAsync(program, arguments);
        return code == 0 ? said : throw new InvalidOperationException($"{program} {arguments.FirstOrDefault()}: exit code {code}\n{said}");
    }

    /// <returns>Its exit code and what it printed; complaints go through to the terminal.</returns>
    public static async Task<(int Code, string Said)> TryAsync(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
