using System.Collections.Frozen;

namespace EnforcementCases.Domain.Documents;

/// <summary>Which papers are made for the party, so that they can be served on it (送达当事人的文书). Records, approvals, opinions and receipts stay in the file.</summary>
public static class PapersForParty
{
    private static readonly FrozenSet<DocumentKind> Kinds = new[]
    {
        DocumentKind.OnTheSpotDecision,
        DocumentKind.OnTheSpotCorrection,
        DocumentKind.PaymentNotice,
        DocumentKind.CorrectionOrder,
        DocumentKind.DutyReminder,
        DocumentKind.EvidenceRequest,
        DocumentKind.SamplingVoucher,
        DocumentKind.PreservationNotice,
        DocumentKind.PreservationHandling,
        DocumentKind.SeizureDecision,
        DocumentKind.SeizureLifting,
        DocumentKind.PriorNotice,
        DocumentKind.HearingRightNotice,
        DocumentKind.HearingNotice,
        DocumentKind.PenaltyDecision,
        DocumentKind.OrderDecision,
        DocumentKind.NoPenaltyDecision,
        DocumentKind.WithdrawalDecision,
        DocumentKind.TransferLetter,
        DocumentKind.DeferralDecision,
        DocumentKind.SurchargeDecision,
        DocumentKind.CallToPerform,
        DocumentKind.ExecutionDecision,
        DocumentKind.SubstitutePerformance,
        DocumentKind.DemolitionAnnouncement,
        DocumentKind.RevocationDecision,
        DocumentKind.CorrectionDecision,
        DocumentKind.GuardianOrder,
        DocumentKind.ThingsDisposal,
    }.ToFrozenSet();

    /// <summary>Whether papers of a kind are made for the party.</summary>
    public static bool Has(DocumentKind kind) => Kinds.Contains(kind);
}
