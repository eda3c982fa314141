using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Discretion;

/// <summary>One offence under several provisions: the one with the higher fine applies (同一个违法行为违反多个法律规范). 行政处罚法 第二十九条.</summary>
public static class SeveralNorms
{
    /// <summary>Another provision punishes the same offence with a higher fine.</summary>
    public static readonly DomainError HigherNotApplied = new(
        "one-act-one-fine.higher-norm-not-applied",
        "APL-29",
        ErrorKind.RuleBroken,
        "同一个违法行为违反多个法律规范应当给予罚款处罚的，按照罚款数额高的规定处罚",
        PenaltyLaw.At("第二十九条")
    );

    /// <summary>The other provision with the highest ceiling above that of the one applied; null if none. Fines that are measured differently are not compared.</summary>
    [StatutoryRule("APL-29")]
    public static Norm? HigherThan(Norm applied, IEnumerable<Norm> others) =>
        others
            .Where(o =>
                o.Fine is { } fine && (applied.Fine is null || (fine.Mode == applied.Fine.Mode && fine.Highest > applied.Fine.Highest))
            )
            .MaxBy(o => o.Fine!.Highest);
}
