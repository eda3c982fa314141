using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using EnforcementCases.Benchmarks.Crash;

namespace EnforcementCases.Benchmarks.Load;

/// <summary>Officers who log cases one after the other and keep what they have begun: a case without an answer is sent again with its key until it has one.</summary>
internal sealed class Writers(int count, AcknowledgedCases ledger)
{
    private const int MostSurprises = 10;

    private readonly SimpleCases cases = new();
    private readonly SimpleCase?[] unfinished = new SimpleCase?[count];
    private readonly ConcurrentDictionary<Guid, SimpleCase> sent = [];
    private readonly List<string> surprises = [];
    private int storageRefusals;

    /// <summary>Cases that were sent and have no answer yet.</summary>
    public int Unfinished => unfinished.Count(c => c is not null);

    /// <summary>How often the answer was 503 for want of storage, with a time to come again.</summary>
    public int StorageRefusals => Volatile.Read(ref storageRefusals);

    /// <summary>What should not have been answered.</summary>
    public IReadOnlyList<string> Surprises
    {
        get
        {
            lock (surprises)
                return [.. surprises];
        }
    }

    /// <summary>All write at once until they are told to stop or the program is gone.</summary>
    public Task RunAsync(Handhelds handhelds, CancellationToken stop) =>
        Task.WhenAll(
            Enumerable.Range(0, count).Select(writer => Task.Run(() => WriteAsync(writer, handhelds, stop), CancellationToken.None))
        );

    /// <summary>Everything unfinished is finished, so that every case there is has been acknowledged.</summary>
    public async Task FinishAsync(Handhelds handhelds, CancellationToken ct)
    {
        for (var writer = 0; writer < count; writer++)
        {
            for (var attempt = 1; unfinished[writer] is { } @case; attempt++)
            {
                if (await TryPostAsync(@case, handhelds, ct))
                    unfinished[writer] = null;
                else if (attempt == 50)
                    throw new InvalidOperationException($"case {@case.CaseId} is not taken after the restart");
                else
                    await Task.Delay(100, ct);
            }
        }
    }

    /// <summary>An acknowledged case sent again with its key gets the same answer, also from a restarted program.</summary>
    public async Task ReplayAsync(Handhelds handhelds, int times, CancellationToken ct)
    {
        var known = ledger.Read();
        for (var i = 0; i < times && known.Count > 0; i++)
        {
            var first = known[Random.Shared.Next(known.Count)];
            using var answer = await handhelds.PostAsync(sent[first.CaseId], ct);
            var body = await answer.Content.ReadAsStringAsync(ct);
            if (
                answer.StatusCode != HttpStatusCode.Created
                || !answer.Headers.Contains("Idempotency-Replayed")
                || !body.Contains(first.Number, StringComparison.Ordinal)
            )
            {
                Note($"replay of acknowledged case {first.CaseId} ({first.Number}): {(int)answer.StatusCode} {body}");
            }
        }
    }

    private async Task WriteAsync(int writer, Handhelds handhelds, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var @case = unfinished[writer] ??= cases.Next();
            try
            {
                if (await TryPostAsync(@case, handhelds, stop))
                    unfinished[writer] = null;
                else
                    await Task.Delay(20, stop);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                return; // no answer: whether it was done is asked with the same key later
            }
        }
    }

    /// <returns>False where the program asked to come again.</returns>
    private async Task<bool> TryPostAsync(SimpleCase @case, Handhelds handhelds, CancellationToken ct)
    {
        using var answer = await handhelds.PostAsync(@case, ct);
        var body = await answer.Content.ReadAsStringAsync(ct);
        if (answer.StatusCode == HttpStatusCode.Created)
        {
            using var decision = JsonDocument.Parse(body);
            sent[@case.CaseId] = @case;
            ledger.Add(new(@case.CaseId, @case.Key, @case.Officer, decision.RootElement.GetProperty("number").GetString()!));
            return true;
        }
        if (body.Contains("service.storage-unavailable", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref storageRefusals);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || answer.Headers.RetryAfter is null)
                Note($"storage out: {(int)answer.StatusCode} without a time to come again");
            return false;
        }
        if (answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests || (int)answer.StatusCode >= 500)
        {
            if (answer.StatusCode == HttpStatusCode.InternalServerError)
                LastFailure = body;
            return false;
        }
        Note($"a lawful case was refused: {(int)answer.StatusCode} {body}");
        throw new HttpRequestException($"{(int)answer.StatusCode}");
    }

    /// <summary>The last answer that named a bug of the program; null where there was none.</summary>
    public string? LastFailure { get; private set; }

    private void Note(string surprise)
    {
        lock (surprises)
        {
            if (surprises.Count < MostSurprises)
                surprises.Add(surprise);
        }
    }
}
