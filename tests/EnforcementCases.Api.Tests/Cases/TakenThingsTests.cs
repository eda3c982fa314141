using System.Net;
using System.Text.Json;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>Whose the things are that were taken in the street, when the case gets another party, goes to the police, or the owner is found late.</summary>
public sealed class TakenThingsTests(StreetFixture street) : IClassFixture<StreetFixture>
{
    private ApiFixture Api => street.Api;

    [Fact, Rule("CHANGE-PARTY"), Rule("ACL-27-28"), Rule("ACL-24")]
    public async Task Things_of_a_former_party_go_back_to_it_and_its_paper_is_served_on_it()
    {
        var (@case, measure) = await FiledWithThings();
        await @case.Done("change-party", ChangeOfPartyTests.Change(@case), "hg-head");
        await @case.Done("identify-party", ChangeOfPartyTests.Party(@case, ChangeOfPartyTests.Other));

        (
            await @case.Act("lift-sealing", @case.Lifting(measure, @case.At(5, 9), "NotNeeded", receiver: ChangeOfPartyTests.Other))
        ).ShouldBeProblem(422, "coercion.returned-to-another", "ACL-27-28");
        (await @case.Act("lift-sealing", @case.Lifting(measure, @case.At(5, 9), "DealtWith"))).ShouldBeProblem(
            422,
            "coercion.not-dealt-with",
            "ACL-27-28"
        );
        (await Verified())["state"].GetString().ShouldBe("Issued");
        await @case.Done("lift-sealing", @case.Lifting(measure, @case.At(5, 9), "NotNeeded"));
        (await Verified())["state"].GetString().ShouldBe("Lifted"); // for anybody who holds the decision to detain

        var lifting = await @case.Paper("SeizureLifting");
        (await Serve(lifting, ChangeOfPartyTests.Other)).ShouldBeProblem(422, "service.other-addressee", "CPL-88");
        (await Serve(lifting, OrdinarySteps.PartyName)).ShouldBe(HttpStatusCode.OK);

        async Task<ApiAnswer> Verified()
        {
            var decision = await @case.Paper("SeizureDecision");
            var papers = await Api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/documents");
            var code = papers.Body.EnumerateArray().Single(d => d.GetProperty("id").GetGuid() == decision).GetProperty("verificationCode");
            return await Api.Anonymous.GetJson($"public/verify/{code.GetString()}");
        }

        Task<ApiAnswer> Serve(Guid paper, string addressee) =>
            @case.Act("serve-document", @case.Return(@case.At(5, 10), [paper], addressee: addressee));
    }

    [Fact, Rule("CHANGE-PARTY"), Rule("ACL-24")]
    public async Task What_is_still_held_is_served_on_the_new_party_before_it_is_notified()
    {
        var (@case, _) = await FiledWithThings();
        await @case.Serve(@case.At(1, 17), await @case.Paper("SeizureDecision")); // on the party that was the wrong one
        await @case.Done("change-party", ChangeOfPartyTests.Change(@case), "hg-head");
        await @case.Done("identify-party", ChangeOfPartyTests.Party(@case, ChangeOfPartyTests.Other));
        var later = @case with { Begin = @case.Begin.AddDays(5) };
        await later.Done(
            "conclude-investigation",
            new
            {
                doneAt = later.At(1, 9),
                findings = OrdinarySteps.Facts,
                facts = Elements(@case),
                characterisation = "属于擅自占用城市道路。",
                proposedOutcome = "Penalty",
                penalties = @case.Penalties,
                assessmentId = await @case.Assess(later.At(1, 8)),
                reasons = "按一般情形处罚。",
            }
        );
        await later.Done(
            "propose-decision",
            WithElements(later.Proposal(later.At(1, 16), await @case.Assess(later.At(1, 15))), Elements(@case))
        );
        (await Tell(2)).ShouldBeProblem(422, "coercion.decision-not-served", "ACL-24");
        await @case.Done(
            "serve-document",
            @case.Return(later.At(2, 8), [await @case.Paper("SeizureDecision")], addressee: ChangeOfPartyTests.Other)
        );
        (await Tell(3)).ShouldBe(HttpStatusCode.OK);

        Task<ApiAnswer> Tell(int day) =>
            later.Act(
                "tell-penalty",
                new
                {
                    doneAt = later.At(day, 9),
                    penalties = @case.Penalties,
                    facts = OrdinarySteps.Facts,
                    reasons = OrdinarySteps.Reasons,
                    basis = OrdinarySteps.Basis,
                    hearingRightNotified = false,
                }
            );
    }

    [Fact, Rule("APL-27"), Rule("ACL-25")]
    public async Task What_the_police_give_back_is_detained_again_for_the_rest_of_its_term_and_no_officer_of_the_case_enters_it()
    {
        var (@case, measure) = await FiledWithThings();
        await CrimeAndBackTests.Report(@case, @case.At(3, 9));
        await @case.Done("decide-crime-transfer", new { doneAt = @case.At(3, 10), approved = true }, "hg-head");
        (await Transfer(@case.At(3, 14), notified: false)).ShouldBeProblem(422, "criminal-transfer.goods-stay-behind", "APL-27");
        (await Transfer(@case.At(3, 15))).ShouldBe(HttpStatusCode.OK);
        (await Transfer(@case.At(4, 9))).ShouldBeProblem(409, "criminal-transfer.handed-over-already");

        (await Result([1, 2], "hg-officer1")).ShouldBeProblem(403, "access.separation-of-duty");
        var without = await Result([1], "hg-reviewer", gone: null);
        without.ShouldBeProblem(422, "criminal-result.nothing-returned", "APL-27");
        without["errors"][0].GetProperty("pointer").GetString().ShouldBe("/thingsGone");
        (await Result([1, 3], "hg-reviewer")).ShouldBeProblem(422, "register-preserve.thing-not-open");
        (await Result([1], "hg-reviewer")).ShouldBe(HttpStatusCode.OK);

        (await CrimeAndBackTests.Back(@case, @case.At(12, 9))).ShouldBe(HttpStatusCode.OK);
        var sealing = (await @case.Api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/deadlines"))
            .Body.EnumerateArray()
            .Single(d => d.GetProperty("kind").GetString() == "Sealing" && d.GetProperty("state").GetString() == "Open");
        sealing.GetProperty("lastDay").GetString().ShouldBe("2024-06-19"); // thirty days and the seven from day 3 to 9
        (
            await @case.Act("lift-sealing", @case.Lifting(measure, @case.At(12, 10), "NotNeeded", positions: [StreetSteps.Fish]))
        ).ShouldBeProblem(422, "register-preserve.thing-not-open"); // the police have it no more, and neither has the street
        await @case.Done("lift-sealing", @case.Lifting(measure, @case.At(12, 11), "NotNeeded"));

        Task<ApiAnswer> Transfer(DateTimeOffset at, bool notified = true) =>
            @case.Act(
                "transfer-case",
                new
                {
                    doneAt = at,
                    to = "Justice",
                    receiverName = "天津市公安局滨海新区分局",
                    reason = "违法行为涉嫌犯罪",
                    materials = "案卷一册、三轮车、鲜鱼",
                    goodsHandedOver = true,
                    partyNotifiedInWriting = notified,
                },
                "hg-head"
            );
        Task<ApiAnswer> Result(int[] positions, string @as, string? gone = "鲜鱼由公安机关处理") =>
            @case.Act(
                "enter-criminal-result",
                new
                {
                    doneAt = @case.At(10, 17),
                    result = "NotAccepted",
                    organName = "天津市公安局滨海新区分局",
                    paperNumber = "津滨公不立字〔2024〕1号",
                    paperSha256 = OrdinarySteps.Hash,
                    issuedOn = OrdinarySteps.Day(@case.At(9, 9)),
                    receivedOn = OrdinarySteps.Day(@case.At(10, 9)),
                    materialsReturned = "案卷一册",
                    thingsReturned = "三轮车一辆",
                    thingsBack = new[] { new { measureId = measure, positions } },
                    thingsGone = gone,
                },
                @as
            );
    }

    [Fact, Rule("ACL-27-28")]
    public async Task An_owner_found_while_the_notice_runs_is_called_before_the_things_are_unclaimed()
    {
        var @case = await Api.GivenStallInTheStreet();
        var measure = Guid.NewGuid();
        await @case.Detain(measure);
        (await @case.Approve(measure, @case.At(0, 20))).ShouldBe(HttpStatusCode.OK);
        (await @case.Announce(measure, @case.At(2, 9), "NotNeeded")).ShouldBe(HttpStatusCode.OK);
        await @case.Identify(@case.At(5, 9), @case.PartyNumber);
        (await @case.ApproveDisposal(measure, @case.At(40, 9), "Unclaimed", "Treasury", 1, StreetSteps.Fish)).ShouldBeProblem(
            422,
            "unclaimed.owner-not-called",
            "ACL-27-28"
        );
        (await Again(null)).ShouldBeProblem(422, "unclaimed.owner-not-called", "ACL-27-28");
        (await Again(7)).ShouldBe(HttpStatusCode.OK);
        (await Again(7)).ShouldBeProblem(409, "measure.already-announced");

        Task<ApiAnswer> Again(int? calledOn) =>
            @case.Act(
                "announce-things",
                new
                {
                    doneAt = @case.At(41, 9),
                    measureId = measure,
                    ground = "Expired",
                    ownerSought = "电话和书面通知两次，当事人没有来领取。",
                    calledOn = calledOn is { } day ? OrdinarySteps.Day(@case.At(day, 9)) : (object?)null,
                    callSha256 = calledOn is null ? null : new[] { OrdinarySteps.Hash },
                    publishedIn = new[] { "街道公告栏" },
                    days = 30,
                }
            );
    }

    [Fact, Rule("MINOR-PRESENT")]
    public async Task Who_is_questioned_before_being_identified_states_an_age_and_a_minor_is_not_alone()
    {
        var @case = await Api.GivenStallInTheStreet();
        (await Question(null, null)).ShouldBeProblem(422, "investigation-record.incomplete");
        (await Question(15, null)).ShouldBeProblem(422, "minor.guardian-not-present", "MINOR-PRESENT");
        (await Question(15, new { name = "龚某某", tie = "父亲" })).ShouldBe(HttpStatusCode.OK);

        Task<ApiAnswer> Question(int? age, object? adult) =>
            @case.Act(
                "record-inquiry",
                new
                {
                    doneAt = @case.At(0, 12),
                    startedAt = @case.At(0, 11),
                    attendance = OrdinaryCase.Attendance(@case.At(0, 10, 55)),
                    evidenceId = Guid.NewGuid(),
                    place = "汉沽街道综合行政执法大队询问室",
                    inquiredName = "自称小龚",
                    statedIdentity = "未带证件",
                    statedAge = age,
                    adultPresent = adult,
                    @as = "Party",
                    rightsNotifiedAt = @case.At(0, 11),
                    recusalAnswer = "不申请回避。",
                    questions = new[] { new { question = "三轮车是谁的？", answer = "是我家的。" } },
                    checkedWords = "以上笔录我看过，与我说的一致。",
                    signature = new { signed = true },
                    recordSha256 = OrdinarySteps.Hash,
                }
            );
    }

    [Fact, Rule("ACL-18"), Rule("APL-56")]
    public async Task An_approval_names_the_things_and_no_others_are_taken()
    {
        var @case = await Api.GivenFiledCase();
        var nothing = await Approve(null);
        nothing.ShouldBeProblem(422, "act.incomplete");
        nothing["errors"][0].GetProperty("pointer").GetString().ShouldBe("/things");
        (await Approve("水泥")).ShouldBe(HttpStatusCode.OK);
        (await Take("砖块", 300)).ShouldBeProblem(422, "register-preserve.thing-not-approved", "APL-56");
        (await Take("水泥", 21)).ShouldBeProblem(422, "register-preserve.thing-not-approved", "APL-56");
        (await Take("水泥", 20)).ShouldBe(HttpStatusCode.OK);

        Task<ApiAnswer> Approve(string? name) =>
            @case.Act(
                "approve-preservation",
                new
                {
                    doneAt = @case.At(1, 9),
                    purpose = "建筑材料可能被转移",
                    things = name is null
                        ? []
                        : new object[]
                        {
                            new
                            {
                                name,
                                quantity = 20,
                                unit = "袋",
                            },
                        },
                    opinion = "同意。",
                },
                "hg-head"
            );
        Task<ApiAnswer> Take(string name, int quantity) =>
            @case.Act(
                "preserve-evidence",
                new
                {
                    doneAt = @case.At(1, 14),
                    attendance = OrdinaryCase.Attendance(@case.At(1, 13, 50)),
                    preservationId = Guid.NewGuid(),
                    risk = "当事人准备连夜清走",
                    things = new[]
                    {
                        new
                        {
                            name,
                            quantity,
                            unit = "袋",
                            state = "完好",
                        },
                    },
                    keptAt = "汉沽街道物资仓库",
                    signature = new { signed = true },
                }
            );
    }

    /// <summary>Cart and fish are detained while the owner is unknown; the owner is found, questioned, and the case filed on day 1.</summary>
    private async Task<(OrdinaryCase Case, Guid Measure)> FiledWithThings()
    {
        var @case = await Api.GivenStallInTheStreet();
        var measure = Guid.NewGuid();
        await @case.Detain(measure);
        (await @case.Approve(measure, @case.At(0, 20))).ShouldBe(HttpStatusCode.OK);
        await @case.Identify(@case.At(1, 10), @case.PartyNumber);
        await @case.QuestionBeforeFiling(@case.At(1, 11));
        (await @case.FileNextDay(@case.At(1, 12), discovered: 0)).ShouldBe(HttpStatusCode.OK);
        await @case.Endorse("Filing", @case.At(1, 13));
        await @case.Done("file-case", new { doneAt = @case.At(1, 16), opinion = "同意立案。" }, "hg-head");
        await @case.VerifyStreetEvidence(@case.At(1, 16, 30));
        return (@case, measure);
    }

    private static object[] Elements(OrdinaryCase @case) =>
        [
            new { name = "占用城市道路的时间、地点、面积", evidenceIds = new[] { @case.SceneId } },
            new { name = "占用人和未经批准", evidenceIds = new[] { @case.InquiryId } },
        ];

    private static object WithElements(object proposal, object[] elements)
    {
        var body = JsonSerializer.SerializeToNode(proposal, JsonSerializerOptions.Web)!.AsObject();
        body["factElements"] = JsonSerializer.SerializeToNode(elements, JsonSerializerOptions.Web);
        return body;
    }
}
