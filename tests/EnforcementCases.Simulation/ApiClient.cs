using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace EnforcementCases.Simulation;

/// <summary>An answer of the system.</summary>
internal sealed record Answer(int Status, JsonElement Body, string? ETag)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    public string? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    /// <summary>The body of an answer that has to be a success.</summary>
    public JsonElement Needed(string what) => IsSuccess ? Body : throw new StoppedException($"{what}：{this}");

    public override string ToString() => $"{Status} {Body}";
}

/// <summary>Somebody's way to the system, over a bad line: waits for the server, tries again with the same key, signs in again when the session is over.</summary>
internal sealed class ApiClient(HttpClient http, Server? server)
{
    private const string DemoPassword = "Demo-2026-pass";

    /// <summary>Longest that a call is tried.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, string> tokens = new(StringComparer.Ordinal);
    private readonly AuthenticatorApp app = new();

    public Task<Answer> Get(string account, string path) => Send(account, () => new(HttpMethod.Get, "api/v1/" + path));

    /// <param name="key">The same for the same act, in this run and in any later one.</param>
    public Task<Answer> Post(string account, string path, object body, string key, string? ifMatch = null) =>
        Send(
            account,
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/" + path) { Content = Json(body) };
                request.Headers.Add("Idempotency-Key", key);
                if (ifMatch is not null)
                    request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
                return request;
            }
        );

    /// <summary>A call that carries a proof of its own instead of a session; made anew for each try.</summary>
    public Task<Answer> Send(Func<HttpRequestMessage> make) => Send(account: null, make);

    public async Task<bool> CanSignIn(string account)
    {
        if (tokens.ContainsKey(account))
            return true;
        var answer = await Try(() =>
            new(HttpMethod.Post, "api/v1/session") { Content = Json(new { userName = account, password = DemoPassword }) }
        );
        if (!answer.IsSuccess)
            return false;
        if (answer.Body.GetProperty("step").GetString() == "SecondFactor")
        {
            var challenge = answer.Body.GetProperty("challenge").GetString();
            answer = await WithCode(
                account,
                code => Try(() => new(HttpMethod.Post, "api/v1/session/challenge") { Content = Json(new { challenge, code }) })
            );
        }
        tokens[account] = answer.Needed($"以 {account} 登录").GetProperty("accessToken").GetString()!;
        return true;
    }

    /// <summary>An act that weighs asks for a fresh code.</summary>
    private async Task StepUp(string account)
    {
        var answer = await WithCode(
            account,
            code =>
                Try(() =>
                    new(HttpMethod.Post, "api/v1/session/step-up")
                    {
                        Content = Json(new { code }),
                        Headers = { Authorization = new("Bearer", tokens[account]) },
                    }
                )
        );
        answer.Needed($"{account} 的二次验证");
    }

    /// <summary>No code is good twice: where an earlier run used this one, the next is waited for.</summary>
    private async Task<Answer> WithCode(string account, Func<string, Task<Answer>> send)
    {
        for (var tries = 1; ; tries++)
        {
            var answer = await send(await app.NextCode(account));
            if (answer.Code is not ("session.second-factor-refused" or "session.code-refused") || tries == 3)
                return answer;
        }
    }

    private static HttpContent Json(object body) => JsonContent.Create(body, body.GetType(), new MediaTypeHeaderValue("application/json"));

    private async Task<Answer> Send(string? account, Func<HttpRequestMessage> make)
    {
        while (true)
        {
            if (account is not null && !await CanSignIn(account))
                throw new StoppedException($"不能以 {account} 登录；演示账号只在 --demo 的服务上有");
            var answer = await Try(() =>
            {
                var request = make();
                if (account is not null)
                    request.Headers.Authorization = new("Bearer", tokens[account]);
                return request;
            });
            if (answer.Status != 401 || account is null)
                return answer;
            if (answer.Code == "session.step-up-required")
                await StepUp(account);
            else
                tokens.Remove(account);
        }
    }

    private async Task<Answer> Try(Func<HttpRequestMessage> make)
    {
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        for (var pause = TimeSpan.FromMilliseconds(200); ; pause = pause < TimeSpan.FromSeconds(5) ? pause * 1.7 : pause)
        {
            string trouble;
            try
            {
                using var request = make();
                using var response = await http.SendAsync(request);
                var bytes = await response.Content.ReadAsByteArrayAsync();
                using var json =
                    bytes.Length > 0 && response.Content.Headers.ContentType?.MediaType?.Contains("json") == true
                        ? JsonDocument.Parse(bytes)
                        : null;
                var answer = new Answer((int)response.StatusCode, json?.RootElement.Clone() ?? default, response.Headers.ETag?.ToString());
                if (!IsPassing(response.StatusCode, answer))
                    return answer;
                trouble = answer.ToString();
                if (response.Headers.RetryAfter?.Delta is { } asked && asked > pause)
                    pause = asked;
            }
            catch (Exception error) when (error is HttpRequestException or TaskCanceledException or IOException)
            {
                trouble = error.Message;
                server?.EnsureRunning();
            }
            if (Environment.TickCount64 > until)
                throw new StoppedException(
                    $"服务 {http.BaseAddress} 在 {Patience.TotalMinutes:0} 分钟内没有恢复：{trouble}。可以原样再运行一次，已办的不会重办"
                );
            await Task.Delay(pause);
        }
    }

    private static bool IsPassing(HttpStatusCode status, Answer answer) =>
        (int)status >= 500 || status == HttpStatusCode.TooManyRequests || answer.Code == "request.in-progress";
}
