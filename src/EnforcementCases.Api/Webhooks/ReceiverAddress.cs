using System.Net;
using System.Net.Sockets;
using EnforcementCases.Domain;

namespace EnforcementCases.Api.Webhooks;

/// <summary>Which addresses events may be sent to: public ones, and what the operator allows. A receiver is named by others, so it must not lead into the own network.</summary>
internal sealed class ReceiverAddress(WebhookSettings settings)
{
    public static readonly DomainError Malformed = new(
        "webhooks.address-malformed",
        null,
        ErrorKind.Unacceptable,
        "接收地址应为 https 网址，不得带用户名、口令或者片段"
    );

    public static readonly DomainError NotAllowed = new(
        "webhooks.address-not-allowed",
        null,
        ErrorKind.Unacceptable,
        "接收地址在内部网络，运行方未允许该网段"
    );

    /// <summary>Not reachable from elsewhere, or reserved: IANA special-purpose registries.</summary>
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20",
        }.Select(n => IPNetwork.Parse(n)),
    ];

    /// <summary>All public IPv6 addresses; the rest is local, reserved or a translation of IPv4.</summary>
    private static readonly IPNetwork PublicIpV6 = IPNetwork.Parse("2000::/3");

    /// <summary>Whether events may be sent to an address.</summary>
    public bool Allows(IPAddress address, bool encrypted)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (settings.AllowedNetworks.Any(n => n.Contains(plain)))
            return true;
        return encrypted
            && !Special.Any(n => n.Contains(plain))
            && (plain.AddressFamily is AddressFamily.InterNetwork || PublicIpV6.Contains(plain));
    }

    /// <summary>Refuses a text that is no address of a receiver, and a number or name of the own network. Where a name leads is checked with each connection.</summary>
    /// <exception cref="DomainException"><see cref="Malformed"/>, <see cref="NotAllowed"/>.</exception>
    public Uri Read(string url)
    {
        if (
            !Uri.TryCreate(url, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp)
            || address.UserInfo.Length > 0
            || address.Fragment.Length > 0
            || address.Host.Length == 0
        )
            throw Malformed.With("接收地址无效");
        var encrypted = address.Scheme == Uri.UriSchemeHttps;
        if (IPAddress.TryParse(address.DnsSafeHost, out var number))
        {
            if (!Allows(number, encrypted))
                throw NotAllowed.With("接收地址在内部网络");
        }
        else if (!encrypted && settings.AllowedNetworks.Count == 0)
        {
            throw Malformed.With("接收地址应为 https 网址");
        }
        else if (address.IsLoopback && !Allows(IPAddress.Loopback, encrypted))
        {
            throw NotAllowed.With("接收地址在内部网络");
        }
        return address;
    }

    /// <summary>Connects to the first allowed address of a name: what was looked up is what is connected to, so that a name cannot lead elsewhere in between.</summary>
    /// <exception cref="AddressRefusedException">None of its addresses is allowed.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var encrypted = context.InitialRequestMessage.RequestUri?.Scheme == Uri.UriSchemeHttps;
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        var allowed = Array.FindAll(found, a => Allows(a, encrypted));
        if (allowed.Length == 0)
            throw new AddressRefusedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A name leads only to addresses that are not allowed.</summary>
    public sealed class AddressRefusedException : IOException;
}
