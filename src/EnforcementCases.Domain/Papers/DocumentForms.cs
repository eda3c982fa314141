using System.Collections.Frozen;
using EnforcementCases.Domain.Documents;

namespace EnforcementCases.Domain.Papers;

/// <summary>The forms of the catalogue of documents (文书目录), one for each kind; each is in the class of its phase.</summary>
/// <remarks>
/// To make out a paper: <c>DocumentForms.Of(DocumentKind.PenaltyDecision).Fill(new FormValues(organ, decidedOn, number).With(FormFields.Party, name)…)</c>.
/// A missing item is refused with rule and article; <see cref="DocumentForm.Missing"/> lists all of them, <see cref="DocumentForm.Draft"/> leaves them open.
/// </remarks>
public static class DocumentForms
{
    /// <summary>All forms, in the order of the catalogue.</summary>
    public static IReadOnlyList<DocumentForm> All { get; } = Make();

    private static readonly FrozenDictionary<DocumentKind, DocumentForm> ByKind = All.ToFrozenDictionary(f => f.Kind);

    /// <summary>The form of a kind.</summary>
    public static DocumentForm Of(DocumentKind kind) => ByKind[kind];

    /// <summary>The table itself.</summary>
    internal static IReadOnlyList<DocumentForm> Make() =>
        [
            DeskForms.OnTheSpotDecision(),
            DeskForms.OnTheSpotCorrection(),
            DeskForms.CashHandover(),
            InvestigationForms.DutyReminder(),
            InvestigationForms.ComplianceCommitment(),
            InvestigationForms.CaseSource(),
            InvestigationForms.FilingApproval(),
            InvestigationForms.SceneRecord(),
            InvestigationForms.InquiryRecord(),
            InvestigationForms.EvidenceRequest(),
            InvestigationForms.SamplingVoucher(),
            TakenThingsForms.PreservationNotice(),
            TakenThingsForms.PreservationHandling(),
            TakenThingsForms.SeizureDecision(),
            TakenThingsForms.SeizureLifting(),
            TakenThingsForms.ClaimNotice(),
            TakenThingsForms.ThingsDisposal(),
            InvestigationForms.CorrectionOrder(),
            InvestigationForms.RecheckRecord(),
            InvestigationForms.InvestigationReport(),
            InvestigationForms.LegalReviewOpinion(),
            DecisionForms.PriorNotice(),
            DecisionForms.DefenceRecord(),
            DecisionForms.HearingRightNotice(),
            DecisionForms.HearingNotice(),
            DecisionForms.HearingRecord(),
            DecisionForms.HearingReport(),
            DecisionForms.CollectiveDiscussion(),
            DecisionForms.DecisionApproval(),
            DecisionForms.PenaltyDecision(),
            DecisionForms.NoPenaltyDecision(),
            DecisionForms.OrderDecision(),
            PersonForms.GuardianOrder(),
            DecisionForms.WithdrawalApproval(),
            DecisionForms.WithdrawalDecision(),
            DecisionForms.TransferLetter(),
            PerformanceForms.ServiceReceipt(),
            PerformanceForms.ServiceConfirmation(),
            DeskForms.PaymentNotice(),
            PerformanceForms.DeferralApplication(),
            PerformanceForms.DeferralApproval(),
            PerformanceForms.DeferralDecision(),
            PerformanceForms.SurchargeDecision(),
            PerformanceForms.CallToPerform(),
            PerformanceForms.ExecutionDecision(),
            PerformanceForms.SubstitutePerformance(),
            PerformanceForms.DemolitionAnnouncement(),
            PerformanceForms.CourtApplication(),
            PerformanceForms.ClosingApproval(),
            PerformanceForms.FileCover(),
            PerformanceForms.FileContents(),
            PerformanceForms.FileCheckSheet(),
            PerformanceForms.PublicityInformation(),
            DeskForms.RevocationDecision(),
            DeskForms.CorrectionDecision(),
        ];
}
