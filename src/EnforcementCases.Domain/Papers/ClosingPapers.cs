using EnforcementCases.Domain.Cases.Archive;
using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using static EnforcementCases.Domain.Papers.PaperOfAct;
using static EnforcementCases.Domain.Papers.PaperWords;

namespace EnforcementCases.Domain.Papers;

/// <summary>Papers of closing, and those of the bound file.</summary>
internal static class ClosingPapers
{
    /// <summary>Its papers, by the act that issues each.</summary>
    public static IEnumerable<PaperOfAct> All =>
        [
            Of<ApproveClosing>(DocumentKind.ClosingApproval, ClosingApproval),
            Of<Archive>(DocumentKind.FileCover, FileCover),
            Of<Archive>(DocumentKind.FileContents, FileContents),
            Of<Archive>(DocumentKind.FileCheckSheet, FileCheckSheet),
        ];

    private static FormValues ClosingApproval(PaperInHand paper, ApproveClosing approved)
    {
        var proposal = paper.File.Closing.Proposal!;
        return paper
            .Values()
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.CaseNumber, paper.CaseNumber)
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.DecisionNumber, paper.Case.DecisionNumber)
            .With(PerformanceFields.FiledOn, paper.Case.FiledOn)
            .With(PerformanceFields.ClosingReason, proposal.Reason.Term())
            .With(PerformanceFields.Result, ResultOf(paper))
            .With(PerformanceFields.PerformanceState, proposal.Performance)
            .With(PerformanceFields.ReceiptNumbers, proposal.Receipts)
            .With(PerformanceFields.PropertyHandling, proposal.GoodsHandling)
            .With(PerformanceFields.FootageNumbers, proposal.Footage)
            .With(FormFields.Handlers, paper.Handlers)
            .With(DecisionFields.HandlerOpinion, paper.OpinionIn(paper.File.Approvals.ProposalOf(ApprovalPaper.Closing), "建议结案。"))
            .With(DecisionFields.TeamOpinion, paper.OpinionOf(ApprovalPaper.Closing, ApprovalLevel.TeamLead))
            .With(DecisionFields.DeputyOpinion, paper.OpinionIn(paper.Done, approved.Opinion));
    }

    private static FormValues FileCover(PaperInHand paper, Archive archived) =>
        paper
            .Values()
            .With(PerformanceFields.FileNumber, archived.VolumeNumber)
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.Party, paper.Party.Name)
            .With(FormFields.DecisionNumber, paper.Case.DecisionNumber)
            .With(PerformanceFields.Result, ResultOf(paper))
            .With(PerformanceFields.FiledOn, paper.Case.FiledOn)
            .With(PerformanceFields.ClosedOn, paper.Case.Closing.On)
            .With(FormFields.Handlers, paper.Handlers)
            .With(PerformanceFields.ArchivedOn, paper.Done.DoneOn)
            .With(
                PerformanceFields.Retention,
                Archiving
                    .RetentionOf(paper.Law.Parameter(Archiving.ParameterOf(paper.Case.Archive.Retention!.Value), paper.Done.DoneOn).Value)
                    .ToString()
            )
            .With(PerformanceFields.PaperCount, CountOf(archived));

    private static FormValues FileContents(PaperInHand paper, Archive archived)
    {
        var bound = archived.Bind(paper.Law, paper.Done.DoneOn);
        return paper
            .Values()
            .With(
                PerformanceFields.Contents,
                [.. bound.Main.Select(line => RowOf(line)), .. bound.Inner.Select(line => RowOf(line, "（副卷）"))]
            );
    }

    /// <summary>A row of the contents.</summary>
    /// <param name="volume">Added to the title; empty for the main volume.</param>
    internal static IReadOnlyList<string> RowOf(ContentsLine line, string volume = "") =>
        [line.Paper.Number ?? "", line.Paper.Title + volume, ChineseDate.Day(line.Paper.Date), PagesOf(line)];

    /// <summary>The pages of a paper: 3, or 3-5.</summary>
    internal static string PagesOf(ContentsLine line) =>
        line.FirstPage == line.LastPage ? $"{line.FirstPage}" : $"{line.FirstPage}-{line.LastPage}";

    private static FormValues FileCheckSheet(PaperInHand paper, Archive archived) =>
        paper
            .Values()
            .With(PerformanceFields.FileNumber, archived.VolumeNumber)
            .With(PerformanceFields.PaperCount, CountOf(archived))
            .With(PerformanceFields.Defects, archived.Remarks ?? "无缺损，无补充。")
            .With(PerformanceFields.CompiledBy, paper.NameOf(paper.Done))
            .With(PerformanceFields.InspectedBy, paper.Law.NameOf(archived.CheckedBy));

    private static string CountOf(Archive archived) => $"{archived.Papers.Count}件，{archived.Papers.Sum(p => p.Pages)}页";

    private static string ResultOf(PaperInHand paper) =>
        paper.File.Deciding.Decision is { } decision
            ? string.Join('；', ContentOf(decision.Penalties, decision.Orders))
            : paper.Case.Outcome?.Term() ?? "";
}
