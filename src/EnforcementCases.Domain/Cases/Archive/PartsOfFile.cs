using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Cases.Archive;

/// <summary>Which part of the file a paper of the case belongs to (卷内材料分类), and what it proves there. Set by local archive rules, not by a law.</summary>
public static class PartsOfFile
{
    /// <summary>The part of a kind of paper.</summary>
    [StatutoryRule("FILE-2")]
    public static FilePart Of(DocumentKind kind) =>
        kind switch
        {
            DocumentKind.FileCover => FilePart.Cover,
            DocumentKind.FileContents => FilePart.Contents,
            DocumentKind.FileCheckSheet => FilePart.ClosingNotes,
            DocumentKind.OnTheSpotDecision
            or DocumentKind.PenaltyDecision
            or DocumentKind.NoPenaltyDecision
            or DocumentKind.OrderDecision
            or DocumentKind.WithdrawalDecision
            or DocumentKind.RevocationDecision
            or DocumentKind.CorrectionDecision => FilePart.Decision,
            DocumentKind.ServiceReceipt or DocumentKind.ServiceConfirmation => FilePart.ServiceReturn,
            DocumentKind.CaseSource or DocumentKind.FilingApproval => FilePart.Filing,
            DocumentKind.SceneRecord
            or DocumentKind.InquiryRecord
            or DocumentKind.EvidenceRequest
            or DocumentKind.SamplingVoucher
            or DocumentKind.PreservationNotice
            or DocumentKind.PreservationHandling
            or DocumentKind.SeizureDecision
            or DocumentKind.SeizureLifting
            or DocumentKind.ClaimNotice
            or DocumentKind.ThingsDisposal
            or DocumentKind.DutyReminder
            or DocumentKind.ComplianceCommitment
            or DocumentKind.InvestigationReport => FilePart.Investigation,
            DocumentKind.OnTheSpotCorrection or DocumentKind.CorrectionOrder or DocumentKind.RecheckRecord or DocumentKind.GuardianOrder =>
                FilePart.Correction,
            DocumentKind.PriorNotice
            or DocumentKind.DefenceRecord
            or DocumentKind.HearingRightNotice
            or DocumentKind.HearingNotice
            or DocumentKind.HearingRecord
            or DocumentKind.HearingReport => FilePart.TellingAndHearing,
            DocumentKind.LegalReviewOpinion => FilePart.LegalReview,
            DocumentKind.CollectiveDiscussion => FilePart.CollectiveDiscussion,
            DocumentKind.DecisionApproval or DocumentKind.WithdrawalApproval => FilePart.Approval,
            DocumentKind.PaymentNotice
            or DocumentKind.CashHandover
            or DocumentKind.DeferralApplication
            or DocumentKind.DeferralApproval
            or DocumentKind.DeferralDecision
            or DocumentKind.SurchargeDecision
            or DocumentKind.CallToPerform
            or DocumentKind.ExecutionDecision
            or DocumentKind.SubstitutePerformance
            or DocumentKind.DemolitionAnnouncement
            or DocumentKind.CourtApplication => FilePart.Execution,
            DocumentKind.TransferLetter or DocumentKind.ClosingApproval or DocumentKind.PublicityInformation => FilePart.Closing,
        };

    /// <summary>What the papers of a part prove (证明内容), for a court or a reconsideration organ.</summary>
    public static string Proves(FilePart part) =>
        part switch
        {
            FilePart.Cover or FilePart.Contents or FilePart.ClosingNotes => "",
            FilePart.Decision => "所作决定的事实、理由、依据和内容",
            FilePart.ServiceReturn => "文书已经送达及送达的方式、时间",
            FilePart.Filing => "案件来源、立案的程序",
            FilePart.Investigation => "违法事实、调查取证的程序",
            FilePart.Correction => "责令改正及改正情况",
            FilePart.TellingAndHearing => "已经告知并听取陈述、申辩，听证的程序",
            FilePart.LegalReview => "已经法制审核",
            FilePart.CollectiveDiscussion => "已经集体讨论",
            FilePart.Approval => "决定经过审批",
            FilePart.Execution => "决定的履行和执行",
            FilePart.Closing => "案件的办结",
        };
}
