using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Publicity;

/// <summary>From the decision to its page, and down again. 国办发〔2018〕118号; 行政处罚法 第四十八条.</summary>
public sealed class PublicityTests(PublicityApi api) : IClassFixture<PublicityApi>
{
    [Fact, Rule("PUB-118-3"), Rule("PUB-ELEC")]
    public async Task A_decision_on_the_spot_waits_for_the_clerk_and_is_shown_in_summary()
    {
        var @case = await api.GivenDecidedCase();
        var item = await api.Publication(@case.Id);
        item.GetProperty("state").GetString().ShouldBe("ToConfirm");
        item.GetProperty("dueOn").GetString().ShouldBe("2024-05-22"); // seven working days after the 13th
        item.GetProperty("isLate").GetBoolean().ShouldBeTrue();
        var copy = await api.Copy(item);
        var page = copy["page"].GetString()!;
        (await api.Page(page)).Status.ShouldBe(404);

        var published = await api.Confirm(item);

        published.Status.ShouldBe(200, published.Body.ToString());
        published["item"].GetProperty("state").GetString().ShouldBe("Published");
        published["creditClass"].GetString().ShouldBe("Slight");
        published["copySha256"].GetString().ShouldBe(copy["copySha256"].GetString());
        var shown = await api.Page(page);
        shown.Status.ShouldBe(200);
        shown.Html.ShouldContain(@case.Number);
        shown.Html.ShouldContain("龚某");
        shown.Html.ShouldContain("罚款 50.00 元");
        shown.Html.ShouldNotContain(@case.PartyName);
        shown.Html.ShouldNotContain("堆放蔬菜"); // a summary has no facts
        var record = await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/record");
        record.Body.ToString().ShouldContain("decision-published");
        record.Body.ToString().ShouldContain(copy["copySha256"].GetString()!);
    }

    [Fact, Rule("PUB-118-3"), Rule("PUB-PRIV")]
    public async Task An_ordinary_decision_is_never_shown_before_its_service_and_without_the_party()
    {
        var @case = await api.GivenDecidedOrdinaryCase();
        var item = await api.Publication(@case.Id);
        item.GetProperty("state").GetString().ShouldBe("WaitingForService");
        item.GetProperty("isLate").GetBoolean().ShouldBeFalse(); // waiting for the service is not late
        (await api.Confirm(item, "Ordinary")).ShouldBeProblem(409, "publicity.not-served", "PUB-118-3");

        await @case.Serve(@case.At(16, 10), await @case.Paper("PenaltyDecision"));

        item = await api.Publication(@case.Id);
        item.GetProperty("state").GetString().ShouldBe("ToConfirm");
        item.GetProperty("servedOn").GetString().ShouldBe("2024-05-29");
        (await api.Confirm(item)).ShouldBeProblem(422, "publicity.credit-class-missing", "APL-48-1");
        (await api.Do(item, "confirm", new { copySha256 = new string('0', 64), creditClass = "Ordinary" })).ShouldBeProblem(
            409,
            "publicity.copy-changed",
            "PUB-ELEC"
        );
        var published = await api.Confirm(item, "Ordinary");
        published.Status.ShouldBe(200, published.Body.ToString());
        var page = await api.Page(published["page"].GetString()!);
        page.Html.ShouldContain("占用汉沽街道新开中路36号门前城市道路");
        page.Html.ShouldContain("《城市道路管理条例》");
        foreach (var hidden in (string[])[OrdinarySteps.PartyName, @case.PartyNumber, @case.PartyNumber[6..14], "13800000000", "牌坊东街"])
            page.Html.ShouldNotContain(hidden);
    }

    [Fact, Rule("APL-48-2")]
    public async Task A_revoked_decision_is_gone_at_once_and_leaves_its_reason()
    {
        var @case = await api.GivenDecidedCase();
        var published = await api.Published(@case.Id);
        var page = published["page"].GetString()!;

        await @case.Revoke();

        var gone = await api.Page(page);
        gone.Status.ShouldBe(410);
        gone.Html.ShouldContain("决定被依法撤销");
        gone.Html.ShouldContain("事实认定有误");
        gone.Html.ShouldContain(@case.Number);
        gone.Html.ShouldNotContain("龚某");
        (await api.Page(page, accept: "application/json")).Status.ShouldBe(410);
        (await api.Page($"/decisions?number={Uri.EscapeDataString(@case.Number)}")).Html.ShouldContain("没有找到符合条件的已公示决定");
        var item = await api.Publication(@case.Id);
        item.GetProperty("state").GetString().ShouldBe("Withdrawn");
        item.GetProperty("reasonMissing").GetBoolean().ShouldBeFalse();
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/record")).Body.ToString().ShouldContain("publication-withdrawn");
    }

    [Fact, Rule("APL-48-2")]
    public async Task A_decision_to_give_no_penalty_is_gone_too_when_it_is_revoked()
    {
        var @case = await api.GivenFiledCase();
        await @case.ConcludeWithoutPenalty("NoPenaltySlight");
        await @case.Done("propose-decision", @case.NoPenalty("NoPenaltySlight", await @case.AssessedAs("NoPenaltySlight")));
        (await @case.DecideNoPenalty()).Status.ShouldBe(200);
        await @case.Serve(@case.At(4, 9), await @case.Paper("NoPenaltyDecision"));
        var published = await api.Published(@case.Id);
        published["item"].GetProperty("kind").GetString().ShouldBe("NoPenalty");
        (await api.Page(published["page"].GetString()!)).Html.ShouldContain("堆放建筑材料"); // the facts as they were decided
        await @case.Educate(@case.At(17, 9));
        await @case.Done("commit-to-law", new { doneAt = @case.At(17, 10), promise = "今后依法申请占用许可。" });
        await @case.Close(
            @case.At(20, 9),
            new
            {
                doneAt = @case.At(20, 9),
                reason = "NoPenalty",
                performance = "不予处罚决定已送达。",
            }
        );

        await @case.Done("revoke", new { reason = "事实认定有误", doneAt = @case.At(22, 9) }, "hg-head");

        var gone = await api.Page(published["page"].GetString()!);
        gone.Status.ShouldBe(410);
        gone.Html.ShouldContain("决定被依法撤销");
        (await api.Publication(@case.Id)).GetProperty("state").GetString().ShouldBe("Withdrawn");
    }

    [Fact, Rule("APL-48-2")]
    public async Task A_page_that_was_taken_down_for_what_it_showed_says_that_its_decision_fell()
    {
        var @case = await api.GivenDecidedCase();
        var published = await api.Published(@case.Id);
        (await api.Do(published["item"], "withdraw", new { reason = "公示内容有误。" })).Status.ShouldBe(200);

        await @case.Revoke();

        var gone = await api.Page(published["page"].GetString()!);
        gone.Status.ShouldBe(410);
        gone.Html.ShouldContain("决定被依法撤销");
        gone.Html.ShouldContain("事实认定有误");
        gone.Html.ShouldNotContain("公示内容有误");
    }

    [Fact, Rule("APL-48-2")]
    public async Task What_fell_before_it_was_shown_is_never_shown()
    {
        var @case = await api.GivenDecidedCase();
        await @case.Revoke();

        var item = await api.Publication(@case.Id);

        item.GetProperty("state").GetString().ShouldBe("Lapsed");
        (await api.Do(item, "confirm", new { copySha256 = new string('0', 64) })).ShouldBeProblem(409, "publicity.not-open");
        (await api.Page((await api.Copy(item))["page"].GetString()!)).Status.ShouldBe(404);
    }

    [Fact, Rule("APL-48-1")]
    public async Task Withholding_needs_a_ground_and_another_person()
    {
        var @case = await api.GivenDecidedCase();
        var item = await api.Publication(@case.Id);
        (await api.Do(item, "ask-to-withhold", new { ground = "Minor", reason = "当事人面相年轻。" })).ShouldBeProblem(
            422,
            "publicity.ground-not-yours",
            "PUB-PRIV"
        );
        var asked = await api.Do(item, "ask-to-withhold", new { ground = "ThirdParty", reason = "公开会损害相邻商户的合法权益。" });
        asked.Status.ShouldBe(200, asked.Body.ToString());
        asked["item"].GetProperty("state").GetString().ShouldBe("ToWithhold");
        (await api.Do(item, "decide-withholding", new { approved = true })).ShouldBeProblem(403, "access.not-allowed");
        (await api.Do(item, "decide-withholding", new { approved = false }, "hg-head")).Status.ShouldBe(200);
        (await api.Publication(@case.Id)).GetProperty("state").GetString().ShouldBe("ToConfirm");
        (await api.Do(item, "ask-to-withhold", new { ground = "ThirdParty", reason = "补充说明相邻商户的异议。" })).Status.ShouldBe(200);

        var withheld = await api.Do(item, "decide-withholding", new { approved = true }, "hg-deputy1");

        withheld.Status.ShouldBe(200, withheld.Body.ToString());
        withheld["item"].GetProperty("state").GetString().ShouldBe("Withheld");
        (await api.Do(item, "confirm", new { copySha256 = new string('0', 64) })).ShouldBeProblem(409, "publicity.not-open");
    }

    [Fact, Rule("PUB-CORR"), Rule("PUB-PRIV")]
    public async Task A_page_is_corrected_and_withdrawn_with_a_reason_that_names_nobody()
    {
        var @case = await api.GivenServedCase();
        var published = await api.Published(@case.Id, "Ordinary");
        var item = published["item"];
        var answers = new { also = new[] { "堆放建筑材料" } };
        var preview = await api.SignedInAs(PublicitySteps.Clerk)
            .PostJson($"publicity/items/{item.GetProperty("id").GetGuid()}/preview", new { answers });
        preview.Status.ShouldBe(200, preview.Body.ToString());
        preview["copySha256"].GetString().ShouldNotBe(published["copySha256"].GetString());

        var corrected = await api.Do(
            item,
            "correct",
            new
            {
                copySha256 = preview["copySha256"].GetString(),
                reason = "当事人提出异议。",
                answers,
            }
        );

        corrected.Status.ShouldBe(200, corrected.Body.ToString());
        var page = corrected["page"].GetString()!;
        (await api.Page(page)).Html.ShouldNotContain("堆放建筑材料");
        (await api.Do(item, "withdraw", new { reason = "当事人来电13800138000要求撤回。" })).ShouldBeProblem(
            422,
            "publicity.reason-not-public",
            "PUB-PRIV"
        );
        (await api.Do(item, "withdraw", new { reason = "公示内容有误，更正后重新公示。" })).Status.ShouldBe(200);
        var gone = await api.Page(page);
        gone.Status.ShouldBe(410);
        gone.Html.ShouldContain("公示内容有误，更正后重新公示。");
    }

    [Fact, Rule("PUB-PRIV")]
    public async Task A_minor_is_counted_and_never_shown()
    {
        await using var own = await PublicityApi.StartOwnAsync();
        await own.GivenDecidedCase();
        var body = CaseSteps.ASimpleCase();
        body["grade"] = "Lenient";
        body["delivery"] = new
        {
            handedOverAt = CaseSteps.Monday,
            signature = "Signed",
            guardianInformed = "当场电话告知其父",
        };
        body["party"] = new
        {
            kind = "Citizen",
            identity = "SelfDeclared",
            name = "蔺小满",
            statedAge = 16,
            photoSha256 = new string('a', 64),
        };
        var answer = await own.SignedInAs("hg-officer1").PostJson("simple-cases", body);
        answer.Status.ShouldBe(201, answer.Body.ToString());

        var item = await own.Publication(answer["id"].GetGuid());

        item.GetProperty("state").GetString().ShouldBe("Withheld");
        item.GetProperty("withholdingGround").GetString().ShouldBe("Minor");
        (await own.Do(item, "confirm", new { copySha256 = new string('0', 64) })).ShouldBeProblem(422, "publicity.minor", "PUB-PRIV");
        (await own.Page((await own.Copy(item))["page"].GetString()!)).Status.ShouldBe(404);
        var figures = await own.SignedInAs(PublicitySteps.Clerk).GetJson("publicity/figures?year=2024");
        Figure("decisions").ShouldBe(2);
        Figure("minors").ShouldBe(1);
        Figure("waitingLate").ShouldBe(1); // the grown-up's
        foreach (var none in (string[])["publishedInTime", "publishedLate", "waitingInTime", "waitingForService", "withheld", "withdrawn"])
            Figure(none).ShouldBe(0, none);

        int Figure(string name) => figures[name].GetInt32();
    }

    [Fact]
    public async Task Nobody_of_another_street_and_no_officer_sees_or_confirms_it()
    {
        var @case = await api.GivenDecidedCase();
        var item = await api.Publication(@case.Id);

        (await api.Publications(@case.Id, "xc-publicity")).ShouldBeEmpty();
        (await api.Copy(item, "xc-publicity")).ShouldBeProblem(404, "publicity.not-found");
        (await api.Confirm(item, @as: "hg-officer1")).ShouldBeProblem(403, "access.not-allowed");
    }

    [Fact, Rule("PUB-118-3")]
    public async Task Late_is_what_waits_for_somebody_of_the_organ_past_its_day()
    {
        await using var own = await PublicityApi.StartOwnAsync();
        var late = await own.GivenDecidedCase();
        await own.GivenDecidedCase(decidedAt: own.Clock.GetUtcNow().AddDays(-1));
        var published = await own.GivenDecidedCase();
        await own.Published(published.Id);
        var unserved = await own.GivenDecidedOrdinaryCase();
        (
            await own.Do(await own.Publication(unserved.Id), "ask-to-withhold", new { ground = "ThirdParty", reason = "相邻商户有异议。" })
        ).Status.ShouldBe(200);
        var clerk = own.SignedInAs(PublicitySteps.Clerk);

        var list = (await clerk.GetJson("publicity/items?late=true"))["items"].EnumerateArray().ToList();

        var line = list.ShouldHaveSingleItem();
        line.GetProperty("caseId").GetGuid().ShouldBe(late.Id);
        line.GetProperty("isLate").GetBoolean().ShouldBeTrue();
        var figures = await clerk.GetJson("publicity/figures?year=2024");
        figures["waitingLate"].GetInt32().ShouldBe(1);
        figures["waitingInTime"].GetInt32().ShouldBe(2); // one is not due, one is not served
        figures["publishedLate"].GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task The_list_goes_on_page_by_page()
    {
        await api.GivenDecidedCase();
        await api.GivenDecidedCase();
        var clerk = api.SignedInAs(PublicitySteps.Clerk);

        var first = await clerk.GetJson("publicity/items?limit=1");
        var second = await clerk.GetJson($"publicity/items?limit=1&cursor={first["next"].GetString()}");

        first["items"].GetArrayLength().ShouldBe(1);
        second["items"][0].GetProperty("id").GetGuid().ShouldNotBe(first["items"][0].GetProperty("id").GetGuid());
    }

    [Fact, Rule("APL-48-1")]
    public async Task Display_ends_with_its_longest_period_whether_or_not_the_job_has_run()
    {
        await using var own = await PublicityApi.StartOwnAsync();
        var (@case, other) = (await own.GivenDecidedCase(), await own.GivenDecidedCase());
        var published = await own.Published(@case.Id);
        published["displayUntil"].GetString().ShouldBe("2026-04-01"); // of before the second order
        var address = published["page"].GetString()!;
        own.Clock.Offset = new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.FromHours(8)) - TimeProvider.System.GetUtcNow();
        (await own.Page(address)).Status.ShouldBe(200);
        (await own.Page("/decisions")).Html.ShouldContain(@case.Number);

        own.Clock.Advance(TimeSpan.FromDays(1));

        (await own.Page(address)).Status.ShouldBe(410);
        (await own.Page("/decisions")).Html.ShouldNotContain(@case.Number);
        (await own.Publication(@case.Id)).GetProperty("state").GetString().ShouldBe("Published"); // until the job enters it
        var tooLate = await own.Published(other.Id);
        tooLate["item"].GetProperty("state").GetString().ShouldBe("Expired");
        (await own.Page(tooLate["page"].GetString()!)).Status.ShouldBe(410);

        var run = await own.SignedInAs("tj-admin").PostJson("admin/jobs/end-display/run", new { period = (string?)null });

        run.Status.ShouldBe(200, run.Body.ToString());
        (await own.Publication(@case.Id)).GetProperty("state").GetString().ShouldBe("Expired");
        var page = await own.Page(address);
        page.Status.ShouldBe(410);
        page.Html.ShouldContain("公示期已满");
    }
}
