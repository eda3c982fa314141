namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>The real clock, moved on by a test. Timers stay real.</summary>
public sealed class TestClock : TimeProvider
{
    private long offsetTicks;
    private long elapsedTicks;

    /// <summary>How far it is ahead of the real clock; may be set at any time.</summary>
    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref offsetTicks));
        set => Interlocked.Exchange(ref offsetTicks, value.Ticks);
    }

    public void Advance(TimeSpan by) => Interlocked.Add(ref offsetTicks, by.Ticks);

    /// <summary>Makes it seem that so long has passed without the clock being set: what was measured is older.</summary>
    public void LetPass(TimeSpan time) => Interlocked.Add(ref elapsedTicks, time.Ticks);

    public override long GetTimestamp() =>
        base.GetTimestamp() + (long)((Int128)Interlocked.Read(ref elapsedTicks) * TimestampFrequency / TimeSpan.TicksPerSecond);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
