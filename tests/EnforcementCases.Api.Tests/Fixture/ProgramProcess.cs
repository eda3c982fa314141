using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>The program as a process of its own, for what a test of its inside cannot see: its log, its exit code, its answer to signals.</summary>
internal sealed class ProgramProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> lines = [];

    private ProgramProcess(IEnumerable<string> arguments)
    {
        process = new()
        {
            // from a shell that would let everybody read what it writes
            StartInfo = new(
                "sh",
                [
                    "-c",
                    "umask 0; exec \"$@\"",
                    "sh",
                    "dotnet",
                    Path.Combine(AppContext.BaseDirectory, "EnforcementCases.Api.dll"),
                    .. arguments,
                ]
            )
            {
                WorkingDirectory = AppContext.BaseDirectory,
                RedirectStandardInput = true, // a terminal would stop a program in the background
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
            },
        };
        process.OutputDataReceived += (_, e) => Take(e.Data);
        process.ErrorDataReceived += (_, e) => Take(e.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it wrote so far, on both streams.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (lines)
                return [.. lines];
        }
    }

    /// <summary>Starts it and waits until it listens, on a port of its own.</summary>
    public static async Task<(ProgramProcess Program, Uri Address)> ServeAsync(string data, params string[] settings)
    {
        var program = new ProgramProcess([
            "--Urls=http://127.0.0.1:0",
            $"--Data:Directory={data}",
            "--Identity:PasswordIterations=1000",
            .. settings,
        ]);
        try
        {
            return (program, await program.listening.Task.WaitAsync(Patience));
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Said)> RunAsync(params string[] arguments)
    {
        await using var program = new ProgramProcess(arguments);
        return (await program.ExitAsync(), string.Join('\n', program.Lines));
    }

    /// <summary>Asks it to stop, as systemd does.</summary>
    public async Task TerminateAsync()
    {
        using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await stop.WaitForExitAsync();
    }

    /// <summary>Waits for its end; then all it had to say is read.</summary>
    public async Task<int> ExitAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
            return;
        lock (lines)
            lines.Add(line);
        const string Said = "Now listening on: ";
        if (!line.Contains(Said, StringComparison.Ordinal))
            return;
        var address = JsonDocument.Parse(line).RootElement.GetProperty("Properties").GetProperty("address").GetString()!;
        listening.TrySetResult(new(address));
    }
}
