using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>Orders to correct before a penalty: given by two certified officers, re-checked, and the basis of one penalty.</summary>
[Rule("APL-28")]
public sealed class CorrectionOrderTests(ApiFixture api)
{
    /// <summary>A violation that may be punished only after an order was not followed.</summary>
    private const string CorrectionFirst = "TJ-TH-02";

    internal static readonly DateTimeOffset OrderedAt = CaseSteps.Monday;
    private static readonly DateOnly DueOn = new(2024, 5, 20);

    [Fact]
    public async Task An_order_gets_a_number_of_its_own_word_and_can_be_read_and_found()
    {
        var order = await GivenOrder();

        order["number"].GetString()!.ShouldMatch("^津汉街综执责改字〔2024〕第[0-9]{4}号$");
        order["dueOn"].GetString().ShouldBe("2024-05-20");
        order.Headers.Location!.ToString().ShouldEndWith(order["id"].GetGuid().ToString());
        var read = await api.SignedInAs("hg-teamlead").GetJson($"correction-orders/{Id(order)}");
        read["officers"].GetArrayLength().ShouldBe(2);
        read.ETag.ShouldBe(order.ETag);
        (await Listed("Open")).ShouldContain(Id(order));
        (await Listed("ToRecheck")).ShouldContain(Id(order));
        (await Listed("Unmet")).ShouldNotContain(Id(order));
        (await api.SignedInAs("xc-officer1").GetJson($"correction-orders/{Id(order)}")).ShouldBeProblem(404, "correction-order.not-found");
    }

    [Fact]
    [Rule("APL-42")]
    [Rule("APL-42-AUX")]
    [Rule("APL-55")]
    public async Task It_takes_two_certified_officers_who_showed_their_certificates()
    {
        var one = AnOrder();
        one["officers"] = new[] { CaseSteps.AnOfficer("hg-officer1") };
        var twice = AnOrder();
        twice["officers"] = new[] { CaseSteps.AnOfficer("hg-officer1"), CaseSteps.AnOfficer("hg-officer1") };
        var auxiliary = AnOrder();
        auxiliary["officers"] = new[] { CaseSteps.AnOfficer("hg-officer1"), CaseSteps.AnOfficer("hg-auxiliary") };
        var shownLate = AnOrder();
        shownLate["certificatesShownAt"] = OrderedAt.AddMinutes(1);
        var others = AnOrder();
        others["officers"] = new[] { CaseSteps.AnOfficer("hg-officer3"), CaseSteps.AnOfficer("hg-officer4") };

        (await Order(one)).ShouldBeProblem(422, "officers.too-few", "APL-42");
        (await Order(twice)).ShouldBeProblem(422, "officers.too-few", "APL-42");
        (await Order(auxiliary)).ShouldBeProblem(422, "officers.auxiliary-acting", "APL-42-AUX");
        (await Order(shownLate)).ShouldBeProblem(422, "officers.certificates-not-shown", "APL-55");
        (await Order(others)).ShouldBeProblem(403, "officers.signer-not-present");
    }

    [Fact]
    public async Task It_says_what_to_put_right_and_by_when()
    {
        var empty = AnOrder();
        empty["requirement"] = "";
        var past = AnOrder();
        past["dueOn"] = "2024-05-12";
        var future = AnOrder();
        future["orderedAt"] = DateTimeOffset.UtcNow.AddHours(1);

        (await Order(empty)).ShouldBeProblem(422, "order-to-correct.missing", "APL-28");
        (await Order(past)).ShouldBeProblem(422, "order-to-correct.due-before-ordered");
        (await Order(future)).ShouldBeProblem(422, "time.in-future");
    }

    [Fact]
    public async Task Without_an_order_that_ran_out_unmet_there_is_no_penalty()
    {
        var early = await GivenOrder();
        await Recheck(early, "NotCorrected", OrderedAt.AddDays(7)); // the last day itself is still in time
        var corrected = await GivenOrder();
        await Recheck(corrected, "Corrected", OrderedAt.AddDays(8));

        (await Punish(null)).ShouldBeProblem(422, "order-to-correct.not-expired-unmet", "APL-28");
        (await Punish(early)).ShouldBeProblem(422, "order-to-correct.not-expired-unmet", "APL-28");
        (await Punish(corrected)).ShouldBeProblem(422, "order-to-correct.not-expired-unmet", "APL-28");
        (await Punish(await GivenOrder())).ShouldBeProblem(422, "order-to-correct.not-expired-unmet", "APL-28");
    }

    [Fact]
    public async Task One_order_carries_one_penalty_and_a_revocation_gives_it_free()
    {
        var order = await GivenOrder();
        await Recheck(order, "PartlyCorrected", OrderedAt.AddDays(8));
        (await Listed("Unmet")).ShouldContain(Id(order));

        var first = await Punish(order);
        first.Status.ShouldBe(201, first.Body.ToString());
        (await Read(order))["usedByCaseId"].GetGuid().ShouldBe(first["id"].GetGuid());
        (await Punish(order)).ShouldBeProblem(409, "correction-order.already-used", "APL-28");
        (await Recheck(order, "Corrected", OrderedAt.AddDays(9))).ShouldBeProblem(409, "correction-order.already-used");
        (await Listed("Open")).ShouldNotContain(Id(order));

        await new DecidedCase(api, first["id"].GetGuid(), "", null, OrderedAt.AddDays(9)) { PartyName = "吴小满" }.Revoke();
        (await Read(order))["usedByCaseId"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await Punish(order)).Status.ShouldBe(201);
    }

    [Fact]
    public async Task An_order_to_somebody_else_or_for_something_else_carries_nothing()
    {
        var order = await GivenOrder();
        await Recheck(order, "NotCorrected", OrderedAt.AddDays(8));
        var another = APenalty(order);
        another["party"] = AParty("汪大同");
        var otherMatter = APenalty(order);
        otherMatter["violationCode"] = "GJ-ZD-01";
        var elsewhere = APenalty(order);
        elsewhere["place"] = new { address = "汉沽街道东风路菜市场门口", divisionCode = "120116" };
        var within = APenalty(order);
        within["committedAt"] = OrderedAt.AddDays(7);
        var unknown = APenalty(order);
        unknown["correctionOrderId"] = Guid.CreateVersion7();
        var officer = api.SignedInAs("hg-officer1");

        (await officer.PostJson("simple-cases", another)).ShouldBeProblem(422, "correction-order.another-matter", "APL-28");
        (await officer.PostJson("simple-cases", otherMatter)).ShouldBeProblem(422, "correction-order.another-matter", "APL-28");
        (await officer.PostJson("simple-cases", elsewhere)).ShouldBeProblem(422, "order-to-correct.another-place", "APL-28");
        (await officer.PostJson("simple-cases", within)).ShouldBeProblem(422, "order-to-correct.offence-within-term", "APL-28");
        (await officer.PostJson("simple-cases", unknown)).ShouldBeProblem(404, "correction-order.not-found");
    }

    [Fact]
    public async Task A_recheck_comes_after_the_order_by_two_officers_on_the_version_that_was_seen()
    {
        var order = await GivenOrder();

        (await Recheck(order, "NotCorrected", OrderedAt.AddSeconds(-1))).ShouldBeProblem(422, "correction-order.recheck-out-of-order");
        (await Recheck(order, "NotCorrected", OrderedAt.AddDays(1), officers: ["hg-officer1"])).ShouldBeProblem(422, "officers.too-few");
        (await Recheck(order, "NotCorrected", OrderedAt.AddDays(1), seen: "")).ShouldBeProblem(428, "request.if-match-missing");
        (await Recheck(order, "NotCorrected", OrderedAt.AddDays(1), seen: $"\"{Id(order):N}.9\"")).ShouldBeProblem(412, "request.stale");
        (await Recheck(order, "NotCorrected", OrderedAt.AddDays(8), officers: ["hg-officer3", "hg-officer4"])).Status.ShouldBe(200);
        (await Recheck(order, "Corrected", OrderedAt.AddDays(7))).ShouldBeProblem(422, "correction-order.recheck-out-of-order");
        (await Recheck(order, "Corrected", OrderedAt.AddDays(9))).Status.ShouldBe(200);
        (await Recheck(order, "NotCorrected", OrderedAt.AddDays(10))).ShouldBeProblem(409, "correction-order.already-corrected");
    }

    [Fact]
    public async Task A_withdrawn_order_is_shown_as_such_and_no_penalty_rests_on_it()
    {
        var order = await GivenOrder();
        await Recheck(order, "NotCorrected", OrderedAt.AddDays(8));
        async Task<ApiAnswer> Withdraw(string by, DateTimeOffset? at = null) =>
            await api.SignedInAs(by)
                .PostJson(
                    $"correction-orders/{Id(order)}/withdraw",
                    new
                    {
                        ground = "WrongFacts",
                        reason = "张贴人另有其人。",
                        doneAt = at ?? OrderedAt.AddDays(9),
                        handedOverAt = OrderedAt.AddDays(9).AddHours(1),
                        signature = "Signed",
                    },
                    ifMatch: (await Read(order)).ETag
                );

        (await Withdraw("hg-officer1")).ShouldBeProblem(403, "access.not-allowed");
        (await Withdraw("hg-deputy1", OrderedAt.AddDays(1))).ShouldBeProblem(422, "correction-order.withdrawal-out-of-order");
        var answer = await Withdraw("hg-deputy1");

        answer.Status.ShouldBe(200, answer.Body.ToString());
        answer["number"].GetString().ShouldBe(order["number"].GetString());
        answer["withdrawal"].GetProperty("number").GetString()!.ShouldContain("撤决字");
        (await Withdraw("hg-deputy1")).ShouldBeProblem(409, "correction-order.withdrawn", "APL-28");
        (await Recheck(order, "Corrected", OrderedAt.AddDays(10))).ShouldBeProblem(409, "correction-order.withdrawn", "APL-28");
        (await Punish(order)).ShouldBeProblem(409, "correction-order.withdrawn", "APL-28");
        (await Listed("Unmet")).ShouldNotContain(Id(order));
    }

    private static object AParty(string name = "吴小满") =>
        new
        {
            kind = "Citizen",
            identity = "SelfDeclared",
            name,
            statedAge = 36,
            photoSha256 = new string('c', 64),
        };

    private static readonly object Place = new { address = "汉沽街道新开南路楼道", divisionCode = "120116" };

    internal static Dictionary<string, object?> AnOrder() =>
        new(StringComparer.Ordinal)
        {
            ["party"] = AParty(),
            ["violationCode"] = CorrectionFirst,
            ["place"] = Place,
            ["facts"] = "当事人在楼道内张贴招租广告三张。",
            ["requirement"] = "自行清除张贴的广告。",
            ["dueOn"] = DueOn,
            ["officers"] = CaseSteps.TwoOfficers,
            ["certificatesShownAt"] = OrderedAt.AddMinutes(-5),
            ["orderedAt"] = OrderedAt,
        };

    /// <summary>Each is another act, whose identity is the order's.</summary>
    internal static Dictionary<string, object?> APenalty(ApiAnswer? order)
    {
        var body = CaseSteps.ASimpleCase(100_00, OrderedAt.AddDays(9));
        body["violationCode"] = CorrectionFirst;
        body["party"] = AParty();
        body["place"] = Place;
        body["correctionOrderId"] = order is null ? null : Id(order);
        return body;
    }

    private static Guid Id(ApiAnswer order) => order["id"].GetGuid();

    private Task<ApiAnswer> Order(Dictionary<string, object?> body) => api.SignedInAs("hg-officer1").PostJson("correction-orders", body);

    private Task<ApiAnswer> Punish(ApiAnswer? order) => api.SignedInAs("hg-officer1").PostJson("simple-cases", APenalty(order));

    private Task<ApiAnswer> Read(ApiAnswer order) => api.SignedInAs("hg-officer1").GetJson($"correction-orders/{Id(order)}");

    private async Task<ApiAnswer> GivenOrder()
    {
        var answer = await Order(AnOrder());
        answer.Status.ShouldBe(201, answer.Body.ToString());
        return answer;
    }

    /// <param name="seen">The version seen; null is the one that stands, "" sends none.</param>
    private async Task<ApiAnswer> Recheck(
        ApiAnswer order,
        string result,
        DateTimeOffset doneAt,
        string? seen = null,
        string[]? officers = null
    ) =>
        await api.SignedInAs("hg-officer1")
            .PostJson(
                $"correction-orders/{Id(order)}/recheck",
                new
                {
                    result,
                    note = "现场复查",
                    officerIds = (officers ?? ["hg-officer1", "hg-officer2"]).Select(DemoIds.Person),
                    doneAt,
                },
                ifMatch: seen switch
                {
                    null => (await Read(order)).ETag,
                    "" => null,
                    _ => seen,
                }
            );

    private async Task<List<Guid>> Listed(string list)
    {
        var answer = await api.SignedInAs("hg-officer1")
            .GetJson($"correction-orders?list={list}&violationCode={CorrectionFirst}&limit=200");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return [.. answer["items"].EnumerateArray().Select(o => o.GetProperty("id").GetGuid())];
    }
}
