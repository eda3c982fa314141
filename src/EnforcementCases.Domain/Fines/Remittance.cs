using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Fines;

/// <summary>Remittance of money collected on the spot (缴付): two timers for each receipt. 行政处罚法 第七十一条.</summary>
[StatutoryRule("APL-71")]
public static class Remittance
{
    /// <summary>The step is done already, or the one before it is not.</summary>
    public static readonly DomainError OutOfOrder = new("remittance.out-of-order", null, ErrorKind.WrongStage, "罚款缴付环节的次序不对");

    /// <summary>Officer to organ: two working days from the collection.</summary>
    public static readonly DeadlineRule OfficerToOrgan = new(
        "APL-71",
        "执法人员将罚款交至行政机关",
        PenaltyLaw.Days(2),
        PenaltyLaw.At("第七十一条"),
        DeadlineFor.Party,
        "收缴罚款"
    );

    /// <summary>On water: two working days from landing (抵岸之日).</summary>
    public static readonly DeadlineRule OfficerToOrganFromLanding = OfficerToOrgan with { StartEvent = "抵岸" };

    /// <summary>Organ to bank: two working days from handing in.</summary>
    public static readonly DeadlineRule OrganToBank = new(
        "APL-71",
        "行政机关将罚款缴付指定的银行",
        PenaltyLaw.Days(2),
        PenaltyLaw.At("第七十一条"),
        DeadlineFor.Party,
        "执法人员交款"
    );
}
