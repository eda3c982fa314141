using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases.Work;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>The ledger of deadlines: what runs, what is overdue and where; and what another calendar makes of it.</summary>
public sealed class DeadlineLedgerTests
{
    private static readonly DateTimeOffset Monday = CaseSteps.Monday;

    [Fact]
    public async Task The_ledger_shows_each_deadline_with_case_party_officers_and_how_near_it_is()
    {
        await using var api = await StartAt(Monday.AddDays(13)); // Sunday 26 May
        var @case = await api.GivenDecidedCase();

        var items = Items(await Ledger(api));

        items.Select(i => i.GetProperty("kind").GetString()).ShouldBe(["ReportBack", "Payment"]);
        var payment = items[1];
        payment.GetProperty("caseId").GetGuid().ShouldBe(@case.Id);
        payment.GetProperty("decisionNumber").GetString().ShouldBe(@case.Number);
        payment.GetProperty("partyName").GetString().ShouldBe("龚喆彧");
        payment.GetProperty("officers").EnumerateArray().Select(o => o.GetString()).ShouldBe(["汉一鸣", "汉二川"]);
        payment.GetProperty("rule").GetString().ShouldBe("APL-67-2");
        payment.GetProperty("lastDay").GetString().ShouldBe("2024-05-28");
        payment.GetProperty("daysLeft").GetInt32().ShouldBe(2);
        payment.GetProperty("warning").GetString().ShouldBe("Near");
        payment.GetProperty("text").GetString()!.ShouldContain("缴纳罚款");
        items[0].GetProperty("warning").GetString().ShouldBe("Overdue");
        items[0].GetProperty("daysLeft").GetInt32().ShouldBe(-11);
    }

    [Fact]
    public async Task It_is_filtered_by_day_state_kind_and_organisation_and_paged_without_gaps()
    {
        await using var api = await StartAt(Monday.AddDays(13));
        var reported = await api.GivenDecidedCase();
        await reported.ReportBack();
        var revoked = await api.GivenDecidedCase();
        await revoked.Revoke();
        await api.GivenDecidedCase(decidedAt: Monday.AddDays(1));

        Items(await Ledger(api)).Count.ShouldBe(3);
        Items(await Ledger(api, "state=Overdue")).ShouldHaveSingleItem();
        var met = Items(await Ledger(api, "state=Met"));
        met.Select(d => d.GetProperty("kind").GetString()).ShouldBe(["ReportBack", "Service"], ignoreOrder: true); // the revocation was served
        met.ShouldAllBe(d => d.GetProperty("daysLeft").ValueKind == JsonValueKind.Null);
        Items(await Ledger(api, "state=Ended")).Count.ShouldBe(2);
        Items(await Ledger(api, "state=All")).Count.ShouldBe(7);
        Items(await Ledger(api, "kind=Payment")).Count.ShouldBe(2);
        Items(await Ledger(api, "dueBefore=2024-05-28")).ShouldHaveSingleItem();
        Items(await Ledger(api, "dueBefore=2024-05-29")).Count.ShouldBe(2);
        var street = await OrganisationId(api, "/tj/bhxq/hg/");
        Items(await Ledger(api, $"organisationId={street}", "bhxq-supervisor")).Count.ShouldBe(3);
        Items(await Ledger(api, $"organisationId={await OrganisationId(api, "/tj/bhxq/xc/")}", "bhxq-supervisor")).ShouldBeEmpty();

        var seen = new List<Guid>();
        for (string? cursor = null; ; )
        {
            var page = await Ledger(api, $"state=All&limit=2{(cursor is null ? "" : $"&cursor={cursor}")}", "tj-supervisor");
            seen.AddRange(Items(page).Select(i => i.GetProperty("id").GetGuid()));
            cursor = page["next"].GetString();
            if (cursor is null)
                break;
        }
        seen.Count.ShouldBe(7);
        seen.Distinct().Count().ShouldBe(7);
    }

    [Fact]
    public async Task Another_street_sees_nothing_of_it_and_each_level_counts_what_lies_below()
    {
        await using var api = await StartAt(Monday.AddDays(13));
        await api.GivenDecidedCase();
        await DecideInXincun(api);
        await DecideInXincun(api);

        Items(await Ledger(api, @as: "hg-teamlead")).Count.ShouldBe(2);
        Items(await Ledger(api, @as: "xc-head")).Count.ShouldBe(4);
        (await api.SignedInAs("hg-head").GetJson($"deadlines?organisationId={await OrganisationId(api, "/tj/bhxq/xc/")}")).ShouldBeProblem(
            404,
            "organisation.not-found"
        );
        var district = (await api.SignedInAs("bhxq-supervisor").GetJson("deadlines/overdue"))["organisations"].EnumerateArray().ToList();
        Of(district, "天津市滨海新区人民政府").ShouldBe((6, 3, 3));
        Of(district, "天津市滨海新区人民政府新村街道办事处").ShouldBe((4, 2, 2));
        Of(district, "汉沽街道综合行政执法大队一中队").ShouldBe((2, 1, 1));
        var own = (await api.SignedInAs("xc-head").GetJson("deadlines/overdue"))["organisations"].EnumerateArray().ToList();
        own.Count.ShouldBe(2); // the street and its team
        own[0].GetProperty("earliestLastDay").GetString().ShouldBe("2024-05-15");
    }

    [Theory]
    [InlineData("deadlines?state=Late", 400)]
    [InlineData("deadlines?cursor=x", 400)]
    [InlineData("deadlines?limit=201", 400)]
    [InlineData("deadlines?dueBefore=2024-5-1", 400)]
    public async Task Loose_questions_are_refused(string path, int status)
    {
        await using var api = await ApiFixture.StartAsync();
        (await api.SignedInAs("hg-officer1").GetJson(path)).Status.ShouldBe(status);
    }

    [Fact, Rule("TIME-CAL-X"), Rule("TIME-END")]
    public async Task When_the_year_is_loaded_a_provisional_date_is_counted_again_and_keeps_the_old_one_in_sight()
    {
        await using var api = await ApiFixture.StartAsync();
        await LoadCalendar(api, UpTo(2023));
        var decidedAt = new DateTimeOffset(2023, 12, 17, 10, 0, 0, TimeSpan.FromHours(8));
        var @case = await api.GivenDecidedCase(decidedAt: decidedAt);
        var ended = await api.GivenDecidedCase(decidedAt: decidedAt);
        await ended.Revoke();
        (await Deadline(api, @case, "Payment")).GetProperty("lastDay").GetString().ShouldBe("2024-01-01");
        (await Deadline(api, @case, "Payment")).GetProperty("provisional").GetBoolean().ShouldBeTrue();
        var reportBack = (await Deadline(api, @case, "ReportBack")).GetRawText();
        var endedPayment = (await Deadline(api, ended, "Payment")).GetRawText();

        await using var next = await api.StartReplicaAsync(); // brings the calendar up to 2026, as a new version of the program does

        var payment = await Deadline(next, @case, "Payment");
        payment.GetProperty("lastDay").GetString().ShouldBe("2024-01-02"); // New Year's Day is off
        payment.GetProperty("provisional").GetBoolean().ShouldBeFalse();
        payment.GetProperty("recomputed").GetProperty("previousLastDay").GetString().ShouldBe("2024-01-01");
        payment.GetProperty("recomputed").GetProperty("previousCalendar").GetString()!.ShouldStartWith("2021-2023.");
        payment.GetProperty("recomputed").GetProperty("calendar").GetString()!.ShouldStartWith("2021-2026.");
        (await Deadline(next, @case, "ReportBack")).GetRawText().ShouldBe(reportBack);
        (await Deadline(next, ended, "Payment")).GetRawText().ShouldBe(endedPayment);
        var read = await next.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}");
        read["payment"].GetProperty("payBy").GetString().ShouldBe("2024-01-02");
        var entry = (await Entries(next, @case, "deadline-recomputed")).ShouldHaveSingleItem();
        entry.ShouldContain("\"lastDayBefore\":\"2024-01-01\"");
        entry.ShouldContain("\"lastDay\":\"2024-01-02\"");

        await RunJob(next);
        (await Entries(next, @case, "deadline-recomputed")).ShouldHaveSingleItem();
        Items(await Ledger(next, "kind=Payment"))
            .Single(i => i.GetProperty("caseId").GetGuid() == @case.Id)
            .GetProperty("recomputed")
            .GetProperty("previousLastDay")
            .GetString()
            .ShouldBe("2024-01-01");
    }

    [Fact, Rule("TIME-RULE-VERSION")]
    public async Task A_changed_year_moves_what_still_runs_and_dates_nothing_back()
    {
        await using var api = await StartAt(Monday.AddHours(6));
        var past = await api.GivenDecidedCase(decidedAt: Monday.AddDays(-28)); // due on 30 April, which has passed
        var running = await api.GivenDecidedCase();
        var before = (await Deadline(api, past, "Payment")).GetRawText();
        var reportBack = (await Deadline(api, running, "ReportBack")).GetRawText();

        await LoadCalendar(api, OffToo("2024-04-30", "2024-05-28"));
        await RunJob(api);

        var payment = await Deadline(api, running, "Payment");
        payment.GetProperty("lastDay").GetString().ShouldBe("2024-05-29");
        payment.GetProperty("recomputed").GetProperty("previousLastDay").GetString().ShouldBe("2024-05-28");
        (await Deadline(api, past, "Payment")).GetRawText().ShouldBe(before);
        (await Deadline(api, running, "ReportBack")).GetRawText().ShouldBe(reportBack);
        (await Entries(api, past, "deadline-recomputed")).ShouldBeEmpty();
    }

    [Fact, Rule("TIME-RULE-VERSION")]
    public async Task What_waits_in_a_case_is_listed_once_after_its_deadlines_moved()
    {
        await using var api = await StartAt(Monday.AddHours(6));
        var @case = await api.GivenDecidedCase();
        var before = await Work();

        await LoadCalendar(api, OffToo("2024-05-28"));
        await RunJob(api);

        (await Deadline(api, @case, "Payment")).GetProperty("lastDay").GetString().ShouldBe("2024-05-29");
        var after = await Work();
        after.Select(w => w.Kind).ShouldBe(before.Select(w => w.Kind), ignoreOrder: true);
        after.Single(w => w.Kind is WorkKind.PaymentChase).ShowFrom.ShouldBe(new DateOnly(2024, 5, 30));

        async Task<List<CaseWork>> Work()
        {
            await using var scope = api.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            return await db.CaseWork.IgnoreQueryFilters().AsNoTracking().Where(w => w.CaseId == @case.Id).ToListAsync();
        }
    }

    private static async Task<ApiFixture> StartAt(DateTimeOffset now)
    {
        var api = await ApiFixture.StartAsync();
        api.Clock.Offset = now - DateTimeOffset.UtcNow;
        return api;
    }

    private static async Task<ApiAnswer> Ledger(ApiFixture api, string query = "", string @as = "hg-officer1")
    {
        var answer = await api.SignedInAs(@as).GetJson($"deadlines{(query.Length > 0 ? $"?{query}" : "")}");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return answer;
    }

    private static List<JsonElement> Items(ApiAnswer page) => [.. page["items"].EnumerateArray()];

    private static (int Open, int Overdue, int Cases) Of(List<JsonElement> rows, string name)
    {
        var row = rows.Single(r => r.GetProperty("name").GetString() == name);
        return (row.GetProperty("open").GetInt32(), row.GetProperty("overdue").GetInt32(), row.GetProperty("cases").GetInt32());
    }

    private static async Task<JsonElement> Deadline(ApiFixture api, DecidedCase @case, string kind)
    {
        var answer = await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/deadlines");
        return answer.Body.EnumerateArray().Single(d => d.GetProperty("kind").GetString() == kind);
    }

    private static async Task<List<string>> Entries(ApiFixture api, DecidedCase @case, string type)
    {
        var record = await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/record");
        return
        [
            .. record["entries"]
                .EnumerateArray()
                .Select(e => e.GetRawText())
                .Where(e => e.Contains($"\"{type}\"", StringComparison.Ordinal)),
        ];
    }

    private static async Task RunJob(ApiFixture api)
    {
        var answer = await api.SignedInAs("tj-admin").PostJson("admin/jobs/recompute-deadlines/run", new { period = (string?)null });
        answer["outcome"].GetString().ShouldBe("Done", answer.Body.ToString());
    }

    private static Task<Guid> OrganisationId(ApiFixture api, string path) => Task.FromResult(DemoIds.Organisation(path));

    private static async Task DecideInXincun(ApiFixture api)
    {
        var body = CaseSteps.ASimpleCase();
        body["officers"] = new[] { CaseSteps.AnOfficer("xc-officer1"), CaseSteps.AnOfficer("xc-officer2") };
        var answer = await api.SignedInAs("xc-officer1").PostJson("simple-cases", body);
        answer.Status.ShouldBe(201, answer.Body.ToString());
    }

    /// <summary>The shipped calendar as it was before later years were announced.</summary>
    private static ProductFile UpTo(int year) =>
        Changed(file =>
        {
            var years = file["years"]!.AsObject();
            foreach (var later in years.Select(y => y.Key).Where(y => int.Parse(y, CultureInfo.InvariantCulture) > year).ToList())
                years.Remove(later);
            file["coverage"]!["to"] = $"{year}-12-31";
        });

    /// <summary>The shipped calendar with more working days of 2024 off.</summary>
    private static ProductFile OffToo(params string[] dates) =>
        Changed(file =>
        {
            var year = file["years"]!["2024"]!;
            foreach (var date in dates)
                year["offDays"]!
                    .AsArray()
                    .Add(
                        new JsonObject
                        {
                            ["date"] = date,
                            ["name"] = "临时",
                            ["weekend"] = false,
                        }
                    );
            year["workingDaysInYear"] = year["workingDaysInYear"]!.GetValue<int>() - dates.Length;
        });

    private static ProductFile Changed(Action<JsonNode> change)
    {
        var file = JsonNode.Parse(ProductFile.Shipped.Single(f => f.Name == ProductFile.Holidays).Content)!;
        change(file);
        return new(ProductFile.Holidays, JsonSerializer.SerializeToUtf8Bytes(file));
    }

    /// <summary>There is no route to load a calendar: it comes with the program.</summary>
    private static async Task LoadCalendar(ApiFixture api, ProductFile file)
    {
        await using var scope = api.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ReaderScope>().Current = OrganisationScope.All;
        await scope.ServiceProvider.GetRequiredService<ProductData>().LoadAsync([file], CancellationToken.None);
        await api.Services.GetRequiredService<CatalogueDirectory>().RefreshAsync(CancellationToken.None);
    }
}
