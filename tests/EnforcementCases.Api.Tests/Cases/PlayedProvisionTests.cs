using System.Globalization;
using System.Text.Json;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Catalogue;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Domain.Access;
using EnforcementCases.Pdf.Tests;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Snapshots;
using EnforcementCases.Platform.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>Provisions with several kinds, with gains, and with orders alone, each played from the clue to the closing. 行政处罚法 第二十八条; 城乡规划法 第六十四条、第六十五条.</summary>
public sealed class PlayedProvisionTests(ApiFixture api)
{
    private const string Noise = "GJ-ZS-06";
    private const string Demolishable = "无法采取改正措施消除影响,能够拆除";

    /// <summary>城市建筑垃圾管理规定 第二十三条: the truck's company is warned and fined.</summary>
    [Fact, Rule("APL-28-BRANCH")]
    public async Task A_truck_that_scattered_construction_waste_is_warned_and_fined()
    {
        var played = await PlayedProvision.Open(api, "GJ-ZT-07", "《城市建筑垃圾管理规定》(建设部令第139号)", "第二十三条", company: true);
        object[] both = [new { kind = "Warning" }, new { kind = "Fine", amountFen = 10_000_00 }];
        await played.Conclude("Penalty", both);

        (await played.TryPropose([new { kind = "Fine", amountFen = 10_000_00 }])).ShouldBeProblem(422, "violation.kinds-not-provided");
        (await played.TryPropose(both, orders: [])).ShouldBeProblem(422, "order-to-correct.missing");
        await played.Propose(both);
        await played.Decide("PenaltyDecision");

        var read = await played.Case.Read();
        read["heaviestKind"].GetString().ShouldBe("Fine");
        await played.Case.Pay(10_000_00, played.Case.At(18, 9));
        (await played.TryClose()).ShouldBeProblem(422, "case.not-performed"); // the order at once was not re-checked
        (
            await played.Case.Act(
                "recheck-correction",
                new
                {
                    result = "Corrected",
                    note = "已经改正。",
                    doneAt = played.Case.At(19, 8),
                    officerIds = new[] { DemoIds.Person("hg-officer1") },
                }
            )
        ).ShouldBeProblem(422, "officers.too-few");
        await played.Recheck();
        await played.Close();
    }

    /// <summary>大气污染防治法 第一百一十八条第三款: the tools are confiscated and a fine imposed; which of the two circumstances it is has to be named.</summary>
    [Fact, Rule("APL-28-BRANCH")]
    public async Task Barbecue_tools_are_confiscated_with_a_fine()
    {
        var played = await PlayedProvision.Open(api, "GJ-YY-03", "《大气污染防治法》", "第一百一十八条第三款");
        object[] both = [new { kind = "ConfiscationOfGoods", amountFen = 200_00 }, new { kind = "Fine", amountFen = 800_00 }];
        object[] things =
        [
            new
            {
                name = "烧烤炉",
                quantity = "1 台",
                valueFen = 200_00,
                valueSource = "购货发票",
            },
        ];
        await played.Conclude("Penalty", both, new { branch = "露天烧烤食品" });

        (await played.TryPropose([new { kind = "Fine", amountFen = 800_00 }], facts: new { branch = "露天烧烤食品" })).ShouldBeProblem(
            422,
            "violation.kinds-not-provided"
        );
        (await played.TryPropose(both, things: things)).ShouldBeProblem(422, "violation.branch-not-named");
        await played.Propose(both, facts: new { branch = "露天烧烤食品" }, things: things);
        await played.Decide("PenaltyDecision");

        await played.Case.Pay(800_00, played.Case.At(18, 9));
        await played.Recheck();
        (await played.TryClose(goods: "登记造册，依法销毁")).ShouldBeProblem(422, "case.not-performed"); // the stove is not in hand
        await played.Perform("ConfiscationOfGoods", amountFen: null);
        await played.Close(goods: "登记造册，依法销毁");
    }

    /// <summary>固体废物污染环境防治法 第一百一十一条; 行政处罚法 第二十八条第二款.</summary>
    [Fact, Rule("APL-28")]
    public async Task Gains_of_dumping_are_confiscated_beside_the_fine()
    {
        var played = await PlayedProvision.Open(api, "GJ-LJ-01", "《固体废物污染环境防治法》", "第一百一十一条第一款第（一）项、第二款");
        var gains = new
        {
            gains = new
            {
                foundFen = 350_00,
                evidence = "收款记录",
                returnedFen = 50_00,
                returnedTo = "卸车地点的村民委员会",
                returnProof = "退款凭证",
                evidenceIds = new[] { played.Case.SceneId },
            },
        };
        object Proved(params Guid[] ids) =>
            new
            {
                gains = new
                {
                    foundFen = 300_00,
                    evidence = "收款记录",
                    evidenceIds = ids,
                },
            };
        (
            await played.Case.TryAssess(
                played.Case.At(1, 17),
                new { gains = new { foundFen = 350_00, evidence = " " } },
                violationCode: "GJ-LJ-01"
            )
        ).ShouldBeProblem(400, "request.invalid"); // a blank is no text
        object[] fine = [new { kind = "Fine", amountFen = 300_00 }];
        object[] both = [.. fine, new { kind = "ConfiscationOfGains", amountFen = 300_00 }];
        await played.Conclude("Penalty", both, gains);

        (await played.TryPropose(fine, facts: gains)).ShouldBeProblem(422, "gains.not-confiscated");
        (await played.TryPropose(both, facts: Proved())).ShouldBeProblem(422, "gains.not-proved", "APL-40"); // words alone prove nothing
        (await played.TryPropose(both, facts: Proved(Guid.NewGuid()))).ShouldBeProblem(422, "evidence.not-in-file");
        (await played.TryPropose(both)).ShouldBeProblem(422, "gains.none-found");
        (await played.TryPropose([.. fine, new { kind = "ConfiscationOfGains", amountFen = 350_00 }], facts: gains)).ShouldBeProblem(
            422,
            "gains.another-sum"
        );
        await played.Propose(both, facts: gains);
        await played.Decide("PenaltyDecision");

        await played.Case.Pay(300_00, played.Case.At(18, 9));
        await played.Recheck();
        (await played.TryClose(goods: "上缴国库")).ShouldBeProblem(422, "case.not-performed");
        (await played.TryPerform("ConfiscationOfGains", 100_00)).ShouldBeProblem(422, "performance.not-whole");
        await played.Perform("ConfiscationOfGains", 300_00);
        await played.Close(goods: "上缴国库");
    }

    /// <summary>城乡规划法 第六十四条: the order to demolish is the whole decision; the street removes nothing that it was not charged with.</summary>
    [Fact, Rule("ORDER-ALONE")]
    public async Task An_order_to_demolish_in_a_town_is_a_decision_of_its_own()
    {
        var played = await PlayedProvision.Open(api, "GJ-WJ-01", "《城乡规划法》", "第六十四条");
        object[] orders =
        [
            new { what = "停止建设。", kind = "StopConstruction" },
            new
            {
                what = "拆除新开中路36号院内的违法建筑。",
                kind = "DemolishByDate",
                daysAfterService = 15,
            },
        ];
        await played.Conclude("OrderAlone", []);

        (await played.TryPropose([], "OrderAlone", orders: [orders[1]])).ShouldBeProblem(422, "violation.kinds-not-provided");
        (await played.TryPropose([], "OrderAlone", orders: orders)).ShouldBeProblem(422, "violation.branch-not-named");
        await played.Propose([], "OrderAlone", orders: orders, branch: Demolishable);
        (await played.TryTell(hearingRightNotified: false)).ShouldBeProblem(422, "hearing.right-not-told");
        await played.Decide("OrderDecision", hearingRightNotified: true);

        var read = await played.Case.Read();
        read["outcome"].GetString().ShouldBe("OrderAlone");
        read["heaviestKind"].ValueKind.ShouldBe(JsonValueKind.Null);
        read["decisionNumber"].GetString()!.ShouldContain("限拆");
        (await played.Case.Pdf("OrderDecision")).Length.ShouldBeGreaterThan(1000);
        (await api.SignedInAs("hg-officer1").GetJson($"cases/{played.Case.Id}/deadlines")).Body.ToString().ShouldContain(played.Day(31)); // fifteen days after the service of the sixteenth day
        await played.Case.Done(
            "call-to-perform",
            new
            {
                doneAt = played.Case.At(32, 9),
                performBy = played.Day(40),
                manner = "自行拆除",
                rightsNotified = true,
            }
        );
        await played.Case.Serve(played.Case.At(32, 10), await played.Case.Paper("CallToPerform"));
        (await Announce(40, charge: "津滨政责〔2024〕1号")).ShouldBeProblem(422, "execution-decision.not-called-upon"); // until the fortieth day it may be performed
        (await Announce(41, charge: null)).ShouldBeProblem(422, "removal.not-charged");
        (await Announce(41, charge: "津滨政责〔2024〕1号")).Status.ShouldBe(200);
        Poppler.CopiedText(await played.Case.Pdf("DemolitionAnnouncement")).ShouldContain("院内违法建筑属于违法建筑物");
        (await played.TryClose()).ShouldBeProblem(422, "case.not-performed");
        await played.Recheck(day: 42, order: "order:2");
        (await played.TryClose(day: 43)).ShouldBeProblem(422, "case.not-performed"); // the building may not go on either
        await played.Recheck(day: 43, order: "order:1");
        await played.Close(day: 44);

        Task<ApiAnswer> Announce(int day, string? charge) =>
            played.Case.Act(
                "announce-removal",
                new
                {
                    doneAt = played.Case.At(day, 10),
                    selfRemovalBy = played.Day(250),
                    removeOn = played.Day(260),
                    structure = "院内违法建筑",
                    postedAt = "新开中路36号",
                    chargeInstrument = charge,
                    mediaSha256 = new[] { OrdinarySteps.Hash },
                },
                "hg-head"
            );
    }

    /// <summary>城乡规划法 第六十五条: only a town; the demolition after the order to correct expired unmet.</summary>
    [Fact, Rule("ORDER-ALONE")]
    public async Task An_order_to_demolish_in_a_village_is_the_towns_own()
    {
        await using var own = await ApiFixture.StartAsync();
        await own.Change(CatalogueSteps.With("adoptions", CatalogueSteps.Adoption("GJ-WJ-02", "2021-07-15", null)));
        var played = await PlayedProvision.Open(own, "GJ-WJ-02", "《城乡规划法》", "第六十五条");
        object[] stop = [new { what = "停止建设。", kind = "StopConstruction" }, new { what = "补办许可。", daysAfterService = 30 }];
        object[] demolish =
        [
            new
            {
                what = "拆除违法建筑。",
                kind = "DemolishByDate",
                daysAfterService = 15,
            },
        ];
        var order = Guid.NewGuid();
        await played.Case.Done(
            "order-to-correct",
            new
            {
                doneAt = played.Case.At(1, 17),
                orderId = order,
                breach = "未取得乡村建设规划许可证建房。",
                requirement = "停止建设，补办许可。",
                dueOn = played.Day(5),
            }
        );
        await played.Case.Serve(played.Case.At(1, 18), await played.Case.Paper("CorrectionOrder"));
        await played.Conclude("OrderAlone", []);
        (await played.TryPropose([], "OrderAlone", orders: stop)).ShouldBeProblem(422, "violation.town-only");
        await MakeTown(own);
        (await played.TryPropose([], "OrderAlone", orders: demolish)).ShouldBeProblem(422, "order-to-correct.not-expired-unmet");
        await played.Case.Done(
            "recheck-order",
            new
            {
                doneAt = played.Case.At(6, 10),
                attendance = OrdinaryCase.Attendance(played.Case.At(6, 9, 50)),
                orderId = order,
                result = "NotCorrected",
                findings = "仍在施工。",
                signature = new { signed = true },
                mediaSha256 = new[] { OrdinarySteps.Hash },
            }
        );
        await played.Propose([], "OrderAlone", orders: demolish, day: 7);
        await played.Decide("OrderDecision", hearingRightNotified: true, told: 8, decided: 20);
        (await played.TryClose(day: 23)).ShouldBeProblem(422, "case.not-performed");
        await played.Recheck(day: 24);
        await played.Close(day: 25);
    }

    /// <summary>环境噪声污染防治: warned after a refusal to correct; the order was given in the street before there was a case.</summary>
    [Fact, Rule("APL-28-BRANCH"), Rule("APL-28")]
    public async Task A_penalty_for_a_refusal_rests_on_the_order_given_in_the_street()
    {
        var played = await PlayedProvision.Open(api, Noise, "《噪声污染防治法》", "第八十二条第（三）项");
        var officer = api.SignedInAs("hg-officer1");
        object[] warning = [new { kind = "Warning" }];
        var order = await officer.PostJson(
            "correction-orders",
            new
            {
                party = new
                {
                    kind = "Citizen",
                    identity = "Documented",
                    name = OrdinarySteps.PartyName,
                    document = "CitizenIdCard",
                    documentNumber = played.Case.PartyNumber,
                },
                violationCode = Noise,
                place = new { address = "汉沽街道新开中路36号门前", divisionCode = "120116" },
                facts = "噪声扰民，经说服教育。",
                requirement = "停止产生噪声。",
                dueOn = played.Day(-1),
                officers = CaseSteps.TwoOfficers,
                certificatesShownAt = played.Case.At(-3, 9),
                orderedAt = played.Case.At(-3, 10),
            }
        );
        order.Status.ShouldBe(201, order.Body.ToString());
        var id = order["id"].GetGuid();
        var recheck = await officer.PostJson(
            $"correction-orders/{id}/recheck",
            new
            {
                result = "NotCorrected",
                note = "仍在产生噪声",
                officerIds = new[] { DemoIds.Person("hg-officer1"), DemoIds.Person("hg-officer2") },
                doneAt = played.Case.At(0, 15),
            },
            ifMatch: (await officer.GetJson($"correction-orders/{id}")).ETag
        );
        recheck.Status.ShouldBe(200, recheck.Body.ToString());
        await played.Case.Done("rely-on-order", new { doneAt = played.Case.At(1, 18), correctionOrderId = id });
        await played.Conclude("Penalty", warning);

        await played.Propose(warning);
        await played.Decide("PenaltyDecision");
    }

    private static async Task MakeTown(ApiFixture own)
    {
        await using var scope = own.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await db
            .Organisations.Where(o => o.Path == DemoOrganisations.HanguPath)
            .ExecuteUpdateAsync(o => o.SetProperty(x => x.Kind, OrganisationKind.Town));
        await db.SnapshotVersions.CountUpAsync(SnapshotVersion.Organs, CancellationToken.None);
        await own.Services.GetRequiredService<OrganDirectory>().RefreshAsync(CancellationToken.None);
    }
}

/// <summary>A case of another matter than the usual one, played with the same steps.</summary>
internal sealed class PlayedProvision
{
    private readonly string code;
    private readonly object[] basis;

    private PlayedProvision(OrdinaryCase @case, string code, string instrument, string article)
    {
        (Case, this.code) = (@case, code);
        basis = [new { instrument, article }];
    }

    public OrdinaryCase Case { get; }

    /// <summary>A legal day after the beginning.</summary>
    public string Day(int day) => Case.At(day, 9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A case that was filed and investigated otherwise.</summary>
    public static PlayedProvision Of(OrdinaryCase @case, string code, string instrument, string article) =>
        new(@case, code, instrument, article);

    /// <summary>Filed and investigated: day 1.</summary>
    public static async Task<PlayedProvision> Open(ApiFixture api, string code, string instrument, string article, bool company = false)
    {
        var @case = await api.GivenFiledCase(code: code, company: company);
        await @case.Investigate();
        return new(@case, code, instrument, article);
    }

    public async Task Conclude(string outcome, object[] penalties, object? facts = null) =>
        await Case.Done(
            "conclude-investigation",
            new
            {
                doneAt = Case.At(2, 9),
                findings = OrdinarySteps.Facts,
                facts = Case.FactElements(),
                characterisation = "违反上述规定。",
                proposedOutcome = outcome,
                penalties,
                assessmentId = outcome == "Penalty" ? await Assess(Case.At(1, 17), facts) : (Guid?)null,
                reasons = OrdinarySteps.Reasons,
            }
        );

    public async Task<ApiAnswer> TryPropose(
        object[] penalties,
        string outcome = "Penalty",
        object? facts = null,
        object[]? orders = null,
        object[]? things = null,
        int day = 2,
        string? branch = null
    ) =>
        await Case.Act(
            "propose-decision",
            new
            {
                doneAt = Case.At(day, 15),
                outcome,
                penalties,
                grade = "Ordinary",
                facts = OrdinarySteps.Facts,
                factElements = Case.FactElements(),
                basis,
                assessmentId = outcome == "Penalty" ? await Assess(Case.At(day, 14), facts) : (Guid?)null,
                reasons = OrdinarySteps.Reasons,
                orders = orders ?? [new { what = "立即改正。" }],
                things = things ?? [],
                branch,
            }
        );

    public async Task Propose(
        object[] penalties,
        string outcome = "Penalty",
        object? facts = null,
        object[]? orders = null,
        object[]? things = null,
        int day = 2,
        string? branch = null
    )
    {
        var answer = await TryPropose(penalties, outcome, facts, orders, things, day, branch);
        answer.Status.ShouldBe(200, answer.Body.ToString());
    }

    public async Task<ApiAnswer> TryTell(bool hearingRightNotified, int day = 3)
    {
        var proposal = (await Case.LastAct("ProposeDecision")).GetProperty("body");
        return await Case.Act(
            "tell-penalty",
            new
            {
                doneAt = Case.At(day, 9),
                penalties = proposal.GetProperty("penalties"),
                facts = OrdinarySteps.Facts,
                reasons = OrdinarySteps.Reasons,
                basis,
                hearingRightNotified,
            }
        );
    }

    /// <summary>Told, served, the time of the party over, decided and served.</summary>
    public async Task Decide(string paper, bool hearingRightNotified = false, int told = 3, int decided = 15)
    {
        var notice = await TryTell(hearingRightNotified, told);
        notice.Status.ShouldBe(200, notice.Body.ToString());
        await Case.Serve(Case.At(told, 15), await Case.Paper("PriorNotice"));
        await Case.Done(
            "assess-review-triggers",
            new
            {
                doneAt = Case.At(decided - 1, 8),
                ticked = Array.Empty<string>(),
                noneBecause = "案情简单，不涉及重大公共利益。",
            }
        );
        await Case.Endorse("Decision", Case.At(decided - 1, 10));
        await Case.Decide(Case.At(decided, 9));
        await Case.Serve(Case.At(decided + 1, 10), await Case.Paper(paper));
    }

    public Task<ApiAnswer> TryPerform(string kind, long? amountFen) =>
        Case.Act(
            "record-performance",
            new
            {
                doneAt = Case.At(19, 10),
                attendance = OrdinaryCase.Attendance(Case.At(19, 9)),
                kind,
                performedAt = Case.At(19, 9, 30),
                proof = "非税收入票据、交接清单",
                amountFen,
                mediaSha256 = new[] { OrdinarySteps.Hash },
            }
        );

    public async Task Perform(string kind, long? amountFen)
    {
        var answer = await TryPerform(kind, amountFen);
        answer.Status.ShouldBe(200, answer.Body.ToString());
    }

    public Task Recheck(int day = 19, string? order = null) =>
        Case.Done(
            "recheck-correction",
            new
            {
                result = "Corrected",
                note = "已经改正。",
                doneAt = Case.At(day, 8),
                officerIds = new[] { DemoIds.Person("hg-officer1"), DemoIds.Person("hg-officer2") },
                order,
            }
        );

    public Task<ApiAnswer> TryClose(string? goods = null, int day = 20) => Case.Act("propose-closing", Closing(goods, day));

    public Task Close(string? goods = null, int day = 21) => Case.Close(Case.At(day, 9), Closing(goods, day));

    private object Closing(string? goods, int day) =>
        new
        {
            doneAt = Case.At(day, 9),
            reason = "Performed",
            performance = "全部履行。",
            receipts = new[] { "津财0001" },
            goodsHandling = goods,
        };

    private Task<Guid> Assess(DateTimeOffset at, object? facts) => Case.Assess(at, facts, violationCode: code);
}
