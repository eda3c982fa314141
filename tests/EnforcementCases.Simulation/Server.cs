using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EnforcementCases.Simulation;

/// <summary>A server of our own, in demo mode, on a free port with a data folder of its own; started again when it dies.</summary>
internal sealed class Server : IDisposable
{
    private readonly string program;
    private readonly string data;
    private readonly bool keep;
    private Process? process;

    private Server(string program, string? data)
    {
        this.program = program;
        keep = data is not null;
        this.data = data ?? Directory.CreateTempSubdirectory("enforcement-cases-simulation-").FullName;
        Url = new($"http://127.0.0.1:{FreePort()}/");
        EnsureRunning();
    }

    public Uri Url { get; }

    public static Server Start(Options options) =>
        new(
            options.Server ?? throw new StoppedException("没有 --url 时须以 --server 指明服务程序；scripts/simulate 会自动指明"),
            options.Data
        );

    public void EnsureRunning()
    {
        if (process is { HasExited: false })
            return;
        process?.Dispose();
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] settings =
        [
            program,
            "--Demo",
            "true",
            "--Data:Directory",
            data,
            "--Urls",
            Url.ToString(),
            "--Logging:LogLevel:Default",
            "Warning",
        ];
        foreach (var setting in settings)
            start.ArgumentList.Add(setting);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { }; // read, so that it never waits for a reader
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public void Dispose()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            process.WaitForExit();
        }
        process?.Dispose();
        if (!keep)
            Directory.Delete(data, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
