using System.Text.Json;
using EnforcementCases.Api.Cases.Work;
using EnforcementCases.Api.Tests.Catalogue;
using EnforcementCases.Api.Tests.Fines;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>Whose turn it is: every role finds what waits for it, since when, until when, and the act to do next (待办).</summary>
public sealed class WorkListTests(ApiFixture api)
{
    [Fact, Rule("APL-52-4")]
    public async Task After_a_decision_on_the_spot_its_officers_have_to_report_and_nobody_else()
    {
        var @case = await api.GivenDecidedCase();

        var report = (await Work("hg-officer1", @case.Id)).Single(w => Kind(w) == "ReportBack");

        report.GetProperty("act").GetString().ShouldBe("ReportBack");
        report.GetProperty("route").GetString().ShouldBe("report-back");
        report.GetProperty("since").GetDateTimeOffset().ShouldBe(@case.DecidedAt);
        report.GetProperty("dueOn").GetString().ShouldBe("2024-05-15");
        report.GetProperty("daysLeft").GetInt32().ShouldBeLessThan(0);
        report.GetProperty("byOfficersOfCase").GetBoolean().ShouldBeTrue();
        (await Work("hg-officer2", @case.Id)).ShouldContain(w => Kind(w) == "ReportBack");
        (await Work("hg-head", @case.Id)).ShouldBeEmpty();
        (await Work("xc-head", @case.Id, "mine=false")).ShouldBeEmpty(); // another street

        await @case.ReportBack();

        (await Work("hg-officer1", @case.Id)).ShouldNotContain(w => Kind(w) == "ReportBack");
    }

    [Fact, Rule("APL-67-2")]
    public async Task A_fine_that_is_not_paid_in_time_is_chased_and_a_paid_one_is_not()
    {
        var unpaid = await api.GivenDecidedCase();
        await unpaid.ReportBack();
        var chase = (await Work("hg-officer1", unpaid.Id)).ShouldHaveSingleItem();
        Kind(chase).ShouldBe("PaymentChase");
        chase.GetProperty("act").GetString().ShouldBe("CallToPerform");

        var paid = await api.GivenDecidedCase();
        await paid.ReportBack();
        await paid.Pays(50_00, paid.DecidedAt.AddDays(2));
        (await Work("hg-officer1", paid.Id)).ShouldBeEmpty();
    }

    [Fact, Rule("ACL-54")]
    public async Task An_unpaid_decision_on_the_spot_stays_in_the_list_once_the_party_was_called()
    {
        var @case = await api.GivenDecidedCase();
        await @case.ReportBack();
        var at = @case.DecidedAt.AddDays(20);
        await @case.Done(
            "call-to-perform",
            new
            {
                doneAt = at,
                performBy = OrdinarySteps.Day(at.AddDays(14)),
                manner = "到指定银行缴纳。",
                amountFen = 50_00,
                paymentManner = "持缴款码到银行缴纳。",
                rightsNotified = true,
            }
        );
        (await Work("hg-officer1", @case.Id)).Select(Kind).ShouldBe(["Service"]); // the call waits for its service
        await @case.Serve("CallToPerform", at.AddHours(1));

        var next = (await Work("hg-head", @case.Id)).ShouldHaveSingleItem(); // who signs the application

        (Kind(next), next.GetProperty("act").GetString()).ShouldBe(("CourtApplication", "ApplyToCourt"));
    }

    [Fact, Rule("ACL-27-28")]
    public async Task What_nobody_claimed_waits_for_the_head_once_its_notice_is_over()
    {
        await using var own = await ApiFixture.StartAsync();
        await own.Change(
            CatalogueSteps.With("parameters", CatalogueSteps.Parameter("coercion.matters", OrdinarySteps.Violation)),
            "hg-catalogue"
        );
        var @case = await own.GivenStallInTheStreet();
        var measure = Guid.NewGuid();
        await @case.Detain(measure);
        (await @case.Approve(measure, @case.At(0, 20))).Status.ShouldBe(200);
        (await @case.Announce(measure, @case.At(2, 9), "NotNeeded")).Status.ShouldBe(200);
        (await Work("hg-head", @case.Id, at: own))
            .Single(w => Kind(w) == "ThingsTaken")
            .GetProperty("act")
            .GetString()
            .ShouldBe("ApproveDisposal");

        (await @case.ApproveDisposal(measure, @case.At(40, 9), "Unclaimed", "Treasury", 1, StreetSteps.Fish)).Status.ShouldBe(200);

        (await Work("hg-officer1", @case.Id, at: own))
            .Single(w => Kind(w) == "ThingsTaken")
            .GetProperty("act")
            .GetString()
            .ShouldBe("DisposeOfThings");
    }

    [Fact]
    public async Task A_fine_is_not_chased_before_its_last_day_is_over()
    {
        await using var own = await ApiFixture.StartAsync();
        own.Clock.Offset = CaseSteps.Monday.AddDays(1) - DateTimeOffset.UtcNow;
        var @case = await own.GivenDecidedCase();
        (await Work("hg-officer1", @case.Id, at: own)).Select(Kind).ShouldBe(["ReportBack"]);
        own.Clock.Offset = CaseSteps.Monday.AddDays(16) - DateTimeOffset.UtcNow; // 28 May was the last day
        (await Work("hg-officer1", @case.Id, at: own)).Select(Kind).ShouldBe(["ReportBack", "PaymentChase"], ignoreOrder: true);
    }

    [Fact, Rule("APL-54")]
    public async Task The_filing_goes_from_the_officer_up_to_the_head()
    {
        var @case = await api.GivenRegisteredCase();
        await Waits(@case, "Filing", "ProposeFiling", "hg-officer1");

        (await @case.ProposeFiling(@case.At(0, 8))).Status.ShouldBe(200);
        await Waits(@case, "Endorsement", "EndorsePaper", "hg-teamlead");
        (await Work("hg-head", @case.Id)).ShouldBeEmpty();

        await @case.Endorse("Filing", @case.At(0, 11));
        await Waits(@case, "FilingApproval", "FileCase", "hg-head");
        (await Work("hg-teamlead", @case.Id)).ShouldBeEmpty();

        (await @case.FileCase()).Status.ShouldBe(200);
        await Waits(@case, "Investigation", "ConcludeInvestigation", "hg-officer1");
        (await Work("hg-officer3", @case.Id)).ShouldBeEmpty(); // not an officer of the case
    }

    /// <summary>行政处罚法 第四十四条、第五十七条.</summary>
    [Fact, Rule("APL-57-1")]
    public async Task From_the_report_to_the_archive_it_is_always_somebody_s_turn()
    {
        var concluded = await api.GivenConcludedCase();
        await Waits(concluded, "Proposal", "ProposeDecision", "hg-officer1");

        var notified = await api.GivenNotifiedCase();
        await notified.Done(
            "hear-defence",
            new
            {
                doneAt = notified.At(4, 10),
                points = new[] { "材料已经清走。" },
                declaration = OrdinaryCase.Declared(notified.At(4, 10)),
            }
        );
        await Waits(notified, "Defence", "ReviewDefence", "hg-officer1");

        var proposed = await api.GivenProposedDecision();
        await Waits(proposed, "Decision", "Decide", "hg-head");
        (await proposed.Decide(proposed.At(15, 9))).Status.ShouldBe(200);
        await Waits(proposed, "Service", "ServeDocument", "hg-officer1");

        var closed = await api.GivenClosedCase();
        var archive = await Waits(closed, "Archiving", "Archive", "hg-officer1");
        archive.GetProperty("dueOn").ValueKind.ShouldBe(JsonValueKind.String);
        await closed.PutIntoArchive(closed.At(23, 9));
        (await Work("hg-supervisor", closed.Id, "mine=false")).ShouldBeEmpty();
        (await Overdue(closed.Id)).ShouldBeEmpty(); // nothing of an archived case runs
    }

    [Fact]
    public async Task A_hearing_that_was_asked_for_waits_to_be_called_and_then_for_its_host()
    {
        var @case = await api.GivenNotifiedCase(hearingRightNotified: true);
        await @case.Done(
            "request-hearing",
            new { doneAt = @case.At(5, 9), submission = new { arrived = DateOnly.FromDateTime(@case.At(5, 9).Date) } }
        );
        await Waits(@case, "HearingCall", "NotifyHearing", "hg-head");
    }

    [Fact]
    public async Task Counts_are_those_of_the_list_and_a_page_goes_on_where_the_last_one_ended()
    {
        await using var own = await ApiFixture.StartAsync();
        for (var i = 0; i < 3; i++)
            await own.GivenDecidedCase();
        var client = own.SignedInAs("hg-officer1");

        var counts = await client.GetJson("work/counts");
        counts.Status.ShouldBe(200, counts.Body.ToString());
        counts["total"].GetInt32().ShouldBe(6); // three to report, three to chase
        counts["overdue"].GetInt32().ShouldBe(3); // the call has until the court may be asked
        counts["kinds"].EnumerateArray().Select(Kind).ShouldBe(["ReportBack", "PaymentChase"]);
        var seen = new List<Guid>();
        for (var path = "work?limit=2"; ; )
        {
            var page = await client.GetJson(path);
            page.Status.ShouldBe(200, page.Body.ToString());
            seen.AddRange(page["items"].EnumerateArray().Select(i => i.GetProperty("id").GetGuid()));
            if (page["next"].GetString() is not { } cursor)
                break;
            path = $"work?limit=2&cursor={cursor}";
        }
        seen.Distinct().Count().ShouldBe(6);
        seen.Count.ShouldBe(6);
        (await client.GetJson("work?kind=ReportBack&overdue=true"))["items"].GetArrayLength().ShouldBe(3);
        (await own.SignedInAs("bhxq-supervisor").GetJson("work/counts?mine=false"))["total"].GetInt32().ShouldBe(6);
        (await own.SignedInAs("bhxq-supervisor").GetJson("work/counts"))["total"].GetInt32().ShouldBe(0);
        (await client.GetJson("work?kind=Nothing")).Status.ShouldBe(400);
    }

    /// <summary>What the list tells to do next can be done: the same table of acts is behind both.</summary>
    [Fact]
    public async Task The_act_to_do_next_is_open()
    {
        var cases = new List<Guid>
        {
            (await api.GivenDecidedCase()).Id,
            (await api.GivenRegisteredCase()).Id,
            (await api.GivenFiledCase()).Id,
            (await api.GivenConcludedCase()).Id,
            (await api.GivenNotifiedCase()).Id,
            (await api.GivenProposedDecision()).Id,
            (await api.GivenDecidedOrdinaryCase()).Id,
            (await api.GivenServedCase()).Id,
            (await api.GivenClosedCase()).Id,
        };
        foreach (var id in cases)
        {
            var work = await Work("hg-supervisor", id, "mine=false");
            work.ShouldNotBeEmpty();
            var open = (await api.SignedInAs("hg-head").GetJson($"cases/{id}/acts?open=true"))["acts"]
                .EnumerateArray()
                .Select(a => a.GetProperty("act").GetString())
                .ToList();
            foreach (var item in work)
                open.ShouldContain(item.GetProperty("act").GetString(), $"{id} {Kind(item)}");
        }
    }

    [Fact]
    public async Task Cases_that_are_in_no_list_yet_are_listed_by_the_job()
    {
        await using var own = await ApiFixture.StartAsync();
        var @case = await own.GivenDecidedCase();
        await Unlist(own);
        (await Work("hg-officer1", @case.Id, at: own)).ShouldBeEmpty();

        await own.Services.GetRequiredService<Platform.Jobs.JobRunner>().RunNowAsync(Api.Cases.CaseJobs.Work, CancellationToken.None);

        (await Work("hg-officer1", @case.Id, at: own)).Count.ShouldBe(2);
    }

    /// <summary>A slice holds the lock of the writer on the embedded database: with 200 cases nobody else could sign in meanwhile.</summary>
    [Fact]
    public async Task The_job_lists_few_cases_in_one_transaction()
    {
        await using var own = await ApiFixture.StartAsync();
        for (var i = 0; i < 21; i++)
            await own.GivenDecidedCase(decidedAt: CaseSteps.Monday.AddMinutes(i));
        await Unlist(own);

        (await Slice(own)).ShouldBe((true, 1));
        (await Slice(own)).ShouldBe((false, 0));
    }

    [Fact]
    public async Task My_day_holds_what_I_touched_opened_or_have_due_today()
    {
        await using var own = await ApiFixture.StartAsync();
        own.Clock.Offset = CaseSteps.Monday.AddHours(2) - DateTimeOffset.UtcNow;
        var opened = await own.GivenDecidedCase();
        own.Clock.Offset = CaseSteps.Monday.AddDays(1).AddHours(2) - DateTimeOffset.UtcNow;
        (await Today(own, "hg-officer1")).ShouldBeEmpty();
        own.Clock.Offset = CaseSteps.Monday.AddDays(2).AddHours(2) - DateTimeOffset.UtcNow; // the last day to report
        (await Today(own, "hg-officer1")).ShouldBe([opened.Id]);
        (await Today(own, "hg-officer2")).ShouldBe([opened.Id]);
        own.Clock.Offset = CaseSteps.Monday.AddDays(3).AddHours(2) - DateTimeOffset.UtcNow;
        (await Today(own, "hg-officer1")).ShouldBeEmpty();
        await opened.ReportBack();
        (await Today(own, "hg-officer1")).ShouldBe([opened.Id]); // touched, though late
        (await Today(own, "hg-officer2")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Acts_are_listed_by_what_is_open_and_what_is_mine()
    {
        var @case = await api.GivenDecidedCase();
        var all = (await @case.Acts())["acts"].EnumerateArray().ToList();
        var open = (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/acts?open=true"))["acts"].EnumerateArray().ToList();
        var mine = (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/acts?open=true&mine=true"))["acts"]
            .EnumerateArray()
            .ToList();

        open.ShouldAllBe(a => a.GetProperty("open").GetBoolean());
        open.Count.ShouldBe(all.Count(a => a.GetProperty("open").GetBoolean()));
        mine.ShouldAllBe(a => a.GetProperty("open").GetBoolean() && a.GetProperty("mayDo").GetBoolean());
        mine.Count.ShouldBeInRange(1, open.Count - 1); // revoking is the head's
    }

    [Fact]
    public async Task A_case_screen_is_one_call()
    {
        var @case = await api.GivenDecidedCase();
        var officer = api.SignedInAs("hg-officer1");

        var screen = await officer.GetJson($"cases/{@case.Id}?include=acts,deadlines,documents,record");

        screen.Status.ShouldBe(200, screen.Body.ToString());
        screen["acts"].ToString().ShouldBe((await officer.GetJson($"cases/{@case.Id}/acts")).Body.ToString());
        screen["deadlines"].ToString().ShouldBe((await officer.GetJson($"cases/{@case.Id}/deadlines")).Body.ToString());
        screen["documents"].ToString().ShouldBe((await officer.GetJson($"cases/{@case.Id}/documents")).Body.ToString());
        screen["record"].ToString().ShouldBe((await officer.GetJson($"cases/{@case.Id}/record")).Body.ToString());
        screen["deadlines"]
            .EnumerateArray()
            .Select(d => $"{d.GetProperty("kind").GetString()} {d.GetProperty("binds").GetString()}")
            .ShouldBe(["ReportBack Officer", "Payment Party"]);
        var plain = await officer.GetJson($"cases/{@case.Id}");
        plain["acts"].ValueKind.ShouldBe(JsonValueKind.Null);
        (await officer.GetJson($"cases/{@case.Id}?include=acts,everything")).ShouldBeProblem(400, "case.unknown-part");
    }

    private async Task<JsonElement> Waits(OrdinaryCase @case, string kind, string act, string @for)
    {
        var work = (await Work(@for, @case.Id)).Where(w => Kind(w) == kind).ToList().ShouldHaveSingleItem($"{kind} for {@for}");
        work.GetProperty("act").GetString().ShouldBe(act);
        return work;
    }

    private async Task<List<JsonElement>> Work(string user, Guid @case, string filter = "mine=true", ApiFixture? at = null)
    {
        var answer = await (at ?? api).SignedInAs(user).GetJson($"work?caseId={@case}&{filter}");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return [.. answer["items"].EnumerateArray()];
    }

    private async Task<List<JsonElement>> Overdue(Guid @case)
    {
        var deadlines = await api.SignedInAs("hg-officer1").GetJson($"cases/{@case}/deadlines");
        return [.. deadlines.Body.EnumerateArray().Where(d => d.GetProperty("state").GetString() == "Open")];
    }

    private static async Task<List<Guid>> Today(ApiFixture api, string user)
    {
        var answer = await api.SignedInAs(user).GetJson("cases?list=MyToday");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return [.. answer["items"].EnumerateArray().Select(i => i.GetProperty("id").GetGuid())];
    }

    private static string Kind(JsonElement row) => row.GetProperty("kind").GetString()!;

    /// <summary>Takes all cases out of the lists, as before there were any.</summary>
    private static async Task Unlist(ApiFixture api)
    {
        await using var scope = Everything(api);
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await db.CaseWork.ExecuteDeleteAsync();
        await db.Cases.ExecuteUpdateAsync(c => c.SetProperty(x => x.WorkListedAt, (DateTimeOffset?)null));
    }

    /// <summary>Lists one slice; whether it asks to be sent again, and how many cases are left.</summary>
    private static async Task<(bool More, int Left)> Slice(ApiFixture api)
    {
        await using var scope = Everything(api);
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        var more = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ListWorkOfCasesCommand());
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        return (more, await db.Cases.CountAsync(c => c.WorkListedAt == null));
    }

    private static AsyncServiceScope Everything(ApiFixture api)
    {
        var scope = api.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ReaderScope>().Current = Domain.Access.OrganisationScope.All;
        return scope;
    }
}
