using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Api.Tests.Access;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Access;
using EnforcementCases.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Catalogue.CatalogueSteps;

namespace EnforcementCases.Api.Tests.Catalogue;

/// <summary>Two clerks change the catalogue; what was decided keeps what it rested on.</summary>
public sealed class CatalogueChangeTests(ApiFixture shared)
{
    [Fact, Rule("TIME-CAL"), Rule("TIME-CAL-X")]
    public async Task A_year_added_by_two_clerks_moves_exactly_the_deadlines_that_it_should_and_an_old_decision_prints_unchanged()
    {
        await using var api = await ApiFixture.StartAsync();
        var decidedAt = new DateTimeOffset(2026, 12, 17, 10, 0, 0, TimeSpan.FromHours(8));
        api.Clock.Offset = decidedAt.AddHours(3) - DateTimeOffset.UtcNow;
        var (first, second) = (api.SignedInAs("bhxq-catalogue1"), api.SignedInAs("bhxq-catalogue2"));
        var moved = await api.GivenDecidedCase(decidedAt: decidedAt); // due on the fifteenth day, 1 January 2027
        var before = await api.GivenDecidedCase(decidedAt: decidedAt.AddDays(-7)); // due on 25 December
        var done = await api.GivenDecidedCase(decidedAt: decidedAt);
        await done.Revoke();
        var (path, printed) = await Printed(api, moved);
        var untouched = await Deadlines(api, before);
        var ended = await Deadlines(api, done);
        (await Deadline(api, moved, "Payment")).GetProperty("lastDay").GetString().ShouldBe("2027-01-01");

        var entered = await first.PostJson("catalogue/calendar/2027", Year2027());

        entered.Status.ShouldBe(201, entered.Body.ToString());
        var effects = entered["effects"];
        effects.GetProperty("changedDeadlines").GetInt32().ShouldBe(1, effects.ToString());
        var listed = effects.GetProperty("deadlines")[0];
        listed.GetProperty("caseId").GetGuid().ShouldBe(moved.Id);
        (listed.GetProperty("from").GetString(), listed.GetProperty("to").GetString()).ShouldBe(("2027-01-01", "2027-01-04"));
        (listed.GetProperty("wasProvisional").GetBoolean(), listed.GetProperty("provisional").GetBoolean()).ShouldBe((true, false));
        (await Deadline(api, moved, "Payment")).GetProperty("lastDay").GetString().ShouldBe("2027-01-01"); // nothing has happened yet
        var change = entered["id"].GetGuid();
        (await first.Settle(change, "confirmation")).ShouldBeProblem(403, "catalogue-change.second-person-needed");
        (await second.PostJson($"catalogue/changes/{change}/confirmation")).ShouldBeProblem(428, "request.if-match-missing");

        var confirmed = await second.Settle(change, "confirmation");

        confirmed.Status.ShouldBe(200, confirmed.Body.ToString());
        var payment = await Deadline(api, moved, "Payment");
        payment.GetProperty("lastDay").GetString().ShouldBe("2027-01-04");
        payment.GetProperty("provisional").GetBoolean().ShouldBeFalse();
        var ledger = (await api.SignedInAs("hg-officer1").GetJson("deadlines?state=All"))["items"].EnumerateArray().ToList();
        var recounted = ledger.Where(d => d.GetProperty("recomputed").ValueKind != JsonValueKind.Null).ToList().ShouldHaveSingleItem();
        recounted.GetProperty("id").GetGuid().ShouldBe(listed.GetProperty("deadlineId").GetGuid());
        recounted.GetProperty("recomputed").GetProperty("previousLastDay").GetString().ShouldBe("2027-01-01");
        recounted.GetProperty("recomputed").GetProperty("previousCalendar").GetString().ShouldBe("2021-2026.1");
        recounted.GetProperty("recomputed").GetProperty("calendar").GetString().ShouldBe("2021-2027.1+1");
        (await Deadlines(api, before)).ShouldBe(untouched);
        (await Deadlines(api, done)).ShouldBe(ended);
        (await api.SignedInAs("hg-officer1").GetJson(path)).Bytes.ShouldBe(printed);
        (await second.Settle(change, "confirmation")).ShouldBeProblem(409, "catalogue-change.not-pending");

        var year = await first.GetJson("catalogue/calendar/2027");
        year["noticeNumber"].GetString().ShouldBe("国办发明电〔2026〕9号");
        (await first.GetJson("catalogue/calendar/2026"))["mayStillChangeFrom"].ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact, Rule("TIME-CAL")]
    public async Task Working_days_of_a_year_that_is_not_loaded_are_provisional_until_two_clerks_have_loaded_it()
    {
        await using var api = await ApiFixture.StartAsync();
        var decidedAt = new DateTimeOffset(2026, 12, 30, 10, 0, 0, TimeSpan.FromHours(8));
        api.Clock.Offset = decidedAt.AddHours(1) - DateTimeOffset.UtcNow;
        var decision = CaseSteps.ASimpleCase(decidedAt: decidedAt);
        var @case = await api.GivenDecidedCase(decision);
        (await Deadline(api, @case, "ReportBack")).GetProperty("provisional").GetBoolean().ShouldBeTrue();

        var entered = await api.SignedInAs("bhxq-catalogue1").PostJson("catalogue/calendar/2027", Year2027());
        (await Deadline(api, @case, "ReportBack")).GetProperty("provisional").GetBoolean().ShouldBeTrue();
        (await api.SignedInAs("bhxq-catalogue2").Settle(entered["id"].GetGuid(), "confirmation")).Status.ShouldBe(200);

        var counted = await Deadline(api, @case, "ReportBack");
        counted.GetProperty("lastDay").GetString().ShouldBe("2027-01-04"); // 31 December, then Monday
        counted.GetProperty("provisional").GetBoolean().ShouldBeFalse();
    }

    [Fact, Rule("TIME-CAL")]
    public async Task A_year_that_does_not_add_up_is_refused()
    {
        var clerk = shared.SignedInAs("bhxq-catalogue1");

        (await clerk.PostJson("catalogue/calendar/2028", Year2027())).ShouldBeProblem(422, "calendar.file-rejected");
        (await clerk.PostJson("catalogue/calendar/2027", Year2027(workingDays: 249))).ShouldBeProblem(422, "calendar.file-rejected");
        (await shared.SignedInAs("hg-catalogue1").PostJson("catalogue/calendar/2027", Year2027())).ShouldBeProblem(
            403,
            "catalogue-change.reaches-further"
        );
        (await shared.SignedInAs("bhxq-supervisor").PostJson("catalogue/calendar/2027", Year2027())).Status.ShouldBe(403);
        var standing = JsonNode.Parse((await clerk.Exported())["calendar_years"]!["2026"]!.ToJsonString())!;
        (await clerk.PostJson("catalogue/calendar/2026", standing)).ShouldBeProblem(409, "catalogue-change.nothing-changes");
    }

    [Fact, Rule("TIME-RULE-VERSION"), Rule("APL-37")]
    public async Task A_new_version_ends_the_one_before_names_the_open_cases_and_old_decisions_keep_theirs()
    {
        await using var api = await ApiFixture.StartAsync();
        var (first, second) = (api.SignedInAs("bhxq-catalogue1"), api.SignedInAs("bhxq-catalogue2"));
        var open = await api.GivenDecidedCase();
        var (path, printed) = await Printed(api, open);
        var unprinted = await api.GivenDecidedCase();
        var pinned = (await open.Read())["violationVersionId"].GetGuid();
        var row = await first.Row("violations", "code", "GJ-ZD-01");
        row["name"] = "擅自占用、挖掘城市道路";
        row["fine_individual"]!["max"] = 30000;
        row["effective_from"] = "2025-01-01";

        var entered = await first.EnterFile(With("violations", row));

        entered["newVersions"].GetInt32().ShouldBe(1);
        var report = entered["rows"][0];
        report.GetProperty("outcome").GetString().ShouldBe("NewVersion");
        report.GetProperty("ends").GetString().ShouldBe("1996-10-01 至 今 的版本于 2024-12-31 终止");
        Fields(report)
            .ShouldBe([
                ("施行日期", "1996-10-01", "2025-01-01"),
                ("案由", "擅自占用城市道路", "擅自占用、挖掘城市道路"),
                ("个人罚款上限", "20000", "30000"),
            ]);
        var effects = await second.GetJson($"catalogue/changes/{entered["change"].GetProperty("id").GetGuid()}/effects");
        effects["openCases"].GetInt32().ShouldBe(2, effects.Body.ToString());
        effects["cases"]
            .EnumerateArray()
            .Select(c => c.GetProperty("caseId").GetGuid())
            .ShouldBe([open.Id, unprinted.Id], ignoreOrder: true);
        effects["cases"][0].GetProperty("because").GetString()!.ShouldContain("自 2025-01-01 起适用新版本");

        (await second.Settle(entered["change"].GetProperty("id").GetGuid(), "confirmation")).Status.ShouldBe(200);

        (await Named(first, "2024-12-31")).ShouldBe("擅自占用城市道路");
        (await Named(first, "2025-01-01")).ShouldBe("擅自占用、挖掘城市道路");
        (await open.Read())["violationVersionId"].GetGuid().ShouldBe(pinned);
        (await api.SignedInAs("hg-officer1").GetJson(path)).Bytes.ShouldBe(printed);
        (await Printed(api, unprinted)).Item2.Length.ShouldBeGreaterThan(1000);
        (await unprinted.Read())["violationName"].GetString().ShouldBe("擅自占用城市道路");
        (await Refused(first, Ends(row, "2024-12-31"))).ShouldBe("catalogue.row-rejected"); // ends before it begins
        var between = row.DeepClone().AsObject();
        between["effective_from"] = "2020-01-01";
        (await Refused(first, between)).ShouldBe("catalogue-change.overlap");
    }

    [Fact, Rule("APL-28-BRANCH")]
    public async Task Clerks_see_and_change_how_the_kinds_of_a_provision_go_together()
    {
        await using var api = await ApiFixture.StartAsync();
        var clerk = api.SignedInAs("bhxq-catalogue1");
        var row = await clerk.Row("violations", "code", "GJ-ZT-03");
        row["branches"]!.AsArray().Single()!["must"]!.AsArray().Select(k => (string?)k).ShouldBe(["警告", "罚款"]);

        row["branches"] = JsonNode.Parse("""[{"must":["警告"],"may":["罚款"]}]""");
        var report = (await clerk.TryFile(File(With("violations", row))))["rows"][0];
        Fields(report).ShouldBe([("罚则结构", "并处：警告、罚款", "并处：警告，可以并处：罚款")]);
        await api.Change(With("violations", row));

        var branch = (await clerk.GetJson("catalogue/violations/GJ-ZT-03"))["structure"].GetProperty("branches")[0];
        branch.GetProperty("must").EnumerateArray().Select(k => k.GetString()).ShouldBe(["Warning"]);
        branch.GetProperty("may").EnumerateArray().Select(k => k.GetString()).ShouldBe(["Fine"]);
        row["branches"] = JsonNode.Parse("""[{"must":["警告"],"needs":"sometimes"}]""");
        (await Refused(clerk, row)).ShouldBe("catalogue.row-rejected");
        row["branches"] = JsonNode.Parse("""[{"must":["责令关闭"]}]"""); // not threatened
        (await Refused(clerk, row)).ShouldBe("catalogue.row-rejected");
        row.Remove("branches");
        row["mark"] = null;
        await api.Change(With("violations", row));
        var bare = await clerk.GetJson("catalogue/violations/GJ-ZT-03");
        bare["decidable"].GetBoolean().ShouldBeFalse();
        bare["notDecidableBecause"][0].GetString().ShouldBe("多个处罚种类如何并用尚未写明");
    }

    [Fact, Rule("TIME-RULE-VERSION")]
    public async Task An_end_leaves_no_hole_unnoticed_and_a_correction_closes_what_it_corrects()
    {
        await using var api = await ApiFixture.StartAsync();
        var clerk = api.SignedInAs("bhxq-catalogue1");
        var row = await clerk.Row("violations", "code", "GJ-XF-01");
        var from = (string)row["effective_from"]!;

        await api.Change(With("violations", Ends(row, "2026-06-30")));
        var later = row.DeepClone().AsObject();
        (later["effective_from"], later["effective_to"]) = ("2026-09-01", null);
        (await Refused(clerk, later)).ShouldBe("catalogue-change.hole");
        later["effective_from"] = "2026-07-01";
        later["name"] = "后法案由";
        await api.Change(With("violations", later));
        var corrected = Ends(row, "2026-06-30");
        corrected["note"] = "更正备注";
        var report = (await clerk.TryFile(File(With("violations", corrected))))["rows"][0];
        report.GetProperty("outcome").GetString().ShouldBe("Correct");
        await api.Change(With("violations", corrected));

        var versions = (await clerk.Exported())["violations"]!.AsArray().Where(v => (string?)v!["code"] == "GJ-XF-01").ToList();
        versions
            .Select(v => ((string?)v!["effective_from"], (string?)v["effective_to"], (string?)v["note"] == "更正备注"))
            .ShouldBe([(from, "2026-06-30", true), ("2026-07-01", null, false)]);
    }

    [Fact]
    public async Task A_pending_change_is_rejected_by_another_withdrawn_by_its_author_and_stale_when_the_base_moved()
    {
        await using var api = await ApiFixture.StartAsync();
        var (first, second) = (api.SignedInAs("hg-catalogue1"), api.SignedInAs("hg-catalogue2"));
        Task<ApiAnswer> Enter(string days) => first.EnterFile(With("parameters", Parameter("filing.limit", days)));
        static Guid Id(ApiAnswer entered) => entered["change"].GetProperty("id").GetGuid();
        var (rejected, withdrawn, taken, stale) = (
            Id(await Enter("8")),
            Id(await Enter("9")),
            Id(await Enter("10")),
            Id(await Enter("11"))
        );

        (await first.Settle(rejected, "rejection", "不对")).ShouldBeProblem(403, "catalogue-change.second-person-needed");
        (await second.Settle(withdrawn, "withdrawal", "不对")).ShouldBeProblem(403, "catalogue-change.not-yours");
        (await second.Settle(rejected, "rejection", "")).ShouldBeProblem(400, "request.invalid");
        var sentBack = await second.Settle(rejected, "rejection", "依据文件已废止");
        (sentBack["state"].GetString(), sentBack["reason"].GetString()).ShouldBe(("Rejected", "依据文件已废止"));
        (await first.Settle(withdrawn, "withdrawal", "录错"))["state"].GetString().ShouldBe("Withdrawn");
        (await second.Settle(withdrawn, "confirmation")).ShouldBeProblem(409, "catalogue-change.not-pending");
        (await second.Settle(taken, "confirmation")).Status.ShouldBe(200);
        (await second.Settle(stale, "confirmation")).ShouldBeProblem(409, "catalogue-change.base-changed");
        (await api.SignedInAs("bhxq-catalogue1").Settle(stale, "confirmation")).ShouldBeProblem(403, "access.not-allowed");
        (await api.SignedInAs("xc-catalogue1").GetJson($"catalogue/changes/{stale}")).ShouldBeProblem(404, "catalogue-change.not-found");
        (await api.SignedInAs("hg-officer1").GetJson("catalogue/changes")).Status.ShouldBe(403);

        var pending = (await second.GetJson("catalogue/changes?state=Pending"))["items"].EnumerateArray().ToList();
        pending.ShouldHaveSingleItem().GetProperty("id").GetGuid().ShouldBe(stale);
        (await second.GetJson("catalogue/changes?limit=3"))["next"].ValueKind.ShouldBe(JsonValueKind.String);
        var values = (await first.GetJson("catalogue/parameters?onDate=2024-01-01")).Body.EnumerateArray();
        var limit = values.Single(p => p.GetProperty("key").GetString() == "filing.limit");
        (limit.GetProperty("value").GetString(), limit.GetProperty("confirmed").GetBoolean()).ShouldBe(("10", true));
    }

    [Fact]
    public async Task Separation_is_by_person_and_not_by_account()
    {
        await using var api = await ApiFixture.StartAsync();
        var entered = await api.SignedInAs("hg-catalogue1").EnterFile(With("parameters", Parameter("archive.after", "20")));
        var (userName, password) = await api.GivenSecondAccountOf("hg-catalogue1", "CatalogueClerk");
        var change = entered["change"].GetProperty("id").GetGuid();

        (await api.SignedInAs(userName, password).Settle(change, "confirmation")).ShouldBeProblem(
            403,
            "catalogue-change.second-person-needed"
        );
        (await api.SignedInAs(userName, password).Settle(change, "withdrawal", "录错"))["state"].GetString().ShouldBe("Withdrawn");
    }

    [Fact, Rule("ACL-17")]
    public async Task Sealing_is_switched_on_matter_by_matter_and_every_parameter_is_read_before_it_counts()
    {
        await using var api = await ApiFixture.StartAsync();
        var clerk = api.SignedInAs("hg-catalogue1");

        await api.Change(With("parameters", Parameter("coercion.matters", "GJ-ZD-01,GJ-GG-01")), "hg-catalogue");

        var matters = (await clerk.GetJson("catalogue/parameters"))
            .Body.EnumerateArray()
            .Single(p => p.GetProperty("key").GetString() == "coercion.matters");
        matters.GetProperty("value").GetString().ShouldBe("GJ-ZD-01,GJ-GG-01");
        matters.GetProperty("confirmed").GetBoolean().ShouldBeTrue();
        matters.GetProperty("source").GetString().ShouldBe("津滨政规〔2023〕2号");
        foreach (
            var (key, value) in new[]
            {
                ("coercion.matters", "GJ-ZD-01,XX-XX-99"),
                ("filing.limit", "0"),
                ("filing.limit", "seven"),
                ("publish.penalty", "8"), // a place may be quicker than the law, never slower
                ("hearing.fine.citizen", "5000.001"),
                ("hearing.fine.citizen", "-1"),
                ("surcharge.base", "half"),
                ("recording.mandatory", "Hearing,Dancing"),
                ("enforce.night", "22:00"),
                ("yearly.dataDue", "02-30"),
                ("quarterReport.day", "31"),
                ("no.such.key", "1"),
            }
        )
        {
            var report = await clerk.TryFile(File(With("parameters", Parameter(key, value))));
            report["rejected"].GetInt32().ShouldBe(1, $"{key}={value}");
        }
        (await clerk.TryFile(File(With("parameters", Parameter("filing.limit", "5", organisation: "/tj/bhxq/")))))["rejected"]
            .GetInt32()
            .ShouldBe(1);
        var every = await clerk.TryFile(
            File(
                With(
                    "parameters",
                    [.. Domain.Catalogue.LocalParameter.Shipped.Select(p => (JsonNode)Parameter(p.Key.Text, p.Default, "2025-01-01"))]
                )
            )
        );
        every["rejected"].GetInt32().ShouldBe(0, every["rows"].ToString()); // what ships can be confirmed as it stands
        every["effects"].GetProperty("parameters").GetArrayLength().ShouldBe(Domain.Catalogue.LocalParameter.Shipped.Count);
    }

    [Fact]
    public async Task A_place_that_gives_its_own_value_up_has_the_one_above_again()
    {
        await using var api = await ApiFixture.StartAsync();
        await api.Change(With("parameters", Parameter("archive.after", "20", organisation: "/tj/bhxq/")), "bhxq-catalogue");
        var clerk = api.SignedInAs("hg-catalogue1");
        var early = await clerk.TryFile(File(With("parameters", Parameter("archive.after", "inherit"))));
        early["rejected"].GetInt32().ShouldBe(1, "there is nothing to give up");
        await api.Change(With("parameters", Parameter("archive.after", "15")), "hg-catalogue");
        await api.Change(With("parameters", Parameter("archive.after", "inherit", "2024-07-01")), "hg-catalogue");

        (await On("2024-06-30")).ShouldBe(("15", null));
        (await On("2024-07-01")).ShouldBe(("20", "/tj/bhxq/"));

        async Task<(string?, string?)> On(string day)
        {
            var value = (await clerk.GetJson($"catalogue/parameters?onDate={day}"))
                .Body.EnumerateArray()
                .Single(p => p.GetProperty("key").GetString() == "archive.after");
            return (value.GetProperty("value").GetString(), value.GetProperty("inheritedFrom").GetString());
        }
    }

    [Fact, Rule("APL-34")]
    public async Task A_benchmark_that_is_to_bind_is_checked_before_it_can_be_entered()
    {
        var clerk = shared.SignedInAs("bhxq-catalogue1");
        JsonObject Benchmark(params (string Level, int From, int To)[] tiers) =>
            new()
            {
                ["benchmark_id"] = "CL-TEST-1",
                ["violation_code"] = "GJ-ZD-01",
                ["violation_name"] = "擅自占用城市道路",
                ["jurisdiction"] = "滨海新区",
                ["source_kind"] = "published_benchmark",
                ["illustrative"] = false,
                ["issuer"] = "滨海新区",
                ["effective_from"] = "2027-01-01",
                ["tiers"] = new JsonArray([
                    .. tiers.Select(t =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["level"] = t.Level,
                                ["circumstance"] = t.Level,
                                ["action"] = "罚款",
                                ["fine_individual"] = new JsonArray(t.From, t.To),
                                ["fine_organisation"] = new JsonArray(t.From, t.To),
                            }
                    ),
                ]),
                ["status"] = "confirmed",
                ["evidence"] = "测试",
                ["binding_in_tianjin"] = true,
            };
        async Task<string?> Fault(JsonObject row)
        {
            var report = (await clerk.TryFile(File(With("benchmarks", row))))["rows"][0];
            return report.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()).FirstOrDefault();
        }

        (await Fault(Benchmark(("轻微", 0, 5000), ("严重", 5000, 20000)))).ShouldBeNull();
        (await Fault(Benchmark(("轻微", 0, 5000), ("严重", 6000, 20000)))).ShouldBe("benchmark.gap");
        (await Fault(Benchmark(("轻微", 0, 6000), ("严重", 5000, 20000)))).ShouldBe("benchmark.overlap");
        (await Fault(Benchmark(("轻微", 0, 5000), ("严重", 5000, 30000)))).ShouldBe("benchmark.outside-statutory-range");
    }

    [Fact]
    public async Task What_is_exported_can_be_imported_and_changes_nothing()
    {
        await using var api = await ApiFixture.StartAsync();
        await api.Change(With("parameters", Parameter("coercion.matters", "GJ-ZD-01"), Parameter("case.exclusions", "")), "hg-catalogue");
        foreach (var form in new[] { "Json", "Xlsx" })
        {
            var clerk = api.SignedInAs("bhxq-catalogue1");
            var file = await clerk.GetJson($"catalogue/export?form={form}");
            file.Status.ShouldBe(200);

            var again = await clerk.TryFile(form == "Json" ? File(JsonNode.Parse(file.Bytes)!) : Workbook(file.Bytes));

            again.Status.ShouldBe(200, again.Body.ToString());
            again["rows"]
                .EnumerateArray()
                .Where(r => r.GetProperty("outcome").GetString() != "Unchanged")
                .Take(3)
                .Select(r => r.GetRawText())
                .ShouldBeEmpty();
            again["unchanged"].GetInt32().ShouldBeGreaterThan(127 + 42 + 36 + 6);
        }
        (await api.SignedInAs("hg-catalogue1").GetJson("catalogue/changes/template")).Bytes.Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task One_wrong_row_keeps_the_file_out_and_every_row_says_what_is_wrong_with_it()
    {
        var clerk = shared.SignedInAs("bhxq-catalogue1");
        var good = Parameter("archive.after", "25");
        var wrong = Parameter("archive.after", "25", "2024-02-01");
        wrong["colour"] = "red";
        var missing = Parameter("archive.after", "25", "2024-03-01");
        missing.Remove("source");

        var answer = await clerk.EnterFile(With("parameters", good, wrong, missing, good.DeepClone()), entered: false);

        answer["rows"]
            .EnumerateArray()
            .Select(r => (r.GetProperty("place").GetString(), r.GetProperty("outcome").GetString(), Message(r)))
            .ShouldBe([
                ("因地参数第 1 项", "Create", null),
                ("因地参数第 2 项", "Rejected", "目录行不能采用：不认识的字段“colour”"),
                ("因地参数第 3 项", "Rejected", "目录行不能采用：“依据文件”（source）没有填写，或者格式不符"),
                ("因地参数第 4 项", "Rejected", "目录行不能采用：/tj/bhxq/hg/ archive.after 2024-01-01 在本次变更中重复"),
            ]);
        (await clerk.TryFile(File(new JsonObject { ["colours"] = new JsonArray() }))).ShouldBeProblem(400, "catalogue-file.malformed");
        (await clerk.TryFile(File(new JsonObject()))).ShouldBeProblem(422, "catalogue-file.empty");
        (await clerk.TryFile(Workbook("PKnonsense"u8.ToArray()))).ShouldBeProblem(400, "workbook.not-a-workbook");
        (await clerk.PostJson("catalogue/changes?dryRun=false", File(With("parameters", good.DeepClone())))).ShouldBeProblem(
            400,
            "request.invalid"
        );

        static string? Message(JsonElement row) =>
            row.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("message").GetString()).FirstOrDefault();
    }

    [Fact]
    public async Task Absurd_numbers_and_days_and_empty_places_are_told_row_by_row()
    {
        var clerk = shared.SignedInAs("bhxq-catalogue1");
        var violation = await clerk.Row("violations", "code", "GJ-ZD-01");
        JsonNode?[] rows =
        [
            Changed("fine_individual", new JsonObject { ["min"] = 0, ["max"] = 1_000_000_000_001 }),
            Changed("fine_individual", new JsonObject { ["min"] = 0, ["max"] = JsonNode.Parse("1e400") }),
            Changed("effective_from", "0001-01-01"),
            Changed("prohibition_articles", new JsonArray((JsonNode?)null)),
            Changed("name", null),
            null,
            JsonValue.Create(3),
        ];

        foreach (var row in rows)
        {
            var report = await clerk.TryFile(File(new JsonObject { ["violations"] = new JsonArray(row) }));
            report.Status.ShouldBe(200, report.Body.ToString());
            report["rejected"].GetInt32().ShouldBe(1, row?.ToJsonString() ?? "null");
            report["rows"][0].GetProperty("errors").GetArrayLength().ShouldBeGreaterThan(0);
        }
        foreach (
            var broken in new[]
            {
                """{"violations":[{"code":"\ud83d"}]}""", // half a character
                """{"violations":[{"code":"A","code":"B"}]}""",
            }
        )
            (await clerk.TryFile(File(broken))).ShouldBeProblem(400, "catalogue-file.malformed");

        JsonObject Changed(string member, JsonNode? value)
        {
            var changed = violation.DeepClone().AsObject();
            changed[member] = value;
            return changed;
        }
    }

    [Fact]
    public async Task A_newer_program_leaves_alone_what_two_clerks_maintain()
    {
        await using var api = await ApiFixture.StartAsync();
        var clerk = api.SignedInAs("bhxq-catalogue1");
        var row = await clerk.Row("violations", "code", "GJ-ZD-01");
        row["note"] = "街道核对";
        await api.Change(With("violations", row));
        var newer = JsonNode.Parse(ProductFile.Shipped.Single(f => f.Name == ProductFile.Violations).Content)!;
        foreach (var item in newer["items"]!.AsArray().Where(i => (string?)i!["code"] is "GJ-ZD-01" or "GJ-GG-01"))
            item!["note"] = "新版程序";

        await using (var scope = api.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<ReaderScope>().Current = OrganisationScope.All;
            await scope
                .ServiceProvider.GetRequiredService<ProductData>()
                .LoadAsync([new(ProductFile.Violations, JsonSerializer.SerializeToUtf8Bytes(newer))], CancellationToken.None);
        }

        ((string?)(await clerk.Row("violations", "code", "GJ-ZD-01"))["note"]).ShouldBe("街道核对");
        ((string?)(await clerk.Row("violations", "code", "GJ-GG-01"))["note"]).ShouldBe("新版程序");
    }

    private static JsonObject Ends(JsonObject row, string day)
    {
        var ended = row.DeepClone().AsObject();
        ended["effective_to"] = day;
        return ended;
    }

    private static async Task<string?> Refused(ApiClient clerk, JsonObject row) =>
        (await clerk.TryFile(File(With("violations", row.DeepClone()))))["rows"]
            [0]
            .GetProperty("errors")[0]
            .GetProperty("code")
            .GetString();

    private static List<(string?, string?, string?)> Fields(JsonElement row) =>
        [
            .. row.GetProperty("fields")
                .EnumerateArray()
                .Select(f => (f.GetProperty("label").GetString(), f.GetProperty("old").GetString(), f.GetProperty("new").GetString())),
        ];

    private static async Task<string?> Named(ApiClient client, string day) =>
        (await client.GetJson($"catalogue/violations/GJ-ZD-01?onDate={day}"))["name"].GetString();

    private static async Task<(string Path, byte[] Bytes)> Printed(ApiFixture api, DecidedCase @case)
    {
        var officer = api.SignedInAs("hg-officer1");
        var document = (await officer.GetJson($"cases/{@case.Id}/documents")).Body[0].GetProperty("id").GetString();
        var path = $"cases/{@case.Id}/documents/{document}";
        (await officer.PostJson($"{path}/prints", new { format = "A4" })).Status.ShouldBeInRange(200, 201);
        return ($"{path}/file?format=A4", (await officer.GetJson($"{path}/file?format=A4")).Bytes);
    }

    private static async Task<string> Deadlines(ApiFixture api, DecidedCase @case) =>
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/deadlines")).Body.GetRawText();

    private static async Task<JsonElement> Deadline(ApiFixture api, DecidedCase @case, string kind) =>
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/deadlines"))
            .Body.EnumerateArray()
            .Single(d => d.GetProperty("kind").GetString() == kind);
}
