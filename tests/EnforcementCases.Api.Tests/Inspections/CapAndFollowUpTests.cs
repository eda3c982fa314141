using System.Text.Json;
using EnforcementCases.Api.Tests.Cases;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;
using static EnforcementCases.Api.Tests.Inspections.Inspected;

namespace EnforcementCases.Api.Tests.Inspections;

/// <summary>The yearly cap of an object, and a check that leads to a case: counted once. 国办发〔2024〕54号; ST-6.</summary>
public sealed class CapAndFollowUpTests(ApiFixture api)
{
    private readonly Inspected street = In(api);

    [Fact, Rule("INSP-54-2")]
    public async Task The_check_over_the_cap_is_refused_with_its_basis()
    {
        await street.APlan(cap: 1);
        var @object = await street.AnObject();
        await street.AnApproved(@object);

        var refused = await street.Post("officer1", "inspections/checks", street.Application(@object));

        refused.ShouldBeProblem(422, "inspection.cap-reached", "INSP-54-2");
        refused["basis"].GetString().ShouldBe("《国务院办公厅关于严格规范涉企行政检查的意见》（国办发〔2024〕54号）");
        refused["detail"].GetString()!.ShouldContain("上限 1 次（津滨司发〔2024〕1号）");
        ShouldPointAt(refused, "/objectId");
        await street.AnApplication(await street.AnObject("另一饭店")); // each object has its own count
    }

    [Fact, Rule("INSP-54-2")]
    public async Task A_complaint_leads_beyond_the_cap_and_takes_no_place_under_it()
    {
        await street.APlan(cap: 1);
        var @object = await street.AnObject();
        var onComplaint = street.Application(@object);
        (onComplaint["exemption"], onComplaint["exemptionFacts"]) = ("Complaint", "12345热线2024-05-09转来");
        var first = await street.Done("officer1", "inspections/checks", onComplaint);
        (await street.Act(first, "decide", street.Approval, "teamlead")).GetProperty("exemption").GetString().ShouldBe("Complaint");

        await street.AnApproved(@object);

        (await street.Done("officer1", "inspections/checks", onComplaint)).GetProperty("state").GetString().ShouldBe("Applied");
        (await street.Post("officer1", "inspections/checks", street.Application(@object))).ShouldBeProblem(422, "inspection.cap-reached");
    }

    [Fact, Rule("INSP-54-2")]
    public async Task A_withdrawn_check_gives_its_place_back_and_its_code_lets_nobody_in()
    {
        await street.APlan(cap: 1);
        var @object = await street.AnObject();
        var check = await street.AnApproved(@object);
        var code = check.GetProperty("code").GetString();
        var why = new { reason = "对象停业整修", doneAt = street.Monday.AddDays(-1) };
        (await street.Try(check, "withdraw", why)).ShouldBeProblem(403, "access.not-allowed");

        var withdrawn = await street.Act(check, "withdraw", why, "teamlead");

        withdrawn.GetProperty("state").GetString().ShouldBe("Withdrawn");
        (await api.Anonymous.GetJson($"public/inspections/checks/{code}")).ShouldBeProblem(404, "inspection.not-found");
        (await street.Try(withdrawn, "enter", street.Entry(check))).ShouldBeProblem(409, "inspection.not-open");
        var again = await street.AnApproved(@object);
        again = await street.Act(again, "enter", street.Entry(again));
        (await street.Try(again, "withdraw", new { reason = "停业", doneAt = street.Monday.AddDays(1) }, "teamlead")).ShouldBeProblem(
            409,
            "inspection.begun"
        );
    }

    [Fact, Rule("INSP-54-2")]
    public async Task Two_who_approve_at_once_do_not_both_take_the_last_place()
    {
        await street.APlan(cap: 1);
        var @object = await street.AnObject();
        JsonElement[] checks = [await street.AnApplication(@object), await street.AnApplication(@object)];
        var roles = new[] { "teamlead", "head" };

        var answers = await Task.WhenAll(checks.Zip(roles, (check, role) => street.Try(check, "decide", street.Approval, role)));

        answers.Count(a => a.Status == 200).ShouldBe(1, string.Join('\n', answers.Select(a => a.Body.ToString())));
        ShouldPointAt(answers.Single(a => a.Status != 200).ShouldBeProblem(422, "inspection.cap-reached", "INSP-54-2"), "/approved");
    }

    [Fact, Rule("INSP-54-2")]
    public async Task An_object_that_comes_back_to_the_register_brings_its_checks_of_the_year()
    {
        const string code = "91120102MA05000230";
        await street.APlan(cap: 1);
        var before = await street.AnObject(creditCode: code);
        await street.AnApproved(before);
        await street.Done(
            "teamlead",
            $"inspections/objects/{Id(before)}/delisting",
            new
            {
                from = street.Day,
                reason = "变更名称",
                doneAt = street.Planned,
            },
            before
        );

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => street.Post("officer1", "inspections/objects", Entered())));

        answers.Count(a => a.Status == 200).ShouldBe(1); // two who enter it at once enter it once
        answers.Single(a => a.Status != 200).ShouldBeProblem(409, "inspection.object-already-listed");
        var back = answers.Single(a => a.Status == 200).Body;
        (await street.Post("officer1", "inspections/checks", street.Application(back))).ShouldBeProblem(
            422,
            "inspection.cap-reached",
            "INSP-54-2"
        );

        object Entered() =>
            new
            {
                kind = "LegalPerson",
                name = "新开大饭店",
                address = "新开中路36号",
                category = street.Category,
                creditCode = code,
                doneAt = street.Planned,
            };
    }

    [Fact, Rule("INSP-54-2")]
    public async Task A_plan_is_public_once_another_person_approved_it_and_the_latest_applies()
    {
        var fault = street.Plan(cap: 3);
        fault["capSource"] = null;
        ShouldPointAt(
            (await street.Post("teamlead", "inspections/plans", fault)).ShouldBeProblem(422, "inspection.cap-without-source"),
            "/capSource"
        );
        fault = street.Plan();
        fault["plannedChecks"] = -1;
        ShouldPointAt(
            (await street.Post("teamlead", "inspections/plans", fault)).ShouldBeProblem(400, "request.invalid"),
            "/plannedChecks"
        );
        var proposed = await street.Done("teamlead", "inspections/plans", street.Plan(cap: 1));
        (await street.WorkOf("head", proposed)).ShouldBe(["PlanApproval"]);
        (await PublicCaps()).ShouldBeEmpty();
        ShouldPointAt(
            await street.Post("head", $"inspections/plans/{Id(proposed)}/approval", new { doneAt = street.Planned.AddDays(-1) }, proposed),
            "/doneAt"
        );

        var approved = await street.Done(
            "head",
            $"inspections/plans/{Id(proposed)}/approval",
            new { doneAt = street.Planned.AddHours(1) },
            proposed
        );
        (
            await street.Post("head", $"inspections/plans/{Id(proposed)}/approval", new { doneAt = street.Planned.AddHours(2) }, approved)
        ).ShouldBeProblem(409, "inspection.not-open");
        var @object = await street.AnObject();
        await street.AnApproved(@object);
        (await street.Post("officer1", "inspections/checks", street.Application(@object))).ShouldBeProblem(422, "inspection.cap-reached");
        var raised = await street.Done("teamlead", "inspections/plans", street.Plan(cap: 2));
        await street.Done("deputy1", $"inspections/plans/{Id(raised)}/approval", new { doneAt = street.Planned.AddHours(2) }, raised);

        await street.AnApplication(@object);
        (await PublicCaps()).ShouldBe([2, 1]);
        (await street.Read("officer1", "inspections/plans?year=2024&limit=200"))
            .GetProperty("items")
            .EnumerateArray()
            .Count(p => p.GetProperty("category").GetString() == street.Category)
            .ShouldBe(2);

        async Task<List<int>> PublicCaps() =>
            [
                .. (await api.Anonymous.GetJson("public/inspections/plans?year=2024&limit=200"))["items"]
                    .EnumerateArray()
                    .Where(p => p.GetProperty("category").GetString() == street.Category)
                    .Select(p => p.GetProperty("capPerObject").GetInt32()),
            ];
    }

    [Fact, Rule("INSP-STAT"), Rule("ST-6")]
    public async Task A_check_that_leads_to_a_case_is_linked_and_counted_once()
    {
        await street.APlan();
        var @object = await street.AnObject("龚喆彧", "IndividualBusiness");
        var plain = await street.ARecorded(@object);
        var check = await street.ARecorded(@object, "ToBeHandled");
        (await Figure("Checks")).ShouldBe([Id(plain)]);
        (await Figure("ChecksFollowed")).ShouldBe([Id(check)]);
        (await street.WorkOf("officer1", check)).ShouldContain("FollowUp");
        var @case = await api.GivenDecidedCase(decidedAt: street.Monday.AddHours(2));

        check = await street.Act(check, "follow", new { caseId = @case.Id, doneAt = street.Monday.AddHours(3) });

        check.GetProperty("followedByCaseId").GetGuid().ShouldBe(@case.Id);
        (await street.WorkOf("officer1", check)).ShouldNotContain("FollowUp");
        (await Figure("Checks")).ShouldBe([Id(plain)]);
        (await Figure("ChecksFollowed")).ShouldBe([Id(check)]);
        (await street.Try(check, "follow", new { caseId = @case.Id, doneAt = street.Monday.AddHours(4) })).ShouldBeProblem(
            409,
            "inspection.not-open"
        );
        plain = await street.Act(plain, "follow", new { caseId = @case.Id, doneAt = street.Monday.AddHours(4) });
        (await Figure("Checks")).ShouldBeEmpty(); // what was found later takes it out as well
    }

    [Fact, Rule("INSP-STAT")]
    public async Task What_followed_is_one_thing_of_the_object_after_the_check()
    {
        await street.APlan();
        var check = await street.ARecorded(await street.AnObject(), "ToBeHandled");
        var before = await api.GivenDecidedCase(decidedAt: street.Monday.AddDays(-1));
        var other = await api.GivenDecidedCase(decidedAt: street.Monday.AddHours(2));
        var later = street.Monday.AddDays(1);
        async Task<ApiAnswer> Follow(object body) => await street.Try(check, "follow", body);

        ShouldPointAt((await Follow(new { doneAt = later })).ShouldBeProblem(422, "inspection.one-follow-up"), "/caseId");
        (
            await Follow(
                new
                {
                    caseId = other.Id,
                    orderId = Guid.NewGuid(),
                    doneAt = later,
                }
            )
        ).ShouldBeProblem(422, "inspection.one-follow-up");
        (await Follow(new { caseId = Guid.NewGuid(), doneAt = later })).ShouldBeProblem(404, "case.not-found");
        (await Follow(new { orderId = Guid.NewGuid(), doneAt = later })).ShouldBeProblem(404, "correction-order.not-found");
        ShouldPointAt(
            (await Follow(new { caseId = before.Id, doneAt = later })).ShouldBeProblem(422, "inspection.followed-before"),
            "/caseId"
        );
        ShouldPointAt(
            (await Follow(new { caseId = other.Id, doneAt = later })).ShouldBeProblem(422, "inspection.other-party"),
            "/otherPartyBecause"
        );

        check = await street.Act(
            check,
            "follow",
            new
            {
                caseId = other.Id,
                otherPartyBecause = "当事人为该店经营者",
                doneAt = later,
            }
        );

        check.GetProperty("followedByCaseId").GetGuid().ShouldBe(other.Id);
    }

    [Fact, Rule("INSP-STAT")]
    public async Task A_check_that_leads_to_an_order_is_linked_to_it()
    {
        await street.APlan();
        var check = await street.ARecorded(await street.AnObject("吴小满", "IndividualBusiness"), "OrderedToCorrect");
        (await street.WorkOf("officer1", check)).ShouldContain("FollowUp");
        var order = await street.Done("officer1", "correction-orders", CorrectionOrderTests.AnOrder());

        check = await street.Act(check, "follow", new { orderId = Id(order), doneAt = street.Monday.AddHours(3) });

        check.GetProperty("followedByOrderId").GetGuid().ShouldBe(Id(order));
        (await street.WorkOf("officer1", check)).ShouldNotContain("FollowUp");
    }

    /// <summary>The checks of the category that a figure counts.</summary>
    private async Task<List<Guid>> Figure(string figure)
    {
        var known = (await street.Read("officer1", $"inspections/checks?year={street.Monday.Year}&limit=200"))
            .GetProperty("items")
            .EnumerateArray()
            .Where(c => c.GetProperty("category").GetString() == street.Category)
            .Select(Id)
            .ToHashSet();
        return
        [
            .. (await street.Read("officer1", $"inspections/figures/rows?figure={figure}&year={street.Monday.Year}&limit=200"))
                .GetProperty("items")
                .EnumerateArray()
                .Select(Id)
                .Where(known.Contains),
        ];
    }
}
