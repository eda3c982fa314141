using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;

namespace EnforcementCases.Api.Tests.Fuzz;

/// <summary>Sends requests that nobody should send, the same for the same seed, and keeps what was answered. What a request would have changed is taken back just before
/// its commit, so that the next finds the same data.</summary>
internal sealed partial class Fuzzer : IRequestWatch
{
    private const int Seed = 20_260;
    private const string Acts = "/api/v1/cases/{id}/acts/";

    private readonly ApiFixture api;
    private readonly Contract contract;
    private readonly int atStage;
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> idsOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> staged = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];
    private readonly List<(Guid Case, string Version)> atStages = [];
    private EveryRole? people;

    /// <param name="atStage">How many changed bodies are sent before each lawful act of a story.</param>
    private Fuzzer(ApiFixture api, Contract contract, int atStage) => (this.api, this.contract, this.atStage) = (api, contract, atStage);

    /// <summary>Answers of 5xx and answers that the contract does not list.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>How many requests were sent.</summary>
    public int Sent { get; private set; }

    /// <summary>How many of them would have been accepted.</summary>
    public int Accepted { get; private set; }

    /// <summary>Operations that got changed bodies at their stage of a story.</summary>
    public IReadOnlySet<string> Staged => staged;

    /// <summary>How many operations the contract has.</summary>
    public int Operations => contract.Operations.Count;

    public static async Task<Fuzzer> OnAsync(ApiFixture api, int atStage = 0) => new(api, await Contract.ReadAsync(api), atStage);

    /// <summary>Sends requests to every operation, each as somebody who may call it; every act also as it is to a case of each early stage, on its version.</summary>
    public async Task EveryOperationAsync(int each)
    {
        people = await EveryRole.InAsync(api);
        await LearnAsync();
        foreach (var operation in contract.Operations)
        {
            var random = RandomOf(operation.Id);
            var mutations = new Mutations(contract, random, [.. ids]);
            if (operation.Template.StartsWith(Acts, StringComparison.Ordinal) && operation.Json is { } schema)
            {
                foreach (var (id, version) in atStages)
                    await SendOneAsync(
                        operation,
                        people.For(operation),
                        operation.Template.Replace("{id}", $"{id}", StringComparison.Ordinal),
                        Text((operation.Example ?? contract.ValueOf(schema))!.ToJsonString()),
                        version,
                        key: null
                    );
            }
            for (var turn = 0; turn < each; turn++)
                await SendAsync(operation, mutations, random, turn);
        }
    }

    public async Task<ApiAnswer> Around(SentJson sent, Func<Task<ApiAnswer>> send)
    {
        if (sent.Method != HttpMethod.Get && contract.Find(sent.Method, sent.Path) is { } operation)
        {
            staged.Add(operation.Id);
            var random = RandomOf($"{operation.Id} {staged.Count}");
            var mutations = new Mutations(contract, random, [.. ids]);
            var body = sent.Body is null ? null : JsonNode.Parse(JsonSerializer.Serialize(sent.Body, JsonSerializerOptions.Web));
            for (var turn = 0; turn < atStage; turn++)
            {
                var content = body is null ? null : Text(mutations.Of(body, operation.Json));
                await SendOneAsync(operation, sent.By, sent.Path, content, sent.IfMatch, null);
            }
        }
        var answer = await send();
        Learn(answer.Body);
        return answer;
    }

    private static Random RandomOf(string what) => new(Seed ^ BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(what)))); // the same in every run

    /// <summary>Some cases of either procedure, and the ids in every list that can be read.</summary>
    private async Task LearnAsync()
    {
        Guid[] cases =
        [
            (await api.GivenDecidedCase()).Id,
            (await api.GivenFiledCase()).Id,
            (await api.GivenRegisteredCase()).Id,
            (await api.GivenClue()).Id,
        ];
        foreach (var id in cases)
        {
            ids.Add(id.ToString());
            atStages.Add((id, (await api.SignedInAs("hg-officer1").GetJson($"cases/{id}/acts")).ETag!));
        }
        foreach (var operation in contract.Operations.Where(o => o.Method == HttpMethod.Get && !o.Template.Contains('{')))
        {
            ApiAnswer answer;
            try
            {
                answer = await people!.For(operation).GetJson(operation.Template);
            }
            catch (InvalidOperationException) // undocumented: met again below
            {
                continue;
            }
            Learn(answer.Body);
            if (answer.Status == 200 && answer.Body.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                idsOf[operation.Template] = [.. IdMember().Matches(answer.Body.GetRawText()).Select(m => m.Groups["id"].Value).Take(200)];
        }
    }

    private void Learn(JsonElement body)
    {
        if (body.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            return;
        foreach (Match id in Uuid().Matches(body.GetRawText()))
        {
            if (ids.Count < 2000)
                ids.Add(id.Value);
        }
    }

    private Task SendAsync(ContractOperation operation, Mutations mutations, Random random, int turn)
    {
        HttpContent? content = null;
        if (operation.Bodies.Count > 0)
        {
            var kind = operation.Bodies[random.Next(operation.Bodies.Count)].Name;
            if (kind == "application/json")
            {
                var body = turn % 2 == 0 ? operation.Example : null;
                content = Text(mutations.Of(body ?? contract.ValueOf(operation.Json!.Value), operation.Json));
            }
            else
            {
                var bytes = new byte[random.Next(2000)];
                random.NextBytes(bytes);
                content = new ByteArrayContent(bytes) { Headers = { ContentType = new(kind) } };
            }
        }
        var ifMatch = random.Next(4) switch
        {
            0 => null,
            1 => "\"1\"",
            2 => $"\"{random.Next(1, 20)}\"",
            _ => new[] { "*", "W/\"1\"", "1", "\"x\"", "\"99999999999999999999\"" }[random.Next(5)],
        };
        var key = random.Next(10) switch
        {
            0 => "",
            1 => "short",
            2 => new string('k', 200),
            _ => null,
        };
        return SendOneAsync(
            operation,
            people!.For(operation, turn),
            PathOf(operation, mutations, random),
            content,
            operation.Method == HttpMethod.Get ? null : ifMatch,
            operation.Method == HttpMethod.Get ? "" : key
        );
    }

    /// <summary>Sends one request; what it would have changed is taken back.</summary>
    private async Task SendOneAsync(
        ContractOperation operation,
        ApiClient by,
        string path,
        HttpContent? content,
        string? ifMatch,
        string? key
    )
    {
        var bytes = content is null ? null : await content.ReadAsByteArrayAsync();
        for (var steps = 0; steps < 3; steps++)
        {
            Sent++;
            var fresh = bytes is null ? null : new ByteArrayContent(bytes) { Headers = { ContentType = content!.Headers.ContentType } };
            ApiAnswer? answer = null;
            string? undocumented = null;
            var passed = 0;
            api.Breaking.BreakCommits(first: 1, last: int.MaxValue, touching: "idempotent_requests");
            try
            {
                answer = await by.SendOnce(operation.Method, path, fresh, key, ifMatch);
            }
            catch (InvalidOperationException error)
            {
                undocumented = error.Message;
            }
            finally
            {
                passed = api.Breaking.Heal();
            }
            if (passed > 0)
            {
                Accepted++;
                return;
            }
            if (undocumented is not null || answer!.Status >= 500)
            {
                var sent = bytes is null ? "" : Encoding.UTF8.GetString(bytes);
                faults.Add(
                    $"{operation.Id} {path} {undocumented ?? $"{answer!.Status} {answer.Body}"}\n  {sent[..Math.Min(sent.Length, 1500)]}"
                );
                return;
            }
            if (answer.Status is >= 200 and < 300)
                Accepted++;
            if (!await by.StepsUpFor(answer))
                return;
        }
    }

    private string PathOf(ContractOperation operation, Mutations mutations, Random random)
    {
        var at = "";
        var parts = new List<string>();
        foreach (var part in operation.Template.Split('/'))
        {
            parts.Add(part.StartsWith('{') ? Uri.EscapeDataString(Named(part.Trim('{', '}'), at)) : part);
            at = at.Length == 0 && part.Length == 0 ? "/" : $"{at.TrimEnd('/')}/{part}";
        }
        var query = new List<string>();
        foreach (var parameter in operation.Parameters.Where(p => p.GetProperty("in").GetString() == "query"))
        {
            var needed = parameter.TryGetProperty("required", out var required) && required.GetBoolean();
            if (needed ? random.Next(10) > 0 : random.Next(3) == 0)
            {
                var value = InAddress(random.Next(3) == 0 ? mutations.Text() : Usual(parameter.GetProperty("schema")));
                query.Add($"{parameter.GetProperty("name").GetString()}={Uri.EscapeDataString(value)}");
            }
        }
        if (random.Next(30) == 0)
            query.Add("unknown=1");
        return string.Join('/', parts) + (query.Count == 0 ? "" : "?" + string.Join('&', query));

        string Named(string name, string list)
        {
            var schema = operation.Parameters.First(p => p.GetProperty("name").GetString() == name).GetProperty("schema");
            var isId = schema.TryGetProperty("format", out var format) && format.GetString() == "uuid";
            if (isId && random.Next(10) == 0)
                return Guid.NewGuid().ToString();
            if (isId && idsOf.TryGetValue(list, out var known) && known.Count > 0 && random.Next(8) > 0)
                return known[random.Next(known.Count)];
            if (isId && ids.Count > 0)
                return ids.ElementAt(random.Next(ids.Count));
            var text = InAddress(random.Next(2) == 0 ? mutations.Text() : Usual(schema));
            return text is "" or "." or ".." ? "x" : text;
        }

        string Usual(JsonElement unresolved)
        {
            var schema = contract.Resolve(unresolved);
            if (schema.TryGetProperty("enum", out var values))
                return values[random.Next(values.GetArrayLength())].GetString()!;
            if (Contract.TypeOf(schema) == "integer")
                return random.Next(3) == 0 ? mutations.Number()
                    : random.Next(3) == 0 ? "2026"
                    : random.Next(1, 60).ToString(CultureInfo.InvariantCulture);
            return contract.ValueOf(schema)!.ToString();
        }
    }

    /// <summary>An address of more than 8 KB is refused by the web server itself.</summary>
    private static string InAddress(string text) => text.Length > 300 ? text[..300] : text;

    private static ByteArrayContent Text(string text) =>
        new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    [GeneratedRegex("\"[a-z]*[iI]d\":\"(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\"", RegexOptions.ExplicitCapture)]
    private static partial Regex IdMember();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.ExplicitCapture)]
    private static partial Regex Uuid();
}
