using System.Collections.Frozen;

namespace EnforcementCases.Domain.Documents;

/// <summary>Words of document numbers (文种字). Papers without a word of their own (records, approvals, reports, receipts) are not numbered.</summary>
public static class DocumentWord
{
    /// <summary>当场行政处罚决定书.</summary>
    public const string OnTheSpotDecision = "当罚决";

    /// <summary>责令改正通知书.</summary>
    public const string CorrectionOrder = "责改";

    /// <summary>立案审批表.</summary>
    public const string Filing = "立审";

    /// <summary>先行登记保存证据通知书.</summary>
    public const string Preservation = "登保";

    /// <summary>先行登记保存证据处理决定书.</summary>
    public const string PreservationHandling = "登处";

    /// <summary>查封（扣押）决定书.</summary>
    public const string Seizure = "扣";

    /// <summary>解除查封（扣押）决定书.</summary>
    public const string SeizureLifting = "解扣";

    /// <summary>法制审核意见书.</summary>
    public const string LegalReview = "法审";

    /// <summary>行政处罚事先告知书.</summary>
    public const string PriorNotice = "罚告";

    /// <summary>听证告知书.</summary>
    public const string HearingRight = "听告";

    /// <summary>听证通知书.</summary>
    public const string Hearing = "听通";

    /// <summary>行政处罚决定书.</summary>
    public const string PenaltyDecision = "罚决";

    /// <summary>不予行政处罚决定书.</summary>
    public const string NoPenaltyDecision = "不罚决";

    /// <summary>责令限期拆除决定书.</summary>
    public const string OrderDecision = "限拆";

    /// <summary>撤销案件决定书.</summary>
    public const string Withdrawal = "销案";

    /// <summary>案件移送函.</summary>
    public const string Transfer = "移";

    /// <summary>延期（分期）缴纳罚款决定书.</summary>
    public const string Deferral = "延分";

    /// <summary>加处罚款决定书.</summary>
    public const string Surcharge = "加罚";

    /// <summary>催告书.</summary>
    public const string Call = "催";

    /// <summary>强制执行申请书.</summary>
    public const string CourtApplication = "强申";

    /// <summary>撤销行政处罚决定书.</summary>
    public const string Revocation = "撤决";

    /// <summary>认领公告.</summary>
    public const string Claim = "认领";

    /// <summary>财物处理决定书.</summary>
    public const string Disposal = "物处";

    /// <summary>责令监护人管教通知书.</summary>
    public const string GuardianOrder = "责管";

    /// <summary>提醒单, handed out on patrol; no paper of a case.</summary>
    public const string Reminder = "提醒";

    /// <summary>补正决定书.</summary>
    public const string SlipCorrection = "补正";

    /// <summary>收缴款项交接单.</summary>
    public const string CashHandover = "交接";

    /// <summary>Words whose counters every organ has from the start.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        OnTheSpotDecision,
        CorrectionOrder,
        Filing,
        Preservation,
        PreservationHandling,
        Seizure,
        SeizureLifting,
        LegalReview,
        PriorNotice,
        HearingRight,
        Hearing,
        PenaltyDecision,
        NoPenaltyDecision,
        OrderDecision,
        Withdrawal,
        Transfer,
        Deferral,
        Surcharge,
        Call,
        CourtApplication,
        CashHandover,
        Revocation,
        Claim,
        Disposal,
        GuardianOrder,
        SlipCorrection,
    ];

    private static readonly FrozenDictionary<DocumentKind, string> ByKind = new Dictionary<DocumentKind, string>
    {
        [DocumentKind.OnTheSpotDecision] = OnTheSpotDecision,
        [DocumentKind.CorrectionOrder] = CorrectionOrder,
        [DocumentKind.OnTheSpotCorrection] = CorrectionOrder, // the same word, one sequence of numbers
        [DocumentKind.FilingApproval] = Filing,
        [DocumentKind.PreservationNotice] = Preservation,
        [DocumentKind.PreservationHandling] = PreservationHandling,
        [DocumentKind.SeizureDecision] = Seizure,
        [DocumentKind.SeizureLifting] = SeizureLifting,
        [DocumentKind.LegalReviewOpinion] = LegalReview,
        [DocumentKind.PriorNotice] = PriorNotice,
        [DocumentKind.HearingRightNotice] = HearingRight,
        [DocumentKind.HearingNotice] = Hearing,
        [DocumentKind.PenaltyDecision] = PenaltyDecision,
        [DocumentKind.NoPenaltyDecision] = NoPenaltyDecision,
        [DocumentKind.OrderDecision] = OrderDecision,
        [DocumentKind.WithdrawalDecision] = Withdrawal,
        [DocumentKind.TransferLetter] = Transfer,
        [DocumentKind.DeferralDecision] = Deferral,
        [DocumentKind.SurchargeDecision] = Surcharge,
        [DocumentKind.CallToPerform] = Call,
        [DocumentKind.CourtApplication] = CourtApplication,
        [DocumentKind.CashHandover] = CashHandover,
        [DocumentKind.RevocationDecision] = Revocation,
        [DocumentKind.ClaimNotice] = Claim,
        [DocumentKind.ThingsDisposal] = Disposal,
        [DocumentKind.GuardianOrder] = GuardianOrder,
        [DocumentKind.CorrectionDecision] = SlipCorrection,
    }.ToFrozenDictionary();

    /// <summary>The word of a kind; null if papers of the kind have no number of their own.</summary>
    public static string? Of(DocumentKind kind) => ByKind.GetValueOrDefault(kind);
}
