using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Problems;

namespace EnforcementCases.Platform.Web;

/// <summary>One line per request: operation, outcome, time, account. Never a path, a query, a header or a body: they may hold names and numbers.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var started = clock.GetTimestamp();
        var method = http.Request.Method; // the handling of HEAD changes it
        try
        {
            await next(http);
        }
        finally
        {
            var user = http.RequestServices.GetRequiredService<CurrentUser>();
            var refusal = http.Features.Get<ProblemMapping.Outcome>();
            log.LogInformation(
                "{Method} {Operation} {Status} {Code} {Rule} in {Milliseconds} ms by {AccountId}",
                Known(method),
                http.RequestServices.GetRequiredService<RequestContext>().Operation ?? "-",
                http.Response.StatusCode,
                refusal?.Code,
                refusal?.Rule,
                Math.Round(clock.GetElapsedTime(started).TotalMilliseconds, 1),
                user.IsSignedIn ? user.AccountId : null
            );
        }
    }

    /// <summary>A method may be any word that a client makes up.</summary>
    private static string Known(string method) =>
        method is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" ? method : "?";
}
