namespace EnforcementCases.Domain.Catalogue;

/// <summary>Key of a place-dependent parameter (因地参数). Only <see cref="LocalParameters"/> makes keys; a key in a clerk's file is looked up by <see cref="LocalParameter.Find"/>.</summary>
public sealed record ParameterKey
{
    internal ParameterKey(string text) => Text = text;

    /// <summary>As written in files and in the database, <c>simple.individualBusiness.cap</c>.</summary>
    public string Text { get; }

    /// <summary><see cref="Text"/>.</summary>
    public override string ToString() => Text;
}

/// <summary>The keys of all place-dependent parameters; <see cref="LocalParameter.Shipped"/> explains each.</summary>
public static class LocalParameters
{
#pragma warning disable CS1591 // the key and the parameter's own text say it
    public static readonly ParameterKey HearingFineCitizen = new("hearing.fine.citizen");
    public static readonly ParameterKey HearingFineOrganisation = new("hearing.fine.organisation");
    public static readonly ParameterKey HearingGainsCitizen = new("hearing.gains.citizen");
    public static readonly ParameterKey HearingGainsOrganisation = new("hearing.gains.organisation");
    public static readonly ParameterKey HearingGoodsCitizen = new("hearing.goods.citizen");
    public static readonly ParameterKey HearingGoodsOrganisation = new("hearing.goods.organisation");
    public static readonly ParameterKey MajorFineCitizen = new("major.fine.citizen");
    public static readonly ParameterKey MajorFineOrganisation = new("major.fine.organisation");
    public static readonly ParameterKey ReviewDays = new("review.days");
    public static readonly ParameterKey ReviewExtension = new("review.extension");
    public static readonly ParameterKey OrdersAsSuspension = new("orders.asSuspension");
    public static readonly ParameterKey OrdersWithHearing = new("orders.hearing");
    public static readonly ParameterKey UnclaimedNotice = new("unclaimed.notice");
    public static readonly ParameterKey OrdersLeastDays = new("orders.leastDays");
    public static readonly ParameterKey FineAfterUnmetDemolition = new("orders.fineAfterUnmetDemolition");
    public static readonly ParameterKey DefenceWait = new("defence.wait");
    public static readonly ParameterKey SimpleIndividualBusinessCap = new("simple.individualBusiness.cap");
    public static readonly ParameterKey IndividualBusinessFineRange = new("individualBusiness.fineRange");
    public static readonly ParameterKey SimpleReportBack = new("simple.reportBack");
    public static readonly ParameterKey FilingLimit = new("filing.limit");
    public static readonly ParameterKey TransferDecide = new("transfer.decide");
    public static readonly ParameterKey RecordingMandatory = new("recording.mandatory");
    public static readonly ParameterKey RecordingMatrix = new("recording.matrix");
    public static readonly ParameterKey EvidenceFiles = new("evidence.files");
    public static readonly ParameterKey CoercionMatters = new("coercion.matters");
    public static readonly ParameterKey CaseExclusions = new("case.exclusions");
    public static readonly ParameterKey FirstOffenceLookBack = new("firstOffence.lookback");
    public static readonly ParameterKey LenientPart = new("leniency.lighterPart");
    public static readonly ParameterKey PublishPenalty = new("publish.penalty");
    public static readonly ParameterKey PublishOther = new("publish.other");
    public static readonly ParameterKey CreditOrganCode = new("publish.credit.organCode");
    public static readonly ParameterKey CreditNaturalPersons = new("publish.credit.naturalPersons");
    public static readonly ParameterKey SurchargeBase = new("surcharge.base");
    public static readonly ParameterKey SurchargePauseFrom = new("surcharge.pauseFrom");
    public static readonly ParameterKey EnforceNight = new("enforce.night");
    public static readonly ParameterKey CourtSimpleWindow = new("court.simpleWindow");
    public static readonly ParameterKey EnforceRestDays = new("enforce.restDays");
    public static readonly ParameterKey TrainingHours = new("training.hours");
    public static readonly ParameterKey SimpleVolumeSize = new("simple.volumeSize");
    public static readonly ParameterKey ArchiveAfter = new("archive.after");
    public static readonly ParameterKey RetentionOrdinary = new("retention.ordinary");
    public static readonly ParameterKey RetentionSimple = new("retention.simple");
    public static readonly ParameterKey RetentionMajor = new("retention.major");
    public static readonly ParameterKey ArchiveInnerVolume = new("archive.innerVolume");
    public static readonly ParameterKey VideoRetention = new("video.retention");
    public static readonly ParameterKey QuarterReportDay = new("quarterReport.day");
    public static readonly ParameterKey YearlyDataDue = new("yearly.dataDue");
#pragma warning restore CS1591
}
