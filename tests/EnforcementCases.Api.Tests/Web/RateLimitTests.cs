using System.Net.Http.Json;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Web;

/// <summary>The limits are set to a few a minute: what comes back within the test is less than one.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task Sign_ins_to_an_account_are_limited_by_address_and_a_forwarded_address_of_a_stranger_is_not_believed()
    {
        await using var api = await ApiFixture.StartAsync(("RateLimits:Enabled", "true"), ("RateLimits:SignInsPerMinute", "3"));
        for (var i = 0; i < 3; i++)
            (await SignIn(api, $"10.0.0.{i}")).Status.ShouldBe(401);

        var refused = await SignIn(api, "10.0.0.99");

        refused.ShouldBeProblem(429, "request.too-many");
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 60);
        (await api.Anonymous.GetJson("/health/live")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_brigade_behind_one_address_signs_in_while_one_account_is_being_guessed_at()
    {
        await using var api = await ApiFixture.StartAsync(
            ("RateLimits:Enabled", "true"),
            ("RateLimits:SignInsPerMinute", "1"),
            ("RateLimits:SignInsPerAddressPerMinute", "4")
        );
        (await SignIn(api, "10.0.0.1")).Status.ShouldBe(401);
        (await SignIn(api, "10.0.0.1")).ShouldBeProblem(429, "request.too-many");

        (await api.SignIn("hg-officer2")).AccessToken.ShouldNotBeEmpty();
        (await api.SignIn("hg-officer3")).AccessToken.ShouldNotBeEmpty();

        var fifth = await api.Anonymous.PostJson("session", new { userName = "xc-officer1", password = "x" });
        fifth.ShouldBeProblem(429, "request.too-many"); // whoever tries all accounts from one address
    }

    [Fact]
    public async Task Behind_the_configured_proxy_each_address_counts_for_itself()
    {
        await using var api = await ApiFixture.StartAsync(
            ("RateLimits:Enabled", "true"),
            ("RateLimits:SignInsPerMinute", "1"),
            ("Proxy:Addresses:0", "127.0.0.1"),
            ("Proxy:Addresses:1", "::1")
        );

        (await SignIn(api, "10.0.0.1")).Status.ShouldBe(401);
        (await SignIn(api, "10.0.0.2")).Status.ShouldBe(401);
        (await SignIn(api, "10.0.0.2")).Status.ShouldBe(429);
    }

    [Fact]
    public async Task Reads_and_writes_are_limited_by_account()
    {
        await using var api = await ApiFixture.StartAsync(
            ("RateLimits:Enabled", "true"),
            ("RateLimits:ReadsPerMinute", "3"),
            ("RateLimits:WritesPerMinute", "2")
        );
        var officer = api.SignedInAs("hg-officer1");
        for (var i = 0; i < 3; i++)
            (await officer.GetJson("cases")).Status.ShouldBe(200);
        for (var i = 0; i < 2; i++)
            (await officer.PostJson("simple-cases", new { })).Status.ShouldBe(400);

        (await officer.GetJson("cases")).ShouldBeProblem(429, "request.too-many");
        (await officer.PostJson("simple-cases", new { })).ShouldBeProblem(429, "request.too-many");
        (await api.SignedInAs("hg-officer2").GetJson("cases")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Somebody_who_tries_ids_is_stopped_and_the_security_log_knows()
    {
        await using var api = await ApiFixture.StartAsync(("RateLimits:Enabled", "true"), ("RateLimits:NotFoundPerMinute", "5"));
        var officer = api.SignedInAs("hg-officer1");
        for (var i = 0; i < 5; i++)
            (await officer.GetJson($"cases/{Guid.NewGuid()}")).Status.ShouldBe(404);

        (await officer.GetJson($"cases/{Guid.NewGuid()}")).ShouldBeProblem(429, "request.too-many-not-found");
        (await officer.GetJson($"cases/{Guid.NewGuid()}/record")).ShouldBeProblem(429, "request.too-many-not-found");
        (await officer.GetJson("cases")).Status.ShouldBe(200); // daily work goes on
        (await api.SignedInAs("hg-officer2").GetJson($"cases/{Guid.NewGuid()}")).Status.ShouldBe(404);
        (await api.SignedInAs("hg-auditor").GetJson("admin/security-events"))["items"]
            .EnumerateArray()
            .Count(e => e.GetProperty("kind").GetString() == "ManyUnknownIds")
            .ShouldBe(1);
    }

    private static async Task<ApiAnswer> SignIn(ApiFixture api, string forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session")
        {
            Content = JsonContent.Create(new { userName = "hg-officer1", password = "not the password" }),
        };
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        return await ApiAnswer.ReadAsync(await api.Http.SendAsync(request));
    }
}
