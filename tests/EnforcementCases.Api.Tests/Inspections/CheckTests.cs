using System.Text.Json;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Personnel;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Inspections.Inspected;

namespace EnforcementCases.Api.Tests.Inspections;

/// <summary>A check of a named object, from the plan to its published result. 国办发〔2024〕54号.</summary>
public sealed class CheckTests(ApiFixture api)
{
    private readonly Inspected street = In(api);

    [Fact, Rule("INSP-54-1"), Rule("INSP-54-2"), Rule("INSP-STAT")]
    public async Task A_check_goes_from_its_plan_to_its_published_result()
    {
        var planned = await street.APlan(cap: 2);
        planned.GetProperty("approvedAt").ValueKind.ShouldNotBe(JsonValueKind.Null);
        var published = await api.Anonymous.GetJson(
            $"public/inspections/plans?year=2024&organisationId={planned.GetProperty("organId").GetGuid()}"
        );
        published["items"]
            .EnumerateArray()
            .First(p => p.GetProperty("category").GetString() == street.Category)
            .GetProperty("capPerObject")
            .GetInt32()
            .ShouldBe(2);

        var check = await street.AnApplication(await street.AnObject());
        check.GetProperty("state").GetString().ShouldBe("Applied");
        (await street.WorkOf("teamlead", check)).ShouldBe(["CheckApproval"]);
        (await street.WorkOf("officer1", check)).ShouldBeEmpty();

        check = await street.Act(check, "decide", street.Approval, "teamlead");
        check.GetProperty("code").ValueKind.ShouldBe(JsonValueKind.Null); // the lead is no officer of the check
        (await street.WorkOf("officer1", check)).ShouldBe(["Visit"]);
        (await street.WorkOf("officer3", check)).ShouldBeEmpty();
        (await street.WorkOf("officer3", check, "mine=false")).ShouldBe(["Visit"]);
        (await street.WorkOf("officer1", check, "overdue=true")).ShouldBe(["Visit"]); // planned for a day that is over

        check = await street.Read("officer2", $"inspections/checks/{Id(check)}");
        var code = check.GetProperty("code").GetString()!;
        var scanned = await api.Anonymous.GetJson($"public/inspections/checks/{code[..10].ToLowerInvariant()}%20{code[10..]}");
        scanned["objectName"].GetString().ShouldBe("新开饭店");
        scanned["approvedOn"].GetString().ShouldBe("2024-05-11");
        scanned["officers"]
            .EnumerateArray()
            .Select(o => o.GetProperty("certificateNumber").GetString())
            .ShouldBe([DemoOfficers.CertificateOf("hg-officer1"), DemoOfficers.CertificateOf("hg-officer2")]);

        check = await street.Act(check, "enter", street.Entry(check), "officer2");
        check.GetProperty("scanned").GetBoolean().ShouldBeTrue();
        (await street.WorkOf("officer1", check)).ShouldBe(["Record"]);

        check = await street.Act(check, "record", street.Findings());
        check.GetProperty("isComplete").GetBoolean().ShouldBeTrue();
        check.GetProperty("publishBy").GetString().ShouldBe("2024-06-11"); // twenty working days after the 13th, 端午 between
        check.GetProperty("isLate").GetBoolean().ShouldBeTrue();
        (await street.WorkOf("publicity", check, "overdue=true&kind=Publication")).ShouldBe(["Publication"]);

        var results = await street.Done(
            "publicity",
            $"inspections/checks/{Id(check)}/acts/publish",
            new { doneAt = new DateTimeOffset(2024, 6, 11, 23, 59, 0, TimeSpan.FromHours(8)) },
            check
        );
        results.GetProperty("isLate").GetBoolean().ShouldBeFalse(); // the last day is in time
        (await street.WorkOf("publicity", check)).ShouldBeEmpty();
        var page = await api.Anonymous.GetJson("public/inspections/results?limit=200");
        var shown = page["items"].EnumerateArray().Single(r => r.GetProperty("category").GetString() == street.Category);
        shown.GetProperty("resultName").GetString().ShouldBe("未发现问题");
        shown.GetProperty("byDraw").GetBoolean().ShouldBeFalse();
        shown.GetProperty("publishedOn").GetString().ShouldBe("2024-06-11");
    }

    [Theory]
    [InlineData("one officer", 422, "inspection.not-two-officers", "/officerIds", "INSP-54-1")]
    [InlineData("one officer twice", 422, "inspection.not-two-officers", "/officerIds", "INSP-54-1")]
    [InlineData("an auxiliary", 422, "inspection.not-two-officers", "/officerIds", "INSP-54-1")]
    [InlineData("an expired certificate", 422, "certificate.not-valid", "/officerIds", "APL-42-CERT")]
    [InlineData("a suspended certificate", 422, "certificate.not-valid", "/officerIds", "APL-42-CERT")]
    [InlineData("an officer of another street", 422, "officers.unknown", "/officerIds", null)]
    [InlineData("an officer with an interest", 422, "inspection.officer-interested", "/officerIds", "APL-43")]
    [InlineData("a year without a plan", 422, "inspection.no-plan", "/objectId", "INSP-54-2")]
    [InlineData("a special check without a campaign", 422, "inspection.outside-campaign", "/campaignId", null)]
    [InlineData("a day after the campaign", 422, "inspection.outside-campaign", "/campaignId", null)]
    [InlineData("a campaign that nobody knows", 404, "inspection.not-found", null, null)]
    [InlineData("a ground without a clue", 422, "inspection.exemption-unexplained", "/exemptionFacts", null)]
    [InlineData("an object off the register", 422, "inspection.object-delisted", "/objectId", null)]
    [InlineData("an object that nobody knows", 404, "inspection.not-found", null, null)]
    [InlineData("a time in the future", 422, "time.in-future", "/doneAt", null)]
    [InlineData("no matters", 400, "request.invalid", "/matters", null)]
    [InlineData("no such type", 400, "request.malformed", "/type", null)]
    public async Task An_application_is_refused_with_the_member_at_fault(
        string fault,
        int status,
        string code,
        string? pointer,
        string? rule
    )
    {
        await street.APlan();
        var @object = await street.AnObject();
        var body = street.Application(@object);
        switch (fault)
        {
            case "one officer":
                body["officerIds"] = new[] { street.Person("officer1") };
                break;
            case "one officer twice":
                body["officerIds"] = new[] { street.Person("officer1"), street.Person("officer1") };
                break;
            case "an auxiliary":
                body["officerIds"] = new[] { street.Person("officer1"), street.Person("officer2"), street.Person("auxiliary") };
                break;
            case "an expired certificate":
                body["officerIds"] = new[] { street.Person("officer1"), street.Person("expired") };
                break;
            case "a suspended certificate":
                body["officerIds"] = new[] { street.Person("officer1"), street.Person("suspended") };
                break;
            case "an officer of another street":
                body["officerIds"] = new[] { street.Person("officer1"), DemoIds.Person("xc-officer1") };
                break;
            case "an officer with an interest":
                await Interest(@object);
                break;
            case "a year without a plan":
                body["plannedOn"] = street.Day.AddYears(-1);
                break;
            case "a special check without a campaign":
                body["type"] = "Special";
                break;
            case "a day after the campaign":
                (body["type"], body["campaignId"]) = ("Special", Id(await Campaign(street.Day.AddDays(-1))));
                break;
            case "a campaign that nobody knows":
                body["campaignId"] = Guid.NewGuid();
                break;
            case "a ground without a clue":
                body["exemption"] = "Complaint";
                break;
            case "an object off the register":
                await street.Done(
                    "teamlead",
                    $"inspections/objects/{Id(@object)}/delisting",
                    new
                    {
                        from = street.Day,
                        reason = "注销",
                        doneAt = street.Planned,
                    },
                    @object
                );
                break;
            case "an object that nobody knows":
                body["objectId"] = Guid.NewGuid();
                break;
            case "a time in the future":
                body["doneAt"] = DateTimeOffset.UtcNow.AddHours(1);
                break;
            case "no matters":
                body["matters"] = "";
                break;
            default:
                body["type"] = "Whatever";
                break;
        }

        var answer = await street.Post("officer1", "inspections/checks", body);

        answer.ShouldBeProblem(status, code, rule);
        if (pointer is not null)
            ShouldPointAt(answer, pointer);
    }

    [Fact, Rule("INSP-54-2")]
    public async Task A_special_check_belongs_to_its_campaign_and_a_check_on_a_clue_needs_no_plan()
    {
        var campaign = await Campaign(street.Day);
        var @object = await street.AnObject();
        var special = street.Application(@object);
        (special["type"], special["campaignId"]) = ("Special", Id(campaign));
        var individual = street.Application(@object);
        individual["type"] = "Individual";

        (await street.Post("officer1", "inspections/checks", special)).ShouldBeProblem(422, "inspection.no-plan", "INSP-54-2");
        (await street.Done("officer1", "inspections/checks", individual)).GetProperty("typeName").GetString().ShouldBe("个案检查");
        await street.APlan();
        (await street.Done("officer1", "inspections/checks", special)).GetProperty("campaignId").GetGuid().ShouldBe(Id(campaign));
        (await street.Read("officer1", "inspections/campaigns?limit=200"))
            .GetProperty("items")
            .EnumerateArray()
            .Select(Id)
            .ShouldContain(Id(campaign));
    }

    [Fact, Rule("INSP-54-2")]
    public async Task The_person_who_applied_does_not_approve_and_a_refused_check_lets_nobody_in()
    {
        await street.APlan();
        var own = await street.Done("teamlead", "inspections/checks", street.Application(await street.AnObject()));
        (await street.Try(own, "decide", street.Approval, "teamlead")).ShouldBeProblem(403, "inspection.own-request");
        (await street.Try(own, "decide", new { approved = false, doneAt = street.Monday }, "head")).ShouldBeProblem(400, "request.invalid");
        ShouldPointAt(await street.Try(own, "decide", new { approved = true, doneAt = street.Monday.AddDays(-4) }, "head"), "/doneAt");

        var refused = await street.Act(
            own,
            "decide",
            new
            {
                approved = false,
                reason = "近期已检查",
                doneAt = street.Monday.AddDays(-2),
            },
            "head"
        );

        refused.GetProperty("refusedBecause").GetString().ShouldBe("近期已检查");
        (await street.Read("officer1", $"inspections/checks/{Id(own)}")).GetProperty("code").ValueKind.ShouldBe(JsonValueKind.Null);
        (await street.Try(refused, "enter", new { doneAt = street.Monday })).ShouldBeProblem(409, "inspection.not-open");
        (await street.Try(refused, "decide", street.Approval, "head")).ShouldBeProblem(409, "inspection.not-open");
    }

    [Fact, Rule("INSP-54-1"), Rule("INSP-54-2"), Rule("APL-43")]
    public async Task Only_its_officers_enter_by_its_code_and_while_they_have_no_interest()
    {
        await street.APlan();
        var @object = await street.AnObject();
        var check = await street.AnApproved(@object);
        var other = await street.AnApproved(await street.AnObject("另一饭店"));
        var wrong = street.Entry(other);
        var late = street.Entry(check);
        late["notifiedAt"] = street.Monday.AddMinutes(1);

        (await street.Try(check, "enter", street.Entry(check), "officer3")).ShouldBeProblem(403, "inspection.not-officer-of-check");
        ShouldPointAt((await street.Try(check, "enter", wrong)).ShouldBeProblem(422, "inspection.wrong-code", "INSP-54-2"), "/code");
        ShouldPointAt((await street.Try(check, "enter", late)).ShouldBeProblem(422, "inspection.out-of-order"), "/notifiedAt");
        (await street.Try(check, "record", street.Findings())).ShouldBeProblem(409, "inspection.not-open");
        (await api.Anonymous.GetJson("public/inspections/checks/23456789ABCDEFGHJKLM")).ShouldBeProblem(404, "inspection.not-found");

        await Interest(@object);

        (await street.Try(check, "enter", street.Entry(check))).ShouldBeProblem(422, "inspection.officer-interested", "APL-43");
    }

    [Fact, Rule("INSP-STAT"), Rule("ST-6")]
    public async Task An_incomplete_record_names_what_it_lacks_and_is_made_up_for_before_it_is_published()
    {
        await street.APlan();
        var check = await street.AnApproved(await street.AnObject());
        var blank = new { doneAt = street.Monday, notScannedBecause = " " }; // states nothing
        ShouldPointAt((await street.Try(check, "enter", blank)).ShouldBeProblem(400, "request.invalid"), "/notScannedBecause");
        check = await street.Act(check, "enter", new { doneAt = street.Monday });
        check = await street.Act(check, "record", new { doneAt = street.Monday.AddHours(1) });

        check.GetProperty("isComplete").GetBoolean().ShouldBeFalse();
        check
            .GetProperty("missing")
            .EnumerateArray()
            .Select(m => m.GetString()!)
            .ShouldBe([
                "扫码入企或者未扫码的原因",
                "事前通知或者未通知的原因",
                "出示执法证件",
                "检查情况",
                "检查结果",
                "被检查人签字或者拒签说明",
            ]);
        (await street.WorkOf("officer2", check)).ShouldBe(["Record"]);
        (await street.Try(check, "publish", new { doneAt = street.Monday.AddDays(1) }, "publicity")).ShouldBeProblem(
            409,
            "inspection.record-incomplete"
        );

        check = await street.Act(
            check,
            "amend-entry",
            new
            {
                doneAt = street.Monday.AddHours(2),
                notScannedBecause = "手机无信号",
                unannouncedBecause = "通知可能影响检查",
                certificatesShownAt = street.Monday.AddMinutes(1),
            }
        );
        check.GetProperty("missing").GetArrayLength().ShouldBe(3);
        check = await street.Act(
            check,
            "record",
            new
            {
                doneAt = street.Monday.AddHours(3),
                findings = "设施停用。",
                result = "CorrectedAtOnce",
                refusalNote = "负责人不在场，已录像",
            }
        );

        check.GetProperty("isComplete").GetBoolean().ShouldBeTrue();
        var read = await street.Read("teamlead", $"inspections/checks/{Id(check)}");
        read.GetProperty("notScannedBecause").GetString().ShouldBe("手机无信号");
        read.GetProperty("unannouncedBecause").GetString().ShouldBe("通知可能影响检查");
        read.GetProperty("certificatesShownAt").GetDateTimeOffset().ShouldBe(street.Monday.AddMinutes(1));
        read.GetProperty("refusalNote").GetString().ShouldBe("负责人不在场，已录像");
        (await street.Try(check, "record", street.Findings())).ShouldBeProblem(409, "inspection.record-complete");
        (await street.Try(check, "amend-entry", new { doneAt = street.Monday.AddHours(4) })).ShouldBeProblem(
            409,
            "inspection.record-complete"
        );
    }

    [Fact]
    public async Task A_change_names_the_version_that_was_seen()
    {
        await street.APlan();
        var check = await street.AnApplication(await street.AnObject());
        await street.Act(check, "decide", street.Approval, "teamlead");

        (await street.Try(check, "withdraw", new { reason = "停业", doneAt = street.Monday }, "teamlead")).ShouldBeProblem(
            412,
            "request.stale"
        );
        (
            await street.Post("teamlead", $"inspections/checks/{Id(check)}/acts/withdraw", new { reason = "停业", doneAt = street.Monday })
        ).ShouldBeProblem(428, "request.if-match-missing");
    }

    private Task<JsonElement> Interest(JsonElement @object) =>
        street.Done(
            "officer1",
            "inspections/interests",
            new
            {
                objectId = Id(@object),
                officerId = street.Person("officer2"),
                tie = "配偶为该店股东",
                from = street.Day.AddDays(-20),
                doneAt = street.Planned,
            }
        );

    private Task<JsonElement> Campaign(DateOnly to) =>
        street.Done(
            "head",
            "inspections/campaigns",
            new
            {
                name = "油烟整治",
                purpose = "整治油烟扰民",
                from = street.Day.AddDays(-5),
                to,
                doneAt = street.Planned,
            }
        );
}
