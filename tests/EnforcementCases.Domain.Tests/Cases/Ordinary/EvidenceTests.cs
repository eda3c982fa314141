using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>What evidence must be like, registering it, and the record of the process.</summary>
public sealed class EvidenceTests
{
    private static readonly Guid First = Guid.NewGuid();
    private static readonly Guid Second = Guid.NewGuid();

    [Fact, Rule("APL-46")]
    public void There_are_eight_kinds_of_evidence() => Enum.GetValues<EvidenceKind>().Length.ShouldBe(8);

    [Fact, Rule("APL-46")]
    public void An_item_has_source_time_place_two_collectors_and_a_hash()
    {
        var item = AnOrdinaryCase.Evidence(First);
        Complete(item).ShouldRefuse(null);
        Complete(item with { Source = " " }).ShouldRefuse(EvidenceRules.ItemIncomplete);
        Complete(item with { TakenAt = default }).ShouldRefuse(EvidenceRules.ItemIncomplete);
        Complete(item with { Place = "" }).ShouldRefuse(EvidenceRules.ItemIncomplete);
        Complete(item with { Collectors = [OfficerA] }).ShouldRefuse(EvidenceRules.ItemIncomplete);
        Complete(item with { Collectors = [OfficerA, OfficerA] }).ShouldRefuse(EvidenceRules.ItemIncomplete);
        Complete(item with { Sha256 = "" }).ShouldRefuse(EvidenceRules.ItemIncomplete);

        static Action Complete(EvidenceItem item) => () => EvidenceRules.EnsureComplete(item);
    }

    [Fact, Rule("APL-40"), Rule("APL-46")]
    public void Each_fact_stands_on_verified_and_lawful_evidence()
    {
        var good = AnOrdinaryCase.Evidence(First);
        var unverified = AnOrdinaryCase.Evidence(Second) with { Verification = null };
        var unlawful = AnOrdinaryCase.Evidence(Second) with { UnlawfulBecause = "以威胁手段取得" };
        FactElement both = new("占道经营", [First, Second]);

        Against([new("占道经营", [First])], good).ShouldBeEmpty();
        Against([new("占道经营", [First])], good, unlawful).ShouldBeEmpty("what nobody relies on does no harm");
        Against([], good).ShouldBe([LawfulOnTheSpotDecision.EvidenceMissing]);
        Against([new("占道经营", [])], good).ShouldBe([LawfulOnTheSpotDecision.EvidenceMissing]);
        Against([new("占道经营", [First]), new("影响通行", [])], good).ShouldBe([LawfulOnTheSpotDecision.EvidenceMissing]);
        Against([both], good, unverified).ShouldBe([EvidenceRules.NotVerified]);
        Against([both], good, unlawful).ShouldBe([EvidenceRules.Unlawful]);
        Against([new("占道经营", [Second])], unlawful).ShouldBe([EvidenceRules.Unlawful, LawfulOnTheSpotDecision.EvidenceMissing]);
        Against([new("占道经营", [Second])], unverified).ShouldBe([EvidenceRules.NotVerified, LawfulOnTheSpotDecision.EvidenceMissing]);
        Against([both], good).ShouldBe([EvidenceRules.NotInFile]);
        new Action(() => EvidenceRules.EnsureFactsCarried([both], [good, unverified])).ShouldRefuse(EvidenceRules.NotVerified);

        static IEnumerable<DomainError> Against(FactElement[] facts, params EvidenceItem[] file) =>
            EvidenceRules.ObstaclesToDecision(facts, file).Errors();
    }

    [Fact, Rule("APL-56")]
    public void Registered_evidence_is_handled_within_seven_working_days_or_goes_back()
    {
        var record = new RegisterPreserveRecord(At("2025-01-24"), "易腐", new(Head, At("2025-01-24", 9)), [new("海鲜", 3, "箱", "完好")]);
        RegisterPreserve.Due(record.At, Shipped).LastDay.ShouldBe(Date("2025-02-10"));

        RegisterPreserve.StateAt(record, At("2025-02-10", 23), Shipped).ShouldBe(PreserveState.Running);
        RegisterPreserve.StateAt(record, At("2025-02-11", 0), Shipped).ShouldBe(PreserveState.Lapsed);
        var handled = record with { Disposal = PreserveDisposal.SealedOrDetained, DisposedAt = At("2025-02-10") };
        RegisterPreserve.StateAt(handled, At("2025-03-01"), Shipped).ShouldBe(PreserveState.Handled);
        RegisterPreserve.StateAt(handled with { DisposedAt = At("2025-02-11") }, At("2025-03-01"), Shipped).ShouldBe(PreserveState.Lapsed);

        Dispose(PreserveDisposal.Confiscated, "2025-02-10").ShouldRefuse(null);
        Dispose(PreserveDisposal.Confiscated, "2025-02-11").ShouldRefuse(RegisterPreserve.HasLapsed);
        Dispose(PreserveDisposal.Returned, "2025-02-11").ShouldRefuse(null);

        Action Dispose(PreserveDisposal disposal, string on) => () => RegisterPreserve.EnsureMayDispose(record, disposal, At(on), Shipped);
    }

    [Fact, Rule("APL-56")]
    public void Registering_needs_approval_before_and_a_risk()
    {
        var record = new RegisterPreserveRecord(At("2025-01-24"), "易腐", new(Head, At("2025-01-24", 10)), [new("海鲜", 3, "箱", "完好")]);
        Register(record).ShouldRefuse(null);
        Register(record with { Approval = null }).ShouldRefuse(RegisterPreserve.NotApproved, "没有负责人批准");
        Register(record with { Approval = new(Head, At("2025-01-24", 11)) })
            .ShouldRefuse(RegisterPreserve.NotApproved, "批准时间晚于登记保存时间");
        Register(record with { Risk = " " }).ShouldRefuse(RegisterPreserve.NoGround, "可能灭失");
        Register(record with { Things = [] }).ShouldRefuse(RegisterPreserve.NoGround, "没有物品清单");

        static Action Register(RegisterPreserveRecord record) => () => RegisterPreserve.EnsureAllowed(record);
    }

    [Theory, Rule("APL-56")]
    [InlineData(2, 10, "随机", true, false)]
    [InlineData(10, 10, "全数", true, false)]
    [InlineData(11, 10, "随机", true, true)]
    [InlineData(0, 10, "随机", true, true)]
    [InlineData(2, 10, "", true, true)]
    [InlineData(2, 10, "随机", false, true)]
    public void A_sample_says_how_much_of_what_and_how(int taken, int outOf, string how, bool signed, bool refused) =>
        new Action(() => RegisterPreserve.EnsureSampled(new(new("食品", taken, "袋", "完好"), outOf, how, signed))).ShouldRefuse(
            refused,
            RegisterPreserve.SampleIncomplete
        );

    [Fact, Rule("APL-47")]
    public void A_case_is_not_closed_while_a_stage_has_no_record()
    {
        ProcessStage[] all = Enum.GetValues<ProcessStage>();
        all.Length.ShouldBe(6);
        Close(CaseOutcome.Penalty, all).ShouldRefuse(null);
        foreach (var stage in all)
            Close(CaseOutcome.Penalty, [.. all.Where(s => s != stage)]).ShouldRefuse(ProcessStages.Missing);
        Close(CaseOutcome.NoPenaltySlight, [.. all.Where(s => s is not ProcessStage.Execution)]).ShouldRefuse(null);

        static Action Close(CaseOutcome outcome, ProcessStage[] recorded) => () => ProcessStages.EnsureRecorded(outcome, recorded);
    }

    [Theory]
    [InlineData(RecordedAct.Seal), InlineData(RecordedAct.Detain), InlineData(RecordedAct.ForcedRemoval)]
    [InlineData(RecordedAct.SubstitutePerformance), InlineData(RecordedAct.CaseHandlingPlace)]
    [Rule("REC-118-1")]
    public void What_touches_major_property_is_always_on_video_and_no_place_lowers_it(RecordedAct act)
    {
        RecordingMatrix.DutyOf(act, mandatoryHere: []).ShouldBe(RecordingDuty.Mandatory);
        new Action(() => RecordingMatrix.EnsureRecorded(act, hasVideo: false, [])).ShouldRefuse(RecordingMatrix.AlwaysRecordedMissing);
        new Action(() => RecordingMatrix.EnsureRecorded(act, hasVideo: true, [])).ShouldRefuse(null);
    }

    [Fact, Rule("REC-118-2")]
    public void Hearings_and_leaving_service_are_on_video_unless_the_place_says_otherwise()
    {
        RecordingMatrix.DefaultMandatory.ShouldBe(RecordingMatrix.Read(Parameter(LocalParameters.RecordingMandatory).Value));
        Record(RecordedAct.Hearing, null).ShouldRefuse(RecordingMatrix.PlaceRecordedMissing);
        Record(RecordedAct.LeavingService, null).ShouldRefuse(RecordingMatrix.PlaceRecordedMissing);
        Record(RecordedAct.Hearing, []).ShouldRefuse(null);
        Record(RecordedAct.Inquiry, null).ShouldRefuse(null);
        Record(RecordedAct.Inquiry, RecordingMatrix.Read("Inquiry, PublicNoticeService"))
            .ShouldRefuse(RecordingMatrix.PlaceRecordedMissing);
        RecordingMatrix.DutyOf(RecordedAct.Filing).ShouldBe(RecordingDuty.None);
        foreach (var act in Enum.GetValues<RecordedAct>())
            Enum.IsDefined(RecordingMatrix.DutyOf(act)).ShouldBeTrue("each act stands in the matrix");

        static Action Record(RecordedAct act, IReadOnlyCollection<RecordedAct>? here) =>
            () => RecordingMatrix.EnsureRecorded(act, hasVideo: false, here);
    }
}
