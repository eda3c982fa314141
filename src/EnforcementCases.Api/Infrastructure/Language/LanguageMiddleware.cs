using Microsoft.Net.Http.Headers;

namespace EnforcementCases.Api.Infrastructure.Language;

/// <summary>Takes the language from <c>Accept-Language</c>, and says which one the answer is in. Files (papers, drafts, sheets) are Chinese whatever was asked for, unless their route says otherwise.</summary>
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
            if (http.Response.ContentType is { } type && headers.ContentLanguage.Count == 0)
                headers.ContentLanguage = (IsText(type) ? language : AnswerLanguage.Chinese).Tag();
            return Task.CompletedTask;
        });
        await next(http);
    }

    private static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.Contains("json", StringComparison.OrdinalIgnoreCase);
}
