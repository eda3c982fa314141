using System.Net;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.Problems;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EnforcementCases.Platform.Web;

/// <summary>The web contract: strict JSON and query strings, problem details, limits.</summary>
internal static class WebRegistration
{
    public static IServiceCollection AddWebContract(this IServiceCollection services, IConfiguration configuration)
    {
        services.ConfigureHttpJsonOptions(options => StrictJson.Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = StrictJson.LargestBody;
        });
        services.AddEndpointsApiExplorer();
        services.AddResponseCompression(Compress);
        services.AddSingleton<TextForms>();
        services.AddSingleton<QueryCheck>();
        services.AddSingleton(configuration.GetSection("RateLimits").Get<RateLimitSettings>() ?? new());
        services.AddSingleton<RateLimits>();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<ImportTurns>();
        services.AddSingleton<IProblemDetailsWriter, BareProblems.Writer>(); // before the framework's own: the first that can write does
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemMapping>();
        return services;
    }

    /// <summary>The order of the middleware; the user of the request is found after it, by <see cref="UseCaller"/>.</summary>
    public static void UseWebContract(this WebApplication app)
    {
        UseConfiguredProxies(app);
        app.Use(SafeHeaders.Add);
        app.UseResponseCompression();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<LanguageMiddleware>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(BareProblems.AnswerAsync);
        app.Use(HeadAsGet);
        app.UseRouting();
    }

    /// <summary>Finds the user of the request and checks the user's rights.</summary>
    public static void UseCaller(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseMiddleware<RequestMiddleware>();
    }

    /// <summary>JSON only: files are compressed already, and a page may contain a token of its form. Over TLS too: the API is called with a token in a header, which no
    /// foreign page can make a browser send.</summary>
    private static void Compress(ResponseCompressionOptions options)
    {
        options.EnableForHttps = true;
        options.MimeTypes = ["application/json", "application/problem+json"];
    }

    /// <summary>HEAD is GET without the body (RFC 9110), which the server leaves out by itself.</summary>
    private static Task HeadAsGet(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method))
            http.Request.Method = HttpMethods.Get;
        return next(http);
    }

    /// <summary><c>Proxy:Addresses</c>: the proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are trusted; default: none.</summary>
    private static void UseConfiguredProxies(WebApplication app)
    {
        var proxies = app.Configuration.GetSection("Proxy:Addresses").Get<string[]>() ?? [];
        if (proxies.Length == 0)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            options.KnownProxies.Add(IPAddress.Parse(proxy));
        app.UseForwardedHeaders(options);
    }
}
