using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Web;

public sealed class HealthTests(ApiFixture api)
{
    [Fact]
    public async Task Ready_says_up_part_by_part_and_nothing_more()
    {
        var ready = await api.Anonymous.GetJson("/health/ready");

        ready.Status.ShouldBe(200);
        ready["status"].GetString().ShouldBe("up");
        ready["parts"].EnumerateObject().Select(p => p.Name).ShouldBe(["access", "calendar", "database", "disk", "jobs", "publicAddress"]);
        ready["parts"].EnumerateObject().Where(p => p.Name != "calendar").ShouldAllBe(p => p.Value.GetString() == "up");
        new[] { "up", "missing" }.ShouldContain(ready["parts"].GetProperty("calendar").GetString()); // by the day of the run: EndOfCalendarTests
        (await api.Anonymous.GetJson("/health/live"))["status"].GetString().ShouldBe("up");
    }

    [Fact]
    public async Task A_part_that_is_out_is_named_and_the_answer_is_503()
    {
        await using var full = await ApiFixture.StartAsync(("Health:MinimumFreeMegabytes", "1000000000"));

        var ready = await full.Anonymous.GetJson("/health/ready");

        ready.Status.ShouldBe(503);
        ready["status"].GetString().ShouldBe("down");
        ready["parts"].GetProperty("disk").GetString().ShouldBe("down");
        ready["parts"].GetProperty("database").GetString().ShouldBe("up");
        (await full.Anonymous.GetJson("/health/live")).Status.ShouldBe(200);
    }
}
