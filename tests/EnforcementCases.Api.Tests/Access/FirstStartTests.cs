using EnforcementCases.Api.Tests.Fixture;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

public sealed class FirstStartTests
{
    [Fact]
    public async Task Without_demo_there_is_no_default_account()
    {
        await using var api = await ApiFixture.StartAsync(("Demo", "false"));

        var demo = await api.Anonymous.PostJson("session", new { userName = "hg-officer1", password = ApiFixture.DemoPassword });
        var guess = await api.Anonymous.PostJson("session", new { userName = "admin", password = "admin" });

        demo.ShouldBeProblem(401, "access.sign-in-failed");
        guess.ShouldBeProblem(401, "access.sign-in-failed");
    }
}
