namespace EnforcementCases.Domain.Papers;

/// <summary>Fields of papers about persons beside the party: the guardian.</summary>
public static class PersonFields
{
    /// <summary>监护人.</summary>
    public static readonly TextField Guardian = new("guardian", "监护人");

    /// <summary>与被监护人的关系.</summary>
    public static readonly TextField GuardianTie = new("guardian-tie", "与被监护人的关系");

    /// <summary>责令的内容.</summary>
    public static readonly TextField GuardianDuty = new("guardian-duty", "责令的内容");

    /// <summary>到场的监护人或者其他成年人.</summary>
    public static readonly TextField AdultPresent = new("adult-present", "到场的监护人或者其他成年人");
}
