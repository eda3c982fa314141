namespace EnforcementCases.Domain.Cases;

/// <summary>Which procedure a case follows.</summary>
public enum CaseProcedure
{
    /// <summary>简易程序.</summary>
    Simple,

    /// <summary>普通程序.</summary>
    Ordinary,
}
