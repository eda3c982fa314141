using EnforcementCases.Domain;

namespace EnforcementCases.Platform.Recording;

/// <summary>Times that a client claims: they set legal dates, and may not lie in the future.</summary>
internal static class ClaimedTime
{
    /// <summary>How far a device's clock may run ahead of the server's.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Claims older than this are accepted and marked late (补录).</summary>
    public static readonly TimeSpan LateAfter = TimeSpan.FromDays(3);

    /// <summary>Earliest time that is accepted.</summary>
    private static readonly DateTimeOffset Earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    public static readonly DomainError InFuture = new("time.in-future", null, ErrorKind.Unacceptable, "时间不得晚于当前时间");

    public static readonly DomainError TooOld = new("time.too-old", null, ErrorKind.Unacceptable, "时间早于本系统可以登记的范围");

    /// <exception cref="DomainException"><see cref="InFuture"/> or <see cref="TooOld"/>.</exception>
    public static void Ensure(DateTimeOffset claimed, DateTimeOffset now, string pointer)
    {
        if (claimed > now + Tolerance)
            throw new DomainException(InFuture, $"{claimed:yyyy-MM-dd HH:mm:ss zzz}") { Pointer = pointer };
        if (claimed < Earliest)
            throw new DomainException(TooOld, $"{claimed:yyyy-MM-dd}") { Pointer = pointer };
    }

    public static bool IsLate(DateTimeOffset claimed, DateTimeOffset now) => now - claimed > LateAfter;
}
