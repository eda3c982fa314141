namespace EnforcementCases.Persistence.Databases;

/// <summary>Lets writers of a one-writer database in one at a time, in the order they came.</summary>
/// <remarks>Without it fifty writers of SQLite poll for the lock and the unlucky one waits ten seconds. A semaphore serves its asynchronous
/// waiters first come, first served.</remarks>
public sealed class WriteGate(Dialect dialect) : IDisposable
{
    /// <summary>Longest wait before a writer is sent away.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Waits for the writer's turn; leaving is disposing.</summary>
    /// <exception cref="TimeoutException">The turn did not come in <see cref="LongestWait"/>.</exception>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken ct)
    {
        if (!dialect.OneWriter)
            return Turn.Free;
        if (!await turn.WaitAsync(LongestWait, ct))
            throw new TimeoutException("The writer's turn did not come.");
        return new Turn(turn);
    }

    public void Dispose() => turn.Dispose();

    private sealed class Turn(SemaphoreSlim? turn) : IDisposable
    {
        public static readonly Turn Free = new(null);

        private SemaphoreSlim? held = turn;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
