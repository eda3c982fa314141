using System.Collections.Concurrent;
using EnforcementCases.Domain;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Platform.Files;

/// <summary>Lets one import of an organ run at a time in this process: an uploaded file is held in memory until it is judged.</summary>
internal sealed class ImportTurns : IDisposable
{
    public static readonly DomainError Running = new("import.running", null, ErrorKind.TooMany, "本机构的另一项导入尚未结束，请稍后再试");

    /// <summary>Longest wait for the import before.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    /// <summary>Imports of an organ that run or wait; one more is refused at once.</summary>
    internal const int MostInside = 4;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Guid, Queue> queues = new();

    /// <summary>Waits for the organ's turn, before the file is read; disposing of the result ends it.</summary>
    /// <exception cref="DomainException"><see cref="CurrentUser.NotSignedIn"/>: nobody's file is read.</exception>
    /// <exception cref="TooManyRequestsException"><see cref="Running"/>.</exception>
    public async ValueTask<IDisposable> EnterAsync(CurrentUser user, CancellationToken ct)
    {
        if (!user.IsSignedIn)
            throw CurrentUser.NotSignedIn.With("该操作需要登录");
        var queue = queues.GetOrAdd(user.OrganId ?? user.OrganisationId, _ => new());
        var entered = false;
        try
        {
            entered = Interlocked.Increment(ref queue.Inside) <= MostInside && await queue.Turn.WaitAsync(LongestWait, ct);
            return entered ? new Turn(queue) : throw new TooManyRequestsException(Running, "同一机构一次只办理一项导入", RetryAfter);
        }
        finally
        {
            if (!entered)
                Interlocked.Decrement(ref queue.Inside);
        }
    }

    public void Dispose()
    {
        foreach (var queue in queues.Values)
            queue.Dispose();
    }

    private sealed class Queue : IDisposable
    {
        public readonly SemaphoreSlim Turn = new(1, 1);
        public int Inside;

        public void Dispose() => Turn.Dispose();
    }

    private sealed class Turn(Queue queue) : IDisposable
    {
        private Queue? queue = queue;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref queue, null) is not { } left)
                return;
            Interlocked.Decrement(ref left.Inside);
            left.Turn.Release();
        }
    }
}
