using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using EnforcementCases.Api.Access;
using EnforcementCases.Domain.Access;

namespace EnforcementCases.Benchmarks.Load;

/// <summary>The officers' devices: signed in, on loopback connections that stay open.</summary>
internal sealed class Handhelds : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly Dictionary<string, AuthenticationHeaderValue> tokens = [];

    public Handhelds(Uri address) =>
        Http = new(
            new SocketsHttpHandler
            {
                MaxConnectionsPerServer = 256,
                UseProxy = false,
                UseCookies = false,
            }
        )
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(60),
        };

    public HttpClient Http { get; }

    /// <summary>Devices whose officers are signed in.</summary>
    public static async Task<Handhelds> SignedInAsync(Uri address, CancellationToken ct)
    {
        var handhelds = new Handhelds(address);
        await handhelds.SignInAsync(ct);
        return handhelds;
    }

    /// <summary>Signs in the officers who log cases.</summary>
    public async Task SignInAsync(CancellationToken ct)
    {
        foreach (var userName in SimpleCases.Officers)
            await SignInAsync(userName, ct);
    }

    /// <summary>Signs in an account of the demo; with the code of its app where it has a second factor, which works once in half a minute.</summary>
    public async Task SignInAsync(string userName, CancellationToken ct)
    {
        var session = await PostAsync("/api/v1/session", new { userName, password = DemoOrganisations.Password }, userName, ct);
        if (session.GetProperty("step").GetString() == "SecondFactor")
        {
            var challenge = session.GetProperty("challenge").GetString();
            var code = TimeCode.Of(DemoOrganisations.SecretOf(userName), TimeCode.StepOf(TimeProvider.System.GetUtcNow()));
            session = await PostAsync("/api/v1/session/challenge", new { challenge, code }, userName, ct);
        }
        tokens[userName] = new("Bearer", session.GetProperty("accessToken").GetString());
    }

    /// <summary>Sends a request as an officer.</summary>
    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string officer,
        string? key,
        byte[]? body,
        CancellationToken ct
    )
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = tokens.GetValueOrDefault(officer);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        return Http.SendAsync(request, ct);
    }

    public Task<HttpResponseMessage> PostAsync(SimpleCase @case, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, "/api/v1/simple-cases", @case.Officer, @case.Key, @case.Body, ct);

    public void Dispose() => Http.Dispose();

    private async Task<JsonElement> PostAsync(string path, object body, string userName, CancellationToken ct)
    {
        using var answer = await Http.PostAsJsonAsync(path, body, ct);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(
                $"sign-in of {userName}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}"
            );
        return await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
    }
}
