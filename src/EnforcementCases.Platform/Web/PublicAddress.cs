using System.Globalization;
using EnforcementCases.Platform.Operations;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace EnforcementCases.Platform.Web;

/// <summary>The address at which the public reaches this program: <c>Public:Address</c>. It is printed in the codes of papers, which outlive every server, so it is never guessed:
/// without the setting nothing is printed, except in the demo, which prints the address it listens on.</summary>
internal sealed class PublicAddress
{
    private readonly string? configured;
    private readonly Func<IEnumerable<string>> listened;

    /// <exception cref="RefusedOperationException">The setting is no address of a web server.</exception>
    public PublicAddress(IConfiguration configuration, Installation installation, IServer server)
        : this(configuration["Public:Address"], () => installation.Demo ? ListenedOn(server) : []) { }

    /// <param name="setting">The setting; null or empty: none.</param>
    /// <param name="listened">The addresses that may be printed without it, read when they are needed: the server knows them only once it listens.</param>
    public PublicAddress(string? setting, Func<IEnumerable<string>> listened)
    {
        configured = string.IsNullOrWhiteSpace(setting) ? null : Checked(setting.Trim());
        this.listened = listened;
    }

    /// <summary>The address without a slash at its end; null if none may be printed.</summary>
    public string? Root => configured ?? listened().Select(Reachable).FirstOrDefault();

    /// <summary>The address of a path of this program; null if none may be printed.</summary>
    /// <param name="path">Begins with a slash; its parts are escaped.</param>
    public string? Of(string path) => Root is { } root ? root + path : null;

    private static ICollection<string> ListenedOn(IServer server) => server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

    private static string Checked(string setting) =>
        Uri.TryCreate(setting, UriKind.Absolute, out var address)
        && address is { Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" }
            ? address.AbsoluteUri.TrimEnd('/')
            : throw RefusedOperationException.Usage(
                $"Public:Address“{setting}”不是网址，应如 https://zf.example.gov.cn | Public:Address is no address of a web server"
            );

    /// <summary>A server that listens on every interface is reached on this machine.</summary>
    private static string Reachable(string address)
    {
        var parts = BindingAddress.Parse(address);
        var host = parts.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : parts.Host;
        return string.Create(CultureInfo.InvariantCulture, $"{parts.Scheme}://{host}:{parts.Port}");
    }
}
