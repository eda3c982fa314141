using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Access;

/// <summary>The organ to which a party applies for reconsideration (行政复议机关). 行政复议法 第二十四条第一款.</summary>
public static class ReconsiderationOrgan
{
    private const string Government = "人民政府";

    /// <summary>The advice names another body than the people's government above the organ.</summary>
    public static readonly DomainError NotTheGovernmentAbove = new(
        "reconsideration-organ.not-the-government-above",
        "ARL-24",
        ErrorKind.RuleBroken,
        "对街道办事处、乡镇人民政府的行政行为不服的，向其上级人民政府申请行政复议",
        ReconsiderationLaw.At("第二十四条第一款")
    );

    /// <summary>Refuses advice that names a bureau, a street office or the organ itself.</summary>
    /// <param name="organ">The organ that decided: a street office is a branch of the district government, a town government is directly below it.</param>
    /// <param name="named">Full name of the government that the advice names, <c>天津市滨海新区人民政府</c>.</param>
    /// <exception cref="DomainException"><see cref="NotTheGovernmentAbove"/>.</exception>
    public static void EnsureGovernmentAbove(OrganisationKind organ, string organName, string named)
    {
        if (!named.EndsWith(Government, StringComparison.Ordinal) || string.Equals(named, organName, StringComparison.Ordinal))
            throw NotTheGovernmentAbove.With($"{named}；依据{BasisFor(organ)}");
    }

    /// <summary>The item of the article that names the government above this organ; a team uses the organ of its street or town.</summary>
    public static LegalBasis BasisFor(OrganisationKind organ) =>
        ReconsiderationLaw.At(
            organ switch
            {
                OrganisationKind.Town => "第二十四条第一款第二项",
                OrganisationKind.Street or OrganisationKind.Team => "第二十四条第一款第三项",
                OrganisationKind.District or OrganisationKind.City => "第二十四条第一款第二项",
            }
        );
}
