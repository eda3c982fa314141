using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace EnforcementCases.Simulation;

/// <summary>A server of our own, in demo mode, on a free port with a data folder of its own; started again when it dies.</summary>
internal sealed class Server : IDisposable
{
    /// <summary>A server that dies more often has something to say.</summary>
    private const int MostStarts = 10;
    private const int LinesKept = 12;

    private readonly string program;
    private readonly string data;
    private readonly bool keep;
    private readonly Queue<string> said = new();
    private Process? process;
    private int starts;

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
        process = null;
        if (++starts > MostStarts)
            throw new StoppedException($"服务启动后又停止，已试 {MostStarts} 次：\n{Said()}");
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
        process.OutputDataReceived += Listen; // read, so that it never waits for a reader
        process.ErrorDataReceived += Listen;
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

    private string Said()
    {
        lock (said)
            return string.Join('\n', said);
    }

    private void Listen(object sender, DataReceivedEventArgs line)
    {
        if (string.IsNullOrWhiteSpace(line.Data))
            return;
        lock (said)
        {
            said.Enqueue(line.Data);
            if (said.Count > LinesKept)
                said.Dequeue();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
