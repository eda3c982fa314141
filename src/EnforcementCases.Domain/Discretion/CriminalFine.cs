using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Discretion;

/// <summary>A criminal fine and an administrative one for the same offence (罚款折抵罚金). 行政处罚法 第三十五条第二款.</summary>
public static class CriminalFine
{
    /// <summary>The court has already imposed a fine for the offence.</summary>
    public static readonly DomainError CameFirst = new(
        "criminal-fine.came-first",
        "APL-35",
        ErrorKind.RuleBroken,
        "人民法院判处罚金时行政机关尚未给予当事人罚款的，不再给予罚款",
        PenaltyLaw.At("第三十五条第二款")
    );

    /// <summary>Whether it excludes an administrative fine.</summary>
    public static bool Excludes(CriminalJudgment? judgment) => judgment is { FineFen: > 0, BeforeAdministrativeFine: true };

    /// <summary>How much of a criminal fine counts as paid by an administrative one.</summary>
    public static Money SetOff(Money administrativeFinePaid, Money criminalFine) =>
        administrativeFinePaid < criminalFine ? administrativeFinePaid : criminalFine;
}
