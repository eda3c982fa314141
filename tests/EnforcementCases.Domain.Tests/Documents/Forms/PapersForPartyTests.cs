using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Papers;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Documents.Forms;

/// <summary>What may be served on the party, compared with where the copies of each form go.</summary>
public sealed class PapersForPartyTests
{
    /// <summary>Papers of which the party gets a copy, and which it receives otherwise than by service: a declaration that it signs, a record that it reads on the spot.</summary>
    private static readonly DocumentKind[] ReceivedOtherwise =
    [
        DocumentKind.ServiceConfirmation,
        DocumentKind.ComplianceCommitment,
        DocumentKind.DeferralApplication,
    ];

    [Fact, Rule("APL-61-1")]
    public void A_paper_with_a_copy_for_the_party_can_be_served_on_it() =>
        Enum.GetValues<DocumentKind>()
            .Where(k => DocumentForms.Of(k).Copies.Contains("当事人") && !ReceivedOtherwise.Contains(k) && !PapersForParty.Has(k))
            .ShouldBeEmpty();

    [Theory, Rule("APL-61-1")]
    [InlineData(DocumentKind.PenaltyDecision, true)]
    [InlineData(DocumentKind.PriorNotice, true)]
    [InlineData(DocumentKind.CorrectionDecision, true)]
    [InlineData(DocumentKind.InquiryRecord, false)]
    [InlineData(DocumentKind.InvestigationReport, false)]
    [InlineData(DocumentKind.LegalReviewOpinion, false)]
    [InlineData(DocumentKind.DecisionApproval, false)]
    [InlineData(DocumentKind.ServiceReceipt, false)]
    [InlineData(DocumentKind.CourtApplication, false)]
    public void Records_approvals_and_opinions_stay_in_the_file(DocumentKind kind, bool served) =>
        PapersForParty.Has(kind).ShouldBe(served);
}
