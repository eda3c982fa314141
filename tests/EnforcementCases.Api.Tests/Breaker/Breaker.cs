using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using EnforcementCases.Api.Tests.Fixture;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace EnforcementCases.Api.Tests.Breaker;

/// <summary>What was answered to a break.</summary>
/// <param name="History">The lawful history.</param>
/// <param name="Act">The operation.</param>
/// <param name="Turn">The how manieth of this operation in the history, 1, 2 …</param>
/// <param name="Member">The reference that was broken.</param>
/// <param name="Name">How.</param>
/// <param name="Refusal">Code of the refusal with its rule; null: nothing was refused.</param>
internal sealed record Answered(string History, string Act, int Turn, string Member, string Name, string? Refusal);

/// <summary>Plays lawful histories against a program of its own, and before each of their requests sends every break of it.</summary>
/// <remarks>
/// A history is played twice: once as it is, for the ids that another case of the same kind has, then with the breaks. A break that passes every gate is taken back just
/// before its commit, so the lawful request that follows finds the case as it was, and is accepted: what was refused was refused because of the break.
/// Requests that lead up to one already broken in an earlier history are not broken again.
/// </remarks>
internal sealed partial class Breaker(ApiFixture api) : IRequestWatch
{
    /// <summary>The people who try an act that is somebody else's.</summary>
    private static readonly (string UserName, string Words)[] Others =
    [
        ("hg-officer1", "by the handling officer"),
        ("hg-officer3", "by an officer who does not handle the case"),
        ("xc-head", "by the head of another street"),
    ];

    private readonly List<Answered> answered = [];
    private readonly HashSet<string> broken = new(StringComparer.Ordinal);
    private readonly HashSet<Type> bodies = [];
    private List<Operation>? operations;
    private Play? play;

    /// <summary>All answers so far.</summary>
    public IReadOnlyList<Answered> Answers => answered;

    /// <summary>Types of the bodies that were broken.</summary>
    public IReadOnlySet<Type> Bodies => bodies;

    /// <summary>How many lawful requests were sent.</summary>
    public int Lawful { get; private set; }

    public async Task PlayAsync(History history)
    {
        api.Watch = this;
        try
        {
            var decoy = await PlayOnceAsync(history, []);
            await PlayOnceAsync(history, decoy);
        }
        finally
        {
            api.Watch = null;
        }
    }

    private async Task<List<Request>> PlayOnceAsync(History history, List<Request> decoy)
    {
        play = new(history.Name, decoy);
        await history.Story(api);
        if (decoy.Count > 0)
            play.Done.Count.ShouldBe(decoy.Count, history.Name);
        return play.Done;
    }

    public async Task<ApiAnswer> Around(SentJson sent, Func<Task<ApiAnswer>> send)
    {
        var request = RequestOf(sent);
        if (request is null)
        {
            var seen = await send();
            if (sent.Method == HttpMethod.Get && seen.Status == 200)
                play!.Known.Learn(NodeOf(seen.Body));
            return seen;
        }

        var position = play!.Done.Count;
        var decoy = position < play.Decoy.Count ? play.Decoy[position] : null;
        play.Come(request);
        var breaks = decoy is { Accepted: true } && broken.Add(play.Prefix);
        if (breaks)
            await BreakAsync(request, decoy!);
        var answer = await send();
        request.Accepted = answer.Status is >= 200 and < 300;
        play.Done.Add(request);
        if (decoy is not null)
            request.Accepted.ShouldBe(decoy.Accepted, $"{play.History}: {request.Operation.Name} after its breaks: {answer.Body}");
        if (!request.Accepted)
            return answer;
        Lawful++;
        play.Known.Learn(request.Body, request.Operation.Makes);
        play.Known.Learn(NodeOf(answer.Body), request.Operation.Makes);
        play.Known.Done(request.Body);
        if (breaks)
            await TryAsync(request with { IfMatch = answer.ETag ?? request.IfMatch }, request.By, request.Body, "(act)", "repeated");
        return answer;
    }

    private async Task BreakAsync(Request request, Request decoy)
    {
        bodies.Add(request.Operation.Body);
        foreach (var one in Breaks.Of(request.Body, request.Operation.Body, decoy.Body, play!.Known))
            await TryAsync(request, request.By, one.Body, one.Member, one.Name);
        foreach (var (userName, words) in Others)
            if (userName != request.By.UserName)
                await TryAsync(request, api.SignedInAs(userName), request.Body, "(person)", words);
    }

    /// <summary>Sends a broken request; what it would have changed is taken back.</summary>
    private async Task TryAsync(Request request, ApiClient by, JsonNode body, string member, string name)
    {
        ApiAnswer answer;
        int passed;
        do
        {
            api.Breaking.BreakCommits(first: 1, last: int.MaxValue, touching: "idempotent_requests");
            try
            {
                answer = await by.SendOnce(HttpMethod.Post, request.Path, body, key: null, request.IfMatch);
            }
            finally
            {
                passed = api.Breaking.Heal();
            }
        } while (await by.StepsUpFor(answer));
        if (passed == 0)
            answer.Status.ShouldBeInRange(400, 499, $"{play!.History}, {request.Operation.Name}, {member}, {name}: {answer.Body}\n{body}");
        answered.Add(
            new(
                play!.History,
                request.Operation.Name,
                play.Turns[request.Operation.Name],
                member,
                name,
                passed > 0 ? null : Refusal(answer)
            )
        );
    }

    private static string Refusal(ApiAnswer answer)
    {
        var code = answer["code"].GetString()!;
        return answer.Body.TryGetProperty("rule", out var rule) && rule.GetString() is { Length: > 0 } id ? $"{code} ({id})" : code;
    }

    private Request? RequestOf(SentJson sent)
    {
        if (sent.Method != HttpMethod.Post || sent.Body is null)
            return null;
        operations ??= Operation.Of(api);
        return operations.Find(o => o.Path.IsMatch(sent.Path)) is { } operation
            ? new Request(
                sent.By,
                operation,
                sent.Path,
                JsonSerializer.SerializeToNode(sent.Body, JsonSerializerOptions.Web)!.Reread(),
                sent.IfMatch
            )
            : null;
    }

    private static JsonNode? NodeOf(JsonElement body) =>
        body.ValueKind == JsonValueKind.Undefined ? null : JsonNode.Parse(body.GetRawText());

    /// <summary>An operation whose requests are broken.</summary>
    /// <param name="Name">Its name in the contract.</param>
    /// <param name="Path">Its paths.</param>
    /// <param name="Body">Type of its body.</param>
    /// <param name="Makes">What the id in its answer names.</param>
    private sealed record Operation(string Name, Regex Path, Type Body, string? Makes)
    {
        private static readonly (string Route, string? Makes)[] Broken =
        [
            ("api/v1/cases/{id:guid}/acts/", null),
            ("api/v1/simple-cases", "caseId"),
            ("api/v1/ordinary-cases", "caseId"),
            ("api/v1/correction-orders", "correctionOrderId"),
            ("api/v1/discretion/assessments", "assessmentId"),
        ];

        public static List<Operation> Of(ApiFixture api) =>
            [
                .. from endpoint in api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
                let route = endpoint.RoutePattern.RawText!.TrimStart('/').TrimEnd('/')
                where
                    endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") == true
                    && !route.EndsWith("simple-cases/assessment", StringComparison.Ordinal)
                from broken in Broken
                where route.StartsWith(broken.Route, StringComparison.Ordinal)
                let body = endpoint.Metadata.OfType<IAcceptsMetadata>().Select(a => a.RequestType).FirstOrDefault(t => t is not null)
                where body is not null
                select new Operation(
                    endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName,
                    new($"^{Id().Replace(route["api/v1/".Length..], "[^/]+")}$", RegexOptions.None, TimeSpan.FromSeconds(1)),
                    body!,
                    broken.Makes
                ),
            ];
    }

    /// <summary>A request of a history.</summary>
    private sealed record Request(ApiClient By, Operation Operation, string Path, JsonNode Body, string? IfMatch)
    {
        public bool Accepted { get; set; }
    }

    /// <summary>A history while it is played.</summary>
    private sealed class Play(string history, List<Request> decoy)
    {
        public string History => history;
        public List<Request> Decoy => decoy;
        public List<Request> Done { get; } = [];
        public KnownThings Known { get; } = new();
        public Dictionary<string, int> Turns { get; } = new(StringComparer.Ordinal);

        /// <summary>A hash over all requests so far, without ids and numbers.</summary>
        public string Prefix { get; private set; } = "";

        public void Come(Request request)
        {
            Turns[request.Operation.Name] = Turns.GetValueOrDefault(request.Operation.Name) + 1;
            var same = OfThisCase().Replace(request.Body.ToJsonString(), "#");
            Prefix = Convert.ToHexString(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{Prefix}\n{request.Operation.Name}\n{request.By.UserName}\n{same}"))
            );
        }
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Id();

    /// <summary>Ids, hashes and numbers: the same act of another day or sum is not broken again.</summary>
    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|[0-9]{17}[0-9X]|[0-9]+", RegexOptions.ExplicitCapture)]
    private static partial Regex OfThisCase();
}

internal static class JsonNodes
{
    /// <summary>The node as it is read from its text: every value is one of JSON, not of the program.</summary>
    public static JsonNode Reread(this JsonNode node) => JsonNode.Parse(node.ToJsonString())!;
}
