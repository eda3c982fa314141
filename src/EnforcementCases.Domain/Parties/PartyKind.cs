namespace EnforcementCases.Domain.Parties;

/// <summary>Kind of party (当事人类型). Always entered, never inferred from a name.</summary>
public enum PartyKind
{
    /// <summary>公民.</summary>
    Citizen,

    /// <summary>个体工商户.</summary>
    IndividualBusiness,

    /// <summary>法人.</summary>
    LegalPerson,

    /// <summary>其他组织 (非法人组织).</summary>
    OtherOrganisation,
}
