using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Access;

public sealed class RefreshTests(ApiFixture api)
{
    [Fact]
    public async Task A_refresh_token_gives_a_new_pair_of_the_same_session()
    {
        var session = await api.SignIn("xc-officer1");

        var refreshed = await api.Refresh(session.RefreshToken);

        refreshed.Status.ShouldBe(200);
        refreshed["refreshToken"].GetString().ShouldNotBe(session.RefreshToken);
        (await SessionId(refreshed["accessToken"].GetString()!)).ShouldBe(await SessionId(session.AccessToken));
    }

    [Fact]
    public async Task A_client_whose_answer_was_lost_gets_the_same_successor_again()
    {
        var session = await api.SignIn("xc-officer1");

        var lost = await api.Refresh(session.RefreshToken);
        var again = await api.Refresh(session.RefreshToken);

        again.Status.ShouldBe(200);
        again["refreshToken"].GetString().ShouldBe(lost["refreshToken"].GetString());
        (await api.Refresh(again["refreshToken"].GetString()!)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_token_used_a_second_time_ends_the_whole_session_and_is_logged()
    {
        var session = await api.SignIn("xc-officer2");
        var second = await api.Refresh(session.RefreshToken);
        var third = await api.Refresh(second["refreshToken"].GetString()!);

        (await api.Refresh(session.RefreshToken)).ShouldBeProblem(401, "access.refresh-refused"); // two generations old: a copy

        (await api.Refresh(third["refreshToken"].GetString()!)).ShouldBeProblem(401, "access.refresh-refused");
        (await api.WithToken(third["accessToken"].GetString()!).GetJson("session")).Status.ShouldBe(401);
        (await api.SecurityEventsOf("bhxq-auditor")).ShouldContain("RefreshTokenReused");
    }

    [Fact]
    public async Task The_predecessor_is_a_stolen_copy_once_the_grace_is_over()
    {
        await using var own = await ApiFixture.StartAsync();
        var session = await own.SignIn("hg-officer1");
        var second = await own.Refresh(session.RefreshToken);
        own.Clock.Advance(TimeSpan.FromSeconds(11));

        (await own.Refresh(session.RefreshToken)).ShouldBeProblem(401, "access.refresh-refused");

        (await own.Refresh(second["refreshToken"].GetString()!)).ShouldBeProblem(401, "access.refresh-refused");
    }

    [Fact]
    public async Task A_session_ends_twelve_hours_after_its_last_refresh_and_seven_days_after_its_beginning()
    {
        await using var own = await ApiFixture.StartAsync();
        var idle = (await own.SignIn("hg-officer1")).RefreshToken;
        own.Clock.Advance(TimeSpan.FromHours(12));
        (await own.Refresh(idle)).ShouldBeProblem(401, "access.refresh-refused");

        var token = (await own.SignIn("hg-officer1")).RefreshToken;
        for (var halfDay = 1; halfDay <= 14; halfDay++)
        {
            own.Clock.Advance(TimeSpan.FromMinutes((12 * 60) - 5));
            var refreshed = await own.Refresh(token);
            refreshed.Status.ShouldBe(200, $"half day {halfDay}");
            token = refreshed["refreshToken"].GetString()!;
        }
        own.Clock.Advance(TimeSpan.FromMinutes(14 * 5)); // seven days after its beginning, an hour after its last refresh
        (await own.Refresh(token)).ShouldBeProblem(401, "access.refresh-refused");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AaIBSWAbfeWtaTjIjc1HnwAAAACpYq2bU_APEKbySB_opArHs6_ynUiBMYUg4IpiqR8pgw")]
    public async Task A_text_that_is_no_token_of_ours_is_refused(string token) =>
        (await api.Refresh(token)).ShouldBeProblem(401, "access.refresh-refused");

    [Fact]
    public async Task A_guess_at_the_next_generation_does_not_end_the_session()
    {
        var session = await api.SignIn("xc-officer3");
        var bytes = System.Buffers.Text.Base64Url.DecodeFromChars(session.RefreshToken);
        bytes[19]++;

        (await api.Refresh(System.Buffers.Text.Base64Url.EncodeToString(bytes))).Status.ShouldBe(401);

        (await api.Refresh(session.RefreshToken)).Status.ShouldBe(200);
    }

    private async Task<string?> SessionId(string accessToken) =>
        (await api.WithToken(accessToken).GetJson("session"))["sessionId"].GetString();
}
