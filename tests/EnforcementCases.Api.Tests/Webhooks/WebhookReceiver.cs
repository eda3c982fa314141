using System.Collections.Concurrent;
using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Api.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;

namespace EnforcementCases.Api.Tests.Webhooks;

/// <summary>An event as it came to the receiver.</summary>
internal sealed record ReceivedEvent(string Path, IReadOnlyDictionary<string, string> Headers, byte[] Bytes)
{
    private readonly JsonElement body = JsonElement.Parse(Bytes);

    public string Id => body.GetProperty("id").GetString()!;

    public string Case => body.GetProperty("subject").GetString()!;

    public string Sequence => body.GetProperty("sequence").GetString()!;

    public string Type => body.GetProperty("type").GetString()!;

    public JsonElement Body => body;
}

/// <summary>Another system that events are sent to, on a port of its own; a test decides how it answers.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ReceivedEvent> received = new();

    private WebhookReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(ReceiveAsync);
    }

    /// <summary>How it answers; by default 204.</summary>
    public Func<HttpContext, Task> Answer { get; set; } = Status(204);

    public string Url { get; private set; } = "";

    public IReadOnlyList<ReceivedEvent> Received => [.. received];

    public static Func<HttpContext, Task> Status(int status) =>
        context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

    /// <summary>Breaks the connection without an answer.</summary>
    public static Task HangUp(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public static async Task<WebhookReceiver> StartAsync()
    {
        var receiver = new WebhookReceiver();
        await receiver.app.StartAsync();
        var address = receiver.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        receiver.Url = $"{address}/events";
        return receiver;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        received.Enqueue(new(context.Request.Path, headers, body.ToArray()));
        await Answer(context);
    }
}

/// <summary>What tests of events do.</summary>
internal static class WebhookSteps
{
    public const string Admin = "hg-admin";
    public const string System = "hg-integration";

    private static readonly string[] DecidedAndFell = ["PenaltyDecided", "DecisionFell"];

    /// <summary>A program of its own that may send into the machine itself.</summary>
    public static Task<ApiFixture> StartAsync(params (string Key, string Value)[] settings) =>
        ApiFixture.StartAsync([("Webhooks:AllowedNetworks:0", "127.0.0.0/8"), .. settings]);

    public static async Task<Guid> AccountOf(this ApiFixture api, string userName, string admin = Admin) =>
        (await api.SignedInAs(admin).GetJson("admin/accounts?limit=200"))["items"]
            .EnumerateArray()
            .Single(a => a.GetProperty("userName").GetString() == userName)
            .GetProperty("id")
            .GetGuid();

    public static async Task<ApiAnswer> Subscribe(this ApiFixture api, string url, Guid? account = null, string[]? events = null) =>
        await api.SignedInAs(Admin)
            .PostJson(
                "admin/webhooks",
                new
                {
                    accountId = account ?? await api.AccountOf(System),
                    url,
                    events = events ?? DecidedAndFell,
                }
            );

    public static async Task<(Guid Id, string Secret)> Subscribed(this ApiFixture api, string url)
    {
        var answer = await api.Subscribe(url);
        answer.Status.ShouldBe(201, answer.Body.ToString());
        return (answer["id"].GetGuid(), answer["secret"].GetString()!);
    }

    /// <summary>Sends what is due.</summary>
    public static Task Dispatch(this ApiFixture api, CancellationToken ct = default) =>
        api.Services.GetRequiredService<WebhookDispatcher>().RunAsync(ct);

    public static async Task<List<JsonElement>> Deliveries(this ApiFixture api, Guid subscription, string query = "")
    {
        var list = await api.SignedInAs(Admin).GetJson($"admin/webhooks/deliveries?subscriptionId={subscription}&limit=200{query}");
        list.Status.ShouldBe(200, list.Body.ToString());
        return [.. list["items"].EnumerateArray()];
    }

    public static IEnumerable<string?> States(this IEnumerable<JsonElement> deliveries) =>
        deliveries.Select(d => d.GetProperty("state").GetString());
}
