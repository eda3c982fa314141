using Microsoft.Net.Http.Headers;

namespace EnforcementCases.Platform.Language;

/// <summary>Takes the language from <c>Accept-Language</c> and states it in <c>Content-Language</c>, except for files: papers are always Chinese.</summary>
internal sealed class LanguageMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var language = AnswerLanguages.Of(http.Request.Headers.AcceptLanguage);
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

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.Contains("json", StringComparison.OrdinalIgnoreCase);
}
