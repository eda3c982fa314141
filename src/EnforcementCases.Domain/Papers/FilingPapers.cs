using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using static EnforcementCases.Domain.Papers.PaperOfAct;

namespace EnforcementCases.Domain.Papers;

/// <summary>Papers of clue and filing.</summary>
internal static class FilingPapers
{
    /// <summary>Its papers, by the act that issues each.</summary>
    public static IEnumerable<PaperOfAct> All =>
        [Of<RegisterClue>(DocumentKind.CaseSource, CaseSource), Of<FileCase>(DocumentKind.FilingApproval, FilingApproval)];

    private static FormValues CaseSource(PaperInHand paper, RegisterClue clue) =>
        paper
            .Values()
            .With(InvestigationFields.Source, SourceOf(clue))
            .With(InvestigationFields.SourceAt, clue.ReceivedAt)
            .With(InvestigationFields.Informant, clue.Informant)
            .With(FormFields.Place, clue.Place.Text)
            .With(InvestigationFields.Clue, clue.Content)
            .With(FormFields.Enclosures, clue.TransferDocument is { } transferred ? [transferred] : [])
            .With(InvestigationFields.Registrar, paper.NameOf(paper.Done));

    private static FormValues FilingApproval(PaperInHand paper, FileCase filed)
    {
        var proposal = paper.File.Filing.Proposal!;
        var approved = paper.OpinionIn(paper.Done, filed.Opinion);
        return paper
            .WithParty()
            .With(FormFields.Cause, paper.Cause)
            .With(InvestigationFields.Source, SourceOf(paper.File.Filing.Clue!))
            .With(FormFields.CommittedAt, proposal.CommittedAt)
            .With(FormFields.Place, proposal.Place.Text)
            .With(FormFields.CaseSummary, proposal.Facts)
            .With(
                InvestigationFields.FilingBasis,
                $"涉嫌违反{paper.Violation.Violated}的规定，依据{paper.Violation.Threatened}可以给予行政处罚，属于本机关管辖，符合{PenaltyLaw.At("第五十四条第二款")}规定的立案标准。"
            )
            .With(FormFields.Handlers, paper.Handlers)
            .With(DecisionFields.HandlerOpinion, paper.OpinionIn(paper.File.Approvals.ProposalOf(ApprovalPaper.Filing), "建议立案调查。"))
            .With(DecisionFields.TeamOpinion, paper.OpinionOf(ApprovalPaper.Filing, ApprovalLevel.TeamLead))
            .With(DecisionFields.DeputyOpinion, paper.OpinionOf(ApprovalPaper.Filing, ApprovalLevel.DeputyHead) ?? approved)
            .With(DecisionFields.HeadOpinion, filed.Delegation is null ? approved : null)
            .With(FormFields.Remarks, filed.Delegation is { } delegation ? $"机关负责人授权分管负责人批准立案：{delegation}" : null);
    }

    private static string SourceOf(RegisterClue clue) => clue.Source.Term();
}
