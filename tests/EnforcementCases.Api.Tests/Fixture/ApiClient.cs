using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>Somebody who calls the API: adds the bearer token, and a fresh <c>Idempotency-Key</c> to every write that brings none.</summary>
/// <param name="stepUp">Gives a fresh second factor where an act asks for one; null stays refused.</param>
public sealed class ApiClient(HttpClient http, Func<Task<string?>> token, Func<Task>? stepUp = null)
{
    public Task<ApiAnswer> GetJson(string path) => Send(HttpMethod.Get, path);

    public Task<ApiAnswer> PostJson(string path, object? body = null, string? key = null, string? ifMatch = null) =>
        Send(HttpMethod.Post, path, body, key, ifMatch);

    public Task<ApiAnswer> PutJson(string path, object? body = null, string? key = null, string? ifMatch = null) =>
        Send(HttpMethod.Put, path, body, key, ifMatch);

    public Task<ApiAnswer> DeleteJson(string path, object? body = null, string? key = null, string? ifMatch = null) =>
        Send(HttpMethod.Delete, path, body, key, ifMatch);

    /// <param name="body">An anonymous object, or <see cref="HttpContent"/> as it is.</param>
    /// <param name="key">The <c>Idempotency-Key</c>; null makes a fresh one for a write, "" sends none.</param>
    public async Task<ApiAnswer> Send(HttpMethod method, string path, object? body = null, string? key = null, string? ifMatch = null)
    {
        var answer = await SendOnce(method, path, body, key, ifMatch);
        if (stepUp is null || body is HttpContent || answer.Status != 401 || answer["code"].GetString() != "session.step-up-required")
            return answer;
        await stepUp();
        return await SendOnce(method, path, body, key, ifMatch);
    }

    private async Task<ApiAnswer> SendOnce(HttpMethod method, string path, object? body, string? key, string? ifMatch)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : "/api/v1/" + path);
        if (await token() is { } bearer)
            request.Headers.Authorization = new("Bearer", bearer);
        if (key != "" && (key is not null || method != HttpMethod.Get))
            request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString("N"));
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            _ => JsonContent.Create(body, body.GetType(), new MediaTypeHeaderValue("application/json")),
        };
        return await ApiAnswer.ReadAsync(await http.SendAsync(request));
    }
}
