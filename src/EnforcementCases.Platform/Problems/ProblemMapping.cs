using System.Globalization;
using System.Text.Json;
using EnforcementCases.Domain;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Persistence.Databases;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Telemetry;
using EnforcementCases.Platform.Web;
using FluentValidation;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Platform.Problems;

/// <summary>Every refusal becomes problem details (RFC 9457) here and nowhere else.</summary>
internal sealed class ProblemMapping(IProblemDetailsService problems, Dialect dialect, AccessSettings access, Measures measures)
    : IExceptionHandler
{
    /// <summary>Retry-After in seconds when the database is busy.</summary>
    private const string Soon = "2";

    /// <summary>Retry-After in seconds when the storage is full: an operator may have freed space by then.</summary>
    private const string Later = "10";

    /// <summary>Where the pages of the codes are.</summary>
    public const string Pages = "/problems/";

    public static readonly DomainError Malformed = new("request.malformed", null, ErrorKind.Malformed, "请求无法解析");
    public static readonly DomainError Invalid = new("request.invalid", null, ErrorKind.Malformed, "请求内容不符合要求");
    public static readonly DomainError TooLarge = new("request.too-large", null, ErrorKind.TooLarge, "请求内容过大");
    public static readonly DomainError Duplicate = new("request.conflict", null, ErrorKind.Conflict, "与已有数据冲突");
    public static readonly DomainError DatabaseAway = new(
        "service.database-unavailable",
        null,
        ErrorKind.Unavailable,
        "系统暂时连不上数据库，请稍后重试"
    );
    public static readonly DomainError Busy = new("service.busy", null, ErrorKind.Unavailable, "系统繁忙，未作任何改动，请稍后重试");
    public static readonly DomainError StorageOut = new(
        "service.storage-unavailable",
        null,
        ErrorKind.Unavailable,
        "存储暂不可用，未作任何改动"
    );

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }
        var tokenIsOld =
            exception is DomainException signIn && signIn.Error == CurrentUser.NotSignedIn && AccessTokens.IsNamedBy(httpContext.Request);
        if (tokenIsOld && exception is DomainException { NextStep: null } unsigned)
            exception = unsigned.Error.With(
                "访问令牌已过期或者无效",
                "POST /api/v1/session/refresh；刷新也被拒绝时重新登录：POST /api/v1/session"
            );
        if (Describe(exception) is not { } problem)
            return false; // a bug: logged once by the framework, answered with a bare 500
        httpContext.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable || Equals(problem.Extensions["code"], "request.in-progress"))
            httpContext.Response.Headers.RetryAfter = Equals(problem.Extensions["code"], StorageOut.Code) ? Later : Soon;
        if (exception is TooManyRequestsException { RetryAfter: var wait })
            httpContext.Response.Headers.RetryAfter = ((int)Math.Ceiling(Math.Max(1, wait.TotalSeconds))).ToString(
                CultureInfo.InvariantCulture
            );
        if (problem.Status == StatusCodes.Status401Unauthorized)
            httpContext.Response.Headers.WWWAuthenticate = Challenge(exception, tokenIsOld);
        if (problem.Status == StatusCodes.Status403Forbidden)
            await JournalOf(httpContext).NoteRefusalAsync(SecurityEventKind.RightRefused);
        if (IsStepUp(exception))
            await JournalOf(httpContext).NoteRefusalAsync(SecurityEventKind.StepUpAsked);
        if (exception is DomainException { Error.Kind: ErrorKind.Damaged } damage)
            await JournalOf(httpContext).NoteRefusalAsync(SecurityEventKind.StoredContentDamaged, damage.Message);
        var outcome = new Outcome((string)problem.Extensions["code"]!, (string?)problem.Extensions["rule"]);
        httpContext.Features.Set(outcome);
        measures.Refused(httpContext.RequestServices.GetRequiredService<Pipeline.RequestContext>().Operation, outcome.Code, outcome.Rule);
        return await problems.TryWriteAsync(
            new()
            {
                HttpContext = httpContext,
                Exception = exception,
                ProblemDetails = problem,
            }
        );
    }

    private static SecurityJournal JournalOf(HttpContext http) => http.RequestServices.GetRequiredService<SecurityJournal>();

    private static bool IsStepUp(Exception exception) =>
        exception is DomainException refusal && refusal.Error == CurrentUser.StepUpRequired;

    /// <summary>The challenge by which a client learns that it needs a fresh second factor (RFC 9470), or another token (RFC 6750); bare if the request had no token.</summary>
    private string Challenge(Exception exception, bool tokenIsOld) =>
        IsStepUp(exception) ? $"Bearer error=\"insufficient_user_authentication\", max_age=\"{access.StepUpFor.TotalSeconds:0}\""
        : tokenIsOld ? "Bearer error=\"invalid_token\""
        : "Bearer";

    /// <summary>Path of the page that explains a code; it is the <c>type</c> of the problem, relative to the address of the request.</summary>
    public static string PathOf(string code) => Pages + code;

    public static int StatusFor(ErrorKind kind) =>
        kind switch
        {
            ErrorKind.Malformed => 400,
            ErrorKind.Unauthenticated => 401,
            ErrorKind.Forbidden => 403,
            ErrorKind.NotFound => 404,
            ErrorKind.NotOffered => 405,
            ErrorKind.WrongStage or ErrorKind.Conflict or ErrorKind.Damaged => 409,
            ErrorKind.Gone => 410,
            ErrorKind.Stale => 412,
            ErrorKind.TooLarge => 413,
            ErrorKind.WrongMediaType => 415,
            ErrorKind.OutOfRange => 416,
            ErrorKind.RuleBroken or ErrorKind.Unacceptable => 422,
            ErrorKind.PreconditionMissing => 428,
            ErrorKind.TooMany => 429,
            ErrorKind.ChecksumMismatch => 460,
            ErrorKind.Unavailable => 503,
        };

    private ProblemDetails? Describe(Exception exception) =>
        exception switch
        {
            TooManyRequestsException e => Problem(e.Error, e.Message, null, null),
            DomainException e => Problem(e.Error, e.Detail, e.NextStep?.Text, e.Pointer is null ? null : [new(e.Pointer, e.Sentence)]),
            ValidationException e => Problem(
                Invalid,
                null,
                null,
                [.. e.Errors.Select(f => new FieldError(JsonPointers.OfProperty(f.PropertyName), f.ErrorMessage))]
            ),
            BadHttpRequestException { InnerException: JsonException json } => Problem(
                Malformed,
                "JSON 不符合要求",
                null,
                JsonPointers.FaultsOf(json)
            ),
            BadHttpRequestException e => Problem(BareProblems.ErrorFor(e.StatusCode), null, null, null),
            DbUpdateConcurrencyException => Problem(Pipeline.RequestContext.VersionStale, null, null, null),
            TimeoutException => Problem(Busy, null, null, null),
            _ when dialect.FaultOf(exception) is { } fault => ErrorFor(fault) is { } error ? Problem(error, null, null, null) : null,
            IOException e when e.HResult is 5 or 28 or 30 or 122 => Problem(StorageOut, null, null, null), // EIO, ENOSPC, EROFS, EDQUOT
            _ => null,
        };

    /// <summary>The refusal of a fault of the database, after all tries; null for a bug of ours.</summary>
    private static DomainError? ErrorFor(DatabaseFault fault) =>
        fault switch
        {
            DatabaseFault.Duplicate => Duplicate,
            DatabaseFault.LockWait or DatabaseFault.Busy or DatabaseFault.Slow => Busy,
            DatabaseFault.Unavailable => DatabaseAway,
            DatabaseFault.Storage => StorageOut,
            DatabaseFault.Other => null,
        };

    private static ProblemDetails Problem(DomainError error, string? detail, string? nextStep, FieldError[]? errors)
    {
        var problem = new ProblemDetails
        {
            Type = PathOf(error.Code),
            Status = StatusFor(error.Kind),
            Title = error.Title,
            Detail = detail,
        };
        problem.Extensions["code"] = error.Code;
        problem.Extensions["rule"] = error.Rule;
        problem.Extensions["basis"] = error.Basis?.ToString();
        if (nextStep is not null)
            problem.Extensions["nextStep"] = nextStep;
        if (errors is not null)
            problem.Extensions["errors"] = errors;
        return problem;
    }

    /// <summary>What is wrong with one member of the request.</summary>
    /// <param name="Pointer">JSON pointer (RFC 6901) into the body.</param>
    /// <param name="Message">What is wrong, in the language asked for.</param>
    internal sealed record FieldError(string Pointer, Sentence Message);

    /// <summary>How a request ended, for its line in the log.</summary>
    /// <param name="Code">Code of the refusal.</param>
    /// <param name="Rule">Id of the rule of law behind it; null if none.</param>
    internal sealed record Outcome(string Code, string? Rule);
}
