using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Recording;

/// <summary>What is recorded in words and what on video. 国办发〔2018〕118号 三.</summary>
public sealed class RecordingMatrixTests
{
    [Theory, Rule("REC-118-1"), Rule("REC-118-2")]
    [InlineData(RecordedAct.Filing, RecordingDuty.None, "文字记录")]
    [InlineData(RecordedAct.LegalReview, RecordingDuty.None, "文字记录")]
    [InlineData(RecordedAct.Inquiry, RecordingDuty.Optional, "文字记录，根据需要音像记录")]
    [InlineData(RecordedAct.Seal, RecordingDuty.Mandatory, "文字记录、全程音像记录")]
    [InlineData(RecordedAct.ForcedRemoval, RecordingDuty.Mandatory, "文字记录、全程音像记录")]
    [InlineData(RecordedAct.Hearing, RecordingDuty.Mandatory, "文字记录、全程音像记录")] // by the place's default
    public void Each_act_is_recorded_in_its_manner(RecordedAct act, RecordingDuty duty, string manner)
    {
        RecordingMatrix.DutyOf(act).ShouldBe(duty);
        RecordingMatrix.MannerOf(act).ShouldBe(manner);
    }

    [Fact, Rule("REC-118-2")]
    public void The_place_may_ask_for_more_and_its_list_may_have_spaces_and_gaps()
    {
        var here = RecordingMatrix.Read(" Inquiry , Filing,, ");

        here.ShouldBe([RecordedAct.Inquiry, RecordedAct.Filing]);
        RecordingMatrix.MannerOf(RecordedAct.Filing, here).ShouldBe("文字记录、全程音像记录");
        RecordingMatrix.DutyOf(RecordedAct.Hearing, here).ShouldBe(RecordingDuty.Optional);
        RecordingMatrix.MannerOf(null).ShouldBe("文字记录");
        foreach (var act in Enum.GetValues<RecordedAct>())
            Enum.IsDefined(RecordingMatrix.DutyOf(act)).ShouldBeTrue();
    }

    [Fact, Rule("APL-47")]
    public void A_missing_stage_is_named() =>
        new Action(() => ProcessStages.EnsureRecorded(CaseOutcome.Penalty, [ProcessStage.Initiation, ProcessStage.Review])).ShouldRefuse(
            ProcessStages.Missing,
            "调查取证、决定、送达、执行"
        );
}
