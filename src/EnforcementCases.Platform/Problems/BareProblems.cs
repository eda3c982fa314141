using System.Diagnostics;
using EnforcementCases.Domain;
using EnforcementCases.Platform.Language;
using Microsoft.AspNetCore.Mvc;

namespace EnforcementCases.Platform.Problems;

/// <summary>Refusals of the web server itself, which knows a status and nothing more: no such route, wrong method, wrong media type, a bug.</summary>
internal static class BareProblems
{
    public static readonly DomainError NoSuchRoute = new("request.no-such-route", null, ErrorKind.NotFound, "没有这个地址");

    public static readonly DomainError MethodNotAllowed = new(
        "request.method-not-allowed",
        null,
        ErrorKind.NotOffered,
        "该地址不支持这种请求方法"
    );

    public static readonly DomainError UnsupportedMediaType = new(
        "request.unsupported-media-type",
        null,
        ErrorKind.WrongMediaType,
        "请求内容应为 UTF-8 编码的 application/json"
    );

    public static readonly DomainError ForeignForm = new(
        "request.foreign-form",
        null,
        ErrorKind.Forbidden,
        "表单已过期，或者不是由本系统的页面提交"
    );

    /// <summary>The one problem that is a bug of ours.</summary>
    public const string Failed = "service.failed";

    public const string FailedTitle = "系统内部错误，请将 traceId 告知管理员";

    public static DomainError ErrorFor(int status) =>
        status switch
        {
            StatusCodes.Status404NotFound => NoSuchRoute,
            StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
            StatusCodes.Status413PayloadTooLarge => ProblemMapping.TooLarge,
            StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
            _ => ProblemMapping.Malformed,
        };

    /// <summary>Gives an answer without a body a problem body; OPTIONS is answered with the allowed methods.</summary>
    public static async Task AnswerAsync(Microsoft.AspNetCore.Diagnostics.StatusCodeContext bare)
    {
        var http = bare.HttpContext;
        if (http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed && HttpMethods.IsOptions(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent; // Allow is set
            return;
        }
        await http
            .RequestServices.GetRequiredService<IProblemDetailsService>()
            .WriteAsync(
                new()
                {
                    HttpContext = http,
                    ProblemDetails = new ProblemDetails { Status = http.Response.StatusCode },
                }
            );
    }

    /// <summary>Writes every problem as <c>application/problem+json</c>, whatever the client accepts: a client that asked for a PDF still learns why there is none.</summary>
    internal sealed class Writer : IProblemDetailsWriter
    {
        public bool CanWrite(ProblemDetailsContext context) => true;

        public ValueTask WriteAsync(ProblemDetailsContext context)
        {
            var problem = context.ProblemDetails;
            if (!problem.Extensions.ContainsKey("code"))
                Complete(problem, problem.Status ?? context.HttpContext.Response.StatusCode);
            SayInLanguageAsked(problem, context.Exception as DomainException);
            problem.Extensions["traceId"] = Activity.Current?.TraceId.ToHexString() ?? context.HttpContext.TraceIdentifier;
            return new(
                context.HttpContext.Response.WriteAsJsonAsync(
                    problem,
                    options: null,
                    contentType: "application/problem+json",
                    context.HttpContext.RequestAborted
                )
            );
        }

        private static void SayInLanguageAsked(ProblemDetails problem, DomainException? refusal)
        {
            problem.Title = problem.Title is { } title ? English.Current(title) : null;
            problem.Detail =
                refusal is not null && problem.Detail is not null ? English.Current(refusal.Sentence)
                : problem.Detail is { } detail ? English.Current(detail)
                : null;
            if (problem.Extensions.TryGetValue("basis", out var said) && said is string basis)
                problem.Extensions["basis"] = English.Current(basis);
            if (refusal?.NextStep is { } nextStep)
                problem.Extensions["nextStep"] = English.Current(nextStep);
        }

        private static void Complete(ProblemDetails problem, int status)
        {
            var (code, title) = status >= 500 ? (Failed, FailedTitle) : Named(ErrorFor(status));
            problem.Type = ProblemMapping.PathOf(code);
            problem.Title = title;
            problem.Status = status;
            problem.Extensions["code"] = code;
        }

        private static (string Code, string Title) Named(DomainError error) => (error.Code, error.Title);
    }
}
