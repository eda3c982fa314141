namespace EnforcementCases.Domain.Parties;

/// <summary>How a party's identity is known.</summary>
public enum PartyIdentity
{
    /// <summary>Proved by a document whose number was checked (证件核实).</summary>
    Documented,

    /// <summary>Stated by the party, with a photograph (自报); the stated age is marked unverified. Used for vendors without papers.</summary>
    SelfDeclared,
}

/// <summary>Kind of identity document (证件类型).</summary>
public enum IdentityDocument
{
    /// <summary>居民身份证, 18 characters (GB 11643).</summary>
    [Term("公民身份号码")]
    CitizenIdCard,

    /// <summary>统一社会信用代码, 18 characters (GB 32100).</summary>
    [Term("统一社会信用代码")]
    CreditCode,

    /// <summary>护照.</summary>
    [Term("护照号")]
    Passport,

    /// <summary>港澳居民来往内地通行证.</summary>
    [Term("港澳居民来往内地通行证")]
    HongKongMacaoPermit,

    /// <summary>台湾居民来往大陆通行证.</summary>
    [Term("台湾居民来往大陆通行证")]
    TaiwanPermit,

    /// <summary>外国人永久居留身份证.</summary>
    [Term("外国人永久居留身份证")]
    ForeignerResidenceCard,
}
