using System.Collections.Frozen;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Recording;

/// <summary>Whether an act requires a sound and picture recording (音像记录).</summary>
public enum RecordingDuty
{
    /// <summary>Written record only (文字记录足以记录全过程).</summary>
    [Term("文字记录")]
    None,

    /// <summary>文字记录，根据需要音像记录: recorded as the circumstances require.</summary>
    [Term("文字记录，根据需要音像记录")]
    Optional,

    /// <summary>文字记录、全程音像记录: the whole act must be recorded.</summary>
    [Term("文字记录、全程音像记录")]
    Mandatory,
}

/// <summary>Acts of enforcement as distinguished by the duty to record.</summary>
public enum RecordedAct
{
    /// <summary>立案.</summary>
    Filing,

    /// <summary>现场检查、勘验.</summary>
    SceneInspection,

    /// <summary>询问.</summary>
    Inquiry,

    /// <summary>取证、抽样取证.</summary>
    EvidenceTaking,

    /// <summary>先行登记保存.</summary>
    RegisterPreserve,

    /// <summary>办案场所内的活动.</summary>
    CaseHandlingPlace,

    /// <summary>查封.</summary>
    Seal,

    /// <summary>扣押.</summary>
    Detain,

    /// <summary>当场处罚.</summary>
    OnTheSpotDecision,

    /// <summary>事先告知.</summary>
    PriorNotice,

    /// <summary>口头陈述、申辩.</summary>
    OralDefence,

    /// <summary>听证.</summary>
    Hearing,

    /// <summary>法制审核.</summary>
    LegalReview,

    /// <summary>集体讨论.</summary>
    CollectiveDiscussion,

    /// <summary>作出决定.</summary>
    Decision,

    /// <summary>直接送达.</summary>
    DirectService,

    /// <summary>留置送达.</summary>
    LeavingService,

    /// <summary>公告送达.</summary>
    PublicNoticeService,

    /// <summary>邮寄、电子送达.</summary>
    OtherService,

    /// <summary>责令改正复查.</summary>
    RecheckOfCorrection,

    /// <summary>当事人不配合、阻碍执法.</summary>
    Obstruction,

    /// <summary>强制拆除.</summary>
    ForcedRemoval,

    /// <summary>代履行.</summary>
    SubstitutePerformance,
}

/// <summary>Which acts require an audio-visual record: none, as needed, or always. 国办发〔2018〕118号 三、（二）; 行政处罚法 第四十七条.</summary>
public static class RecordingMatrix
{
    /// <summary>An act that is always recorded has no video.</summary>
    public static readonly DomainError AlwaysRecordedMissing = new(
        "recording.video-missing",
        "REC-118-1",
        ErrorKind.RuleBroken,
        "查封扣押财产、强制拆除等直接涉及重大财产权益的现场执法活动，应当全程音像记录",
        ThreeSystemsCircular.At("三、（二）")
    );

    /// <summary>An act that the place makes mandatory has no video.</summary>
    public static readonly DomainError PlaceRecordedMissing = new(
        "recording.video-missing-by-place",
        "REC-118-2",
        ErrorKind.RuleBroken,
        "该环节容易引发争议，应当音像记录",
        ThreeSystemsCircular.At("三、（二）")
    );

    private static readonly FrozenDictionary<RecordedAct, RecordingDuty> Duties = new Dictionary<RecordedAct, RecordingDuty>
    {
        [RecordedAct.Filing] = RecordingDuty.None,
        [RecordedAct.SceneInspection] = RecordingDuty.Optional,
        [RecordedAct.Inquiry] = RecordingDuty.Optional,
        [RecordedAct.EvidenceTaking] = RecordingDuty.Optional,
        [RecordedAct.RegisterPreserve] = RecordingDuty.Optional,
        [RecordedAct.CaseHandlingPlace] = RecordingDuty.Mandatory,
        [RecordedAct.Seal] = RecordingDuty.Mandatory,
        [RecordedAct.Detain] = RecordingDuty.Mandatory,
        [RecordedAct.OnTheSpotDecision] = RecordingDuty.Optional,
        [RecordedAct.PriorNotice] = RecordingDuty.Optional,
        [RecordedAct.OralDefence] = RecordingDuty.Optional,
        [RecordedAct.Hearing] = RecordingDuty.Optional, // mandatory by the place's default
        [RecordedAct.LegalReview] = RecordingDuty.None,
        [RecordedAct.CollectiveDiscussion] = RecordingDuty.None,
        [RecordedAct.Decision] = RecordingDuty.None,
        [RecordedAct.DirectService] = RecordingDuty.Optional,
        [RecordedAct.LeavingService] = RecordingDuty.Optional, // mandatory by the place's default
        [RecordedAct.PublicNoticeService] = RecordingDuty.Optional,
        [RecordedAct.OtherService] = RecordingDuty.None,
        [RecordedAct.RecheckOfCorrection] = RecordingDuty.Optional,
        [RecordedAct.Obstruction] = RecordingDuty.Optional,
        [RecordedAct.ForcedRemoval] = RecordingDuty.Mandatory,
        [RecordedAct.SubstitutePerformance] = RecordingDuty.Mandatory,
    }.ToFrozenDictionary();

    /// <summary>Acts that are mandatory by default, if the place sets nothing: hearings and leaving service.</summary>
    public static IReadOnlyCollection<RecordedAct> DefaultMandatory { get; } = [RecordedAct.Hearing, RecordedAct.LeavingService];

    /// <summary>The duty for an act; a place cannot lower the duty for acts that are always recorded.</summary>
    /// <param name="mandatoryHere">Acts that the place makes mandatory; null for <see cref="DefaultMandatory"/>.</param>
    [StatutoryRule("REC-118-1"), StatutoryRule("REC-118-2")]
    public static RecordingDuty DutyOf(RecordedAct act, IReadOnlyCollection<RecordedAct>? mandatoryHere = null) =>
        (mandatoryHere ?? DefaultMandatory).Contains(act) ? RecordingDuty.Mandatory : Duties[act];

    /// <summary>Reads the place's parameter (<c>recording.mandatory</c>).</summary>
    /// <exception cref="ArgumentException">A word is not the name of an act.</exception>
    public static IReadOnlyCollection<RecordedAct> Read(string parameter) =>
        [
            .. parameter
                .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(word => Enum.Parse<RecordedAct>(word)),
        ];

    /// <summary>How an act is recorded (记录方式): in text, audio-visually as needed, or always audio-visually.</summary>
    /// <param name="act">The act; null if text is enough.</param>
    public static string MannerOf(RecordedAct? act, IReadOnlyCollection<RecordedAct>? mandatoryHere = null) =>
        (act is { } recorded ? DutyOf(recorded, mandatoryHere) : RecordingDuty.None).Term();

    /// <summary>Refuses to complete an act that must be recorded and has no video.</summary>
    /// <param name="hasVideo">Whether a video of the act is on file.</param>
    /// <exception cref="DomainException"><see cref="AlwaysRecordedMissing"/> or <see cref="PlaceRecordedMissing"/>.</exception>
    public static void EnsureRecorded(RecordedAct act, bool hasVideo, IReadOnlyCollection<RecordedAct>? mandatoryHere = null)
    {
        if (hasVideo || DutyOf(act, mandatoryHere) is not RecordingDuty.Mandatory)
            return;
        throw (Duties[act] is RecordingDuty.Mandatory ? AlwaysRecordedMissing : PlaceRecordedMissing).With("没有关联的音像记录");
    }
}
