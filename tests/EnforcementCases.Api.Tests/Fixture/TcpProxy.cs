using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>Stands between the program and its database server, and is cut and restored by a test.</summary>
internal sealed class TcpProxy(string host, int port) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Socket, byte> open = new();
    private TcpListener? listener;
    private Task accepting = Task.CompletedTask;

    /// <summary>Where it listens; stays the same when it is restored.</summary>
    public int Port { get; private set; }

    /// <summary>Lets connections through, from now on or again.</summary>
    public void Restore()
    {
        listener = new(IPAddress.Loopback, Port) { ExclusiveAddressUse = false };
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync(listener);
    }

    /// <summary>Resets every connection and refuses new ones.</summary>
    public void Cut()
    {
        listener?.Stop();
        listener = null;
        foreach (var socket in open.Keys)
            Reset(socket);
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        await accepting;
    }

    private async Task AcceptAsync(TcpListener from)
    {
        try
        {
            while (true)
                _ = CarryAsync(await from.AcceptSocketAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException) { } // cut
    }

    private async Task CarryAsync(Socket client)
    {
        var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        open[client] = open[server] = 0;
        try
        {
            await server.ConnectAsync(host, port);
            await Task.WhenAny(CopyAsync(client, server), CopyAsync(server, client));
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException) { } // the other end is gone
        finally
        {
            Reset(client);
            Reset(server);
        }
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[32 * 1024];
        try
        {
            for (int read; (read = await from.ReceiveAsync(buffer)) > 0; )
                await to.SendAsync(buffer.AsMemory(0, read));
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException) { } // cut
    }

    private void Reset(Socket socket)
    {
        if (!open.TryRemove(socket, out _))
            return;
        socket.LingerState = new(enable: true, seconds: 0);
        socket.Dispose();
    }
}
