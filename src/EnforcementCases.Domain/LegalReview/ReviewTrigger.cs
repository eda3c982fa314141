using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.LegalReview;

/// <summary>Why a decision needs legal review: the items of 第五十八条第一款 (应当法制审核的情形).</summary>
public enum ReviewTrigger
{
    /// <summary>涉及重大公共利益 (第一项): stated by the officers.</summary>
    [Term("涉及重大公共利益")]
    PublicInterest,

    /// <summary>直接关系当事人或者第三人重大权益，经过听证程序 (第二项): computed.</summary>
    [Term("直接关系当事人或者第三人重大权益，经过听证程序")]
    MajorInterestsAfterHearing,

    /// <summary>案件情况疑难复杂、涉及多个法律关系 (第三项): stated by the officers.</summary>
    [Term("案件情况疑难复杂、涉及多个法律关系")]
    Complex,

    /// <summary>法律、法规规定应当进行法制审核的其他情形 (第四项): stated by the officers.</summary>
    [Term("法律、法规规定应当进行法制审核的其他情形")]
    OtherByLaw,

    /// <summary>列入重大执法决定法制审核目录: computed.</summary>
    [Term("列入重大执法决定法制审核目录")]
    Catalogue,
}

/// <summary>The officers' assessment of the triggers (承办人员的判断).</summary>
/// <param name="Ticked">Triggers ticked by the officers; the computed ones are added automatically.</param>
/// <param name="NoneBecause">Why no trigger is ticked; null if one is.</param>
public sealed record ReviewAssessment(IReadOnlyList<ReviewTrigger> Ticked, string? NoneBecause = null);

/// <summary>Which decisions need legal review (法制审核的范围). 行政处罚法 第五十八条第一款.</summary>
public static class ReviewTriggers
{
    /// <summary>Nothing is ticked, and no reason is given.</summary>
    public static readonly DomainError NoneWithoutReason = new(
        "legal-review.none-without-reason",
        "APL-58-1",
        ErrorKind.RuleBroken,
        "认为不属于应当法制审核的情形，应当说明理由",
        PenaltyLaw.At("第五十八条第一款")
    );

    /// <summary>A trigger is taken back after the case was submitted to review or discussed because of it.</summary>
    public static readonly DomainError TakenBack = new(
        "legal-review.trigger-taken-back",
        "REF-OWN-GATE",
        ErrorKind.RuleBroken,
        "送审或者集体讨论后，承办人员不得取消已经认定的审核情形",
        PenaltyLaw.At("第五十八条第一款")
    );

    /// <summary>The triggers of a case, ticked and computed.</summary>
    /// <param name="hearingCalled">Whether a hearing took place, including one that ended because the party did not appear.</param>
    /// <param name="catalogueRows">Rows of the catalogue that match (<see cref="ReviewCatalogue.Match"/>).</param>
    [StatutoryRule("APL-58-1")]
    public static IReadOnlyList<ReviewTrigger> Of(
        ReviewAssessment assessment,
        bool hearingCalled,
        IReadOnlyCollection<ReviewCatalogueRow> catalogueRows
    )
    {
        var triggers = assessment.Ticked.ToHashSet();
        if (hearingCalled)
            triggers.Add(ReviewTrigger.MajorInterestsAfterHearing);
        if (catalogueRows.Count > 0)
            triggers.Add(ReviewTrigger.Catalogue);
        return [.. triggers.Order()];
    }

    /// <summary>Why an assessment is incomplete; null if it names a trigger or states why none applies.</summary>
    public static DomainException? ObstacleUnlessAssessed(ReviewAssessment assessment) =>
        assessment.Ticked.Count == 0 && !assessment.NoneBecause.IsGiven()
            ? NoneWithoutReason.With("没有勾选任何情形，也没有说明理由")
            : null;

    /// <summary>Refuses an assessment that ticks nothing and gives no reason.</summary>
    /// <exception cref="DomainException"><see cref="NoneWithoutReason"/>.</exception>
    public static void EnsureAssessed(ReviewAssessment assessment)
    {
        if (ObstacleUnlessAssessed(assessment) is { } why)
            throw why;
    }
}
