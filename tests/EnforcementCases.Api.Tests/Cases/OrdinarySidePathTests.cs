using System.Globalization;
using System.Net;
using System.Text.Json;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Tests.Catalogue;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>The paths beside the straight one: each of their acts is done once as the law wants it, and once as it does not.</summary>
public sealed class OrdinarySidePathTests(ApiFixture api)
{
    [Fact, Rule("APL-43")]
    public async Task The_decision_waits_for_a_recusal_and_another_officer_goes_on()
    {
        var @case = await api.GivenProposedDecision();
        await @case.Done(
            "request-recusal",
            new
            {
                doneAt = @case.At(14, 15),
                officerId = DemoIds.Person("hg-officer2"),
                askedBy = "Party",
                reason = "该执法人员是当事人邻居，曾有纠纷。",
            }
        );
        (await TryDecide(@case, 15)).ShouldBeProblem(422, "recusal.undecided", "APL-43");

        var decide = new
        {
            doneAt = @case.At(15, 10),
            officerId = DemoIds.Person("hg-officer2"),
            granted = true,
            reasons = "有其他关系可能影响公正执法。",
        };
        await @case.Done("decide-recusal", decide, "hg-head");
        (await @case.Act("decide-recusal", decide, "hg-head")).ShouldBeProblem(409, "recusal.nothing-to-decide");

        await @case.Done(
            "replace-officers",
            new
            {
                doneAt = @case.At(15, 11),
                officerIds = new[] { DemoIds.Person("hg-officer1"), DemoIds.Person("hg-officer3") },
                reason = "原承办人员回避。",
            },
            "hg-teamlead"
        );
        (await TryDecide(@case, 16)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Rule("APL-27")]
    public async Task A_suspected_crime_goes_to_the_police_and_is_not_fined()
    {
        var @case = await api.GivenProposedDecision();
        await @case.Done("report-suspected-crime", new { doneAt = @case.At(14, 15), suspicion = "涉嫌故意毁坏财物罪，损失已达追诉标准。" });
        (await TryDecide(@case, 15)).ShouldBeProblem(422, "criminal-transfer.penalty-instead", "APL-27");
        (await @case.Act("decide-crime-transfer", new { doneAt = @case.At(15, 10), approved = false }, "hg-head")).ShouldBeProblem(
            422,
            "criminal-transfer.not-approved",
            "APL-27"
        );

        await @case.Done("decide-crime-transfer", new { doneAt = @case.At(15, 11), approved = true }, "hg-head");
        (await TryDecide(@case, 15)).ShouldBeProblem(422, "criminal-transfer.penalty-instead", "APL-27");
        (await Deadlines(@case)).ShouldContain("CrimeTransfer");
        await @case.Done("transfer-case", Letter(@case, 16), "hg-head");

        (await @case.Stage()).ShouldBe("Ended");
        (await @case.Read())["outcome"].GetString().ShouldBe("CriminalTransfer");
        (await Deadlines(@case)).ShouldNotContain("CrimeTransfer");
    }

    [Fact, Rule("APL-27")]
    public async Task A_suspicion_that_the_head_does_not_share_needs_his_reasons_and_then_stops_nothing()
    {
        var @case = await api.GivenProposedDecision();
        await @case.Done("report-suspected-crime", new { doneAt = @case.At(14, 15), suspicion = "涉嫌犯罪。" });
        await @case.Done(
            "decide-crime-transfer",
            new
            {
                doneAt = @case.At(14, 16),
                approved = false,
                reasons = "损失未达追诉标准。",
            },
            "hg-head"
        );

        (await TryDecide(@case, 15)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact, Rule("APL-64-1")]
    public async Task A_hearing_request_that_was_withdrawn_no_longer_holds_the_decision()
    {
        var @case = await api.GivenProposedDecision(hearingRightNotified: true);
        (await Withdraw()).ShouldBeProblem(409, "hearing.not-asked");
        await @case.Done("request-hearing", new { doneAt = @case.At(14, 11), submission = new { arrived = Day(@case, 9) } });
        (await TryDecide(@case, 15)).ShouldBeProblem(422, "hearing.not-decided-on-record", "APL-65");

        (await Withdraw()).ShouldBe(HttpStatusCode.OK);

        (await TryDecide(@case, 15)).ShouldBe(HttpStatusCode.OK);

        Task<ApiAnswer> Withdraw() =>
            @case.Act(
                "withdraw-hearing-request",
                new
                {
                    doneAt = @case.At(14, 12),
                    words = "当事人撤回听证申请，签名。",
                    declaration = OrdinaryCase.Declared(@case.At(14, 12)),
                }
            );
    }

    [Fact, Rule("APL-33-3")]
    public async Task Who_goes_without_penalty_is_educated_and_promises_before_the_case_closes()
    {
        var @case = await api.GivenFiledCase();
        await NotPunishedForSlightness(@case);
        var closing = new
        {
            doneAt = @case.At(20, 9),
            reason = "NoPenalty",
            performance = "不予处罚决定已送达。",
        };
        (await @case.Act("propose-closing", closing)).ShouldBeProblem(422, "closing.not-educated", "APL-33-3");
        (
            await @case.Act(
                "educate",
                new
                {
                    doneAt = @case.At(17, 9),
                    attendance = OrdinaryCase.Attendance(@case.At(17, 8, 50)),
                    form = "FaceToFace",
                    content = "讲解城市道路管理规定。",
                    partySigned = false,
                }
            )
        ).ShouldBeProblem(422, "education.signature-unexplained", "APL-33-3");

        await @case.Educate(@case.At(17, 9));
        await @case.Done("commit-to-law", new { doneAt = @case.At(17, 10), promise = "今后依法申请占用许可。" });
        await @case.Pdf("ComplianceCommitment");
        await @case.Close(@case.At(20, 9), closing);
        (await @case.Stage()).ShouldBe("Closed");
    }

    [Fact, Rule("APL-57-1")]
    public async Task A_transfer_is_no_no_penalty_decision()
    {
        var @case = await api.GivenFiledCase();
        (
            await @case.Act(
                "conclude-investigation",
                new
                {
                    doneAt = @case.At(2, 9),
                    findings = OrdinarySteps.Facts,
                    facts = @case.FactElements(),
                    characterisation = "由区城市管理委员会管辖。",
                    proposedOutcome = "TransferToOrgan",
                    reasons = "不属于本机关管辖。",
                }
            )
        ).ShouldBeProblem(422, "investigation.outcome-has-its-own-act");

        await @case.ConcludeWithoutPenalty("NoPenaltySlight");
        var slight = await @case.AssessedAs("NoPenaltySlight");
        (await Propose("TransferToOrgan")).ShouldBeProblem(422, "investigation.outcome-has-its-own-act");
        (await Propose("NoPenaltySlight")).ShouldBe(HttpStatusCode.OK);

        Task<ApiAnswer> Propose(string outcome) => @case.Act("propose-decision", @case.NoPenalty(outcome, slight));
    }

    [Fact, Rule("ACL-50-51")]
    public async Task Others_perform_after_decision_and_second_call_filmed_and_signed()
    {
        var @case = await api.GivenServedCase();
        await CallServed(@case, 200, performBy: 201);
        await @case.Done(
            "hear-call-defence",
            new { doneAt = @case.At(202, 9), answer = new { words = new[] { "材料是施工队的。" }, rechecks = Array.Empty<string>() } }
        );
        (await Substitute(@case, 205)).ShouldBeProblem(422, "performance-call.answer-not-rechecked", "ACL-35");
        await @case.Done(
            "hear-call-defence",
            new
            {
                doneAt = @case.At(203, 9),
                answer = new { words = new[] { "材料是施工队的。" }, rechecks = new[] { "施工队由当事人雇用，不影响清理义务。" } },
            }
        );
        (await Substitute(@case, 205)).ShouldBe(HttpStatusCode.OK);
        await @case.Serve(@case.At(205, 15), await @case.Paper("SubstitutePerformance"));
        (await CarryOut(@case, 214)).ShouldBeProblem(422, "performance-by-others.second-call-too-late", "ACL-50-51");
        await CallServed(@case, 206, performBy: 212);
        (await CarryOut(@case, 214, film: false)).Status.ShouldBe(422);

        (await CarryOut(@case, 214)).ShouldBe(HttpStatusCode.OK);
        (await CarryOut(@case, 214)).Status.ShouldBe(422); // a decision is carried out once
    }

    [Fact, Rule("ACL-52")]
    public async Task What_lies_on_the_road_is_cleared_at_once_and_filmed()
    {
        var @case = await api.GivenFiledCase();
        (await Clear(OrdinarySteps.Hash, told: null)).ShouldBeProblem(422, "immediate-performance.party-not-told", "ACL-52");
        (await Clear(film: null, told: 2)).ShouldBeProblem(422, "immediate-performance.not-filmed");

        (await Clear(OrdinarySteps.Hash, told: 1)).ShouldBe(HttpStatusCode.OK);

        Task<ApiAnswer> Clear(string? film, int? told) =>
            @case.Act(
                "remove-at-once",
                new
                {
                    doneAt = @case.At(2, 15),
                    attendance = OrdinaryCase.Attendance(@case.At(1, 9)),
                    clearing = new
                    {
                        thing = "Spill",
                        place = "Road",
                        whyAtOnce = "水泥洒落影响通行。",
                        partyCannotClear = true,
                        partyPresent = false,
                        clearedAt = @case.At(1, 10),
                        partyNotifiedAt = told is { } day ? @case.At(day, 14) : (DateTimeOffset?)null,
                        videoSha256 = film is null ? [] : new[] { film },
                    },
                }
            );
    }

    [Fact, Rule("ACL-13")]
    public async Task Without_a_law_in_the_catalogue_the_organ_does_not_execute_whatever_is_typed()
    {
        var @case = await api.GivenServedCase();
        await CallServed(@case, 200, performBy: 210);

        (await Execute(@case, 220)).ShouldBeProblem(422, "execution-power.none", "ACL-13");
        (await Execute(@case, 220, typed: "第六十八条")).ShouldBeProblem(422, "execution-power.not-of-matter", "ACL-13");
        (await Carry(@case, 220)).ShouldBeProblem(409, "execution.not-decided");
    }

    [Fact, Rule("ACL-17"), Rule("ACL-18"), Rule("ACL-25")]
    public async Task Things_are_sealed_where_the_place_has_switched_it_on_and_given_back_in_time()
    {
        await using var own = await ApiFixture.StartAsync();
        var @case = await own.GivenFiledCase();
        (await ApproveSealing(@case)).ShouldBeProblem(422, "coercion.no-power", "ACL-17");
        await own.Change(
            CatalogueSteps.With("parameters", CatalogueSteps.Parameter("coercion.matters", OrdinarySteps.Violation)),
            "hg-catalogue"
        );
        await SealAndGiveBack(@case);
    }

    /// <summary>Things are sealed, the measure is extended, and they are given back; the place has switched it on.</summary>
    internal static async Task SealAndGiveBack(OrdinaryCase @case)
    {
        var (measure, scene) = (Guid.NewGuid(), Guid.NewGuid());
        await @case.RecordScene(scene, @case.At(1, 9, 50));
        (await Seal(film: true)).ShouldBeProblem(422, "coercion.step-missing", "ACL-18");
        (await ApproveSealing(@case)).ShouldBe(HttpStatusCode.OK);
        (await Seal(film: false)).ShouldBeProblem(422, "recording.video-missing", "REC-118-1");

        (await Seal(film: true)).ShouldBe(HttpStatusCode.OK);

        (await @case.Pdf("SeizureDecision")).Length.ShouldBeGreaterThan(1000);
        (await Ends()).ShouldBe(@case.At(1 + 30, 9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        (await Extend(31)).ShouldBeProblem(422, "coercion.extension-not-allowed", "ACL-25");
        (await Extend(30)).ShouldBe(HttpStatusCode.OK);
        (await Ends()).ShouldBe(@case.At(1 + 60, 9).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await @case.Done(
            "lift-sealing",
            new
            {
                doneAt = @case.At(40, 12),
                attendance = OrdinaryCase.Attendance(@case.At(40, 9)),
                measureId = measure,
                ground = "NotNeeded",
                returnedAt = @case.At(40, 11),
                receivedByName = OrdinarySteps.PartyName,
            }
        );
        await @case.Pdf("SeizureLifting");
        (await Deadlines(@case)).ShouldNotContain("Sealing"); // nothing runs any more

        Task<ApiAnswer> Seal(bool film) =>
            @case.Act(
                "seal-property",
                new
                {
                    doneAt = @case.At(1, 10),
                    attendance = OrdinaryCase.Attendance(@case.At(1, 9)),
                    measureId = measure,
                    kind = "Seal",
                    objects = new[]
                    {
                        new
                        {
                            thing = new
                            {
                                name = "切割机",
                                quantity = 1,
                                unit = "台",
                                state = "完好",
                            },
                            tiedToBreach = true,
                        },
                    },
                    partyCalled = true,
                    partyPresent = true,
                    reasonsBasisAndRightsNotifiedAt = @case.At(1, 9, 10),
                    partyHeard = "没有意见。",
                    sceneRecordId = scene,
                    partySigned = true,
                    officersSigned = true,
                    otherSteps = "没有其他程序规定",
                    partyAddress = "天津市滨海新区汉沽街道牌坊东街8号",
                    reason = "涉嫌擅自占用城市道路，需要制止。",
                    remedies = "可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。",
                    deliveredAt = @case.At(1, 10),
                    listCopies = 2,
                    mediaSha256 = film ? new[] { OrdinarySteps.Hash } : [],
                }
            );
        Task<ApiAnswer> Extend(int days) =>
            @case.Act(
                "extend-sealing",
                new
                {
                    doneAt = @case.At(20, 9),
                    measureId = measure,
                    days,
                    reasons = "案情复杂，需要补充鉴定。",
                    notifiedOn = Day(@case, 20),
                },
                "hg-head"
            );
        async Task<string> Ends() =>
            (await @case.Api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/deadlines"))
                .Body.EnumerateArray()
                .Last(d => d.GetProperty("kind").GetString() == "Sealing" && d.GetProperty("state").GetString() == "Open")
                .GetProperty("lastDay")
                .GetString()!;
    }

    private static Task<ApiAnswer> ApproveSealing(OrdinaryCase @case) =>
        @case.Act(
            "approve-sealing",
            new
            {
                doneAt = @case.At(1, 8),
                kind = "Seal",
                agrees = true,
                things = new[]
                {
                    new
                    {
                        name = "切割机",
                        quantity = 1,
                        unit = "台",
                    },
                },
                opinion = "同意查封。",
            },
            "hg-head"
        );

    [Theory, Rule("CPL-89"), Rule("CPL-91"), Rule("CPL-95")]
    [InlineData("Left", "2024-10-08")] // left on 09-18; fifteen days end in the holiday
    [InlineData("Post", "2024-10-08")] // the receipt says 09-20
    [InlineData("PublicNotice", "2024-11-05")] // issued on 09-20, thirty days end on a Sunday, entered ten days after
    public async Task The_fine_is_due_from_the_day_that_the_return_proves(string way, string due)
    {
        var @case = await api.GivenDecidedOrdinaryCase(begin: new(2024, 9, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        var paper = await @case.Paper("PenaltyDecision");
        var servers = new[] { DemoIds.Person("hg-officer1"), DemoIds.Person("hg-officer2") };
        (await Serve(Return(proved: false))).Status.ShouldBe(422);
        (await @case.Stage()).ShouldBe("Decided");

        (await Serve(Return(proved: true))).ShouldBe(HttpStatusCode.OK);

        (await @case.Stage()).ShouldBe("Served");
        var deadlines = (await api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/deadlines")).Body.EnumerateArray();
        deadlines.Single(d => d.GetProperty("kind").GetString() == "Payment").GetProperty("lastDay").GetString().ShouldBe(due);
        await @case.Pdf("ServiceReceipt");

        Task<ApiAnswer> Serve(object @return) =>
            @case.Act(
                "serve-document",
                new
                {
                    doneAt = @case.At(way == "PublicNotice" ? 59 : 20, 9),
                    documentIds = new[] { paper },
                    @return,
                }
            );
        object Failed(string tried, int day, string why) =>
            new
            {
                way = tried,
                triedOn = Day(@case, day),
                why,
            };
        object Return(bool proved) =>
            way switch
            {
                "Left" => new
                {
                    addressee = OrdinarySteps.PartyName,
                    way,
                    place = "汉沽街道新开中路36号",
                    servers,
                    arrivedAt = @case.At(16, 10),
                    refusalReason = "当事人拒绝签收",
                    mediaSha256 = proved ? new[] { OrdinarySteps.Hash } : [],
                },
                "Post" => new
                {
                    addressee = OrdinarySteps.PartyName,
                    way,
                    place = "汉沽街道新开中路36号",
                    servers,
                    sentAt = @case.At(16, 10),
                    arrivedAt = @case.At(18, 10),
                    postalReceipt = proved ? "EMS1029384756" : null,
                    receiver = OrdinarySteps.PartyName,
                    relation = "Self",
                },
                _ => new
                {
                    addressee = OrdinarySteps.PartyName,
                    way,
                    place = "滨海新区政府网站",
                    servers,
                    noticeIssuedOn = Day(@case, 18),
                    noticeReason = "当事人下落不明",
                    failedBefore = new[] { Failed("Direct", 16, "住所无人"), Failed("Post", 17, "退回") }.Take(proved ? 2 : 1),
                },
            };
    }

    [Fact, Rule("APL-28")]
    public async Task An_order_given_in_the_street_is_bound_to_the_penalty_of_the_case_that_relies_on_it()
    {
        var @case = await api.GivenFiledCase();
        var officer = api.SignedInAs("hg-officer1");
        var order = await Order(@case.PartyNumber);
        var others = await Order(null);
        (await Rely(others, 1)).ShouldBeProblem(422, "correction-order.another-matter", "APL-28");
        (await Rely(order, 1)).ShouldBeProblem(422, "order-to-correct.not-expired-unmet", "APL-28");
        var recheck = await officer.PostJson(
            $"correction-orders/{order}/recheck",
            new
            {
                result = "NotCorrected",
                note = "材料仍未清走",
                officerIds = new[] { DemoIds.Person("hg-officer1"), DemoIds.Person("hg-officer2") },
                doneAt = @case.At(0, 15),
            },
            ifMatch: (await Read()).ETag
        );
        recheck.Status.ShouldBe(200, recheck.Body.ToString());
        (await Rely(order, 1)).ShouldBe(HttpStatusCode.OK);
        (await Read())["usedByCaseId"].ValueKind.ShouldBe(JsonValueKind.Null); // a penalty binds it, not an intention

        await @case.DecideOnward();

        (await Read())["usedByCaseId"].GetGuid().ShouldBe(@case.Id);
        (await Invalidate(@case)).ShouldBe(HttpStatusCode.OK);
        (await Read())["usedByCaseId"].ValueKind.ShouldBe(JsonValueKind.Null);

        Task<ApiAnswer> Rely(Guid id, int day) => @case.Act("rely-on-order", new { doneAt = @case.At(day, 8), correctionOrderId = id });
        Task<ApiAnswer> Read() => officer.GetJson($"correction-orders/{order}");
        async Task<Guid> Order(string? number)
        {
            var answer = await officer.PostJson(
                "correction-orders",
                new
                {
                    party = number is null
                        ? (object)
                            new
                            {
                                kind = "Citizen",
                                identity = "SelfDeclared",
                                name = "吴小满",
                                statedAge = 36,
                                photoSha256 = OrdinarySteps.Hash,
                            }
                        : new
                        {
                            kind = "Citizen",
                            identity = "Documented",
                            name = OrdinarySteps.PartyName,
                            document = "CitizenIdCard",
                            documentNumber = number,
                        },
                    violationCode = OrdinarySteps.Violation,
                    place = new { address = "汉沽街道新开中路36号门前", divisionCode = "120116" },
                    facts = "当事人在门前堆放建筑材料。",
                    requirement = "自行清走建筑材料。",
                    dueOn = Day(@case, -1),
                    officers = CaseSteps.TwoOfficers,
                    certificatesShownAt = @case.At(-3, 9),
                    orderedAt = @case.At(-3, 10),
                }
            );
            answer.Status.ShouldBe(201, answer.Body.ToString());
            return answer["id"].GetGuid();
        }
    }

    [Fact, Rule("ACL-39-42")]
    public async Task An_execution_is_paused_resumed_agreed_on_and_ended()
    {
        var @case = await api.GivenServedCase();
        await @case.Done(
            "pause-execution",
            new
            {
                doneAt = @case.At(40, 9),
                ground = "HardshipOrNoMeans",
                reason = "当事人住院，暂无履行能力。",
            },
            "hg-head"
        );
        (await Call(@case, 41, 50)).ShouldBeProblem(422, "execution.paused", "ACL-39-42");
        await @case.Done("resume-execution", new { doneAt = @case.At(45, 9), reason = "当事人出院复工。" }, "hg-head");
        (await @case.Act("resume-execution", new { doneAt = @case.At(46, 9), reason = "再次恢复。" }, "hg-head")).ShouldBeProblem(
            409,
            "execution.not-paused"
        );
        (await Agree(@case, 47, fineFen: 400_00)).ShouldBeProblem(422, "execution-agreement.fine-cut", "ACL-39-42");
        (await Agree(@case, 47, fineFen: 500_00)).ShouldBe(HttpStatusCode.OK);
        (await Deadlines(@case)).ShouldContain("Instalment");

        await @case.Done(
            "end-execution",
            new
            {
                doneAt = @case.At(80, 9),
                ground = "CitizenDied",
                reason = "当事人死亡，无遗产可供执行，又无义务承受人。",
            },
            "hg-head"
        );
        (await Call(@case, 81, 90)).ShouldBeProblem(422, "execution.ended", "ACL-39-42");
        await @case.Close(
            @case.At(82, 9),
            new
            {
                doneAt = @case.At(82, 9),
                reason = "ExecutionEnded",
                performance = "终结执行。",
            }
        );
        (await @case.Stage()).ShouldBe("Closed");
    }

    [Fact, Rule("ACL-56-58")]
    public async Task The_court_takes_grants_and_ends()
    {
        var @case = await api.GivenServedCase();
        (await Court(@case, 219, "Received", 219)).ShouldBeProblem(409, "court-step.no-application");
        await CallServed(@case, 200, performBy: 201);
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
        (await Court(@case, 222, "Granted", 222)).ShouldBeProblem(422, "court-step.out-of-order");
        foreach (var (step, day) in new[] { ("Received", 221), ("Accepted", 224), ("Granted", 240), ("Ended", 300) })
            (await Court(@case, day, step, day)).ShouldBe(HttpStatusCode.OK);

        await @case.Close(
            @case.At(301, 9),
            new
            {
                doneAt = @case.At(301, 9),
                reason = "ExecutedByCourt",
                performance = "法院执行完毕。",
            }
        );
        (await @case.Stage()).ShouldBe("Closed");
    }

    [Fact, Rule("ARL-63-65")]
    public async Task A_decision_that_reconsideration_revokes_is_refunded_and_not_made_again_on_the_same_facts()
    {
        var @case = await api.GivenServedCase();
        await @case.Pay(500_00, @case.At(20, 9));
        (await Result(@case, 60, "Revoked")).ShouldBeProblem(409, "remedy.none-running");
        await Remedy(@case, 30);
        (await Result(@case, 60, "Revoked")).ShouldBe(HttpStatusCode.OK);
        (await @case.Stage()).ShouldBe("Served"); // nothing takes effect before the head confirms it
        (await Confirm(@case, 60)).ShouldBe(HttpStatusCode.OK);
        (await @case.Stage()).ShouldBe("Revoked");
        (await Reopen(same: false)).ShouldBeProblem(422, "reopening.refund-owed", "SCL-36");

        await @case.Done(
            "refund",
            new
            {
                doneAt = @case.At(62, 9),
                amountFen = 500_00,
                reference = $"TK-{@case.Id:N}",
                interest = new
                {
                    amountFen = 21,
                    annualRatePercent = 0.35,
                    rateSource = "代收机构挂牌利率",
                },
            },
            "hg-cashier"
        );
        (await Reopen(same: true)).ShouldBeProblem(422, "remedy.same-act-again", "ARL-64-2");
        (await Reopen(same: false)).ShouldBe(HttpStatusCode.OK);
        (await @case.Stage()).ShouldBe("Investigating");

        Task<ApiAnswer> Reopen(bool same) =>
            @case.Act(
                "reopen",
                new
                {
                    doneAt = @case.At(65, 9),
                    reason = "复议决定责令重新处理。",
                    sameFactsAndReasons = same,
                    newFactsOrReasons = same ? null : "补充了占用面积的测量笔录。",
                },
                "hg-head"
            );
    }

    [Fact, Rule("CANCEL")]
    public async Task An_invalid_decision_is_not_a_revoked_one()
    {
        var @case = await api.GivenServedCase();

        (await Invalidate(@case)).ShouldBe(HttpStatusCode.OK);

        (await @case.Stage()).ShouldBe("Revoked");
        (await Invalidate(@case)).Status.ShouldBe(409);
        (await @case.Read())["validity"].GetString().ShouldBe("Invalid");
    }

    internal static Task<ApiAnswer> Invalidate(OrdinaryCase @case) =>
        @case.Act(
            "invalidate",
            new
            {
                doneAt = @case.At(30, 9),
                ground = "NoStanding",
                reason = "实施主体不具有行政主体资格。",
            },
            "hg-head"
        );

    private static async Task<ApiAnswer> TryDecide(OrdinaryCase @case, int day) =>
        await @case.Act(
            "decide",
            new
            {
                doneAt = @case.At(day, 12),
                proposalSha256 = (await @case.LastAct("ProposeDecision")).GetProperty("bodySha256").GetString(),
                opinion = "同意作出处罚决定。",
            },
            "hg-head"
        );

    internal static object Letter(OrdinaryCase @case, int day) =>
        new
        {
            doneAt = @case.At(day, 9),
            to = "Justice",
            receiverName = "天津市公安局滨海分局",
            reason = "涉嫌故意毁坏财物罪",
            materials = "案件材料一卷",
            partyNotifiedInWriting = true,
        };

    private static async Task NotPunishedForSlightness(OrdinaryCase @case)
    {
        await @case.ConcludeWithoutPenalty("NoPenaltySlight");
        await @case.Done("propose-decision", @case.NoPenalty("NoPenaltySlight", await @case.AssessedAs("NoPenaltySlight")));
        (await @case.DecideNoPenalty()).ShouldBe(HttpStatusCode.OK);
        await @case.Serve(@case.At(4, 9), await @case.Paper("NoPenaltyDecision"));
    }

    internal static Task<ApiAnswer> Call(OrdinaryCase @case, int day, int performBy) =>
        @case.Act(
            "call-to-perform",
            new
            {
                doneAt = @case.At(day, 9),
                performBy = Day(@case, performBy),
                manner = "到代收机构缴纳，并清理占用的道路。",
                amountFen = 500_00,
                paymentManner = "转账或者现金。",
                rightsNotified = true,
            }
        );

    internal static async Task CallServed(OrdinaryCase @case, int day, int performBy)
    {
        (await Call(@case, day, performBy)).ShouldBe(HttpStatusCode.OK);
        await @case.Serve(@case.At(day, 15), await @case.Paper("CallToPerform"));
    }

    internal static Task<ApiAnswer> Substitute(OrdinaryCase @case, int day) =>
        @case.Act(
            "decide-substitute",
            new
            {
                doneAt = @case.At(day, 9),
                removalOrRestoration = true,
                harm = "Traffic",
                reasonsAndBasis = "经催告仍未清理，后果将危害交通安全。",
                objectAndManner = "清运堆放的建筑材料六平方米。",
                performOn = Day(@case, day + 9),
                costEstimateFen = 300_00,
                performer = "汉沽街道某保洁公司",
                performerDisinterested = true,
            },
            "hg-head"
        );

    internal static Task<ApiAnswer> CarryOut(OrdinaryCase @case, int day, bool film = true) =>
        @case.Act(
            "carry-out-substitute",
            new
            {
                doneAt = @case.At(day, 12),
                attendance = OrdinaryCase.Attendance(@case.At(day, 8, 55)),
                times = new
                {
                    from = @case.At(day, 9),
                    to = @case.At(day, 11),
                    urgency = (string?)null,
                    cutsResidentsSupply = false,
                },
                signedByOfficer = true,
                signedByPerformer = true,
                signedByPartyOrWitness = true,
                actualCostFen = 280_00,
                violent = false,
                mediaSha256 = film ? new[] { OrdinarySteps.Hash } : [],
            }
        );

    internal static Task<ApiAnswer> Execute(OrdinaryCase @case, int day, string? typed = null, int hour = 9, string? charge = null) =>
        @case.Act(
            "decide-execution",
            new
            {
                doneAt = @case.At(day, 9),
                power = typed is null ? null : new { basis = new { instrument = "《城乡规划法》", article = typed }, level = "Law" },
                chargeInstrument = charge,
                partyAddress = "天津市滨海新区汉沽街道牌坊东街8号",
                reasonsAndBasis = "经催告仍未清理。",
                manner = "强制清理。",
                times = new
                {
                    from = @case.At(day + 1, hour),
                    to = @case.At(day + 1, hour, 50),
                    urgency = (string?)null,
                    cutsResidentsSupply = false,
                },
                remedies = "可以在六十日内申请行政复议，或者在六个月内提起行政诉讼。",
                @sealed = true,
            },
            "hg-head"
        );

    internal static Task<ApiAnswer> Carry(OrdinaryCase @case, int day, bool film = true) =>
        @case.Act(
            "carry-out-execution",
            new
            {
                doneAt = @case.At(day, 12),
                attendance = OrdinaryCase.Attendance(@case.At(day, 8, 55)),
                times = new
                {
                    from = @case.At(day, 9),
                    to = @case.At(day, 11),
                    urgency = (string?)null,
                    cutsResidentsSupply = false,
                },
                removesStructure = false,
                result = "清理建筑材料六平方米，道路恢复通行。",
                completed = true,
                signature = new { signed = true },
                mediaSha256 = film ? new[] { OrdinarySteps.Hash } : [],
            }
        );

    internal static Task<ApiAnswer> Agree(OrdinaryCase @case, int day, long fineFen) =>
        @case.Act(
            "agree-on-execution",
            new
            {
                doneAt = @case.At(day, 9),
                agreement = new
                {
                    agreedOn = Day(@case, day),
                    stages = new[] { new { dueOn = Day(@case, day + 30), amountFen = fineFen } },
                    fineFen,
                    surchargeFen = 0,
                    remedialMeasures = (string?)null,
                    harmsOthers = false,
                },
            },
            "hg-head"
        );

    internal static Task<ApiAnswer> Court(OrdinaryCase @case, int day, string step, int on) =>
        @case.Act(
            "enter-court-step",
            new
            {
                doneAt = @case.At(day, 10),
                step,
                on = Day(@case, on),
            }
        );

    internal static Task<ApiAnswer> Remedy(OrdinaryCase @case, int day) =>
        @case.Done(
            "enter-remedy",
            new
            {
                doneAt = @case.At(day + 5, 9),
                kind = "Reconsideration",
                remedyNumber = "津滨复〔2024〕8号",
                before = "天津市滨海新区人民政府",
                appliedOn = Day(@case, day),
                acceptedOn = Day(@case, day + 4),
            }
        );

    internal static Task<ApiAnswer> Result(OrdinaryCase @case, int day, string result) =>
        @case.Act(
            "enter-remedy-result",
            new
            {
                doneAt = @case.At(day, 9),
                remedyNumber = "津滨复〔2024〕8号",
                result,
                resultNumber = "津滨复决〔2024〕8号",
                resultServedOn = Day(@case, day - 1),
                summary = "事实不清。",
                paper = "Reconsideration",
                issuedBy = "天津市滨海新区人民政府",
                issuedOn = Day(@case, day - 2),
            },
            "hg-officer3"
        );

    private static Task<ApiAnswer> Confirm(OrdinaryCase @case, int day) =>
        @case.Act("confirm-remedy-result", new { doneAt = @case.At(day, 10), opinion = "与复议决定书一致。" }, "hg-head");

    private static async Task<IReadOnlyList<string?>> Deadlines(OrdinaryCase @case)
    {
        var answer = await @case.Api.SignedInAs("hg-officer1").GetJson($"cases/{@case.Id}/deadlines");
        answer.Status.ShouldBe(200, answer.Body.ToString());
        return
        [
            .. (answer.Body.ValueKind == System.Text.Json.JsonValueKind.Array ? answer.Body : answer["items"])
                .EnumerateArray()
                .Where(d => d.GetProperty("state").GetString() == "Open")
                .Select(d => d.GetProperty("kind").GetString()),
        ];
    }

    private static string Day(OrdinaryCase @case, int day) => @case.At(day, 0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
