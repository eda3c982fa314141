using System.Collections.Frozen;
using EnforcementCases.Domain;
using EnforcementCases.Platform.Language;
using EnforcementCases.Platform.OpenApi;
using EnforcementCases.Platform.Problems;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Site;

/// <summary>What a code of refusal means (错误说明): the page to which the <c>type</c> of a problem leads. A document for developers and officers, open to everybody; it contains nothing of a case.</summary>
internal sealed class ProblemPage(ErrorCatalogue errors)
{
    private const string Title = "错误说明";

    private readonly FrozenDictionary<string, DomainError> byCode = errors.All.ToFrozenDictionary(e => e.Code, StringComparer.Ordinal);

    public static Task<IResult> Answer(HttpContext http, string code, ProblemPage pages, CancellationToken ct) =>
        PublicAnswer.ReadAsync(
            http,
            PublicAnswer.OnSmallPage,
            Title,
            _ => Task.FromResult(pages.Explain(code) ?? throw BareProblems.NoSuchRoute.With(Title)),
            Html,
            ct
        );

    /// <summary>The explanation of a code in the language asked for; null if there is no such code.</summary>
    private ExplainedProblem? Explain(string code) =>
        code == BareProblems.Failed
            ? new(
                code,
                StatusCodes.Status500InternalServerError,
                Current(BareProblems.FailedTitle),
                null,
                null,
                Current("将 traceId 告知管理员")
            )
        : byCode.GetValueOrDefault(code) is { } error
            ? new(
                error.Code,
                ProblemMapping.StatusFor(error.Kind),
                Current(error.Title),
                error.Rule,
                error.Basis is { } basis ? Current(basis.ToString()) : null,
                Current(NextStep(error.Kind))
            )
        : null;

    private static string Html(ExplainedProblem problem) =>
        HtmlPage.Paragraph(problem.Title, "fallen")
        + new Facts()
            .Add("错误代码", problem.Code)
            .Add("HTTP 状态", FormattableString.Invariant($"{problem.Status}"))
            .Add("规则编号", problem.Rule)
            .Add("法律依据", problem.Basis)
            .Add("下一步", problem.NextStep);

    private static string Current(string chinese) => English.Current(chinese);

    /// <summary>What to do, as far as the kind shows it. The answer itself is more exact: its <c>nextStep</c>, <c>detail</c> and <c>errors</c> are about the request.</summary>
    private static string NextStep(ErrorKind kind) =>
        kind switch
        {
            ErrorKind.Malformed => "按 errors 指明的位置更正请求后重新发送",
            ErrorKind.Unauthenticated => "登录、刷新访问令牌或者再次验证动态口令后重试",
            ErrorKind.Forbidden => "由有权的岗位或者人员办理",
            ErrorKind.NotFound => "核对编号；不属于本机构范围的内容同样显示为不存在",
            ErrorKind.NotOffered => "按接口说明改用该地址支持的方法",
            ErrorKind.WrongStage => "先读取案件当前的阶段和可以办理的环节",
            ErrorKind.Conflict => "重新读取后再办理",
            ErrorKind.Gone => "该内容已不再提供；上传的，重新开始上传",
            ErrorKind.OutOfRange => "按答复给出的长度更正范围",
            ErrorKind.ChecksumMismatch => "自答复给出的偏移处重新发送该部分",
            ErrorKind.Stale => "重新读取，以新的 ETag 作为 If-Match 再办理",
            ErrorKind.TooLarge => "减小内容或者分次发送",
            ErrorKind.WrongMediaType => "按接口说明更改 Content-Type",
            ErrorKind.RuleBroken => "按所列法律条文更正后再办理",
            ErrorKind.Unacceptable => "按 detail 和 errors 更正内容后再办理",
            ErrorKind.PreconditionMissing => "先读取，以得到的 ETag 作为 If-Match",
            ErrorKind.TooMany => "等待 Retry-After 所示的秒数后再试",
            ErrorKind.Unavailable => "等待 Retry-After 所示的秒数后，以同一 Idempotency-Key 重试",
            ErrorKind.Damaged => "停止使用该内容，将 traceId 告知管理员",
        };
}

/// <summary>A code of refusal, explained.</summary>
/// <param name="Code">The code.</param>
/// <param name="Status">HTTP status of the answers that carry it.</param>
/// <param name="Title">What it means, in the language asked for.</param>
/// <param name="Rule">Id of the rule of law; null if none.</param>
/// <param name="Basis">The article; null if none.</param>
/// <param name="NextStep">What to do, in the language asked for.</param>
public sealed record ExplainedProblem(string Code, int Status, string Title, string? Rule, string? Basis, string NextStep);
