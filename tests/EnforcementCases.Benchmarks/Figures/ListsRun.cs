using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using EnforcementCases.Api.Access;
using EnforcementCases.Benchmarks.Bulk;
using EnforcementCases.Benchmarks.Databases;
using EnforcementCases.Benchmarks.Load;
using EnforcementCases.Domain.Parties;

namespace EnforcementCases.Benchmarks.Figures;

/// <summary>The lists of a large installation through HTTP, and what writing costs there against an empty one.</summary>
internal sealed class ListsRun(
    string api,
    (string Data, TestDatabase Database) full,
    (string Data, TestDatabase Database) empty,
    int cases,
    int clients,
    TimeSpan seconds
)
{
    private const string District = "bhxq-supervisor";
    private const string City = "tj-supervisor";
    private const int FirstReads = 6_000; // until then the compiler works on what is used most
    private const int WarmUpReads = 1_500;
    private const int WarmUpWrites = 3_000;
    private const int WriteRounds = 3;
    private const int CasesRead = 400;
    private const int NamesTried = 20_000;

    /// <summary>Signed in again before the tokens' ten minutes are over.</summary>
    private static readonly TimeSpan SignedInFor = TimeSpan.FromMinutes(7);

    private static readonly string[] Officers = ["hg-officer1", "hg-officer2", "xc-officer1", "xc-officer2"];

    private readonly ConcurrentDictionary<string, long> signedInAt = [];

    public async Task ReadAsync(CancellationToken ct)
    {
        await using var server = await DemoServer.StartAsync(api, full.Data, full.Database, Path.Combine(full.Data, "api.log"), [], ct);
        using var handhelds = new Handhelds(server.Address);
        await EnsureSignedInAsync(handhelds, [.. Officers, District, City], ct);
        var first = Officers.SelectMany(o => new[] { new Request(o, "cases"), new Request(o, "cases?list=Mine") }).ToList();
        await Parallel.ForAsync(
            0,
            FirstReads,
            new ParallelOptions { MaxDegreeOfParallelism = clients, CancellationToken = ct },
            async (i, cancel) => await first[i % first.Count].SendAsync(handhelds, cancel)
        );
        foreach (var (name, requests) in await RequestsAsync(handhelds, ct))
        {
            await EnsureSignedInAsync(handhelds, [.. requests.Select(r => r.User).Distinct()], ct);
            var next = 0;
            Task Send(CancellationToken cancel) =>
                requests[(int)((uint)Interlocked.Increment(ref next) % (uint)requests.Count)].SendAsync(handhelds, cancel);
            await Parallel.ForAsync(
                0,
                Math.Min(WarmUpReads, 20 * requests.Count + 200),
                new ParallelOptions { MaxDegreeOfParallelism = clients, CancellationToken = ct },
                async (_, cancel) => await Send(cancel)
            );
            var measured = await ClosedLoop.RunAsync(clients, seconds, Send, ct);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name, -44} p50 {Ms(measured.Median), 6} p95 {Ms(measured.P95), 6} p99 {Ms(measured.P99), 6} ms {measured.PerSecond, 6:0}/s   load {ListsCommand.LoadAverage()}"
                )
            );
        }
        await server.StopAsync();
    }

    /// <summary>In turns, in one run: the same writers, the same hour, the same machine.</summary>
    public async Task WriteAsync(CancellationToken ct)
    {
        var ratios = new List<double>();
        await using var large = await DemoServer.StartAsync(api, full.Data, full.Database, Path.Combine(full.Data, "api.log"), [], ct);
        await using var small = await DemoServer.StartAsync(api, empty.Data, empty.Database, Path.Combine(empty.Data, "api.log"), [], ct);
        using var toLarge = await Handhelds.SignedInAsync(large.Address, ct);
        using var toSmall = await Handhelds.SignedInAsync(small.Address, ct);
        var made = new SimpleCases();
        foreach (var handhelds in (Handhelds[])[toLarge, toSmall])
            await Parallel.ForAsync(
                0,
                WarmUpWrites,
                new ParallelOptions { MaxDegreeOfParallelism = clients, CancellationToken = ct },
                async (_, cancel) => await PostAsync(handhelds, made, cancel)
            );
        for (var round = 0; round < WriteRounds; round++)
        {
            await toLarge.SignInAsync(ct);
            await toSmall.SignInAsync(ct);
            var onLarge = await ClosedLoop.RunAsync(clients, seconds, cancel => PostAsync(toLarge, made, cancel), ct);
            var onSmall = await ClosedLoop.RunAsync(clients, seconds, cancel => PostAsync(toSmall, made, cancel), ct);
            ratios.Add(onLarge.PerSecond / onSmall.PerSecond);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"writes at {cases} cases {onLarge.PerSecond, 6:0}/s (p95 {Ms(onLarge.P95)} ms), on an empty database {onSmall.PerSecond, 6:0}/s (p95 {Ms(onSmall.P95)} ms): {ratios[^1]:0.00}   load {ListsCommand.LoadAverage()}"
                )
            );
        }
        ratios.Sort();
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"write ratio, median of {WriteRounds}: {ratios[WriteRounds / 2]:0.00}")
        );
        await large.StopAsync();
        await small.StopAsync();
    }

    private static string Ms(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static async Task PostAsync(Handhelds handhelds, SimpleCases made, CancellationToken ct)
    {
        using var answer = await handhelds.PostAsync(made.Next(), ct);
        var body = await answer.Content.ReadAsByteArrayAsync(ct);
        if (answer.StatusCode != HttpStatusCode.Created)
            throw new InvalidOperationException($"{(int)answer.StatusCode} {System.Text.Encoding.UTF8.GetString(body)}");
    }

    private async Task EnsureSignedInAsync(Handhelds handhelds, IReadOnlyList<string> users, CancellationToken ct)
    {
        var now = Environment.TickCount64;
        foreach (var user in users.Where(u => !signedInAt.TryGetValue(u, out var at) || now - at > SignedInFor.TotalMilliseconds))
        {
            await handhelds.SignInAsync(user, ct);
            signedInAt[user] = Environment.TickCount64;
        }
    }

    private async Task<IReadOnlyList<(string Name, IReadOnlyList<Request> Requests)>> RequestsAsync(
        Handhelds handhelds,
        CancellationToken ct
    )
    {
        var lists = new List<(string, IReadOnlyList<Request>)>
        {
            ("officer: own cases, first page", [.. Officers.Select(o => new Request(o, "cases?list=Mine"))]),
            ("officer: own cases, pages further down", await PagesAsync(handhelds, Officers[0], "cases?list=Mine", ct)),
            ("officer: today", [.. Officers.Select(o => new Request(o, "cases?list=MyToday"))]),
            ("officer: the team's cases", [.. Officers.Select(o => new Request(o, "cases"))]),
        };
        var codes = await CodesAsync(ct);
        var (frequent, rare) = (codes[0], codes[^1]);
        var (hangu, team) = (
            DemoIds.Organisation(DemoOrganisations.HanguPath),
            DemoIds.Organisation(DemoOrganisations.TeamOf(DemoOrganisations.HanguPath))
        );
        string[] filters =
        [
            "",
            "stage=Decided",
            "stage=Closed",
            "stage=Revoked",
            "stage=NotFiled",
            "procedure=Ordinary",
            "procedure=Ordinary&stage=Investigating",
            $"violationCode={frequent}&stage=Closed",
            $"violationCode={rare}",
            $"violationCode={rare}&stage=Revoked",
            $"organisationId={hangu}",
            $"organisationId={hangu}&stage=Revoked",
            $"organisationId={team}&procedure=Ordinary",
            "decidedFrom=2024-03-01&decidedTo=2024-03-31",
            $"decidedFrom=2024-01-01&decidedTo=2024-12-31&violationCode={rare}",
            "decidedFrom=2023-06-01&decidedTo=2023-06-30&procedure=Ordinary",
            "list=Unpaid",
            "list=Overdue",
            $"list=Overdue&organisationId={hangu}",
            "list=Unremitted",
            "list=Unreported",
        ];
        foreach (var (user, whose) in new[] { (District, "district"), (City, "city") })
        {
            lists.Add(($"{whose}: all filters in turn", [.. filters.Select(f => new Request(user, $"cases?{f}"))]));
            lists.AddRange(
                filters.Select(f =>
                    (
                        $"{whose}: {f.Replace(hangu.ToString(), "street").Replace(team.ToString(), "team")}",
                        (IReadOnlyList<Request>)[new(user, $"cases?{f}")]
                    )
                )
            );
            lists.Add(($"{whose}: pages further down", await PagesAsync(handhelds, user, "cases?stage=Closed", ct)));
        }
        var (numbers, names) = Parties();
        foreach (var user in (string[])["hg-officer1", District, City])
        {
            lists.Add(
                (
                    $"{user}: party by number",
                    [.. numbers.Select(n => new Request(user, "parties/search", new { document = n.Document, documentNumber = n.Number }))]
                )
            );
            lists.Add(
                ($"{user}: party by name, two characters", [.. names.Select(n => new Request(user, "parties/search", new { name = n }))])
            );
            lists.Add(
                (
                    $"{user}: party by surname",
                    [.. names.Select(n => n[..1]).Distinct().Select(n => new Request(user, "parties/search", new { name = n }))]
                )
            );
        }
        foreach (var user in (string[])["hg-officer1", City])
            lists.Add(($"{user}: case", [.. (await IdsAsync(handhelds, user, ct)).Select(id => new Request(user, $"cases/{id}"))]));
        return lists;
    }

    /// <summary>Later pages of a list, each asked for by its cursor.</summary>
    private static async Task<IReadOnlyList<Request>> PagesAsync(Handhelds handhelds, string user, string list, CancellationToken ct)
    {
        var pages = new List<Request>();
        for (var path = list; pages.Count < 20; )
        {
            var page = await new Request(user, path).ReadAsync(handhelds, ct);
            if (page.GetProperty("next").GetString() is not { } cursor)
                break;
            pages.Add(new(user, path = $"{list}&cursor={cursor}"));
        }
        return pages.Count > 0 ? pages : [new(user, list)];
    }

    /// <summary>Cases from all the years that the reader sees.</summary>
    private static async Task<IReadOnlyList<string>> IdsAsync(Handhelds handhelds, string user, CancellationToken ct)
    {
        var ids = new List<string>();
        for (var month = new DateOnly(2022, 2, 1); ids.Count < CasesRead && month.Year < 2026; month = month.AddMonths(1))
        {
            var page = await new Request(
                user,
                $"cases?decidedFrom={month:yyyy-MM-dd}&decidedTo={month.AddDays(20):yyyy-MM-dd}&limit=20"
            ).ReadAsync(handhelds, ct);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
        }
        return ids;
    }

    /// <summary>Codes of violations by how often they come up, the most frequent first.</summary>
    private Task<List<string>> CodesAsync(CancellationToken ct) =>
        full.Database.QueryAsync(
            "SELECT violation_code FROM cases WHERE organ_id = (SELECT id FROM organisations WHERE path = '/tj/bhxq/hg/') GROUP BY violation_code ORDER BY COUNT(*) DESC",
            r => r.GetString(0),
            ct
        );

    /// <summary>Parties as they were loaded: numbers, and names by their first two characters.</summary>
    private (IReadOnlyList<(string Document, string Number)> Numbers, IReadOnlyList<string> Names) Parties()
    {
        var order = JsonSerializer.Deserialize<BulkOrder>(File.ReadAllText(Path.Combine(full.Data, "bulk-load.json")))!;
        var planner = new BulkPlanner(order, BulkTown.StreetsFor(order.Cases) + 2);
        var inputs = Enumerable
            .Range(0, Math.Min(NamesTried, order.Cases))
            .Select(_ => planner.Next())
            .Where(p => p.Street < 2 && !p.SelfDeclared)
            .Select(p => BulkParties.InputOf(p, order.Seed))
            .ToList();
        return (
            [.. inputs.Select(i => (i.Document!.Value.ToString(), i.DocumentNumber!)).Take(CasesRead)],
            [.. inputs.Where(i => i.Kind == PartyKind.Citizen).Select(i => i.Name[..2]).Distinct().Take(CasesRead)]
        );
    }

    private sealed record Request(string User, string Path, object? Body = null)
    {
        private readonly byte[]? body = Body is null ? null : JsonSerializer.SerializeToUtf8Bytes(Body);

        public async Task SendAsync(Handhelds handhelds, CancellationToken ct)
        {
            using var answer = await AnswerAsync(handhelds, ct);
            await answer.Content.ReadAsByteArrayAsync(ct);
        }

        public async Task<JsonElement> ReadAsync(Handhelds handhelds, CancellationToken ct)
        {
            using var answer = await AnswerAsync(handhelds, ct);
            return JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(ct)).RootElement;
        }

        private async Task<HttpResponseMessage> AnswerAsync(Handhelds handhelds, CancellationToken ct)
        {
            var answer = await handhelds.SendAsync(
                body is null ? HttpMethod.Get : HttpMethod.Post,
                "/api/v1/" + Path,
                User,
                null,
                body,
                ct
            );
            return answer.IsSuccessStatusCode
                ? answer
                : throw new InvalidOperationException(
                    $"{Path} as {User}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}"
                );
        }
    }
}
