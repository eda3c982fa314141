using Microsoft.Net.Http.Headers;

namespace EnforcementCases.Platform.Language;

/// <summary>Takes the language from <c>Accept-Language</c>, or on a page from its switch (<c>?lang=en</c>), and states it in <c>Content-Language</c>, except for files: papers are always Chinese.</summary>
internal sealed class LanguageMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var language = AnswerLanguages.Of(Switched(http.Request) ?? http.Request.Headers.AcceptLanguage);
        AnswerLanguages.Current = language;
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            if (http.Response.ContentType is { } type && IsText(type))
                headers.ContentLanguage = language.Tag();
            return Task.CompletedTask;
        });
        await next(http);
    }

    /// <summary>What the visitor of a page chose; null if nothing, and for every request of the API.</summary>
    private static string? Switched(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? null
        : request.Query["lang"] is [{ Length: > 0 } chosen] ? chosen
        : null;

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.Contains("json", StringComparison.OrdinalIgnoreCase);
}
