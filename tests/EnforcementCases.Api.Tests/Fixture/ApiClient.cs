using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>Somebody who calls the API: adds the bearer token, and a fresh <c>Idempotency-Key</c> to every write that brings none.</summary>
/// <param name="stepUp">Gives a fresh second factor where an act asks for one; null stays refused.</param>
/// <param name="userName">The account; "" is nobody's.</param>
/// <param name="watch">Sees what is sent; null: nobody does.</param>
public sealed class ApiClient(
    HttpClient http,
    Func<Task<string?>> token,
    Func<Task>? stepUp = null,
    string userName = "",
    IRequestWatch? watch = null
)
{
    /// <summary>The account; "" is nobody's.</summary>
    public string UserName => userName;

    public Task<ApiAnswer> GetJson(string path) => Send(HttpMethod.Get, path);

    public Task<ApiAnswer> PostJson(string path, object? body = null, string? key = null, string? ifMatch = null) =>
        Send(HttpMethod.Post, path, body, key, ifMatch);

    public Task<ApiAnswer> PutJson(string path, object? body = null, string? key = null, string? ifMatch = null) =>
        Send(HttpMethod.Put, path, body, key, ifMatch);

    public Task<ApiAnswer> DeleteJson(string path, object? body = null, string? key = null, string? ifMatch = null) =>
        Send(HttpMethod.Delete, path, body, key, ifMatch);

    /// <param name="body">An anonymous object, or <see cref="HttpContent"/> as it is.</param>
    /// <param name="key">The <c>Idempotency-Key</c>; null makes a fresh one for a write, "" sends none.</param>
    public Task<ApiAnswer> Send(HttpMethod method, string path, object? body = null, string? key = null, string? ifMatch = null) =>
        watch is null || body is HttpContent
            ? SendAsAsked(method, path, body, key, ifMatch)
            : watch.Around(new(this, method, path, body, ifMatch), () => SendAsAsked(method, path, body, key, ifMatch));

    /// <summary>Gives a fresh second factor where an answer asks for one; false: it does not, or none can be given.</summary>
    public async Task<bool> StepsUpFor(ApiAnswer answer)
    {
        if (stepUp is null || answer.Status != 401 || answer["code"].GetString() != "session.step-up-required")
            return false;
        await stepUp();
        return true;
    }

    private async Task<ApiAnswer> SendAsAsked(HttpMethod method, string path, object? body, string? key, string? ifMatch)
    {
        var answer = await SendOnce(method, path, body, key, ifMatch);
        return body is not HttpContent && await StepsUpFor(answer) ? await SendOnce(method, path, body, key, ifMatch) : answer;
    }

    /// <summary>Sends a request as it is: nobody sees it, and no second factor is given.</summary>
    public async Task<ApiAnswer> SendOnce(HttpMethod method, string path, object? body, string? key, string? ifMatch)
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

/// <summary>Sees the requests of a story before they are sent, and what is answered.</summary>
public interface IRequestWatch
{
    /// <param name="sent">What is to be sent.</param>
    /// <param name="send">Sends it.</param>
    Task<ApiAnswer> Around(SentJson sent, Func<Task<ApiAnswer>> send);
}

/// <summary>A request of a story.</summary>
/// <param name="By">Who sends it.</param>
/// <param name="Method">How.</param>
/// <param name="Path">Where to, below <c>/api/v1/</c>.</param>
/// <param name="Body">What; null: nothing.</param>
/// <param name="IfMatch">The version that was seen; null: none is named.</param>
public sealed record SentJson(ApiClient By, HttpMethod Method, string Path, object? Body, string? IfMatch);
