using EnforcementCases.Api.Tests.Access;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Pipeline;

/// <summary>A write happens once, whole, and only on what its author saw; tried with the founding of organisations.</summary>
public sealed class WriteOnceTests(ApiFixture api)
{
    [Fact]
    public async Task One_key_fifty_times_at_once_has_one_effect_and_one_answer()
    {
        var administrator = api.SignedInAs("tj-admin");
        var body = await ATeam();
        var key = Guid.NewGuid().ToString("N");

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => administrator.PostJson("admin/organisations", body, key)));

        answers.ShouldAllBe(a => a.Status == 201 || a.Status == 409);
        answers.Where(a => a.Status == 409).ShouldAllBe(a => a.Body.GetProperty("code").GetString() == "request.in-progress");
        var done = answers.Where(a => a.Status == 201).ToList();
        done.Select(a => a.Body.GetProperty("id").GetGuid()).Distinct().Count().ShouldBe(1);
        done.Count(a => !a.Replayed).ShouldBe(1);
        (await Teams(body.code)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        var administrator = api.SignedInAs("tj-admin");
        var key = Guid.NewGuid().ToString("N");
        (await administrator.PostJson("admin/organisations", await ATeam(), key)).Status.ShouldBe(201);

        var other = await administrator.PostJson("admin/organisations", await ATeam(), key);

        other.ShouldBeProblem(422, "request.idempotency-key-reused");
    }

    [Fact]
    public async Task A_key_belongs_to_a_person()
    {
        var body = await ATeam();
        var key = Guid.NewGuid().ToString("N");
        (await api.SignedInAs("tj-admin").PostJson("admin/organisations", body, key)).Status.ShouldBe(201);

        var other = await api.SignedInAs("bhxq-admin").PostJson("admin/organisations", body, key);

        other.ShouldBeProblem(409, "organisation.code-taken"); // a write of its own, not the other's answer
    }

    [Theory]
    [InlineData("", "request.idempotency-key-missing")]
    [InlineData("short", "request.idempotency-key-malformed")]
    [InlineData("with spaces in it", "request.idempotency-key-malformed")]
    public async Task A_write_without_a_proper_key_is_refused(string key, string code) =>
        (await api.SignedInAs("tj-admin").PostJson("admin/organisations", await ATeam(), key)).ShouldBeProblem(400, code);

    [Fact]
    public async Task An_answer_lost_after_the_commit_is_given_again()
    {
        await using var own = await ApiFixture.StartAsync();
        var administrator = own.SignedInAs("tj-admin");
        await administrator.GetJson("session");
        var body = await ATeam(own);
        var key = Guid.NewGuid().ToString("N");

        own.Breaking.LoseNextAnswer();
        (await administrator.PostJson("admin/organisations", body, key)).Status.ShouldBe(500);
        var again = await administrator.PostJson("admin/organisations", body, key);

        again.Status.ShouldBe(201);
        again.Replayed.ShouldBeTrue();
        again["code"].GetString().ShouldBe(body.code);
        again.Headers.Location!.ToString().ShouldEndWith(again["id"].GetGuid().ToString());
        again.ETag.ShouldNotBeNull();
        (await Teams(body.code, own)).ShouldBe(1);
    }

    [Fact]
    public async Task A_failure_in_the_last_step_leaves_nothing_behind()
    {
        await using var own = await ApiFixture.StartAsync();
        var administrator = own.SignedInAs("tj-admin");
        await administrator.GetJson("session");
        var body = await ATeam(own);
        var key = Guid.NewGuid().ToString("N");

        own.Breaking.BreakNextCommit();
        (await administrator.PostJson("admin/organisations", body, key)).Status.ShouldBe(500);

        (await Teams(body.code, own)).ShouldBe(0);
        var again = await administrator.PostJson("admin/organisations", body, key);
        again.Status.ShouldBe(201);
        again.Replayed.ShouldBeFalse(); // the key was not spent either
        (await Teams(body.code, own)).ShouldBe(1);
    }

    [Fact]
    public async Task A_right_withdrawn_between_two_tries_is_withdrawn_for_the_replay_as_well()
    {
        var (userName, password, id) = await api.GivenAccountInUse("Administrator");
        var administrator = api.SignedInAs(userName, password);
        var body = await ATeam();
        var key = Guid.NewGuid().ToString("N");
        (await administrator.PostJson("admin/organisations", body, key)).Status.ShouldBe(201);

        (await api.ReplaceRoles(id, "Supervisor")).Status.ShouldBe(200);

        (await administrator.PostJson("admin/organisations", body, key)).ShouldBeProblem(403, "access.not-allowed");
    }

    [Fact]
    public async Task A_change_needs_the_version_that_its_author_saw()
    {
        var administrator = api.SignedInAs("tj-admin");
        var first = await administrator.PostJson("admin/organisations", await ATeam());
        var other = await administrator.PostJson("admin/organisations", await ATeam());
        var path = $"admin/organisations/{first["id"].GetGuid()}/profile";

        (await administrator.PutJson(path, AProfile("甲"))).ShouldBeProblem(428, "request.if-match-missing");
        (await administrator.PutJson(path, AProfile("甲"), ifMatch: other.ETag)).ShouldBeProblem(412, "request.stale"); // of another thing
        (await administrator.PutJson(path, AProfile("甲"), ifMatch: "W/" + other.ETag)).ShouldBeProblem(412, "request.stale");
        var changed = await administrator.PutJson(path, AProfile("甲"), ifMatch: "W/" + first.ETag); // a proxy that compresses makes it weak
        changed.Status.ShouldBe(200, changed.Body.ToString());
        changed.ETag.ShouldNotBe(first.ETag);
        (await administrator.PutJson(path, AProfile("乙"), ifMatch: first.ETag)).ShouldBeProblem(412, "request.stale");
        (await administrator.GetJson($"admin/organisations/{first["id"].GetGuid()}"))["name"].GetString().ShouldBe("甲");
    }

    [Fact]
    public async Task Of_two_changes_of_the_same_version_at_once_one_wins()
    {
        var administrator = api.SignedInAs("tj-admin");
        var team = await administrator.PostJson("admin/organisations", await ATeam());
        var path = $"admin/organisations/{team["id"].GetGuid()}/profile";

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => administrator.PutJson(path, AProfile($"名{i}"), ifMatch: team.ETag))
        );

        answers.Count(a => a.Status == 200).ShouldBe(1);
        answers.Where(a => a.Status != 200).ShouldAllBe(a => a.Status == 412);
    }

    private static object AProfile(string name) =>
        new
        {
            name,
            shortName = "",
            numberTemplate = "津{short}综执{word}字〔{year}〕第{serial}号",
            numberDigits = 4,
            reconsiderationOrgan = "天津市滨海新区人民政府",
            court = "天津市滨海新区人民法院",
            payeeText = "",
            divisionCodes = "120116",
            contact = "",
        };

    private async Task<Team> ATeam(ApiFixture? on = null) =>
        new(await (on ?? api).OrganisationId(AccessSteps.Hangu), "Team", $"t{Guid.NewGuid().ToString("N")[..12]}", "试验中队");

    private async Task<int> Teams(string code, ApiFixture? on = null)
    {
        var organisations = await (on ?? api).SignedInAs("tj-admin").GetJson("admin/organisations");
        return organisations.Body.EnumerateArray().Count(o => o.GetProperty("code").GetString() == code);
    }

    private sealed record Team(Guid parentId, string kind, string code, string name);
}
