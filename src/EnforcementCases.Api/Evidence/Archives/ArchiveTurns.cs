using EnforcementCases.Domain;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Api.Evidence.Archives;

/// <summary>How many case files are drawn at once: <c>Archives:*</c>.</summary>
internal sealed class ArchiveSettings
{
    /// <summary>Case files that this process puts together or sends at once; each reads every file of its case twice.</summary>
    public int AtOnce { get; init; } = 2;
}

/// <summary>Lets some case files be drawn at a time in this process; one more is refused at once, because a film may be sent for many minutes.</summary>
internal sealed class ArchiveTurns(ArchiveSettings settings) : IDisposable
{
    public static readonly DomainError Busy = new("archive.busy", null, ErrorKind.TooMany, "正在调取的案卷已达上限，请稍后再试");

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim places = new(settings.AtOnce, settings.AtOnce);

    /// <summary>Takes a place; disposing of the result gives it back.</summary>
    /// <exception cref="TooManyRequestsException"><see cref="Busy"/>.</exception>
    public IDisposable Enter() =>
        places.Wait(TimeSpan.Zero)
            ? new Place(places)
            : throw new TooManyRequestsException(Busy, $"同时最多调取 {settings.AtOnce} 份", RetryAfter);

    public void Dispose() => places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        private SemaphoreSlim? taken = places;

        public void Dispose() => Interlocked.Exchange(ref taken, null)?.Release();
    }
}
