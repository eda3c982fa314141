using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using EnforcementCases.Api.Access;

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
        {
            var body = new { userName, password = DemoOrganisations.Password };
            using var answer = await Http.PostAsJsonAsync("/api/v1/session", body, ct);
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException(
                    $"sign-in of {userName}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}"
                );
            var session = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
            tokens[userName] = new("Bearer", session.GetProperty("accessToken").GetString());
        }
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
}
