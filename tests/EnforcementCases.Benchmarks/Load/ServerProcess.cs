using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EnforcementCases.Benchmarks.Load;

/// <summary>A server in a process of its own, on a free port of the loopback address; what it prints goes to a file.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private ServerProcess(Process process, Uri address, TimeSpan startedIn)
    {
        this.process = process;
        Address = address;
        StartedIn = startedIn;
    }

    public Uri Address { get; }

    public int Id => process.Id;

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan StartedIn { get; }

    /// <summary>Memory that is in RAM, in MiB.</summary>
    public double ResidentMiB =>
        File.ReadLines($"/proc/{process.Id}/status")
            .Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Select(line => long.Parse(line["VmRSS:".Length..^" kB".Length].Trim(), CultureInfo.InvariantCulture))
            .Single() / 1024.0;

    /// <summary>Starts <c>dotnet</c> with the arguments and waits for its first answer at a path.</summary>
    public static async Task<ServerProcess> StartAsync(
        string assembly,
        IEnumerable<string> arguments,
        string answersAt,
        string log,
        CancellationToken ct
    )
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        // the shell only points the output at a file and is replaced by the program, which keeps its process id
        var start = new ProcessStartInfo("/bin/sh", ["-c", "log=$1; shift; exec dotnet \"$@\" >>\"$log\" 2>&1", "sh", log, assembly]);
        foreach (var argument in arguments.Append("--Urls").Append(address.ToString()))
            start.ArgumentList.Add(argument);
        var clock = Stopwatch.StartNew();
        var started = Process.Start(start)!;
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(5),
        };
        while (true)
        {
            try
            {
                using var answer = await http.GetAsync(answersAt, ct);
                if (answer.StatusCode < HttpStatusCode.InternalServerError)
                    return new(started, address, clock.Elapsed);
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
            {
                // not listening yet
            }
            if (started.HasExited || clock.Elapsed > LongestStart)
            {
                var tail = string.Join('\n', File.ReadLines(log).TakeLast(30));
                throw new InvalidOperationException(
                    $"{Path.GetFileName(assembly)} does not answer at {new Uri(address, answersAt)} after {clock.Elapsed.TotalSeconds:0} s:\n{tail}"
                );
            }
            await Task.Delay(5, ct);
        }
    }

    /// <summary>kill -9: nothing in the process gets to run any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Asks it to stop and waits until it has.</summary>
    public async Task StopAsync()
    {
        if (process.HasExited)
            return;
        using (var term = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await term.WaitForExitAsync();
        using var patience = new CancellationTokenSource(LongestStop);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"process {process.Id} was asked to stop and ended with {process.ExitCode}");
        }
        catch (OperationCanceledException late)
        {
            await KillAsync();
            throw new InvalidOperationException($"process {process.Id} did not stop in {LongestStop.TotalSeconds} s", late);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
