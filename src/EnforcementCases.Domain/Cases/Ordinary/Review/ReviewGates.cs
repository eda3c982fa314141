using EnforcementCases.Domain.LegalReview;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What must have happened before acts of the legal review (法制审核), and which acts need one.</summary>
internal static class ReviewGates
{
    public static readonly Gate ReviewOpen = new(
        nameof(ReviewOpen),
        (file, _) => file.Review.IsOpen ? null : ReviewPhase.ReviewNotOpen.With("没有待审核的送审", "由承办人员送审")
    );

    /// <summary>No opinion to object to.</summary>
    public static readonly DomainError NoOpinion = new("legal-review.no-opinion", null, ErrorKind.WrongStage, "没有可以提出异议的审核意见");

    /// <summary>No objection to decide.</summary>
    public static readonly DomainError NoObjection = new("legal-review.no-objection", null, ErrorKind.WrongStage, "没有待决定的异议");

    public static readonly Gate OpinionToObjectTo = new(
        nameof(OpinionToObjectTo),
        (file, _) =>
            file.Review is { Opinion: { } opinion, Objection: null, SentBack: false, IsOpen: false }
            && opinion.Outcome is not ReviewOutcome.Passed
                ? null
                : NoOpinion.With("没有未按原拟意见通过的审核意见，或者异议已经提出")
    );

    public static readonly Gate ObjectionMade = new(
        nameof(ObjectionMade),
        (file, _) => file.Review.Objection is null ? NoObjection.With("承办人员没有提出异议") : null
    );

    public static readonly Gate PlannedReviewOpen = new(
        nameof(PlannedReviewOpen),
        (file, _) =>
            file.PlannedReviews.All.Any(r => r.IsOpen) ? null : ReviewPhase.ReviewNotOpen.With("没有待审核的送审", "由承办人员送审")
    );

    /// <summary>An order that the catalogue lists whatever it is about; one about a finished structure states so itself.</summary>
    public static readonly Gate OrderReviewed = Reviewed(PlannedAct.OrderToCorrect);

    public static readonly Gate SubstituteReviewed = Reviewed(PlannedAct.SubstitutePerformance);

    public static readonly Gate ExecutionReviewed = Reviewed(PlannedAct.Execution);

    public static readonly Gate CourtApplicationReviewed = Reviewed(PlannedAct.CourtApplication);

    /// <summary>A planned sealing; one in an emergency that waits for its approval is reviewed afterwards, and what was approved can be taken back.</summary>
    public static readonly Gate SealingReviewed = new(
        nameof(SealingReviewed),
        (file, law, at) =>
            file.Measures.Approvals.Sealing.Count == 0
            && !file.Measures.Sealed.Any(s => s is { IsOpen: true, Emergency: true, HeadAgreed: null })
            && file.PlannedReviews.ObstacleUnlessReviewed(PlannedAct.Sealing, law, at) is { } why
                ? [why]
                : []
    );

    private static Gate Reviewed(PlannedAct planned) =>
        new($"{planned}Reviewed", (file, law, at) => file.PlannedReviews.ObstacleUnlessReviewed(planned, law, at) is { } why ? [why] : []);
}
