using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using EnforcementCases.Benchmarks.Databases;
using EnforcementCases.Benchmarks.Load;

namespace EnforcementCases.Benchmarks.Crash;

/// <summary>What the program promised by its answers, checked against the database from outside.</summary>
/// <param name="acknowledged">The cases that must be there.</param>
/// <param name="onlyThese">Whether there may be no other.</param>
internal sealed class Promises(TestDatabase database, Handhelds handhelds, IReadOnlyList<AcknowledgedCase> acknowledged, bool onlyThese)
{
    private const int Examples = 5;
    private const int VerifiersAtOnce = 8;

    public int ChainsVerified { get; private set; }

    public async Task<IReadOnlyList<string>> BrokenAsync(CancellationToken ct) =>
        [.. await LostAsync(ct), .. await DoubledAsync(ct), .. await GapsAsync(ct), .. await CountsAsync(ct), .. await ChainsAsync(ct)];

    /// <summary>Every acknowledged case is there, under the number that the officer was told.</summary>
    private async Task<IEnumerable<string>> LostAsync(CancellationToken ct)
    {
        var rows = await database.QueryAsync(
            "SELECT id, decision_number FROM cases",
            r => (Id: TestDatabase.IdOf(r.GetValue(0)), Number: r.GetString(1)),
            ct
        );
        var numbers = rows.ToDictionary(r => r.Id, r => r.Number);
        var missing = acknowledged.Where(a => !numbers.ContainsKey(a.CaseId)).ToList();
        var changed = acknowledged.Where(a => numbers.TryGetValue(a.CaseId, out var n) && n != a.Number).ToList();
        return
        [
            .. Broken("acknowledged cases lost", missing.ConvertAll(a => $"{a.CaseId} {a.Number}")),
            .. Broken("acknowledged cases with another number", changed.ConvertAll(a => $"{a.CaseId} {a.Number} → {numbers[a.CaseId]}")),
        ];
    }

    private async Task<IEnumerable<string>> DoubledAsync(CancellationToken ct)
    {
        var inDatabase = await database.QueryAsync(
            "SELECT decision_number FROM cases GROUP BY decision_number HAVING COUNT(*) > 1",
            r => r.GetString(0),
            ct
        );
        var onPaper = acknowledged.GroupBy(a => a.Number).Where(a => a.Select(x => x.CaseId).Distinct().Skip(1).Any()).Select(a => a.Key);
        return [.. Broken("numbers on two cases", inDatabase), .. Broken("numbers told to two officers", onPaper.ToList())];
    }

    /// <summary>Of each counter every number from 1 to the last is in the ledger, with its case or voided.</summary>
    private async Task<IEnumerable<string>> GapsAsync(CancellationToken ct)
    {
        var counters = await database.QueryAsync(
            "SELECT organ_id, word, year, last FROM number_counters",
            r =>
                (
                    Key: KeyOf(r.GetValue(0), r.GetValue(1), r.GetValue(2)),
                    Last: Convert.ToInt32(r.GetValue(3), CultureInfo.InvariantCulture)
                ),
            ct
        );
        var numbers = await database.QueryAsync(
            "SELECT n.organ_id, n.word, n.year, n.serial, n.state, c.id FROM document_numbers n LEFT JOIN cases c ON c.decision_number = n.text",
            r =>
                (
                    Key: KeyOf(r.GetValue(0), r.GetValue(1), r.GetValue(2)),
                    Serial: Convert.ToInt32(r.GetValue(3), CultureInfo.InvariantCulture),
                    Accounted: r.GetString(4) == "Voided" || !r.IsDBNull(5)
                ),
            ct
        );
        var accounted = numbers.Where(n => n.Accounted).ToLookup(n => n.Key, n => n.Serial);
        var gaps = counters.SelectMany(c => Enumerable.Range(1, c.Last).Except(accounted[c.Key]).Select(s => $"{c.Key} {s}")).ToList();
        var beyond = numbers
            .Where(n => counters.TrueForAll(c => c.Key != n.Key || n.Serial > c.Last))
            .Select(n => $"{n.Key} {n.Serial}")
            .ToList();
        return [.. Broken("numbers missing without a void", gaps), .. Broken("numbers beyond their counter", beyond)];
    }

    /// <summary>One case, one document, one number, one chain, one answer stored: nothing half done.</summary>
    private async Task<IEnumerable<string>> CountsAsync(CancellationToken ct)
    {
        var promised = onlyThese
            ? acknowledged.Select(a => a.CaseId).Distinct().Count()
            : await database.CountAsync("SELECT COUNT(*) FROM cases", ct);
        var broken = new List<string>();
        foreach (
            var (what, sql) in new[]
            {
                ("cases", "SELECT COUNT(*) FROM cases"),
                ("documents", "SELECT COUNT(*) FROM case_documents"),
                ("numbers", "SELECT COUNT(*) FROM document_numbers"),
                ("payment orders", "SELECT COUNT(*) FROM payment_orders"),
                ("chains of cases", "SELECT COUNT(*) FROM record_chains r JOIN cases c ON c.id = r.id"),
            }
        )
        {
            var found = await database.CountAsync(sql, ct);
            if (found != promised)
                broken.Add($"{what}: {found}, cases: {promised}");
        }
        var unanswered = await database.CountAsync("SELECT COUNT(*) FROM idempotent_requests WHERE result IS NULL", ct);
        if (unanswered > 0)
            broken.Add($"requests without a stored answer: {unanswered}");
        return broken;
    }

    /// <summary>The program recomputes every chain from its stored bytes.</summary>
    private async Task<IEnumerable<string>> ChainsAsync(CancellationToken ct)
    {
        var broken = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            acknowledged.DistinctBy(a => a.CaseId),
            new ParallelOptions { MaxDegreeOfParallelism = VerifiersAtOnce, CancellationToken = ct },
            async (a, cancel) =>
            {
                var path = $"/api/v1/cases/{a.CaseId}/record/verification";
                using var answer = await handhelds.SendAsync(HttpMethod.Get, path, a.Officer, key: null, body: null, cancel);
                var intact =
                    answer.IsSuccessStatusCode
                    && (await answer.Content.ReadFromJsonAsync<JsonElement>(cancel)).GetProperty("intact").GetBoolean();
                if (!intact)
                    broken.Add($"{a.CaseId} {(int)answer.StatusCode}");
            }
        );
        ChainsVerified = acknowledged.DistinctBy(a => a.CaseId).Count() - broken.Count;
        return Broken("chains that do not verify", [.. broken]);
    }

    private static string KeyOf(object organ, object word, object year) => $"{TestDatabase.IdOf(organ):N} {word} {year}";

    private static IEnumerable<string> Broken(string what, List<string> found) =>
        found.Count == 0 ? [] : [$"{what}: {found.Count}, such as {string.Join("; ", found.Take(Examples))}"];
}
