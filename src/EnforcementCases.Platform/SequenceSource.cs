namespace EnforcementCases.Platform;

/// <summary>Makes the bigint that breaks ties between equal instants: milliseconds since 2020, node, counter. Always rising within a process.</summary>
internal sealed class SequenceSource(TimeProvider clock, int node)
{
    private const int NodeBits = 8;
    private const int CounterBits = 14;
    private const long Epoch = 1_577_836_800_000; // 2020-01-01T00:00:00Z

    private long last;

    /// <summary>Upper bound of the numbers given before the instant.</summary>
    public static long FirstOf(DateTimeOffset at) => (at.ToUnixTimeMilliseconds() - Epoch) << (CounterBits + NodeBits);

    public long Next()
    {
        var now = (clock.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << CounterBits;
        while (true)
        {
            var seen = Volatile.Read(ref last);
            var next = Math.Max(seen + 1, now); // a clock that steps back never makes the sequence step back
            if (Interlocked.CompareExchange(ref last, next, seen) == seen)
                return ((next >> CounterBits) << (CounterBits + NodeBits))
                    | ((long)node << CounterBits)
                    | (next & ((1 << CounterBits) - 1));
        }
    }
}
