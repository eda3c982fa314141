using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.LegalReview;

/// <summary>The check before an act, other than the penalty, that the organ's catalogue of major decisions lists: unreviewed or not passed, it may not be decided
/// (未经法制审核或者审核未通过的，不得作出决定). 国办发〔2018〕118号 四、（三）.</summary>
[StatutoryRule("REV-118-LIST")]
public static class PlannedActGate
{
    /// <summary>There is no review that covers the act.</summary>
    public static readonly DomainError Missing = new(
        "legal-review.planned-act-missing",
        "REV-118-LIST",
        ErrorKind.RuleBroken,
        "列入重大执法决定法制审核目录的，未经法制审核不得作出决定",
        ThreeSystemsCircular.At("四、（三）")
    );

    /// <summary>The review did not pass it.</summary>
    public static readonly DomainError NotPassed = new(
        "legal-review.planned-act-not-passed",
        "REV-118-LIST",
        ErrorKind.RuleBroken,
        "列入重大执法决定法制审核目录的，法制审核未通过不得作出决定",
        ThreeSystemsCircular.At("四、（三）")
    );

    /// <summary>Why a listed act may not be decided; null if its review passed.</summary>
    /// <param name="rows">Matching rows of the catalogue; empty if the act is not listed.</param>
    /// <param name="opinion">The latest opinion not yet used by an act; null if none.</param>
    /// <param name="decidedAt">When it is decided.</param>
    public static DomainException? ObstacleUnlessReviewed(
        PlannedAct planned,
        IReadOnlyCollection<ReviewCatalogueRow> rows,
        ReviewOpinion? opinion,
        DateTimeOffset decidedAt
    )
    {
        if (rows.Count == 0)
            return null;
        var listed = string.Join('、', rows.Select(r => r.Id));
        if (opinion is null || opinion.At > decidedAt)
            return Missing.With(
                $"“{planned.Term()}”列入审核目录（{listed}），{(opinion is null ? "没有法制审核意见" : "法制审核晚于决定")}",
                "由承办人员将拟实施的行为送法制审核"
            );
        return opinion.Outcome.LetsPass()
            ? null
            : NotPassed.With(
                $"“{planned.Term()}”列入审核目录（{listed}），{ReviewGate.FindObstacles(opinion.Outcome)}",
                "重新提交法制审核"
            );
    }
}
