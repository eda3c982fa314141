namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What officers do in the street before a case is filed (立案前的现场处置): the law asks for no filing for records, samples, preservation and emergency measures. Their acts lie in the
/// file of the clue, with their true times, and the case that is filed begins with them.</summary>
public static class StreetActs
{
    /// <summary>Before the officers of the case are appointed, somebody enters an act who was not at its scene.</summary>
    public static readonly DomainError NotThere = new(
        "street-act.not-there",
        null,
        ErrorKind.Forbidden,
        "尚未指定承办人员的，由到场的执法人员本人办理"
    );

    /// <summary>The offence is stated to be discovered after something was done about it in the street.</summary>
    public static readonly DomainError BeforeDiscovery = new(
        "filing.discovered-after-street-act",
        "APL-54",
        ErrorKind.RuleBroken,
        "发现违法行为的时间不得晚于现场处置的时间",
        Law.PenaltyLaw.At("第五十四条第二款")
    );

    /// <summary>What was done at a scene before the filing, and shows that the offence was known.</summary>
    internal static IEnumerable<DoneAct> Of(OrdinaryFile file) =>
        file.Acts.Where(act => act.Body is RecordScene or RecordInquiry or TakeSample or PreserveEvidence or SealProperty);
}
