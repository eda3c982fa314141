using EnforcementCases.Api.Access.Sessions;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Jobs;
using EnforcementCases.Platform.Problems;
using EnforcementCases.Platform.Web;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Antiforgery;

namespace EnforcementCases.Api.Access.Pages;

/// <summary>Sign-in of a browser (登录页、二次验证页): the same accounts, locks, second factors and sessions as <c>/api/v1/session</c>, kept in a cookie. Mapped only where pages
/// are served that need it.</summary>
internal static class SignInPages
{
    private const string Device = "浏览器";

    public static void MapSignInPages(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<JobSettings>().Dashboard)
            return;
        var pages = app.MapGroup("").ExcludeFromDescription().WithMetadata(SessionCookie.Accepted);
        pages.MapLate(HttpMethods.Get, SignInPaths.SignIn, (HttpContext http, string? to) => SignInPage(http, to));
        pages.MapLate(HttpMethods.Post, SignInPaths.SignIn, SignInAsync);
        pages.MapLate(HttpMethods.Post, SignInPaths.Code, AnswerAsync);
        pages.MapLate(
            HttpMethods.Get,
            SignInPaths.StepUp,
            (HttpContext http, CurrentUser user, TimeProvider clock, string? to) =>
                user.IsSignedIn ? StepUpPage(http, user, clock, to) : ToSignIn(to)
        );
        pages.MapLate(HttpMethods.Post, SignInPaths.StepUp, StepUpAsync);
        pages.MapLate(HttpMethods.Post, SignInPaths.SignOut, SignOutAsync);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, IMediator mediator, RateLimits limits, CancellationToken ct)
    {
        var form = await FormOf(http, ct);
        var to = form["to"].ToString();
        try
        {
            limits.Count("SignIn", isRead: false, account: null, http.Connection.RemoteIpAddress);
            var answer = await mediator.Send(new SignInCommand(form["userName"].ToString(), form["password"].ToString(), Device), ct);
            return answer.Challenge is { } challenge
                ? CodePage(http, challenge, to)
                : Enter(http, answer.RefreshToken!, answer.RefreshExpiresAt!.Value, to);
        }
        catch (Exception refusal) when (Refusal.Of(refusal) is { } refused)
        {
            return SignInPage(http, to, refused);
        }
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, IMediator mediator, RateLimits limits, CancellationToken ct)
    {
        var form = await FormOf(http, ct);
        var to = form["to"].ToString();
        var (challenge, code) = (form["challenge"].ToString(), form["code"].ToString().Trim());
        try
        {
            limits.Count("AnswerChallenge", isRead: false, account: null, http.Connection.RemoteIpAddress);
            var isCode = code.Length == TimeCode.Digits && code.All(char.IsAsciiDigit);
            var tokens = await mediator.Send(new AnswerChallengeCommand(challenge, isCode ? code : null, isCode ? null : code), ct);
            return Enter(http, tokens.RefreshToken, tokens.RefreshExpiresAt, to);
        }
        catch (Exception refusal) when (Refusal.Of(refusal) is { } refused)
        {
            return CodePage(http, challenge, to, refused);
        }
    }

    private static async Task<IResult> StepUpAsync(
        HttpContext http,
        IMediator mediator,
        CurrentUser user,
        RateLimits limits,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var form = await FormOf(http, ct);
        var to = form["to"].ToString();
        if (!user.IsSignedIn)
            return ToSignIn(to);
        try
        {
            limits.Count("StepUp", isRead: false, user.AccountId, http.Connection.RemoteIpAddress);
            await mediator.Send(new StepUpCommand(form["code"].ToString().Trim()), ct);
            return Results.LocalRedirect(LocalOf(to));
        }
        catch (Exception refusal) when (Refusal.Of(refusal) is { } refused)
        {
            return StepUpPage(http, user, clock, to, refused);
        }
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, IMediator mediator, CurrentUser user, CancellationToken ct)
    {
        await FormOf(http, ct);
        if (user.IsSignedIn)
            await mediator.Send(new SignOutCommand(), ct);
        SessionCookie.Remove(http);
        return ToSignIn(null);
    }

    private static IResult Enter(HttpContext http, string refreshToken, DateTimeOffset until, string to)
    {
        var services = http.RequestServices;
        var session = services.GetRequiredService<RefreshTokens>().Read(refreshToken)!.Value.Session;
        services.GetRequiredService<SessionCookie>().Write(http, session, until - services.GetRequiredService<TimeProvider>().GetUtcNow());
        return Results.LocalRedirect(LocalOf(to));
    }

    private static IResult ToSignIn(string? to) => Results.LocalRedirect(SignInPaths.SignIn + QueryString.Create("to", LocalOf(to)));

    private static IResult SignInPage(HttpContext http, string? to, Refusal? refusal = null) =>
        HtmlPage.Of(
            http,
            "登录",
            Said(refusal)
                + HtmlPage.Form(
                    http,
                    SignInPaths.SignIn,
                    HtmlPage.Hidden("to", LocalOf(to))
                        + HtmlPage.Field("userName", "用户名", "autocomplete=\"username\" maxlength=\"64\"")
                        + HtmlPage.Field("password", "口令", "type=\"password\" autocomplete=\"current-password\" maxlength=\"128\""),
                    "登录"
                ),
            StatusOf(refusal)
        );

    private static IResult CodePage(HttpContext http, string challenge, string to, Refusal? refusal = null) =>
        HtmlPage.Of(
            http,
            "登录第二步",
            Said(refusal)
                + HtmlPage.Form(
                    http,
                    SignInPaths.Code,
                    HtmlPage.Hidden("to", LocalOf(to))
                        + HtmlPage.Hidden("challenge", challenge)
                        + HtmlPage.Field("code", "动态口令或者恢复码", "autocomplete=\"one-time-code\" maxlength=\"20\""),
                    "确定"
                )
                + HtmlPage.Paragraph("动态口令五分钟内有效；超时的，请重新登录。"),
            StatusOf(refusal)
        );

    private static IResult StepUpPage(HttpContext http, CurrentUser user, TimeProvider clock, string? to, Refusal? refusal = null)
    {
        var fresh = user.StepUpUntil > clock.GetUtcNow();
        return HtmlPage.Of(
            http,
            "二次验证",
            HtmlPage.Paragraph($"{user.PersonName}，{(fresh ? "已通过二次验证，有效期内可以操作" : "操作前须再次验证动态口令")}")
                + Said(refusal)
                + HtmlPage.Form(
                    http,
                    SignInPaths.StepUp,
                    HtmlPage.Hidden("to", LocalOf(to))
                        + HtmlPage.Field("code", "动态口令", "inputmode=\"numeric\" autocomplete=\"one-time-code\" maxlength=\"6\""),
                    "验证"
                )
                + HtmlPage.Form(http, SignInPaths.SignOut, "", "退出登录"),
            StatusOf(refusal)
        );
    }

    private static string Said(Refusal? refusal) => refusal is null ? "" : HtmlPage.Paragraph(refusal.Text, "refusal");

    private static int StatusOf(Refusal? refusal) => refusal?.Status ?? StatusCodes.Status200OK;

    /// <summary>The form, if it is from a page of ours.</summary>
    /// <exception cref="BadHttpRequestException">It is not, or it is no form.</exception>
    private static async Task<IFormCollection> FormOf(HttpContext http, CancellationToken ct)
    {
        try
        {
            if (http.Request.HasFormContentType && await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            {
                var form = await http.Request.ReadFormAsync(ct);
                if (!form.SelectMany(field => field.Value).Any(text => text is not null && text.Any(char.IsControl)))
                    return form;
            }
        }
        catch (Exception malformed) when (malformed is AntiforgeryValidationException or InvalidDataException or BadHttpRequestException)
        {
            // no form of ours
        }
        throw BareProblems.ForeignForm.With("请从本系统的页面提交");
    }

    /// <summary>A path of ours; the dashboard for anything else.</summary>
    private static string LocalOf(string? to) =>
        to is ['/', not ('/' or '\\'), ..] && to.All(c => char.IsAscii(c) && !char.IsControl(c)) ? to : JobDashboard.Path;

    /// <summary>Why a form was refused, for its page.</summary>
    private sealed record Refusal(string Text, int Status)
    {
        public static Refusal? Of(Exception exception) =>
            exception switch
            {
                DomainException { Error.Kind: not ErrorKind.Damaged } e => new(
                    $"{e.Error.Title}。{e.Detail}",
                    ProblemMapping.StatusFor(e.Error.Kind)
                ),
                ValidationException e => new(
                    string.Join('；', e.Errors.Select(f => f.ErrorMessage).Distinct(StringComparer.Ordinal)),
                    StatusCodes.Status400BadRequest
                ),
                TooManyRequestsException e => new(e.Error.Title, StatusCodes.Status429TooManyRequests),
                _ => null,
            };
    }
}
