using EnforcementCases.Api.Tests.Access;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>The acts of a case: each does what it says, and is refused by rule, stage, person and version.</summary>
public sealed class CaseActTests(ApiFixture api)
{
    [Fact]
    public async Task Reporting_back_fulfils_the_duty_and_gives_the_next_version()
    {
        var @case = await api.GivenDecidedCase();

        var answer = await @case.Done("report-back", new { doneAt = @case.DecidedAt.AddHours(5) });

        answer["id"].GetGuid().ShouldBe(@case.Id);
        answer["version"].GetInt32().ShouldBe(2);
        answer["stage"].GetString().ShouldBe("Decided");
        Texts(answer["openDuties"]).ShouldBe(["缴纳罚款"]);
        answer["enteredLate"].GetBoolean().ShouldBeTrue(); // the act lies years back
        answer.ETag.ShouldBe($"\"{@case.Id:N}.2\"");
    }

    [Fact]
    public async Task A_case_is_reported_once()
    {
        var @case = await api.GivenDecidedCase();
        await @case.ReportBack();

        (await @case.Act("report-back", new { doneAt = @case.DecidedAt.AddHours(2) })).ShouldBeProblem(409, "case.already-reported");
    }

    [Fact]
    public async Task Only_an_officer_of_the_case_reports_it_back()
    {
        var @case = await api.GivenDecidedCase();

        (await @case.Act("report-back", new { doneAt = @case.DecidedAt }, "hg-officer3")).ShouldBeProblem(
            403,
            "access.not-officer-of-case"
        );
        (await @case.Stage()).ShouldBe("Decided");
    }

    [Theory]
    [InlineData("bhxq-supervisor", 403)] // reads everything below, writes nothing
    [InlineData("hg-auxiliary", 403)]
    [InlineData("xc-officer1", 404)] // another street does not learn that it exists
    public async Task Others_are_kept_away(string userName, int status)
    {
        var @case = await api.GivenDecidedCase();

        var answer = await api.SignedInAs(userName)
            .PostJson($"cases/{@case.Id}/acts/report-back", new { doneAt = @case.DecidedAt }, ifMatch: $"\"{@case.Id:N}.1\"");

        answer.ShouldBeProblem(status, status == 404 ? "case.not-found" : "access.not-allowed");
    }

    [Fact]
    public async Task A_change_names_the_version_that_was_seen()
    {
        var @case = await api.GivenDecidedCase();
        var other = await api.GivenDecidedCase();
        var officer = api.SignedInAs("hg-officer1");
        Task<ApiAnswer> Report(string? seen) =>
            officer.PostJson($"cases/{@case.Id}/acts/report-back", new { doneAt = @case.DecidedAt }, ifMatch: seen);

        (await Report(null)).ShouldBeProblem(428, "request.if-match-missing");
        (await Report($"\"{@case.Id:N}.2\"")).ShouldBeProblem(412, "request.stale");
        (await Report($"\"{other.Id:N}.1\"")).ShouldBeProblem(412, "request.stale");
        (await Report($"W/\"{other.Id:N}.1\"")).ShouldBeProblem(412, "request.stale");
        (await Report($"W/\"{@case.Id:N}.1\"")).Status.ShouldBe(200); // a proxy that compresses makes it weak
        (await Report($"\"{@case.Id:N}.1\"")).ShouldBeProblem(412, "request.stale");
    }

    [Fact]
    public async Task The_same_key_does_an_act_once()
    {
        var @case = await api.GivenDecidedCase();
        var officer = api.SignedInAs("hg-officer1");
        Task<ApiAnswer> Report() =>
            officer.PostJson(
                $"cases/{@case.Id}/acts/report-back",
                new { doneAt = @case.DecidedAt },
                key: $"report-{@case.Id}",
                ifMatch: $"\"{@case.Id:N}.1\""
            );

        var first = await Report();
        var again = await Report();

        again.Status.ShouldBe(200);
        again.Replayed.ShouldBeTrue();
        again.Body.GetRawText().ShouldBe(first.Body.GetRawText());
    }

    [Fact]
    public async Task Claimed_times_lie_between_the_decision_and_now_and_name_their_offset()
    {
        var @case = await api.GivenDecidedCase();
        Task<ApiAnswer> Report(object doneAt) => @case.Act("report-back", new { doneAt });

        (await Report(@case.DecidedAt.AddSeconds(-1))).ShouldBeProblem(422, "case.before-decision");
        (await Report(DateTimeOffset.UtcNow.AddMinutes(7))).ShouldBeProblem(422, "time.in-future");
        (await Report("2024-05-13T15:00:00")).Status.ShouldBe(400);
        (await Report("2024-05-13")).Status.ShouldBe(400);
        (await Report(DateTimeOffset.UtcNow.AddMinutes(3))).Status.ShouldBe(200); // a device's clock may run a little ahead
    }

    [Fact]
    public async Task An_act_entered_late_is_marked_so_in_the_record_and_a_fresh_one_is_not()
    {
        var old = await api.GivenDecidedCase();
        await old.ReportBack();
        var now = DateTimeOffset.UtcNow;
        var fresh = await api.GivenDecidedCase(decidedAt: new(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)).UtcDateTime));
        var answer = await fresh.Done("report-back", new { doneAt = fresh.DecidedAt });

        answer["enteredLate"].GetBoolean().ShouldBeFalse();
        (await LastEntry(old)).ShouldBe(("reported-back", true));
        (await LastEntry(fresh)).ShouldBe(("reported-back", false));
    }

    [Fact]
    public async Task A_body_that_names_the_case_or_anything_else_unknown_is_refused()
    {
        var @case = await api.GivenDecidedCase();

        (await @case.Act("report-back", new { doneAt = @case.DecidedAt, caseId = Guid.NewGuid() })).Status.ShouldBe(400);
        (await @case.Act("report-back", new { doneAt = @case.DecidedAt, status = "Closed" })).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_recheck_counts_only_when_the_violation_was_put_right()
    {
        var @case = await api.GivenDecidedCase(correctBy: new DateOnly(2024, 5, 20));
        Texts((await @case.Acts())["openDuties"]).ShouldContain("改正违法行为并复查");

        var unmet = await @case.Done(
            "recheck-correction",
            new
            {
                result = "NotCorrected",
                note = "仍占道经营",
                doneAt = @case.DecidedAt.AddDays(8),
            },
            "hg-officer3"
        );
        var met = await @case.Done(
            "recheck-correction",
            new
            {
                result = "Corrected",
                note = "已清理",
                doneAt = @case.DecidedAt.AddDays(9),
            }
        );

        Texts(unmet["openDuties"]).ShouldContain("改正违法行为并复查");
        Texts(met["openDuties"]).ShouldNotContain("改正违法行为并复查");
        (
            await @case.Act(
                "recheck-correction",
                new
                {
                    result = "Corrected",
                    note = "已清理",
                    doneAt = @case.DecidedAt.AddDays(9),
                }
            )
        ).ShouldBeProblem(409, "case.nothing-to-recheck");
    }

    [Fact]
    public async Task A_decision_is_revoked_by_a_head_with_a_reason_and_once()
    {
        var @case = await api.GivenDecidedCase();
        object Revocation(string reason = "事实认定有误") => new { reason, doneAt = @case.DecidedAt.AddHours(2) };

        (await @case.Act("revoke", Revocation())).ShouldBeProblem(403, "access.not-allowed");
        (await @case.Act("revoke", Revocation(), "hg-deputy1")).ShouldBeProblem(403, "access.not-allowed");
        (await @case.Act("revoke", Revocation(""), "hg-head")).ShouldBeProblem(400, "request.invalid");
        var answer = await @case.Done("revoke", Revocation(), "hg-head");

        answer["stage"].GetString().ShouldBe("Revoked");
        (await @case.Read())["payment"].GetProperty("state").GetString().ShouldBe("Cancelled");
        (await @case.Act("revoke", Revocation(), "hg-head")).ShouldBeProblem(409, "case.act-not-open");
    }

    [Fact]
    public async Task A_head_who_handled_the_case_does_not_revoke_it_whatever_the_account()
    {
        var (userName, password) = await api.GivenSecondAccountOf("hg-officer1", "Head");
        var @case = await api.GivenDecidedCase();

        var answer = await api.SignedInAs(userName, password)
            .PostJson(
                $"cases/{@case.Id}/acts/revoke",
                new { reason = "事实认定有误", doneAt = @case.DecidedAt.AddHours(2) },
                ifMatch: $"\"{@case.Id:N}.1\""
            );

        answer.ShouldBeProblem(403, "access.separation-of-duty");
    }

    [Fact]
    public async Task A_revoked_decision_makes_room_for_a_new_one_of_the_same_act()
    {
        var body = CaseSteps.ASimpleCase();
        body["offenceId"] = Guid.CreateVersion7();
        var @case = await api.GivenDecidedCase(body);
        await @case.Revoke();

        (await api.GivenDecidedCase(body)).Id.ShouldNotBe(@case.Id);
    }

    [Fact, Rule("APL-72-END")]
    public async Task A_case_is_not_closed_before_everything_is_done()
    {
        var @case = await api.GivenDecidedCase(correctBy: new DateOnly(2024, 5, 20));

        var refused = await @case.Act("close", new { doneAt = @case.DecidedAt.AddDays(1) });

        refused.ShouldBeProblem(422, "case.not-performed", "APL-72-END");
        refused["detail"].GetString()!.ShouldContain("报所属机关备案");
        refused["detail"].GetString()!.ShouldContain("缴纳罚款");
        refused["detail"].GetString()!.ShouldContain("改正违法行为并复查");
    }

    [Fact]
    public async Task The_last_duty_closes_the_case_on_the_day_it_was_done()
    {
        var warning = await api.GivenDecidedCase(amountFen: 0);

        var answer = await warning.Done("report-back", new { doneAt = warning.DecidedAt.AddDays(1) });

        answer["stage"].GetString().ShouldBe("Closed");
        answer["openDuties"].GetArrayLength().ShouldBe(0);
        var read = await warning.Read();
        read["closedAt"].GetDateTimeOffset().ShouldBe(warning.DecidedAt.AddDays(1));
        read["closedBecause"].GetString().ShouldBe("Performed");
        (await warning.Act("close", new { doneAt = warning.DecidedAt.AddDays(2) })).ShouldBeProblem(409, "case.act-not-open");
    }

    [Fact]
    public async Task A_revoked_case_without_money_to_refund_is_closed_by_hand_not_before_the_revocation()
    {
        var @case = await api.GivenDecidedCase();
        await @case.Revoke();

        (await @case.Act("close", new { doneAt = @case.DecidedAt.AddHours(1) })).ShouldBeProblem(422, "case.closed-before-performed");
        await @case.Done("close", new { doneAt = @case.DecidedAt.AddHours(3) });

        (await @case.Read())["closedBecause"].GetString().ShouldBe("Revoked");
        (await @case.Act("revoke", new { reason = "再次撤销", doneAt = @case.DecidedAt.AddHours(4) }, "hg-head")).ShouldBeProblem(
            409,
            "case.already-revoked"
        );
    }

    [Fact]
    public async Task The_acts_say_what_is_open_what_is_in_the_way_and_what_the_reader_may_do()
    {
        var @case = await api.GivenDecidedCase();

        var acts = (await @case.Acts())["acts"].EnumerateArray().ToDictionary(a => a.GetProperty("act").GetString()!);

        acts.Count.ShouldBe(36); // with those after a decision, which both procedures have
        acts["ReportBack"].GetProperty("open").GetBoolean().ShouldBeTrue();
        acts["ReportBack"].GetProperty("mayDo").GetBoolean().ShouldBeTrue();
        acts["ReportBack"].GetProperty("route").GetString().ShouldBe("report-back");
        var close = acts["Close"].GetProperty("obstacles")[0];
        acts["Close"].GetProperty("open").GetBoolean().ShouldBeFalse();
        close.GetProperty("code").GetString().ShouldBe("case.not-performed");
        close.GetProperty("rule").GetString().ShouldBe("APL-72-END");
        close.GetProperty("basis").GetString().ShouldBe("《行政处罚法》第六十六条第一款");
        close.GetProperty("detail").GetString()!.ShouldContain("报所属机关备案");
        acts["Revoke"].GetProperty("open").GetBoolean().ShouldBeTrue();
        acts["Revoke"].GetProperty("mayDo").GetBoolean().ShouldBeFalse();
        acts["Revoke"].GetProperty("notAllowedBecause").GetProperty("code").GetString().ShouldBe("access.not-allowed");
        acts["RecheckCorrection"].GetProperty("obstacles")[0].GetProperty("code").GetString().ShouldBe("case.nothing-to-recheck");
        acts["RemitToBank"].GetProperty("obstacles")[0].GetProperty("code").GetString().ShouldBe("remittance.nothing-to-remit");
        acts["DecideOnTheSpot"].GetProperty("obstacles")[0].GetProperty("code").GetString().ShouldBe("case.act-not-open");

        var asHead = (await @case.Acts("hg-head"))["acts"].EnumerateArray().ToDictionary(a => a.GetProperty("act").GetString()!);
        asHead["Revoke"].GetProperty("mayDo").GetBoolean().ShouldBeTrue();
        asHead["ReportBack"].GetProperty("mayDo").GetBoolean().ShouldBeFalse();
        (await api.SignedInAs("xc-officer1").GetJson($"cases/{@case.Id}/acts")).ShouldBeProblem(404, "case.not-found");
    }

    private async Task<(string Type, bool Late)> LastEntry(DecidedCase @case)
    {
        var record = await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/record");
        var last = record["entries"].EnumerateArray().Last();
        return (last.GetProperty("type").GetString()!, last.GetProperty("late").GetBoolean());
    }

    private static List<string?> Texts(System.Text.Json.JsonElement list) => [.. list.EnumerateArray().Select(t => t.GetString())];
}
