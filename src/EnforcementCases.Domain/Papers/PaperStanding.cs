using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Papers;

/// <summary>Whether what a paper states holds now, for anybody who holds the paper.</summary>
public enum PaperStanding
{
    /// <summary>有效: the decision is in force.</summary>
    [Term("有效")]
    InForce,

    /// <summary>已被确认违法，仍然有效: found unlawful, and still in force.</summary>
    [Term("已被确认违法，仍然有效")]
    Unlawful,

    /// <summary>已撤销: no longer in force.</summary>
    [Term("已撤销")]
    Revoked,

    /// <summary>无效: it never was in force.</summary>
    [Term("无效")]
    Invalid,

    /// <summary>原决定已失效，案件已重新处理: the case is handled again, with or without a new decision.</summary>
    [Term("原决定已失效，案件已重新处理")]
    Replaced,

    /// <summary>已出具: a paper that depends on no decision; it was issued by the organ as printed.</summary>
    [Term("已出具")]
    Issued,

    /// <summary>措施已解除: a decision to seal or detain, and nothing of the measure goes on.</summary>
    [Term("措施已解除")]
    Lifted,
}

/// <summary>How a paper depends on the decision of its case.</summary>
public enum PaperTie
{
    /// <summary>The decision itself.</summary>
    IsDecision,

    /// <summary>Issued because of the decision: it falls with it.</summary>
    RestsOnDecision,

    /// <summary>Issued whatever is decided.</summary>
    Alone,
}

/// <summary>The decision of a case as it is now, as far as a paper needs it.</summary>
/// <param name="Number">Number of the decision in force or fallen; null while there is none, also after the case was opened again.</param>
/// <param name="Validity">Whether it is valid.</param>
/// <param name="IssuedAt">When the paper of that decision was issued; null while there is none.</param>
public sealed record DecisionNow(string? Number, DecisionValidity Validity, DateTimeOffset? IssuedAt);

/// <summary>Whether papers are in force (文书效力), by kind: a decision is as valid as it is now, what rests on it falls with it. 行政处罚法 第三十八条、第七十五条第二款.</summary>
public static class PaperStandings
{
    /// <summary>How a kind of paper depends on the decision.</summary>
    public static PaperTie TieOf(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.OnTheSpotDecision
            or DocumentKind.PenaltyDecision
            or DocumentKind.NoPenaltyDecision
            or DocumentKind.OrderDecision => PaperTie.IsDecision,
            DocumentKind.OnTheSpotCorrection
            or DocumentKind.PaymentNotice
            or DocumentKind.DeferralApplication
            or DocumentKind.DeferralApproval
            or DocumentKind.DeferralDecision
            or DocumentKind.SurchargeDecision
            or DocumentKind.CallToPerform
            or DocumentKind.ExecutionDecision
            or DocumentKind.SubstitutePerformance
            or DocumentKind.DemolitionAnnouncement
            or DocumentKind.CourtApplication
            or DocumentKind.GuardianOrder
            or DocumentKind.CorrectionDecision
            or DocumentKind.PublicityInformation => PaperTie.RestsOnDecision,
            DocumentKind.CashHandover
            or DocumentKind.CorrectionOrder
            or DocumentKind.DutyReminder
            or DocumentKind.ComplianceCommitment
            or DocumentKind.CaseSource
            or DocumentKind.FilingApproval
            or DocumentKind.SceneRecord
            or DocumentKind.InquiryRecord
            or DocumentKind.EvidenceRequest
            or DocumentKind.SamplingVoucher
            or DocumentKind.PreservationNotice
            or DocumentKind.PreservationHandling
            or DocumentKind.SeizureDecision
            or DocumentKind.SeizureLifting
            or DocumentKind.RecheckRecord
            or DocumentKind.InvestigationReport
            or DocumentKind.LegalReviewOpinion
            or DocumentKind.PriorNotice
            or DocumentKind.DefenceRecord
            or DocumentKind.HearingRightNotice
            or DocumentKind.HearingNotice
            or DocumentKind.HearingRecord
            or DocumentKind.HearingReport
            or DocumentKind.CollectiveDiscussion
            or DocumentKind.DecisionApproval
            or DocumentKind.WithdrawalApproval
            or DocumentKind.WithdrawalDecision
            or DocumentKind.TransferLetter
            or DocumentKind.ServiceReceipt
            or DocumentKind.ServiceConfirmation
            or DocumentKind.ClosingApproval
            or DocumentKind.FileCover
            or DocumentKind.FileContents
            or DocumentKind.FileCheckSheet
            or DocumentKind.ClaimNotice
            or DocumentKind.ThingsDisposal
            or DocumentKind.RevocationDecision => PaperTie.Alone,
        };

    /// <summary>Whether a paper is in force.</summary>
    /// <param name="number">Its number; empty for kinds without one.</param>
    /// <param name="issuedAt">When it was issued.</param>
    /// <param name="decision">The decision of its case now.</param>
    /// <param name="measureOver">Whether the sealing or detaining is over that it decided; false for every other kind.</param>
    public static PaperStanding Of(
        DocumentKind kind,
        string number,
        DateTimeOffset issuedAt,
        DecisionNow decision,
        bool measureOver = false
    ) =>
        TieOf(kind) switch
        {
            PaperTie.Alone => measureOver ? PaperStanding.Lifted : PaperStanding.Issued,
            PaperTie.IsDecision => number == decision.Number ? Of(decision.Validity) : PaperStanding.Replaced,
            PaperTie.RestsOnDecision => decision.Number is not null && issuedAt >= decision.IssuedAt
                ? Of(decision.Validity)
                : PaperStanding.Replaced,
        };

    /// <summary>Whether a paper in this state may still be relied on.</summary>
    public static bool Holds(this PaperStanding standing) =>
        standing is PaperStanding.InForce or PaperStanding.Unlawful or PaperStanding.Issued;

    private static PaperStanding Of(DecisionValidity validity) =>
        validity switch
        {
            DecisionValidity.InForce => PaperStanding.InForce,
            DecisionValidity.Unlawful => PaperStanding.Unlawful,
            DecisionValidity.Revoked => PaperStanding.Revoked,
            DecisionValidity.Invalid => PaperStanding.Invalid,
        };
}
