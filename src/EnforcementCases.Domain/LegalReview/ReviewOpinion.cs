using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.LegalReview;

/// <summary>The seven points that a review examines (法制审核的内容).</summary>
public enum ReviewPoint
{
    /// <summary>执法主体是否合法，执法人员是否具备执法资格.</summary>
    [Term("主体和执法人员资格")]
    SubjectAndOfficers,

    /// <summary>执法程序是否合法.</summary>
    [Term("程序")]
    Procedure,

    /// <summary>案件事实是否清楚，证据是否合法充分.</summary>
    [Term("事实和证据")]
    FactsAndEvidence,

    /// <summary>适用法律、法规、规章是否准确，裁量基准运用是否适当.</summary>
    [Term("适用法律和裁量基准")]
    LawAndDiscretion,

    /// <summary>执法是否超越执法机关法定权限.</summary>
    [Term("法定权限")]
    Powers,

    /// <summary>行政执法文书是否完备、规范.</summary>
    [Term("文书")]
    Documents,

    /// <summary>违法行为是否涉嫌犯罪、需要移送司法机关.</summary>
    [Term("是否涉嫌犯罪")]
    SuspectedCrime,
}

/// <summary>Conclusion of a review (审核结论).</summary>
public enum ReviewOutcome
{
    /// <summary>通过.</summary>
    [Term("通过")]
    Passed,

    /// <summary>修改后通过: passes the text as the reviewer amended it.</summary>
    [Term("修改后通过")]
    PassedAsAmended,

    /// <summary>退回补正.</summary>
    [Term("退回补正")]
    ReturnedForCompletion,

    /// <summary>不通过.</summary>
    [Term("不通过")]
    NotPassed,

    /// <summary>移送.</summary>
    [Term("移送")]
    Transfer,
}

/// <summary>The result of one point.</summary>
/// <param name="Point">The point.</param>
/// <param name="IsInOrder">Whether nothing is wrong; for <c>SuspectedCrime</c>, whether no crime is suspected.</param>
/// <param name="Remark">What is wrong; null if nothing is.</param>
public sealed record ReviewPointResult(ReviewPoint Point, bool IsInOrder, string? Remark = null);

/// <summary>A written opinion (法制审核意见书).</summary>
/// <param name="ReviewerPersonId">The reviewer.</param>
/// <param name="At">When the opinion was given.</param>
/// <param name="Outcome">The conclusion.</param>
/// <param name="Points">The seven points, each with a result.</param>
/// <param name="MatterSha256">Hash of the matter that it passes: as submitted, or as the reviewer amended it.</param>
/// <param name="Words">The text of the opinion.</param>
public sealed record ReviewOpinion(
    Guid ReviewerPersonId,
    DateTimeOffset At,
    ReviewOutcome Outcome,
    IReadOnlyList<ReviewPointResult> Points,
    string MatterSha256,
    string Words
);

/// <summary>What a legal review has to cover (法制审核的内容和结论). 国办发〔2018〕118号 四、（四）.</summary>
public static class ReviewScope
{
    /// <summary>A point has no result, or two.</summary>
    public static readonly DomainError PointMissing = new(
        "legal-review.point-missing",
        "REV-118-SCOPE",
        ErrorKind.RuleBroken,
        "法制审核意见应当逐项写明七项审核内容的结果",
        ThreeSystemsCircular.At("四、（四）")
    );

    /// <summary>A point is not in order, and no remark explains why.</summary>
    public static readonly DomainError RemarkMissing = new(
        "legal-review.remark-missing",
        "REV-118-SCOPE",
        ErrorKind.RuleBroken,
        "审核认为有问题的，应当写明问题和意见",
        ThreeSystemsCircular.At("四、（四）")
    );

    /// <summary>The outcome contradicts the points.</summary>
    public static readonly DomainError OutcomeDoesNotFit = new(
        "legal-review.outcome-does-not-fit",
        "REV-118-SCOPE",
        ErrorKind.RuleBroken,
        "审核结论与逐项审核结果不一致",
        ThreeSystemsCircular.At("四、（四）")
    );

    /// <summary>Whether the conclusion lets the decision go on.</summary>
    public static bool LetsPass(this ReviewOutcome outcome) => outcome is ReviewOutcome.Passed or ReviewOutcome.PassedAsAmended;

    /// <summary>What is wrong with an opinion as it is written.</summary>
    public static IReadOnlyList<DomainException> Faults(ReviewOpinion opinion) => [.. WhyFaulty(opinion)];

    /// <summary>Refuses an opinion that leaves a point out or contradicts itself.</summary>
    /// <exception cref="DomainException"><see cref="PointMissing"/>, <see cref="RemarkMissing"/> or <see cref="OutcomeDoesNotFit"/>.</exception>
    public static void EnsureComplete(ReviewOpinion opinion) => Faults(opinion).RefuseFirst();

    private static IEnumerable<DomainException> WhyFaulty(ReviewOpinion opinion)
    {
        foreach (var point in Enum.GetValues<ReviewPoint>())
        {
            var results = opinion.Points.Count(p => p.Point == point);
            if (results != 1)
                yield return PointMissing.With($"“{point.Term()}”{(results == 0 ? "没有结果" : "有两个结果")}");
        }
        foreach (var point in opinion.Points.Where(p => !p.IsInOrder && !p.Remark.IsGiven()))
            yield return RemarkMissing.With($"“{point.Point.Term()}”");

        var crime = opinion.Points.Any(p => p is { Point: ReviewPoint.SuspectedCrime, IsInOrder: false });
        var allInOrder = opinion.Points.All(p => p.IsInOrder);
        var fits = opinion.Outcome switch
        {
            ReviewOutcome.Passed => allInOrder,
            ReviewOutcome.PassedAsAmended => !crime,
            ReviewOutcome.ReturnedForCompletion or ReviewOutcome.NotPassed => !allInOrder,
            ReviewOutcome.Transfer => crime,
        };
        if (!fits)
            yield return OutcomeDoesNotFit.With(
                crime ? "涉嫌犯罪而结论不是移送"
                : allInOrder ? "各项均无问题而不予通过"
                : "有问题而予以通过"
            );
    }
}
