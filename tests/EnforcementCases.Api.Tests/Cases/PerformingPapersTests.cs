using System.Globalization;
using EnforcementCases.Api.Tests.Fixture;
using EnforcementCases.Pdf.Tests;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>Documents beside the way to the decision: measures and orders, no penalty, payment, closing and the file.</summary>
public sealed class PerformingPapersTests(ApiFixture api)
{
    [Fact]
    public async Task Evidence_orders_and_preserved_things_have_their_papers()
    {
        var @case = await api.GivenFiledCase();
        var (preservation, order) = (Guid.NewGuid(), Guid.NewGuid());
        await @case.Done(
            "confirm-service-address",
            new
            {
                doneAt = @case.At(0, 14),
                address = "汉沽街道牌坊东街8号",
                electronicAddress = "gong@example.com",
                confirmationSha256 = OrdinarySteps.Hash,
            }
        );
        await @case.Done(
            "collect-evidence",
            new
            {
                doneAt = @case.At(1, 9),
                attendance = OrdinaryCase.Attendance(@case.At(1, 8, 50)),
                providerName = "汉沽街道某物业公司",
                items = new[]
                {
                    new
                    {
                        id = Guid.NewGuid(),
                        kind = "AudioVisualMaterial",
                        source = "汉沽街道某物业公司",
                        takenAt = @case.At(1, 8, 55),
                        place = "物业监控室",
                        sha256 = OrdinarySteps.Hash,
                        description = "门前监控录像一段",
                        how = "复制",
                    },
                },
            }
        );
        await @case.Done(
            "take-sample",
            new
            {
                doneAt = @case.At(1, 10),
                attendance = OrdinaryCase.Attendance(@case.At(1, 9, 50)),
                samples = new[]
                {
                    new
                    {
                        thing = AThing("水泥", 1, "袋"),
                        outOf = 20,
                        how = "随机抽取",
                        signedOrNoted = true,
                    },
                },
                howSealed = "当场封样，双方签字",
            }
        );
        await @case.Done(
            "approve-preservation",
            new
            {
                doneAt = @case.At(1, 11),
                purpose = "建筑材料可能被转移",
                things = new[]
                {
                    new
                    {
                        name = "砖块",
                        quantity = 300,
                        unit = "块",
                    },
                },
                opinion = "同意。",
            },
            "hg-head"
        );
        await @case.Done(
            "preserve-evidence",
            new
            {
                doneAt = @case.At(1, 14),
                attendance = OrdinaryCase.Attendance(@case.At(1, 13, 50)),
                preservationId = preservation,
                risk = "当事人准备连夜清走",
                things = new[] { AThing("砖块", 300, "块") },
                keptAt = "汉沽街道物资仓库",
                signature = new { signed = true },
            }
        );
        await @case.Done(
            "dispose-preserved",
            new
            {
                doneAt = @case.At(3, 9),
                preservationId = preservation,
                things = new[] { new { position = 1, disposal = "CopiedAndReturned" } },
            }
        );
        await @case.Done(
            "order-to-correct",
            new
            {
                doneAt = @case.At(3, 10),
                orderId = order,
                breach = OrdinarySteps.Facts,
                requirement = "清理堆放在城市道路上的建筑材料。",
                dueOn = "2024-05-20",
            }
        );
        await @case.Done(
            "recheck-order",
            new
            {
                doneAt = @case.At(8, 10),
                attendance = OrdinaryCase.Attendance(@case.At(8, 9, 50)),
                orderId = order,
                result = "Corrected",
                findings = "建筑材料已经清理，道路恢复通行。",
                signature = new { signed = true },
                mediaSha256 = new[] { OrdinarySteps.Hash },
            }
        );

        (await Printed(@case, "ServiceConfirmation")).ShouldContain("gong@example.com");
        (await Printed(@case, "EvidenceRequest")).ShouldContain("门前监控录像一段");
        (await Printed(@case, "SamplingVoucher")).ShouldContain("自20袋中抽取");
        (await Printed(@case, "PreservationNotice")).ShouldContain("汉正堂");
        var handling = await Printed(@case, "PreservationHandling");
        handling.ShouldContain("证据保全措施后返还");
        handling.ShouldContain("登保字");
        (await Printed(@case, "CorrectionOrder")).ShouldContain("2024年5月20日前（含当日）");
        (await Printed(@case, "RecheckRecord")).ShouldContain("责改字");
    }

    /// <summary>行政处罚法 第五十七条第一款第三项: nothing was told, and the head still signs what the line endorsed.</summary>
    [Fact, Rule("APL-57-1")]
    public async Task A_case_that_is_not_proved_ends_with_its_own_decision()
    {
        var @case = await api.GivenFiledCase();
        await @case.Done(
            "conclude-investigation",
            new
            {
                doneAt = @case.At(2, 9),
                findings = "现场没有堆放物，没有证据证明当事人占用城市道路。",
                facts = Array.Empty<object>(),
                characterisation = "违法事实不能成立。",
                proposedOutcome = "NoPenaltyNotProved",
                reasons = "证据不足。",
            }
        );
        await @case.Done(
            "assess-review-triggers",
            new
            {
                doneAt = @case.At(2, 10),
                ticked = Array.Empty<string>(),
                noneBecause = "不涉及。",
            }
        );
        await @case.Done(
            "propose-decision",
            new
            {
                doneAt = @case.At(2, 11),
                outcome = "NoPenaltyNotProved",
                penalties = Array.Empty<object>(),
                facts = "没有证据证明当事人占用城市道路。",
                basis = Array.Empty<object>(),
                reasons = "证据不足，违法事实不能成立。",
                notProvedBecause = "没有当事人堆放物品的证据。",
            }
        );
        await @case.Endorse("Decision", @case.At(2, 13));
        await @case.Done(
            "decide-no-penalty",
            new
            {
                doneAt = @case.At(3, 9),
                proposalSha256 = (await @case.LastAct("ProposeDecision")).GetProperty("bodySha256").GetString(),
                opinion = "同意不予处罚。",
            },
            "hg-head"
        );

        var text = await Printed(@case, "NoPenaltyDecision");
        text.ShouldContain("决定对当事人不予行政处罚");
        text.ShouldContain("《行政处罚法》第五十七条第一款第三项");
        text.ShouldContain("六十日内向天津市滨海新区人民政府申请行政复议");
    }

    [Fact]
    public async Task A_case_that_goes_to_another_organ_goes_with_a_letter()
    {
        var @case = await api.GivenFiledCase();
        await @case.Done(
            "transfer-case",
            new
            {
                doneAt = @case.At(1, 9),
                to = "CompetentOrgan",
                receiverName = "天津市滨海新区城市管理委员会",
                reason = "该路段由区城市管理委员会管辖",
                materials = "案件来源登记表一份\n立案审批表一份",
                partyNotifiedInWriting = true,
            },
            "hg-head"
        );

        var text = await Printed(@case, "TransferLetter");
        text.ShouldContain("天津市滨海新区城市管理委员会：");
        text.ShouldContain("立案审批表一份");
    }

    [Fact]
    public async Task A_withdrawn_case_has_its_approval_and_its_decision()
    {
        var @case = await api.GivenFiledCase();
        await @case.Done("withdraw-case", new { doneAt = @case.At(1, 9), reason = "当事人死亡" }, "hg-head");

        (await Printed(@case, "WithdrawalApproval")).ShouldContain("同意撤销案件");
        (await Printed(@case, "WithdrawalDecision")).ShouldContain("经调查，当事人死亡。");
    }

    /// <summary>行政处罚法 第六十六条第二款、第七十二条第一款第一项; 行政强制法 第三十五条: deferred, not paid, surcharged, called upon, paid, closed and archived.</summary>
    [Fact, Rule("APL-66")]
    public async Task From_the_served_decision_to_the_archive_each_act_issues_its_documents()
    {
        var @case = await api.GivenServedCase();
        object[] plan = [new { dueOn = Day(@case, 60), amountFen = 250_00 }, new { dueOn = Day(@case, 90), amountFen = 250_00 }];
        await @case.Done(
            "apply-for-deferral",
            new
            {
                doneAt = @case.At(20, 9),
                application = new
                {
                    appliedOn = Day(@case, 20),
                    hardship = "当事人住院治疗，无收入。",
                    proofSha256 = new[] { OrdinarySteps.Hash },
                },
                plan,
            }
        );
        await @case.Done(
            "decide-deferral",
            new
            {
                doneAt = @case.At(21, 9),
                term = new { coversFrom = Day(@case, 32), instalments = plan },
                opinion = "同意分期。",
            },
            "hg-head"
        );
        (await Printed(@case, "DeferralApplication")).ShouldContain("第二期");
        (await Printed(@case, "DeferralApproval")).ShouldContain("同意分期");
        (await Printed(@case, "DeferralDecision")).ShouldContain("申请分期缴纳");

        await @case.Done(
            "decide-surcharge",
            new
            {
                doneAt = @case.At(92, 9),
                countedThrough = Day(@case, 91),
                amountFen = 240_00, // 30 days of 7.50 yuan, one of 15
                standardNotified = true,
                opinion = "同意加处。",
            },
            "hg-head"
        );
        var surcharge = await Printed(@case, "SurchargeDecision");
        surcharge.ShouldContain("31日");
        surcharge.ShouldContain("人民币贰佰肆拾元整（￥240.00）");

        await @case.Done(
            "call-to-perform",
            new
            {
                doneAt = @case.At(95, 9),
                performBy = Day(@case, 110),
                manner = "到代收机构缴纳。",
                amountFen = 740_00,
                paymentManner = "转账或者现金。",
                rightsNotified = true,
            }
        );
        (await Printed(@case, "CallToPerform")).ShouldContain("应当缴纳人民币柒佰肆拾元整");

        await @case.Pay(740_00, @case.At(100, 9));
        await @case.RecheckAtOnce(@case.At(100, 10));
        await @case.Done(
            "propose-closing",
            new
            {
                doneAt = @case.At(101, 9),
                reason = "Performed",
                performance = "罚款和加处罚款全部缴清。",
                receipts = new[] { "津财0001" },
                footage = new[] { "YX-2024-0001" },
            }
        );
        await @case.Endorse("Closing", @case.At(101, 10));
        await @case.Done("approve-closing", new { doneAt = @case.At(102, 9), opinion = "同意结案。" }, "hg-head");
        var closing = await Printed(@case, "ClosingApproval");
        closing.ShouldContain("履行完毕");
        closing.ShouldContain("津财0001");

        await @case.PutIntoArchive(@case.At(103, 9));
        (await Printed(@case, "FileCover")).ShouldContain("2024-行罚-0001");
        (await Printed(@case, "FileContents")).ShouldContain("行政处罚决定书");
        (await Printed(@case, "FileCheckSheet")).ShouldContain("汉队正");
    }

    /// <summary>行政强制法 第四十四条、第五十条、第五十三条至第五十五条.</summary>
    [Fact, Rule("ACL-55")]
    public async Task What_is_not_performed_goes_to_others_and_to_the_court_with_its_papers()
    {
        var @case = await api.GivenServedCase();
        await @case.Done(
            "call-to-perform",
            new
            {
                doneAt = @case.At(200, 9),
                performBy = Day(@case, 201),
                manner = "到代收机构缴纳，并清理占用的道路。",
                amountFen = 500_00,
                paymentManner = "转账或者现金。",
                rightsNotified = true,
            }
        );
        await @case.Serve(@case.At(200, 15), await @case.Paper("CallToPerform"));
        await @case.Done(
            "decide-substitute",
            new
            {
                doneAt = @case.At(205, 9),
                removalOrRestoration = true,
                harm = "Traffic",
                reasonsAndBasis = "经催告仍未清理，后果将危害交通安全。",
                objectAndManner = "清运堆放的建筑材料六平方米。",
                performOn = Day(@case, 214),
                costEstimateFen = 300_00,
                performer = "汉沽街道某保洁公司",
                performerDisinterested = true,
            },
            "hg-head"
        );
        (await Printed(@case, "SubstitutePerformance")).ShouldContain("人民币叁佰元整");
        (
            await @case.Act(
                "announce-removal",
                new
                {
                    doneAt = @case.At(206, 9),
                    selfRemovalBy = Day(@case, 216),
                    removeOn = Day(@case, 217),
                    structure = "砖砌围挡",
                    postedAt = "新开中路36号门前",
                    mediaSha256 = new[] { OrdinarySteps.Hash },
                },
                "hg-head"
            )
        ).ShouldBeProblem(422, "removal.not-ordered", "ACL-44"); // nothing was ordered to be demolished
        await @case.Done(
            "apply-to-court",
            new
            {
                doneAt = @case.At(220, 9),
                courtName = "天津市滨海新区人民法院",
                place = "OfTheOrgan",
                realEstate = false,
                objectOfExecution = "罚款五百元。",
                papers = new[] { "Application", "Decision", "PartyViewsAndCall", "ObjectOfExecution", "Others" },
                @sealed = true,
            },
            "hg-head"
        );
        var application = await Printed(@case, "CourtApplication");
        application.ShouldContain("天津市滨海新区人民法院：");
        application.ShouldContain("催告后当事人未提出陈述、申辩");
        application.ShouldContain("汉正堂");
    }

    private static object AThing(string name, decimal quantity, string unit) =>
        new
        {
            name,
            quantity,
            unit,
            state = "完好",
        };

    private static string Day(OrdinaryCase @case, int day) => @case.At(day, 0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task<string> Printed(OrdinaryCase @case, string kind)
    {
        var pdf = await @case.Pdf(kind);
        if (Environment.GetEnvironmentVariable("KEEP_DOCUMENTS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{kind}.pdf"), pdf);
        return Poppler.CopiedText(pdf);
    }
}
