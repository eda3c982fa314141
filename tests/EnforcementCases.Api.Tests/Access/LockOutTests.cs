using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

public sealed class LockOutTests
{
    private const string UserName = "hg-cashier";

    [Fact]
    public async Task Five_wrong_passwords_lock_for_a_minute_and_each_lock_out_doubles_the_next()
    {
        await using var api = await ApiFixture.StartAsync();

        foreach (var minutes in (int[])[1, 2, 4, 8, 16, 30, 30])
        {
            for (var i = 0; i < 5; i++)
                (await TrySignIn(api, "Wrong-2026-pass")).ShouldBeProblem(401, "access.sign-in-failed");

            api.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(5));
            (await TrySignIn(api, ApiFixture.DemoPassword)).ShouldBeProblem(401, "access.sign-in-failed"); // right, and still locked
            api.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        (await TrySignIn(api, ApiFixture.DemoPassword)).Status.ShouldBe(200);
        (await api.SecurityEventsOf("hg-auditor")).Count(k => k == "AccountLocked").ShouldBe(7);
    }

    [Fact]
    public async Task Four_wrong_passwords_and_a_right_one_start_the_count_anew()
    {
        await using var api = await ApiFixture.StartAsync();

        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
                (await TrySignIn(api, "Wrong-2026-pass")).Status.ShouldBe(401);
            (await TrySignIn(api, ApiFixture.DemoPassword)).Status.ShouldBe(200);
        }
    }

    [Fact]
    public async Task Wrong_passwords_that_come_together_are_all_counted()
    {
        await using var api = await ApiFixture.StartAsync();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TrySignIn(api, "Wrong-2026-pass")));

        (await TrySignIn(api, ApiFixture.DemoPassword)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task The_administrator_unlocks()
    {
        await using var api = await ApiFixture.StartAsync();
        for (var i = 0; i < 5; i++)
            await TrySignIn(api, "Wrong-2026-pass");
        var administrator = api.SignedInAs("hg-admin");
        var accounts = await administrator.GetJson("admin/accounts?limit=200");
        var locked = accounts["items"].EnumerateArray().Single(a => a.GetProperty("userName").GetString() == UserName);
        locked.GetProperty("lockedUntil").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.String);

        (await administrator.PostJson($"admin/accounts/{locked.GetProperty("id").GetGuid()}/unlock")).Status.ShouldBe(200);

        (await TrySignIn(api, ApiFixture.DemoPassword)).Status.ShouldBe(200);
    }

    private static Task<ApiAnswer> TrySignIn(ApiFixture api, string password) =>
        api.Anonymous.PostJson("session", new { userName = UserName, password });
}
