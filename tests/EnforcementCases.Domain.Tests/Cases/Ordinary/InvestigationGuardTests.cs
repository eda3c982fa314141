using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.InvestigationTests;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>What every act on the scene asks for, and what becomes of things, orders and suspicions when a case goes on, goes elsewhere or ends.</summary>
public sealed class InvestigationGuardTests
{
    private static readonly Guid First = new("00000000-0000-0000-0000-0000000000f1");
    private static readonly Guid Second = new("00000000-0000-0000-0000-0000000000f2");

    /// <summary>Acts on the scene, each in order.</summary>
    private static readonly Dictionary<CaseAct, SceneActBody> SceneActs = new()
    {
        [CaseAct.RecordScene] = SceneOn("2024-07-11"),
        [CaseAct.RecordInquiry] = Inquiry("2024-07-11"),
        [CaseAct.CollectEvidence] = Collect("2024-07-11", Photo),
        [CaseAct.TakeSample] = Sample("2024-07-11"),
        [CaseAct.PreserveEvidence] = Preserve(Second, "2024-07-11"),
        [CaseAct.SealProperty] = Seal("2024-07-11") with { Emergency = true },
        [CaseAct.RecheckOrder] = Recheck("2024-07-11"),
        [CaseAct.LiftSealing] = Lift("2024-07-11") with { MeasureId = First },
    };

    public static TheoryData<CaseAct> OnTheScene => [.. SceneActs.Keys];

    [Theory, Rule("APL-42"), MemberData(nameof(OnTheScene))]
    public void No_act_on_the_scene_is_done_by_one_officer(CaseAct act)
    {
        var body = SceneActs[act];
        var alone = body with { Attendance = body.Attendance with { Officers = [body.Attendance.Officers[0]] } };

        Ready().Doing(alone).ShouldRefuse(OfficersPresent.TooFew);
        Ready().Doing(body).ShouldRefuse(null);
    }

    [Fact, Rule("APL-55")]
    public void Certificates_that_are_shown_in_the_middle_of_an_act_are_shown_too_late()
    {
        var halfPast = SceneOn("2024-07-11").StartedAt.AddMinutes(30);
        var late = SceneOn("2024-07-11") with { Attendance = Both("2024-07-11") with { CertificatesShownAt = halfPast } };

        Filed().Doing(late).ShouldRefuse(OfficersPresent.CertificatesNotShown);
    }

    [Theory, Rule("REC-118-2")]
    [InlineData(CaseAct.RecordScene, RecordedAct.SceneInspection)]
    [InlineData(CaseAct.RecordInquiry, RecordedAct.Inquiry)]
    [InlineData(CaseAct.CollectEvidence, RecordedAct.EvidenceTaking)]
    [InlineData(CaseAct.TakeSample, RecordedAct.EvidenceTaking)]
    [InlineData(CaseAct.PreserveEvidence, RecordedAct.RegisterPreserve)]
    [InlineData(CaseAct.RecheckOrder, RecordedAct.RecheckOfCorrection)]
    public void What_the_place_wants_on_film_is_refused_without(CaseAct act, RecordedAct recorded)
    {
        Ready()
            .Set(LocalParameters.RecordingMandatory, $"{recorded}")
            .Doing(SceneActs[act])
            .ShouldRefuse(RecordingMatrix.PlaceRecordedMissing);
        Ready().Doing(SceneActs[act]).ShouldRefuse(null);
    }

    [Theory, Rule("APL-55")]
    [InlineData(false, null, true)]
    [InlineData(false, " ", true)]
    [InlineData(false, "拒绝签名", false)]
    [InlineData(true, null, false)]
    public void A_record_bears_a_signature_or_a_note(bool signed, string? note, bool refused)
    {
        var signature = new RecordSignature(signed, note);
        var (none, thing) = ((DomainError?)null, InvestigationRecords.Incomplete);
        Ready().Doing(Inquiry("2024-07-11") with { Signature = signature }).ShouldRefuse(refused ? thing : none, refused ? "没有签名" : "");
        Ready().Doing(Preserve(Second, "2024-07-11") with { Signature = signature }).ShouldRefuse(refused ? thing : none);
        Ready().Doing(Recheck("2024-07-11") with { Signature = signature }).ShouldRefuse(refused ? thing : none);
    }

    [Fact, Rule("APL-46")]
    public void A_record_is_an_item_of_evidence_of_its_own_with_its_source()
    {
        var played = Filed();
        played.Do(SceneOn("2024-07-11") with { InspectedName = "赵六" });
        played.Do(Inquiry("2024-07-11"));
        played.Do(SceneOn("2024-07-12") with { EvidenceId = First });
        played
            .File.Evidence.Items.Select(e => (e.Kind, e.Source))
            .ShouldBe([(EvidenceKind.SceneRecord, "赵六"), (EvidenceKind.PartyStatement, "赵六"), (EvidenceKind.SceneRecord, "现场")]);

        played.Doing(SceneOn("2024-07-12")).ShouldRefuse(EvidenceOnFile.EvidenceIdTaken, $"{Scene}");
        played.Doing(Inquiry("2024-07-12") with { EvidenceId = Scene }).ShouldRefuse(EvidenceOnFile.EvidenceIdTaken, $"{Scene}");
    }

    [Theory, Rule("APL-46")]
    [InlineData("来源")]
    [InlineData("时间")]
    [InlineData("地点")]
    [InlineData("2 名以上取证人")]
    [InlineData("校验值")]
    [InlineData("证明内容")]
    public void An_item_that_lacks_something_is_refused_with_what_it_lacks(string missing)
    {
        var item = AnOrdinaryCase.Evidence(First);
        var bare = missing switch
        {
            "来源" => item with { Source = " " },
            "时间" => item with { TakenAt = default },
            "地点" => item with { Place = "" },
            "2 名以上取证人" => item with { Collectors = [OfficerA, OfficerA] },
            "校验值" => item with { Sha256 = "" },
            _ => item with { Description = "" },
        };

        new Action(() => EvidenceRules.EnsureComplete(bare)).ShouldRefuse(EvidenceRules.ItemIncomplete, $"缺少：{missing}");
    }

    [Fact, Rule("APL-46")]
    public void What_is_dated_after_the_taking_is_refused_by_name_and_a_check_in_the_same_moment_is_none_too_early()
    {
        var played = Filed();
        played
            .Doing(Collect("2024-07-11", Photo with { TakenAt = At("2024-07-11", 12) }))
            .ShouldRefuse(OrdinaryFile.AfterTheAct, "取证时间");
        played.Do(Collect("2024-07-11", Photo with { TakenAt = At("2024-07-11") }) with { ProviderName = "某物业公司" });

        played.Doing(Verify("2024-07-11", Photo.Id) with { DoneAt = At("2024-07-11", 9) }).ShouldRefuse(OrdinaryFile.TooEarly, "早于证据");
        played.Doing(Verify("2024-07-11", Photo.Id) with { DoneAt = At("2024-07-11") }).ShouldRefuse(null);
    }

    [Theory, Rule("APL-56")]
    [InlineData(0, 10, true, "数量")]
    [InlineData(3, 2, true, "数量")]
    [InlineData(2, 2, true, null)]
    [InlineData(1, 10, false, "签名或者拒签说明")]
    public void A_sample_is_part_of_what_it_is_taken_from(int taken, int outOf, bool signed, string? missing)
    {
        var thing = new ListedThing("手推车", taken, "辆", "完好");
        Sampling("随机抽取").ShouldRefuse(missing is null ? null : RegisterPreserve.SampleIncomplete, missing ?? "");
        Sampling(" ").ShouldRefuse(RegisterPreserve.SampleIncomplete, "抽样方法");

        Action Sampling(string how) => () => RegisterPreserve.EnsureSampled(new(thing, outOf, how, signed));
    }

    [Theory, Rule("APL-41")]
    [InlineData(null, "点位 07", "设备审核编号")]
    [InlineData("法审〔2023〕12号", null, "已公布的设置地点编号")]
    public void A_device_that_was_not_reviewed_or_published_is_refused_with_what_is_missing(string? review, string? site, string missing) =>
        new Action(() => MonitoringEvidence.EnsureAllowed(new(review, site, ContentReviewed: true))).ShouldRefuse(
            MonitoringEvidence.DeviceNotReviewed,
            missing
        );

    [Fact, Rule("APL-56")]
    public void Of_two_registrations_each_is_dealt_with_by_its_own_decision()
    {
        var played = Filed();
        Register(played, First);
        Register(played, Second);
        played.Doing(Dispose(Guid.NewGuid(), (1, PreserveDisposal.Returned))).ShouldRefuse(MeasuresOnFile.MeasureNotOpen);
        played
            .Doing(Dispose(First, (1, PreserveDisposal.Returned), (1, PreserveDisposal.Returned)))
            .ShouldRefuse(MeasuresOnFile.ThingNotOpen, "第 1 项");

        played.Do(Dispose(First, (2, PreserveDisposal.Returned)));
        played
            .File.Measures.Preserved[0]
            .Record.ShouldSatisfyAllConditions(r => r.Disposal.ShouldBeNull(), r => r.DisposedAt.ShouldBeNull());
        played.Do(Dispose(First, (1, PreserveDisposal.CopiedAndReturned)));

        (played.File.Measures.Preserved[0].Record.Disposal, played.File.Measures.Preserved[0].Record.DisposedAt).ShouldBe(
            (PreserveDisposal.CopiedAndReturned, At("2024-07-15"))
        );
        played.Doing(Dispose(First, (1, PreserveDisposal.Returned))).ShouldRefuse(MeasuresOnFile.MeasureNotOpen, $"{First}");
        played.File.Measures.Open.Single().Id.ShouldBe(Second);
        played
            .Case.Deadlines.Where(d => d.Kind == DeadlineKind.Preservation)
            .Select(d => (d.Reference, d.IsOpen))
            .ShouldBe([($"{First}", false), ($"{Second}", true)]);

        played.Do(Dispose(Second, (2, PreserveDisposal.Returned), (1, PreserveDisposal.CopiedAndReturned)));
        played.ShouldHaveRecorded(
            "dispose-preserved",
            new
            {
                preservation = $"{Second}",
                things = new[] { new { place = 1, disposal = "CopiedAndReturned" }, new { place = 2, disposal = "Returned" } },
            }
        );
    }

    [Fact, Rule("APL-56"), Rule("ACL-18")]
    public void A_measure_bears_an_identity_that_no_other_has_registered_or_sealed()
    {
        var played = WithPower();
        Register(played, First);
        played.Do(Agree("2024-07-11"), Role.Head);
        played.Doing(Seal("2024-07-11") with { MeasureId = First }).ShouldRefuse(MeasuresOnFile.MeasureIdTaken, $"{First}");
        played.Do(Seal("2024-07-11") with { MeasureId = Second });
        played.Do(Approve("2024-07-12"), Role.Head);
        played.Doing(Preserve(Second, "2024-07-12")).ShouldRefuse(MeasuresOnFile.MeasureIdTaken, $"{Second}");
        played.Doing(Preserve(Guid.NewGuid(), "2024-07-12")).ShouldRefuse(null);
    }

    [Fact, Rule("ACL-17"), Rule("ACL-18")]
    public void The_power_names_what_the_place_set_and_an_approval_of_the_same_moment_is_one()
    {
        CoerciveMeasure.PowerOver("TJ-XX-01", Parameter(LocalParameters.CoercionMatters)).Basis.ShouldBeNull();
        var played = WithPower();
        played.Do(Agree("2024-07-11"), Role.Head);

        played
            .Doing(
                Seal("2024-07-11") with
                {
                    DoneAt = At("2024-07-11", 8),
                    Attendance = Both("2024-07-11", 8),
                    ReasonsBasisAndRightsNotifiedAt = At("2024-07-11", 8),
                    DeliveredAt = At("2024-07-11", 8),
                }
            )
            .ShouldRefuse(null);
    }

    [Fact, Rule("ACL-18")]
    public void What_the_head_did_not_agree_to_is_not_sealed()
    {
        var played = WithPower();
        played.Do(Agree("2024-07-11"), Role.Head);
        played.Do(Agree("2024-07-11") with { Agrees = false }, Role.Head);

        played.Doing(Seal("2024-07-11")).ShouldRefuse(CoerciveMeasure.StepMissing);
    }

    [Theory, Rule("ACL-24")]
    [InlineData("地址")]
    [InlineData("理由")]
    [InlineData("救济")]
    public void A_decision_to_seal_without_address_reason_or_remedies_is_none(string missing)
    {
        var seal = Seal("2024-07-11") with { Emergency = true };
        var bare = missing switch
        {
            "地址" => seal with { PartyAddress = null },
            "理由" => seal with { Reason = null },
            _ => seal with { Remedies = null },
        };

        WithPower().Doing(bare).ShouldRefuse(CoerciveMeasure.PaperIncomplete);
    }

    [Fact, Rule("ACL-18")]
    public void Detained_things_are_detained_and_sealed_ones_sealed()
    {
        var played = WithPower();
        played.Do(Agree("2024-07-11", kind: CoerciveMeasureKind.Detain), Role.Head);
        played.Do(Seal("2024-07-11") with { Kind = CoerciveMeasureKind.Detain });

        played.File.Measures.Open.Single().Kind.ShouldBe(MeasureKind.Detained);
    }

    [Fact, Rule("ACL-19"), Rule("ACL-27-28")]
    public void Lifting_names_an_open_measure_and_takes_its_approval_along()
    {
        var played = WithPower();
        played.Do(Seal("2024-07-11") with { Emergency = true });
        played.Doing(Lift("2024-07-12") with { MeasureId = Guid.NewGuid() }).ShouldRefuse(MeasuresOnFile.MeasureNotOpen);
        played.Doing(Lift("2024-07-12") with { ReturnedAt = At("2024-07-13") }).ShouldRefuse(OrdinaryFile.AfterTheAct, "退还");
        played.File.Duties.Open().ShouldBeEmpty("not before there is an end to bring about");

        played.Do(Lift("2024-07-12"));

        played.Case.Deadlines.Where(d => d.Kind is DeadlineKind.Sealing or DeadlineKind.SealingApproval).ShouldAllBe(d => !d.IsOpen);
    }

    [Fact, Rule("APL-27")]
    public void What_goes_to_justice_takes_everything_of_the_party_along()
    {
        var played = WithPower();
        Register(played, First);
        played.Do(Seal("2024-07-12") with { Emergency = true, MeasureId = Second });
        played.Do(new ReportSuspectedCrime { DoneAt = At("2024-07-16"), Suspicion = "涉嫌某罪" });
        played.Do(new DecideCrimeTransfer { DoneAt = At("2024-07-16"), Approved = true }, Role.Head);
        played.Do(Transfer(TransferTo.Justice) with { GoodsHandedOver = true, PartyNotifiedInWriting = true }, Role.Head);

        played.File.Investigation.CrimeSuspicion!.ShouldHave(
            new
            {
                HandedOverAt = (DateTimeOffset?)At("2024-07-17", 15),
                SeizedGoods = true,
                GoodsHandedOver = true,
            }
        );
        played.File.Measures.Open.ShouldBeEmpty();
        played.File.Measures.Preserved.Single().OpenPlaces.ShouldBeEmpty();
        played
            .Case.Deadlines.Where(d =>
                d.Kind is DeadlineKind.Preservation or DeadlineKind.Sealing or DeadlineKind.SealingApproval or DeadlineKind.CrimeTransfer
            )
            .ShouldAllBe(d => !d.IsOpen);
        played.File.Duties.Open().ShouldBeEmpty();
    }

    [Fact, Rule("APL-25"), Rule("APL-27")]
    public void A_declined_suspicion_is_no_transfer_to_justice_and_things_that_stay_remain_a_duty()
    {
        var played = WithPower();
        Register(played, First);
        played.Do(Seal("2024-07-12") with { Emergency = true, MeasureId = Second });
        played.Do(Agree("2024-07-13", Second), Role.Head);
        played.Do(new ReportSuspectedCrime { DoneAt = At("2024-07-16"), Suspicion = "涉嫌某罪" });
        played.Do(
            new DecideCrimeTransfer
            {
                DoneAt = At("2024-07-16"),
                Approved = false,
                Reasons = "数额不足",
            },
            Role.Head
        );
        played.Do(Transfer(TransferTo.CompetentOrgan), Role.Head);

        played.File.Investigation.CrimeSuspicion!.HandedOverAt.ShouldBeNull();
        played.File.Measures.Open.Count.ShouldBe(2);
        played.File.Duties.Open().ShouldBe(["处理先行登记保存的物品", "处理查封、扣押的财物"]);
        played.Do(Lift("2024-07-18") with { MeasureId = Second });
        played.File.Duties.Open().ShouldBe(["处理先行登记保存的物品"]);
    }

    [Fact, Rule("APL-28")]
    public void Of_two_orders_each_is_rechecked_by_itself()
    {
        var played = Filed();
        played.Do(Order("2024-07-11", "2024-07-15") with { OrderId = First });
        played.Do(Order("2024-07-11", "2024-07-18") with { OrderId = Second });

        played.Do(Recheck("2024-07-16") with { OrderId = First, Result = RecheckResult.Corrected });

        played.File.Orders.Given.Select(o => o.Result).ShouldBe([RecheckResult.Corrected, null]);
        played
            .Case.Deadlines.Where(d => d.Kind == DeadlineKind.Correction)
            .Select(d => (d.Reference, d.IsOpen))
            .ShouldBe([($"{First}", false), ($"{Second}", true)]);
    }

    [Fact, Rule("APL-31")]
    public void Where_incapacity_ends_the_case_it_is_proved_as_well()
    {
        var played = Filed();
        played.Do(SceneOn("2024-07-11"));
        played.Do(Verify("2024-07-12", Scene));
        var none = Conclude("2024-07-15") with { ProposedOutcome = CaseOutcome.NoPenaltyIncapacity, Penalties = [] };

        played.Doing(none with { Capacity = new(CapacityAtOffence.Lost) }).ShouldRefuse(MentalCapacity.NotProved);
        played.Doing(none with { Capacity = new(CapacityAtOffence.Lost, CapacityProof.ExpertOpinion, Scene) }).ShouldRefuse(null);
    }

    [Fact, Rule("APL-61-2")]
    public void Whether_the_party_agreed_to_electronic_service_stands_in_the_record()
    {
        var played = Filed();
        Confirm("a@example.cn");
        played.ShouldHaveRecorded("confirm-service-address", new { electronic = true, confirmationSha256 = Hash });
        Confirm(null);
        played.ShouldHaveRecorded("confirm-service-address", new { electronic = false, confirmationSha256 = Hash });

        void Confirm(string? electronic) =>
            played.Do(
                new ConfirmServiceAddress
                {
                    DoneAt = At("2024-07-11"),
                    Address = "新开中路 36 号",
                    ElectronicAddress = electronic,
                    ConfirmationSha256 = Hash,
                }
            );
    }

    [Fact, Rule("APL-60")]
    public void A_suspension_that_ends_on_its_own_day_takes_nothing_out_and_says_from_when_it_lasted()
    {
        var played = Filed();
        played.File.Investigation.SuspendedOn.ShouldBeNull();
        played.Do(
            new SuspendCase
            {
                DoneAt = At("2024-07-15"),
                Reason = "等待鉴定",
                TermStandsStillBy = new("《某规定》", "第九条", InstrumentLevel.Law),
            },
            Role.Head
        );
        played.ShouldHaveRecorded("suspend-case", new { termStandsStill = true, basisLevel = "Law" });
        played.File.Investigation.SuspendedOn.ShouldBe(Date("2024-07-15"));
        played.Doing(SceneOn("2024-07-16")).ShouldRefuse(InvestigationPhase.Suspended, "自 2024-07-15 起");

        played.Do(new ResumeCase { DoneAt = At("2024-07-15"), Reason = "鉴定完成" }, Role.Head);

        played.Deadline(DeadlineKind.Decision).LastDay.ShouldBe(Date("2024-10-08"));
        played.File.Investigation.TermExclusions.ShouldBeEmpty();
    }

    [Fact, Rule("APL-43")]
    public void A_decision_on_one_officer_decides_nothing_about_another()
    {
        var played = Filed();
        played.Do(Ask(OfficerA));
        played.Do(Ask(OfficerB));

        played.Do(
            new DecideRecusal
            {
                DoneAt = At("2024-07-11"), // in the moment it was asked
                OfficerId = OfficerB,
                Granted = true,
                Reasons = "属实",
            },
            Role.Head
        );

        played.File.Recusals.Requests.Select(r => r.Decision is not null).ShouldBe([false, true]);

        static RequestRecusal Ask(Guid officer) =>
            new()
            {
                DoneAt = At("2024-07-11"),
                OfficerId = officer,
                AskedBy = RecusalAskedBy.Party,
                Reason = "与当事人有亲属关系",
            };
    }

    [Fact, Rule("APL-43")]
    public void Whoever_stood_on_the_scene_or_was_replaced_has_investigated()
    {
        var played = Filed();
        played.File.Investigators.ShouldBe([OfficerA, OfficerB], ignoreOrder: true);
        played.Do(SceneOn("2024-07-11") with { Attendance = new([new(OfficerB, "李四证"), new(OfficerC, "王五证")], At("2024-07-11", 9)) });
        played.File.Investigators.ShouldBe([OfficerA, OfficerB, OfficerC], ignoreOrder: true);
    }

    /// <summary>A case in which each act on the scene can be done.</summary>
    private static PlayedCase Ready()
    {
        var played = WithPower();
        played.Do(Approve("2024-07-10"), Role.Head);
        played.Do(Seal("2024-07-10") with { Emergency = true, MeasureId = First, DoneAt = At("2024-07-10") });
        played.Do(Order("2024-07-10", "2024-07-11") with { OrderId = Thing });
        return played;
    }

    [Fact, Rule("APL-56"), Rule("ACL-17")]
    public void Registered_things_are_confiscated_by_a_decision_and_sealed_by_a_sealing_and_not_otherwise()
    {
        var played = WithPower();
        Register(played, First);
        played.Doing(Dispose(First, (1, PreserveDisposal.Confiscated))).ShouldRefuse(RegisterPreserve.Unfounded, "没收");
        played.Doing(Dispose(First, (1, PreserveDisposal.SealedOrDetained))).ShouldRefuse(RegisterPreserve.Unfounded, "查封");

        played.Do(Agree("2024-07-12"), Role.Head);
        played.Do(Seal("2024-07-12") with { MeasureId = Second });
        played.Do(Dispose(First, (1, PreserveDisposal.SealedOrDetained)));
        played.File.AsDecided(DecidingTests.Proposal() with { Penalties = [new(PenaltyKind.ConfiscationOfGoods)] });
        played.Do(Dispose(First, (2, PreserveDisposal.Confiscated)));
    }

    [Fact, Rule("REV-118-LIST")]
    public void The_review_of_an_extension_falls_away_with_things_that_go_to_another_organ()
    {
        var played = WithPower();
        played.Do(Agree("2024-07-11"), Role.Head);
        played.Do(Seal("2024-07-11") with { MeasureId = First });
        played.Do(
            new SubmitPlannedAct
            {
                DoneAt = At("2024-07-12"),
                Planned = PlannedAct.SealingExtension,
                MeasureId = First,
                Facts = "占道经营",
                Basis = [DecidingTests.Basis],
                Plan = "延长三十日",
            }
        );

        played.Do(
            InvestigationTests.Transfer(TransferTo.CompetentOrgan) with
            {
                DoneAt = At("2024-07-16"),
                GoodsHandedOver = true,
            },
            Role.Head
        );

        played.Deadline(DeadlineKind.PlannedActReview).IsOpen.ShouldBeFalse();
        played.Reopened().File.PlannedReviews.All.ShouldBeEmpty();
    }

    [Theory, Rule("APL-60")]
    [InlineData(true)]
    [InlineData(false)]
    public void A_case_that_ends_while_it_is_suspended_waits_for_nothing_any_more(bool withdrawn)
    {
        var played = Filed();
        played.Do(new SuspendCase { DoneAt = At("2024-07-15"), Reason = "等待鉴定" }, Role.Head);

        if (withdrawn)
            played.Do(new WithdrawCase { DoneAt = At("2024-07-16"), Reason = "违法事实不存在" }, Role.Head);
        else
            played.Do(InvestigationTests.Transfer(TransferTo.CompetentOrgan) with { DoneAt = At("2024-07-16") }, Role.Head);

        played.Reopened().File.Investigation.SuspendedOn.ShouldBeNull();
        played.Obstacles(CaseAct.ProposeClosing).ShouldNotContain(InvestigationPhase.Suspended);
    }

    private static void Register(PlayedCase played, Guid id)
    {
        played.Do(Approve("2024-07-11"), Role.Head);
        played.Do(Preserve(id, "2024-07-11"));
    }

    private static ApprovePreservation Approve(string date) =>
        new()
        {
            DoneAt = At(date, 9),
            Purpose = "手推车、货物易转移",
            Things = ToTake(Cart, Cart with { Name = "货物" }),
            Opinion = "同意",
        };

    private static PreserveEvidence Preserve(Guid id, string date) =>
        new()
        {
            DoneAt = At(date, 11),
            Attendance = Both(date),
            PreservationId = id,
            Risk = "易转移",
            Things = [Cart, Cart with { Name = "货物" }],
            KeptAt = "街道仓库",
            Signature = new(Signed: true),
        };

    private static DisposePreserved Dispose(Guid id, params (int Place, PreserveDisposal As)[] things) =>
        new()
        {
            DoneAt = At("2024-07-15"),
            PreservationId = id,
            Things = [.. things.Select(t => new ThingDisposed(t.Place, t.As))],
        };

    private static TakeSample Sample(string date) =>
        new()
        {
            DoneAt = At(date),
            Attendance = Both(date),
            Samples = [new(Cart, 10, "随机抽取", SignedOrNoted: true)],
            HowSealed = "签字封条",
        };
}
