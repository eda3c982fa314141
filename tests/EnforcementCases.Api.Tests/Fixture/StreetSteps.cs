using EnforcementCases.Api.Access;
using Shouldly;

namespace EnforcementCases.Api.Tests.Fixture;

/// <summary>What officers do in the street before a case is filed, over HTTP: a stall whose owner has run away, with a cart and fresh fish.</summary>
internal static class StreetSteps
{
    /// <summary>Position of the fish on the list.</summary>
    public const int Fish = 2;

    private static readonly object[] Things =
    [
        new
        {
            thing = new
            {
                name = "三轮车",
                quantity = 1,
                unit = "辆",
                state = "八成新",
            },
            tiedToBreach = true,
        },
        new
        {
            thing = new
            {
                name = "鲜鱼",
                quantity = 20,
                unit = "公斤",
                state = "鲜活",
            },
            tiedToBreach = true,
        },
    ];

    /// <summary>The stall is met at half past eight, its scene is recorded at nine; the clue is entered in the office at three, with the hours of the street: day 0.</summary>
    public static async Task<OrdinaryCase> GivenStallInTheStreet(this ApiFixture api, string code = OrdinarySteps.Violation)
    {
        var @case = api.NewCase();
        var answer = await api.SignedInAs("hg-officer1")
            .PostJson(
                "ordinary-cases",
                new
                {
                    caseId = @case.Id,
                    clue = new
                    {
                        doneAt = @case.At(0, 15),
                        source = "Inspection",
                        receivedAt = @case.At(0, 8, 30),
                        content = "巡查发现占道摆摊，摊主弃摊离开。",
                        violationCode = code,
                        committedAt = @case.At(0, 8),
                        place = OrdinarySteps.Place,
                    },
                }
            );
        answer.Status.ShouldBe(201, answer.Body.ToString());
        await @case.RecordScene(@case.SceneId, @case.At(0, 9, 30));
        return @case;
    }

    /// <summary>The scene is recorded for half an hour; nobody is there but a witness.</summary>
    public static Task<ApiAnswer> RecordScene(this OrdinaryCase @case, Guid evidence, DateTimeOffset until) =>
        @case.Done(
            "record-scene",
            new
            {
                doneAt = until,
                startedAt = until.AddMinutes(-30),
                attendance = OrdinaryCase.Attendance(until.AddMinutes(-35)),
                evidenceId = evidence,
                place = "汉沽街道新开中路36号门前",
                findings = "人行道上摆放三轮车一辆、鲜鱼约二十公斤，无人看管。",
                signature = new
                {
                    signed = false,
                    refusalNote = "当事人不在场",
                    witnessName = "居委会李某",
                },
                recordSha256 = OrdinarySteps.Hash,
            }
        );

    /// <summary>Cart and fish are detained at ten, in an emergency, the owner unknown and the decision put up on the scene.</summary>
    public static object Detaining(this OrdinaryCase @case, Guid measure, object? ownerUnknown) =>
        new
        {
            doneAt = @case.At(0, 10),
            attendance = OrdinaryCase.Attendance(@case.At(0, 8, 55)),
            measureId = measure,
            kind = "Detain",
            emergency = true,
            objects = Things,
            partyCalled = false,
            partyPresent = false,
            ownerUnknown,
            sceneRecordId = @case.SceneId,
            partySigned = false,
            officersSigned = true,
            witnessName = "居委会李某",
            otherSteps = "没有其他程序规定",
            reason = "涉嫌擅自占用城市道路，摊主离开，物品有碍通行。",
            remedies = "可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。",
            postedAt = @case.At(0, 10),
            listCopies = 2,
            mediaSha256 = new[] { OrdinarySteps.Hash },
        };

    /// <summary>What was done to find the owner.</summary>
    public static object Sought { get; } = new { whatWasDone = "现场喊话三次，询问周边商户，无人认领。", describedAs = "四十岁左右男子" };

    public static Task<ApiAnswer> Detain(this OrdinaryCase @case, Guid measure) =>
        @case.Done("seal-property", @case.Detaining(measure, Sought));

    /// <summary>The head decides on the emergency measure.</summary>
    public static Task<ApiAnswer> Approve(this OrdinaryCase @case, Guid measure, DateTimeOffset at, bool agrees = true) =>
        @case.Act(
            "approve-sealing",
            new
            {
                doneAt = at,
                kind = "Detain",
                measureId = measure,
                agrees,
                opinion = agrees ? "同意。" : "不应当扣押。",
            },
            "hg-head"
        );

    /// <summary>The head approves that things are disposed of.</summary>
    public static Task<ApiAnswer> ApproveDisposal(
        this OrdinaryCase @case,
        Guid measure,
        DateTimeOffset at,
        string ground,
        string way,
        params int[] positions
    ) =>
        @case.Act(
            "approve-disposal",
            new
            {
                doneAt = at,
                measureId = measure,
                ground,
                positions,
                way,
                reasons = ground == "Perishable" ? "鲜鱼常温下只能保存一日。" : "公告期满无人认领。",
                opinion = "同意。",
            },
            "hg-head"
        );

    /// <summary>The fish is sold at the market, for 120 yuan where it would have fetched 200.</summary>
    public static Task<ApiAnswer> SellFish(this OrdinaryCase @case, Guid measure, DateTimeOffset at) =>
        @case.Dispose(
            measure,
            at,
            "汉沽海鲜市场",
            "保管户0001",
            new
            {
                position = Fish,
                priceFen = 120_00,
                marketPriceFen = 200_00,
                marketPriceSource = "汉沽海鲜市场当日价目表",
            }
        );

    /// <summary>Things are disposed of as approved.</summary>
    public static Task<ApiAnswer> Dispose(
        this OrdinaryCase @case,
        Guid measure,
        DateTimeOffset at,
        string receiver,
        string receipt,
        params object[] things
    ) =>
        @case.Act(
            "dispose-of-things",
            new
            {
                doneAt = at,
                attendance = OrdinaryCase.Attendance(at.AddMinutes(-10)),
                measureId = measure,
                things,
                receiverName = receiver,
                receiptNumber = receipt,
                mediaSha256 = new[] { OrdinarySteps.Hash },
            }
        );

    /// <summary>The measure is lifted, and the owner asked by a notice to come.</summary>
    public static Task<ApiAnswer> Announce(this OrdinaryCase @case, Guid measure, DateTimeOffset at, string ground, int days = 30) =>
        @case.Act(
            "announce-things",
            new
            {
                doneAt = at,
                measureId = measure,
                ground,
                ownerSought = "走访周边商户，调取监控录像，没有找到摊主。",
                publishedIn = new[] { "街道公告栏", "区政府网站" },
                days,
            }
        );

    /// <summary>The party is questioned in the office before there is a case.</summary>
    public static Task<ApiAnswer> QuestionBeforeFiling(this OrdinaryCase @case, DateTimeOffset at) =>
        @case.Done(
            "record-inquiry",
            new
            {
                doneAt = at,
                startedAt = at.AddMinutes(-30),
                attendance = OrdinaryCase.Attendance(at.AddMinutes(-35)),
                evidenceId = @case.InquiryId,
                place = "汉沽街道综合行政执法大队询问室",
                inquiredName = OrdinarySteps.PartyName,
                @as = "Party",
                rightsNotifiedAt = at.AddMinutes(-30),
                recusalAnswer = "不申请回避。",
                questions = new[] { new { question = "三轮车和鱼是谁的？", answer = "是我的，我怕罚款就跑了。" } },
                checkedWords = "以上笔录我看过，与我说的一致。",
                signature = new { signed = true },
                recordSha256 = OrdinarySteps.Hash,
            }
        );

    /// <summary>The filing is asked for on the next day.</summary>
    public static Task<ApiAnswer> FileNextDay(
        this OrdinaryCase @case,
        DateTimeOffset at,
        int discovered,
        string code = OrdinarySteps.Violation
    ) =>
        @case.Act(
            "propose-filing",
            new
            {
                doneAt = at,
                violationCode = code,
                committedAt = @case.At(0, 8),
                discoveredOn = OrdinarySteps.Day(@case.At(discovered, 9)),
                place = OrdinarySteps.Place,
                facts = "当事人占道摆摊，弃摊离开后前来接受调查。",
                officerIds = new[] { DemoIds.Person("hg-officer1"), DemoIds.Person("hg-officer2") },
            }
        );

    /// <summary>What was taken in the street and in the office is verified.</summary>
    public static Task<ApiAnswer> VerifyStreetEvidence(this OrdinaryCase @case, DateTimeOffset at) =>
        @case.Done(
            "verify-evidence",
            new
            {
                doneAt = at,
                items = new[] { @case.SceneId, @case.InquiryId }.Select(id => new { evidenceId = id, how = "与音像记录核对一致" }),
                verifierName = OrdinarySteps.NameOf("hg-officer1"),
            }
        );

    /// <summary>Things are given back, or their money.</summary>
    public static object Lifting(
        this OrdinaryCase @case,
        Guid measure,
        DateTimeOffset at,
        string ground,
        long? proceedsFen = null,
        long compensationFen = 0,
        int[]? positions = null,
        bool confiscated = false,
        string? receiver = null
    ) =>
        new
        {
            doneAt = at,
            attendance = OrdinaryCase.Attendance(at.AddMinutes(-10)),
            measureId = measure,
            ground,
            returnedAt = confiscated ? (DateTimeOffset?)null : at,
            receivedByName = confiscated ? null : receiver ?? OrdinarySteps.PartyName,
            confiscated,
            positions = positions ?? [],
            proceedsFen,
            compensationFen,
            receiptNumber = proceedsFen is null ? null : "票据0002",
        };
}
