using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace EnforcementCases.Platform.Access;

/// <summary>The address that a client comes from, as far as it may be shown.</summary>
internal static class ClientAddress
{
    /// <summary>Enough to recognise one's own network, too little to find a household: <c>10.1.2.*</c>, <c>2001:db8:1::*</c>.</summary>
    public static string? Mask(string? address)
    {
        if (!IPAddress.TryParse(address, out var parsed))
            return null;
        if (parsed.IsIPv4MappedToIPv6)
            parsed = parsed.MapToIPv4();
        var bytes = parsed.GetAddressBytes();
        return parsed.AddressFamily == AddressFamily.InterNetwork
            ? string.Create(CultureInfo.InvariantCulture, $"{bytes[0]}.{bytes[1]}.{bytes[2]}.*")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{(bytes[0] << 8) | bytes[1]:x}:{(bytes[2] << 8) | bytes[3]:x}:{(bytes[4] << 8) | bytes[5]:x}::*"
            );
    }
}
