using EnforcementCases.Api.Parties;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Papers;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Text;
using EnforcementCases.Platform.Pipeline;
using FluentValidation;

namespace EnforcementCases.Api.Cases.Simple;

/// <summary>Decides a case on the spot (当场处罚决定) in one call: party, violation, prior notice, penalty, delivery, evidence.</summary>
/// <param name="Party">The party.</param>
/// <param name="ViolationCode">Code of the violation (案由), <c>GJ-ZD-01</c>; the version in force on the day of the offence applies.</param>
/// <param name="CommittedAt">When the offence happened or ended, RFC 3339 with offset; its date in China determines the law.</param>
/// <param name="Place">Where it happened.</param>
/// <param name="Facts">Facts found (违法事实), at most 4,000 characters.</param>
/// <param name="Notice">The prior notice to the party, and what the party answered or waived (告知、陈述申辩).</param>
/// <param name="Officers">The officers present; the law requires two or more, certified on that day.</param>
/// <param name="CertificatesShownAt">When the certificates were shown (出示证件).</param>
/// <param name="Kinds">Kinds of penalty: <c>Warning</c>, <c>Fine</c> or both.</param>
/// <param name="AmountFen">Fine in fen (分), 0 or more; 0 means a warning alone (警告).</param>
/// <param name="Grade">Ordinary, lenient, mitigated or aggravated (从轻、减轻、从重).</param>
/// <param name="ReasonsForAmount">Reasons for the kind and amount of the penalty (裁量理由), at most 2,000 characters.</param>
/// <param name="Exemption">The conditions under which a penalty is forbidden or the party may be let off (第三十三条第一款).</param>
/// <param name="Correction">The order to correct (责令改正) given with the decision; null if none.</param>
/// <param name="DecidedAt">When it was decided. Its date in China sets the legal date, the year of the document number and the year of statistics.</param>
/// <param name="Delivery">Handing over of the decision, and signature (交付、签收).</param>
/// <param name="Evidence">Evidence by kind, time and hash; at least one.</param>
/// <param name="CaseId">Identity of the case chosen by the client, a UUIDv7, so that a retry cannot create a second case; if null, the server chooses
/// one.</param>
/// <param name="OffenceId">Identity of the offence: two decisions on one offence carry the same; null: a separate offence.</param>
/// <param name="Continuing">The offence is still going on (持续状态).</param>
/// <param name="DiscoveredOn">When the offence was discovered, for the limitation period; null means the day of the decision.</param>
/// <param name="DesignatedOrTransferred">Whether a designation or transfer document is attached (指定管辖、移送).</param>
/// <param name="TouchesLifeHealthOrFinance">The offence concerns citizens' life, health or financial safety (limitation of five years if there is a harmful result).</param>
/// <param name="HarmfulResult">There is a harmful result.</param>
/// <param name="ChosenVersion">Label of the version of the violation that applies, if the law changed between offence and decision (从旧兼从轻): the milder one. Null
/// if it did not change.</param>
/// <param name="Measure">Number of units, area or construction cost; required if the fine is computed from it, otherwise null.</param>
/// <param name="Circumstance">Circumstance for which the article has its own range of fines; null otherwise.</param>
/// <param name="CorrectionOrderId">The earlier order to correct; required for violations that must be corrected first, otherwise null.</param>
/// <param name="DistinctFrom">An earlier case of the same party, violation and day that concerns a different offence, and why; null if there is none.</param>
/// <param name="Device">The device on which it is entered; null if none.</param>
/// <param name="ChosenBecause">Why that version applies; required with <c>chosenVersion</c>, otherwise null.</param>
/// <param name="Discretion">Further findings on whether and how much to punish; if omitted, none was made.</param>
/// <param name="ReasonsAgainstExemption">Why the party is punished although it may be let off: a first offence with slight harm that was corrected in time, or a
/// matching entry of the exemption list. Required in these cases, otherwise null.</param>
/// <param name="BegunAt">When an offence that lasted began; not after <c>committedAt</c>, which is then its end. Certificates and evidence are not earlier than it. Null if it
/// happened at once: then they are not earlier than <c>committedAt</c>.</param>
/// <param name="Collection">The whole fine was collected in cash with the decision (当场收缴): the paper then names the receipt and has no payment code. Null if it was not; cash that is
/// collected afterwards is entered by <c>collect-on-the-spot</c>.</param>
public sealed record DecideOnTheSpotCommand(
    PartyInput Party,
    string ViolationCode,
    DateTimeOffset CommittedAt,
    PlaceInput Place,
    string Facts,
    OnTheSpotNoticeInput Notice,
    IReadOnlyList<OfficerInput> Officers,
    DateTimeOffset CertificatesShownAt,
    IReadOnlyList<PenaltyKind> Kinds,
    long AmountFen,
    [property: MayBeEmpty] string ReasonsForAmount,
    ExemptionInput Exemption,
    DateTimeOffset DecidedAt,
    DeliveryInput Delivery,
    IReadOnlyList<EvidenceInput> Evidence,
    CorrectionInput? Correction = null,
    PenaltyGrade Grade = PenaltyGrade.Ordinary,
    Guid? CaseId = null,
    Guid? OffenceId = null,
    bool Continuing = false,
    DateOnly? DiscoveredOn = null,
    bool DesignatedOrTransferred = false,
    bool TouchesLifeHealthOrFinance = false,
    bool HarmfulResult = false,
    string? ChosenVersion = null,
    MeasureInput? Measure = null,
    string? Circumstance = null,
    Guid? CorrectionOrderId = null,
    DistinctFromInput? DistinctFrom = null,
    DeviceInput? Device = null,
    string? ChosenBecause = null,
    DiscretionInput? Discretion = null,
    string? ReasonsAgainstExemption = null,
    DateTimeOffset? BegunAt = null,
    CollectionInput? Collection = null
) : ICommand<OnTheSpotAnswer>
{
    /// <summary>The officers' findings, as the assessment takes them.</summary>
    internal AssessmentFacts Findings => OnTheSpotFindings.Of(Exemption, Discretion, Measure, Circumstance, ChosenVersion, ChosenBecause);
}

/// <summary>Where the offence was committed (违法地点).</summary>
/// <param name="Address">As printed, at most 200 characters.</param>
/// <param name="DivisionCode">Division code (行政区划代码), 6 to 12 digits.</param>
/// <param name="Point">Coordinates; null if the device had no position.</param>
public sealed record PlaceInput(string Address, string DivisionCode, GeoPoint? Point = null);

/// <summary>A GeoJSON point with the datum of its coordinates.</summary>
/// <param name="Type">Always <c>Point</c>.</param>
/// <param name="Coordinates">Longitude and latitude in decimal degrees.</param>
/// <param name="Datum"><c>WGS84</c>, <c>CGCS2000</c> or <c>GCJ-02</c>.</param>
public sealed record GeoPoint(string Type, IReadOnlyList<decimal> Coordinates, string Datum);

/// <summary>The prior notice before the decision (第四十四条), and what the party answered (第四十五条) or waived (第六十二条).</summary>
/// <param name="NotifiedAt">When the notice was given; not after the decision.</param>
/// <param name="Matters">The items of the notice; the law requires all five.</param>
/// <param name="NotifiedAmountFen">The fine stated in the notice, in fen.</param>
/// <param name="PartyWords">The party's statement or defence; null if it made none.</param>
/// <param name="WaiverWords">The words in which the party waived its right to state and defend; null if it did not. Silence is not a waiver.</param>
/// <param name="HasObjection">Whether the party's words contain an objection; default true if there are words. False if the party only agreed: words that
/// do not plainly agree need an answer all the same.</param>
/// <param name="Answer">The officers' answer to the objection; required if there is one, otherwise optional.</param>
/// <param name="NotifiedKinds">The kinds of penalty stated in the notice; default the kinds decided. A kind that was not notified is refused.</param>
public sealed record OnTheSpotNoticeInput(
    DateTimeOffset NotifiedAt,
    IReadOnlyList<NotifiedMatters> Matters,
    long NotifiedAmountFen,
    string? PartyWords = null,
    string? WaiverWords = null,
    bool? HasObjection = null,
    AnswerInput? Answer = null,
    IReadOnlyList<PenaltyKind>? NotifiedKinds = null
);

/// <summary>The officers' answer to the party's statement and defence (复核、答复).</summary>
/// <param name="Accepted">Whether the objection is accepted (采纳).</param>
/// <param name="Because">Why it is accepted or not, at most 1,000 characters.</param>
/// <param name="ChangesNothingBecause">Why an accepted objection does not change the fine; required if the fine remains the one in the notice, otherwise null.</param>
public sealed record AnswerInput(bool Accepted, string Because, string? ChangesNothingBecause = null);

/// <summary>An officer at the scene, with the certificate shown.</summary>
/// <param name="OfficerId">The officer.</param>
/// <param name="CertificateNumber">Number of the certificate shown.</param>
public sealed record OfficerInput(Guid OfficerId, string CertificateNumber);

/// <summary>The conditions of 第三十三条第一款. If the first three are true, the penalty is forbidden; a first offender with slight harm or none who corrected in time
/// may be let off.</summary>
/// <param name="Slight">违法行为轻微.</param>
/// <param name="CorrectedInTime">及时改正.</param>
/// <param name="NoHarm">没有造成危害后果.</param>
/// <param name="HarmSlight">危害后果轻微; required if <c>noHarm</c> is false, otherwise optional.</param>
public sealed record ExemptionInput(bool Slight, bool CorrectedInTime, bool NoHarm, bool? HarmSlight = null);

/// <summary>An order to correct (责令改正).</summary>
/// <param name="Requirement">What has to be put right.</param>
/// <param name="DueOn">Last day to put it right, inclusive, later than the day of the decision; null means at once.</param>
public sealed record CorrectionInput([property: MayBeEmpty] string Requirement, DateOnly? DueOn = null);

/// <summary>Handing over of the decision (当场交付).</summary>
/// <param name="HandedOverAt">When the decision was handed over; on the spot means at the time of the decision.</param>
/// <param name="Signature">Whether the party signed.</param>
/// <param name="RefusalNote">Note that the party refused to sign; required in that case, otherwise null.</param>
/// <param name="ReceivedBy">The person who took it for the party; default the party itself.</param>
/// <param name="GuardianInformed">How and when the guardian was informed; required if the party is fourteen to seventeen, otherwise null.</param>
public sealed record DeliveryInput(
    DateTimeOffset HandedOverAt,
    PartySignature Signature,
    string? RefusalNote = null,
    OnTheSpotReceiver? ReceivedBy = null,
    string? GuardianInformed = null
);

/// <summary>A piece of evidence; its file follows by upload.</summary>
/// <param name="Kind">One of the eight kinds of 第四十六条.</param>
/// <param name="TakenAt">When it was taken.</param>
/// <param name="Sha256">SHA-256 of the file, 64 lower-case hex digits.</param>
/// <param name="Description">What it shows, at most 400 characters.</param>
public sealed record EvidenceInput(EvidenceKind Kind, DateTimeOffset TakenAt, string Sha256, string Description);

/// <summary>What a fine is computed from, if the provision does not print the amount itself.</summary>
/// <param name="Units">Number of units, or area in square metres, in thousandths: 3 units are 3000. Null if not needed.</param>
/// <param name="ConstructionCostFen">建设工程造价: construction cost in fen. Null if not needed.</param>
public sealed record MeasureInput(long? Units = null, long? ConstructionCostFen = null);

/// <summary>The case of the same party, violation and day that was fined already and concerns a different offence, named by its id, or by the number of its decision if it
/// belongs to another street. Exactly one of the two is required.</summary>
/// <param name="Reason">Why this is a different offence.</param>
/// <param name="CaseId">The other case; null if it is named by number.</param>
/// <param name="Number">Number of its decision (文号), as the refusal shows it; null if it is named by id.</param>
public sealed record DistinctFromInput(string Reason, Guid? CaseId = null, string? Number = null);

/// <summary>Cash collected with the decision (当场收缴). 行政处罚法 第六十八条至第七十条.</summary>
/// <param name="Ground">The ground; required (APL-67-1).</param>
/// <param name="ReceiptNumber">Number of the treasury receipt given to the party (APL-70); required. The officer who enters the decision must hold it.</param>
/// <param name="Reason">Why later collection would be difficult; required for the ground <c>HardToCollectLater</c> (APL-68-2), otherwise null.</param>
/// <param name="PartyAsked">The party asked to pay on the spot; must be true for the ground <c>RemoteArea</c> (APL-69).</param>
/// <param name="RemoteArea">The place is remote, on water or hard to reach; must be true for the ground <c>RemoteArea</c> (APL-69).</param>
/// <param name="LandedAt">If collected on water, when the officers landed: the two working days to hand the cash in run from then (APL-71). Null otherwise.</param>
public sealed record CollectionInput(
    CollectionGround? Ground,
    string? ReceiptNumber,
    string? Reason = null,
    bool PartyAsked = false,
    bool RemoteArea = false,
    DateTimeOffset? LandedAt = null
);

/// <summary>The device on which a case is entered.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Sequence">Running number of this entry on the device; null if it has none.</param>
public sealed record DeviceInput(string Id, long? Sequence = null);

/// <summary>The result of an on-the-spot decision, for printing and for the party.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">Version of the case; also in the <c>ETag</c>.</param>
/// <param name="Number">Number of the decision (文号).</param>
/// <param name="DecidedOn">Legal date of the decision.</param>
/// <param name="AmountFen">Fine in fen; 0 for a warning alone.</param>
/// <param name="PaymentCode">Payment code (缴款码); null for a warning alone and for a fine collected with the decision.</param>
/// <param name="PayBy">Last day to pay, inclusive; null for a warning alone and for a fine collected with the decision.</param>
/// <param name="VerificationCode">Code by which anyone can check the document.</param>
/// <param name="DocumentId">The decision document.</param>
/// <param name="PartyId">The party.</param>
/// <param name="Duties">Duties that are still open, with their last days.</param>
/// <param name="Receipt32">Text for 58 mm receipt paper, line by line, 32 half-width columns; always present in the answer.</param>
/// <param name="Receipt48">Text for 80 mm receipt paper, line by line, 48 half-width columns; always present in the answer.</param>
/// <param name="AssessmentId">The discretion assessment that the decision follows; null only in the repeated answer of a decision made before assessments were
/// stored with it.</param>
public sealed record OnTheSpotAnswer(
    Guid Id,
    int Version,
    string Number,
    DateOnly DecidedOn,
    long AmountFen,
    string? PaymentCode,
    DateOnly? PayBy,
    string VerificationCode,
    Guid DocumentId,
    Guid PartyId,
    IReadOnlyList<OpenDuty> Duties,
    IReadOnlyList<string>? Receipt32 = null,
    IReadOnlyList<string>? Receipt48 = null,
    Guid? AssessmentId = null
) : IVersioned
{
    /// <summary>Peculiarities of the party's credit code that the officer should look at again; empty if none.</summary>
    public IReadOnlyList<CreditCodeWarning> PartyWarnings { get; init; } = [];

    /// <summary>The content that was fixed, for the receipt; null in an answer that is repeated. It is neither sent nor kept.</summary>
    internal FormContent? Content { get; init; }
}

/// <summary>An open duty with its deadline.</summary>
/// <param name="Kind">What the duty is about.</param>
/// <param name="Rule">Id in the rule table.</param>
/// <param name="LastDay">Last day that is still in time.</param>
/// <param name="Provisional">Whether the last day may still move because the calendar of a year is not loaded yet.</param>
public sealed record OpenDuty(DeadlineKind Kind, string Rule, DateOnly LastDay, bool Provisional);

internal sealed class DecideOnTheSpotValidator : AbstractValidator<DecideOnTheSpotCommand>
{
    public DecideOnTheSpotValidator()
    {
        RuleFor(c => c.Party.Name).NotEmpty().MaximumLength(Party.NameMaxLength).WithMessage("名称应为1至200个字符");
        RuleFor(c => c.Party.DocumentNumber).MaximumLength(40).WithMessage("证件号码过长");
        RuleFor(c => c.Party.StatedAge).InclusiveBetween(1, 120).WithMessage("自报年龄应在1至120之间");
        RuleFor(c => c.Party.PhotoSha256).Matches("^[0-9a-f]{64}$").WithMessage("应为64位小写十六进制");
        RuleFor(c => c.Party.Address).MaximumLength(200).WithMessage("地址过长");
        RuleFor(c => c.Party.Phone).MaximumLength(30).WithMessage("电话过长");
        RuleFor(c => c.Party.Representative).MaximumLength(60).WithMessage("姓名过长");
        RuleFor(c => c.Party.CheckDigitOverrideReason).MaximumLength(200).WithMessage("理由过长");
        RuleFor(c => c.ViolationCode).NotEmpty().MaximumLength(40).WithMessage("案由代码应为1至40个字符");
        RuleFor(c => c.Place.Address).NotEmpty().MaximumLength(200).WithMessage("地点应为1至200个字符");
        RuleFor(c => c.Place.DivisionCode).Matches("^[0-9]{6,12}$").WithMessage("行政区划代码应为6至12位数字");
        RuleFor(c => c.Place.Point).Must(BeOnEarth).WithMessage("坐标应为GeoJSON点，经度在前，并写明基准");
        RuleFor(c => c.Facts).NotEmpty().MaximumLength(4000).WithMessage("违法事实应为1至4000个字符");
        RuleFor(c => c.ReasonsForAmount).MaximumLength(2000).WithMessage("裁量理由过长");
        RuleFor(c => c.Officers).NotEmpty().WithMessage("须填写执法人员").Must(o => o.Count <= 10).WithMessage("执法人员过多");
        RuleFor(c => c.Kinds)
            .NotEmpty()
            .WithMessage("须填写处罚种类")
            .Must(k => k.Distinct().Count() == k.Count)
            .WithMessage("处罚种类重复");
        RuleFor(c => c.AmountFen).GreaterThanOrEqualTo(0).WithMessage("罚款数额不得为负");
        RuleFor(c => c.Notice.NotifiedAmountFen).GreaterThanOrEqualTo(0).WithMessage("告知数额不得为负");
        RuleFor(c => c.Notice.PartyWords).MaximumLength(2000).WithMessage("陈述申辩过长");
        RuleFor(c => c.Notice.WaiverWords).MaximumLength(500).WithMessage("放弃声明过长");
        RuleFor(c => c.Notice.Answer!.Because)
            .NotEmpty()
            .MaximumLength(1000)
            .WithMessage("答复的理由应为1至1000个字符")
            .When(c => c.Notice.Answer is not null);
        RuleFor(c => c.Notice.Answer!.ChangesNothingBecause)
            .MaximumLength(1000)
            .WithMessage("不改变处罚的理由过长")
            .When(c => c.Notice.Answer is not null);
        RuleFor(c => c.Collection!.Reason).MaximumLength(500).WithMessage("收缴的理由过长").When(c => c.Collection is not null);
        RuleFor(c => c.Collection!.ReceiptNumber)
            .MaximumLength(Payment.ReceiptNumberMaxLength)
            .WithMessage("票据号码过长")
            .When(c => c.Collection is not null);
        RuleFor(c => c.ChosenBecause).NotEmpty().WithMessage("选择适用的规定应当写明理由").When(c => c.ChosenVersion is not null);
        RuleFor(c => c.ReasonsAgainstExemption).MaximumLength(2000).WithMessage("仍予处罚的理由过长");
        RuleFor(c => c.Discretion)
            .Must((c, _) => OnTheSpotFindings.HaveBounds(c.Findings, c.Discretion))
            .WithMessage("裁量事实的项数或者文字超出限度，或者数额为负");
        RuleFor(c => c.Correction!.Requirement).MaximumLength(1000).WithMessage("改正要求过长").When(c => c.Correction is not null);
        RuleFor(c => c.Correction!.DueOn)
            .Must((c, due) => due is null || due > Domain.Law.LegalDate.Of(c.DecidedAt))
            .WithMessage("改正期限应晚于决定日；当场改正的不填期限")
            .When(c => c.Correction is not null);
        RuleFor(c => c.Delivery.RefusalNote).MaximumLength(500).WithMessage("拒签说明过长");
        RuleFor(c => c.Delivery.GuardianInformed).MaximumLength(500).WithMessage("通知监护人的说明过长");
        RuleFor(c => c.Delivery.ReceivedBy)
            .Must(r => r is null || new[] { r.Name, r.Tie, r.TieChecked }.All(t => t is null or { Length: <= 200 }))
            .WithMessage("代收人的姓名、关系和核实方式过长");
        RuleFor(c => c.Delivery.ReceivedBy!.AuthoritySha256)
            .Matches("^[0-9a-f]{64}$")
            .WithMessage("应为64位小写十六进制")
            .When(c => c.Delivery.ReceivedBy?.AuthoritySha256 is not null);
        RuleFor(c => c.Notice.NotifiedKinds).Must(k => k is null or { Count: <= 20 }).WithMessage("告知的处罚种类过多");
        RuleFor(c => c.Evidence).Must(e => e.Count <= 50).WithMessage("证据过多");
        RuleForEach(c => c.Evidence)
            .ChildRules(e =>
            {
                e.RuleFor(x => x.Sha256).Matches("^[0-9a-f]{64}$").WithMessage("应为64位小写十六进制");
                e.RuleFor(x => x.Description).NotEmpty().MaximumLength(400).WithMessage("说明应为1至400个字符");
            });
        RuleFor(c => c.CaseId).Must(id => id is null || id.Value.Version == 7).WithMessage("案件标识应为UUIDv7");
        RuleFor(c => c.DistinctFrom)
            .Must(d => d!.CaseId is null != d.Number is null)
            .WithMessage("另一案件应当以标识或者文号写明，只写一个")
            .When(c => c.DistinctFrom is not null);
        RuleFor(c => c.DistinctFrom!.Reason)
            .NotEmpty()
            .MaximumLength(500)
            .WithMessage("理由应为1至500个字符")
            .When(c => c.DistinctFrom is not null);
        RuleFor(c => c.Device!.Id)
            .Matches("^[A-Za-z0-9._:-]{1,64}$")
            .WithMessage("设备标识应为1至64位字母、数字或者 . _ : -")
            .When(c => c.Device is not null);
    }

    private static bool BeOnEarth(GeoPoint? point) =>
        point is null
        || (
            point.Type == "Point"
            && point.Coordinates is [>= -180 and <= 180, >= -90 and <= 90]
            && point.Datum is "WGS84" or "CGCS2000" or "GCJ-02"
        );
}
