using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Discretion;

/// <summary>A heavier penalty (从重处罚): inside the range, and only on a circumstance that was found. 行政处罚法 第五条第二款.</summary>
public static class Aggravation
{
    /// <summary>Aggravated, but the assessment found no circumstance for it.</summary>
    public static readonly DomainError WithoutGround = new(
        "aggravation.without-ground",
        "APL-5",
        ErrorKind.RuleBroken,
        "没有从重情形，不得记为从重处罚",
        PenaltyLaw.At("第五条第二款")
    );

    /// <summary>Whether the assessment found a circumstance that may aggravate the penalty.</summary>
    public static bool IsAllowed(Assessment assessment) => assessment.Steps.Any(s => s.Effect is StepEffect.AllowsAggravation);
}
