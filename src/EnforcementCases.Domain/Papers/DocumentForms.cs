using System.Collections.Frozen;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Personnel;
using static EnforcementCases.Domain.Papers.FormFields;

namespace EnforcementCases.Domain.Papers;

/// <summary>The forms of the catalogue of documents (文书目录), one for each kind; the table is in the files beside this one.</summary>
/// <remarks>
/// To make out a paper: <c>DocumentForms.Of(DocumentKind.PenaltyDecision).Fill(new FormValues(organ, decidedOn, number).With(FormFields.Party, name)…)</c>.
/// A missing item is refused with rule and article; <see cref="DocumentForm.Missing"/> lists all of them, <see cref="DocumentForm.Draft"/> leaves them open.
/// </remarks>
public static partial class DocumentForms
{
    private static readonly PrintFormat[] A4OrSlip = [PrintFormat.A4, PrintFormat.Receipt80, PrintFormat.Receipt58];

    /// <summary>All forms, in the order of the catalogue.</summary>
    public static IReadOnlyList<DocumentForm> All { get; } = Make();

    private static readonly FrozenDictionary<DocumentKind, DocumentForm> ByKind = All.ToFrozenDictionary(f => f.Kind);

    /// <summary>The form of a kind.</summary>
    /// <exception cref="ArgumentException">The kind has a content type of its own: D01.</exception>
    public static DocumentForm Of(DocumentKind kind) =>
        ByKind.TryGetValue(kind, out var form) ? form : throw new ArgumentException($"{kind} is not made out from a form.", nameof(kind));

    /// <summary>The table itself.</summary>
    internal static IReadOnlyList<DocumentForm> Make() =>
        [
            OnTheSpotCorrection(),
            CashHandover(),
            DutyReminder(),
            ComplianceCommitment(),
            CaseSource(),
            FilingApproval(),
            SceneRecord(),
            InquiryRecord(),
            EvidenceRequest(),
            SamplingVoucher(),
            PreservationNotice(),
            PreservationHandling(),
            SeizureDecision(),
            SeizureLifting(),
            CorrectionOrder(),
            RecheckRecord(),
            InvestigationReport(),
            LegalReviewOpinion(),
            PriorNotice(),
            DefenceRecord(),
            HearingRightNotice(),
            HearingNotice(),
            HearingRecord(),
            HearingReport(),
            CollectiveDiscussion(),
            DecisionApproval(),
            PenaltyDecision(),
            NoPenaltyDecision(),
            WithdrawalApproval(),
            WithdrawalDecision(),
            TransferLetter(),
            ServiceReceipt(),
            ServiceConfirmation(),
            PaymentNotice(),
            DeferralApplication(),
            DeferralApproval(),
            DeferralDecision(),
            SurchargeDecision(),
            CallToPerform(),
            ExecutionDecision(),
            SubstitutePerformance(),
            DemolitionAnnouncement(),
            CourtApplication(),
            ClosingApproval(),
            FileCover(),
            FileContents(),
            FileCheckSheet(),
            PublicityInformation(),
        ];

    private static FormEntry Must(FormField field, DomainError duty) => new(field, duty);

    private static FormEntry May(FormField field) => new(field, Duty: null);

    /// <summary>Mandatory if another field is given.</summary>
    private static FormEntry MustWhere(FormField given, FormField field, DomainError duty) => new(field, duty) { When = given };

    private static FormEntry Two(OfficersField officers) => new(officers, OfficersPresent.TooFew) { AtLeast = 2 };

    private static FormEntry As(this FormEntry entry, string label) => entry with { Label = label };

    private static Piece Say(string text, FormField? when = null) => new(null, text, when);

    private static FormEntry[] PartyLines(DomainError duty) =>
        [Must(Party, duty), May(PartyDocument), May(PartyRepresentative), Must(PartyAddress, duty), May(PartyPhone)];
}
