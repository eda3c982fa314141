namespace EnforcementCases.Domain.Cases;

/// <summary>What can be corrected by a recorded act. Amounts and kinds of penalty cannot: they need a new decision.</summary>
public enum CorrectableField
{
    /// <summary>当事人姓名或者名称: a clerical error, not another party.</summary>
    PartyName,

    /// <summary>违法地点.</summary>
    PlaceText,

    /// <summary>违法事实.</summary>
    Facts,

    /// <summary>法定代表人或者经营者.</summary>
    Representative,
}
