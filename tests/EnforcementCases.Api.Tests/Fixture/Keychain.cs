using System.Collections.Concurrent;
using EnforcementCases.Api.Access;
using EnforcementCases.Domain.Access;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>What the people of one installation carry: their sessions and their authenticator apps. A second process over the same database shares it.</summary>
internal sealed class Keychain
{
    private static readonly ConcurrentDictionary<string, Keychain> ByDirectory = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, byte[]> secrets = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, long> used = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> gates = new(StringComparer.OrdinalIgnoreCase);

    public ConcurrentDictionary<string, Lazy<Task<SignedIn>>> SignedIn { get; } = new(StringComparer.Ordinal);

    public static Keychain Of(string dataDirectory) => ByDirectory.GetOrAdd(dataDirectory, _ => new());

    /// <summary>Puts a new secret into the app; its codes are all unused.</summary>
    public void Keep(string userName, byte[] secret)
    {
        secrets[userName] = secret;
        used.TryRemove(userName, out _);
    }

    /// <summary>The code of now, or of the next step where that of now was used.</summary>
    public string CodeOf(string userName, DateTimeOffset now)
    {
        var present = TimeCode.StepOf(now);
        var step = used.AddOrUpdate(userName, present, (_, last) => last is var l && l >= present && l <= present + 1 ? l + 1 : present);
        return TimeCode.Of(secrets.GetOrAdd(userName, name => DemoOrganisations.SecretOf(name)), step);
    }

    public SemaphoreSlim GateOf(string userName) => gates.GetOrAdd(userName, _ => new(1, 1));
}

/// <summary>RFC 4648, as a person copies it from the screen.</summary>
internal static class Base32
{
    public static byte[] Read(string text)
    {
        var bytes = new List<byte>();
        var (held, bits) = (0, 0);
        foreach (var sign in text)
        {
            held = (held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal);
            bits += 5;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(held >> bits));
            held &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}
