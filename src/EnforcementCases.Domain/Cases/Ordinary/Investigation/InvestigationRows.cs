namespace EnforcementCases.Domain.Cases.Ordinary;

public static partial class OrdinaryProcedure
{
    /// <summary>调查取证.</summary>
    private static IReadOnlyList<ActRow> InvestigationRows => [];
}
