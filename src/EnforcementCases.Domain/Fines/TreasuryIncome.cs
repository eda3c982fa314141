using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Fines;

/// <summary>Fines and confiscated money belong to the treasury and must not measure performance (罚缴分离、不得与考核挂钩). 行政处罚法 第七十四条.</summary>
/// <remarks>Every report by officer, by squad or for appraisal (考核) calls this first; it may contain counts of cases and rates, never money.</remarks>
public static class TreasuryIncome
{
    /// <summary>A report that ranks people or squads by the money they collected.</summary>
    public static readonly DomainError LinkedToAppraisal = new(
        "treasury.linked-to-appraisal",
        "APL-74",
        ErrorKind.RuleBroken,
        "罚款、没收违法所得的款项不得同作出处罚决定的机关及其工作人员的考核、考评直接或者变相挂钩",
        PenaltyLaw.At("第七十四条第三款")
    );

    /// <summary>Refuses a figure of money in a report by officer or squad, or for appraisal.</summary>
    /// <param name="forAppraisal">The report is broken down by officer or squad, or is used for appraisal.</param>
    /// <exception cref="DomainException"><see cref="LinkedToAppraisal"/>.</exception>
    public static void EnsureNotLinked(FigureUnit unit, bool forAppraisal)
    {
        if (forAppraisal && unit is FigureUnit.Yuan)
            throw LinkedToAppraisal.With("按人员或者中队的报表不得列罚没金额", "可以列案件数和比率");
    }
}
