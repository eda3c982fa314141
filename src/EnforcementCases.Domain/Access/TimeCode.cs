using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EnforcementCases.Domain.Access;

/// <summary>Codes of an authenticator app (动态口令): RFC 6238 with SHA-1, six digits and thirty seconds, which every app knows.</summary>
public static class TimeCode
{
    /// <summary>Bytes of a secret, as RFC 4226 recommends.</summary>
    public const int SecretBytes = 20;

    /// <summary>Digits of a code.</summary>
    public const int Digits = 6;

    /// <summary>How many steps the clock of a phone may be fast or slow.</summary>
    public const int StepsOff = 1;

    /// <summary>How long a code is valid.</summary>
    public static readonly TimeSpan StepLength = TimeSpan.FromSeconds(30);

    /// <summary>The step of an instant, counted from 1970.</summary>
    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / (long)StepLength.TotalSeconds;

    /// <summary>The code of a step.</summary>
    public static string Of(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // as a MAC SHA-1 is not broken, and it is the only one that every app has
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0x0F)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code was typed; null if the code is wrong or was accepted before.</summary>
    /// <param name="code">What was typed.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="lastStep">The last step that was accepted: neither it nor an earlier one is accepted again.</param>
    public static long? Accept(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long? lastStep)
    {
        var present = StepOf(now);
        long? found = null;
        for (var step = present - StepsOff; step <= present + StepsOff; step++)
        {
            var same = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(Of(secret, step)));
            if (same && (lastStep is null || step > lastStep))
                found ??= step;
        }
        return found;
    }
}
