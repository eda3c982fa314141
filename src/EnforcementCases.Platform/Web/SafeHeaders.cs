namespace EnforcementCases.Platform.Web;

/// <summary>Headers of every answer, unless its own handler set others: nothing is kept by a browser or a proxy, no content is taken for another kind, no page is framed.</summary>
internal static class SafeHeaders
{
    /// <summary>Scripts only from this program; styles may be written in the page, as those of Swagger are.</summary>
    private const string PagePolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    public static Task Add(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(
            static state =>
            {
                var response = ((HttpContext)state).Response;
                response.Headers.XContentTypeOptions = "nosniff";
                if (response.Headers.CacheControl.Count == 0)
                    response.Headers.CacheControl = "no-store";
                if (IsPage(response) && response.Headers.ContentSecurityPolicy.Count == 0)
                    response.Headers.ContentSecurityPolicy = PagePolicy;
                return Task.CompletedTask;
            },
            http
        );
        return next(http);
    }

    private static bool IsPage(HttpResponse response) =>
        response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
}
