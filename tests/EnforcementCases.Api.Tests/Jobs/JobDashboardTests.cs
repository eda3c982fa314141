using System.Net;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Platform.Jobs;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Jobs;

/// <summary>The engine's pages and the sign-in of a browser, over HTTP on the loopback address, as behind a proxy.</summary>
public sealed class JobDashboardTests : IAsyncLifetime
{
    private const string Trigger = "/jobs/recurring/trigger";
    private ApiFixture api = null!;
    private Browser browser = null!;

    public async ValueTask InitializeAsync()
    {
        api = await ApiFixture.StartAsync(("Jobs:Enabled", "true"), ("Jobs:Dashboard", "true"), ("Jobs:PollSeconds", "1"));
        browser = new(api);
        await Patience.UntilAsync(() => Stored("yearly-snapshots") is not null);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await api.DisposeAsync();
    }

    [Fact]
    public async Task Nobody_looks_or_acts_before_signing_in_wherever_the_request_comes_from()
    {
        var look = await browser.Get("/jobs/recurring");
        (look.Status, look.Location, look.Html).ShouldBe((302, "/sign-in?to=%2Fjobs", ""));
        (await browser.Act(Trigger, token: null, ("jobs[]", "yearly-snapshots"))).Status.ShouldBe(401);
        foreach (var asset in (string[])["/jobs", "/jobs/", "/jobs/stats", "/jobs/servers"])
            (await browser.Get(asset)).Status.ShouldBe(302, asset);
        (await browser.Get("/step-up")).Location.ShouldBe("/sign-in?to=%2Fjobs");
        (await api.SignedInAs("tj-admin").GetJson("admin/jobs")).ShouldBe(HttpStatusCode.OK); // and a token opens no page
        using var request = new HttpRequestMessage(HttpMethod.Get, "/jobs")
        {
            Headers = { { "Cookie", "ec-session=" + new string('A', 200) } },
        };
        using var forged = await new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = api.Http.BaseAddress,
        }.SendAsync(request);
        forged.StatusCode.ShouldBe(HttpStatusCode.Found);

        Stored("yearly-snapshots")!.LastJobId.ShouldBeNull();
    }

    [Theory]
    [InlineData("hg-officer1")]
    [InlineData("hg-head")]
    [InlineData("tj-supervisor")]
    public async Task Who_works_on_cases_has_nothing_to_look_at(string userName)
    {
        await browser.SignIn(userName);

        (await browser.Get("/jobs/recurring")).Status.ShouldBe(403);
        (await browser.Act(Trigger, token: null, ("jobs[]", "yearly-snapshots"))).Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("bhxq-auditor")]
    [InlineData("bhxq-admin")] // with a fresh code, but not of all organisations
    public async Task An_auditor_or_another_administrator_looks_and_does_not_act(string userName)
    {
        await browser.SignIn(userName);

        var page = await browser.Get("/jobs/recurring");
        page.Status.ShouldBe(200);
        page.Html.ShouldContain("yearly-snapshots");
        page.Html.ShouldNotContain("data-url=\"/jobs/recurring/trigger\""); // no button
        (await browser.Act("/jobs/stats", page.Token, ("metrics[]", "servers:count"))).Status.ShouldBe(200); // asked for every two seconds by the page
        (await browser.Act(Trigger, page.Token, ("jobs[]", "yearly-snapshots"))).Status.ShouldBeOneOf(401, 403);

        Stored("yearly-snapshots")!.LastJobId.ShouldBeNull();
    }

    [Fact]
    public async Task The_administrator_acts_with_a_fresh_code_from_a_page_of_ours()
    {
        (await browser.SignIn("tj-admin")).Location.ShouldBe("/jobs");
        var page = await browser.Get("/jobs/recurring");
        page.Html.ShouldContain("data-url=\"/jobs/recurring/trigger\"");
        page.ContentPolicy.ShouldNotBeNull().ShouldStartWith("default-src 'self'");

        (await browser.Act(Trigger, token: null, ("jobs[]", "yearly-snapshots"))).Status.ShouldBe(403); // another site makes the browser do it
        Stored("yearly-snapshots")!.LastJobId.ShouldBeNull();
        (await browser.Act(Trigger, page.Token, ("jobs[]", "yearly-snapshots"))).Status.ShouldBe(204);
        await Patience.UntilAsync(() => Stored("yearly-snapshots")?.LastJobState == "Succeeded");
        var ran = (await api.SignedInAs("tj-admin").GetJson("admin/jobs"))["jobs"]
            .EnumerateArray()
            .Single(j => j.GetProperty("name").GetString() == "yearly-snapshots");
        ran.GetProperty("runs")[0].GetProperty("finishedAt").ValueKind.ShouldNotBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_code_that_is_no_longer_fresh_is_given_again_and_a_wrong_one_opens_nothing()
    {
        await browser.SignIn("tj-admin");
        api.Clock.Advance(TimeSpan.FromMinutes(6));
        await api.ReadSessionDirectory();
        var page = await browser.Get("/jobs/recurring");
        page.Html.ShouldNotContain("data-url=\"/jobs/recurring/trigger\"");
        (await browser.Act(Trigger, page.Token, ("jobs[]", "yearly-snapshots"))).Status.ShouldBe(401);

        var wrong = await browser.Submit(await browser.Get("/step-up?to=/jobs/recurring"), ("code", "000000"));
        wrong.Status.ShouldBe(422);
        wrong.Html.ShouldContain("动态口令不正确");
        (await browser.Act(Trigger, page.Token, ("jobs[]", "yearly-snapshots"))).Status.ShouldBe(401);
        Stored("yearly-snapshots")!.LastJobId.ShouldBeNull();

        var right = await browser.Submit(wrong, ("code", api.CodeOf("tj-admin")));
        (right.Status, right.Location).ShouldBe((302, "/jobs/recurring"));
        (await browser.Act(Trigger, page.Token, ("jobs[]", "yearly-snapshots"))).Status.ShouldBe(204);
    }

    [Fact]
    public async Task Wrong_passwords_and_codes_are_counted_like_those_of_the_api_and_lock_the_account()
    {
        var page = await browser.Get("/sign-in");
        for (var i = 0; i < 5; i++)
        {
            page = await browser.Submit(page, ("userName", "bhxq-auditor"), ("password", "wrong"));
            page.Status.ShouldBe(401);
            page.Html.ShouldContain("用户名或者口令不正确");
        }

        (await browser.Submit(page, ("userName", "bhxq-auditor"), ("password", ApiFixture.DemoPassword))).Status.ShouldBe(401);
        (await api.Anonymous.PostJson("session", new { userName = "bhxq-auditor", password = ApiFixture.DemoPassword })).ShouldBeProblem(
            401,
            "access.sign-in-failed"
        );

        var second = await browser.Submit(page, ("userName", "tj-admin"), ("password", ApiFixture.DemoPassword));
        (await browser.Submit(second, ("code", "000000"))).Status.ShouldBe(401);
        (await browser.Submit(page, ("userName", ""), ("password", ""))).Status.ShouldBe(400);
        browser.Cookies.GetAllCookies().Select(c => c.Name).ShouldBe(["ec-form"]);
        (await browser.Get("/jobs")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task A_session_that_has_ended_is_signed_out_in_the_browser_too_and_signing_out_there_ends_it()
    {
        await browser.SignIn("bhxq-auditor");
        (await browser.Get("/jobs")).Status.ShouldBe(200);
        (await api.SignedInAs("bhxq-auditor").DeleteJson("session/list")).Status.ShouldBe(204); // from elsewhere
        (await browser.Get("/jobs")).Status.ShouldBe(302);

        await browser.SignIn("bhxq-auditor");
        var before = browser.Cookies.GetCookies(api.Http.BaseAddress!)["ec-session"]!.Value;
        (await browser.Submit(await browser.Get("/step-up"), form: 1)).Location.ShouldBe("/sign-in?to=%2Fjobs");
        browser.Cookies.GetCookies(api.Http.BaseAddress!)["ec-session"].ShouldBeNull();
        browser.Cookies.Add(api.Http.BaseAddress!, new Cookie("ec-session", before)); // who has kept it has nothing
        (await browser.Get("/jobs")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task The_cookie_is_closed_to_scripts_and_other_sites_and_opens_no_operation_of_the_api()
    {
        var signedIn = await browser.SignIn("tj-admin");

        var cookie = signedIn.SetCookies.Single(c => c.StartsWith("ec-session=", StringComparison.Ordinal));
        foreach (var part in (string[])["httponly", "samesite=strict", "path=/"])
            cookie.ShouldContain(part);
        cookie.ShouldNotContain("secure"); // plain HTTP on loopback
        foreach (var path in (string[])["/api/v1/session", "/api/v1/admin/jobs"])
            (await browser.Get(path)).Status.ShouldBe(401, path);
    }

    [Fact]
    public async Task Over_a_proxy_with_a_name_the_cookie_is_for_https_alone()
    {
        using var named = new Browser(api, host: "zf.example.cn");

        var signedIn = await named.SignIn("bhxq-auditor");

        signedIn.SetCookies.Single(c => c.StartsWith("ec-session=", StringComparison.Ordinal)).ShouldContain("secure");
    }

    [Fact]
    public async Task A_form_of_another_site_signs_nobody_in_or_out()
    {
        foreach (var path in (string[])["/sign-in", "/sign-in/code", "/step-up", "/sign-out"])
            (await browser.Act(path, token: null, ("userName", "bhxq-auditor"), ("password", ApiFixture.DemoPassword))).Status.ShouldBe(
                403,
                path
            );
    }

    [Fact]
    public async Task A_malformed_form_is_refused_and_no_error_of_the_server()
    {
        using var noBoundary = new StringContent("x");
        noBoundary.Headers.ContentType = new("multipart/form-data");
        (await api.Http.PostAsync("/sign-in", noBoundary)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);

        (await browser.Submit(await browser.Get("/sign-in"), ("userName", "a\0"), ("password", "x"))).Status.ShouldBe(403);
    }

    [Theory]
    [InlineData("/中")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("")]
    public async Task After_signing_in_one_stays_here(string to) => (await browser.SignIn("bhxq-auditor", to)).Location.ShouldBe("/jobs");

    [Fact]
    public async Task The_pages_carry_no_script_and_no_style_of_their_own_and_quote_what_was_typed()
    {
        await browser.SignIn("tj-admin");
        foreach (var path in (string[])["/sign-in?to=/%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/step-up"])
        {
            var page = await browser.Get(path);
            page.Status.ShouldBe(200);
            page.ContentPolicy.ShouldBe(
                "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
            );
            foreach (var inline in (string[])["<script", "<style", " style=", " onclick=", "javascript:"])
                page.Html.ShouldNotContain(inline);
        }
        (await browser.Get("/pages/style.css")).Html.ShouldContain("font-family");
    }

    [Fact]
    public async Task It_is_off_unless_switched_on()
    {
        await using var plain = await ApiFixture.StartAsync();
        using var other = new Browser(plain);
        foreach (var path in (string[])["/jobs", "/sign-in", "/step-up"])
            (await other.Get(path)).Status.ShouldBe(404, path);
        plain.Services.GetRequiredService<JobSettings>().Dashboard.ShouldBeFalse();
    }

    private RecurringJobDto? Stored(string name)
    {
        using var connection = api.Services.GetRequiredService<JobStorage>().GetConnection();
        return connection.GetRecurringJobs([name]).SingleOrDefault(job => job.Cron is not null);
    }
}
