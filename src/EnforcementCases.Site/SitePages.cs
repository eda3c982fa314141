using EnforcementCases.Domain;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Platform.Problems;
using EnforcementCases.Platform.Web;

namespace EnforcementCases.Site;

/// <summary>The routes of the public site (行政执法公示网站): what the organs may do, what they decided, how to contest it.</summary>
internal static class SitePages
{
    public const string Home = "/";
    public const string Decisions = "/decisions";
    public const string Lists = "/lists";
    public const string Remedies = "/remedies";
    public const string Check = "/verify";

    private const string HomeTitle = "首页";

    public static void MapSitePages(this IEndpointRouteBuilder pages)
    {
        pages.MapLate(HttpMethods.Get, SiteFrame.StylePath, SiteFrame.Style);
        pages.MapLate(
            HttpMethods.Get,
            Home,
            (HttpContext http, IPublicRegister register, CancellationToken ct) =>
                ReadAsync(http, HomeTitle, register.OrgansAsync, organs => HomePage.Of(http, organs), ct)
        );
        pages.MapLate(
            HttpMethods.Get,
            Decisions,
            (HttpContext http, IPublicRegister register, CancellationToken ct) =>
                ReadAsync(
                    http,
                    DecisionListPage.Title,
                    cancel => FoundAsync(http, register, cancel),
                    found => DecisionListPage.Of(http, found),
                    ct
                )
        );
        pages.MapLate(
            HttpMethods.Get,
            Decisions + "/{code}",
            (HttpContext http, string code, IPublicRegister register, CancellationToken ct) =>
                ReadAsync(
                    http,
                    DecisionPage.Title,
                    cancel =>
                        code.Length <= PublicPages.LongestCode
                            ? register.DecisionAsync(code, cancel)
                            : throw PublicityErrors.NotPublic.With("编码过长"),
                    DecisionPage.Of,
                    ct,
                    decision => decision.Copy is null ? StatusCodes.Status410Gone : StatusCodes.Status200OK
                )
        );
        pages.MapLate(
            HttpMethods.Get,
            Lists,
            (HttpContext http, IPublicRegister register, CancellationToken ct) =>
                ReadAsync(http, ListPage.Title, register.OrgansAsync, organs => ListPage.Index(http, organs), ct)
        );
        pages.MapLate(
            HttpMethods.Get,
            Lists + "/{list}",
            (HttpContext http, string list, IPublicRegister register, CancellationToken ct) =>
                Enum.TryParse<PublicList>(list, ignoreCase: true, out var wanted) && Enum.IsDefined(wanted)
                    ? ReadAsync(
                        http,
                        wanted.Term(),
                        cancel => register.ListAsync(wanted, Id(http, "organ"), Day(http, "on"), cancel),
                        table => ListPage.Of(http, table),
                        ct
                    )
                    : ReadAsync<PublicTable>(http, ListPage.Title, _ => throw BareProblems.NoSuchRoute.With(list), _ => "", ct)
        );
        pages.MapLate(
            HttpMethods.Get,
            Remedies,
            (HttpContext http, IPublicRegister register, CancellationToken ct) =>
                ReadAsync(http, RemedyPage.Title, register.OrgansAsync, RemedyPage.Of, ct)
        );
        pages.MapLate(
            HttpMethods.Get,
            Check,
            IResult (HttpContext http) =>
                Text(http, "code") is { } code
                    ? Results.LocalRedirect(PublicPages.VerifyPath(code))
                    : SiteFrame.Page(http, VerifyPage.Title, CheckPage.Of(http), StatusCodes.Status200OK)
        );
    }

    private static async Task<FoundDecisions> FoundAsync(HttpContext http, IPublicRegister register, CancellationToken ct)
    {
        var search = new PublicSearch(
            Id(http, "organ"),
            Day(http, "from"),
            Day(http, "to"),
            Enum.TryParse<PublicDecisionKind>(Text(http, "kind"), out var kind) && Enum.IsDefined(kind) ? kind : null,
            Text(http, "number"),
            Text(http, "cursor")
        );
        return new(search, await register.DecisionsAsync(search, ct), await register.OrgansAsync(ct));
    }

    private static Task<IResult> ReadAsync<T>(
        HttpContext http,
        string title,
        Func<CancellationToken, Task<T>> read,
        Func<T, string> page,
        CancellationToken ct,
        Func<T, int>? statusOf = null
    ) => PublicAnswer.ReadAsync(http, SiteFrame.Page, title, read, page, ct, statusOf);

    /// <summary>A value of the query; null if it is missing, empty, repeated or too long. A search form sends what was left empty.</summary>
    private static string? Text(HttpContext http, string name) =>
        http.Request.Query[name] is [{ Length: > 0 and <= 200 } text] && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private static Guid? Id(HttpContext http, string name) => Guid.TryParse(Text(http, name), out var id) ? id : null;

    private static DateOnly? Day(HttpContext http, string name) =>
        Text(http, name) is { } text && StrictTimes.TryParseDate(text, out var day) ? day : null;
}
