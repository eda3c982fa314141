namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>The real clock, moved on by a test. Timers and elapsed times stay real.</summary>
public sealed class TestClock : TimeProvider
{
    private long offsetTicks;

    /// <summary>How far it is ahead of the real clock; may be set at any time.</summary>
    public TimeSpan Offset
    {
        get => new(Interlocked.Read(ref offsetTicks));
        set => Interlocked.Exchange(ref offsetTicks, value.Ticks);
    }

    public void Advance(TimeSpan by) => Interlocked.Add(ref offsetTicks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
