using System.Net;
using System.Text.RegularExpressions;
using Shouldly;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>A browser without script: keeps cookies, fills in forms, follows nothing by itself.</summary>
/// <param name="host">The name that it uses; null for the address.</param>
internal sealed partial class Browser(ApiFixture api, string? host = null) : IDisposable
{
    private readonly HttpClientHandler handler = new() { AllowAutoRedirect = false };
    private HttpClient? http;

    public CookieContainer Cookies => handler.CookieContainer;

    private HttpClient Http => http ??= Open();

    private HttpClient Open()
    {
        var opened = new HttpClient(handler) { BaseAddress = api.Http.BaseAddress };
        opened.DefaultRequestHeaders.Host = host; // as a proxy passes it on
        return opened;
    }

    public async Task<BrowserAnswer> Get(string path) => await BrowserAnswer.ReadAsync(await Http.GetAsync(path));

    /// <summary>Fills in the first form of a page and sends it.</summary>
    public Task<BrowserAnswer> Submit(BrowserAnswer page, params (string Name, string Value)[] fields) => Submit(page, form: 0, fields);

    public async Task<BrowserAnswer> Submit(BrowserAnswer page, int form, params (string Name, string Value)[] fields)
    {
        var shown = Form().Matches(page.Html)[form];
        var hidden = HiddenField()
            .Matches(shown.Value)
            .Select(m => KeyValuePair.Create(m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value)));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        return await BrowserAnswer.ReadAsync(await Http.PostAsync(shown.Groups["action"].Value, content));
    }

    /// <summary>Posts as the script of the dashboard does, with the token that a page of it carries; null for none.</summary>
    public async Task<BrowserAnswer> Act(string path, string? token, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };
        if (token is not null)
            request.Headers.Add("RequestVerificationToken", token);
        return await BrowserAnswer.ReadAsync(await Http.SendAsync(request));
    }

    /// <summary>Signs in over the pages, with the second factor if one is asked for.</summary>
    public async Task<BrowserAnswer> SignIn(string userName, string to = "/jobs")
    {
        var answer = await Submit(
            await Get($"/sign-in?to={Uri.EscapeDataString(to)}"),
            ("userName", userName),
            ("password", ApiFixture.DemoPassword)
        );
        if (answer.Status == 200)
            answer = await Submit(answer, ("code", api.CodeOf(userName)));
        answer.Status.ShouldBe(302, answer.Html);
        return answer;
    }

    public void Dispose()
    {
        http?.Dispose();
        handler.Dispose();
    }

    [GeneratedRegex("""<form method="post" action="(?<action>[^"]*)">.*?</form>""", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)">""", RegexOptions.ExplicitCapture)]
    private static partial Regex HiddenField();
}

/// <summary>What a browser got.</summary>
internal sealed partial record BrowserAnswer(
    int Status,
    string Html,
    string? Location,
    string? ContentPolicy,
    IReadOnlyList<string> SetCookies
)
{
    /// <summary>The token for scripts that a page of the dashboard carries.</summary>
    public string Token => WebUtility.HtmlDecode(TokenInHead().Match(Html).Groups["token"].Value);

    public static async Task<BrowserAnswer> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            return new(
                (int)response.StatusCode,
                await response.Content.ReadAsStringAsync(),
                response.Headers.Location?.OriginalString,
                response.Headers.TryGetValues("Content-Security-Policy", out var policy) ? policy.Single() : null,
                response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : []
            );
        }
    }

    [GeneratedRegex("""<meta name="csrf-token" content="(?<token>[^"]*)">""", RegexOptions.ExplicitCapture)]
    private static partial Regex TokenInHead();
}
