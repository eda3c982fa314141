using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EnforcementCases.Simulation;

/// <summary>The authenticator apps of the demo accounts, whose secrets everybody knows: RFC 6238 with SHA-1, six digits, thirty seconds.</summary>
internal sealed class AuthenticatorApp
{
    private const int SecretBytes = 20;
    private const int StepMilliseconds = 30_000;

    private readonly Dictionary<string, long> used = new(StringComparer.Ordinal);

    /// <summary>The next code that was not used in this run: of now, or a little ahead, or waited for.</summary>
    public async Task<string> NextCode(string account)
    {
        var present = Step();
        var step = used.TryGetValue(account, out var last) && last >= present ? last + 1 : present;
        while (step > Step() + 1)
            await Task.Delay(500);
        used[account] = step;
        return CodeOf(account, step);
    }

    private static long Step() => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() / StepMilliseconds;

    private static string CodeOf(string account, long step)
    {
        var secret = SHA256.HashData(Encoding.UTF8.GetBytes("enforcement-cases-demo:second-factor:" + account)).AsSpan(0, SecretBytes);
        Span<byte> counter = stackalloc byte[sizeof(long)];
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // what the apps have
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0x0F)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
