using System.Net;
using System.Text.Json;
using EnforcementCases.Api.Tests.Catalogue;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>What is taken in the street before a case is filed, from the stall to its end. 行政强制法 第十八条、第十九条、第二十四条、第二十八条; 行政处罚法 第五十四条至第五十六条.</summary>
public sealed class StreetTests(StreetFixture street) : IClassFixture<StreetFixture>
{
    private ApiFixture Api => street.Api;

    [Fact, Rule("APL-54"), Rule("ACL-18-SPOT"), Rule("ACL-28-SELL")]
    public async Task Stall_goods_are_detained_before_the_filing_and_the_owner_is_found() => await OwnerFound(Api);

    /// <summary>Detained at ten, entered at three, approved at night; the owner comes the next morning, is questioned, and the case is filed on what the street has. The fish was sold; in
    /// the end cart and money go back.</summary>
    internal static async Task OwnerFound(ApiFixture api)
    {
        var @case = await api.GivenStallInTheStreet();
        var measure = Guid.NewGuid();
        (await @case.Act("seal-property", @case.Detaining(measure, ownerUnknown: null))).ShouldBeProblem(422, "measure.owner-not-sought");
        (await @case.Act("seal-property", @case.Detaining(measure, StreetSteps.Sought), "hg-officer3")).ShouldBeProblem(
            403,
            "street-act.not-there"
        );
        await @case.Detain(measure);
        var body = (await @case.LastAct("SealProperty")).GetProperty("body");
        body.GetProperty("doneAt").GetDateTimeOffset().ShouldBe(@case.At(0, 10)); // the hour of the street, not that of the entry
        body.GetProperty("basis").GetString().ShouldNotBeNullOrWhiteSpace(); // from the catalogue
        (await @case.Approve(measure, @case.At(0, 20))).ShouldBe(HttpStatusCode.OK);
        (await @case.SellFish(measure, @case.At(0, 21))).ShouldBeProblem(422, "disposal.not-approved", "ACL-28-SELL");
        (await @case.ApproveDisposal(measure, @case.At(0, 20, 30), "Perishable", "Treasury", StreetSteps.Fish)).ShouldBeProblem(
            422,
            "disposal.way-not-allowed",
            "ACL-28-SELL"
        );
        (await @case.ApproveDisposal(measure, @case.At(0, 20, 30), "Perishable", "Sale", StreetSteps.Fish)).ShouldBe(HttpStatusCode.OK);
        (await @case.SellFish(measure, @case.At(0, 20))).ShouldBeProblem(422, "disposal.not-approved"); // before the head agreed
        (await @case.SellFish(measure, @case.At(0, 21))).ShouldBe(HttpStatusCode.OK);
        (await @case.Pdf("ThingsDisposal")).Length.ShouldBeGreaterThan(1000);
        (await @case.Act("lift-sealing", @case.Lifting(measure, @case.At(0, 22), "NotNeeded", 120_00, 80_00))).ShouldBeProblem(
            422,
            "measure.nobody-to-return-to",
            "ACL-27-28"
        );

        await @case.Identify(@case.At(1, 10), @case.PartyNumber);
        await @case.QuestionBeforeFiling(@case.At(1, 11));
        (await @case.FileNextDay(@case.At(1, 12), discovered: 1)).ShouldBeProblem(422, "filing.discovered-after-street-act", "APL-54");
        (await @case.FileNextDay(@case.At(1, 12), discovered: 0)).ShouldBe(HttpStatusCode.OK);
        await @case.Endorse("Filing", @case.At(1, 13));
        await @case.Done("file-case", new { doneAt = @case.At(1, 16), opinion = "同意立案。" }, "hg-head");
        await @case.VerifyStreetEvidence(@case.At(1, 16, 30));
        await @case.Conclude();
        await @case.ProposeDecision(@case.At(2, 16));
        (await Tell()).ShouldBeProblem(422, "coercion.decision-not-served", "ACL-24");
        await @case.Serve(@case.At(2, 17), await @case.Paper("SeizureDecision"));
        (await Tell()).ShouldBe(HttpStatusCode.OK);
        await @case.Serve(@case.At(3, 15), await @case.Paper("PriorNotice"));
        await @case.HearAndPropose();
        await @case.Decide(@case.At(15, 9));
        await @case.Serve(@case.At(16, 10), await @case.Paper("PenaltyDecision"));
        (await @case.Acts())["openDuties"].EnumerateArray().Select(d => d.GetString()).ShouldContain("处理查封、扣押的财物");

        (await @case.Act("lift-sealing", @case.Lifting(measure, @case.At(17, 9), "DealtWith"))).ShouldBeProblem(
            422,
            "disposal.proceeds-differ",
            "ACL-28-SELL"
        );
        (await @case.Act("lift-sealing", @case.Lifting(measure, @case.At(17, 9), "DealtWith", 120_00))).ShouldBeProblem(
            422,
            "disposal.not-compensated",
            "ACL-28-SELL"
        );
        await @case.Done("lift-sealing", @case.Lifting(measure, @case.At(17, 9), "DealtWith", 120_00, 80_00));
        await @case.Pay(@case.FineFen, @case.At(20, 9));
        await @case.RecheckAtOnce(@case.At(20, 10));
        await @case.Close(
            @case.At(21, 9),
            new
            {
                doneAt = @case.At(21, 9),
                reason = "Performed",
                performance = "罚款缴清，车辆和鱼款退还。",
                receipts = new[] { "津财0001" },
            }
        );
        (await @case.Stage()).ShouldBe("Closed");

        async Task<ApiAnswer> Tell() =>
            await @case.Act(
                "tell-penalty",
                new
                {
                    doneAt = @case.At(3, 9),
                    penalties = @case.Penalties,
                    facts = OrdinarySteps.Facts,
                    reasons = OrdinarySteps.Reasons,
                    basis = OrdinarySteps.Basis,
                    hearingRightNotified = false,
                }
            );
    }

    [Fact, Rule("ACL-27-28")]
    public async Task What_nobody_claims_goes_to_the_treasury_after_its_notice() => await NeverClaimed(Api);

    /// <summary>The owner is never found: the detention is lifted when it expires, a notice runs for thirty days, then cart and money go to the treasury and the clue is laid aside.</summary>
    internal static async Task NeverClaimed(ApiFixture api)
    {
        var @case = await api.GivenStallInTheStreet();
        var measure = Guid.NewGuid();
        await @case.Detain(measure);
        (await @case.Approve(measure, @case.At(0, 20))).ShouldBe(HttpStatusCode.OK);
        (await @case.ApproveDisposal(measure, @case.At(0, 20, 30), "Perishable", "Auction", StreetSteps.Fish)).ShouldBe(HttpStatusCode.OK);
        (await @case.SellFish(measure, @case.At(0, 21))).ShouldBe(HttpStatusCode.OK);
        (await Decline(31)).ShouldBeProblem(422, "measure.still-held", "ACL-27-28");
        (await @case.Announce(measure, @case.At(30, 9), "Expired")).ShouldBeProblem(422, "coercion.term-still-runs", "ACL-27-28");
        (await @case.Announce(measure, @case.At(31, 9), "Expired", days: 29)).ShouldBeProblem(422, "unclaimed.notice-days", "ACL-27-28");
        (await @case.Announce(measure, @case.At(31, 9), "Expired")).ShouldBe(HttpStatusCode.OK);
        (await @case.Pdf("ClaimNotice")).Length.ShouldBeGreaterThan(1000);
        (await Deadlines(@case)).ShouldBe(["Filing", "Claim"], ignoreOrder: true);
        (await Treasury(@case.At(63, 9))).ShouldBeProblem(422, "unclaimed.still-claimable", "ACL-27-28");
        (await Treasury(@case.At(64, 9))).ShouldBe(HttpStatusCode.OK);
        (await PayIn(119_00)).ShouldBeProblem(422, "disposal.proceeds-differ", "ACL-28-SELL");
        (await PayIn(120_00)).ShouldBe(HttpStatusCode.OK);
        (await Decline(65)).ShouldBe(HttpStatusCode.OK);
        (await @case.Stage()).ShouldBe("NotFiled");

        Task<ApiAnswer> Decline(int day) =>
            @case.Act("decline-to-file", new { doneAt = @case.At(day, 9), reason = "当事人不明，公告期满无人认领。" }, "hg-head");
        Task<ApiAnswer> Treasury(DateTimeOffset at) => @case.ApproveDisposal(measure, at, "Unclaimed", "Treasury", 1, StreetSteps.Fish);
        Task<ApiAnswer> PayIn(long fish) =>
            @case.Dispose(
                measure,
                @case.At(64, 15),
                "滨海新区财政局",
                "缴库0003",
                new
                {
                    position = 1,
                    priceFen = 0,
                    marketPriceFen = 0,
                },
                new
                {
                    position = StreetSteps.Fish,
                    priceFen = fish,
                    marketPriceFen = 200_00,
                    marketPriceSource = "汉沽海鲜市场当日价目表",
                }
            );
    }

    [Fact, Rule("ACL-27-28")]
    public async Task An_owner_who_comes_while_the_notice_runs_is_identified_and_gets_cart_and_money() => await Claimed(Api);

    /// <summary>The owner comes while the notice runs.</summary>
    internal static async Task Claimed(ApiFixture api)
    {
        var @case = await api.GivenStallInTheStreet();
        var measure = Guid.NewGuid();
        await @case.Detain(measure);
        (await @case.Approve(measure, @case.At(0, 20))).ShouldBe(HttpStatusCode.OK);
        (await @case.ApproveDisposal(measure, @case.At(0, 20, 30), "Perishable", "Sale", StreetSteps.Fish)).ShouldBe(HttpStatusCode.OK);
        (await @case.SellFish(measure, @case.At(0, 21))).ShouldBe(HttpStatusCode.OK);
        (await @case.Announce(measure, @case.At(2, 9), "NotNeeded")).ShouldBe(HttpStatusCode.OK);
        await @case.Identify(@case.At(5, 9), @case.PartyNumber);
        await @case.QuestionBeforeFiling(@case.At(5, 9, 50));
        await @case.Done("lift-sealing", @case.Lifting(measure, @case.At(5, 10), "NotNeeded", positions: [1]));
        (await Deadlines(@case)).ShouldContain("Claim"); // the money of the fish is still there
        await @case.Done("lift-sealing", @case.Lifting(measure, @case.At(5, 11), "NotNeeded", 120_00, 80_00));
        (await Deadlines(@case)).ShouldNotContain("Claim");
    }

    [Fact, Rule("ACL-18-SPOT"), Rule("ACL-19")]
    public async Task An_emergency_that_nobody_approved_in_a_day_is_lifted_at_once_and_carries_nothing()
    {
        var @case = await Api.GivenStallInTheStreet();
        var measure = Guid.NewGuid();
        await @case.Detain(measure);
        var late = await @case.Approve(measure, @case.At(1, 10, 1));
        late.ShouldBeProblem(422, "coercion.emergency-not-approved-in-time", "ACL-18-SPOT");
        late["nextStep"].GetString().ShouldBe("立即解除查封、扣押并退还财物");
        (await @case.ApproveDisposal(measure, @case.At(1, 10, 1), "Perishable", "Sale", StreetSteps.Fish)).ShouldBeProblem(
            422,
            "coercion.emergency-not-approved-in-time"
        );
        await @case.Identify(@case.At(1, 11), @case.PartyNumber);
        (await Extend()).ShouldBeProblem(422, "coercion.emergency-not-approved-in-time");
        await @case.QuestionBeforeFiling(@case.At(1, 12));
        (await @case.FileNextDay(@case.At(1, 13), discovered: 0)).ShouldBe(HttpStatusCode.OK);
        await @case.Endorse("Filing", @case.At(1, 14));
        await @case.Done("file-case", new { doneAt = @case.At(1, 16), opinion = "同意立案。" }, "hg-head");
        (await Extend()).ShouldBeProblem(422, "coercion.emergency-not-approved-in-time");
        (await @case.Act("lift-sealing", @case.Lifting(measure, @case.At(1, 17), "DealtWith"))).ShouldBeProblem(
            422,
            "coercion.emergency-not-approved-in-time"
        );
        await @case.VerifyStreetEvidence(@case.At(1, 16, 30));
        await @case.Conclude();
        (await @case.Act("propose-decision", await Confiscating())).ShouldBeProblem(422, "coercion.emergency-not-approved-in-time");

        await @case.Done("lift-sealing", @case.Lifting(measure, @case.At(2, 17), "NotApproved"));
        (await @case.Act("propose-decision", await Confiscating())).ShouldBeProblem(422, "violation.kinds-not-provided"); // the next question

        Task<ApiAnswer> Extend() =>
            @case.Act(
                "extend-sealing",
                new
                {
                    doneAt = @case.At(1, 16, 30),
                    measureId = measure,
                    days = 30,
                    reasons = "案情复杂。",
                    notifiedOn = OrdinarySteps.Day(@case.At(1, 9)),
                },
                "hg-head"
            );
        async Task<object> Confiscating()
        {
            var proposal = JsonSerializer
                .SerializeToNode(@case.Proposal(@case.At(2, 18), await @case.Assess(@case.At(2, 17, 30))), JsonSerializerOptions.Web)!
                .AsObject();
            proposal["penalties"] = JsonSerializer.SerializeToNode(
                new object[] { new { kind = "Fine", amountFen = @case.FineFen }, new { kind = "ConfiscationOfGoods", amountFen = 300_00 } },
                JsonSerializerOptions.Web
            );
            proposal["things"] = JsonSerializer.SerializeToNode(
                new object[]
                {
                    new
                    {
                        name = "三轮车",
                        quantity = "1 辆",
                        valueFen = 300_00,
                        valueSource = "二手市场询价",
                    },
                },
                JsonSerializerOptions.Web
            );
            return proposal;
        }
    }

    [Fact, Rule("ACL-19")]
    public async Task What_the_head_does_not_agree_to_is_lifted_too()
    {
        var @case = await Api.GivenStallInTheStreet();
        var measure = Guid.NewGuid();
        await @case.Detain(measure);
        (await @case.Approve(measure, @case.At(0, 20), agrees: false)).ShouldBe(HttpStatusCode.OK);
        (await @case.ApproveDisposal(measure, @case.At(0, 21), "Perishable", "Sale", StreetSteps.Fish)).ShouldBeProblem(
            422,
            "coercion.emergency-refused",
            "ACL-19"
        );
        (await @case.Announce(measure, @case.At(1, 9), "NotApproved")).ShouldBe(HttpStatusCode.OK); // the owner is unknown: nobody to give it to yet
    }

    [Fact, Rule("ACL-28-SELL"), Rule("ACL-27-28")]
    public async Task The_money_of_what_did_not_keep_is_confiscated_with_the_rest()
    {
        var @case = await Api.GivenStallInTheStreet(StreetFixture.Barbecue);
        var measure = Guid.NewGuid();
        await @case.Detain(measure);
        (await @case.Approve(measure, @case.At(0, 20))).ShouldBe(HttpStatusCode.OK);
        (await @case.ApproveDisposal(measure, @case.At(0, 20, 30), "Perishable", "Sale", StreetSteps.Fish)).ShouldBe(HttpStatusCode.OK);
        (await @case.SellFish(measure, @case.At(0, 21))).ShouldBe(HttpStatusCode.OK);
        await @case.Identify(@case.At(1, 10), @case.PartyNumber);
        await @case.QuestionBeforeFiling(@case.At(1, 11));
        (await @case.FileNextDay(@case.At(1, 12), discovered: 0, StreetFixture.Barbecue)).ShouldBe(HttpStatusCode.OK);
        await @case.Endorse("Filing", @case.At(1, 13));
        await @case.Done("file-case", new { doneAt = @case.At(1, 16), opinion = "同意立案。" }, "hg-head");
        await @case.VerifyStreetEvidence(@case.At(1, 16, 30));
        await @case.Serve(@case.At(1, 16, 40), await @case.Paper("SeizureDecision"));
        var played = PlayedProvision.Of(@case, StreetFixture.Barbecue, "《大气污染防治法》", "第一百一十八条第三款");
        object[] both = [new { kind = "ConfiscationOfGoods", amountFen = 120_00 }, new { kind = "Fine", amountFen = 800_00 }];
        object[] fish =
        [
            new
            {
                name = "鲜鱼",
                quantity = "20 公斤",
                valueFen = 120_00,
                valueSource = "变卖价款",
            },
        ];
        await played.Conclude("Penalty", both, new { branch = "露天烧烤食品" });
        await played.Propose(both, facts: new { branch = "露天烧烤食品" }, things: fish);
        await played.Decide("PenaltyDecision");

        (await @case.Act("lift-sealing", @case.Lifting(measure, @case.At(17, 9), "DealtWith", confiscated: true))).ShouldBeProblem(
            422,
            "coercion.not-confiscated"
        ); // the cart is not
        (
            await @case.Act(
                "lift-sealing",
                @case.Lifting(
                    measure,
                    @case.At(17, 9),
                    "DealtWith",
                    positions: [StreetSteps.Fish],
                    proceedsFen: 120_00,
                    compensationFen: 80_00
                )
            )
        ).ShouldBeProblem(422, "measure.confiscated");
        (
            await @case.Act(
                "lift-sealing",
                @case.Lifting(measure, @case.At(17, 9), "DealtWith", positions: [StreetSteps.Fish], confiscated: true)
            )
        ).ShouldBeProblem(422, "disposal.proceeds-differ");
        await @case.Done(
            "lift-sealing",
            @case.Lifting(measure, @case.At(17, 9), "DealtWith", 120_00, positions: [StreetSteps.Fish], confiscated: true)
        );
        await @case.Done("lift-sealing", @case.Lifting(measure, @case.At(17, 10), "DealtWith")); // the cart goes back
        await @case.Pay(800_00, @case.At(18, 9));
        await played.Recheck();
        await played.Close(goods: "鱼款缴库");
        (await @case.Stage()).ShouldBe("Closed");
    }

    private static async Task<IReadOnlyList<string>> Deadlines(OrdinaryCase @case) =>
        [
            .. (await @case.Api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/deadlines"))
                .Body.EnumerateArray()
                .Where(d => d.GetProperty("state").GetString() == "Open")
                .Select(d => d.GetProperty("kind").GetString()!),
        ];
}

/// <summary>A server on which the street holds the power to seal and detain.</summary>
public sealed class StreetFixture : IAsyncLifetime
{
    /// <summary>露天烧烤.</summary>
    public const string Barbecue = "GJ-YY-03";

    private ApiFixture? api;

    internal ApiFixture Api => api!;

    public async ValueTask InitializeAsync()
    {
        api = await ApiFixture.StartAsync();
        await api.Change(
            CatalogueSteps.With("parameters", CatalogueSteps.Parameter("coercion.matters", $"{OrdinarySteps.Violation},{Barbecue}")),
            "hg-catalogue"
        );
    }

    public async ValueTask DisposeAsync() => await api!.DisposeAsync();
}
