using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.LegalReview;
using static EnforcementCases.Domain.Papers.PaperOfAct;
using static EnforcementCases.Domain.Papers.PaperWords;

namespace EnforcementCases.Domain.Papers;

/// <summary>Papers of the legal review.</summary>
internal static class ReviewPapers
{
    /// <summary>Its papers, by the act that issues each.</summary>
    public static IEnumerable<PaperOfAct> All =>
        [
            Of<GiveReviewOpinion>(DocumentKind.LegalReviewOpinion, LegalReviewOpinion),
            Of<GivePlannedReviewOpinion>(DocumentKind.LegalReviewOpinion, PlannedReviewOpinion),
        ];

    private static FormValues LegalReviewOpinion(PaperInHand paper, GiveReviewOpinion opinion)
    {
        var amended = opinion.Amended is { } matter
            ? $"\n修改后的违法事实：{matter.Facts}\n修改后的依据：{CitedProvisions.InWords(matter.Basis)}\n修改后的处罚内容：{string.Join('；', InWords(matter.Penalties))}\n修改后的责令改正：{RequirementOf(matter.Orders) ?? "无"}"
            : "";
        return ReviewOpinionOf(paper, paper.File.Last<SubmitForReview>()?.DoneAt, opinion.Outcome, opinion.Points, opinion.Words + amended);
    }

    private static FormValues PlannedReviewOpinion(PaperInHand paper, GivePlannedReviewOpinion opinion)
    {
        var sent = paper.File.PlannedReviews.All.Single(r => r.Sent.Key() == opinion.Planned.Key(opinion.MeasureId)).Sent;
        var amended = opinion.Amended is { } plan
            ? $"\n修改后的事实：{plan.Facts}\n修改后的依据：{CitedProvisions.InWords(plan.Basis)}\n修改后拟实施的内容：{plan.Plan}"
            : "";
        var matter =
            $"送审事项：{sent.Planned.Term()}\n事实：{sent.Facts}\n依据：{CitedProvisions.InWords(sent.Basis)}\n拟实施的内容：{sent.Plan}";
        return ReviewOpinionOf(paper, sent.DoneAt, opinion.Outcome, opinion.Points, $"{matter}\n审核意见：{opinion.Words}{amended}");
    }

    private static FormValues ReviewOpinionOf(
        PaperInHand paper,
        DateTimeOffset? submittedAt,
        ReviewOutcome outcome,
        IEnumerable<ReviewPointResult> points,
        string words
    )
    {
        var reviewer = paper.Law.Reviewer;
        return paper
            .Values()
            .With(FormFields.Cause, paper.Cause)
            .With(FormFields.CaseNumber, paper.CaseNumber)
            .With(FormFields.Party, paper.Party.Name)
            .With(DecisionFields.SubmittedBy, $"承办人{paper.Contact}")
            .With(DecisionFields.SubmittedAt, submittedAt)
            .With(DecisionFields.Reviewer, paper.NameOf(paper.Done))
            .With(
                DecisionFields.ReviewerQualification,
                reviewer?.QualificationNumber is { } number ? $"法律职业资格证书{number}"
                    : reviewer?.FirstReviewOn is { } since ? $"{ChineseDate.Day(since)}起从事行政处罚决定法制审核，不属于初次从事"
                    : null
            )
            .With(
                DecisionFields.ReviewPoints,
                points.OrderBy(p => p.Point).Select(p => new[] { p.Point.Term(), ResultOf(p), p.Remark ?? "" })
            )
            .With(DecisionFields.ReviewOutcome, outcome.Term())
            .With(DecisionFields.ReviewOpinion, words);
    }

    private static string ResultOf(ReviewPointResult point) =>
        point.Point is ReviewPoint.SuspectedCrime
            ? point.IsInOrder
                ? "不涉嫌犯罪"
                : "涉嫌犯罪"
            : point.IsInOrder
                ? "符合要求"
                : "存在问题";
}
