using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Pipeline;
using EnforcementCases.Platform.Web;
using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.DataProtection;

namespace EnforcementCases.Platform.Jobs;

/// <summary>The engine's own pages at <c>/jobs</c>, switched on by <c>Jobs:Dashboard</c>. An administrator or auditor looks; an administrator of all organisations with a fresh
/// second factor acts. Wherever a request comes from, it is nobody's until it is signed in: behind a proxy everybody comes from the machine itself.</summary>
internal static class JobDashboard
{
    public const string Path = "/jobs";

    private const string Policy = "job-dashboard";

    private static readonly Right Look = Rights.Read("ReadJobDashboard", "查看任务引擎页面", Role.Administrator, Role.Auditor);

    private static readonly Right Act = Rights.StepUp(Rights.Administer("UseJobDashboard", "操作任务引擎", Role.Administrator));

    public static IServiceCollection AddJobDashboard(this IServiceCollection services, Installation installation)
    {
        services
            .AddDataProtection()
            .SetApplicationName("EnforcementCases")
            .PersistKeysToFileSystem(new(System.IO.Path.Combine(installation.KeyDirectory, "forms")));
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "ec-form";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true; // frame-ancestors states it
        });
        services.AddAuthorization(options =>
            options.AddPolicy(
                Policy,
                policy => policy.RequireAssertion(context => context.Resource is HttpContext http && RefusalOf(http) is null)
            )
        );
        return services.AddSingleton<IAuthorizationMiddlewareResultHandler, Answer>();
    }

    /// <summary>Maps it if it is switched on; after the user of the request is known.</summary>
    public static void UseJobDashboard(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<JobSettings>().Dashboard)
            return;
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase),
            branch => branch.Use(ProtectAsync)
        );
        app.UseAuthorization();
        app.MapHangfireDashboardWithAuthorizationPolicy(
                Policy,
                Path,
                new DashboardOptions
                {
                    AppPath = SignInPaths.StepUp,
                    DashboardTitle = "EnforcementCases",
                    DisplayStorageConnectionString = false,
                    IsReadOnlyFunc = context => RefusalOf(context.GetHttpContext(), Act) is not null,
                }
            )
            .WithMetadata(SessionCookie.Accepted);
    }

    private static Task ProtectAsync(HttpContext http, RequestDelegate next)
    {
        HtmlPage.Protect(http.Response);
        return next(http);
    }

    private static DomainException? RefusalOf(HttpContext http) => RefusalOf(http, IsRead(http) ? Look : Act);

    private static DomainException? RefusalOf(HttpContext http, Right right)
    {
        var user = http.RequestServices.GetRequiredService<CurrentUser>();
        try
        {
            Authorization.Ensure(right, user, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
            return right.StepUp && user.OrganisationPath.Count(c => c == '/') > 2 // not the topmost: /tj/
                ? CurrentUser.NotAllowed.With("定时任务面向全部机构，由最上级机构的管理员执行")
                : null;
        }
        catch (DomainException refusal)
        {
            return refusal;
        }
    }

    /// <summary>The engine's own pages ask for their figures by POST, every two seconds.</summary>
    private static bool IsRead(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method)
        || HttpMethods.IsHead(http.Request.Method)
        || http.Request.Path.Equals($"{Path}/stats", StringComparison.OrdinalIgnoreCase);

    /// <summary>Who is not signed in is sent to sign in; any other refusal is a problem like those of the API.</summary>
    private sealed class Answer : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(
            RequestDelegate next,
            HttpContext context,
            AuthorizationPolicy policy,
            PolicyAuthorizationResult authorizeResult
        )
        {
            if (RefusalOf(context) is not { } refusal)
                return next(context);
            if (refusal.Error != CurrentUser.NotSignedIn || !IsRead(context))
                throw refusal;
            context.Response.Redirect(SignInPaths.SignIn + QueryString.Create("to", Path));
            return Task.CompletedTask;
        }
    }
}
