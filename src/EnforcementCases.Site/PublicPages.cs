using EnforcementCases.Platform.Problems;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Site;

/// <summary>The pages to which the codes on papers lead: open to everybody, without script and without anything private. Chinese, or English by <c>Accept-Language</c>; JSON by <c>Accept</c>.</summary>
internal static class PublicPages
{
    private const string Verify = "/public/verify/";
    private const string Pay = "/public/pay/";

    /// <summary>Longer codes are nobody's: they are not looked for.</summary>
    internal const int LongestCode = 40;

    /// <summary>Path of the page that verifies a document.</summary>
    public static string VerifyPath(string code) => Verify + Uri.EscapeDataString(code);

    /// <summary>Path of the page on which a payer sees what to pay.</summary>
    public static string PayPath(string code) => Pay + Uri.EscapeDataString(code);

    public static IServiceCollection AddSite(this IServiceCollection services) => services.AddSingleton<ProblemPage>();

    /// <summary>Path of the page of a published decision.</summary>
    public static string DecisionPath(string code) => $"{SitePages.Decisions}/{Uri.EscapeDataString(code)}";

    public static void MapPublicPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapLate(HttpMethods.Get, ProblemMapping.Pages + "{code}", ProblemPage.Answer);
        pages.MapLate(HttpMethods.Get, HtmlPage.StylePath, HtmlPage.Style);
        pages.MapLate(
            HttpMethods.Get,
            Verify + "{code}",
            (HttpContext http, string code, IPublicRegister register, CancellationToken ct) =>
                AnswerAsync(http, code, register.DocumentAsync, VerifyPage.Of, VerifyPage.Title, ct)
        );
        pages.MapLate(
            HttpMethods.Get,
            Pay + "{code}",
            (HttpContext http, string code, IPublicRegister register, CancellationToken ct) =>
                AnswerAsync(http, code, register.FineAsync, PayPage.Of, PayPage.Title, ct)
        );
        pages.MapSitePages();
    }

    private static Task<IResult> AnswerAsync<T>(
        HttpContext http,
        string code,
        Func<string, CancellationToken, Task<T>> read,
        Func<T, string> page,
        string title,
        CancellationToken ct
    ) =>
        PublicAnswer.ReadAsync(
            http,
            PublicAnswer.OnSmallPage,
            title,
            cancel => code.Length <= LongestCode ? read(code, cancel) : throw BareProblems.NoSuchRoute.With(title),
            page,
            ct
        );
}
