using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.Coercion;
using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Cases.Provision;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.PlayedCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>调查取证: from the filing to the report, act by act.</summary>
public sealed class InvestigationTests
{
    internal static readonly Guid Thing = Guid.NewGuid();
    internal static readonly ListedThing Cart = new("手推车", 1, "辆", "完好");

    [Fact]
    public void From_the_filing_to_the_report_and_the_file_says_the_same_when_opened_again()
    {
        var played = Filed();
        played.Do(SceneOn("2024-07-11")).Papers.Single().Kind.ShouldBe(DocumentKind.SceneRecord);
        played.Do(Inquiry("2024-07-11"));
        played.Do(Verify("2024-07-12", Scene));
        played.Do(Conclude("2024-07-15"));

        played.Case.Stage.ShouldBe(CaseStage.Concluded);
        played.File.Investigation.Conclusion!.Penalties.ShouldBe([Fine(1_000)]);
        var before = played.File.Evidence.Items;
        played
            .Reopened()
            .File.Evidence.Items.Select(e => (e.Id, e.Kind, e.Sha256, e.Verification))
            .ShouldBe(before.Select(e => (e.Id, e.Kind, e.Sha256, e.Verification)));
        played.File.Investigation.Conclusion!.ProposedOutcome.ShouldBe(CaseOutcome.Penalty);
        played.File.Evidence.Items[0].Verification!.PersonId.ShouldBe(OfficerA);
    }

    [Fact, Rule("APL-55")]
    public void A_scene_may_be_recorded_before_the_filing_and_bears_a_signature_or_a_note()
    {
        var played = new PlayedCase().Register();
        played.Doing(SceneOn("2024-07-09") with { Signature = new(Signed: false) }).ShouldRefuse(InvestigationRecords.Incomplete);
        played.Doing(SceneOn("2024-07-09") with { StartedAt = At("2024-07-09", 19) }).ShouldRefuse(InvestigationRecords.Incomplete);
        played.Doing(SceneOn("2024-07-09") with { Attendance = Both("2024-07-09", 18) }).ShouldRefuse(OfficersPresent.CertificatesNotShown);
        played.Doing(SceneOn("2024-07-09") with { Signature = new(false, "当事人不在场") }).ShouldRefuse(null);
        played.Doing(Inquiry("2024-07-09")).ShouldRefuse(null); // the law asks for no filing
    }

    [Fact, Rule("APL-42")]
    public void One_officer_is_no_scene_record()
    {
        var alone = Both("2024-07-11") with { Officers = [new(OfficerA, "张三证")] };
        Filed().Doing(SceneOn("2024-07-11") with { Attendance = alone }).ShouldRefuse(OfficersPresent.TooFew);
    }

    [Fact, Rule("APL-43"), Rule("APL-55")]
    public void An_inquiry_begins_with_the_rights_and_ends_with_a_check()
    {
        var played = Filed();
        played
            .Doing(Inquiry("2024-07-11") with { RightsNotifiedAt = null })
            .ShouldRefuse(InvestigationRecords.RightsNotNotified, "没有告知权利义务");
        played
            .Doing(Inquiry("2024-07-11") with { RightsNotifiedAt = At("2024-07-12") })
            .ShouldRefuse(InvestigationRecords.RightsNotNotified, "告知权利义务（2024-07-12 10:00）晚于询问（2024-07-11 18:00）");
        played.Doing(Inquiry("2024-07-11") with { Questions = [] }).ShouldRefuse(InvestigationRecords.Incomplete);
        played.Doing(Inquiry("2024-07-11") with { CheckedWords = null }).ShouldRefuse(InvestigationRecords.Incomplete);
        played.Do(Inquiry("2024-07-11") with { As = InquiredAs.Witness });
        played.File.Evidence.Items.Single().Kind.ShouldBe(EvidenceKind.WitnessTestimony);
    }

    [Fact, Rule("REC-118-2")]
    public void A_place_may_ask_for_pictures_of_every_inquiry()
    {
        var played = Filed().Set(LocalParameters.RecordingMandatory, "Inquiry");
        played.Doing(Inquiry("2024-07-11")).ShouldRefuse(RecordingMatrix.PlaceRecordedMissing);
        played.Doing(Inquiry("2024-07-11") with { MediaSha256 = [Hash] }).ShouldRefuse(null);
    }

    [Fact, Rule("APL-46")]
    public void An_item_is_taken_once_described_and_by_officers_certified_on_the_day()
    {
        var played = Filed();
        played.Doing(Collect("2024-07-11", Photo)).ShouldRefuse(null);
        played.Doing(Collect("2024-07-11", Photo)).ShouldRefuse(EvidenceOnFile.EvidenceIdTaken);
        var other = Photo with { Id = Guid.NewGuid() };
        played.Doing(Collect("2024-07-11", other, other)).ShouldRefuse(EvidenceOnFile.EvidenceIdTaken);
        played.Doing(Collect("2024-07-11", other with { Sha256 = "" })).ShouldRefuse(EvidenceRules.ItemIncomplete);
        played.Doing(Collect("2024-07-11")).ShouldRefuse(EvidenceRules.ItemIncomplete);
        played.Doing(Collect("2024-07-11", other with { TakenAt = At("2024-07-12") })).ShouldRefuse(OrdinaryFile.AfterTheAct);
        played
            .Doing(Collect("2024-07-11", other with { TakenAt = At("2021-12-31") }) with { ProviderName = "某物业公司" })
            .ShouldRefuse(CertificateOnDay.NotValid);
    }

    [Fact, Rule("APL-41")]
    public void A_device_is_reviewed_and_published_and_what_it_took_is_reviewed_too()
    {
        var played = Filed();
        var device = new MonitoringSource("法审〔2023〕12号", "点位 07", ContentReviewed: true);
        played.Doing(Taken(device with { ReviewReference = null })).ShouldRefuse(MonitoringEvidence.DeviceNotReviewed);
        played.Doing(Taken(device with { SiteReference = null })).ShouldRefuse(MonitoringEvidence.DeviceNotReviewed);
        played.Doing(Taken(device with { ContentReviewed = false })).ShouldRefuse(MonitoringEvidence.ContentNotReviewed);
        played.Doing(Taken(device)).ShouldRefuse(null);

        static CollectEvidence Taken(MonitoringSource by) => Collect("2024-07-11", Photo with { Monitoring = by });
    }

    [Fact, Rule("APL-46")]
    public void Who_verifies_answers_with_his_own_name_and_what_is_out_stays_out()
    {
        var played = Filed();
        played.Obstacles(CaseAct.VerifyEvidence).ShouldBe([EvidenceOnFile.NoEvidence]);
        played.Do(SceneOn("2024-07-11"));
        played.Doing(Verify("2024-07-12", Scene) with { VerifierName = "李四" }).ShouldRefuse(EvidenceOnFile.NotTheVerifier);
        played.Doing(Verify("2024-07-12", Guid.NewGuid())).ShouldRefuse(EvidenceRules.NotInFile);
        played.Doing(Verify("2024-07-12")).ShouldRefuse(OrdinaryFile.Incomplete);
        played.Doing(Verify("2024-07-10", Scene)).ShouldRefuse(OrdinaryFile.TooEarly);
        played.Doing(Exclude(Guid.NewGuid())).ShouldRefuse(EvidenceRules.NotInFile);
        played.Do(Exclude(Scene));
        played.Doing(Verify("2024-07-12", Scene)).ShouldRefuse(EvidenceRules.Unlawful);
        played.Doing(Conclude("2024-07-15")).ShouldRefuse(EvidenceRules.Unlawful);

        static ExcludeEvidence Exclude(Guid id) =>
            new()
            {
                DoneAt = At("2024-07-12", 8),
                EvidenceId = id,
                Reason = "以欺骗手段取得",
            };
    }

    [Fact, Rule("APL-40"), Rule("APL-28")]
    public void Gains_rest_on_evidence_of_the_file_that_was_verified_and_not_on_words()
    {
        var played = Filed();
        played.Do(SceneOn("2024-07-11"));
        Action Proving(params Guid[] ids) => () => played.File.Evidence.EnsureProves(new(100_00, "收款记录", EvidenceIds: ids));

        new Action(() => played.File.Evidence.EnsureProves(null)).ShouldRefuse(null);
        new Action(() => played.File.Evidence.EnsureProves(new(100_00, "收款记录"))).ShouldRefuse(UnlawfulGains.NotProved, "100.00 元");
        Proving().ShouldRefuse(UnlawfulGains.NotProved);
        Proving(Guid.NewGuid()).ShouldRefuse(EvidenceRules.NotInFile);
        Proving(Scene).ShouldRefuse(EvidenceRules.NotVerified);
        played.Do(Verify("2024-07-12", Scene));
        Proving(Scene).ShouldRefuse(null);
        Proving(Scene, Guid.NewGuid()).ShouldRefuse(EvidenceRules.NotInFile);
    }

    [Fact, Rule("APL-56")]
    public void A_sample_is_described()
    {
        var sample = new SampleTaken(Cart, 10, "随机抽取", SignedOrNoted: true);
        Filed().Doing(Take(sample)).ShouldRefuse(null);
        Filed().Doing(Take(sample with { SignedOrNoted = false })).ShouldRefuse(RegisterPreserve.SampleIncomplete);
        Filed().Doing(Take()).ShouldRefuse(RegisterPreserve.SampleIncomplete);

        static TakeSample Take(params SampleTaken[] samples) =>
            new()
            {
                DoneAt = At("2024-07-11"),
                Attendance = Both("2024-07-11"),
                Samples = samples,
                HowSealed = "签字封条",
            };
    }

    [Fact, Rule("APL-56")]
    public void Things_are_registered_on_one_approval_and_dealt_with_one_by_one_in_seven_working_days()
    {
        var played = Filed();
        played.Doing(Preserve("2024-07-11")).ShouldRefuse(RegisterPreserve.NotApproved);
        played.Do(Approve("2024-07-11"), Role.Head);
        played.Doing(Preserve("2024-07-11", hour: 8)).ShouldRefuse(RegisterPreserve.NotApproved);
        played.Do(Preserve("2024-07-11", hour: 11));
        played.Doing(Preserve("2024-07-11", hour: 12)).ShouldRefuse(RegisterPreserve.NotApproved);
        played.Do(Approve("2024-07-12"), Role.Head);
        played.Doing(Preserve("2024-07-12", hour: 12)).ShouldRefuse(MeasuresOnFile.MeasureIdTaken);
        played.Deadline(DeadlineKind.Preservation).LastDay.ShouldBe(Date("2024-07-22"));

        played.Do(Dispose("2024-07-19", new ThingDisposed(2, PreserveDisposal.CopiedAndReturned)));
        played.File.Measures.Open.Single().Things.ShouldBe([Cart]);
        played.Deadline(DeadlineKind.Preservation).MetAt.ShouldBeNull();
        played.Doing(Dispose("2024-07-19", new ThingDisposed(2, PreserveDisposal.Returned))).ShouldRefuse(MeasuresOnFile.ThingNotOpen);
        played.Doing(Dispose("2024-07-19", new ThingDisposed(3, PreserveDisposal.Returned))).ShouldRefuse(MeasuresOnFile.ThingNotOpen);
        played.Doing(Dispose("2024-07-19")).ShouldRefuse(OrdinaryFile.Incomplete);
        played.Doing(Dispose("2024-07-23", new ThingDisposed(1, PreserveDisposal.Confiscated))).ShouldRefuse(RegisterPreserve.HasLapsed);
        played.Do(Dispose("2024-07-23", new ThingDisposed(1, PreserveDisposal.Returned)));
        played.Reopened().File.Measures.Open.ShouldBeEmpty();
        played.Deadline(DeadlineKind.Preservation).MetAt.ShouldBe(At("2024-07-23"));
        played.Doing(Dispose("2024-07-23", new ThingDisposed(1, PreserveDisposal.Returned))).ShouldRefuse(MeasuresOnFile.MeasureNotOpen);

        static ApprovePreservation Approve(string date) =>
            new()
            {
                DoneAt = At(date, 9),
                Purpose = "手推车、货物易转移",
                Things = ToTake(Cart, Cart with { Name = "货物" }),
                Opinion = "同意",
            };
        static PreserveEvidence Preserve(string date, int hour = 10) =>
            new()
            {
                DoneAt = At(date, hour),
                Attendance = Both(date, hour),
                PreservationId = Thing,
                Risk = "易转移",
                Things = [Cart, Cart with { Name = "货物" }],
                KeptAt = "街道仓库",
                Signature = new(Signed: true),
            };
        static DisposePreserved Dispose(string date, params ThingDisposed[] things) =>
            new()
            {
                DoneAt = At(date),
                PreservationId = Thing,
                Things = things,
            };
    }

    [Fact, Rule("ACL-17")]
    public void No_measure_where_the_place_has_not_said_that_the_matter_carries_the_power()
    {
        Filed().Doing(Seal("2024-07-11")).ShouldRefuse(CoerciveMeasure.NoPower);
        Filed().Set(LocalParameters.CoercionMatters, "TJ-YY-01").Doing(Seal("2024-07-11")).ShouldRefuse(CoerciveMeasure.NoPower);
    }

    [Fact, Rule("ACL-18"), Rule("ACL-23"), Rule("ACL-24"), Rule("REC-118-1")]
    public void A_measure_is_approved_first_takes_every_step_and_is_filmed()
    {
        var played = WithPower();
        played.Doing(Seal("2024-07-11")).ShouldRefuse(CoerciveMeasure.StepMissing);
        played.Do(Agree("2024-07-11", kind: CoerciveMeasureKind.Detain), Role.Head);
        played.Doing(Seal("2024-07-11")).ShouldRefuse(CoerciveMeasure.StepMissing);
        played.Do(Agree("2024-07-11"), Role.Head);
        var seal = Seal("2024-07-11");
        played.Doing(seal with { PartyHeard = null }).ShouldRefuse(CoerciveMeasure.StepMissing);
        played.Doing(seal with { Objects = [new(Cart, TiedToBreach: false)] }).ShouldRefuse(CoerciveMeasure.ThingNotAllowed);
        played.Doing(seal with { ListCopies = 1 }).ShouldRefuse(CoerciveMeasure.PaperIncomplete);
        played.Doing(seal with { MediaSha256 = [] }).ShouldRefuse(RecordingMatrix.AlwaysRecordedMissing);
        played.Do(seal);
        played.Deadline(DeadlineKind.Sealing).LastDay.ShouldBe(Date("2024-08-10"));
        played.File.Measures.Open.Single().Kind.ShouldBe(MeasureKind.Sealed);
        played.Doing(seal with { MeasureId = Guid.NewGuid() }).ShouldRefuse(CoerciveMeasure.StepMissing);
    }

    [Fact, Rule("ACL-19")]
    public void An_emergency_is_reported_within_a_day_and_lifted_where_the_head_does_not_agree()
    {
        var played = WithPower();
        played.Do(Seal("2024-07-11") with { Emergency = true });
        var approval = played.Deadline(DeadlineKind.SealingApproval);
        approval.LastDay.ShouldBe(Date("2024-07-12"));
        played.Doing(Agree("2024-07-12", Guid.NewGuid()), Role.Head).ShouldRefuse(MeasuresOnFile.MeasureNotOpen);
        played.Doing(Agree("2024-07-12", Thing, CoerciveMeasureKind.Detain), Role.Head).ShouldRefuse(MeasuresOnFile.NotToApprove);
        played.Do(Agree("2024-07-12", Thing) with { Agrees = false }, Role.Head);
        approval.MetAt.ShouldBe(At("2024-07-12", 8));
        played.Doing(Agree("2024-07-12", Thing), Role.Head).ShouldRefuse(MeasuresOnFile.NotToApprove);
        played.Doing(Extend("2024-07-12"), Role.Head).ShouldRefuse(CoerciveMeasure.EmergencyRefused);
        played.Do(Lift("2024-07-12"));
        played.Reopened().File.Measures.Open.ShouldBeEmpty();
    }

    [Fact, Rule("ACL-25")]
    public void A_measure_is_extended_once_and_testing_does_not_count()
    {
        var played = WithPower();
        played.Do(Agree("2024-07-11"), Role.Head);
        played.Do(Seal("2024-07-11"));
        played.Doing(Extend("2024-07-12") with { Days = null }, Role.Head).ShouldRefuse(OrdinaryFile.Incomplete);
        var testing = new TestingPeriod(Date("2024-07-15"), Date("2024-07-19"), "检测", Date("2024-07-12"));
        played.Do(Extend("2024-07-12") with { Days = null, Testing = testing }, Role.Head);
        played.Deadline(DeadlineKind.Sealing).LastDay.ShouldBe(Date("2024-08-15"));
        played
            .Doing(Extend("2024-08-15") with { NotifiedOn = Date("2024-08-16") }, Role.Head)
            .ShouldRefuse(CoercionTerm.ExtensionNotAllowed, "原期限的届满（2024-08-15）");
        played.Doing(Lift("2024-08-15") with { Ground = LiftingGround.Expired }).ShouldRefuse(CoercionLifting.TermStillRuns, "2024-08-15");
        played.Do(Extend("2024-08-15"), Role.Head);
        played.Deadline(DeadlineKind.Sealing).LastDay.ShouldBe(Date("2024-09-14"));
        played.Doing(Extend("2024-08-16"), Role.Head).ShouldRefuse(CoercionTerm.SecondExtension);
        played.Case.Deadlines.Count(d => d.Kind == DeadlineKind.Sealing && d.EndedAt is null).ShouldBe(1);
        var later = testing with { From = Date("2024-09-16"), To = Date("2024-09-20") };
        played.Doing(Extend("2024-09-15") with { Days = null, Testing = later }, Role.Head).ShouldRefuse(CoercionLifting.TimeOver);
        played.Doing(Lift("2024-09-15") with { Ground = LiftingGround.Expired }).ShouldRefuse(null);
    }

    [Fact, Rule("ACL-26"), Rule("ACL-27-28")]
    public void Things_go_back_free_of_charge_unless_a_decision_confiscated_them()
    {
        var played = WithPower();
        played.Do(Agree("2024-07-11"), Role.Head);
        played.Do(Seal("2024-07-11"));
        var lift = Lift("2024-07-20");
        played.Doing(lift with { Ground = null }).ShouldRefuse(CoercionLifting.NoGround);
        played.Doing(lift with { ReceivedByName = null }).ShouldRefuse(CoercionLifting.NotReturned);
        played
            .Doing(lift with { ReceivedByName = "钱七", ReceivedByTie = " " })
            .ShouldRefuse(CoercionLifting.ReturnedToAnother, "领取人是“钱七”，当事人是“某某商店”");
        played
            .Doing(lift with { ReceivedByTie = null, ReceivedByName = "某某商店", StorageChargedFen = 1 })
            .ShouldRefuse(CoercionLifting.StorageCharged);
        played.Doing(lift with { StorageChargedFen = 1 }).ShouldRefuse(CoercionLifting.StorageCharged);
        played.Doing(lift with { ReturnedAt = At("2024-07-21") }).ShouldRefuse(OrdinaryFile.AfterTheAct);
        played.Doing(lift with { Confiscated = true }).ShouldRefuse(MeasuresOnFile.NotConfiscated);
        played.Do(lift);
        played.Deadline(DeadlineKind.Sealing).MetAt.ShouldBe(At("2024-07-20"));
        played.Doing(lift).ShouldRefuse(MeasuresOnFile.MeasureNotOpen);
    }

    [Fact, Rule("APL-28")]
    public void What_must_be_corrected_first_is_punished_only_after_an_order_ran_out_unmet()
    {
        var played = Filed(CorrectionDuty.BeforePenalty);
        played.Do(SceneOn("2024-07-11"));
        played.Do(Verify("2024-07-12", Scene));
        played.Doing(Conclude("2024-07-15")).ShouldRefuse(Domain.Cases.Correction.OrderToCorrect.NotExpiredUnmet);
        played.Obstacles(CaseAct.RecheckOrder).ShouldBe([OrdersOnFile.NoOrder]);
        played.Doing(Order("2024-07-15", "2024-07-14")).ShouldRefuse(Domain.Cases.Correction.OrderToCorrect.DueBeforeOrdered);
        played.Do(Order("2024-07-15", "2024-07-18"));
        played.Serve(DocumentKind.CorrectionOrder, "2024-07-15");
        played.Doing(Order("2024-07-15", "2024-07-18") with { DoneAt = At("2024-07-15", 12) }).ShouldRefuse(OrdersOnFile.OrderIdTaken);
        played.Deadline(DeadlineKind.Correction).LastDay.ShouldBe(Date("2024-07-18"));
        played.Doing(Recheck("2024-07-18") with { OrderId = Guid.NewGuid() }).ShouldRefuse(OrdersOnFile.NoOrder);
        played.Do(Recheck("2024-07-18"));
        played.Doing(Conclude("2024-07-19")).ShouldRefuse(Domain.Cases.Correction.OrderToCorrect.NotExpiredUnmet);
        played.Do(Recheck("2024-07-19"));
        played.Deadline(DeadlineKind.Correction).MetAt.ShouldBeNull();
        played.Doing(Conclude("2024-07-19", 12)).ShouldRefuse(null);
        played.Do(Recheck("2024-07-22") with { Result = RecheckResult.Corrected });
        played.Deadline(DeadlineKind.Correction).MetAt.ShouldBe(At("2024-07-22"));
    }

    [Fact, Rule("APL-28")]
    public void An_order_given_in_the_street_before_there_was_a_case_carries_its_penalty()
    {
        var played = Filed(CorrectionDuty.BeforePenalty);
        played.Do(SceneOn("2024-07-11"));
        played.Do(Verify("2024-07-12", Scene));
        var rely = new RelyOnOrder { DoneAt = At("2024-07-12", 15), CorrectionOrderId = Thing };
        played.Doing(rely).ShouldRefuse(CorrectionOrder.NotFound);
        played.Earlier = new(Thing, Date("2024-07-08"), Date("2024-07-08"), RecheckResult.NotCorrected, played.Case.Place); // on the last day it is not over
        played.Doing(rely).ShouldRefuse(Domain.Cases.Correction.OrderToCorrect.NotExpiredUnmet);
        played.Earlier = played.Earlier with { RecheckedOn = Date("2024-07-09") };
        var order = played.Earlier;
        played.Earlier = order with { DueOn = played.Case.CommittedOn, RecheckedOn = Date("2024-07-12") };
        played.Doing(rely).ShouldRefuse(Domain.Cases.Correction.OrderToCorrect.OffenceWithinTerm);
        played.Earlier = order with { Place = new("某路9号", "120116") };
        played.Doing(rely).ShouldRefuse(Domain.Cases.Correction.OrderToCorrect.AnotherPlace);
        played.Earlier = order;

        played.Do(rely);

        played.Case.Correction.EarlierOrderId.ShouldBe(Thing);
        played.Doing(Conclude("2024-07-15")).ShouldRefuse(null);
    }

    [Fact, Rule("APL-28")]
    public void An_order_of_the_case_takes_the_place_of_the_earlier_one()
    {
        var played = Filed(CorrectionDuty.BeforePenalty);
        played.Earlier = new(Thing, Date("2024-07-08"), Date("2024-07-09"), RecheckResult.NotCorrected, played.Case.Place);
        played.Do(new RelyOnOrder { DoneAt = At("2024-07-12", 15), CorrectionOrderId = Thing });

        played.Do(Order("2024-07-15", "2024-07-18"));

        played.Case.Correction.EarlierOrderId.ShouldBeNull();
    }

    [Fact, Rule("APL-28")]
    public void An_order_for_the_same_day_sets_nothing_off()
    {
        var played = Filed();
        played.Do(Order("2024-07-15", "2024-07-15"));
        played.Case.Deadlines.ShouldNotContain(d => d.Kind == DeadlineKind.Correction);
    }

    [Fact, Rule("APL-43")]
    public void A_request_stops_nothing_and_whoever_withdrew_does_nothing_more()
    {
        var played = Filed();
        played.Doing(DecideOn(OfficerA), Role.Head).ShouldRefuse(RecusalsOnFile.NoRecusal);
        played.Doing(Ask(Guid.NewGuid())).ShouldRefuse(OfficerRoster.Unknown);
        played.Doing(Ask(OfficerC)).ShouldRefuse(RecusalsOnFile.NotOfThisCase); // an officer of the street who does nothing in the case
        played.Do(Ask(OfficerB));
        played.Do(SceneOn("2024-07-11", 16));
        played.Doing(DecideOn(OfficerB), Role.Head, OfficerB).ShouldRefuse(Recusal.NotDecidedByHead);
        played.Doing(DecideOn(OfficerB), Role.DeputyHead).ShouldRefuse(Recusal.NotDecidedByHead);
        played.Doing(DecideOn(OfficerA), Role.Head).ShouldRefuse(RecusalsOnFile.NoRecusal);
        played.Do(DecideOn(OfficerB), Role.Head);

        played.Doing(Inquiry("2024-07-13")).ShouldRefuse(Recusal.WithdrawnOfficerActing);
        played.Doing(Verify("2024-07-13", Scene), person: OfficerB).ShouldRefuse(Recusal.WithdrawnOfficerActing);
        played.Doing(Replace(OfficerA, OfficerB), Role.TeamLead).ShouldRefuse(Recusal.WithdrawnOfficerActing);
        played.Doing(Replace(OfficerA), Role.TeamLead).ShouldRefuse(OfficersPresent.TooFew);
        played.Do(Replace(OfficerA, OfficerC), Role.TeamLead);
        played.Case.Officers.Select(o => o.PersonId).ShouldBe([OfficerA, OfficerC]);
        played.Reopened().File.Investigators.ShouldContain(OfficerB);
        played
            .Doing(Inquiry("2024-07-13") with { Attendance = new([new(OfficerA, "张三证"), new(OfficerC, "王五证")], At("2024-07-13", 8)) })
            .ShouldRefuse(null);

        static RequestRecusal Ask(Guid officer) =>
            new()
            {
                DoneAt = At("2024-07-11"),
                OfficerId = officer,
                AskedBy = RecusalAskedBy.Party,
                Reason = "与当事人有亲属关系",
            };
        static DecideRecusal DecideOn(Guid officer) =>
            new()
            {
                DoneAt = At("2024-07-12"),
                OfficerId = officer,
                Granted = true,
                Reasons = "属实",
            };
        static ReplaceOfficers Replace(params Guid[] officers) =>
            new()
            {
                DoneAt = At("2024-07-12", 11),
                OfficerIds = officers,
                Reason = "回避",
            };
    }

    [Fact, Rule("APL-61-2")]
    public void Electronic_service_needs_the_address_that_the_party_signed_for()
    {
        var played = Filed();
        played.Do(Confirm("a@example.cn"));
        played.File.Service.ElectronicConsent.ShouldBe(new ElectronicServiceConsent(Date("2024-07-11"), "a@example.cn", Hash));
        played.Do(Confirm(null));
        played.File.Service.ElectronicConsent.ShouldBeNull();
        played.File.Service.Address.ShouldBe("新开中路 36 号");

        static ConfirmServiceAddress Confirm(string? electronic) =>
            new()
            {
                DoneAt = At("2024-07-11"),
                Address = "新开中路 36 号",
                ElectronicAddress = electronic,
                ConfirmationSha256 = Hash,
            };
    }

    [Fact, Rule("APL-60")]
    public void The_ninety_days_stand_still_only_on_a_recorded_basis()
    {
        var played = Filed();
        played.Deadline(DeadlineKind.Decision).LastDay.ShouldBe(Date("2024-10-08"));
        played.Doing(Suspend("2024-07-15", InstrumentLevel.NormativeDocument), Role.Head).ShouldRefuse(DecisionTerm.ExclusionWithoutBasis);
        played.Doing(Resume("2024-07-15"), Role.Head).ShouldRefuse(InvestigationPhase.NotSuspended);

        played.Do(Suspend("2024-07-15", null), Role.Head);
        played.Doing(SceneOn("2024-07-16")).ShouldRefuse(InvestigationPhase.Suspended);
        played.Doing(Resume("2024-07-14"), Role.Head).ShouldRefuse(OrdinaryFile.TooEarly);
        played.Do(Resume("2024-07-25"), Role.Head);
        played.Deadline(DeadlineKind.Decision).LastDay.ShouldBe(Date("2024-10-08"), "no basis, so they ran on");

        played.Do(Suspend("2024-08-01", InstrumentLevel.DepartmentalRule), Role.Head);
        played.Deadline(DeadlineKind.Decision).EndedAt.ShouldNotBeNull();
        played.Do(Resume("2024-08-11"), Role.Head);
        played.Deadline(DeadlineKind.Decision).LastDay.ShouldBe(Date("2024-10-18"), "ten days taken out");
        played.Deadline(DeadlineKind.Decision).Explanation.Excluded.Single().Reason.ShouldContain("《某规定》第九条");
        played.Reopened().Do(Suspend("2024-09-01", InstrumentLevel.Law), Role.Head);
        played.Do(Resume("2024-09-02"), Role.Head);
        played.Deadline(DeadlineKind.Decision).LastDay.ShouldBe(Date("2024-10-19"), "both spans count");

        static SuspendCase Suspend(string date, InstrumentLevel? level) =>
            new()
            {
                DoneAt = At(date),
                Reason = "等待鉴定",
                TermStandsStillBy = level is { } rank ? new("《某规定》", "第九条", rank) : null,
            };
        static ResumeCase Resume(string date) => new() { DoneAt = At(date, 9), Reason = "鉴定完成" };
    }

    [Fact, Rule("APL-27")]
    public void A_suspected_crime_goes_to_justice_with_the_things_and_nowhere_else()
    {
        var played = WithPower();
        played.Do(Agree("2024-07-11"), Role.Head);
        played.Do(Seal("2024-07-11"));
        played.Doing(Transfer(TransferTo.Justice), Role.Head).ShouldRefuse(CriminalTransfer.NotApproved);
        played.Obstacles(CaseAct.DecideCrimeTransfer).ShouldBe([InvestigationPhase.NoCrimeReported]);
        played.Do(Report("2024-07-12"));
        played.Deadline(DeadlineKind.CrimeDecision).LastDay.ShouldBe(Date("2024-07-15"));
        played.Doing(Report("2024-07-12")).ShouldRefuse(InvestigationPhase.CrimePending, "负责人尚未决定是否移送");
        played.Doing(Conclude("2024-07-15")).ShouldRefuse(InvestigationPhase.CrimePending);
        played
            .Doing(new WithdrawCase { DoneAt = At("2024-07-15"), Reason = "无" }, Role.Head)
            .ShouldRefuse(InvestigationPhase.CrimePending);
        played.Doing(Decide(approved: false, null), Role.Head).ShouldRefuse(CriminalTransfer.NotApproved);
        played
            .Doing(Decide(approved: true, null) with { DoneAt = At("2024-07-11", 12) }, Role.Head)
            .ShouldRefuse(CriminalTransfer.NotApproved);
        played.Do(Decide(approved: false, "数额不足"), Role.Head);
        played.Do(Report("2024-07-16"));
        played.Do(Decide(approved: true, null), Role.Head);
        played.Deadline(DeadlineKind.CrimeTransfer).LastDay.ShouldBe(Date("2024-07-18"));
        played.Doing(Transfer(TransferTo.CompetentOrgan), Role.Head).ShouldRefuse(InvestigationPhase.CrimePending, "向司法机关移送");
        played.Doing(Transfer(TransferTo.Justice), Role.Head).ShouldRefuse(CriminalTransfer.GoodsStayBehind);
        played.Do(Transfer(TransferTo.Justice) with { GoodsHandedOver = true, PartyNotifiedInWriting = true }, Role.Head);

        played.Case.Stage.ShouldBe(CaseStage.Ended);
        played.Case.Outcome.ShouldBe(CaseOutcome.CriminalTransfer);
        played.Deadline(DeadlineKind.CrimeTransfer).MetAt.ShouldNotBeNull();
        played.Deadline(DeadlineKind.Decision).MetAt.ShouldNotBeNull();
        played.Deadline(DeadlineKind.Sealing).EndedAt.ShouldNotBeNull();
        played.Reopened().File.Measures.Open.ShouldBeEmpty();

        static ReportSuspectedCrime Report(string date) => new() { DoneAt = At(date), Suspicion = "涉嫌某罪" };
        static DecideCrimeTransfer Decide(bool approved, string? reasons) =>
            new()
            {
                DoneAt = At("2024-07-17"),
                Approved = approved,
                Reasons = reasons,
            };
    }

    [Fact, Rule("APL-25"), Rule("APL-57-1")]
    public void A_case_goes_to_the_competent_organ_or_is_withdrawn()
    {
        var transferred = Filed();
        transferred.Do(Transfer(TransferTo.CompetentOrgan), Role.Head);
        (transferred.Case.Stage, transferred.Case.Outcome).ShouldBe((CaseStage.Ended, CaseOutcome.TransferToOrgan));

        var withdrawn = Filed();
        withdrawn.Do(new WithdrawCase { DoneAt = At("2024-07-15"), Reason = "违法事实不存在" }, Role.Head);
        (withdrawn.Case.Stage, withdrawn.Case.Outcome).ShouldBe((CaseStage.Ended, CaseOutcome.Withdrawn));
        withdrawn.Doing(Conclude("2024-07-16")).ShouldRefuse(CaseLifecycle.ActNotOpen);
    }

    [Fact, Rule("APL-40"), Rule("APL-46"), Rule("APL-57-1"), Rule("APL-31"), Rule("APL-30")]
    public void A_report_proposes_what_its_evidence_carries()
    {
        var played = Filed();
        var bare = Conclude("2024-07-15");
        played.Doing(bare with { Facts = [] }).ShouldRefuse(LawfulOnTheSpotDecision.EvidenceMissing);
        played.Do(SceneOn("2024-07-11"));
        played.Doing(bare).ShouldRefuse(EvidenceRules.NotVerified);
        played.Do(Verify("2024-07-12", Scene));
        played.Doing(bare with { Penalties = [] }).ShouldRefuse(CaseOutcomes.DoesNotFit);
        played.Doing(bare with { Penalties = [new(PenaltyKind.Fine)] }).ShouldRefuse(PenaltyItems.DoNotFit);
        played.Doing(bare with { Penalties = [new(PenaltyKind.Closure)] }).ShouldRefuse(KindsOfProvision.NotProvided);
        played.Doing(bare with { Capacity = new(CapacityAtOffence.Lost) }).ShouldRefuse(MentalCapacity.NotProved);
        played
            .Doing(bare with { Capacity = new(CapacityAtOffence.Lost, CapacityProof.ExpertOpinion, Guid.NewGuid()) })
            .ShouldRefuse(EvidenceRules.NotInFile);
        played
            .Doing(bare with { Capacity = new(CapacityAtOffence.Lost, CapacityProof.ExpertOpinion, Scene) })
            .ShouldRefuse(MentalCapacity.Lost);
        foreach (
            var outcome in new[] { CaseOutcome.CriminalTransfer, CaseOutcome.TransferToOrgan, CaseOutcome.Withdrawn, CaseOutcome.NotFiled }
        )
            played.Doing(bare with { ProposedOutcome = outcome, Penalties = [] }).ShouldRefuse(InvestigationPhase.OutcomeHasItsOwnAct);
        played.Doing(bare with { ProposedOutcome = CaseOutcome.NoPenaltyNotProved, Penalties = [], Facts = [] }).ShouldRefuse(null);
    }

    [Fact]
    public void What_is_reopened_counts_no_more()
    {
        var played = Filed();
        played.Do(SceneOn("2024-07-11"));
        played.Do(Verify("2024-07-12", Scene));
        played.Do(Conclude("2024-07-15"));
        played.Do(new ReopenInvestigation { DoneAt = At("2024-07-16"), Reason = "补充询问" }, Role.TeamLead);

        played.Case.Stage.ShouldBe(CaseStage.Investigating);
        played.Reopened().File.Investigation.Conclusion.ShouldBeNull();
        played.Doing(Conclude("2024-07-16", 12)).ShouldRefuse(null);
    }

    /// <summary>Things as the head approves them.</summary>
    internal static IReadOnlyList<ThingToTake> ToTake(params ListedThing[] things) =>
        [.. things.Select(t => new ThingToTake(t.Name, t.Quantity, t.Unit))];

    internal static PlayedCase WithPower() => Filed().Set(LocalParameters.CoercionMatters, "TJ-XX-01");

    internal static EvidenceTaken Photo { get; } =
        new(Guid.NewGuid(), EvidenceKind.AudioVisualMaterial, "现场拍摄", At("2024-07-09", 8), "新开中路", Hash, "占道情况");

    internal static RecordInquiry Inquiry(string date) =>
        new()
        {
            DoneAt = At(date, 18),
            StartedAt = At(date, 17),
            Attendance = Both(date, 9),
            EvidenceId = Guid.NewGuid(),
            Place = "街道办事处询问室",
            InquiredName = "赵六",
            As = InquiredAs.Party,
            StatedAge = 40,
            RightsNotifiedAt = At(date, 17),
            RecusalAnswer = "不申请回避",
            Questions = [new("是否占道", "是")],
            CheckedWords = "以上笔录我看过，与我说的一致",
            Signature = new(Signed: true),
            RecordSha256 = Hash,
        };

    internal static CollectEvidence Collect(string date, params EvidenceTaken[] items) =>
        new()
        {
            DoneAt = At(date),
            Attendance = Both(date),
            Items = items,
        };

    internal static ApproveSealing Agree(string date, Guid? measure = null, CoerciveMeasureKind kind = CoerciveMeasureKind.Seal) =>
        new()
        {
            DoneAt = At(date, 8),
            Kind = kind,
            MeasureId = measure,
            Agrees = true,
            Things = ToTake(Cart),
            Opinion = "意见",
        };

    internal static SealProperty Seal(string date) =>
        new()
        {
            DoneAt = At(date),
            Attendance = Both(date),
            MeasureId = Thing,
            Kind = CoerciveMeasureKind.Seal,
            Objects = [new(Cart, TiedToBreach: true)],
            PartyCalled = true,
            PartyPresent = true,
            ReasonsBasisAndRightsNotifiedAt = At(date, 9),
            PartyHeard = "没有意见",
            SceneRecordId = SceneAtSealing,
            PartySigned = true,
            OfficersSigned = true,
            OtherSteps = "没有其他程序规定",
            PartyAddress = "新开中路 36 号",
            Reason = "涉嫌占道经营",
            Remedies = "六十日内申请行政复议，六个月内提起行政诉讼",
            DeliveredAt = At(date),
            ListCopies = 2,
            MediaSha256 = [Hash],
        };

    internal static ExtendSealing Extend(string date) =>
        new()
        {
            DoneAt = At(date),
            MeasureId = Thing,
            Days = 30,
            Reasons = "情况复杂",
            NotifiedOn = Date(date),
        };

    internal static LiftSealing Lift(string date) =>
        new()
        {
            DoneAt = At(date),
            Attendance = Both(date),
            MeasureId = Thing,
            Ground = LiftingGround.NotNeeded,
            ReturnedAt = At(date),
            ReceivedByName = "赵六",
            ReceivedByTie = "当事人的店长",
        };

    internal static GiveOrderToCorrect Order(string date, string due) =>
        new()
        {
            DoneAt = At(date),
            OrderId = Thing,
            Breach = "占道经营，违反第十五条",
            Requirement = "清除占道物品",
            DueOn = Date(due),
        };

    internal static RecheckOrder Recheck(string date) =>
        new()
        {
            DoneAt = At(date),
            Attendance = Both(date),
            OrderId = Thing,
            Result = RecheckResult.NotCorrected,
            Findings = "仍有货物",
            Signature = new(Signed: true),
        };

    internal static TransferCase Transfer(TransferTo to) =>
        new()
        {
            DoneAt = At("2024-07-17", 15),
            To = to,
            ReceiverName = "某机关",
            Reason = "不属于本机关管辖",
            Materials = "案卷一册",
        };
}
